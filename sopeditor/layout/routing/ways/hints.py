"""What a person wished for a line: sides, way points and the place of the label."""

from collections.abc import Iterable
from itertools import pairwise

from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.layout.routing.sides import SIDES
from sopeditor.layout.routing.ways.shapes import Node
from sopeditor.layout.routing.ways.walks import Walk

#: A line that passes a way point this near obeys it, in points.
_OBEYED = 6.0
#: Points off a way point that cost as much as a bend.
_OFF_OF_A_BEND = 12.0


def keeps_sides(flow: RoutingFlow, walk: Walk) -> bool:
    """Answer whether a walk leaves and enters by the hinted sides."""
    hints = flow.hints
    leave, enter = SIDES[walk.leave], SIDES[walk.enter]
    return hints.source_side in (None, leave) and hints.target_side in (None, enter)


def way_points(lattice: Lattice, flow: RoutingFlow) -> tuple[Point, ...]:
    """Answer the hinted way points on the page."""
    centre = lattice.sites[flow.source].symbol.rect.centre
    return tuple(Point(centre.x + p.x, centre.y + p.y) for p in flow.hints.way_points)


def detour_cost(lattice: Lattice, points: Iterable[Point], nodes: Iterable[Node]) -> float:
    """Answer what it costs that a walk misses the way points."""
    line = tuple(Point(lattice.xs[x], lattice.ys[y]) for x, y in nodes)
    return sum(_distance(point, line) for point in points) / _OFF_OF_A_BEND


def off_way_points(lattice: Lattice, drawn: Iterable[tuple[RoutingFlow, Polyline]]) -> list[int]:
    """Answer the numbers of the flows whose lines pass a hinted way point by."""
    return [
        number
        for number, (flow, line) in enumerate(drawn)
        if flow.hints.way_points
        and any(_distance(point, line) > _OBEYED for point in way_points(lattice, flow))
    ]


def _distance(point: Point, line: Polyline) -> float:
    return min(
        max(min(a.x, b.x) - point.x, point.x - max(a.x, b.x), 0.0)
        + max(min(a.y, b.y) - point.y, point.y - max(a.y, b.y), 0.0)
        for a, b in pairwise(line)
    )
