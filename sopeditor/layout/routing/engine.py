"""The router: a page with symbols and flows -> a line for every flow."""

from collections.abc import Sequence
from operator import attrgetter

from sopeditor.foundation.geometry import Polyline, Rect
from sopeditor.layout.routing.drawing.clashes import clashes
from sopeditor.layout.routing.drawing.labels import place_labels
from sopeditor.layout.routing.drawing.outline import polylines
from sopeditor.layout.routing.drawing.shortage import shortages
from sopeditor.layout.routing.drawing.tracks import Coordinates, assign_tracks
from sopeditor.layout.routing.drawing.trunks import with_trunks
from sopeditor.layout.routing.lattice import Lattice, build_lattice
from sopeditor.layout.routing.problem import Route, Routing, RoutingFlow, RoutingProblem
from sopeditor.layout.routing.search import Search, branches
from sopeditor.layout.routing.ways.hints import off_way_points
from sopeditor.layout.routing.ways.occupancy import placed_walks

_identity = attrgetter("id")
#: How often flows that cannot be kept apart are routed otherwise.
_ATTEMPTS = 40


def route(problem: RoutingProblem) -> Routing:
    """Answer the routes of a page; the same for the same page, whatever the order of its parts.

    Raises KeyError when a flow names a symbol that is not on the page.
    """
    flows = sorted(problem.flows, key=_identity)
    lattice = build_lattice(problem)
    search = Search(lattice, flows, branches(flows))
    search.run()
    coordinates, lines, _ = drawn_apart(lattice, search)
    if problem.trunks:
        lines = with_trunks(flows, lines)
    labels = place_labels(problem, list(zip(flows, lines, strict=True)))
    lane_shortage, row_shortage = shortages(
        problem,
        lattice,
        coordinates,
        cramped=[search.parties[number] for number in sorted(labels.cramped)],
        walled_in=[search.parties[number] for number in sorted(search.walled_in)],
        astray=[
            (search.parties[number], lines[number], lack)
            for number, lack in sorted(labels.astray.items())
        ],
    )
    dropped = search.dropped | labels.misplaced
    dropped.update(off_way_points(lattice, zip(flows, lines, strict=True)))
    return Routing(
        routes=_in_order(problem, flows, lines, labels.boxes),
        lane_shortage=lane_shortage,
        row_shortage=row_shortage,
        dropped_hints=tuple(flows[number].id for number in sorted(dropped)),
    )


def drawn_apart(lattice: Lattice, search: Search) -> tuple[Coordinates, list[Polyline], bool]:
    """Answer lines that share no piece; flows that would are routed otherwise.

    False when some still do.
    """
    coordinates, lines = _drawn(lattice, search)
    clashing = clashes(coordinates.crowded, lines)
    for _ in range(_ATTEMPTS):
        movable = {
            max(k for k in pair if k < search.movable)
            for pair in clashing
            if pair[0] < search.movable
        }
        if not movable:
            break
        for number in sorted(movable):
            search.avoid(number)
        coordinates, lines = _drawn(lattice, search)
        clashing = clashes(coordinates.crowded, lines)
    return coordinates, lines, not clashing


def _drawn(lattice: Lattice, search: Search) -> tuple[Coordinates, list[Polyline]]:
    placed = search.placed
    walks = placed_walks(placed.walks)
    coordinates = assign_tracks(lattice, search.parties, walks, placed.ends)
    return coordinates, polylines(search.parties, walks, coordinates.legs)


def _in_order(
    problem: RoutingProblem,
    flows: Sequence[RoutingFlow],
    lines: Sequence[Polyline],
    labels: dict[int, Rect],
) -> tuple[Route, ...]:
    routes = {
        flow.id: Route(flow=flow.id, points=line, label=labels.get(number))
        for number, (flow, line) in enumerate(zip(flows, lines, strict=True))
    }
    return tuple([routes[flow.id] for flow in problem.flows])
