"""What legs cover along their lines, and which of them meet there.

Where a walk turns, its leg may end beyond the place that is known so far, and run into another
that turns there: legs reach a little beyond their corners, but not beyond their symbols.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.sides import TOP
from sopeditor.layout.routing.ways.walks import Walk

#: The number of a flow, and of a leg of its walk.
Leg = tuple[int, int]
#: The line of a leg, from where to where along it the leg reaches, its flow and its own number.
Stretch = tuple[int, float, float, int, int]

#: How far beyond their corners level legs reach, in lines of the lattice.
_HALF_A_LINE = 0.5
#: How far beyond their corners upright legs reach, in points; more than side by side is.
_A_POINT = 1.0


def level_stretches(walks: Sequence[Walk]) -> list[Stretch]:
    """Answer where the level legs of the walks reach, in columns of the lattice."""
    found: list[Stretch] = []
    for number, walk in enumerate(walks):
        nodes = walk.nodes
        (x, y), (u, v) = nodes[0], nodes[1]
        if len(nodes) > 3:
            found += _level_legs(number, walk)
        elif len(nodes) == 2:
            if x != u:
                found.append((y, x, u, number, 0) if x < u else (y, u, x, number, 0))
        else:
            index, end = (0, x) if x != u else (1, nodes[2][0])
            if end < u:
                found.append((v, end, u + _HALF_A_LINE, number, index))
            else:
                found.append((v, u - _HALF_A_LINE, end, number, index))
    return found


def upright_stretches(
    parties: Sequence[Party], walks: Sequence[Walk], legs: Sequence[Sequence[float]]
) -> list[Stretch]:
    """Answer where upright legs reach down the page, in points; level `legs` have their places."""
    found: list[Stretch] = []
    for number, walk in enumerate(walks):
        nodes = walk.nodes
        u = nodes[1][0]
        if len(nodes) > 3:
            found += _upright_legs(number, parties[number], walk, legs[number])
        elif len(nodes) == 2:
            if nodes[0][0] == u:
                a, b = _start(parties[number], walk), _end(parties[number], walk)
                found.append((u, a, b, number, 0) if a < b else (u, b, a, number, 0))
        else:
            if nodes[0][0] == u:
                index, end = 0, _start(parties[number], walk)
            else:
                index, end = 1, _end(parties[number], walk)
            turn = legs[number][1 - index]
            if end < turn:
                found.append((u, end, turn + _A_POINT, number, index))
            else:
                found.append((u, turn - _A_POINT, end, number, index))
    return found


def extent(own: Party, walk: Walk, leg: int, legs: Sequence[float]) -> tuple[float, float]:
    """Answer from where to where an upright leg runs: from its neighbours, or from symbols."""
    a = legs[leg - 1] if leg else _start(own, walk)
    b = legs[leg + 1] if leg < len(legs) - 1 else _end(own, walk)
    return (a, b) if a < b else (b, a)


def meeting(stretches: list[Stretch]) -> Iterator[list[Stretch]]:
    """Yield the stretches of a line that meet, directly or by others; not those that meet none."""
    stretches.sort()
    first, before, reach = 0, -1, 0.0
    for position, (line, start, end, _, _) in enumerate(stretches):
        if line == before and start < reach:
            reach = end if end > reach else reach
            continue
        if position - first > 1:
            yield stretches[first:position]
        first, before, reach = position, line, end
    if len(stretches) - first > 1:
        yield stretches[first:]


def _start(own: Party, walk: Walk) -> float:
    return own.source.top if walk.leave == TOP else own.source.bottom


def _end(own: Party, walk: Walk) -> float:
    return own.target.top if walk.enter == TOP else own.target.bottom


def _level_legs(number: int, walk: Walk) -> Iterator[Stretch]:
    """Yield the level legs of a walk of three or more."""
    nodes = walk.nodes
    last = len(nodes) - 2
    for index, ((x, y), (u, _)) in enumerate(pairwise(nodes)):
        if x != u:
            before = _HALF_A_LINE if index else 0.0
            after = _HALF_A_LINE if index < last else 0.0
            low, high = (x - before, u + after) if x < u else (u - after, x + before)
            yield y, low, high, number, index


def _upright_legs(number: int, own: Party, walk: Walk, legs: Sequence[float]) -> Iterator[Stretch]:
    """Yield the upright legs of a walk of three or more."""
    for index, ((x, _), (u, _)) in enumerate(pairwise(walk.nodes)):
        if x == u:
            low, high = extent(own, walk, index, legs)
            yield x, low - _A_POINT, high + _A_POINT, number, index
