"""The walks without a bend or with one, which nearly nine flows in ten take.

What `templates`, `costs` and `rooms` answer for any walk is worked out here at once for a
flow without hints, from one lane or row to another: there are two such walks at most.
"""

from sopeditor.layout.routing.lattice import Lattice, Room, Site
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP
from sopeditor.layout.routing.ways.costs import (
    ENTERING_BY_A_SIDE,
    LENGTH_OF_A_BEND,
    NO_ROOM_FOR_AN_END,
)
from sopeditor.layout.routing.ways.walks import Walk
from sopeditor.model.flow import FlowKind


def is_plain(lattice: Lattice, own: Party) -> bool:
    """Answer whether only bends, length, sides and room count: no hints, borders or frame."""
    flow, source = own.flow, own.source
    if flow.kind is not FlowKind.FLOW or flow.hints.way_points or lattice.has_clips:
        return False
    if source.on_border or own.target.on_border:
        return False
    if flow.label is None:
        return True
    left, right = lattice.columns.ends
    return min(source.left - left, right - source.right) >= flow.label.width


def direct_walks(lattice: Lattice, own: Party, length: float) -> list[Walk]:
    """Answer the free walks of at most one bend, cheapest first, with their prices and rooms.

    `length` is how far it is from one end to the other, in points.
    """
    s, t = own.source, own.target
    if s.column == t.column:
        if s.row >= t.row or s.reach_down != t.first_row - 1:
            return []
        return [_straight((s, t), (length, BOTTOM, TOP), (s.across, t.across))]
    if s.row == t.row:
        if s.column < t.column:
            leave, enter, is_free = RIGHT, LEFT, s.reach_right == t.first_column - 1
        else:
            leave, enter, is_free = LEFT, RIGHT, s.reach_left == t.last_column + 1
        if not is_free:
            return []
        return [_straight((s, t), (length, leave, enter), (s.along, t.along))]
    walks: list[Walk] = []
    if t.reach_up <= s.row < t.first_row:
        _add_across_down(lattice, own, length, walks)
    if s.last_row < t.row <= s.reach_down:
        _add_down_across(lattice, own, length, walks)
    if len(walks) == 2 and walks[1].price < walks[0].price:
        walks.reverse()
    return walks


def _straight(
    ends: tuple[Site, Site], way: tuple[float, int, int], rooms: tuple[Room, Room]
) -> Walk:
    (s, t), (length, leave, enter) = ends, way
    nodes = ((s.column, s.row), (t.column, t.row))
    price = length / LENGTH_OF_A_BEND
    walk = Walk(nodes, leave, enter, price if enter == TOP else price + ENTERING_BY_A_SIDE)
    (low, high), (least, most) = rooms
    walk.rooms = ((low if low > least else least, high if high < most else most),)
    return walk


def _add_across_down(lattice: Lattice, own: Party, length: float, walks: list[Walk]) -> None:
    """Add the walk out of a side and into the top."""
    s, t = own.source, own.target
    column, row = t.column, s.row
    side, room = _towards(lattice, s, column)
    if room < 0:
        return
    price = 1 + length / LENGTH_OF_A_BEND
    if room < own.stub or t.top - lattice.row_zones[row][0] < own.end:
        price += NO_ROOM_FOR_AN_END
    nodes = ((s.column, row), (column, row), (column, t.row))
    walk = Walk(nodes, side, TOP, price)
    walk.rooms = (s.along, t.across)
    walks.append(walk)


def _add_down_across(lattice: Lattice, own: Party, length: float, walks: list[Walk]) -> None:
    """Add the walk out of the bottom and into a side."""
    s, t = own.source, own.target
    column, row = s.column, t.row
    side, room = _towards(lattice, t, column)
    if room < 0:
        return
    price = 1 + length / LENGTH_OF_A_BEND + ENTERING_BY_A_SIDE
    if room < own.end or lattice.row_zones[row][1] - s.bottom < own.stub:
        price += NO_ROOM_FOR_AN_END
    nodes = ((column, s.row), (column, row), (t.column, row))
    walk = Walk(nodes, BOTTOM, side, price)
    walk.rooms = (s.across, t.along)
    walks.append(walk)


def _towards(lattice: Lattice, site: Site, column: int) -> tuple[int, float]:
    """Answer the side from which a leg reaches a column, and the most room that it has before.

    The room is less than 0 where no side does.
    """
    if site.last_column < column <= site.reach_right:
        return RIGHT, max(0.0, lattice.column_zones[column][1] - site.right)
    if site.reach_left <= column < site.first_column:
        return LEFT, max(0.0, site.left - lattice.column_zones[column][0])
    return TOP, -1.0
