"""Where lines of a page cross each other, and what they run through."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.placement import PlacedFlow

#: Two coordinates closer than this are one line, in points.
_SAME = 0.4

#: A level piece (y, from x, to x) or an upright one (x, from y, to y) of line number `line`.
_Piece = tuple[int, float, float, float]


def crossings(flows: Iterable[PlacedFlow]) -> dict[int, tuple[Point, ...]]:
    """Answer by index the points strictly inside a level piece where other lines cross it."""
    level, upright = _pieces(tuple(flows))
    found: dict[int, set[Point]] = {}
    for line, y, left, right in level:
        for other, x, top, bottom in upright:
            inside = left + _SAME < x < right - _SAME and top + _SAME < y < bottom - _SAME
            if inside and other != line:
                found.setdefault(line, set()).add(Point(x, y))
    return {line: tuple(sorted(points)) for line, points in found.items()}


def with_hops(flows: tuple[PlacedFlow, ...]) -> tuple[PlacedFlow, ...]:
    """Answer the flows, each with the points where it hops over another line."""
    hops = crossings(flows)
    return tuple(
        replace(flow, hops=hops[index]) if index in hops else flow
        for index, flow in enumerate(flows)
    )


def runs_through(flow: PlacedFlow, rect: Rect) -> bool:
    """Answer whether a line runs through the inside of a box."""
    inner = rect.grown(-_SAME)
    return any(
        min(a.x, b.x) < inner.right
        and max(a.x, b.x) > inner.left
        and min(a.y, b.y) < inner.bottom
        and max(a.y, b.y) > inner.top
        for a, b in pairwise(flow.points)
    )


def _pieces(flows: tuple[PlacedFlow, ...]) -> tuple[list[_Piece], list[_Piece]]:
    level: list[_Piece] = []
    upright: list[_Piece] = []
    for index, (a, b) in _segments(flows):
        if a.y == b.y:
            level.append((index, a.y, min(a.x, b.x), max(a.x, b.x)))
        else:
            upright.append((index, a.x, min(a.y, b.y), max(a.y, b.y)))
    return level, upright


def _segments(flows: tuple[PlacedFlow, ...]) -> Iterator[tuple[int, tuple[Point, Point]]]:
    for index, flow in enumerate(flows):
        for segment in pairwise(flow.points):
            yield index, segment
