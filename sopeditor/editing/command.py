"""Commands: every change of a document is one pure function of it, with a name."""

from abc import abstractmethod

from msgspec import Struct

from sopeditor.foundation.message import Message, UserError
from sopeditor.model.document import Document


class Command(Struct, frozen=True):
    """A change that a person asked for.

    Commands are frozen records that hold ids and values, never parts of a document
    that undo and redo may have replaced. New ids are given by whoever makes the command.
    """

    @property
    def merge_key(self) -> str:
        """Changes in a row with one key undo as one (typing a text); empty: never."""
        return ""

    @abstractmethod
    def named(self, document: Document) -> Message:
        """Answer what the change is called in the undo menu, such as "Hapus langkah 3".

        `document` is the one before the change; what it names by number is found there.
        """
        ...

    @abstractmethod
    def apply(self, document: Document) -> Document:
        """Answer the changed document; raises `Refused` when it can't be done."""
        ...


class Refused(UserError):
    """A command that can't be carried out, with the reason in words."""
