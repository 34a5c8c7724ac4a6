"""Lines that stay where they are, as the search for others must see them.

Of a line that leaves the part of the page looked at, only the pieces within count.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sopeditor.foundation.geometry import Polyline, Rect
from sopeditor.layout.routing.axis import LatticeLine
from sopeditor.layout.routing.lattice import Lattice, Room, Site
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.problem import Route, RoutingFlow, RoutingSymbol
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP
from sopeditor.layout.routing.ways.shapes import Node
from sopeditor.layout.routing.ways.walks import Walk

#: A point, or where a line is cut off: x and y.
Place = tuple[float, float]

#: The coordinates of legs further from every zone than this belong to no line.
_STRAY = 3.0


class Strayed(Exception):
    """A line runs where the lattice has no place for it."""


class _LineAt(dict[float, int]):
    """The lattice lines of one direction by coordinate, found when first asked for.

    Raises Strayed where no line is near.
    """

    def __init__(self, lines: Sequence[LatticeLine]) -> None:
        super().__init__()
        self._lines = lines
        self._lows = [line.low for line in lines]

    def __missing__(self, at: float) -> int:
        """Find the line whose zone holds a coordinate, or the nearest."""
        lines = self._lines
        found = bisect_right(self._lows, at) - 1
        if found < 0 or at > lines[found].high:
            near = [k for k in (found, found + 1) if 0 <= k < len(lines)]
            found = min(near, key=lambda k: _apart(lines[k], at), default=-1)
            if found < 0 or _apart(lines[found], at) > _STRAY:
                raise Strayed
        self[at] = found
        return found


class Keeper:
    """Puts lines that stay onto the lattice of a part of the page."""

    def __init__(self, lattice: Lattice) -> None:
        self._lattice = lattice
        self._top, self._bottom = lattice.rows.ends
        self._column_at = _LineAt(lattice.columns.lines)
        self._row_at = _LineAt(lattice.rows.lines)

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
        self, flow: RoutingFlow, points: Sequence[Place], holds: tuple[bool, bool], branch: int
    ) -> tuple[Party, Walk]:
        """Answer a piece of a line, which `holds` the line's begin and its end or does not."""
        sites = self._lattice.sites
        source = sites.get(flow.source) if holds[0] else None
        target = sites.get(flow.target) if holds[1] else None
        if source is not None and target is not None and 2 < len(points) < 5:
            walk = self._turning(points, source, target)
        else:
            nodes = self._nodes(points, source, target)
            if source is None and len(nodes) > 2 and nodes[0] == nodes[1]:
                points, nodes = points[1:], nodes[1:]  # it turns where it comes in
            if target is None and len(nodes) > 2 and nodes[-1] == nodes[-2]:
                points, nodes = points[:-1], nodes[:-1]
            walk = Walk(nodes, _side(points[0], points[1]), _side(points[-1], points[-2]))
            walk.rooms = _fixed(points)
        nodes = walk.nodes
        for node, following in pairwise(nodes):
            if node == following:
                raise Strayed
        elsewhere = 4 * len(sites)
        return Party(
            flow,
            source or _post(points[0], nodes[0]),
            target or _post(points[-1], nodes[-1]),
            4 * source.number if source else elsewhere,
            4 * target.number if target else elsewhere,
            branch,
        ), walk

    def _turning(self, points: Sequence[Place], source: Site, target: Site) -> Walk:
        """Answer the walk of a line that turns once or twice; its symbols tell where mostly."""
        start, stop = (source.column, source.row), (target.column, target.row)
        (x, y), (u, v), (w, z) = points[0], points[1], points[2]
        once = len(points) == 3
        nodes: tuple[Node, ...]
        rooms: tuple[Room, ...]
        if x == u:
            leave = BOTTOM if v > y else TOP
            if once:
                nodes, rooms = (start, (start[0], stop[1]), stop), ((x, x), (v, v))
            else:
                row = self._row_at[v]
                nodes = (start, (start[0], row), (stop[0], row), stop)
                rooms = ((x, x), (v, v), (w, w))
        else:
            leave = RIGHT if u > x else LEFT
            if once:
                nodes, rooms = (start, (stop[0], start[1]), stop), ((y, y), (u, u))
            else:
                column = self._column_at[u]
                nodes = (start, (column, start[1]), (column, stop[1]), stop)
                rooms = ((y, y), (u, u), (z, z))
        return Walk(nodes, leave, _side(points[-1], points[-2]), 0.0, None, rooms)

    def _nodes(
        self, points: Sequence[Place], source: Site | None, target: Site | None
    ) -> tuple[Node, ...]:
        """Answer where a piece turns, from end to end; its ends lie on lines of their symbols."""
        if len(points) == 2:
            return self._straight(points[0], points[1], source, target)
        column_at, row_at = self._column_at, self._row_at
        first, last = points[0], points[-1]
        turns = [(column_at[x], row_at[y]) for x, y in points[1:-1]]
        if source is not None:
            column, row = turns[0]
            turns[0] = (source.column, row) if first[0] == points[1][0] else (column, source.row)
        if target is not None:
            column, row = turns[-1]
            turns[-1] = (target.column, row) if last[0] == points[-2][0] else (column, target.row)
        start = (source.column, source.row) if source else self._outside(first, points[1])
        stop = (target.column, target.row) if target else self._outside(last, points[-2])
        return (start, *turns, stop)

    def _straight(
        self, first: Place, last: Place, source: Site | None, target: Site | None
    ) -> tuple[Node, Node]:
        """Answer the ends of a piece that does not turn, which are on one line of the lattice."""
        upright = first[0] == last[0]
        start = (source.column, source.row) if source else self._outside(first, last)
        stop = (target.column, target.row) if target else self._outside(last, first)
        if source is None:
            start = (stop[0], start[1])
        elif target is None:
            stop = (start[0], stop[1])
        elif (start[0] != stop[0]) if upright else (start[1] != stop[1]):
            raise Strayed
        return start, stop

    def _outside(self, end: Place, inside: Place) -> Node:
        """Answer the node where an upright leg leaves the part of the page."""
        x, y = end
        if x != inside[0]:
            raise Strayed
        return self._column_at[x], 0 if y <= self._top else len(self._lattice.ys) - 1


