"""Commands on paper, type and the regulation that rules the captions."""

from dataclasses import dataclass, replace

from sopeditor.editing.command import Command
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.document import Document
from sopeditor.model.page import PageSetup


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPageSetup(Command):
    """Choose paper, edges and type."""

    page: PageSetup

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.page_setup")

    @override
    def apply(self, document: Document) -> Document:
        return replace(document, page=self.page)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetProfile(Command):
    """Choose the Profil Peraturan by its id."""

    profile: str

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.profile")

    @override
    def apply(self, document: Document) -> Document:
        return replace(document, profile=self.profile)
