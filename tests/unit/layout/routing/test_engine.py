"""The router as its callers see it: house rules, hints, shortages."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from sopeditor.foundation.geometry import Point, Polyline, Rect, Size, bounding_box
from sopeditor.layout.routing.axis import BORDER_DISTANCE
from sopeditor.layout.routing.engine import route
from sopeditor.layout.routing.problem import RoutingFlow, RoutingProblem
from sopeditor.model.flow import FlowHints, Side
from tests.unit.layout.routing.pages import (
    LABEL,
    LANE,
    ROW,
    arrow,
    box,
    branch,
    diamond,
    joint,
    page,
)


def lines(problem: RoutingProblem) -> dict[str, Polyline]:
    return {r.flow: r.points for r in route(problem).routes}


def leaving(line: Polyline) -> Side:
    a, b = line[0], line[1]
    if a.x == b.x:
        return Side.BOTTOM if b.y > a.y else Side.TOP
    return Side.RIGHT if b.x > a.x else Side.LEFT


def test_a_page_without_flows_has_no_routes() -> None:
    assert route(page(1, 1)).routes == ()


def test_the_next_step_below_is_reached_straight_from_middle_to_middle() -> None:
    a, b = box("a", 0, 0), box("b", 1, 0)
    line = lines(page(1, 2, a, b, arrow("f", "a>b")))["f"]
    assert line == (Point(LANE / 2, a.rect.bottom), Point(LANE / 2, b.rect.top))


def test_a_joint_line_runs_level_between_the_sides() -> None:
    a, b = box("a", 0, 0), box("b", 0, 1)
    line = lines(page(2, 1, a, b, joint("f", "b>a")))["f"]
    assert line == (Point(b.rect.left, ROW / 2), Point(a.rect.right, ROW / 2))


def test_a_joint_line_goes_around_a_symbol_between() -> None:
    parts = [box("a", 0, 0), box("x", 0, 1), box("b", 0, 2)]
    line = lines(page(3, 1, *parts, joint("f", "a>b")))["f"]
    assert 4 <= len(line) <= 6


def test_branches_of_a_decision_leave_by_different_sides() -> None:
    parts = [diamond("d", 1, 1), box("a", 0, 0), box("b", 2, 1), box("c", 2, 2)]
    flows = [branch("f", "d>a"), branch("g", "d>b"), branch("h", "d>c")]
    sides = {leaving(line) for line in lines(page(3, 3, *parts, *flows)).values()}
    assert sides == {Side.LEFT, Side.BOTTOM, Side.RIGHT}


def test_more_branches_than_sides_get_ports_of_their_own() -> None:
    parts = [diamond("d", 0, 1), *(box(f"b{k}", 1 + k // 3, k % 3) for k in range(6))]
    flows = [branch(f"f{k}", f"d>b{k}") for k in range(5)]
    starts = [line[0] for line in lines(page(3, 4, *parts, *flows)).values()]
    assert len(set(starts)) == 5


def test_a_loop_back_stays_beside_the_symbols_and_off_the_border() -> None:
    parts = [box("a", 0, 0), diamond("d", 1, 0), box("b", 2, 0), box("c", 1, 1)]
    flows = [arrow("f", "a>d"), branch("g", "d>a"), branch("h", "d>b")]
    line = lines(page(2, 3, *parts, *flows))["g"]
    assert len(line) == 4
    assert abs(line[1].x - LANE) >= BORDER_DISTANCE
    assert line[1].x >= BORDER_DISTANCE


def test_a_flow_from_a_symbol_to_itself_is_drawn() -> None:
    line = lines(page(1, 1, box("a", 0, 0), arrow("f", "a>a")))["f"]
    assert len(line) == 5
    assert line[-2].y < line[-1].y


def test_parallel_flows_share_neither_port_nor_line() -> None:
    flows = [arrow(f"f{k}", "a>b") for k in range(3)]
    drawn = lines(page(1, 2, box("a", 0, 0), box("b", 1, 0), *flows))
    assert len({line[0] for line in drawn.values()}) == 3
    assert len({line[-1] for line in drawn.values()}) == 3


def test_an_end_off_the_vertex_follows_the_slanted_edge() -> None:
    parts = [diamond("d", 0, 0), box("b", 1, 0)]
    flows = [arrow(f"f{k}", "d>b") for k in range(4)]
    rect = parts[0].rect
    for line in lines(page(1, 2, *parts, *flows)).values():
        dx, dy = abs(line[0].x - rect.centre.x), abs(line[0].y - rect.centre.y)
        assert dx / (rect.width / 2) + dy / (rect.height / 2) == pytest.approx(1)


def test_a_symbol_between_two_lanes_is_routed_around() -> None:
    parts = [box("a", 0, 0), box("x", 1, 0, 1), box("b", 2, 0)]
    drawn = lines(page(2, 3, *parts, arrow("f", "a>b"), arrow("g", "a>x"), arrow("h", "x>b")))
    assert all(not parts[1].rect.grown(-1).contains(p) for line in drawn.values() for p in line)


def test_a_label_stands_beside_its_first_leg_on_nothing() -> None:
    parts = [diamond("d", 0, 0), box("b", 1, 0)]
    found = route(page(1, 2, *parts, branch("f", "d>b"))).routes[0]
    assert found.label is not None
    assert found.label.size == LABEL
    assert not any(found.label.intersects(part.rect) for part in parts)
    assert abs(found.label.centre.x - found.points[0].x) <= LABEL.width


def test_a_label_whose_first_leg_has_no_room_stands_further_along_the_line() -> None:
    wide = Size(40, 8)
    parts = [diamond("d", 0, 0), box("a", 1, 0), box("b", 3, 0)]
    flows = [arrow("f", "d>a"), replace(branch("g", "d>b"), label=wide)]
    problem = page(2, 4, *parts, *flows)
    drawn = {r.flow: r for r in route(problem).routes}
    label = drawn["g"].label
    assert label is not None
    assert not any(label.intersects(part.rect) for part in parts)
    for found in drawn.values():
        for a, b in pairwise(found.points):
            assert not label.intersects(bounding_box((a, b)).grown(0.01))


def test_a_label_without_any_room_asks_for_a_higher_row() -> None:
    huge = Size(LANE - 2, 2 * ROW)
    parts = [diamond("d", 0, 0), box("b", 1, 0)]
    routing = route(page(1, 2, *parts, replace(branch("f", "d>b"), label=huge)))
    assert dict(routing.row_shortage)[0] > huge.height


@pytest.mark.parametrize("target", [(0, 0), (1, 0), (1, 1), (3, 1), (3, 2), (4, 0)])
def test_no_leg_follows_the_border_beyond_the_row_of_a_symbol_between_two_lanes(
    target: tuple[int, int],
) -> None:
    x, other = box("x", 2, 0, 1), box("o", *target)
    for ends in ("x>o", "o>x"):
        line = lines(page(3, 5, x, other, arrow("f", ends)))["f"]
        for a, b in pairwise(line):
            if a.x == b.x and abs(a.x - LANE) < 1:
                assert min(a.y, b.y) >= 2 * ROW
                assert max(a.y, b.y) <= 3 * ROW


def test_symbols_between_the_same_lanes_in_neighbouring_rows_are_joined_straight() -> None:
    parts = [box("x", 0, 0, 1), box("y", 1, 0, 1)]
    assert len(lines(page(2, 2, *parts, arrow("f", "x>y")))["f"]) == 2


def test_symbols_that_leave_no_gap_still_get_a_line_and_name_what_is_wanting() -> None:
    parts = [replace(box("a", 0, 0), rect=Rect(0, 0, LANE, ROW))]
    parts += [
        replace(box(n, k + 1, 0), rect=Rect(0, ROW * (k + 1), LANE, ROW))
        for k, n in enumerate("xb")
    ]
    problem = page(1, 3, *parts, arrow("f", "a>b"), arrow("g", "b>a"), arrow("h", "x>x"))
    routing = route(problem)
    assert all(len(r.points) >= 2 for r in routing.routes)
    assert dict(routing.row_shortage).keys() == {0, 1, 2}


@pytest.mark.parametrize("gap", [3.0, 4.0, 6.0])
def test_gaps_of_three_points_hold_lines_around_every_symbol(gap: float) -> None:
    size = Size(LANE - 2 * gap, ROW - 2 * gap)
    parts = [
        replace(s, rect=Rect.centred(s.rect.centre, size))
        for s in (box(f"s{r}{c}", r, c) for r in range(3) for c in range(3))
    ]
    flows = [arrow(f"f{a.id}{b.id}", f"{a.id}>{b.id}") for a in parts for b in parts[::4]]
    routing = route(page(3, 3, *parts, *flows))
    for drawn in routing.routes:
        for a, b in pairwise(drawn.points):
            inside = [
                p for p in parts if bounding_box((a, b)).grown(0.01).intersects(p.rect.grown(-0.1))
            ]
            assert {p.id for p in inside} <= set(ends_of(flows, drawn.flow))


def ends_of(flows: list[RoutingFlow], name: str) -> tuple[str, str]:
    (flow,) = [f for f in flows if f.id == name]
    return flow.source, flow.target


def test_hinted_sides_are_kept() -> None:
    hints = FlowHints(source_side=Side.LEFT, target_side=Side.LEFT)
    routing = route(page(1, 2, box("a", 0, 0), box("b", 1, 0), arrow("f", "a>b", hints)))
    assert leaving(routing.routes[0].points) is Side.LEFT
    assert routing.dropped_hints == ()


def test_a_hint_that_puts_two_branches_on_one_side_is_dropped_and_named() -> None:
    hints = FlowHints(source_side=Side.BOTTOM)
    parts = [diamond("d", 0, 0), box("a", 1, 0), box("b", 1, 1)]
    flows = [branch("f", "d>a", hints), branch("g", "d>b", hints)]
    routing = route(page(2, 2, *parts, *flows))
    assert routing.dropped_hints == ("g",)
    assert len({leaving(r.points) for r in routing.routes}) == 2


def test_way_points_draw_the_line_to_them() -> None:
    parts = [box("a", 0, 1), box("b", 1, 1)]
    hints = FlowHints(way_points=(Point(-LANE / 2, ROW / 2),))
    routing = route(page(2, 2, *parts, arrow("f", "b>a"), arrow("g", "a>b", hints)))
    assert routing.dropped_hints == ()
    assert min(p.x for p in routing.routes[1].points) <= LANE + BORDER_DISTANCE


def test_a_way_point_beyond_every_line_is_named() -> None:
    hints = FlowHints(way_points=(Point(500, 500),))
    routing = route(page(1, 2, box("a", 0, 0), box("b", 1, 0), arrow("f", "a>b", hints)))
    assert routing.dropped_hints == ("f",)


def test_a_hinted_label_position_is_kept_where_it_is_free() -> None:
    free, taken = FlowHints(label_position=Point(-15, 24)), FlowHints(label_position=Point(0, 0))
    for hints, dropped in ((free, ()), (taken, ("f",))):
        parts = [diamond("d", 0, 0), box("b", 1, 0)]
        assert route(page(1, 2, *parts, branch("f", "d>b", hints))).dropped_hints == dropped


def test_a_lane_too_narrow_names_what_it_lacks_and_with_that_it_is_wide_enough() -> None:
    parts = [box(f"s{k}", k, 0) for k in range(10)]
    flows = [arrow(f"f{k}", f"s{9 - k // 2}>s{k // 2}") for k in range(10)]
    problem = page(1, 10, *parts, *flows)
    routing = route(problem)
    ((lane, lack),) = routing.lane_shortage
    assert lane == 0
    assert lack > 0
    wider = replace(
        problem,
        lanes=(0.0, LANE + lack),
        symbols=tuple(replace(part, rect=part.rect.moved(lack / 2, 0)) for part in parts),
    )
    assert route(wider).lane_shortage == ()


def test_a_flow_to_a_symbol_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        route(page(1, 1, box("a", 0, 0), arrow("f", "a>z")))


def test_a_fourth_branch_takes_the_top_rather_than_the_side_of_another() -> None:
    parts = [diamond("d", 1, 1), *(box(f"b{k}", 3, k) for k in range(3)), box("b3", 0, 0)]
    flows = [branch(f"f{k}", f"d>b{k}") for k in range(4)]
    found = lines(page(3, 4, *parts, *flows))
    assert len({leaving(line) for line in found.values()}) == 4


def test_lines_of_one_branch_may_leave_together() -> None:
    parts = [diamond("d", 0, 1), *(box(f"b{k}", 2, k) for k in range(4))]
    flows = [replace(branch(f"f{k}", f"d>b{k}"), branch="tidak") for k in range(3)]
    found = lines(page(4, 3, *parts, *flows, replace(branch("g", "d>b3"), branch="ya")))
    assert Side.TOP not in {leaving(line) for line in found.values()}
    assert leaving(found["g"]) not in {leaving(found[f"f{k}"]) for k in range(3)}
