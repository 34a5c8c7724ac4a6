"""Routes a page again after a change: only what the change touches gets new lines.

Flows of changed symbols, and those whose lines pass their new places, are lifted and routed
among the lines that stay; rows that moved take their lines along. Only the part of the page
around them is looked at.
"""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct, structs

from sopeditor.foundation.geometry import Point, Polyline, Rect
from sopeditor.layout.routing.axis import CLEARANCE
from sopeditor.layout.routing.drawing.labels import Labels, place_labels
from sopeditor.layout.routing.drawing.shortage import shortages
from sopeditor.layout.routing.edits.kept import Keeper, Strayed
from sopeditor.layout.routing.edits.shifts import Shift
from sopeditor.layout.routing.engine import drawn_apart, route
from sopeditor.layout.routing.lattice import Lattice, build_lattice
from sopeditor.layout.routing.problem import (
    Route,
    Routing,
    RoutingFlow,
    RoutingProblem,
    RoutingSymbol,
)
from sopeditor.layout.routing.search import Search, branches
from sopeditor.layout.routing.ways.hints import obeys_way_points

#: When more than this share of the flows is lifted, the page is routed as a whole.
_MOST_LIFTED = 0.4
#: Rows above and below the lifted flows that their lines may use.
_MARGIN = 1
#: What two lines or a line and a label may overlap, in points.
_TOUCH = 0.01


class _Change(Struct):
    """What a change leaves: the routes that stay, by flow, and the flows to be routed.

    `extents` tells from where to where down the page each route that stays reaches; `walls`
    are the boxes of new and changed symbols; `rows` the first and last row with such a symbol
    or an end of a lifted flow.
    """

    kept: dict[str, Route]
    extents: dict[str, tuple[float, float]]
    lifted: list[RoutingFlow]
    walls: list[Rect]
    rows: tuple[int, int]


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
    change = _change(problem, old, routing)
    if len(change.lifted) > _MOST_LIFTED * len(problem.flows):
        return route(problem)
    if not change.lifted:
        return _answer(problem, change, routing, {}, set())
    try:
        return _routed_again(problem, change, routing) or route(problem)
    except Strayed:
        return route(problem)


def _change(problem: RoutingProblem, old: RoutingProblem, routing: Routing) -> _Change:
    shift = Shift(old, problem)
    symbols = {symbol.id: symbol for symbol in old.symbols}
    changed: dict[str, RoutingSymbol] = {}
    same = shift.is_identity
    for symbol in problem.symbols:
        was = symbols.get(symbol.id)
        if was is symbol and same:
            continue
        if was is None or not shift.keeps(was, symbol):
            changed[symbol.id] = symbol
    flows = {flow.id: flow for flow in old.flows}
    routes = {one.flow: one for one in routing.routes}
    walls = [symbol.rect for symbol in changed.values()]
    wide = [rect.grown(CLEARANCE - _TOUCH) for rect in walls]
    highest = min((wall.top for wall in wide), default=0.0)
    lowest = max((wall.bottom for wall in wide), default=0.0)
    kept: dict[str, Route] = {}
    extents: dict[str, tuple[float, float]] = {}
    lifted: list[RoutingFlow] = []
    for flow in problem.flows:
        before = flows.get(flow.id)
        stays = before is flow or before == flow
        stays = stays and flow.source not in changed and flow.target not in changed
        moved = routes[flow.id] if stays else None
        if moved is not None and not same:
            moved = _moved(moved, shift)
        if moved is None:
            lifted.append(flow)
            continue
        top, bottom = extent = _extent(moved.points)
        # Most lines are far away, and a long chart has many.
        if bottom > highest and top < lowest and any(_passes(moved.points, w) for w in wide):
            lifted.append(flow)
        else:
            kept[flow.id], extents[flow.id] = moved, extent
    ends = {name for flow in lifted for name in (flow.source, flow.target)}
    rows = [s.row for s in problem.symbols if s.id in ends or s.id in changed]
    return _Change(kept, extents, lifted, walls, (min(rows, default=0), max(rows, default=0)))


def _moved(one: Route, shift: Shift) -> Route | None:
    """Answer a route where its rows went, or None when one of them is gone."""
    points = shift.line(one.points)
    if points is None:
        return None
    label = one.label
    if label is not None:
        top = shift.y(label.centre.y)
        if top is None:
            return None
        label = Rect(label.x, top - label.height / 2, label.width, label.height)
    return Route(flow=one.flow, points=points, label=label)


def _passes(line: Polyline, wall: Rect) -> bool:
    """Answer whether a line meets a box."""
    top, bottom = _extent(line)
    if bottom <= wall.y or top >= wall.y + wall.height:
        return False
    return any(_around(leg, _TOUCH / 2).intersects(wall) for leg in pairwise(line))


def _around(leg: tuple[Point, Point], margin: float) -> Rect:
    """Answer the box around a leg with a margin on all sides."""
    (x, y), (u, v) = leg
    wide, high = abs(u - x) + 2 * margin, abs(v - y) + 2 * margin
    return Rect(min(x, u) - margin, min(y, v) - margin, wide, high)


