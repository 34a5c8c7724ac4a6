"""The lattice lines of one direction: where lines may run from symbol to symbol.

A line is either the centre line of symbols or a gap between them. Each has a zone, the
coordinates its tracks may take; the zones of two lines never meet, so whatever keeps its
order on the lattice keeps it on paper. All lengths in points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from msgspec import Struct, structs

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
#: In a strip of this width and more, zones keep their full distance from both sides.
_WIDE_GAP = 3 * BORDER_DISTANCE
#: A centre line that passes a foreign symbol needs this much room beside it.
_ROOM_BESIDE = 3.0
#: Stands before the first border and behind the last.
_FAR = float("inf")


class LatticeLine(Struct, frozen=True, gc=False):
    """A line of the lattice: its place, its zone, and the border that runs inside it.

    `clearance` is how far its tracks stay from symbols; less than CLEARANCE only where
    symbols stand too close. `squeezed` is how much of its distances a narrow gap lacks.
    """

    position: float
    low: float
    high: float
    border: float | None
    gap: bool = True
    clearance: float = CLEARANCE
    squeezed: float = 0.0


#: The least and the most coordinate that a symbol covers.
Span = tuple[float, float]
#: Where the symbols of a centre line are: its place, and the span they cover together.
_Place = tuple[float, float, float]


class Reach(NamedTuple):
    """The lines that a span blocks, `first` to `last`, and those it narrows beside them."""

    first: int
    last: int
    most_before: float | None
    least_after: float | None


class Axis(Struct, frozen=True):
    """The lines of one direction in order, the centre line of every span, and the frame.

    `groups` are the numbers of the spans that share a centre line, from low to high; `crowded`
    are the lines that have no gap on one side, but another centre line.
    """

    lines: tuple[LatticeLine, ...]
    groups: tuple[list[int], ...]
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


def build_axis(boundaries: Sequence[float], spans: Sequence[Span]) -> Axis:
    """Answer the lines for symbols that cover `spans` between the given boundaries."""
    middles = [(low + high) / 2 for low, high in spans]
    groups = _groups(middles)
    places: list[_Place] = []
    for members in groups:
        first = members[0]
        middle, (low, high) = middles[first], spans[first]
        if len(members) > 1:
            middle, (low, high) = middles[members[len(members) // 2]], _extent(spans, members)
        places.append((middle, low, high))
    lines, centres, crowded = _lines(boundaries, places)
    centre_of = [0] * len(spans)
    for centre, members in zip(centres, groups, strict=True):
        for member in members:
            centre_of[member] = centre
    ends = boundaries[0], boundaries[-1]
    return Axis(tuple(lines), tuple(groups), tuple(centre_of), ends, frozenset(crowded))


def _groups(middles: Sequence[float]) -> list[list[int]]:
    """Answer the numbers of the symbols that share a centre line, from low to high."""
    groups: list[list[int]] = []
    start = -_FAR
    for number in sorted(range(len(middles)), key=middles.__getitem__):
        middle = middles[number]
        if middle - start > SAME_CENTRE:
            start = middle
            groups.append([number])
        else:
            groups[-1].append(number)
    return groups


def _extent(spans: Sequence[Span], members: Sequence[int]) -> Span:
    """Answer what some symbols cover together."""
    low, high = spans[members[0]]
    for member in members:
        least, most = spans[member]
        low, high = least if least < low else low, most if most > high else high
    return low, high


def _lines(
    boundaries: Sequence[float], places: Sequence[_Place]
) -> tuple[list[LatticeLine], list[int], list[int]]:
    """Answer all lines, and the numbers of the centre lines and of the crowded ones."""
    start, *inner, end = boundaries
    borders = [-_FAR, *inner, _FAR]
    lines: list[LatticeLine] = []
    centres: list[int] = []
    crowded: list[int] = []
    # How far symbols reach until here, and which border comes next.
    before, k = start, 1
    for (position, low, high), top in zip(places, _tops(places, end), strict=False):
        border, width = borders[k], top - before
        if width >= _WIDE_GAP and start < before < border < top < end and top <= borders[k + 1]:
            # Nearly every strip: wide, off the frame, and with one border in it.
            lines.append(LatticeLine(border, before + CLEARANCE, top - CLEARANCE, border))
            k += 1
        elif width >= NARROWEST_GAP:
            lines += _strip(borders, before, top, (start, end))
            k = bisect_left(borders, top)
        elif lines:
            crowded += (len(lines) - 1, len(lines))
        before = high if high > before else before
        on = None
        if borders[k] < position + BORDER_DISTANCE or borders[k - 1] > position - BORDER_DISTANCE:
            on = _border_at(borders, position)
        centres.append(len(lines))
        lines.append(LatticeLine(position, low, high, on, False))
    if end - before >= NARROWEST_GAP:
        lines += _strip(borders, before, end, (start, end))
    for second in crowded[1::2]:
        _part(lines, second)
    return lines, centres, crowded


def _tops(places: Sequence[_Place], end: float) -> list[float]:
    """Answer for every place where the first of it and those after it begins, and the end."""
    tops = [low for _, low, _ in places]
    tops.append(end)
    if tops == sorted(tops):
        return tops
    return list(accumulate(reversed(tops), min))[::-1]


def _strip(
    borders: Sequence[float], low: float, high: float, ends: tuple[float, float]
) -> list[LatticeLine]:
    """Answer the lines of the empty strip `low` to `high`: one for each border inside it."""
    first, last = bisect_right(borders, low), bisect_left(borders, high)
    inside = borders[first:last]
    if len(inside) < 2:
        return [_gap_line(low, high, inside[0] if inside else None, ends)]
    edges = [low, *((a + b) / 2 for a, b in pairwise(inside)), high]
    return [
        _gap_line(left, right, border, ends)
        for (left, right), border in zip(pairwise(edges), inside, strict=True)
    ]


def _gap_line(
    left: float, right: float, border: float | None, ends: tuple[float, float]
) -> LatticeLine:
    start, end = ends
    before = BORDER_DISTANCE if left == start else CLEARANCE
    after = BORDER_DISTANCE if right == end else CLEARANCE
    position = (left + right) / 2 if border is None else border
    third = (right - left) / 3
    if third >= BORDER_DISTANCE:
        return LatticeLine(position, left + before, right - after, border)
    lack = max(0.0, before - third) + max(0.0, after - third)
    low, high = left + min(before, third), right - min(after, third)
    return LatticeLine(position, low, high, border, True, min(CLEARANCE, third), lack)


def _part(lines: list[LatticeLine], second: int) -> None:
    """Part the zones of two centre lines without a gap between them; one is the line before."""
    one, other = lines[second - 1], lines[second]
    split = (one.position + other.position) / 2
    lines[second - 1] = structs.replace(one, high=max(one.position, split - CLEARANCE / 2))
    lines[second] = structs.replace(other, low=min(other.position, split + CLEARANCE / 2))


def _border_at(borders: Sequence[float], position: float) -> float | None:
    """Answer the border that symbols with their middle there stand on: between two lanes."""
    border = borders[bisect_right(borders, position - BORDER_DISTANCE)]
    return border if border < position + BORDER_DISTANCE else None
