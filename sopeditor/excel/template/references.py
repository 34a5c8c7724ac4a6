"""Rows or columns of a sheet come or go: what becomes of indices, ranges and formulas.

A block of rows (or columns) grows by copies after its last one, or loses its last ones.
Ranges that cover the block grow with it, as a total below a list must; a single cell never
does. Formulas are taken apart by openpyxl's tokenizer, so that text in quotes stays.
"""

import re
from enum import Enum

from msgspec import Struct
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.utils import column_index_from_string, get_column_letter

from sopeditor.excel.recognition.cells import CellRange

_REFERENCE = re.compile(
    r"(\$?)([A-Z]{0,3})(\$?)(\d{0,7})(?::(\$?)([A-Z]{0,3})(\$?)(\d{0,7}))?", re.IGNORECASE
)
_LOST = "#REF!"


class Along(Enum):
    """What comes or goes."""

    ROWS = "rows"
    COLUMNS = "columns"


#: How many rows and columns a sheet has; `TAX2020` is a cell, `TAXI2020` and `ZZZ9` are names.
_MOST = {Along.ROWS: 1_048_576, Along.COLUMNS: 16_384}


class Shift(Struct, frozen=True):
    """A block `first` to `last` (from 0) gets `count` more members; fewer below 0."""

    along: Along
    first: int
    last: int
    count: int

    @property
    def gone(self) -> range:
        """The indices that go."""
        return range(self.last + 1 + self.count, self.last + 1) if self.count < 0 else range(0)

    @property
    def new(self) -> range:
        """The indices of the copies that come."""
        return range(self.last + 1, self.last + 1 + self.count)

    def index(self, index: int) -> int | None:
        """Answer where a row or column is afterwards; None for one that goes."""
        return None if index in self.gone else self.place(index)

    def place(self, index: int) -> int:
        """Answer the same, and for one that goes the one that takes its place."""
        if index in self.gone:
            return self.gone.start
        # Whole rows and columns written out end where the sheet ends.
        moved = index + self.count if index > self.last else index
        return min(moved, _MOST[self.along] - 1)

    def span(self, low: int, high: int, *, grows: bool) -> tuple[int, int] | None:
        """Answer where a stretch is afterwards; None when all of it goes."""
        covers = low <= self.first and high == self.last
        start = self.place(low)
        if covers and grows and self.count > 0:
            end = high + self.count
        elif high in self.gone:
            end = self.gone.start - 1
        else:
            end = self.place(high)
        return (start, end) if start <= end else None

    def range(self, cells: CellRange, *, grows: bool) -> CellRange | None:
        """Answer where a range is afterwards; None when all of it goes."""
        if self.along is Along.ROWS:
            span = self.span(cells.top, cells.bottom, grows=grows)
            return CellRange(span[0], cells.left, span[1], cells.right) if span else None
        span = self.span(cells.left, cells.right, grows=grows)
        return CellRange(cells.top, span[0], cells.bottom, span[1]) if span else None


def cell_name(row: int, column: int) -> str:
    """Answer `A1` for 0, 0."""
    return f"{get_column_letter(column + 1)}{row + 1}"


def range_name(cells: CellRange) -> str:
    """Answer `A1:B2`, or `A1` for one cell."""
    start = cell_name(cells.top, cells.left)
    end = cell_name(cells.bottom, cells.right)
    return start if start == end else f"{start}:{end}"


def absolute_name(sheet: str, cells: CellRange) -> str:
    """Answer `'Sheet'!$A$1:$B$2`."""
    ends = ((cells.top, cells.left), (cells.bottom, cells.right))
    names = [f"${get_column_letter(column + 1)}${row + 1}" for row, column in ends]
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!" + ":".join(dict.fromkeys(names))


