"""Commands on the fields of the cover (Bagian Identitas)."""

from typing import Final

from msgspec.structs import replace

from sopeditor.editing.cleaning import clean_approver, clean_lines, one_line, typed_text
from sopeditor.editing.command import Command, Refused
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.date import DateText
from sopeditor.model.document import Document
from sopeditor.model.identity import Approver, Classification, Identity, Logo

#: The fields of `Identity` that hold a text, a date and a list of texts.
TEXT_FIELDS: Final = ("title", "agency", "unit", "sop_number")
DATE_FIELDS: Final = ("created_on", "revised_on", "effective_on")
LIST_FIELDS: Final = (
    "legal_bases",
    "related_sops",
    "warnings",
    "actor_qualifications",
    "equipment",
    "records",
)


class SetIdentityField(Command, frozen=True, kw_only=True):
    """Write one field of the cover; a date may come as typed, a list as a tuple."""

    field: str
    value: str | DateText | tuple[str, ...]

    @property
    @override
    def merge_key(self) -> str:
        return f"identity {self.field}"

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.identity", field=message(f"editing.field.{self.field}"))

    @override
    def apply(self, document: Document) -> Document:
        identity = with_field(document.identity, self.field, self.value)
        return replace(document, identity=identity)


class SetApprover(Command, frozen=True, kw_only=True):
    """Write who signs."""

    approver: Approver

    @property
    @override
    def merge_key(self) -> str:
        return "identity approver"

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.identity", field=message("editing.field.approver"))

    @override
    def apply(self, document: Document) -> Document:
        approver = clean_approver(self.approver)
        return replace(document, identity=replace(document.identity, approver=approver))


class SetLogo(Command, frozen=True, kw_only=True):
    """Set the emblem, or (None) take it away."""

    logo: Logo | None

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.set_logo" if self.logo else "editing.name.remove_logo")

    @override
    def apply(self, document: Document) -> Document:
        return replace(document, identity=replace(document.identity, logo=self.logo))


class SetClassification(Command, frozen=True, kw_only=True):
    """Set the four axes of the kind of SOP."""

    classification: Classification

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.identity", field=message("editing.field.classification"))

    @override
    def apply(self, document: Document) -> Document:
        identity = replace(document.identity, classification=self.classification)
        return replace(document, identity=identity)


def with_field(identity: Identity, field: str, value: str | DateText | tuple[str, ...]) -> Identity:
    """Answer the identity with another value in a field; raises `Refused` on a wrong kind."""
    if field in TEXT_FIELDS and isinstance(value, str):
        text = typed_text(value) if field != "sop_number" else one_line(value)
        return replace(identity, **{field: text})
    if field in DATE_FIELDS and isinstance(value, str | DateText):
        typed = value.text if isinstance(value, DateText) else value
        day = DateText.read(one_line(typed))
        return replace(identity, **{field: day})
    if field in LIST_FIELDS and isinstance(value, tuple):
        items = clean_lines(value)
        return replace(identity, **{field: items})
    raise Refused(message("editing.refused.wrong_field", field=field))
