"""What of a sheet is a cover, a chart, a line above a chart, or nothing of ours."""

from msgspec import Struct, field

from sopeditor.excel.reader.captions import is_title_of_paper
from sopeditor.excel.reader.charts import ChartSource
from sopeditor.excel.reader.cover import CoverFields, read_cover
from sopeditor.excel.reader.header import read_heads
from sopeditor.excel.reader.nodes import Role, sort_objects
from sopeditor.excel.reader.objects import DrawnObject
from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.excel.reader.table import Occupied, StepTable, read_tables
from sopeditor.excel.reader.told import NOTHING_TOLD, Told
from sopeditor.excel.reader.told_heads import with_told_heads
from sopeditor.tables.notation import tidy

#: Lines above a table that may be its subtitle, in rows.
_ABOVE = 3


class SheetSplit(Struct):
    """The covers of a sheet with their rows, and the sources of its charts."""

    covers: list[tuple[range, CoverFields]] = field(default_factory=list)
    charts: list[ChartSource] = field(default_factory=list)


def split_sheet(sheet: ReadSheet, told: Told = NOTHING_TOLD) -> SheetSplit:
    """Answer the parts of a sheet, from top to bottom, as far as not `told` otherwise."""
    heads = with_told_heads(read_heads(sheet.cells), told.tables, sheet.cells)
    tables = read_tables(sheet.cells, heads, _occupied(sheet, told))
    split = SheetSplit()
    start = 0
    tops = [table.head.top for table in tables]
    for number, table in enumerate(tables):
        rows = range(start, table.head.top)
        cover = read_cover(sheet.cells, rows)
        if cover:
            split.covers.append((rows, cover))
        below = tops[number + 1] if number + 1 < len(tables) else None
        objects = _objects(sheet, table, below, told)
        subtitle = _subtitle(sheet, rows, cover)
        split.charts.append(ChartSource(sheet, table, objects, subtitle, told))
        start = table.end
    rest = range(start, sheet.cells.last + 1)
    cover = read_cover(sheet.cells, rest)
    if cover:
        split.covers.append((rest, cover))
        _drop_notes(split, rest)
    return split


def _drop_notes(split: SheetSplit, rows: range) -> None:
    """Let go of footnotes that were the cover below the last table."""
    if split.charts and rows:
        split.charts[-1].table.notes.clear()


def _occupied(sheet: ReadSheet, told: Told) -> Occupied:
    shapes = (drawn for drawn in sheet.objects if drawn.order not in told.lines)
    nodes = sort_objects(shapes, told.uses).nodes
    symbols = {
        sheet.cell_of(node.box)[0] for node in nodes if node.role is Role.SYMBOL and node.certain
    }
    anything = {sheet.cell_of(node.box)[0] for node in nodes}
    return Occupied(frozenset(symbols), frozenset(anything), told.rows)


def _objects(
    sheet: ReadSheet, table: StepTable, below: int | None, told: Told
) -> tuple[DrawnObject, ...]:
    """Answer what is drawn on the rows of a table, down to the next one, or told to be."""
    rows = range(table.head.top, below if below is not None else table.end + 1)
    top = sheet.grid.rows.edge(table.head.top)
    bottom = sheet.grid.rows.edge(below) if below is not None else float("inf")
    left = sheet.grid.columns.edge(table.head.left)
    right = sheet.grid.columns.edge(table.head.right + 1)
    return tuple(
        drawn
        for drawn in sheet.objects
        if (drawn.order in told.places and told.places[drawn.order].row in rows)
        or (top <= drawn.box.centre.y < bottom and left <= drawn.box.centre.x <= right)
    )


def _subtitle(sheet: ReadSheet, rows: range, cover: CoverFields | None) -> str:
    """Answer the line right above a table that the cover has no use for, and take it."""
    near = range(max(rows.start, rows.stop - _ABOVE), rows.stop)
    if cover:
        places = [place for place in cover.others if place[0] in near]
    else:
        places = [(row, column) for row in near for column, _ in sheet.cells.in_row(row)]
    for place in reversed(places):
        words = tidy(sheet.cells.texts[place])
        if not is_title_of_paper(words):
            if cover:
                cover.others.remove(place)
            return words
    return ""
