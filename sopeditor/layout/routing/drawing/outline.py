"""From legs with coordinates to polylines that end on the symbols' outlines."""

from collections.abc import Sequence

from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.layout.routing.lattice import Site
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.sides import BOTTOM, LEFT, TOP
from sopeditor.layout.routing.ways.walks import Walk


def polyline(own: Party, walk: Walk, legs: Sequence[float]) -> Polyline:
    """Answer the line of a walk whose legs have these coordinates."""
    start = outline_point(own.source, walk.leave, legs[0])
    end = outline_point(own.target, walk.enter, legs[-1])
    count = len(legs)
    if count == 1:
        return (start, end)
    upright = walk.leave in (TOP, BOTTOM)
    if count == 2:
        corner = Point(legs[0], legs[1]) if upright else Point(legs[1], legs[0])
        return (start, corner, end)
    inner = []
    for k in range(1, count):
        inner.append(Point(legs[k - 1], legs[k]) if upright else Point(legs[k], legs[k - 1]))
        upright = not upright
    return (start, *inner, end)


def outline_point(site: Site, side: int, at: float) -> Point:
    """Answer the point of the outline on a side, at coordinate `at` along that side.

    Off the vertex of a diamond the point lies on its slanted edge.
    """
    if not site.is_diamond:
        return _box_point(site, side, at)
    if side in (TOP, BOTTOM):
        share = max(0.0, 1 - abs(at - site.centre_x) / (site.right - site.centre_x))
        height = (site.bottom - site.top) / 2 * share
        return Point(at, site.centre_y - height if side == TOP else site.centre_y + height)
    share = max(0.0, 1 - abs(at - site.centre_y) / (site.bottom - site.centre_y))
    width = (site.right - site.left) / 2 * share
    return Point(site.centre_x - width if side == LEFT else site.centre_x + width, at)


def _box_point(site: Site, side: int, at: float) -> Point:
    if side == TOP:
        return Point(at, site.top)
    if side == BOTTOM:
        return Point(at, site.bottom)
    return Point(site.left if side == LEFT else site.right, at)