def _apart(line: LatticeLine, at: float) -> float:
    """Answer how far a coordinate is from the zone of a line; less than 0 within."""
    below, above = line.low - at, at - line.high
    return below if below > above else above


def _within(line: Polyline, top: float, bottom: float) -> Iterator[tuple[list[Place], bool, bool]]:
    """Yield the pieces of a line between two heights, and which ends of the line they hold."""
    points: list[Place] = []
    begins = True
    last = len(line) - 2
    for index, (a, b) in enumerate(pairwise(line)):
        (x, y), (u, v) = a, b
        if (y <= top and v <= top) or (y >= bottom and v >= bottom):
            continue
        start = a if top <= y <= bottom else (x, top if y < top else bottom)
        stop = b if top <= v <= bottom else (u, top if v < top else bottom)
        if not points:
            points, begins = [start], index == 0 and start is a
        points.append(stop)
        if stop is not b or index == last:
            yield points, begins, stop is b
            points = []


def _fixed(points: Sequence[Place]) -> tuple[Room, ...]:
    """Answer rooms of legs that leave them where they are: nothing may move what stays."""
    return tuple([(x, x) if x == u else (y, y) for (x, y), (u, v) in pairwise(points)])


def _side(start: Place, following: Place) -> int:
    """Answer the side of a symbol that a line leaves by."""
    (x, y), (u, v) = start, following
    if x == u:
        return BOTTOM if v > y else TOP
    return RIGHT if u > x else LEFT


#: Stands for the symbol at the end of a piece where the line goes on outside the part.
_NOWHERE = RoutingSymbol(id="", rect=Rect(0.0, 0.0, 0.0, 0.0), row=0, first_lane=0, last_lane=0)


def _post(at: Place, node: Node) -> Site:
    """Answer a stand-in for a symbol where a line comes into the part or leaves it."""
    x, y = at
    column, row = node
    # fmt: off
    return Site(
        -1, _NOWHERE, False, x, x, y, y, x, y, (x, x), (y, y),
        column, column, column, row, row, row, column, column, row, row,
    )
    # fmt: on
