"""The router on random pages, judged by a checker that knows nothing of its insides."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sopeditor.foundation.geometry import Point, Polyline, Rect, Size
from sopeditor.layout.routing.edits.reroute import reroute
from sopeditor.layout.routing.engine import route
from sopeditor.layout.routing.problem import (
    Outline,
    Routing,
    RoutingFlow,
    RoutingProblem,
    RoutingSymbol,
)
from sopeditor.model.flow import FlowHints, FlowKind, Side

BOX, DIAMOND, LINK, CAPSULE = Size(35, 18), Size(50, 24), Size(26, 14), Size(35, 14)
LABEL = Size(18, 8)
SAME = 0.02
ON_OUTLINE = 0.75


@dataclass(frozen=True)
class Cell:
    """What stands in one cell: sizes, and whether they stand side by side."""

    sizes: tuple[Size, ...]
    abreast: bool


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    count = draw(st.sampled_from((0, 0, 1, 1, 1, 1, 1, 2, 3)))
    sizes = draw(
        st.lists(
            st.sampled_from((BOX, BOX, DIAMOND, LINK, CAPSULE)), min_size=count, max_size=count
        )
    )
    return Cell(tuple(sizes), draw(st.booleans()))


def cell_size(cell: Cell) -> Size:
    if not cell.sizes:
        return Size(0, 0)
    gaps = 12.0 * (len(cell.sizes) - 1)
    widths, heights = [s.width for s in cell.sizes], [s.height for s in cell.sizes]
    if cell.abreast:
        return Size(sum(widths) + gaps, max(heights))
    return Size(max(widths), sum(heights) + gaps)


def boxes(cell: Cell, centre: Point) -> list[Rect]:
    whole = cell_size(cell)
    x, y = centre.x - whole.width / 2, centre.y - whole.height / 2
    found = []
    for size in cell.sizes:
        if cell.abreast:
            found.append(Rect(x, centre.y - size.height / 2, size.width, size.height))
            x += size.width + 12
        else:
            found.append(Rect(centre.x - size.width / 2, y, size.width, size.height))
            y += size.height + 12
    return found


@st.composite
def problems(draw: st.DrawFn) -> RoutingProblem:
    lanes, rows = draw(st.integers(1, 5)), draw(st.integers(1, 6))
    grid = [[draw(cells()) for _ in range(lanes)] for _ in range(rows)]
    margin = draw(st.sampled_from((9.0, 12.0, 20.0)))
    widths = [
        max([40.0, *(cell_size(row[k]).width for row in grid)]) + 2 * margin for k in range(lanes)
    ]
    heights = [max([20.0, *(cell_size(c).height for c in row)]) + 2 * margin for row in grid]
    xs, ys = list(accumulate(widths, initial=0.0)), list(accumulate(heights, initial=0.0))
    symbols: list[RoutingSymbol] = []
    for r, row in enumerate(grid):
        joined = draw(st.integers(-6, lanes - 2))
        for k, cell in enumerate(row):
            if joined in (k, k - 1):
                if k == joined:
                    rect = Rect.centred(Point(xs[k + 1], (ys[r] + ys[r + 1]) / 2), BOX)
                    symbols.append(symbol(len(symbols), rect, r, k, k + 1))
                continue
            centre = Point((xs[k] + xs[k + 1]) / 2, (ys[r] + ys[r + 1]) / 2)
            for rect in boxes(cell, centre):
                symbols.append(symbol(len(symbols), rect, r, k, k))
    flows = draw(st.lists(flow_ends(symbols), max_size=2 * len(symbols))) if symbols else []
    return RoutingProblem(
        lanes=tuple(xs),
        rows=tuple(ys),
        symbols=tuple(symbols),
        flows=limited(tuple(flow(n, *ends) for n, ends in enumerate(flows))),
    )


def symbol(number: int, rect: Rect, row: int, first: int, last: int) -> RoutingSymbol:
    outline = Outline.DIAMOND if rect.size == DIAMOND else Outline.BOX
    return RoutingSymbol(
        id=f"s{number}", rect=rect, row=row, first_lane=first, last_lane=last, outline=outline
    )


Ends = tuple[str, str, bool, bool, FlowHints]


def flow_ends(symbols: list[RoutingSymbol]) -> st.SearchStrategy[Ends]:
    ids = st.sampled_from([s.id for s in symbols])
    sides = st.sampled_from((None, None, None, *Side))
    hints = st.builds(FlowHints, source_side=sides, target_side=sides)
    return st.tuples(ids, ids, st.booleans(), st.integers(0, 9).map(lambda n: n == 0), hints)


def flow(
    number: int, source: str, target: str, labelled: bool, joint: bool, hints: FlowHints
) -> RoutingFlow:
    joint = joint and source != target
    return RoutingFlow(
        id=f"f{number}",
        source=source,
        target=target,
        kind=FlowKind.JOINT if joint else FlowKind.FLOW,
        label=LABEL if labelled and not joint else None,
        hints=hints,
    )


def limited(flows: tuple[RoutingFlow, ...]) -> tuple[RoutingFlow, ...]:
    """Keep at most five flows at a symbol: more than that fits no symbol's outline."""
    ends: dict[str, int] = defaultdict(int)
    kept = []
    for one in flows:
        if ends[one.source] < 5 and ends[one.target] < 5:
            ends[one.source] += 1
            ends[one.target] += 1
            kept.append(one)
    return tuple(kept)


