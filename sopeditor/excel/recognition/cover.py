"""The fields of the cover by their captions: which cell holds the value of which field."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from sopeditor.excel.recognition.cells import CellRange, SheetText
from sopeditor.excel.recognition.synonyms import field_of

#: Fields whose value is a list and stands below its caption; all others stand beside it.
LIST_FIELDS = frozenset(
    {"legal_bases", "actor_qualifications", "related_sops", "equipment", "warnings", "records"}
)
#: So many cells with nothing but marks (":") may stand between caption and value.
_MOST_MARKS = 2
_MARKS = {":", "：", "-", "="}


class Side(StrEnum):
    """Where a value stands from its caption."""

    BESIDE = "beside"
    BELOW = "below"
    WITHIN = "within"  # behind a colon in the very same cell


class FoundField(Struct, frozen=True):
    """A field of `Identity`: its caption's cells and the cells where its value begins."""

    field: str
    caption: CellRange
    value: CellRange
    side: Side


def find_cover(sheet: SheetText) -> tuple[FoundField, ...]:
    """Answer the fields found in a sheet, each once: the first caption counts."""
    found: dict[str, FoundField] = {}
    for row, column in sorted(sheet.texts):
        place = _field_at(sheet, row, column)
        if place is not None:
            found.setdefault(place.field, place)
    return tuple(found.values())


def _field_at(sheet: SheetText, row: int, column: int) -> FoundField | None:
    text, cells = sheet.text(row, column), sheet.range_at(row, column)
    caption, colon, rest = text.partition(":")
    name = field_of(caption if colon else text)
    if name is None:
        return None
    if colon and rest.strip():
        return FoundField(name, cells, cells, Side.WITHIN)
    if name in LIST_FIELDS:
        below = sheet.covering(cells.bottom + 1, cells.left)
        return FoundField(name, cells, below, Side.BELOW)
    return FoundField(name, cells, _beside(sheet, cells), Side.BESIDE)


def _beside(sheet: SheetText, caption: CellRange) -> CellRange:
    value = caption
    for value in _to_the_right(sheet, caption):
        if sheet.text(value.top, value.left).strip() not in _MARKS:
            return value
    return value


def _to_the_right(sheet: SheetText, caption: CellRange) -> Iterator[CellRange]:
    cells = caption
    for _ in range(_MOST_MARKS + 1):
        cells = sheet.covering(caption.top, cells.right + 1)
        yield cells
