"""From legs with coordinates to polylines that end on the symbols' outlines."""

from collections.abc import Sequence

from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.problem import Outline, RoutingFlow, RoutingSymbol
from sopeditor.layout.routing.templates import Walk
from sopeditor.layout.routing.tracks import Coordinates
from sopeditor.model.flow import Side


def polylines(
    lattice: Lattice,
    flows: Sequence[RoutingFlow],
    walks: dict[int, Walk],
    coordinates: Coordinates,
) -> dict[int, Polyline]:
    """Answer the line of every walk, by flow number."""
    lines: dict[int, Polyline] = {}
    for number, walk in walks.items():
        flow = flows[number]
        legs = [coordinates.legs[number, k] for k in range(len(walk.nodes) - 1)]
        start = outline_point(lattice.sites[flow.source].symbol, walk.leave, legs[0])
        end = outline_point(lattice.sites[flow.target].symbol, walk.enter, legs[-1])
        inner = [_corner(walk, k, legs) for k in range(1, len(legs))]
        lines[number] = (start, *inner, end)
    return lines


def outline_point(symbol: RoutingSymbol, side: Side, at: float) -> Point:
    """Answer the point of the outline on a side, at coordinate `at` along that side.

    Off the vertex of a diamond the point lies on its slanted edge.
    """
    rect, centre = symbol.rect, symbol.rect.centre
    width, height = rect.width / 2, rect.height / 2
    if symbol.outline is Outline.DIAMOND:
        if side in (Side.TOP, Side.BOTTOM):
            height *= max(0.0, 1 - abs(at - centre.x) / width)
        else:
            width *= max(0.0, 1 - abs(at - centre.y) / height)
    match side:
        case Side.TOP:
            return Point(at, centre.y - height)
        case Side.BOTTOM:
            return Point(at, centre.y + height)
        case Side.LEFT:
            return Point(centre.x - width, at)
        case Side.RIGHT:
            return Point(centre.x + width, at)


def _corner(walk: Walk, k: int, legs: Sequence[float]) -> Point:
    """Answer the corner between leg k - 1 and leg k."""
    leads_down = walk.nodes[k - 1][0] == walk.nodes[k][0]
    return Point(legs[k - 1], legs[k]) if leads_down else Point(legs[k], legs[k - 1])
