"""What a change leaves of the lines of a page."""

from msgspec.structs import replace

from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.routing.edits.changes import LIFTED, TOUCH, change_between, meets
from sopeditor.layout.routing.engine import route
from sopeditor.layout.routing.problem import RoutingProblem
from tests.unit.layout.routing.pages import arrow, box, page


def chain(*lanes: int) -> RoutingProblem:
    """Answer a page with a step in each row, in the given lane, and a flow to the next."""
    boxes = [box(f"s{row}", row, lane) for row, lane in enumerate(lanes)]
    flows = [arrow(f"f{row}", f"s{row}>s{row + 1}") for row in range(len(lanes) - 1)]
    return page(3, len(lanes), *boxes, *flows)


def lifted(old: RoutingProblem, new: RoutingProblem) -> set[str]:
    change = change_between(old, new, route(old))
    assert change.lifted == [k for k, one in enumerate(change.routes) if one is LIFTED]
    return {new.flows[number].id for number in change.lifted}


def test_flows_of_a_moved_symbol_are_lifted() -> None:
    assert lifted(chain(0, 1, 0, 1, 0, 1), chain(0, 1, 0, 2, 0, 1)) == {"f2", "f3"}


def test_flows_are_known_by_name_in_whatever_order() -> None:
    old = chain(0, 1, 0, 1, 0)
    turned = replace(old, flows=old.flows[::-1], symbols=old.symbols[::-1])
    assert lifted(old, turned) == set()
    routing = route(old)
    assert change_between(old, turned, routing).routes == [*routing.routes][::-1]


def test_new_flows_are_lifted_and_gone_ones_forgotten() -> None:
    old = chain(0, 1, 0, 1, 0)
    new = replace(old, flows=(arrow("g", "s0>s1"), *old.flows[2:], arrow("h", "s1>s4")))
    change = change_between(old, new, route(old))
    assert [one.flow for one in change.routes] == ["", "f2", "f3", ""]
    assert change.lifted == [0, 3]
    assert change.rows == (0, 4)


def test_lifted_lines_may_be_anywhere_others_where_they_reach() -> None:
    old = chain(0, 1, 0, 1, 0, 1)
    change = change_between(
        old, replace(old, flows=(*old.flows[:-1], arrow("g", "s4>s5"))), route(old)
    )
    assert change.between(old.rows[0], old.rows[1]) == [0, 4]


def test_a_line_meets_a_box_that_its_margin_reaches() -> None:
    line = (Point(0.0, 0.0), Point(0.0, 10.0), Point(20.0, 10.0))
    assert meets(line, Rect(5.0, 5.0, 5.0, 5.0), TOUCH)
    assert not meets(line, Rect(5.0, 5.0, 5.0, 4.0), TOUCH)
