"""Flows that merge may share the last piece of their way, if the style wants it."""

from collections import defaultdict
from itertools import combinations, pairwise

from msgspec.structs import replace

from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.layout.routing.drawing.trunks import with_trunks
from sopeditor.layout.routing.edits.reroute import reroute
from sopeditor.layout.routing.engine import route
from sopeditor.layout.routing.problem import RoutingProblem
from tests.unit.layout.routing.pages import arrow, box, page

#: Five lanes whose steps all go on to one symbol in the middle one: two must share a side.
MERGING = page(
    5,
    4,
    *(box(f"s{lane}", lane % 2, lane) for lane in range(5)),
    box("z", 3, 2),
    *(arrow(f"f{lane}", f"s{lane}>z") for lane in range(5)),
)


def routed(problem: RoutingProblem) -> dict[str, Polyline]:
    return {one.flow: one.points for one in route(problem).routes}


def ends_by_side(problem: RoutingProblem) -> dict[tuple[bool, bool], list[Point]]:
    """Answer where lines end, by the side that they enter."""
    found = defaultdict(list)
    for line in routed(problem).values():
        a, b = line[-2], line[-1]
        found[a.x == b.x, a.x < b.x].append(b)
    return found


def test_flows_end_apart_unless_the_style_wants_trunks() -> None:
    sides = ends_by_side(MERGING)
    assert max(len(ends) for ends in sides.values()) > 1
    assert all(len(set(ends)) == len(ends) for ends in sides.values())


def test_flows_that_enter_by_one_side_end_in_one_trunk() -> None:
    assert all(len(set(ends)) == 1 for ends in ends_by_side(replace(MERGING, trunks=True)).values())


def test_lines_with_trunks_stay_right_angled_and_start_where_they_did() -> None:
    plain, shared = routed(MERGING), routed(replace(MERGING, trunks=True))
    for name, line in shared.items():
        assert line[0] == plain[name][0]
        assert all((a.x == b.x) != (a.y == b.y) for a, b in pairwise(line))


def test_a_trunk_is_shared_by_flows_to_one_symbol_only() -> None:
    other = page(5, 4, *MERGING.symbols, box("y", 2, 1), *MERGING.flows, arrow("g", "s1>y"))
    lines = routed(replace(other, trunks=True))
    for one, another in combinations(lines, 2):
        if "g" in (one, another):
            assert not set(pairwise(lines[one])) & set(pairwise(lines[another]))


def test_a_turn_that_would_run_into_another_line_is_not_made() -> None:
    down = (Point(50, 0), Point(50, 40))
    beside = (Point(0, 20), Point(60, 20), Point(60, 40))
    between = (Point(55, 0), Point(55, 35))
    flows = [arrow("f", "a>z"), arrow("g", "b>z"), arrow("h", "c>y")]
    assert with_trunks(flows[:2], [down, beside])[1] == (Point(0, 20), Point(50, 20), down[-1])
    behind = (Point(48, 10), Point(48, 30), Point(52, 30), Point(52, 60))
    assert with_trunks(flows, [down, beside, behind])[1] == beside
    assert with_trunks(flows, [down, beside, between])[1] == (Point(0, 20), Point(50, 20), down[-1])


def test_a_page_with_trunks_is_routed_as_a_whole_after_a_change() -> None:
    problem = replace(MERGING, trunks=True)
    fewer = replace(problem, flows=problem.flows[:2])
    assert reroute(fewer, (problem, route(problem))) == route(fewer)
