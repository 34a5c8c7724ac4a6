"""Commands that write the same into several rows at once."""

from sopeditor.editing.command import Command
from sopeditor.editing.naming import column_name
from sopeditor.editing.steps import SetPageBreak, SetStepText
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.document import Document
from sopeditor.model.step import Column


class SetStepTexts(Command, frozen=True, kw_only=True):
    """Write one text into the cells of a column in several rows."""

    steps: tuple[str, ...]
    column: Column
    text: str

    @property
    @override
    def merge_key(self) -> str:
        return f"texts {self.column} {' '.join(sorted(self.steps))}"

    @override
    def named(self, document: Document) -> Message:
        return message(
            "editing.name.step_texts", column=column_name(self.column), count=len(self.steps)
        )

    @override
    def apply(self, document: Document) -> Document:
        for step in self.steps:
            command = SetStepText(step=step, column=self.column, text=self.text)
            document = command.apply(document)
        return document


class SetPageBreaks(Command, frozen=True, kw_only=True):
    """Let several rows begin a new page each, or no longer."""

    steps: tuple[str, ...]
    broken: bool

    @override
    def named(self, document: Document) -> Message:
        key = "add_page_breaks" if self.broken else "remove_page_breaks"
        return message(f"editing.name.{key}", count=len(self.steps))

    @override
    def apply(self, document: Document) -> Document:
        for step in self.steps:
            document = SetPageBreak(step=step, broken=self.broken).apply(document)
        return document
