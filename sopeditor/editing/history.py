"""Undo and redo: the documents themselves are kept, there is no inverse to get wrong."""

from msgspec import Struct

from sopeditor.foundation.message import Message
from sopeditor.model.document import Document

#: How many documents are kept; an edit shares all that it did not touch.
LIMIT = 1000


class _Change(Struct, frozen=True):
    """A change: what it is called, and the document that it made."""

    name: Message
    document: Document
    merge_key: str


class History:
    """The documents that one session went through, and where it stands among them."""

    def __init__(self, document: Document, limit: int = LIMIT) -> None:
        self._first = document
        self._changes: list[_Change] = []
        self._done = 0
        self._saved: Document | None = document
        self._merging = False
        self._limit = limit

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self._at(self._done)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._done > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to do again."""
        return self._done < len(self._changes)

    @property
    def undo_name(self) -> Message | None:
        """What undo would take back."""
        return self._changes[self._done - 1].name if self.can_undo else None

    @property
    def redo_name(self) -> Message | None:
        """What redo would do again."""
        return self._changes[self._done].name if self.can_redo else None

    @property
    def names(self) -> tuple[Message, ...]:
        """The names of all changes, the oldest first."""
        return tuple(change.name for change in self._changes)

    @property
    def position(self) -> int:
        """How many of the changes stand; those after are taken back."""
        return self._done

    @property
    def saved_position(self) -> int | None:
        """How many changes stood when the document was saved; None if that way is gone."""
        for position in range(len(self._changes) + 1):
            if self._at(position) is self._saved:
                return position
        return None

    @property
    def is_saved(self) -> bool:
        """Whether the document is the one last marked as saved, or equal to it."""
        return self._saved is not None and self._saved == self.document

    def push(self, name: Message, document: Document, merge_key: str = "") -> None:
        """Record a change; one that changes nothing is forgotten.

        Changes in a row with one merge key become one, until undo, redo or saving.
        """
        if document == self.document:
            return
        del self._changes[self._done :]
        if self._merging and merge_key and self._changes[-1].merge_key == merge_key:
            name = self._changes.pop().name
            self._done -= 1
        if document == self.document:
            self._merging = False
            return
        self._changes.append(_Change(name, document, merge_key))
        self._done += 1
        self._merging = True
        self._forget_oldest()

    def undo(self) -> Document:
        """Step back and answer the document there; the same document if there is no way."""
        self._merging = False
        self._done = max(self._done - 1, 0)
        return self.document

    def redo(self) -> Document:
        """Step forth and answer the document there; the same document if there is no way."""
        self._merging = False
        self._done = min(self._done + 1, len(self._changes))
        return self.document

    def go_to(self, position: int) -> Document:
        """Undo or redo until `position` changes stand; answer the document there.

        A position beyond the ends means that end.
        """
        self._merging = False
        self._done = min(max(position, 0), len(self._changes))
        return self.document

    def mark_saved(self) -> None:
        """Remember that the document as it is now is on disk."""
        self._merging = False
        self._saved = self.document

    def mark_unsaved(self) -> None:
        """Remember that no state is on disk (a document brought back after a crash)."""
        self._merging = False
        self._saved = None

    def _at(self, position: int) -> Document:
        return self._changes[position - 1].document if position else self._first

    def _forget_oldest(self) -> None:
        if len(self._changes) > self._limit:
            self._first = self._changes.pop(0).document
            self._done -= 1
