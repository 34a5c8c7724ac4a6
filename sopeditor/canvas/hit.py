"""What lies under a point of the sheet; asked of the layout, never of the scene.

From front to back: connection handles, labels, symbols, page links, lines, cells, paper.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from sopeditor.canvas.grips import REACH, Grips, end_radius, handles, labels_on, loose_ends
from sopeditor.canvas.sheet import Sheet
from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.layout.placement import (
    CellRole,
    ChartPage,
    CoverPage,
    PlacedCell,
    PlacedFlow,
    PlacedLink,
    PlacedRow,
    PlacedSymbol,
)
from sopeditor.model.flow import Side
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind

if TYPE_CHECKING:
    from sopeditor.canvas.borders import Border


class GroundHit(Struct, frozen=True):
    """Nothing: beside the pages."""


class PaperHit(Struct, frozen=True):
    """Paper where nothing can be edited."""

    page: int


class CoverHit(Struct, frozen=True):
    """A cell of the cover."""

    page: int
    cell: PlacedCell


class HeadingHit(Struct, frozen=True):
    """The heading of a lane; the cell's source is the actor."""

    page: int
    cell: PlacedCell


class ColumnBorderHit(Struct, frozen=True):
    """A border between two columns, in the heading."""

    page: int
    border: "Border"


class NumberHit(Struct, frozen=True):
    """The number of a row."""

    page: int
    row: PlacedRow


class CellHit(Struct, frozen=True):
    """A cell whose text a person types."""

    page: int
    row: PlacedRow
    cell: PlacedCell

    @property
    def column(self) -> Column:
        """The column of the cell."""
        return Column(self.cell.field)


class LaneHit(Struct, frozen=True):
    """A lane's cell of a row, beside its symbols."""

    page: int
    row: PlacedRow
    lane: int


class BelowHit(Struct, frozen=True):
    """The free paper under the last row of a chart, in a lane."""

    page: int
    chart: str
    lane: int


class SymbolHit(Struct, frozen=True):
    """A symbol, or the partner box of one."""

    page: int
    symbol: PlacedSymbol


class HandleHit(Struct, frozen=True):
    """A handle of a symbol, from which a flow can be drawn."""

    page: int
    symbol: PlacedSymbol
    side: Side


class EndHit(Struct, frozen=True):
    """An end of a selected line at a symbol, which can be tied to another one."""

    page: int
    flow: PlacedFlow
    at_source: bool


class LinkHit(Struct, frozen=True):
    """A page link."""

    page: int
    link: PlacedLink


class FlowHit(Struct, frozen=True):
    """A line, or its label."""

    page: int
    flow: PlacedFlow
    on_label: bool


Hit = (
    GroundHit
    | PaperHit
    | CoverHit
    | HeadingHit
    | ColumnBorderHit
    | NumberHit
    | CellHit
    | LaneHit
    | BelowHit
    | SymbolHit
    | HandleHit
    | EndHit
    | LinkHit
    | FlowHit
)


def hit_at(sheet: Sheet, point: Point, pixel: float, grips: Grips) -> Hit:
    """Answer what lies under `point` of the sheet.

    `pixel` is the size of a pixel of the screen in points: how near is near enough.
    """
    index = sheet.page_at(point)
    if index is None:
        return GroundHit()
    page, place = sheet.layout.pages[index], sheet.on_page(index, point)
    if isinstance(page, CoverPage):
        return _cover_hit(index, page, place)
    found = next(_things(index, page, place, pixel, grips), None)
    return found or _table_hit(sheet, index, page, place)


def cell_at(sheet: Sheet, point: Point) -> Hit:
    """Answer the cell under `point`, whatever stands on it: where a dropped thing lands."""
    index = sheet.page_at(point)
    if index is None:
        return GroundHit()
    page, place = sheet.layout.pages[index], sheet.on_page(index, point)
    if isinstance(page, CoverPage):
        return _cover_hit(index, page, place)
    return _table_hit(sheet, index, page, place)


def _cover_hit(index: int, page: CoverPage, place: Point) -> Hit:
    for cell in reversed(page.cells):  # the unit lies on the cell of the agency
        if cell.field and cell.rect.contains(place):
            return CoverHit(index, cell)
    return PaperHit(index)


