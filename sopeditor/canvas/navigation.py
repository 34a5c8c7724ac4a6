"""Where keys go from a cell or a symbol; pure functions of the sheet.

The table is one grid for the keys, as in a spreadsheet: columns of text, and a column for
each lane. A lane cell that holds a symbol stands for the symbol.
"""

from collections.abc import Iterator
from enum import Enum

from sopeditor.canvas.places import Spot
from sopeditor.canvas.sheet import Sheet
from sopeditor.foundation.geometry import Rect
from sopeditor.layout.placement import ChartPage, PlacedCell, PlacedSymbol
from sopeditor.model.document import Document
from sopeditor.model.step import TEXT_COLUMNS, Column


class Direction(Enum):
    """A way to go: columns to the right, rows downwards."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def rows_of(sheet: Sheet, chart: str) -> list[str]:
    """Answer the steps of a chart in the order of its rows."""
    return [
        row.step
        for _, page in sheet.chart_pages()
        if page.chart == chart
        for row in page.rows
        if row.step
    ]


def beside(sheet: Sheet, spot: Spot, direction: Direction) -> Spot:
    """Answer the next cell in a direction; at the edge of the table the same one.

    Where a cell runs on over several rows, its lower rows have none there to go to.
    """
    found = sheet.row_of(spot.step)
    if found is None:
        return spot
    page = found[1]
    columns, rows = _columns(page), rows_of(sheet, page.chart)
    across, along = direction.value
    column, row = columns.index((spot.column, spot.lane)) + across, rows.index(spot.step) + along
    while 0 <= column < len(columns) and 0 <= row < len(rows):
        following = Spot(rows[row], *columns[column])
        if cell_of(sheet, following) is not None:
            return following
        column, row = column + across, row + along
    return spot


def next_text(sheet: Sheet, spot: Spot, step: int) -> Spot | None:
    """Answer the text cell `step` (1 or -1) further on, over the ends of rows; None: none."""
    found = sheet.row_of(spot.step)
    if found is None:
        return None
    page = found[1]
    texts = [column for column, _ in _columns(page) if column in TEXT_COLUMNS]
    cells = [
        cell
        for row in rows_of(sheet, page.chart)
        for column in texts
        if (cell := Spot(row, column)) == spot or cell_of(sheet, cell) is not None
    ]
    place = cells.index(spot) + step if spot in cells else -1
    return cells[place] if 0 <= place < len(cells) else None


def cell_of(sheet: Sheet, spot: Spot) -> PlacedCell | None:
    """Answer the cell at a spot, on its page; None when it is not laid out.

    Lanes with a symbol between them share one cell.
    """
    found = sheet.row_of(spot.step)
    if found is None:
        return None
    _, page, row = found
    middles = {column.lane: (column.left + column.right) / 2 for column in page.columns}
    for cell in row.cells:
        if spot.lane is None and cell.lane is None and cell.field == spot.column:
            return cell
        middle = middles.get(spot.lane) if spot.lane is not None else None
        if cell.lane is not None and middle and cell.rect.left <= middle <= cell.rect.right:
            return cell
    return None


def spot_rect(sheet: Sheet, spot: Spot) -> Rect | None:
    """Answer the box of a cell on the sheet, or None when it is not laid out."""
    found, cell = sheet.row_of(spot.step), cell_of(sheet, spot)
    return sheet.on_sheet(found[0], cell.rect) if found and cell else None


def first_spot(sheet: Sheet, chart: str) -> Spot | None:
    """Answer the cell where keys begin when nothing is selected: Kegiatan of the first row."""
    rows = rows_of(sheet, chart)
    return Spot(rows[0], Column.ACTIVITY) if rows else None


def symbol_in(sheet: Sheet, spot: Spot) -> str:
    """Answer the first symbol that stands in a lane cell, or nothing."""
    found = sheet.row_of(spot.step)
    if found is None or spot.lane is None:
        return ""
    for symbol in found[1].symbols:
        if symbol.step == spot.step and symbol.first_lane <= spot.lane <= symbol.last_lane:
            return symbol.symbol
    return ""


def spot_of_symbol(sheet: Sheet, symbol: str, direction: Direction | None = None) -> Spot | None:
    """Answer the lane cell of a symbol: going right from one between lanes, its last."""
    found = sheet.symbol(symbol)
    if found is None:
        return None
    placed = found[1]
    lane = placed.last_lane if direction is Direction.RIGHT else placed.first_lane
    return Spot(placed.step, Column.ACTORS, lane)


def nearest_symbol(sheet: Sheet, symbol: str, direction: Direction) -> str:
    """Answer the symbol of the same chart nearest in a direction, or nothing."""
    found = sheet.symbol(symbol)
    if found is None:
        return ""
    here = sheet.on_sheet(found[0], found[1].rect)
    chart = sheet.chart_of(found[0])
    away = [
        (distance, placed.symbol)
        for rect, placed in _symbols(sheet, chart)
        if placed.symbol != symbol and (distance := _distance(here, rect, direction))
    ]
    return min(away)[1] if away else ""


def next_symbol(document: Document, symbol: str, step: int) -> str:
    """Answer the symbol `step` (1 or -1) further on in the order of the rows, or nothing."""
    for chart in document.charts:
        order = [other.id for _, other in chart.symbols()]
        if symbol in order:
            place = order.index(symbol) + step
            return order[place] if 0 <= place < len(order) else ""
    return ""


def _columns(page: ChartPage) -> list[tuple[Column, int | None]]:
    return [
        (column.column, column.lane) for column in page.columns if column.column != Column.NUMBER
    ]


def _symbols(sheet: Sheet, chart: str) -> Iterator[tuple[Rect, PlacedSymbol]]:
    for index, page in sheet.chart_pages():
        if page.chart == chart:
            for symbol in page.symbols:
                yield sheet.on_sheet(index, symbol.rect), symbol


def _distance(here: Rect, there: Rect, direction: Direction) -> tuple[float, float] | None:
    """Answer how far a box lies in a direction, rows first, then lanes; None: not there."""
    dx, dy = there.centre.x - here.centre.x, there.centre.y - here.centre.y
    across, along = direction.value
    return (abs(dy), abs(dx)) if dx * across + dy * along > 1 else None