def faults(problem: RoutingProblem, routing: Routing) -> list[str]:
    """Answer what is wrong with a routing, in words."""
    symbols = {s.id: s for s in problem.symbols}
    lines = {r.flow: r.points for r in routing.routes}
    found = []
    if [r.flow for r in routing.routes] != [f.id for f in problem.flows]:
        found.append("routes are not those asked for")
    for one in problem.flows:
        found += line_faults(problem, one, lines[one.id], symbols)
    found += overlaps(lines)
    found += shared_ports(problem, lines)
    found += branch_faults(problem, lines)
    return found


def line_faults(
    problem: RoutingProblem,
    one: RoutingFlow,
    line: Polyline,
    symbols: dict[str, RoutingSymbol],
) -> list[str]:
    found = []
    if not 2 <= len(line) <= 6:
        found.append(f"{one.id}: {len(line) - 2} bends")
    for a, b in pairwise(line):
        if (a.x != b.x) == (a.y != b.y):
            found.append(f"{one.id}: {a} to {b} is not one straight step")
        for other in symbols.values():
            own = other.id in (one.source, one.target)
            if runs_through(a, b, other, own):
                found.append(f"{one.id}: through {other.id}")
    for a, b, c in zip(line, line[1:], line[2:], strict=False):
        if (a.x == b.x) == (b.x == c.x):
            found.append(f"{one.id}: no bend at {b}")
    if not on_outline(symbols[one.source], line[0]) or not on_outline(
        symbols[one.target], line[-1]
    ):
        found.append(f"{one.id}: an end floats")
    lanes, rows = problem.lanes, problem.rows
    page = Rect.spanning(lanes[0], rows[0], lanes[-1], rows[-1])
    found += [f"{one.id}: leaves the page" for p in line if not page.contains(p)]
    return found


def runs_through(a: Point, b: Point, symbol: RoutingSymbol, own: bool) -> bool:
    """Answer whether a step passes the inside of a symbol; its own counts as its outline."""
    inside = symbol.rect.grown(-SAME)
    if not Rect.spanning(
        min(a.x, b.x) - SAME, min(a.y, b.y) - SAME, max(a.x, b.x) + SAME, max(a.y, b.y) + SAME
    ).intersects(inside):
        return False
    if not own:
        return True
    steps = 200
    middles = (
        Point(a.x + (b.x - a.x) * k / steps, a.y + (b.y - a.y) * k / steps)
        for k in range(steps + 1)
    )
    return any(depth(symbol, p) > ON_OUTLINE for p in middles)


def depth(symbol: RoutingSymbol, p: Point) -> float:
    """Answer how far inside a symbol's outline a point lies, in points; negative outside."""
    rect, centre = symbol.rect, symbol.rect.centre
    dx, dy = abs(p.x - centre.x), abs(p.y - centre.y)
    if symbol.outline is Outline.DIAMOND:
        share = 1 - dx / (rect.width / 2) - dy / (rect.height / 2)
        return share * rect.height / 2
    return min(rect.width / 2 - dx, rect.height / 2 - dy)


def on_outline(symbol: RoutingSymbol, p: Point) -> bool:
    return abs(depth(symbol, p)) <= SAME


def overlaps(lines: dict[str, Polyline]) -> list[str]:
    found = []
    for (name, line), (other, another) in combinations(sorted(lines.items()), 2):
        for a, b in pairwise(line):
            for c, d in pairwise(another):
                if shared_length(a, b, c, d) > SAME:
                    found.append(f"{name} and {other} share a line at {a}-{b} {c}-{d}")
    return found


