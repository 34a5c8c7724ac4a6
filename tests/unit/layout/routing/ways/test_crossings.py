"""The order of walks that share a line."""

from sopeditor.layout.routing.sides import BOTTOM, TOP
from sopeditor.layout.routing.ways.crossings import crossings, facing, order, u_turn
from sopeditor.layout.routing.ways.walks import Walk


def walk(*nodes: tuple[int, int]) -> Walk:
    return Walk(nodes, BOTTOM, TOP)


LEFT_OF = walk((0, 0), (4, 0), (4, 9), (0, 9))
RIGHT_OF = walk((8, 2), (4, 2), (4, 7), (8, 7))


def test_who_turns_off_to_the_left_runs_on_the_left() -> None:
    assert order(LEFT_OF, 1, RIGHT_OF, 1) == -1
    assert order(RIGHT_OF, 1, LEFT_OF, 1) == 1
    assert crossings(LEFT_OF, RIGHT_OF) == 0


def test_walks_that_change_sides_on_a_shared_line_cross_once() -> None:
    swapping = walk((0, 3), (4, 3), (4, 6), (8, 6))
    assert crossings(swapping, RIGHT_OF) == 1


def test_walks_that_turn_together_are_ordered_by_where_they_part() -> None:
    outer = walk((4, 0), (4, 6), (9, 6), (9, 9))
    inner = walk((8, 2), (4, 2), (4, 6), (7, 6), (7, 3))
    assert order(outer, 0, inner, 1) == -1
    assert order(outer, 1, inner, 2) == 1
    assert crossings(outer, inner) == 0


def test_a_crossing_at_right_angles_shares_no_line() -> None:
    assert crossings(walk((0, 4), (9, 4)), walk((4, 0), (4, 9))) == 0


def test_a_leg_with_both_ends_to_one_side_is_a_u_turn() -> None:
    assert u_turn(LEFT_OF, 1) == -1
    assert u_turn(RIGHT_OF, 1) == 1
    assert u_turn(walk((0, 2), (4, 2), (4, 7), (8, 7)), 1) == 0


def test_lines_that_come_from_both_sides_on_one_height_keep_to_their_sides() -> None:
    """What comes from the left has the left one of two upright legs, or both would overlap."""
    from_left, from_right = walk((0, 0), (1, 0), (1, 2), (2, 2)), walk((2, 0), (1, 0), (1, 3))
    assert facing(from_left, 1, from_right, 1, at_high=False) == -1
    assert facing(from_right, 1, from_left, 1, at_high=False) == 1
    assert facing(from_left, 1, from_left, 1, at_high=False) == 0
    assert facing(from_left, 1, from_right, 1, at_high=True) == 0
