"""The router: a page with symbols and flows -> a line for every flow."""

from collections.abc import Sequence

from sopeditor.foundation.geometry import Polyline, Rect
from sopeditor.layout.routing.clashes import clashes
from sopeditor.layout.routing.hints import obeys_way_points
from sopeditor.layout.routing.labels import place_labels
from sopeditor.layout.routing.lattice import Lattice, build_lattice
from sopeditor.layout.routing.outline import polylines
from sopeditor.layout.routing.problem import Route, Routing, RoutingFlow, RoutingProblem
from sopeditor.layout.routing.search import Search
from sopeditor.layout.routing.shortage import shortages
from sopeditor.layout.routing.tracks import Coordinates, assign_tracks

#: How often flows that cannot be kept apart are routed otherwise.
_ATTEMPTS = 8


def route(problem: RoutingProblem) -> Routing:
    """Answer the routes of a page; the same for the same page, whatever the order of its parts.

    Raises KeyError when a flow names a symbol that is not on the page, and ValueError when
    symbols stand so close that no line passes between them and a flow has no way at all.
    """
    flows = sorted(problem.flows, key=_identity)
    lattice = build_lattice(problem)
    search = Search(lattice, flows)
    search.run()
    coordinates, lines = _drawn_apart(lattice, flows, search)
    labels, misplaced = place_labels(problem, flows, lines)
    lane_shortage, row_shortage = shortages(problem, lattice, coordinates)
    dropped = search.dropped | misplaced
    dropped |= {k for k in lines if not obeys_way_points(lattice, flows[k], lines[k])}
    return Routing(
        routes=_in_order(problem, flows, lines, labels),
        lane_shortage=lane_shortage,
        row_shortage=row_shortage,
        dropped_hints=tuple(flows[number].id for number in sorted(dropped)),
    )


def _drawn_apart(
    lattice: Lattice, flows: Sequence[RoutingFlow], search: Search
) -> tuple[Coordinates, dict[int, Polyline]]:
    """Answer lines that share no piece; flows that would are routed otherwise."""
    coordinates, lines = _drawn(lattice, flows, search)
    for _ in range(_ATTEMPTS):
        clashing = clashes(lines)
        if not clashing:
            break
        for number in clashing:
            search.avoid(number)
        coordinates, lines = _drawn(lattice, flows, search)
    return coordinates, lines


def _drawn(
    lattice: Lattice, flows: Sequence[RoutingFlow], search: Search
) -> tuple[Coordinates, dict[int, Polyline]]:
    walks = search.placed.walks
    coordinates = assign_tracks(lattice, flows, walks)
    return coordinates, polylines(lattice, flows, walks, coordinates)


def _identity(flow: RoutingFlow) -> str:
    return flow.id


def _in_order(
    problem: RoutingProblem,
    flows: Sequence[RoutingFlow],
    lines: dict[int, Polyline],
    labels: dict[int, Rect],
) -> tuple[Route, ...]:
    routes = {
        flows[number].id: Route(flow=flows[number].id, points=line, label=labels.get(number))
        for number, line in lines.items()
    }
    return tuple(routes[flow.id] for flow in problem.flows)