def shared_length(a: Point, b: Point, c: Point, d: Point) -> float:
    for axis in (0, 1):
        if all(abs(p[axis] - a[axis]) <= SAME for p in (b, c, d)):
            low = max(min(a[1 - axis], b[1 - axis]), min(c[1 - axis], d[1 - axis]))
            return min(max(a[1 - axis], b[1 - axis]), max(c[1 - axis], d[1 - axis])) - low
    return 0.0


def shared_ports(problem: RoutingProblem, lines: dict[str, Polyline]) -> list[str]:
    ports: dict[str, list[Point]] = defaultdict(list)
    for one in problem.flows:
        ports[one.source].append(lines[one.id][0])
        ports[one.target].append(lines[one.id][-1])
    return [
        f"a port of {name} is shared at {p}"
        for name, points in ports.items()
        for p, q in combinations(points, 2)
        if abs(p.x - q.x) <= SAME and abs(p.y - q.y) <= SAME
    ]


def branch_faults(problem: RoutingProblem, lines: dict[str, Polyline]) -> list[str]:
    """Answer the decisions of which different branches, known by their words, leave together."""
    found = []
    diamonds = {s.id for s in problem.symbols if s.outline is Outline.DIAMOND}
    branches: dict[str, dict[tuple[bool, bool, bool], set[str]]] = defaultdict(dict)
    for one in problem.flows:
        if one.label is not None and one.source in diamonds:
            a, b = lines[one.id][:2]
            side = (a.x == b.x, b.x > a.x, b.y > a.y)
            branches[one.source].setdefault(side, set()).add(one.branch or one.id)
    for name, sides in branches.items():
        words = set().union(*sides.values())
        if len(words) <= 3 and any(len(own) > 1 for own in sides.values()):
            found.append(f"branches of {name} leave by one side")
    return found


@settings(max_examples=40, deadline=None)
@given(problems())
def test_a_routing_has_no_fault(problem: RoutingProblem) -> None:
    assert faults(problem, route(problem)) == []


@pytest.mark.deep
@pytest.mark.timeout(900)
@settings(max_examples=2000, deadline=None)
@given(problems())
def test_a_routing_has_no_fault_in_depth(problem: RoutingProblem) -> None:
    assert faults(problem, route(problem)) == []


@settings(max_examples=40, deadline=None)
@given(problems(), st.randoms(use_true_random=False))
def test_a_routing_does_not_depend_on_the_order_of_its_parts(
    problem: RoutingProblem, random: Random
) -> None:
    symbols, flows = list(problem.symbols), list(problem.flows)
    random.shuffle(symbols)
    random.shuffle(flows)
    shuffled = RoutingProblem(
        lanes=problem.lanes, rows=problem.rows, symbols=tuple(symbols), flows=tuple(flows)
    )
    by_flow = {r.flow: r for r in route(shuffled).routes}
    assert tuple(by_flow[r.flow] for r in route(problem).routes) == route(problem).routes


@settings(max_examples=40, deadline=None)
@given(problems(), st.integers(0, 99))
def test_a_page_routed_again_has_no_fault(problem: RoutingProblem, which: int) -> None:
    check_edits(problem, which)


@pytest.mark.deep
@pytest.mark.timeout(900)
@settings(max_examples=1000, deadline=None)
@given(problems(), st.integers(0, 99))
def test_a_page_routed_again_has_no_fault_in_depth(problem: RoutingProblem, which: int) -> None:
    check_edits(problem, which)


def check_edits(problem: RoutingProblem, which: int) -> None:
    """Take a symbol away and put it back; take a flow away and put it back."""
    for smaller in (without_symbol(problem, which), without_flow(problem, which)):
        less = reroute(smaller, (problem, route(problem)))
        assert faults(smaller, less) == []
        assert faults(problem, reroute(problem, (smaller, less))) == []


def without_symbol(problem: RoutingProblem, which: int) -> RoutingProblem:
    if not problem.symbols:
        return problem
    gone = problem.symbols[which % len(problem.symbols)].id
    return replace(
        problem,
        symbols=tuple(s for s in problem.symbols if s.id != gone),
        flows=tuple(f for f in problem.flows if gone not in (f.source, f.target)),
    )


def without_flow(problem: RoutingProblem, which: int) -> RoutingProblem:
    kept = list(problem.flows)
    if kept:
        del kept[which % len(kept)]
    return replace(problem, flows=tuple(kept))
