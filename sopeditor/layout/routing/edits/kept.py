"""Lines that stay where they are, as the search for others must see them.

Of a line that leaves the part of the page looked at, only the pieces within count.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sopeditor.foundation.geometry import Point, Polyline, Rect
from sopeditor.layout.routing.axis import LatticeLine
from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.problem import Route, RoutingFlow, RoutingSymbol
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP
from sopeditor.layout.routing.ways.shapes import Node
from sopeditor.layout.routing.ways.walks import Walk

#: The coordinates of legs further from every zone than this belong to no line.
_STRAY = 3.0


class Strayed(Exception):
    """A line runs where the lattice has no place for it."""


class Keeper:
    """Puts lines that stay onto the lattice of a part of the page."""

    def __init__(self, lattice: Lattice) -> None:
        self._lattice = lattice
        self._top, self._bottom = lattice.rows.ends
        self._column_lows = [line.low for line in lattice.columns.lines]
        self._row_lows = [line.low for line in lattice.rows.lines]

    def pieces(self, flow: RoutingFlow, one: Route, branch: int) -> list[tuple[Party, Walk]]:
        """Answer the pieces of a flow's line within the part, as flows of their own.

        Raises Strayed when the lattice has no place for one of them.
        """
        top, bottom = one.extent
        if top > self._top and bottom < self._bottom:
            return [self._piece(flow, one.points, (True, True), branch)]
        return [
            self._piece(flow, points, (begins, ends), branch if begins else 0)
            for points, begins, ends in _within(one.points, self._top, self._bottom)
        ]

    def _piece(
        self, flow: RoutingFlow, points: Sequence[Point], holds: tuple[bool, bool], branch: int
    ) -> tuple[Party, Walk]:
        """Answer a piece of a line, which `holds` the line's begin and its end or does not."""
        sites = self._lattice.sites
        source = sites.get(flow.source) if holds[0] else None
        target = sites.get(flow.target) if holds[1] else None
        nodes = self._nodes(points, source, target)
        if source is None and len(nodes) > 2 and nodes[0] == nodes[1]:
            points, nodes = points[1:], nodes[1:]  # it turns where it comes in
        if target is None and len(nodes) > 2 and nodes[-1] == nodes[-2]:
            points, nodes = points[:-1], nodes[:-1]
        for node, following in pairwise(nodes):
            if node == following:
                raise Strayed
        walk = Walk(nodes, _side(points[0], points[1]), _side(points[-1], points[-2]))
        # Nothing may move what stays.
        rooms = []
        (x, y) = points[0]
        for u, v in points[1:]:
            rooms.append((x, x) if x == u else (y, y))
            x, y = u, v
        walk.rooms = tuple(rooms)
        elsewhere = 4 * len(sites)
        return Party(
            flow,
            source or _post(points[0], nodes[0]),
            target or _post(points[-1], nodes[-1]),
            4 * source.number if source else elsewhere,
            4 * target.number if target else elsewhere,
            branch,
        ), walk

    def _nodes(
        self, points: Sequence[Point], source: Site | None, target: Site | None
    ) -> tuple[Node, ...]:
        """Answer where a piece turns, from end to end; its ends lie on lines of their symbols."""
        columns = self._lattice.columns.lines
        legs: list[tuple[bool, int]] = []
        last = len(points) - 2
        for index, (a, b) in enumerate(pairwise(points)):
            upright = a[0] == b[0]
            site = (source if index == 0 else None) or (target if index == last else None)
            if site is not None:
                line = site.column if upright else site.row
            elif upright:
                line = _nearest(columns, self._column_lows, a[0])
            else:
                line = _nearest(self._lattice.rows.lines, self._row_lows, a[1])
            legs.append((upright, line))
        upright, line = legs[-1]
        if target is not None and line != (target.column if upright else target.row):
            raise Strayed
        nodes = [self._end(source, legs[0], points[0])]
        for (upright, before), (_, after) in pairwise(legs):
            nodes.append((before, after) if upright else (after, before))
        nodes.append(self._end(target, legs[-1], points[-1]))
        return tuple(nodes)

    def _end(self, site: Site | None, leg: tuple[bool, int], at: Point) -> Node:
        """Answer the node of an end: its symbol's, or where an upright leg leaves the part."""
        if site is not None:
            return (site.column, site.row)
        upright, line = leg
        if not upright:
            raise Strayed
        return (line, 0 if at.y <= self._top else len(self._row_lows) - 1)


def _nearest(lines: Sequence[LatticeLine], lows: Sequence[float], at: float) -> int:
    """Answer the line whose zone holds a coordinate, or the nearest."""
    after = bisect_right(lows, at)
    if after and at <= lines[after - 1].high:
        return after - 1
    near = range(max(0, after - 1), min(after + 1, len(lines)))
    best = min(near, key=lambda k: max(lines[k].low - at, at - lines[k].high), default=-1)
    if best < 0 or max(lines[best].low - at, at - lines[best].high) > _STRAY:
        raise Strayed
    return best


def _within(line: Polyline, top: float, bottom: float) -> Iterator[tuple[list[Point], bool, bool]]:
    """Yield the pieces of a line between two heights, and which ends of the line they hold."""
    points: list[Point] = []
    begins = True
    last = len(line) - 2
    for index, (a, b) in enumerate(pairwise(line)):
        (x, y), (u, v) = a, b
        if (y <= top and v <= top) or (y >= bottom and v >= bottom):
            continue
        start = a if top <= y <= bottom else Point(x, top if y < top else bottom)
        stop = b if top <= v <= bottom else Point(u, top if v < top else bottom)
        if not points:
            points, begins = [start], index == 0 and start is a
        points.append(stop)
        if stop is not b or index == last:
            yield points, begins, stop is b
            points = []


def _side(start: Point, following: Point) -> int:
    """Answer the side of a symbol that a line leaves by."""
    (x, y), (u, v) = start, following
    if x == u:
        return BOTTOM if v > y else TOP
    return RIGHT if u > x else LEFT


#: Stands for the symbol at the end of a piece where the line goes on outside the part.
_NOWHERE = RoutingSymbol(id="", rect=Rect(0.0, 0.0, 0.0, 0.0), row=0, first_lane=0, last_lane=0)


def _post(at: Point, node: Node) -> Site:
    """Answer a stand-in for a symbol where a line comes into the part or leaves it."""
    x, y = at
    column, row = node
    return Site(
        number=-1,
        symbol=_NOWHERE,
        is_diamond=False,
        left=x,
        right=x,
        top=y,
        bottom=y,
        centre_x=x,
        centre_y=y,
        across=(x, x),
        along=(y, y),
        column=column,
        first_column=column,
        last_column=column,
        row=row,
        first_row=row,
        last_row=row,
        reach_left=column,
        reach_right=column,
        reach_up=row,
        reach_down=row,
    )
