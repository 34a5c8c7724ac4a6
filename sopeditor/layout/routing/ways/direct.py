"""The walks without a bend or with one, which nearly nine flows in ten take.

What `templates`, `costs` and `rooms` answer for any walk is worked out here at once for a
flow without hints, from one lane or row to another: there are two such walks at most.
"""

from collections.abc import Iterator

from sopeditor.layout.routing.lattice import Lattice, Room, Site
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP
from sopeditor.layout.routing.ways.costs import ENTERING_BY_A_SIDE, NO_ROOM_FOR_AN_END
from sopeditor.layout.routing.ways.templates import LENGTH_OF_A_BEND, distance
from sopeditor.layout.routing.ways.walks import Walk
from sopeditor.model.flow import FlowKind

_FLOW = FlowKind.FLOW


def is_plain(lattice: Lattice, own: Party) -> bool:
    """Answer whether only bends, length, sides and room count: no hints, borders or frame."""
    flow, source = own.flow, own.source
    if flow.kind is not _FLOW or flow.hints.way_points or lattice.has_clips:
        return False
    if source.on_border or own.target.on_border:
        return False
    if flow.label is None:
        return True
    (left, right), width = lattice.columns.ends, flow.label.width
    return source.left - left >= width and right - source.right >= width


def direct_walks(lattice: Lattice, own: Party, cramped: bool = True) -> Iterator[Walk]:
    """Yield the passable walks of at most one bend, cheapest first, with prices and rooms.

    Those without room for their ends come last, and only if `cramped` ones are asked for.
    """
    s, t = own.source, own.target
    far = distance(lattice, s, t) / LENGTH_OF_A_BEND
    if s.column == t.column or s.row == t.row:
        walk = _down(own, far) if s.column == t.column else _across(own, far)
        if walk is not None:
            yield walk
        return
    last: list[Walk] = []
    for find in (_across_down, _down_across):
        walk = find(lattice, own, 1 + far)
        if walk is not None:
            if walk.price < 1 + far + NO_ROOM_FOR_AN_END:
                yield walk
            elif cramped:
                last.append(walk)
    yield from last


def _down(own: Party, price: float) -> Walk | None:
    s, t = own.source, own.target
    room = _common(s.across, t.across)
    if s.row >= t.row or s.reach_down != t.first_row - 1 or not _is_open(room):
        return None
    nodes = ((s.column, s.row), (t.column, t.row))
    return Walk(nodes, BOTTOM, TOP, price, ((True, s.column, s.row, t.row),), (room,), True)


def _across(own: Party, price: float) -> Walk | None:
    s, t = own.source, own.target
    start, stop = s.column, t.column
    room = _common(s.along, t.along)
    if start < stop:
        leave, enter, is_free = RIGHT, LEFT, s.reach_right == t.first_column - 1
        span = (False, s.row, start, stop)
    else:
        leave, enter, is_free = LEFT, RIGHT, s.reach_left == t.last_column + 1
        span = (False, s.row, stop, start)
    if not is_free or not _is_open(room):
        return None
    nodes = ((start, s.row), (stop, t.row))
    return Walk(nodes, leave, enter, price + ENTERING_BY_A_SIDE, (span,), (room,), True)


def _across_down(lattice: Lattice, own: Party, price: float) -> Walk | None:
    """Answer the walk out of a side and into the top, if it is free."""
    s, t = own.source, own.target
    row, start, column = s.row, s.column, t.column
    if not t.reach_up <= row < t.first_row:
        return None
    side, room = _towards(lattice, s, column)
    if side == TOP or not (_is_open(s.along) and _is_open(t.across)):
        return None
    if room < own.stub or t.top - lattice.row_zones[row][0] < own.end:
        price += NO_ROOM_FOR_AN_END
    nodes = ((start, row), (column, row), (column, t.row))
    level = (False, row, start, column) if start < column else (False, row, column, start)
    spans = (level, (True, column, row, t.row))
    return Walk(nodes, side, TOP, price, spans, (s.along, t.across), True)


def _down_across(lattice: Lattice, own: Party, price: float) -> Walk | None:
    """Answer the walk out of the bottom and into a side, if it is free."""
    s, t = own.source, own.target
    row, column, stop = t.row, s.column, t.column
    if not s.last_row < row <= s.reach_down:
        return None
    side, room = _towards(lattice, t, column)
    if side == TOP or not (_is_open(s.across) and _is_open(t.along)):
        return None
    price += ENTERING_BY_A_SIDE
    if room < own.end or lattice.row_zones[row][1] - s.bottom < own.stub:
        price += NO_ROOM_FOR_AN_END
    nodes = ((column, s.row), (column, row), (stop, row))
    level = (False, row, stop, column) if stop < column else (False, row, column, stop)
    spans = ((True, column, s.row, row), level)
    return Walk(nodes, BOTTOM, side, price, spans, (s.across, t.along), True)


def _is_open(room: Room) -> bool:
    return room[0] <= room[1]


def _common(a: Room, b: Room) -> Room:
    return (a[0] if a[0] > b[0] else b[0]), (a[1] if a[1] < b[1] else b[1])


def _towards(lattice: Lattice, site: Site, column: int) -> tuple[int, float]:
    """Answer the side from which a leg reaches a column, and the most room that it has before.

    The side is TOP where no leg does.
    """
    if site.last_column < column <= site.reach_right:
        return RIGHT, lattice.column_zones[column][1] - site.right
    if site.reach_left <= column < site.first_column:
        return LEFT, site.left - lattice.column_zones[column][0]
    return TOP, 0.0
