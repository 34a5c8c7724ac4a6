"""Lines with their corners and arrows, and the nodes that their ends belong to.

Glue is believed only where it names one node and the end lies near it: copied sheets hold
numbers twice, and LibreOffice writes wrong ones.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from sopeditor.excel.reader.geometry import distance_to_box
from sopeditor.excel.reader.nodes import Node
from sopeditor.excel.reader.objects import DrawnObject, Glue
from sopeditor.foundation.geometry import Point, Polyline, Rect

#: How far an end may be from the node that it is glued to, and from one that it is not.
_GLUED, _NEAR = 15.0, 10.5
#: Two ends as close as this are one corner, drawn as two lines.
CORNER = 3.2
#: An end within this of a node is at the node, whatever else meets there.
_AT_NODE = 4.6
_BAND = 40.0


class AttachedLine(Struct, frozen=True, kw_only=True):
    """A line and the indices of the nodes at its start and end, None where loose.

    `arrow_at_start` and `arrow_at_end` tell its heads.
    """

    drawn: DrawnObject
    points: Polyline
    start: int | None
    end: int | None

    @property
    def arrow_at_start(self) -> bool:
        """Whether a head is at the first point."""
        return self.drawn.looks.head

    @property
    def arrow_at_end(self) -> bool:
        """Whether a head is at the last point."""
        return self.drawn.looks.tail

    @property
    def ends(self) -> tuple[tuple[Point, int | None, bool], ...]:
        """Both ends: the point, its node, and whether an arrow is there."""
        return (
            (self.points[0], self.start, self.arrow_at_start),
            (self.points[-1], self.end, self.arrow_at_end),
        )


class NodeFinder:
    """Answers nodes by number and by place."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        counted = Counter(node.drawn.number for node in nodes)
        self._numbers = {
            node.drawn.number: index
            for index, node in enumerate(nodes)
            if counted[node.drawn.number] == 1
        }
        self._bands: dict[int, list[int]] = defaultdict(list)
        for index, node in enumerate(nodes):
            for band in _bands(node.box.grown(_GLUED)):
                self._bands[band].append(index)

    def at(self, point: Point, glue: Glue | None) -> int | None:
        """Answer the node of a line's end, or None where it is loose."""
        glued = self._numbers.get(glue.shape) if glue else None
        if glued is not None and distance_to_box(point, self._nodes[glued].box) <= _GLUED:
            return glued
        near = [(self._distance(point, index), index) for index in self._around(point)]
        distance, index = min(near, default=((math.inf, 0.0), -1))
        return index if distance[0] <= _NEAR else None

    def distance(self, point: Point, index: int) -> float:
        """Answer how far a point is from the box of a node."""
        return distance_to_box(point, self._nodes[index].box)

    def _around(self, point: Point) -> list[int]:
        return self._bands.get(math.floor(point.y / _BAND), [])

    def _distance(self, point: Point, index: int) -> tuple[float, float]:
        """Answer the distance from the box, and of boxes that are as near, from a site."""
        box = self._nodes[index].box
        return round(distance_to_box(point, box), 1), min(math.dist(point, s) for s in _sites(box))


def attach(lines: Iterable[DrawnObject], nodes: Sequence[Node]) -> list[AttachedLine]:
    """Answer the lines with the nodes at their ends."""
    finder = NodeFinder(nodes)
    attached = [_attached(drawn, finder) for drawn in lines]
    corners = _corners(attached)
    return [_without_corners(line, finder, corners) for line in attached]


def _attached(drawn: DrawnObject, finder: NodeFinder) -> AttachedLine:
    points = drawn.points
    return AttachedLine(
        drawn=drawn,
        points=points,
        start=finder.at(points[0], drawn.start),
        end=finder.at(points[-1], drawn.end),
    )


_Corners = dict[tuple[int, int], list[tuple[DrawnObject, Point]]]


def _corners(lines: Iterable[AttachedLine]) -> _Corners:
    """Answer the ends without head of straight lines, in squares of the corner's size."""
    found: _Corners = defaultdict(list)
    for line in lines:
        for point, _, arrow in line.ends:
            if len(line.points) == 2 and not arrow:
                found[_square(point)].append((line.drawn, point))
    return found


def _without_corners(line: AttachedLine, finder: NodeFinder, corners: _Corners) -> AttachedLine:
    """Let go of nodes that a corner of an elbow, drawn as two lines, only comes near."""
    kept = []
    for point, node, arrow in line.ends:
        is_corner = (
            node is not None
            and len(line.points) == 2
            and not arrow
            and finder.distance(point, node) > _AT_NODE
            and any(math.dist(point, other) <= CORNER for other in _meeting(line, point, corners))
        )
        kept.append(None if is_corner else node)
    return AttachedLine(drawn=line.drawn, points=line.points, start=kept[0], end=kept[1])


def _meeting(line: AttachedLine, point: Point, corners: _Corners) -> Iterator[Point]:
    column, row = _square(point)
    for square in ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
        yield from (other for drawn, other in corners.get(square, ()) if drawn is not line.drawn)


def _square(point: Point) -> tuple[int, int]:
    return math.floor(point.x / CORNER), math.floor(point.y / CORNER)


def _bands(box: Rect) -> range:
    return range(math.floor(box.top / _BAND), math.floor(box.bottom / _BAND) + 1)


def _sites(box: Rect) -> tuple[Point, ...]:
    middle = box.centre
    return (
        Point(middle.x, box.top),
        Point(box.left, middle.y),
        Point(middle.x, box.bottom),
        Point(box.right, middle.y),
    )
