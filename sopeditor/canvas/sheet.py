"""Where the pages lie on the sheet: one below the other; a scene unit is a point."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.placement import (
    ChartPage,
    DocumentLayout,
    PlacedCell,
    PlacedColumn,
    PlacedRow,
    PlacedSymbol,
)

#: Free ground between two pages and around all of them, in points.
GAP = 20.0
MARGIN = 18.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pages of a layout on one plane; page 0 has its corner at the origin."""

    layout: DocumentLayout

    @property
    def bounds(self) -> Rect:
        """The pages with the ground around them."""
        paper, count = self.layout.paper, max(1, len(self.layout.pages))
        height = count * paper.height + (count - 1) * GAP
        return Rect(0, 0, paper.width, height).grown(MARGIN)

    def origin(self, page: int) -> Point:
        """Answer the upper left corner of a page."""
        return Point(0.0, page * (self.layout.paper.height + GAP))

    def paper_rect(self, page: int) -> Rect:
        """Answer the box of a page."""
        origin, paper = self.origin(page), self.layout.paper
        return Rect(origin.x, origin.y, paper.width, paper.height)

    def page_at(self, point: Point) -> int | None:
        """Answer the index of the page under a point of the sheet, or None for the ground."""
        index = int(point.y // (self.layout.paper.height + GAP))
        inside = 0 <= index < len(self.layout.pages) and self.paper_rect(index).contains(point)
        return index if inside else None

    def nearest_page(self, y: float) -> int:
        """Answer the index of the page at a height of the sheet, or the one next to it."""
        index = int((y + GAP / 2) // (self.layout.paper.height + GAP))
        return min(max(index, 0), max(0, len(self.layout.pages) - 1))

    def on_page(self, page: int, point: Point) -> Point:
        """Answer a point of the sheet in coordinates of a page."""
        origin = self.origin(page)
        return Point(point.x - origin.x, point.y - origin.y)

    def on_sheet(self, page: int, rect: Rect) -> Rect:
        """Answer a box of a page in coordinates of the sheet."""
        origin = self.origin(page)
        return rect.moved(origin.x, origin.y)

    def chart_pages(self) -> Iterator[tuple[int, ChartPage]]:
        """Answer the pages that carry charts, with their indices."""
        for index, page in enumerate(self.layout.pages):
            if isinstance(page, ChartPage):
                yield index, page

    def chart_of(self, page: int) -> str:
        """Answer the chart of a page; empty for the cover."""
        shown = self.layout.pages[page]
        return shown.chart if isinstance(shown, ChartPage) else ""

    def row_of(self, step: str) -> tuple[int, ChartPage, PlacedRow] | None:
        """Answer page index, page and row of a step, or None when it is not laid out."""
        for index, page in self.chart_pages():
            for row in page.rows:
                if row.step == step:
                    return index, page, row
        return None

    def symbol(self, symbol: str) -> tuple[int, PlacedSymbol] | None:
        """Answer page index and main box of a symbol, or None."""
        for index, page in self.chart_pages():
            for placed in page.symbols:
                if placed.symbol == symbol and not placed.partner:
                    return index, placed
        return None

    def lane_cell(self, step: str, first_lane: int, last_lane: int) -> Rect | None:
        """Answer the box that lanes of a step's row span on the sheet, or None."""
        found = self.row_of(step)
        if found is None:
            return None
        index, page, row = found
        spanned = [
            column
            for column in page.columns
            if column.lane is not None and first_lane <= column.lane <= last_lane
        ]
        return self.on_sheet(index, _across(spanned, row.rect)) if spanned else None

    def heading(self, actor: str, on_page: int | None = None) -> tuple[int, PlacedCell] | None:
        """Answer page index and heading of an actor's lane, on the first page or a given one."""
        for index, page in self.chart_pages():
            for cell in page.header:
                if cell.source == actor and on_page in {None, index}:
                    return index, cell
        return None


def _across(columns: list[PlacedColumn], row: Rect) -> Rect:
    left = min(column.left for column in columns)
    right = max(column.right for column in columns)
    return Rect.spanning(left, row.top, right, row.bottom)
