"""Fields of the identity as a person told them."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from sopeditor.excel.reader.corrections import Correction, FieldSays
from sopeditor.excel.reader.cover import split_items
from sopeditor.excel.reader.signature import read_approver
from sopeditor.excel.recognition.cover import LIST_FIELDS
from sopeditor.model.date import DateText
from sopeditor.model.identity import Identity
from sopeditor.tables.notation import tidy

_DATES = frozenset({"created_on", "revised_on", "effective_on"})

#: The fields that can be told, in the order of the cover.
FIELDS = (
    "title", "agency", "unit", "sop_number", "created_on", "revised_on", "effective_on",
    "approver", "legal_bases", "related_sops", "warnings", "actor_qualifications", "equipment",
    "records",
)  # fmt: skip


def with_told_fields(identity: Identity, corrections: Iterable[Correction]) -> Identity:
    """Answer the identity with the fields that were told."""
    told = {said.field: value_of(said) for said in corrections if isinstance(said, FieldSays)}
    return replace(identity, **told)


def value_of(said: FieldSays) -> Any:
    """Answer what a field holds whose text was told: a date, a signature, a list or a text."""
    if said.field in _DATES:
        return DateText.read(said.text)
    if said.field == "approver":
        return read_approver(said.text)
    if said.field in LIST_FIELDS:
        return split_items(said.text)
    return tidy(said.text)
