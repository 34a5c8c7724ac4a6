"""From legs with coordinates to polylines that end on the symbols' outlines."""

from collections.abc import Sequence

from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.layout.routing.lattice import Site
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.sides import BOTTOM, LEFT, TOP
from sopeditor.layout.routing.ways.walks import Walk

#: Makes a point of a pair, at half of what `Point(x, y)` costs: a page has thousands.
_new = tuple.__new__
_UPRIGHT = (TOP, BOTTOM)


def polylines(
    parties: Sequence[Party], walks: Sequence[Walk], legs: Sequence[Sequence[float]]
) -> list[Polyline]:
    """Answer the lines of walks whose legs have these coordinates."""
    return [
        polyline(own, walk, places) for own, walk, places in zip(parties, walks, legs, strict=True)
    ]


def polyline(own: Party, walk: Walk, legs: Sequence[float]) -> Polyline:
    """Answer the line of a walk whose legs have these coordinates."""
    at = legs[0]
    start = outline_point(own.source, walk.leave, at)
    end = outline_point(own.target, walk.enter, legs[-1])
    count = len(legs)
    if count == 1:
        return (start, end)
    upright = walk.leave in _UPRIGHT
    if count == 2:
        return (start, _new(Point, (at, legs[1]) if upright else (legs[1], at)), end)
    inner = []
    for following in legs[1:]:
        inner.append(_new(Point, (at, following) if upright else (following, at)))
        at, upright = following, not upright
    return (start, *inner, end)


def outline_point(site: Site, side: int, at: float) -> Point:
    """Answer the point of the outline on a side, at coordinate `at` along that side.

    Off the vertex of a diamond the point lies on its slanted edge.
    """
    if site.is_diamond:
        return _diamond_point(site, side, at)
    if side == TOP:
        return _new(Point, (at, site.top))
    if side == BOTTOM:
        return _new(Point, (at, site.bottom))
    return _new(Point, (site.left if side == LEFT else site.right, at))


def _diamond_point(site: Site, side: int, at: float) -> Point:
    half_width, half_height = (site.right - site.left) / 2, (site.bottom - site.top) / 2
    if side in _UPRIGHT:
        off = at - site.centre_x
        share = 1 - (off if off > 0 else -off) / half_width
        height = half_height * share if share > 0 else 0.0
        return _new(Point, (at, site.centre_y - height if side == TOP else site.centre_y + height))
    off = at - site.centre_y
    share = 1 - (off if off > 0 else -off) / half_height
    width = half_width * share if share > 0 else 0.0
    return _new(Point, (site.centre_x - width if side == LEFT else site.centre_x + width, at))
