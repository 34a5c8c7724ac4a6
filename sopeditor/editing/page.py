"""Commands on paper, type and the regulation that rules the captions."""

from msgspec.structs import replace

from sopeditor.editing.command import Command
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.document import Document
from sopeditor.model.page import PageSetup


class SetPageSetup(Command, frozen=True, kw_only=True):
    """Choose paper, edges and type."""

    page: PageSetup

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.page_setup")

    @override
    def apply(self, document: Document) -> Document:
        return replace(document, page=self.page)


class SetProfile(Command, frozen=True, kw_only=True):
    """Choose the Profil Peraturan by its id."""

    profile: str

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.profile")

    @override
    def apply(self, document: Document) -> Document:
        return replace(document, profile=self.profile)