def _extent(line: Polyline) -> tuple[float, float]:
    if len(line) < 4:  # no turn back: the ends are the extremes
        a, b = line[0][1], line[-1][1]
        return (a, b) if a < b else (b, a)
    heights = [point[1] for point in line]
    return min(heights), max(heights)


def _routed_again(problem: RoutingProblem, change: _Change, routing: Routing) -> Routing | None:
    """Answer the routing with the lifted flows routed among the others; None if it has faults."""
    part = _part(problem, change)
    lattice = build_lattice(part)
    standing = dict(_standing(part, change))
    search = _search(problem, part, lattice, change, standing)
    search.run()
    coordinates, lines, apart = drawn_apart(lattice, search)
    lanes, rows = shortages(problem, lattice, coordinates)
    if not apart or search.walled_in or lanes or rows:
        return None
    lifted = dict(zip((flow.id for flow in part.flows), lines, strict=False))
    drawn = [(flow, lifted[flow.id]) for flow in part.flows]
    labels, drawn = _labels(problem, part, change, drawn, standing)
    if labels.cramped or labels.astray:
        return None
    dropped = {part.flows[number].id for number in search.dropped}
    dropped |= {drawn[number][0].id for number in labels.misplaced}
    dropped |= {f.id for f in part.flows if not obeys_way_points(lattice, f, lifted[f.id])}
    routes = {
        flow.id: Route(flow=flow.id, points=line, label=labels.boxes.get(number))
        for number, (flow, line) in enumerate(drawn)
    }
    return _answer(problem, change, routing, routes, dropped)


def _part(problem: RoutingProblem, change: _Change) -> RoutingProblem:
    """Answer the rows that matter, as a page; its flows are the lifted ones."""
    flows = tuple(sorted(change.lifted, key=lambda flow: flow.id))
    first = max(0, change.rows[0] - _MARGIN)
    last = min(len(problem.rows) - 2, change.rows[1] + _MARGIN)
    return RoutingProblem(
        lanes=problem.lanes,
        rows=problem.rows[first : last + 2],
        symbols=tuple(
            structs.replace(s, row=s.row - first) if first else s
            for s in problem.symbols
            if first <= s.row <= last
        ),
        flows=flows,
    )


def _standing(part: RoutingProblem, change: _Change) -> Iterator[tuple[str, Polyline]]:
    """Yield the lines that stay and touch the part."""
    top, bottom = part.rows[0], part.rows[-1]
    for name, (low, high) in change.extents.items():
        if high > top and low < bottom:
            yield name, change.kept[name].points


def _search(
    problem: RoutingProblem,
    part: RoutingProblem,
    lattice: Lattice,
    change: _Change,
    standing: dict[str, Polyline],
) -> Search:
    sources = {flow.source for flow in part.flows}
    together = [flow for flow in problem.flows if flow.source in sources]
    branch = dict(zip((flow.id for flow in together), branches(together), strict=True))
    keeper = Keeper(lattice, part.rows[0], part.rows[-1])
    kept = [
        piece
        for flow in problem.flows
        if flow.id in standing
        for piece in keeper.pieces(flow, standing[flow.id], branch.get(flow.id, 0))
    ]
    return Search(lattice, part.flows, [branch[flow.id] for flow in part.flows], kept)


def _labels(
    problem: RoutingProblem,
    part: RoutingProblem,
    change: _Change,
    drawn: list[tuple[RoutingFlow, Polyline]],
    standing: dict[str, Polyline],
) -> tuple[Labels, list[tuple[RoutingFlow, Polyline]]]:
    """Place the labels of new lines, and anew those that new lines or symbols ran into."""
    hits: list[Rect] = []
    if any(change.kept[name].label for name in standing):
        hits = [_around(leg, _TOUCH) for _, line in drawn for leg in pairwise(line)]
        hits += change.walls
    here = {symbol.id for symbol in part.symbols}
    flows = {flow.id: flow for flow in problem.flows if flow.id in standing}
    boxes: list[Rect] = []
    for name, line in standing.items():
        label = change.kept[name].label
        if label is None:
            continue
        if flows[name].source in here and any(label.intersects(hit) for hit in hits):
            drawn = [*drawn, (flows[name], line)]
        else:
            boxes.append(label)
    again = {flow.id for flow, _ in drawn}
    others = [line for name, line in standing.items() if name not in again]
    page = structs.replace(part, rows=(problem.rows[0], *part.rows[1:-1], problem.rows[-1]))
    return place_labels(page, drawn, others, boxes), drawn


def _answer(
    problem: RoutingProblem,
    change: _Change,
    routing: Routing,
    routes: dict[str, Route],
    dropped: set[str],
) -> Routing:
    kept = change.kept
    names = {flow.id for flow in change.lifted}
    still = {name for name in routing.dropped_hints if name in kept and name not in names}
    return Routing(
        routes=tuple(routes.get(flow.id) or kept[flow.id] for flow in problem.flows),
        dropped_hints=tuple(sorted(still | dropped)),
    )