def _things(index: int, page: ChartPage, place: Point, pixel: float, grips: Grips) -> Iterator[Hit]:
    """Answer what lies under `place` above the table, from front to back."""
    yield from _ends(index, page, place, pixel, grips.flows)
    yield from _handles(index, page, place, pixel, grips.handled)
    for flow in page.flows:
        if flow.label and flow.label.rect.grown(pixel).contains(place):
            yield FlowHit(index, flow, on_label=True)
    for symbol in reversed(page.symbols):
        if _inside(symbol, place, pixel):
            yield SymbolHit(index, symbol)
    for link in page.links:
        if link.rect.contains(place):
            yield LinkHit(index, link)
    # Late: borders know of commands, and nothing is pointed at before the first painting.
    from sopeditor.canvas.borders import border_at

    border = border_at(page, place, pixel)
    if border is not None:
        yield ColumnBorderHit(index, border)
    near = [(_distance(flow.points, place), flow) for flow in page.flows if flow.flow]
    for away, flow in sorted(near, key=_by_distance):
        if away <= 4 * pixel:
            yield FlowHit(index, flow, on_label=False)


def _by_distance(entry: tuple[float, PlacedFlow]) -> float:
    return entry[0]


def _ends(
    index: int, page: ChartPage, place: Point, pixel: float, flows: frozenset[str]
) -> Iterator[Hit]:
    reach = end_radius(pixel) + pixel
    for flow, at_source, end in loose_ends(page, flows):
        if max(abs(place.x - end.x), abs(place.y - end.y)) <= reach:
            yield EndHit(index, flow, at_source)


def _handles(
    index: int, page: ChartPage, place: Point, pixel: float, handled: frozenset[str]
) -> Iterator[Hit]:
    for symbol in page.symbols:
        if symbol.id in handled:
            for side, grip in handles(symbol.rect, pixel, labels_on(page)).items():
                reach = grip.radius + REACH * pixel
                away = abs(place.x - grip.centre.x), abs(place.y - grip.centre.y)
                if max(away) <= reach:
                    yield HandleHit(index, symbol, side)


def _inside(symbol: PlacedSymbol, place: Point, pixel: float) -> bool:
    rect = symbol.rect.grown(pixel)
    if symbol.kind is not SymbolKind.DECISION:
        return rect.contains(place)
    across = abs(place.x - rect.centre.x) / rect.width
    along = abs(place.y - rect.centre.y) / rect.height
    return across + along <= 0.55


def _distance(points: Polyline, place: Point) -> float:
    """Answer how far `place` is from a line of upright and level pieces."""
    nearest = float("inf")
    for start, end in pairwise(points):
        dx = max(min(start.x, end.x) - place.x, 0.0, place.x - max(start.x, end.x))
        dy = max(min(start.y, end.y) - place.y, 0.0, place.y - max(start.y, end.y))
        nearest = min(nearest, max(dx, dy))
    return nearest


def _table_hit(sheet: Sheet, index: int, page: ChartPage, place: Point) -> Hit:
    for row in page.rows:
        for cell in row.cells:
            if row.step and cell.rect.contains(place):
                return _cell_hit(index, page, row, cell, place)
    for cell in page.header:
        if cell.role is CellRole.HEADER and cell.source and cell.rect.contains(place):
            return HeadingHit(index, cell)
    return _below(sheet, index, page, place)


def _cell_hit(index: int, page: ChartPage, row: PlacedRow, cell: PlacedCell, place: Point) -> Hit:
    if cell.lane is not None:
        # Lanes with a symbol between them are one cell, which names the first alone.
        lane = page.lane_at(place)
        return LaneHit(index, row, cell.lane if lane is None else lane)
    if cell.field == Column.NUMBER:
        return NumberHit(index, row)
    return CellHit(index, row, cell)


def _below(sheet: Sheet, index: int, page: ChartPage, place: Point) -> Hit:
    pages = sheet.layout.chart_pages(page.chart)
    lane = page.lane_at(place)
    if page is pages[-1] and lane is not None and place.y >= page.table.bottom:
        return BelowHit(index, page.chart, lane)
    return PaperHit(index)
