"""The lattice lines of one direction: where lines may run from symbol to symbol.

A line is either the centre line of symbols or a gap between them. Each has a zone, the
coordinates its tracks may take; the zones of two lines never meet, so whatever keeps its
order on the lattice keeps it on paper. All lengths in points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

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


@dataclass(frozen=True, slots=True)
class LatticeLine:
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


@dataclass(frozen=True, slots=True)
class Reach:
    """The lines that a span blocks, `first` to `last`, and those it narrows beside them."""

    first: int
    last: int
    most_before: float | None
    least_after: float | None


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Symbols on one centre line: its place and the span they cover together."""

    position: float
    low: float
    high: float
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """The lines of one direction in order, and the centre line of every span."""

    lines: tuple[LatticeLine, ...]
    centre_of: tuple[int, ...]

    def reach(self, centre: int, low: float, high: float) -> Reach:
        """Answer which lines the span `low` to `high` around line `centre` blocks."""
        first, last = centre, centre
        most = least = None
        while first > 0:
            line = self.lines[first - 1]
            bound = low - line.clearance
            if bound >= line.high:
                break
            if _holds_track(line, line.low, bound):
                most = bound
                break
            first -= 1
        while last + 1 < len(self.lines):
            line = self.lines[last + 1]
            bound = high + line.clearance
            if bound <= line.low:
                break
            if _holds_track(line, bound, line.high):
                least = bound
                break
            last += 1
        return Reach(first, last, most, least)


def _holds_track(line: LatticeLine, low: float, high: float) -> bool:
    return high - low >= (0 if line.gap else _ROOM_BESIDE)


def build_axis(boundaries: Sequence[float], spans: Sequence[tuple[float, float]]) -> Axis:
    """Answer the lines for symbols that cover `spans` between the given boundaries."""
    clusters = _clusters(spans)
    lines: list[LatticeLine] = []
    centre_of = [0] * len(spans)
    tops = _suffix_lows(clusters, boundaries[-1])
    before = boundaries[0]
    opened = True
    for index, cluster in enumerate(clusters):
        gaps = list(_gap_lines(boundaries, before, tops[index]))
        lines.extend(gaps)
        low = cluster.low if gaps or opened else _split(clusters, index - 1) + CLEARANCE / 2
        before = max(before, cluster.high)
        closed = index + 1 == len(clusters) or tops[index + 1] - before >= NARROWEST_GAP
        high = cluster.high if closed else _split(clusters, index) - CLEARANCE / 2
        for member in cluster.members:
            centre_of[member] = len(lines)
        lines.append(_centre_line(boundaries, cluster, low, high))
        opened = closed
    lines.extend(_gap_lines(boundaries, before, boundaries[-1]))
    return Axis(tuple(lines), tuple(centre_of))


def _centre_line(
    boundaries: Sequence[float], cluster: _Cluster, low: float, high: float
) -> LatticeLine:
    """Answer the line through symbols; those between two lanes stand on a border."""
    at = cluster.position
    borders = [b for b in boundaries[1:-1] if abs(b - at) < BORDER_DISTANCE]
    return LatticeLine(
        position=at,
        low=min(low, at),
        high=max(high, at),
        gap=False,
        clearance=CLEARANCE,
        border=borders[0] if borders else None,
    )


def _split(clusters: Sequence[_Cluster], index: int) -> float:
    """Answer where the zones of two clusters meet that leave no gap between them."""
    return (clusters[index].position + clusters[index + 1].position) / 2


def _clusters(spans: Sequence[tuple[float, float]]) -> list[_Cluster]:
    groups: list[list[tuple[float, int]]] = []
    for middle, member in sorted(((low + high) / 2, k) for k, (low, high) in enumerate(spans)):
        if groups and middle - groups[-1][0][0] <= SAME_CENTRE:
            groups[-1].append((middle, member))
        else:
            groups.append([(middle, member)])
    return [
        _Cluster(
            position=group[len(group) // 2][0],
            low=min(spans[k][0] for _, k in group),
            high=max(spans[k][1] for _, k in group),
            members=tuple(k for _, k in group),
        )
        for group in groups
    ]


def _suffix_lows(clusters: Sequence[_Cluster], end: float) -> list[float]:
    lows: list[float] = []
    for cluster in reversed(clusters):
        end = min(end, cluster.low)
        lows.append(end)
    return lows[::-1]


def _gap_lines(boundaries: Sequence[float], low: float, high: float) -> Iterator[LatticeLine]:
    """Yield the lines of the empty strip `low` to `high`: one for each border inside it."""
    if high - low < NARROWEST_GAP:
        return
    borders = [b for b in boundaries[1:-1] if low < b < high]
    edges = [low, *((a + b) / 2 for a, b in pairwise(borders)), high]
    for index, (left, right) in enumerate(pairwise(edges)):
        third = (right - left) / 3
        wanted = [
            BORDER_DISTANCE if edge in (boundaries[0], boundaries[-1]) else CLEARANCE
            for edge in (left, right)
        ]
        before, after = (min(distance, third) for distance in wanted)
        yield LatticeLine(
            position=borders[index] if borders else (left + right) / 2,
            low=left + before,
            high=right - after,
            gap=True,
            clearance=min(CLEARANCE, third),
            border=borders[index] if borders else None,
            squeezed=sum(wanted) - before - after,
        )
