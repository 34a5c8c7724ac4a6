"""From attached lines to edges between nodes: loose pieces joined, directions told."""

import math
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct, field

from sopeditor.excel.reader.geometry import distance_to_line
from sopeditor.excel.reader.lines import AttachedLine
from sopeditor.excel.reader.nodes import Node
from sopeditor.excel.reader.objects import DrawnObject
from sopeditor.foundation.geometry import Point, Polyline, bounding_box

#: A loose end joins another line no farther than this, in points.
_JOIN = 4.5
#: A drawing with more loose ends than this is no chart; they stay loose.
_MOST_LOOSE = 1_000
#: Among more pieces than this that meet, no single way is looked for.
_MOST_PIECES = 200


class EdgeDoubt(StrEnum):
    """Why an edge, or a line that gave none, is to be looked at; words `finding.<value>`."""

    NO_ARROW = "no_arrow"
    TWO_ARROWS = "two_arrows"
    LOOSE = "loose_line"
    JOINED = "joined_lines"
    ITSELF = "to_itself"


class Edge(Struct, frozen=True, kw_only=True):
    """A line from node to node by index, `arrow` false for a plain one; its course.

    `pieces` are the orders of all lines that draw it. `told` means that a person said where
    it leads; `labelled` that one said what stands beside it.
    """

    source: int
    target: int
    arrow: bool
    course: tuple[Polyline, ...]
    drawn: DrawnObject
    pieces: tuple[int, ...] = ()
    label: str = ""
    told: bool = False
    labelled: bool = False


class LineDoubt(Struct, frozen=True):
    """A line that is to be looked at, and the orders of all pieces that it is drawn with."""

    doubt: EdgeDoubt
    drawn: DrawnObject
    pieces: tuple[int, ...]

    @classmethod
    def of(cls, doubt: EdgeDoubt, lines: Sequence[AttachedLine]) -> "LineDoubt":
        """Answer the doubt about lines that are taken as one."""
        return cls(doubt, lines[0].drawn, _orders(lines))


class Edges(Struct):
    """All edges of a chart, and the lines that are to be looked at."""

    edges: list[Edge] = field(default_factory=list)
    doubts: list[LineDoubt] = field(default_factory=list)


def find_edges(lines: Sequence[AttachedLine], nodes: Sequence[Node]) -> Edges:
    """Answer the edges that lines make, whole ones and those of loose pieces."""
    found = Edges()
    for members in _components(lines):
        if len(members) == 1:
            _single(members[0], nodes, found)
        else:
            _joined(members, nodes, found)
    return found


def _single(line: AttachedLine, nodes: Sequence[Node], found: Edges) -> None:
    if line.start is None or line.end is None:
        found.doubts.append(LineDoubt.of(EdgeDoubt.LOOSE, [line]))
        return
    if line.start == line.end:
        found.doubts.append(LineDoubt.of(EdgeDoubt.ITSELF, [line]))
        return
    source, target = line.start, line.end
    if line.arrow_at_start and line.arrow_at_end:
        found.doubts.append(LineDoubt.of(EdgeDoubt.TWO_ARROWS, [line]))
    elif line.arrow_at_start:
        source, target = target, source
    arrow = line.arrow_at_start or line.arrow_at_end
    points = line.points if source == line.start else line.points[::-1]
    found.edges.append(
        Edge(
            source=source,
            target=target,
            arrow=arrow,
            course=(points,),
            drawn=line.drawn,
            pieces=_orders([line]),
        )
    )


def _joined(lines: Sequence[AttachedLine], nodes: Sequence[Node], found: Edges) -> None:
    """Take lines that meet as one: what an arrow points at are targets, all else sources."""
    ends = [end for line in lines for end in line.ends]
    targets = list(dict.fromkeys(node for _, node, arrow in ends if arrow and node is not None))
    sources = [
        node
        for node in dict.fromkeys(node for _, node, arrow in ends if node is not None and not arrow)
        if node not in targets
    ]
    pairs = [(source, target) for target in targets for source in sources]
    arrow = bool(targets)
    if not targets and len(sources) == 2:
        pairs = [(sources[0], sources[1])]
    if not pairs:
        found.doubts.append(LineDoubt.of(EdgeDoubt.LOOSE, lines))
        return
    found.doubts.append(LineDoubt.of(EdgeDoubt.JOINED, lines))
    pieces = _orders(lines)
    way = _Ways(lines)
    found.edges += [
        Edge(
            source=one,
            target=other,
            arrow=arrow,
            course=way.between(one, other),
            drawn=lines[0].drawn,
            pieces=pieces,
        )
        for one, other in pairs
    ]


