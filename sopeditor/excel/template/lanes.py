"""As many lanes as the document has: columns come or go, the width of all stays."""

from copy import deepcopy

from lxml import etree
from msgspec.structs import replace

from sopeditor.excel.names import xdr
from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.book import s
from sopeditor.excel.template.finding import Stretch, TablePlace
from sopeditor.excel.template.metrics import grid_of, is_fitted, width_of
from sopeditor.excel.template.numbers import whole
from sopeditor.excel.template.references import Along, Shift
from sopeditor.excel.template.sheet import SheetCells
from sopeditor.excel.template.shifting import shift_book
from sopeditor.foundation.units import pt_to_px

#: Lanes of a sheet that is printed to the paper's width become no narrower than this.
_LEAST_PIXELS = 48


def fit_lanes(cells: SheetCells, place: TablePlace, count: int, digit: int) -> TablePlace:
    """Answer the place with `count` lanes, equally wide where they had to change.

    They share the width that was there, unless that would leave no room for symbols.

    Columns that hold anything outside the table stay: then lanes stay empty, or share.
    """
    if count in {0, len(place.lanes)}:
        return place
    low, high = place.area
    shift = Shift(Along.COLUMNS, low, high, count - (high - low + 1))
    if shift.count < 0 and not _may_go(cells, place, shift.gone):
        return replace(place, lanes=_shared(place, count))
    cells.changed()
    pixels = round(pt_to_px(width_of(grid_of(cells, digit), low, high)))
    if is_fitted(cells.root):
        pixels = max(pixels, count * _LEAST_PIXELS)
    _part_lanes(cells, place)
    pattern = [merge for merge in cells.merged.ranges() if merge.left == merge.right == high]
    shift_book(cells.book, cells.entry, shift)
    cells.reindex()
    _copy_columns(cells, shift, high, pattern)
    moved = place.moved(shift)
    lanes = tuple((column, column) for column in range(low, low + count))
    _set_widths(
        cells, low, [pixels * (n + 1) // count - pixels * n // count for n in range(count)], digit
    )
    if low == high:
        _span_heading(cells, moved, low, low + count - 1)
    return replace(moved, lanes=lanes)


def _may_go(cells: SheetCells, place: TablePlace, gone: range) -> bool:
    """Answer whether columns hold nothing but their part of the table."""
    rows = range(place.header[0] if place.header else place.first_row, place.last_row + 1)
    sheet = cells.text()
    texts = any(row not in rows and column in gone for row, column in sheet.texts)
    return not texts and not _has_shapes(cells, gone)


def _has_shapes(cells: SheetCells, gone: range) -> bool:
    for part in cells.book.related(cells.entry.part, "drawing"):
        for start in cells.book.tree(part).iter(xdr("from")):
            anchor = start.getparent()
            named = None if anchor is None else next(anchor.iter(xdr("cNvPr")), None)
            ours = named is not None and str(named.get("name")).startswith("SOP ")
            if not ours and whole(start.findtext(xdr("col")) or 0) in gone:
                return True
    return False


def _shared(place: TablePlace, count: int) -> tuple[Stretch, ...]:
    """Answer lanes made of the columns that are there: the first ones, or several each."""
    if count < len(place.lanes):
        return place.lanes[:count]
    low, high = place.area
    columns = high - low + 1
    edges = [low + columns * index // count for index in range(count + 1)]
    return tuple((edges[index], edges[index + 1] - 1) for index in range(count))


def _part_lanes(cells: SheetCells, place: TablePlace) -> None:
    """Part the cells of lanes that are several columns wide; Pelaksana over all of them stays."""
    low, high = place.area
    top = place.heads if place.heads is not None else place.first_row
    for merge in cells.merged.ranges():
        within = low <= merge.left and merge.right <= high and merge.left < merge.right
        if within and merge.top >= top and merge.bottom <= place.last_row:
            cells.merged.part(merge)


def _copy_columns(cells: SheetCells, shift: Shift, source: int, pattern: list[CellRange]) -> None:
    for row, column, _ in cells.cells():
        if column == source:
            for target in shift.new:
                cells.copy_cell((row, source), (row, target))
    for merge in pattern:
        for target in shift.new:
            cells.merged.add(CellRange(merge.top, target, merge.bottom, target))


def _span_heading(cells: SheetCells, place: TablePlace, low: int, high: int) -> None:
    """Let the caption over a single lane stand over all that it became."""
    if place.header is None or place.heads is None or place.heads <= place.header[0]:
        return
    heading = CellRange(place.header[0], low, place.heads - 1, high)
    cells.merged.part(heading)
    cells.merged.add(heading)


def _set_widths(cells: SheetCells, low: int, pixels: list[int], digit: int) -> None:
    """Give columns from `low` on widths in pixels; what else is said of them stays."""
    columns = cells.root.find(s("cols"))
    if columns is None:
        columns = etree.Element(s("cols"))
        data = cells.root.find(s("sheetData"))
        if data is not None:
            data.addprevious(columns)
    wanted = {low + index: width for index, width in enumerate(pixels)}
    entries = {}
    for column in list(columns):
        columns.remove(column)
        first, last = whole(column.get("min")) - 1, whole(column.get("max")) - 1
        inside = [index for index in wanted if first <= index <= last]
        for start, end in _pieces(first, last, inside):
            piece = deepcopy(column)
            entries[start] = (piece, end)
    for index in wanted:
        entries.setdefault(index, (etree.Element(s("col")), index))
    for start in sorted(entries):
        piece, end = entries[start]
        piece.set("min", str(start + 1))
        piece.set("max", str(end + 1))
        if start in wanted:
            piece.set("width", f"{int(wanted[start] / digit * 256) / 256:g}")
            piece.set("customWidth", "1")
            piece.attrib.pop("hidden", "")
        columns.append(piece)


def _pieces(first: int, last: int, alone: list[int]) -> list[tuple[int, int]]:
    """Answer a stretch cut so that each index of `alone` is a piece of its own."""
    pieces, start = [], first
    for index in sorted(alone):
        if start < index:
            pieces.append((start, index - 1))
        pieces.append((index, index))
        start = index + 1
    if start <= last:
        pieces.append((start, last))
    return pieces
