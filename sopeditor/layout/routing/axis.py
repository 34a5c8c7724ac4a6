"""The lattice lines of one direction: where lines may run from symbol to symbol.

A line is either the centre line of symbols or a gap between them. Each has a zone, the
coordinates its tracks may take; the zones of two lines never meet, so whatever keeps its
order on the lattice keeps it on paper. All lengths in points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

#: A line keeps this far from a symbol that is not its own.
CLEARANCE = 3.0
#: A leg keeps this far from the border of a lane or row where it can (6 px).
BORDER_DISTANCE = 4.5
#: Symbols whose middles are this close share a centre line.
SAME_CENTRE = 3.0
#: A strip between symbols narrower than this holds no line.
NARROWEST_GAP = 1.5
#: A centre line that passes a foreign symbol needs this much room beside it.
_ROOM_BESIDE = 3.0


class LatticeLine(NamedTuple):
    """A line of the lattice: its place, its zone, and the border that runs inside it.

    `clearance` is how far its tracks stay from symbols; less than CLEARANCE only where
    symbols stand too close. `squeezed` is how much of its distances a narrow gap lacks.
    """

    position: float
    low: float
    high: float
    gap: bool
    clearance: float
    border: float | None = None
    squeezed: float = 0.0


class Reach(NamedTuple):
    """The lines that a span blocks, `first` to `last`, and those it narrows beside them."""

    first: int
    last: int
    most_before: float | None
    least_after: float | None


class _Cluster(NamedTuple):
    """Symbols on one centre line: its place and the span they cover together."""

    position: float
    low: float
    high: float
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """The lines of one direction in order, the centre line of every span, and the frame."""

    lines: tuple[LatticeLine, ...]
    centre_of: tuple[int, ...]
    ends: tuple[float, float]

    def reach(self, centre: int, low: float, high: float) -> Reach:
        """Answer which lines the span `low` to `high` around line `centre` blocks."""
        lines = self.lines
        first, last = centre, centre
        most = least = None
        while first > 0:
            line = lines[first - 1]
            bound = low - line.clearance
            if bound >= line.high:
                break
            if bound - line.low >= (0 if line.gap else _ROOM_BESIDE):
                most = bound
                break
            first -= 1
        while last + 1 < len(lines):
            line = lines[last + 1]
            bound = high + line.clearance
            if bound <= line.low:
                break
            if line.high - bound >= (0 if line.gap else _ROOM_BESIDE):
                least = bound
                break
            last += 1
        return Reach(first, last, most, least)


def build_axis(boundaries: Sequence[float], spans: Sequence[tuple[float, float]]) -> Axis:
    """Answer the lines for symbols that cover `spans` between the given boundaries."""
    clusters = _clusters(spans)
    strips = _Strips(boundaries)
    lines: list[LatticeLine] = []
    centre_of = [0] * len(spans)
    tops = _suffix_lows(clusters, boundaries[-1])
    before = boundaries[0]
    opened = True
    for index, cluster in enumerate(clusters):
        gap = tops[index] - before >= NARROWEST_GAP
        if gap:
            strips.add(lines, before, tops[index])
        low = cluster.low if gap or opened else _split(clusters, index - 1) + CLEARANCE / 2
        before = max(before, cluster.high)
        closed = index + 1 == len(clusters) or tops[index + 1] - before >= NARROWEST_GAP
        high = cluster.high if closed else _split(clusters, index) - CLEARANCE / 2
        for member in cluster.members:
            centre_of[member] = len(lines)
        lines.append(strips.centre_line(cluster.position, low, high))
        opened = closed
    if boundaries[-1] - before >= NARROWEST_GAP:
        strips.add(lines, before, boundaries[-1])
    return Axis(tuple(lines), tuple(centre_of), (boundaries[0], boundaries[-1]))


class _Strips:
    """The empty strips between symbols, and the borders that run in them."""

    def __init__(self, boundaries: Sequence[float]) -> None:
        self._ends = (boundaries[0], boundaries[-1])
        self._borders = list(boundaries[1:-1])

    def add(self, lines: list[LatticeLine], low: float, high: float) -> None:
        """Add the lines of the empty strip `low` to `high`: one for each border inside it."""
        first = bisect_right(self._borders, low)
        borders = self._borders[first : bisect_left(self._borders, high, first)]
        if len(borders) < 2:
            lines.append(self._gap_line(low, high, borders[0] if borders else None))
            return
        edges = [low, *((a + b) / 2 for a, b in pairwise(borders)), high]
        for (left, right), border in zip(pairwise(edges), borders, strict=True):
            lines.append(self._gap_line(left, right, border))

    def _gap_line(self, left: float, right: float, border: float | None) -> LatticeLine:
        third = (right - left) / 3
        wanted = BORDER_DISTANCE if left in self._ends else CLEARANCE
        before = min(wanted, third)
        wanted_after = BORDER_DISTANCE if right in self._ends else CLEARANCE
        after = min(wanted_after, third)
        return LatticeLine(
            (left + right) / 2 if border is None else border,
            left + before,
            right - after,
            True,
            min(CLEARANCE, third),
            border,
            wanted + wanted_after - before - after,
        )

    def centre_line(self, at: float, low: float, high: float) -> LatticeLine:
        """Answer the line through symbols; those between two lanes stand on a border."""
        borders = self._borders
        near = bisect_right(borders, at - BORDER_DISTANCE)
        on_border = near < len(borders) and borders[near] < at + BORDER_DISTANCE
        return LatticeLine(
            at,
            min(low, at),
            max(high, at),
            False,
            CLEARANCE,
            borders[near] if on_border else None,
        )


def _split(clusters: Sequence[_Cluster], index: int) -> float:
    """Answer where the zones of two clusters meet that leave no gap between them."""
    return (clusters[index].position + clusters[index + 1].position) / 2


def _clusters(spans: Sequence[tuple[float, float]]) -> list[_Cluster]:
    groups: list[list[tuple[float, int]]] = []
    first = float("-inf")
    for middle, member in sorted(((low + high) / 2, k) for k, (low, high) in enumerate(spans)):
        if middle - first <= SAME_CENTRE:
            groups[-1].append((middle, member))
        else:
            first = middle
            groups.append([(middle, member)])
    return [_cluster(group, spans) for group in groups]


def _cluster(group: list[tuple[float, int]], spans: Sequence[tuple[float, float]]) -> _Cluster:
    if len(group) == 1:
        middle, member = group[0]
        low, high = spans[member]
        return _Cluster(middle, low, high, (member,))
    return _Cluster(
        group[len(group) // 2][0],
        min(spans[k][0] for _, k in group),
        max(spans[k][1] for _, k in group),
        tuple(k for _, k in group),
    )


def _suffix_lows(clusters: Sequence[_Cluster], end: float) -> list[float]:
    lows: list[float] = []
    for cluster in reversed(clusters):
        end = min(end, cluster.low)
        lows.append(end)
    return lows[::-1]
