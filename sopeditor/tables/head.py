"""The head of a table: `Kunci: nilai` lines to the cover's fields, and back."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from sopeditor.foundation.message import message
from sopeditor.model.date import DateText
from sopeditor.model.identity import (
    Approver,
    Classification,
    Completeness,
    Genericity,
    Identity,
    Nature,
    Scope,
)
from sopeditor.tables.errors import TableError, excerpt
from sopeditor.tables.grid import Record
from sopeditor.tables.notation import (
    AXES,
    CHART_KEYS,
    HeadKey,
    escape,
    head_key_of,
    plain,
    split,
    unescape,
)


class HeadValue(Struct, frozen=True):
    """The text after the colon, and its line."""

    line: int
    text: str

    def items(self) -> tuple[str, ...]:
        """Answer the items of a list value, still escaped; a `;` at the end is allowed."""
        return tuple(item for item in split(self.text, ";") if item)


HeadValues = Mapping[HeadKey, HeadValue]


class Head(Struct, frozen=True):
    """What a head says of the document and, after `Bagan`, of one chart."""

    document: HeadValues
    chart: HeadValues


def read_head(records: Iterable[Record]) -> Head:
    """Read head records; raises TableError for unknown, doubled or misplaced keys."""
    document: dict[HeadKey, HeadValue] = {}
    chart: dict[HeadKey, HeadValue] = {}
    for record in records:
        key, value = _read_line(record)
        of_chart = HeadKey.CHART in chart
        if of_chart and key not in CHART_KEYS:
            raise TableError(record.line, key, message("tables.problem.key_of_document"))
        values = chart if of_chart or key in {HeadKey.CHART, HeadKey.FOOTNOTES} else document
        if key in values:
            raise TableError(record.line, key, message("tables.problem.double_key"))
        values[key] = value
    return Head(document, chart)


def _read_line(record: Record) -> tuple[HeadKey, HeadValue]:
    first, *others = (cell for cell in record.cells if cell)
    words, colon, text = first.lstrip("-* ").partition(":")
    # Excel forms have key, colon and value in cells of their own.
    value = " ".join([text, *others]) if colon else " ".join(others).lstrip(": ")
    key = head_key_of(words)
    if key is None or not (colon or others):
        known = ", ".join(HeadKey)
        problem = message("tables.problem.unknown_key", text=excerpt(first), known=known)
        raise TableError(record.line, "", problem)
    return key, HeadValue(record.line, value.strip())


def identity_of(values: HeadValues) -> Identity:
    """Answer the cover's fields; raises TableError for a Jenis that is none."""
    return Identity(
        title=_text(values, HeadKey.TITLE),
        agency=_text(values, HeadKey.AGENCY),
        unit=_text(values, HeadKey.UNIT),
        sop_number=_text(values, HeadKey.NUMBER),
        created_on=DateText.read(_text(values, HeadKey.CREATED)),
        revised_on=DateText.read(_text(values, HeadKey.REVISED)),
        effective_on=DateText.read(_text(values, HeadKey.EFFECTIVE)),
        approver=Approver(
            position=_text(values, HeadKey.POSITION),
            name=_text(values, HeadKey.OFFICIAL),
            employee_id=_text(values, HeadKey.EMPLOYEE_ID),
            rank=_text(values, HeadKey.RANK),
        ),
        legal_bases=list_of(values, HeadKey.LEGAL_BASES),
        related_sops=list_of(values, HeadKey.RELATED),
        warnings=list_of(values, HeadKey.WARNINGS),
        actor_qualifications=list_of(values, HeadKey.QUALIFICATIONS),
        equipment=list_of(values, HeadKey.EQUIPMENT),
        records=list_of(values, HeadKey.RECORDS),
        classification=_classification(values.get(HeadKey.CLASSIFICATION)),
    )


def list_of(values: HeadValues, key: HeadKey) -> tuple[str, ...]:
    """Answer the items of a list value."""
    value = values.get(key)
    return tuple(unescape(item) for item in value.items()) if value else ()


def _text(values: HeadValues, key: HeadKey) -> str:
    value = values.get(key)
    return value.text if value else ""


def _classification(value: HeadValue | None) -> Classification:
    axes = [_axis(word, value.line) for word in split(value.text, ";,") if word] if value else []
    if value and len({type(axis) for axis in axes}) < len(axes):
        problem = message("tables.problem.double_axis", text=excerpt(value.text))
        raise TableError(value.line, HeadKey.CLASSIFICATION, problem)
    return Classification(
        nature=_one(Nature, axes),
        scope=_one(Scope, axes),
        completeness=_one(Completeness, axes),
        genericity=_one(Genericity, axes),
    )


def _axis(word: str, line: int) -> StrEnum:
    axis = AXES.get(plain(word))
    if axis is None:
        problem = message("tables.problem.unknown_axis", text=excerpt(word), known=", ".join(AXES))
        raise TableError(line, HeadKey.CLASSIFICATION, problem)
    return axis


_Axis = TypeVar("_Axis", bound=StrEnum)


def _one(kind: type[_Axis], axes: Iterable[StrEnum]) -> _Axis | None:
    return next((axis for axis in axes if isinstance(axis, kind)), None)


def identity_lines(identity: Identity) -> Iterator[tuple[HeadKey, str]]:
    """Answer the lines of the head that hold the cover; empty fields have none."""
    approver = identity.approver
    lines = {
        HeadKey.TITLE: identity.title,
        HeadKey.NUMBER: identity.sop_number,
        HeadKey.AGENCY: identity.agency,
        HeadKey.UNIT: identity.unit,
        HeadKey.CLASSIFICATION: _axes_text(identity.classification),
        HeadKey.CREATED: identity.created_on.printed,
        HeadKey.REVISED: identity.revised_on.printed,
        HeadKey.EFFECTIVE: identity.effective_on.printed,
        HeadKey.POSITION: approver.position,
        HeadKey.OFFICIAL: approver.name,
        HeadKey.RANK: approver.rank,
        HeadKey.EMPLOYEE_ID: approver.employee_id,
        HeadKey.LEGAL_BASES: list_text(identity.legal_bases),
        HeadKey.RELATED: list_text(identity.related_sops),
        HeadKey.WARNINGS: list_text(identity.warnings),
        HeadKey.QUALIFICATIONS: list_text(identity.actor_qualifications),
        HeadKey.EQUIPMENT: list_text(identity.equipment),
        HeadKey.RECORDS: list_text(identity.records),
    }
    return ((key, text) for key, text in lines.items() if text)


def list_text(items: Iterable[str]) -> str:
    """Answer a list value."""
    return "; ".join(escape(item) for item in items)


def _axes_text(classification: Classification) -> str:
    axes = (
        classification.nature,
        classification.scope,
        classification.completeness,
        classification.genericity,
    )
    return "; ".join(word for word, axis in AXES.items() if axis in axes)
