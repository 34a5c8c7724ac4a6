"""The router: a page with symbols and flows -> a line for every flow."""

from collections.abc import Sequence

from sopeditor.foundation.geometry import Polyline, Rect
from sopeditor.layout.routing.labels import place_labels
from sopeditor.layout.routing.lattice import build_lattice
from sopeditor.layout.routing.outline import polylines
from sopeditor.layout.routing.problem import Route, Routing, RoutingFlow, RoutingProblem
from sopeditor.layout.routing.search import Search
from sopeditor.layout.routing.shortage import shortages
from sopeditor.layout.routing.tracks import assign_tracks


def route(problem: RoutingProblem) -> Routing:
    """Answer the routes of a page; the same for the same page, whatever the order of its parts.

    Raises KeyError when a flow names a symbol that is not on the page.
    """
    flows = sorted(problem.flows, key=_identity)
    lattice = build_lattice(problem)
    walks = Search(lattice, flows).run()
    coordinates = assign_tracks(lattice, flows, walks)
    lines = polylines(lattice, flows, walks, coordinates)
    labels = place_labels(problem, flows, lines)
    lane_shortage, row_shortage = shortages(problem, lattice, coordinates)
    return Routing(
        routes=_in_order(problem, flows, lines, labels),
        lane_shortage=lane_shortage,
        row_shortage=row_shortage,
    )


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