def _orders(lines: Sequence[AttachedLine]) -> tuple[int, ...]:
    return tuple(line.drawn.order for line in lines)


def _components(lines: Sequence[AttachedLine]) -> Iterator[list[AttachedLine]]:
    """Answer the lines in groups that meet at loose ends, in the order of their first."""
    leader = list(range(len(lines)))

    def top(index: int) -> int:
        while leader[index] != index:
            index = leader[index]
        return index

    meeting = _Meeting(lines)
    for index, line in enumerate(lines):
        for point, node, _ in line.ends:
            for other in meeting.at(point, index) if node is None else ():
                first, second = sorted((top(index), top(other)))
                leader[second] = first
    groups: dict[int, list[AttachedLine]] = defaultdict(list)
    for index, line in enumerate(lines):
        groups[top(index)].append(line)
    yield from groups.values()


class _Ways:
    """Finds through lines that meet the ones that lead from a node to another."""

    def __init__(self, lines: Sequence[AttachedLine]) -> None:
        self._lines = lines
        self._touching = (
            [
                [
                    other
                    for other in range(len(lines))
                    if other != index and self._meet(index, other)
                ]
                for index in range(len(lines))
            ]
            if len(lines) <= _MOST_PIECES
            else [[] for _ in lines]
        )

    def _meet(self, one: int, other: int) -> bool:
        return any(
            node is None and distance_to_line(point, self._lines[second].points) <= _JOIN
            for first, second in ((one, other), (other, one))
            for point, node, _ in self._lines[first].ends
        )

    def between(self, source: int, target: int) -> tuple[Polyline, ...]:
        """Answer the fewest lines from node to node, else all; the first begins at the source."""
        starts = [n for n, line in enumerate(self._lines) if source in (line.start, line.end)]
        before: dict[int, int | None] = dict.fromkeys(starts)
        waiting = deque(starts)
        while waiting:
            index = waiting.popleft()
            if target in (self._lines[index].start, self._lines[index].end):
                return self._course(index, before, source)
            for other in self._touching[index]:
                if other not in before:
                    before[other] = index
                    waiting.append(other)
        return tuple(line.points for line in self._lines)

    def _course(
        self, last: int, before: dict[int, int | None], source: int
    ) -> tuple[Polyline, ...]:
        way: list[int] = []
        index: int | None = last
        while index is not None:
            way.append(index)
            index = before[index]
        first, *rest = reversed(way)
        line = self._lines[first]
        points = line.points if line.start == source else line.points[::-1]
        return (points, *(self._lines[index].points for index in rest))


class _Meeting:
    """Answers which lines a loose end meets: other loose ends before the middle of a line."""

    def __init__(self, lines: Sequence[AttachedLine]) -> None:
        self._lines = lines
        self._boxes = [bounding_box(line.points).grown(_JOIN) for line in lines]
        self._loose = [
            (point, index)
            for index, line in enumerate(lines)
            for point, node, _ in line.ends
            if node is None
        ][:_MOST_LOOSE]
        self._asked = 0

    def at(self, point: Point, own: int) -> tuple[int, ...]:
        """Answer the lines that the loose end `point` of line `own` meets."""
        self._asked += 1
        if self._asked > _MOST_LOOSE:
            return ()
        ends = tuple(
            index
            for other, index in self._loose
            if index != own and math.dist(point, other) <= _JOIN
        )
        if ends:
            return ends
        bodies = [
            (distance_to_line(point, line.points), other)
            for other, line in enumerate(self._lines)
            if other != own and self._boxes[other].contains(point)
        ]
        distance, index = min(bodies, default=(math.inf, -1))
        return (index,) if distance <= _JOIN else ()