def read_range(text: str) -> CellRange | None:
    """Answer the cells of `A1`, `$A$1:B2`; None for whole rows or columns and for anything else."""
    found = _REFERENCE.fullmatch(text)
    if not found or not (found[2] and found[4]) or not _is_reference(found):
        return None
    row, column = int(found[4]) - 1, column_index_from_string(found[2]) - 1
    if found[6] is None and found[8] is None:
        return CellRange.cell(row, column)
    if not (found[6] and found[8]):
        return None
    return CellRange(row, column, int(found[8]) - 1, column_index_from_string(found[6]) - 1)


def shifted_range(text: str, shift: Shift, *, grows: bool) -> str | None:
    """Answer `A1:B2` after the shift; None when all of it goes; other text as it is."""
    cells = read_range(text)
    if cells is None:
        return text
    moved = shift.range(cells, grows=grows)
    return range_name(moved) if moved else None


def shifted_ranges(text: str, shift: Shift, *, grows: bool) -> str:
    """Answer a list of ranges parted by blanks; empty when all of them go."""
    moved = (shifted_range(part, shift, grows=grows) for part in text.split())
    return " ".join(part for part in moved if part)


def shifted_formula(formula: str, shift: Shift, sheet: str, own: str, *, grows: bool = True) -> str:
    """Answer a formula (without its `=`) that stands in sheet `own` after a shift in `sheet`.

    `grows` lets ranges over the block grow; formulas inside the block must not.
    """
    try:
        tokens = Tokenizer(f"={formula}").items
    except TokenizerError:
        return formula
    return "".join(_token(token, shift, sheet, own, grows) for token in tokens)


def _token(token: Token, shift: Shift, sheet: str, own: str, grows: bool) -> str:
    value = str(token.value)
    if token.type == Token.FUNC and ":" in value:
        # `A1:INDEX(` comes as one token: a range whose end is computed.
        start, _, name = value.rpartition(":")
        return f"{_operand(start, shift, sheet, own, grows=False)}:{name}"
    if token.type != Token.OPERAND or token.subtype != Token.RANGE:
        return value
    return _operand(value, shift, sheet, own, grows=grows)


def _operand(value: str, shift: Shift, sheet: str, own: str, *, grows: bool) -> str:
    prefix, mark, reference = value.rpartition("!")
    named = prefix[1:-1].replace("''", "'") if prefix.startswith("'") else prefix
    if (named if mark else own).casefold() != sheet.casefold():
        return value
    return prefix + mark + _shifted_reference(reference, shift, grows)


def _shifted_reference(text: str, shift: Shift, grows: bool) -> str:
    found = _REFERENCE.fullmatch(text)
    if not found or not _is_reference(found):
        return text
    rows = shift.along is Along.ROWS
    first = found[4] if rows else found[2]
    second = found[8] if rows else found[6]
    if not first:
        return text
    low = _number(first)
    high = _number(second) if second else low
    span = shift.span(min(low, high), max(low, high), grows=grows and bool(second))
    if span is None:
        return _LOST
    names = [str(value + 1) if rows else get_column_letter(value + 1) for value in span]
    start = f"{found[1]}{found[2] if rows else names[0]}{found[3]}{names[0] if rows else found[4]}"
    if not second:
        return start
    end = f"{found[5]}{found[6] if rows else names[1]}{found[7]}{names[1] if rows else found[8]}"
    return f"{start}:{end}"


def _is_reference(found: re.Match[str]) -> bool:
    """Answer whether this is a cell, a range, whole rows or whole columns; no name."""
    columns = [column_index_from_string(text) for text in (found[2], found[6]) if text]
    rows = [int(text) for text in (found[4], found[8]) if text]
    if not all(0 < index <= _MOST[Along.COLUMNS] for index in columns):
        return False
    if not all(0 < index <= _MOST[Along.ROWS] for index in rows):
        return False
    if found[6] is None and found[8] is None:
        return bool(found[2] and found[4])
    kinds = ((bool(found[2]), bool(found[4])), (bool(found[6]), bool(found[8])))
    return kinds[0] == kinds[1] and any(kinds[0])


def _number(text: str) -> int:
    return int(text) - 1 if text.isdigit() else column_index_from_string(text) - 1
