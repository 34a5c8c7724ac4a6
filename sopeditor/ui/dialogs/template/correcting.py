"""A person's word for a place ("D7", "C:F", "12") -> a correction."""

import re

from msgspec.structs import replace

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.corrections import Corrections
from sopeditor.excel.template.references import cell_name, range_name, read_range
from sopeditor.model.step import Column
from sopeditor.ui.dialogs.template.lines import FoundLine, Sort

_COLUMNS = re.compile(r"([A-Z]{1,3})(?:\d+)?(?::([A-Z]{1,3})(?:\d+)?)?")
_ROW = re.compile(r"(?:[A-Z]{1,3})?([1-9]\d{0,6})(?::.*)?")


def place_words(line: FoundLine) -> str:
    """Answer the place of a line as a person reads and types it; empty for none."""
    return "" if line.area is None else area_words(line.sort, line.area)


def area_words(sort: Sort, area: CellRange) -> str:
    """Answer cells as the place of a field (`D7`), a column (`C:F`) or a row (`12`)."""
    if sort is Sort.FIRST_ROW:
        return str(area.top + 1)
    if sort is Sort.COLUMN:
        low, high = (cell_name(0, column).rstrip("1") for column in (area.left, area.right))
        return low if low == high else f"{low}:{high}"
    return range_name(area)


def moved(corrections: Corrections, line: FoundLine, words: str) -> Corrections | None:
    """Answer the corrections with the line at the place that `words` name; None for nonsense."""
    typed = words.replace("$", "").replace(" ", "").upper()
    if line.sort is Sort.FIELD:
        area = read_range(typed)
        return None if area is None else _with_field(corrections, line.name, area)
    if line.sort is Sort.FIRST_ROW:
        row = _ROW.fullmatch(typed)
        return None if row is None else replace(corrections, first_row=int(row[1]) - 1)
    stretch = _stretch(typed)
    return None if stretch is None else _with_column(corrections, line.name, stretch)


def left_out(corrections: Corrections, line: FoundLine) -> Corrections:
    """Answer the corrections with nothing filled in for the line."""
    if line.sort is Sort.FIELD:
        return _with_field(corrections, line.name, None)
    return _with_column(corrections, line.name, None)


def as_found(corrections: Corrections, line: FoundLine) -> Corrections:
    """Answer the corrections without that of the line."""
    if line.sort is Sort.FIRST_ROW:
        return replace(corrections, first_row=None)
    return replace(
        corrections,
        fields={k: v for k, v in corrections.fields.items() if k != line.name},
        columns={k: v for k, v in corrections.columns.items() if k.value != line.name},
    )


def corrected_names(corrections: Corrections) -> frozenset[str]:
    """Answer the names of the lines that a person set right."""
    first = () if corrections.first_row is None else (Sort.FIRST_ROW.value,)
    return frozenset((*corrections.fields, *(c.value for c in corrections.columns), *first))


def _with_field(corrections: Corrections, name: str, area: CellRange | None) -> Corrections:
    return replace(corrections, fields={**corrections.fields, name: area})


def _with_column(
    corrections: Corrections, name: str, stretch: tuple[int, int] | None
) -> Corrections:
    return replace(corrections, columns={**corrections.columns, Column(name): stretch})


def _stretch(typed: str) -> tuple[int, int] | None:
    found = _COLUMNS.fullmatch(typed)
    if found is None:
        return None
    ends = [read_range(f"{letters}1") for letters in (found[1], found[2] or found[1])]
    columns = sorted(end.left for end in ends if end is not None)
    return (columns[0], columns[1]) if len(columns) == 2 else None
