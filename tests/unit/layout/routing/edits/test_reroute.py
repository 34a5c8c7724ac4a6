"""Routing a page again after a change."""

from msgspec.structs import replace

from sopeditor.foundation.geometry import Polyline
from sopeditor.layout.routing.edits.reroute import reroute
from sopeditor.layout.routing.engine import route
from sopeditor.layout.routing.memory import RoutingMemory
from sopeditor.layout.routing.problem import Routing, RoutingFlow, RoutingProblem
from tests.unit.layout.routing.pages import LANE, ROW, arrow, box, branch, diamond, page


def lines(routing: Routing) -> dict[str, Polyline]:
    return {r.flow: r.points for r in routing.routes}


def ladder(rows: int, *more: RoutingFlow, moved: tuple[int, int] = (-1, 0)) -> RoutingProblem:
    """Answer a page whose steps go to and fro between two lanes, a third one free."""
    boxes = [box(f"s{k}", k, moved[1] if k == moved[0] else k % 2) for k in range(rows)]
    flows = [arrow(f"f{k}", f"s{k}>s{k + 1}") for k in range(rows - 1)]
    return page(3, rows, *boxes, *flows, *more)


def with_row(problem: RoutingProblem, at: int, height: float) -> RoutingProblem:
    """Answer the page with an empty row inserted."""
    return replace(
        problem,
        rows=(*problem.rows[: at + 1], *(y + height for y in problem.rows[at:])),
        symbols=tuple(
            replace(s, row=s.row + 1, rect=s.rect.moved(0, height)) if s.row >= at else s
            for s in problem.symbols
        ),
    )


def test_an_unchanged_page_gives_the_very_same_routing() -> None:
    problem = ladder(6)
    routing = route(problem)
    assert reroute(ladder(6), (problem, routing)) is routing


def test_a_moved_symbol_takes_only_its_own_lines_along() -> None:
    before, after = ladder(12), ladder(12, moved=(5, 2))
    old = route(before)
    new = lines(reroute(after, (before, old)))
    assert {name for name, line in new.items() if line != lines(old)[name]} == {"f4", "f5"}
    assert new["f4"][-1].x > 2 * LANE


def test_a_line_in_the_way_of_a_moved_symbol_goes_around_it() -> None:
    before = ladder(9, arrow("g", "s8>s1"))
    (free,) = [p.x for p in lines(route(before))["g"][1:2]]
    lane = min(range(3), key=lambda k: abs((k + 0.5) * LANE - free))
    step = 5 if lane == 0 else 4
    after = ladder(9, arrow("g", "s8>s1"), moved=(step, 2))
    again = lines(reroute(after, (before, route(before))))
    wall = next(s.rect for s in after.symbols if s.id == f"s{step}")
    assert not any(wall.contains(p) for p in again["g"])


def test_an_inserted_row_takes_the_lines_below_along() -> None:
    before = ladder(8)
    after = with_row(before, 4, ROW)
    old, new = lines(route(before)), lines(reroute(after, (before, route(before))))
    for name in ("f5", "f6"):
        assert [(p.x, p.y - ROW) for p in new[name]] == [tuple(p) for p in old[name]]
    for name in ("f0", "f1", "f2"):
        assert new[name] == old[name]


def test_a_higher_row_moves_its_lines_with_its_symbols() -> None:
    before = ladder(6)
    rows = tuple(y + (12 if y > 2 * ROW else 0) for y in before.rows)
    after = replace(
        before,
        rows=rows,
        symbols=tuple(
            replace(s, rect=s.rect.moved(0, 12 if s.row > 2 else 6 if s.row == 2 else 0))
            for s in before.symbols
        ),
    )
    new = lines(reroute(after, (before, route(before))))
    assert new["f2"][0].y == lines(route(before))["f2"][0].y + 6
    assert new["f3"] == tuple(type(p)(p.x, p.y + 12) for p in lines(route(before))["f3"])


def test_a_new_label_moves_no_other_line() -> None:
    parts = [diamond("d", 0, 0), box("a", 1, 0), box("b", 1, 1), box("c", 2, 1)]
    flows = [branch("f", "d>a"), branch("g", "d>b"), arrow("h", "b>c")]
    before = page(2, 3, *parts, *(replace(f, label=None) for f in flows))
    after = page(2, 3, *parts, *flows)
    routing = reroute(after, (before, route(before)))
    assert lines(routing)["h"] == lines(route(before))["h"]
    assert all(r.label for r in routing.routes if r.flow in "fg")


def test_other_lanes_mean_another_page() -> None:
    before = ladder(6)
    after = replace(before, lanes=(*before.lanes[:-1], before.lanes[-1] + 9))
    assert reroute(after, (before, route(before))) == route(after)


def test_the_memory_restores_every_line_after_undo_and_redo() -> None:
    memory = RoutingMemory()
    before, after = ladder(12), ladder(12, moved=(5, 2))
    first, second = memory(before), memory(after)
    assert first == route(before)
    assert memory(ladder(12)) is first
    assert memory(ladder(12, moved=(5, 2))) is second


def test_the_memory_forgets_the_oldest_pages() -> None:
    memory = RoutingMemory()
    for height in range(1100):
        memory(with_row(page(1, 1, box("a", 0, 0)), 0, ROW + height))
    assert len(memory._known) == len(memory._same) == 1024
