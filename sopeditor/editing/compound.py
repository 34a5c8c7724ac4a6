"""Several commands as one: carried out together, undone together."""

from sopeditor.editing.command import Command
from sopeditor.foundation.message import Message
from sopeditor.foundation.overriding import override
from sopeditor.model.document import Document


class Compound(Command, frozen=True, kw_only=True):
    """Commands in their order under one name; if one is refused, none is done."""

    name: Message
    commands: tuple[Command, ...]

    @override
    def named(self, document: Document) -> Message:
        return self.name

    @override
    def apply(self, document: Document) -> Document:
        for command in self.commands:
            document = command.apply(document)
        return document
