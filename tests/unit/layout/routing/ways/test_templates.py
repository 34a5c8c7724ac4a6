"""The shapes of routes by bends."""

import pytest

from sopeditor.layout.routing.lattice import build_lattice
from sopeditor.layout.routing.problem import RoutingProblem
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP
from sopeditor.layout.routing.ways.shapes import LENGTH_OF_A_BEND, Ends
from sopeditor.layout.routing.ways.templates import LEVELS, shapes
from sopeditor.layout.routing.ways.walks import Walk
from tests.unit.layout.routing.pages import box, page


def found(problem: RoutingProblem, source: str, target: str, bends: int) -> list[Walk]:
    lattice = build_lattice(problem)
    ends = Ends(lattice.sites[source], lattice.sites[target], 3.0, 6.0, lambda *_: 0.0)
    walks = [Walk(*shape[1:4]) for n in LEVELS for shape in shapes(lattice, ends, n, float("inf"))]
    return [walk for walk in walks if walk.bends == bends]


def test_the_next_symbol_below_is_reached_straight() -> None:
    (walk,) = found(page(1, 2, box("a", 0, 0), box("b", 1, 0)), "a", "b", 0)
    assert (walk.leave, walk.enter) == (BOTTOM, TOP)


def test_nothing_goes_straight_through_a_symbol_between() -> None:
    parts = [box("a", 0, 0), box("x", 1, 0), box("b", 2, 0)]
    assert found(page(1, 3, *parts), "a", "b", 0) == []


def test_nothing_leaves_upwards() -> None:
    problem = page(1, 2, box("a", 0, 0), box("b", 1, 0))
    assert all(
        walk.leave != TOP and walk.enter != BOTTOM
        for bends in range(5)
        for walk in found(problem, "b", "a", bends)
    )


def test_a_symbol_below_in_another_lane_takes_one_bend_by_either_corner() -> None:
    shapes = found(page(2, 2, box("a", 0, 0), box("b", 1, 1)), "a", "b", 1)
    assert {(walk.leave, walk.enter) for walk in shapes} == {
        (RIGHT, TOP),
        (BOTTOM, LEFT),
    }


def test_a_loop_back_takes_two_bends_beside_the_symbols() -> None:
    shapes = found(page(1, 2, box("a", 0, 0), box("b", 1, 0)), "b", "a", 2)
    assert {(walk.leave, walk.enter) for walk in shapes} == {
        (LEFT, LEFT),
        (RIGHT, RIGHT),
    }


def test_a_self_loop_leaves_by_a_side_and_comes_back_by_the_top() -> None:
    shapes = found(page(1, 1, box("a", 0, 0)), "a", "a", 3)
    assert {(walk.leave, walk.enter) for walk in shapes} == {
        (LEFT, TOP),
        (RIGHT, TOP),
    }


@pytest.mark.parametrize("target", ["b", "c", "d", "x"])
def test_a_crowded_page_leaves_a_way_with_four_bends(target: str) -> None:
    names = ["a", "x", "y", "b", "p", "c", "q", "d", "r"]
    parts = [box(name, k // 3, k % 3) for k, name in enumerate(names)]
    shapes = [walk for n in range(5) for walk in found(page(3, 3, *parts), "a", target, n)]
    assert shapes
    assert all(len(walk.nodes) == walk.bends + 2 for walk in shapes)


def test_shapes_come_no_longer_than_asked() -> None:
    lattice = build_lattice(page(1, 2, box("a", 0, 0), box("b", 1, 0)))
    ends = Ends(lattice.sites["b"], lattice.sites["a"], 3.0, 6.0, lambda *_: 0.0)
    (cheapest, *_) = sorted(shape[0] for shape in shapes(lattice, ends, 1, float("inf")))
    shortest = (cheapest - 2) * LENGTH_OF_A_BEND
    assert shapes(lattice, ends, 1, shortest - 0.1) == []
    assert shapes(lattice, ends, 1, shortest + 0.1) != []


def test_a_shape_tells_when_its_ends_are_too_short() -> None:
    lattice = build_lattice(page(2, 2, box("a", 0, 0), box("b", 1, 1)))
    a, b = lattice.sites["a"], lattice.sites["b"]
    for stub, end, has_room in ((3.0, 6.0, True), (300.0, 6.0, False), (3.0, 600.0, False)):
        ends = Ends(a, b, stub, end, lambda *ends: 0.0 if ends[2] else 1000.0)
        dear = {price >= 1000 for n in LEVELS[:2] for price, *_ in shapes(lattice, ends, n, 9999)}
        assert dear == {not has_room}
