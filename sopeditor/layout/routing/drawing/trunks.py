"""Lets flows that merge into one side of a symbol share the last piece of their way.

An option of the style: flows that arrive side by side turn into one line instead, with one
head. A flow whose turn would run into another line keeps its own way.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.model.flow import FlowKind

#: The turn into a trunk keeps a leg this long before it, in points.
_SHORTEST_LEG = 3.0
_SAME = 1e-6


def with_trunks(flows: Sequence[RoutingFlow], lines: Sequence[Polyline]) -> list[Polyline]:
    """Answer the lines; those that enter a symbol by one side end in one trunk."""
    merging: dict[tuple[str, Point], list[int]] = defaultdict(list)
    for number, (flow, line) in enumerate(zip(flows, lines, strict=True)):
        if flow.kind is FlowKind.FLOW:
            merging[flow.target, _direction(line)].append(number)
    found = list(lines)
    for group in merging.values():
        trunk = min(group, key=lambda k: (len(found[k]), _distance_from_middle(found, group, k), k))
        for number in group:
            if number != trunk and len(found[number]) > 2:
                turned = _turned(found[number], found[trunk])
                others = [line for k, line in enumerate(found) if k not in group]
                if turned is not None and not any(_meet(turned, line) for line in others):
                    found[number] = turned
    return found


def _direction(line: Polyline) -> Point:
    """Answer the way a line arrives, as a step of length 1."""
    a, b = line[-2], line[-1]
    return Point((b.x > a.x) - (b.x < a.x), (b.y > a.y) - (b.y < a.y))


def _distance_from_middle(lines: Sequence[Polyline], group: Sequence[int], number: int) -> float:
    ends = [lines[k][-1] for k in group]
    middle_x, middle_y = (sum(p.x for p in ends) / len(ends), sum(p.y for p in ends) / len(ends))
    return abs(lines[number][-1].x - middle_x) + abs(lines[number][-1].y - middle_y)


def _turned(line: Polyline, trunk: Polyline) -> Polyline | None:
    """Answer a line that turns into the trunk's last leg, None where there is no room."""
    before, turn, end = line[-3], line[-2], trunk[-1]
    upright = abs(trunk[-2].x - end.x) < _SAME
    meeting = Point(end.x, turn.y) if upright else Point(turn.x, end.y)
    old, new = (turn.x - before.x, meeting.x - before.x)
    if not upright:
        old, new = (turn.y - before.y, meeting.y - before.y)
    if old * new <= 0 or abs(new) < _SHORTEST_LEG:
        return None
    return (*line[:-2], meeting, end)


def _meet(one: Polyline, other: Polyline) -> bool:
    """Answer whether the last two legs of a line touch another line."""
    return any(
        min(a.x, b.x) <= max(c.x, d.x)
        and min(c.x, d.x) <= max(a.x, b.x)
        and min(a.y, b.y) <= max(c.y, d.y)
        and min(c.y, d.y) <= max(a.y, b.y)
        for a, b in pairwise(one[-3:])
        for c, d in pairwise(other)
    )
