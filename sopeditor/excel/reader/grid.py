"""Where the columns and rows of a sheet lie, in points, whatever wrote it.

Columns are stored in digits of the normal font, rows in points. What is not stored has
the sheet's default size; hidden ones have none.
"""

import math
from bisect import bisect_right
from itertools import accumulate

from lxml import etree
from msgspec import Struct

from sopeditor.excel.names import SHEET
from sopeditor.excel.reader.errors import unreadable
from sopeditor.foundation.units import px_to_pt

_MOST_COLUMNS, _MOST_ROWS = 16_384, 1_048_576
#: Rows and columns beyond this have the default size: no SOP sets more by hand.
_KEPT = 50_000
_DEFAULT_ROW = 15.0
_HIGHEST = 409.5


class SheetAxis(Struct, frozen=True):
    """Borders of columns or rows in points, the first one 0; beyond them all have `usual`."""

    edges: tuple[float, ...]
    usual: float

    def edge(self, index: int) -> float:
        """Answer where column or row `index` begins."""
        last = len(self.edges) - 1
        if index <= last:
            return self.edges[max(0, index)]
        return self.edges[last] + (index - last) * self.usual

    def place(self, index: int, offset: float) -> float:
        """Answer the place `offset` points into a column or row; it ends where that ends."""
        start, end = self.edge(index), self.edge(index + 1)
        return min(start + max(0.0, offset), end)

    def index_at(self, position: float) -> int:
        """Answer the column or row that a place falls in; hidden ones never."""
        last = len(self.edges) - 1
        if position >= self.edges[last]:
            return last + int((position - self.edges[last]) // max(self.usual, 1.0))
        return max(0, bisect_right(self.edges, position) - 1)


class SheetGrid(Struct, frozen=True):
    """The columns and rows of one sheet."""

    columns: SheetAxis
    rows: SheetAxis

    def cell_at(self, x: float, y: float) -> tuple[int, int]:
        """Answer row and column, from 0, of the cell that a point falls in."""
        return self.rows.index_at(y), self.columns.index_at(x)


def read_grid(sheet: etree._Element, digit: int) -> SheetGrid:
    """Answer the grid; `digit` is the width of the normal font's widest digit in pixels."""
    form = sheet.find(f"{{{SHEET}}}sheetFormatPr")
    return SheetGrid(_columns(sheet, form, digit), _rows(sheet, form))


def column_points(width: float, digit: int) -> float:
    """Answer the width in points of a column from the stored one."""
    pixels = int((256 * width + int(128 / digit)) / 256 * digit)
    return px_to_pt(pixels)


def _columns(sheet: etree._Element, form: etree._Element | None, digit: int) -> SheetAxis:
    usual = _usual_width(form, digit)
    sizes: list[float] = []
    for column in sheet.iterfind(f"{{{SHEET}}}cols/{{{SHEET}}}col"):
        first, last = _index(column, "min"), min(_index(column, "max"), _MOST_COLUMNS)
        if first > min(last, _KEPT):
            continue
        sizes += [usual] * (first - 1 - len(sizes))
        width = 0.0 if _hidden(column) else usual
        if not _hidden(column) and column.get("width") is not None:
            width = column_points(min(255.0, _length(column, "width")), digit)
        if first == len(sizes) + 1:
            sizes += [width] * (last - first + 1)
    return _axis(sizes, usual)


def _usual_width(form: etree._Element | None, digit: int) -> float:
    if form is not None and form.get("defaultColWidth") is not None:
        return column_points(min(255.0, _length(form, "defaultColWidth")), digit)
    base = 8 * digit + 5
    return px_to_pt(math.ceil(base / 8) * 8)


def _rows(sheet: etree._Element, form: etree._Element | None) -> SheetAxis:
    usual = _DEFAULT_ROW
    if form is not None and form.get("defaultRowHeight") is not None:
        usual = min(_HIGHEST, _length(form, "defaultRowHeight"))
    if form is not None and form.get("zeroHeight") in {"1", "true"}:
        usual = 0.0
    sizes: list[float] = []
    for row in sheet.iterfind(f"{{{SHEET}}}sheetData/{{{SHEET}}}row"):
        number = _index(row, "r") if row.get("r") is not None else len(sizes) + 1
        if number > _KEPT or number <= len(sizes):
            continue
        sizes += [usual] * (number - 1 - len(sizes))
        height = 0.0 if _hidden(row) else usual
        if not _hidden(row) and row.get("ht") is not None:
            height = min(_HIGHEST, _length(row, "ht"))
        sizes.append(height)
    return _axis(sizes, usual)


def _axis(sizes: list[float], usual: float) -> SheetAxis:
    return SheetAxis((0.0, *accumulate(sizes)), usual)


def _hidden(element: etree._Element) -> bool:
    return element.get("hidden") in {"1", "true"}


def _index(element: etree._Element, name: str) -> int:
    text = str(element.get(name))
    if not (text.isascii() and text.isdigit() and len(text) <= 7):
        raise unreadable("damaged")
    return min(max(1, int(text)), _MOST_ROWS)


def _length(element: etree._Element, name: str) -> float:
    try:
        value = float(str(element.get(name)))
    except ValueError as error:
        raise unreadable("damaged") from error
    if not 0 <= value < 1e6:
        raise unreadable("damaged")
    return value
