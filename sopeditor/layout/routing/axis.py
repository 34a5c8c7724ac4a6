"""The lattice lines of one direction: where lines may run from symbol to symbol.

A line is either the centre line of symbols or a gap between them. Each has a zone, the
coordinates its tracks may take; the zones of two lines never meet, so whatever keeps its
order on the lattice keeps it on paper. All lengths in points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

#: A line keeps this far from a symbol that is not its own.
CLEARANCE = 3.0
#: A leg keeps this far from the border of a lane or row where it can (6 px).
BORDER_DISTANCE = 4.5
#: Parallel lines keep this far from each other, in points; less only where a line is too full.
SMALLEST_SPACING = 3.0
#: Symbols whose middles are this close share a centre line.
SAME_CENTRE = 3.0
#: A strip between symbols narrower than this holds no line.
NARROWEST_GAP = 1.5
#: A centre line that passes a foreign symbol needs this much room beside it.
_ROOM_BESIDE = 3.0


class LatticeLine(Struct, frozen=True):
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


#: Symbols on one centre line: its place, the span they cover together, and their numbers.
_Cluster = tuple[float, float, float, list[int]]


class Reach(NamedTuple):
    """The lines that a span blocks, `first` to `last`, and those it narrows beside them."""

    first: int
    last: int
    most_before: float | None
    least_after: float | None


class Axis(Struct, frozen=True):
    """The lines of one direction in order, the centre line of every span, and the frame.

    `crowded` are the lines that have no gap on one side, but another centre line.
    """

    lines: tuple[LatticeLine, ...]
    centre_of: tuple[int, ...]
    ends: tuple[float, float]
    crowded: frozenset[int]

    def reach(self, centre: int, low: float, high: float) -> Reach:
        """Answer which lines the span `low` to `high` around line `centre` blocks.

        Gaps hold no part of any symbol: only lines next to each other without one matter.
        """
        lines = self.lines
        if centre not in self.crowded:
            return Reach(centre, centre, None, None)
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
    end = boundaries[-1]
    tops = [*_suffix_lows(clusters, end), end]
    before = boundaries[0]
    last = len(clusters) - 1
    crowded: list[int] = []
    gap, opened = tops[0] - before >= NARROWEST_GAP, True
    for index, (position, least, most, members) in enumerate(clusters):
        low, high = least, most
        top = tops[index + 1]
        if gap:
            strips.add(lines, before, tops[index])
        elif not opened:
            crowded += (len(lines) - 1, len(lines))
            low = _split(clusters, index - 1) + CLEARANCE / 2
        before = max(before, most)
        gap = top - before >= NARROWEST_GAP
        opened = gap or index == last
        if not opened:
            high = _split(clusters, index) - CLEARANCE / 2
        for member in members:
            centre_of[member] = len(lines)
        lines.append(strips.centre_line(position, low, high))
    if gap:
        strips.add(lines, before, end)
    return Axis(tuple(lines), tuple(centre_of), (boundaries[0], end), frozenset(crowded))


class _Strips:
    """The empty strips between symbols, and the borders that run in them."""

    def __init__(self, boundaries: Sequence[float]) -> None:
        self._first, *self._borders, self._last = boundaries
        #: The borders before this one lie below all strips to come.
        self._passed = 0

    def add(self, lines: list[LatticeLine], low: float, high: float) -> None:
        """Add the lines of the empty strip `low` to `high`: one for each border inside it."""
        borders = self._borders
        first = bisect_right(borders, low, self._passed)
        self._passed = last = bisect_left(borders, high, first)
        if last - first < 2:
            lines.append(self._gap_line(low, high, borders[first] if first < last else None))
            return
        edges = [low, *((a + b) / 2 for a, b in pairwise(borders[first:last])), high]
        for (left, right), border in zip(pairwise(edges), borders[first:last], strict=True):
            lines.append(self._gap_line(left, right, border))

    def _gap_line(self, left: float, right: float, border: float | None) -> LatticeLine:
        before = BORDER_DISTANCE if left == self._first else CLEARANCE
        after = BORDER_DISTANCE if right == self._last else CLEARANCE
        position = (left + right) / 2 if border is None else border
        third = (right - left) / 3
        if third >= BORDER_DISTANCE:
            return LatticeLine(position, left + before, right - after, True, CLEARANCE, border, 0.0)
        lack = max(0.0, before - third) + max(0.0, after - third)
        low, high = left + min(before, third), right - min(after, third)
        return LatticeLine(position, low, high, True, min(CLEARANCE, third), border, lack)

    def centre_line(self, at: float, low: float, high: float) -> LatticeLine:
        """Answer the line through symbols; those between two lanes stand on a border."""
        borders = self._borders
        near = bisect_right(borders, at - BORDER_DISTANCE)
        border = None
        if near < len(borders) and borders[near] < at + BORDER_DISTANCE:
            border = borders[near]
        low, high = low if low < at else at, high if high > at else at
        return LatticeLine(at, low, high, False, CLEARANCE, border, 0.0)


def _split(clusters: Sequence[_Cluster], index: int) -> float:
    """Answer where the zones of two clusters meet that leave no gap between them."""
    return (clusters[index][0] + clusters[index + 1][0]) / 2


def _clusters(spans: Sequence[tuple[float, float]]) -> list[_Cluster]:
    middles = sorted([((low + high) / 2, k) for k, (low, high) in enumerate(spans)])
    found: list[_Cluster] = []
    start, count = 0, len(middles)
    while start < count:
        middle, member = middles[start]
        low, high = spans[member]
        members = [member]
        stop = start + 1
        while stop < count and middles[stop][0] - middle <= SAME_CENTRE:
            member = middles[stop][1]
            least, most = spans[member]
            low, high = least if least < low else low, most if most > high else high
            members.append(member)
            stop += 1
        found.append((middles[(start + stop) // 2][0], low, high, members))
        start = stop
    return found


def _suffix_lows(clusters: Sequence[_Cluster], end: float) -> list[float]:
    lows: list[float] = []
    for _, low, _, _ in reversed(clusters):
        end = low if low < end else end
        lows.append(end)
    lows.reverse()
    return lows
