"""Routes a page again after a change: only what the change touches gets new lines.

Flows of changed symbols, and those whose lines pass their new places, are lifted and routed
among the lines that stay; rows that moved take their lines along. Only the part of the page
around them is looked at.
"""

from collections.abc import Collection, Mapping, Sequence

from msgspec import structs

from sopeditor.foundation.geometry import Polyline, Rect
from sopeditor.layout.routing.drawing.labels import Labels, place_labels
from sopeditor.layout.routing.drawing.shortage import shortages
from sopeditor.layout.routing.edits.among import drawn_among
from sopeditor.layout.routing.edits.changes import LIFTED, TOUCH, Change, change_between, meets
from sopeditor.layout.routing.edits.kept import Keeper, Strayed
from sopeditor.layout.routing.engine import route
from sopeditor.layout.routing.lattice import Lattice, build_lattice
from sopeditor.layout.routing.problem import Route, Routing, RoutingFlow, RoutingProblem
from sopeditor.layout.routing.search import Search, branches
from sopeditor.layout.routing.ways.hints import off_way_points

#: When more than this share of the flows is lifted, the page is routed as a whole.
_MOST_LIFTED = 0.4
#: Rows above and below the lifted flows that their lines may use.
_MARGIN = 1


def reroute(problem: RoutingProblem, before: tuple[RoutingProblem, Routing]) -> Routing:
    """Answer the routes of a page that was changed, given the page and its routes before.

    As `route` in every respect but one: lines that the change does not touch stay where
    they were. The same arguments give the same answer. A page is routed as a whole when its
    lanes changed, when lines share trunks or lack room, or when the change touches too much
    of it.
    """
    old, routing = before
    if old == problem:
        return routing
    if (
        problem.trunks
        or old.lanes != problem.lanes
        or routing.lane_shortage
        or routing.row_shortage
    ):
        return route(problem)
    change = change_between(old, problem, routing)
    if len(change.lifted) > _MOST_LIFTED * len(problem.flows):
        return route(problem)
    if not change.lifted:
        return _answer(change, routing, {}, set())
    try:
        return _routed_again(problem, change, routing) or route(problem)
    except Strayed:
        return route(problem)


def _routed_again(problem: RoutingProblem, change: Change, routing: Routing) -> Routing | None:
    """Answer the routing with the lifted flows routed among the others; None if it has faults."""
    flows = problem.flows
    lifted = sorted(change.lifted, key=lambda number: flows[number].id)
    part = _part(problem, change, [flows[number] for number in lifted])
    lattice = build_lattice(part)
    here = change.between(part.rows[0], part.rows[-1])
    standing = {k: one for k in here if (one := change.routes[k]) is not LIFTED}
    search = _search(problem, lattice, lifted, standing)
    search.run()
    coordinates, lines, apart = drawn_among(lattice, search, change.in_place)
    lanes, rows = shortages(problem, lattice, coordinates)
    if not apart or search.walled_in or lanes or rows:
        return None
    drawn = [(flows[number], line) for number, line in zip(lifted, lines, strict=False)]
    dropped = {part.flows[number].id for number in search.dropped}
    dropped.update([drawn[k][0].id for k in off_way_points(lattice, drawn)])
    again = _disturbed(change, part, flows, standing, [line for _, line in drawn])
    drawn += [(flows[number], standing.pop(number).points) for number in again]
    labels = _labels(problem, part, drawn, standing.values())
    if labels.cramped or labels.astray:
        return None
    dropped |= {drawn[number][0].id for number in labels.misplaced}
    numbers = [*lifted, *again]
    routes = {
        numbers[k]: Route(flow=flow.id, points=line, label=labels.boxes.get(k))
        for k, (flow, line) in enumerate(drawn)
    }
    return _answer(change, routing, routes, dropped)


def _part(problem: RoutingProblem, change: Change, lifted: Sequence[RoutingFlow]) -> RoutingProblem:
    """Answer the rows that matter, as a page whose symbols still count all rows.

    Its flows are the lifted ones.
    """
    first = max(0, change.rows[0] - _MARGIN)
    last = min(len(problem.rows) - 2, change.rows[1] + _MARGIN)
    inside = [symbol for symbol in problem.symbols if first <= symbol.row <= last]
    return RoutingProblem(
        lanes=problem.lanes,
        rows=problem.rows[first : last + 2],
        symbols=tuple(inside),
        flows=tuple(lifted),
    )


def _search(
    problem: RoutingProblem, lattice: Lattice, lifted: Sequence[int], standing: Mapping[int, Route]
) -> Search:
    """Answer a search for the lifted flows among the standing ones."""
    flows = problem.flows
    known = sorted([k for k in (*lifted, *standing) if flows[k].label is not None])
    branch = dict(zip(known, branches([flows[number] for number in known]), strict=True))
    keeper = Keeper(lattice)
    kept = [
        piece
        for number, one in standing.items()
        for piece in keeper.pieces(flows[number], one, branch.get(number, 0))
    ]
    asked = [flows[number] for number in lifted]
    return Search(lattice, asked, [branch.get(number, 0) for number in lifted], kept)


def _disturbed(
    change: Change,
    part: RoutingProblem,
    flows: Sequence[RoutingFlow],
    standing: Mapping[int, Route],
    lines: Sequence[Polyline],
) -> list[int]:
    """Answer the standing flows whose labels new lines or symbols ran into."""
    return [
        number
        for number, one in standing.items()
        if one.label is not None
        and _is_hit(one.label, change.walls, lines)
        and any(flows[number].source == symbol.id for symbol in part.symbols)
    ]


def _is_hit(label: Rect, walls: Sequence[Rect], lines: Sequence[Polyline]) -> bool:
    """Answer whether symbols or lines run into a label."""
    top, bottom = label.y, label.y + label.height
    for wall in walls:
        if wall.y < bottom and top < wall.y + wall.height and label.intersects(wall):
            return True
    for line in lines:  # noqa: SIM110 # asked for every label near an edit
        if meets(line, label, TOUCH):
            return True
    return False


def _labels(
    problem: RoutingProblem,
    part: RoutingProblem,
    drawn: Sequence[tuple[RoutingFlow, Polyline]],
    standing: Collection[Route],
) -> Labels:
    """Place the labels of drawn lines among the lines and labels that stand."""
    page = structs.replace(part, rows=(problem.rows[0], *part.rows[1:-1], problem.rows[-1]))
    boxes = [one.label for one in standing if one.label is not None]
    return place_labels(page, drawn, [one.points for one in standing], boxes)


def _answer(
    change: Change, routing: Routing, again: Mapping[int, Route], dropped: set[str]
) -> Routing:
    """Answer the routes that stay with those found `again`, by number of the flow."""
    routes = change.routes
    if routing.dropped_hints:
        stayed = {one.flow for one in routes}
        dropped = dropped | stayed.intersection(routing.dropped_hints)
    for number, one in again.items():
        routes[number] = one
    answer = Routing(
        routes=tuple(routes),
        dropped_hints=tuple(sorted(dropped)),
    )
    change.hand_on(routing, answer, again)
    return answer
