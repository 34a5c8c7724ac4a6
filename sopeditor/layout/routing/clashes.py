"""Finds lines that share a piece although they should not: the last check before the answer."""

from collections import defaultdict
from itertools import pairwise

from sopeditor.foundation.geometry import Polyline

#: Lines nearer than this are one line, in points.
_SAME = 0.03

#: Start and end along a line, its coordinate, and the flow.
_Stretch = tuple[float, float, float, int]


def clashes(lines: dict[int, Polyline]) -> list[int]:
    """Answer the flows, one of each pair, whose lines share a piece with another's."""
    found: set[int] = set()
    for axis in (0, 1):
        by_place: dict[int, list[_Stretch]] = defaultdict(list)
        for number, line in lines.items():
            for a, b in pairwise(line):
                if a[axis] == b[axis]:
                    start, end = sorted((a[1 - axis], b[1 - axis]))
                    stretch = (start, end, a[axis], number)
                    # Each stretch is looked up in its own band and the next.
                    band = int(a[axis] // 1)
                    by_place[band].append(stretch)
                    by_place[band + 1].append(stretch)
        for stretches in by_place.values():
            if len(stretches) > 1:
                found |= _sharing(sorted(stretches))
    return sorted(found)


def _sharing(stretches: list[_Stretch]) -> set[int]:
    found: set[int] = set()
    active: list[_Stretch] = []
    for stretch in stretches:
        active = [other for other in active if other[1] > stretch[0] + _SAME]
        for other in active:
            if other[3] != stretch[3] and abs(other[2] - stretch[2]) < _SAME:
                found.add(max(other[3], stretch[3]))
        active.append(stretch)
    return found
