"""Where the pages lie on the sheet: one below the other; a scene unit is a point.

Endless, the pages of a chart lie without a gap, as one long table: of each, only the strip
is shown that goes on where the one above it ends.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.placement import (
    ChartPage,
    DocumentLayout,
    Page,
    PlacedCell,
    PlacedColumn,
    PlacedRow,
    PlacedSymbol,
)

#: Free ground between two pages and around all of them, in points.
GAP = 20.0
MARGIN = 18.0


class Strip(Struct, frozen=True):
    """What of a page is shown: from `top` to `bottom` of it, its own corner at `origin`.

    `joined_above` and `joined_below` tell that the page before or after goes on without gap.
    """

    origin: Point
    top: float
    bottom: float
    joined_above: bool = False
    joined_below: bool = False


class Sheet(Struct, frozen=True, dict=True):
    """The pages of a layout on one plane; page 0 has its corner at the origin."""

    layout: DocumentLayout
    endless: bool = False

    @cached_property
    def strips(self) -> tuple[Strip, ...]:
        """Where every page lies."""
        return tuple(_strips(self.layout, endless=self.endless))

    @property
    def bounds(self) -> Rect:
        """The pages with the ground around them."""
        paper = self.layout.paper
        count = len(self.strips)
        height = self.paper_rect(count - 1).bottom if count else paper.height
        return Rect(0, 0, paper.width, height).grown(MARGIN)

    def origin(self, page: int) -> Point:
        """Answer the upper left corner of a page."""
        return self.strips[page].origin

    def paper_rect(self, page: int) -> Rect:
        """Answer the box of what is shown of a page."""
        strip, width = self.strips[page], self.layout.paper.width
        top, bottom = strip.origin.y + strip.top, strip.origin.y + strip.bottom
        return Rect.spanning(strip.origin.x, top, strip.origin.x + width, bottom)

    def page_at(self, point: Point) -> int | None:
        """Answer the index of the page under a point of the sheet, or None for the ground."""
        for index in range(len(self.strips)):
            if self.paper_rect(index).contains(point):
                return index
        return None

    def nearest_page(self, y: float) -> int:
        """Answer the index of the page at a height of the sheet, or the one next to it."""
        last = len(self.strips) - 1
        for index in range(last):
            if y <= self.paper_rect(index).bottom + GAP / 2:
                return index
        return max(0, last)

    def pages_between(self, top: float, bottom: float) -> range:
        """Answer the indices of the pages of which something lies between two heights."""
        first = bisect_left(self.strips, top, key=_strip_bottom)
        last = bisect_right(self.strips, bottom, key=_strip_top)
        return range(first, last)

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


def _strip_top(strip: Strip) -> float:
    return strip.origin.y + strip.top


def _strip_bottom(strip: Strip) -> float:
    return strip.origin.y + strip.bottom


def _across(columns: list[PlacedColumn], row: Rect) -> Rect:
    left = min(column.left for column in columns)
    right = max(column.right for column in columns)
    return Rect.spanning(left, row.top, right, row.bottom)


def _strips(layout: DocumentLayout, *, endless: bool) -> Iterator[Strip]:
    """Answer where each page lies and what of it is shown."""
    y, pages = 0.0, layout.pages
    joins = [endless and _goes_on(one, two) for one, two in pairwise(pages)]
    for page, above, below in zip(pages, [False, *joins], [*joins, False], strict=True):
        top, bottom = 0.0, layout.paper.height
        if isinstance(page, ChartPage):
            top = page.body.top if above else top
            bottom = page.table.bottom if below else bottom
        yield Strip(Point(0.0, y - top), top, bottom, above, below)
        y += bottom - top + (0.0 if below else GAP)


def _goes_on(page: Page, following: Page) -> bool:
    """Answer whether a page continues the table of the one before it."""
    if not isinstance(page, ChartPage) or not isinstance(following, ChartPage):
        return False
    return page.chart == following.chart
