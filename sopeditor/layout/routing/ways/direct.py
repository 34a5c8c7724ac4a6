"""The walks without a bend or with one, which nearly nine flows in ten take.

What `templates`, `costs` and `rooms` answer for any walk is worked out here at once for a
flow without hints, from one lane or row to another: there are two such walks at most.
"""

from collections.abc import Iterator

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

#: Beside its length, no walk of at most one bend costs as much.
_ANY = 100.0
#: The price and side of a walk that is not free.
_NOT_FREE = (float("inf"), TOP)


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


def direct_walks(lattice: Lattice, own: Party, most: float = _ANY) -> Iterator[Walk]:
    """Yield the passable walks of at most one bend, cheapest first, with prices and rooms.

    All that cost at most so much beside their length.
    """
    s, t = own.source, own.target
    xs, ys = lattice.xs, lattice.ys
    far = (abs(xs[s.column] - xs[t.column]) + abs(ys[s.row] - ys[t.row])) / LENGTH_OF_A_BEND
    if s.column == t.column:
        if s.row < t.row and s.reach_down == t.first_row - 1:
            yield from _straight(own, far, BOTTOM, TOP)
    elif s.row == t.row:
        if s.column < t.column:
            if s.reach_right == t.first_column - 1:
                yield from _straight(own, far + ENTERING_BY_A_SIDE, RIGHT, LEFT)
        elif s.reach_left == t.last_column + 1:
            yield from _straight(own, far + ENTERING_BY_A_SIDE, LEFT, RIGHT)
    else:
        across, by_side = _price_across(lattice, own, 1 + far)
        down, by_bottom = _price_down(lattice, own, 1 + far + ENTERING_BY_A_SIDE)
        dearest = far + most
        if down < across and down <= dearest:
            yield _down_across(own, down, by_bottom)
        if across <= dearest:
            yield _across_down(own, across, by_side)
        if across <= down <= dearest:
            yield _down_across(own, down, by_bottom)


def _straight(own: Party, price: float, leave: int, enter: int) -> Iterator[Walk]:
    s, t = own.source, own.target
    if enter == TOP:
        span = (True, s.column, s.row, t.row)
        (low, high), (least, most) = s.across, t.across
    else:
        a, b = s.column, t.column
        span = (False, s.row, a, b) if a < b else (False, s.row, b, a)
        (low, high), (least, most) = s.along, t.along
    room = (low if low > least else least, high if high < most else most)
    if _is_open(room):
        nodes = ((s.column, s.row), (t.column, t.row))
        yield Walk(nodes, leave, enter, price, (span,), (room,), True)


def _price_across(lattice: Lattice, own: Party, price: float) -> tuple[float, int]:
    """Answer the price and the first side of the walk that enters by the top, if any."""
    s, t = own.source, own.target
    if not t.reach_up <= s.row < t.first_row:
        return _NOT_FREE
    side, room = _towards(lattice, s, t.column)
    if room < 0 or not (_is_open(s.along) and _is_open(t.across)):
        return _NOT_FREE
    if room < own.stub or t.top - lattice.row_zones[s.row][0] < own.end:
        price += NO_ROOM_FOR_AN_END
    return price, side


def _price_down(lattice: Lattice, own: Party, price: float) -> tuple[float, int]:
    """Answer the price and the last side of the walk that leaves by the bottom, if any."""
    s, t = own.source, own.target
    if not s.last_row < t.row <= s.reach_down:
        return _NOT_FREE
    side, room = _towards(lattice, t, s.column)
    if room < 0 or not (_is_open(s.across) and _is_open(t.along)):
        return _NOT_FREE
    if room < own.end or lattice.row_zones[t.row][1] - s.bottom < own.stub:
        price += NO_ROOM_FOR_AN_END
    return price, side


def _across_down(own: Party, price: float, side: int) -> Walk:
    s, t = own.source, own.target
    column, row, start = t.column, s.row, s.column
    first = (False, row, start, column) if start < column else (False, row, column, start)
    nodes = ((start, row), (column, row), (column, t.row))
    spans = (first, (True, column, row, t.row))
    return Walk(nodes, side, TOP, price, spans, (s.along, t.across), True)


def _down_across(own: Party, price: float, side: int) -> Walk:
    s, t = own.source, own.target
    column, row, stop = s.column, t.row, t.column
    last = (False, row, stop, column) if stop < column else (False, row, column, stop)
    nodes = ((column, s.row), (column, row), (stop, row))
    spans = ((True, column, s.row, row), last)
    return Walk(nodes, BOTTOM, side, price, spans, (s.across, t.along), True)


def _is_open(room: Room) -> bool:
    return room[0] <= room[1]


def _towards(lattice: Lattice, site: Site, column: int) -> tuple[int, float]:
    """Answer the side from which a leg reaches a column, and the most room that it has before.

    The room is less than 0 where no side does.
    """
    if site.last_column < column <= site.reach_right:
        return RIGHT, max(0.0, lattice.column_zones[column][1] - site.right)
    if site.reach_left <= column < site.first_column:
        return LEFT, max(0.0, site.left - lattice.column_zones[column][0])
    return TOP, -1.0
