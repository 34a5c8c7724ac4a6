"""Wishes about lines: what dragging a piece of a line or its label asks the router for.

Wishes count from the centre of the flow's source, so that they move with it.
"""

from itertools import pairwise

from msgspec.structs import replace

from sopeditor.canvas.sheet import Sheet
from sopeditor.foundation.geometry import Point, Polyline, Rect, bounding_box
from sopeditor.layout.placement import ChartPage, PlacedFlow
from sopeditor.model.document import Document
from sopeditor.model.flow import NO_HINTS, Flow, FlowHints

#: A line that passes a wished point this near obeys it, in points.
OBEYED = 6.5
#: A line this near to where a piece was dragged went where it was meant to, in points:
#: at the edge of the table, lines run inside the outer lanes.
_MEANT = 20.0


def is_whole(page: ChartPage, flow: PlacedFlow) -> bool:
    """Answer whether both ends of a flow are symbols of this page: only then it can be bent."""
    symbols = {symbol.id for symbol in page.symbols}
    return bool(flow.flow) and {flow.source, flow.target} <= symbols


def piece_at(points: Polyline, place: Point) -> tuple[Point, Point]:
    """Answer the piece of a line nearest to a place."""
    return min(pairwise(points), key=_Away(place))


def is_level(piece: tuple[Point, Point]) -> bool:
    """Answer whether a piece runs across the page, and so is dragged up and down."""
    return abs(piece[0].y - piece[1].y) < abs(piece[0].x - piece[1].x)


def snapped(page: ChartPage, piece: tuple[Point, Point], place: Point) -> Point:
    """Answer the point of the track nearest to `place` on which lines run, for the piece.

    Tracks are the middles and the borders of lanes and of rows.
    """
    middle = Point((piece[0].x + piece[1].x) / 2, (piece[0].y + piece[1].y) / 2)
    if is_level(piece):
        return Point(middle.x, min(_rows(page), key=_Distance(place.y)))
    return Point(min(_lanes(page), key=_Distance(place.x)), middle.y)


def bent(hints: FlowHints, source: Point, piece: tuple[Point, Point], to: Point) -> FlowHints:
    """Answer the wishes with the piece led through `to`; other wished points stay."""
    around = bounding_box(piece).grown(OBEYED)
    kept = tuple(
        point
        for point in hints.way_points
        if not around.contains(Point(source.x + point.x, source.y + point.y))
    )
    way_points = (*kept, Point(to.x - source.x, to.y - source.y))
    return FlowHints(way_points=way_points, label_position=hints.label_position)


def passes(points: Polyline, place: Point) -> bool:
    """Answer whether a line passes a place."""
    away = _Away(place)
    return min(away(piece) for piece in pairwise(points)) <= OBEYED


def met(points: Polyline, place: Point) -> Point | None:
    """Answer the point at which a line goes where it was meant to; None when it doesn't."""
    near = _nearest(points, place)
    return near if max(abs(near.x - place.x), abs(near.y - place.y)) <= _MEANT else None


def label_clashes(page: ChartPage, flow: PlacedFlow, box: Rect) -> bool:
    """Answer whether a label would stand on a line, a symbol, another label or off the lanes."""
    lanes = [column for column in page.columns if column.lane is not None]
    room = Rect.spanning(lanes[0].left, page.body.top, lanes[-1].right, page.body.bottom)
    taken = [symbol.rect for symbol in page.symbols]
    taken += [link.rect for link in page.links]
    taken += [other.label.rect for other in page.flows if other.label and other is not flow]
    taken += [bounding_box(p).grown(0.1) for other in page.flows for p in pairwise(other.points)]
    return not room.encloses(box) or any(box.intersects(other) for other in taken)


def source_centre(page: ChartPage, flow: PlacedFlow) -> Point | None:
    """Answer the point from which the wishes of a flow count; None when it is not on the page."""
    for symbol in page.symbols:
        if symbol.id == flow.source:
            return symbol.rect.centre
    return None


def wishful(document: Document) -> tuple[Flow, ...]:
    """Answer the flows that wish for a course or for a place of their label."""
    return tuple(
        flow for chart in document.charts for flow in chart.flows if flow.hints != NO_HINTS
    )


def pins(sheet: Sheet, document: Document) -> list[Point]:
    """Answer where lines and labels stand by wish, on the sheet, to be marked."""
    wishes = {flow.id: flow.hints for flow in wishful(document)}
    marked: list[Point] = []
    for index, page in sheet.chart_pages() if wishes else ():
        origin = sheet.origin(index)
        for flow in page.flows:
            centre = source_centre(page, flow)
            if flow.flow in wishes and centre is not None:
                found = _pins_of(wishes[flow.flow], flow, centre)
                marked += [Point(pin.x + origin.x, pin.y + origin.y) for pin in found]
    return marked


def moved_label(hints: FlowHints, source: Point, centre: Point) -> FlowHints:
    """Answer the wishes with the label's centre at `centre`."""
    return replace(hints, label_position=Point(centre.x - source.x, centre.y - source.y))


def _pins_of(hints: FlowHints, flow: PlacedFlow, centre: Point) -> list[Point]:
    places = [Point(centre.x + point.x, centre.y + point.y) for point in hints.way_points]
    found = [_nearest(flow.points, place) for place in places if passes(flow.points, place)]
    if hints.label_position is not None and flow.label is not None:
        found.append(Point(flow.label.rect.right, flow.label.rect.top))
    if not found:
        found.append(flow.points[len(flow.points) // 2])
    return found


def _nearest(points: Polyline, place: Point) -> Point:
    """Answer the point of a line nearest to a place."""
    start, end = piece_at(points, place)
    left, right = sorted((start.x, end.x))
    top, bottom = sorted((start.y, end.y))
    return Point(min(max(place.x, left), right), min(max(place.y, top), bottom))


def _lanes(page: ChartPage) -> list[float]:
    lanes = [column for column in page.columns if column.lane is not None]
    edges = [column.left for column in lanes] + [lanes[-1].right]
    return [*edges, *((column.left + column.right) / 2 for column in lanes)]


def _rows(page: ChartPage) -> list[float]:
    edges = [row.rect.top for row in page.rows] + [page.body.bottom]
    return [*edges, *(row.rect.centre.y for row in page.rows)]


class _Away:
    """How far a place is from pieces of lines."""

    def __init__(self, place: Point) -> None:
        self._place = place

    def __call__(self, piece: tuple[Point, Point]) -> float:
        """Answer the larger of the distances across and along."""
        box, place = bounding_box(piece), self._place
        across = max(box.left - place.x, 0.0, place.x - box.right)
        return max(across, box.top - place.y, 0.0, place.y - box.bottom)


class _Distance:
    """How far a coordinate is from others."""

    def __init__(self, coordinate: float) -> None:
        self._coordinate = coordinate

    def __call__(self, other: float) -> float:
        """Answer the distance."""
        return abs(other - self._coordinate)
