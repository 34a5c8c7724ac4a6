"""Which legs meet on their lines."""

from sopeditor.layout.routing.drawing.stretches import (
    Stretch,
    level_stretches,
    meeting,
    upright_stretches,
)
from sopeditor.layout.routing.lattice import build_lattice
from sopeditor.layout.routing.parties import party
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP
from sopeditor.layout.routing.ways.walks import Walk
from tests.unit.layout.routing.pages import arrow, box, page

ACROSS = Walk(((0, 0), (4, 0)), RIGHT, LEFT)
FROM_THE_LEFT = Walk(((0, 0), (2, 0), (2, 3)), RIGHT, TOP)
FROM_THE_RIGHT = Walk(((4, 0), (2, 0), (2, 3)), LEFT, TOP)
TO_THE_LEFT = Walk(((2, 5), (2, 0), (0, 0)), TOP, RIGHT)
AROUND = Walk(((0, 3), (0, 0), (2, 0), (2, 3)), TOP, TOP)


def together(*walks: Walk) -> list[set[int]]:
    """Answer the flows whose level legs meet."""
    return [{leg[3] for leg in legs} for legs in meeting(level_stretches(walks))]


def test_stretches_on_one_line_meet_directly_or_by_others() -> None:
    legs: list[Stretch] = [(0, 0, 9, 0, 0), (0, 8, 12, 1, 0), (0, 1, 2, 2, 0), (0, 12, 13, 3, 0)]
    assert list(meeting(legs)) == [[(0, 0, 9, 0, 0), (0, 1, 2, 2, 0), (0, 8, 12, 1, 0)]]
    assert list(meeting([(0, 0, 9, 0, 0), (1, 0, 9, 1, 0)])) == []
    assert list(meeting([])) == []


def test_level_legs_that_share_steps_meet() -> None:
    assert together(ACROSS, FROM_THE_LEFT, AROUND) == [{0, 1, 2}]


def test_level_legs_that_turn_at_one_point_meet() -> None:
    assert together(FROM_THE_LEFT, FROM_THE_RIGHT) == [{0, 1}]
    assert together(TO_THE_LEFT, FROM_THE_RIGHT) == [{0, 1}]


def test_level_legs_at_two_sides_of_a_symbol_do_not_meet() -> None:
    assert together(ACROSS, Walk(((4, 0), (6, 0), (6, 2)), RIGHT, TOP)) == []


def test_upright_legs_reach_from_symbols_to_where_their_walk_turns() -> None:
    lattice = build_lattice(page(2, 2, box("a", 0, 0), box("b", 1, 1)))
    a, b = lattice.sites["a"], lattice.sites["b"]
    own = party(lattice, arrow("f", "a>b"), 0)
    first = Walk(((1, 1), (3, 1), (3, 3)), RIGHT, TOP)
    last = Walk(((1, 1), (1, 3), (3, 3)), BOTTOM, LEFT)
    legs = [[a.centre_y, b.centre_x], [a.centre_x, b.centre_y]]
    ((column, low, high, *_), (other, start, end, *_)) = upright_stretches(
        [own, own], [first, last], legs
    )
    assert (column, high, other, start) == (3, b.top, 1, a.bottom)
    assert low < a.centre_y < b.centre_y < end
