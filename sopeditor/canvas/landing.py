"""Where a dropped symbol lands: in a cell, between two rows, or on the border of two lanes."""

from itertools import pairwise

from msgspec import Struct

from sopeditor.canvas.hit import Hit, LaneHit, cell_at
from sopeditor.canvas.sheet import Sheet
from sopeditor.foundation.geometry import Point
from sopeditor.layout.placement import ChartPage, PlacedRow
from sopeditor.model.symbol import SymbolKind

#: How near the border of a row means "between the rows": a share of the row, and points.
_ROW_SHARE, _ROW_MOST = 0.2, 6.0
#: How near the border of two lanes means "between the lanes": a share of the narrower one.
_LANE_SHARE = 0.2


class BetweenHit(Struct, frozen=True):
    """The line between two rows: a new row opens at `position`; `y` counts on the page."""

    page: int
    chart: str
    position: int
    lane: int
    y: float


class BorderHit(Struct, frozen=True):
    """The border at the right of lane `lane`, in a row: a place of both its neighbours."""

    page: int
    row: PlacedRow
    lane: int


Landing = Hit | BetweenHit | BorderHit


def landing_at(sheet: Sheet, point: Point, kind: SymbolKind) -> Landing:
    """Answer where a new symbol dropped at `point` lands."""
    landing = place_in_row(sheet, point, kind)
    if not isinstance(landing, LaneHit):
        return landing
    return _between(sheet, landing, point) or landing


def place_in_row(sheet: Sheet, point: Point, kind: SymbolKind) -> Hit | BorderHit:
    """Answer the lane, or for a decision the border of lanes, at `point` of a row that exists."""
    hit = cell_at(sheet, point)
    if not isinstance(hit, LaneHit) or kind is not SymbolKind.DECISION:
        return hit
    page = sheet.layout.pages[hit.page]
    border = (
        _border(page, sheet.on_page(hit.page, point).x) if isinstance(page, ChartPage) else None
    )
    return hit if border is None else BorderHit(hit.page, hit.row, border)


def _between(sheet: Sheet, hit: LaneHit, point: Point) -> BetweenHit | None:
    """Answer the border of the row that is as good as under the point."""
    rect, y = hit.row.rect, sheet.on_page(hit.page, point).y
    near = min(_ROW_MOST, _ROW_SHARE * rect.height)
    chart, position = sheet.chart_of(hit.page), hit.row.position
    if y - rect.top < near:
        return BetweenHit(hit.page, chart, position, hit.lane, rect.top)
    if rect.bottom - y < near:
        return BetweenHit(hit.page, chart, position + 1, hit.lane, rect.bottom)
    return None


def _border(page: ChartPage, x: float) -> int | None:
    lanes = [column for column in page.columns if column.lane is not None]
    for left, right in pairwise(lanes):
        near = _LANE_SHARE * min(left.width, right.width)
        if abs(x - left.right) <= near:
            return left.lane
    return None
