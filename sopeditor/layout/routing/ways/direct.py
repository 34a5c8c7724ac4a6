"""The walks without a bend or with one, which nearly nine flows in ten take.

What `templates`, `costs` and `rooms` answer for any walk is worked out here at once for a
flow without hints, from one lane or row to another: there are two such walks at most.
"""

from collections.abc import Callable

from sopeditor.layout.routing.lattice import Lattice, Room, Site
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP
from sopeditor.layout.routing.ways.costs import ENTERING_BY_A_SIDE, NO_ROOM_FOR_AN_END
from sopeditor.layout.routing.ways.shapes import LENGTH_OF_A_BEND, distance
from sopeditor.layout.routing.ways.walks import Span, Walk
from sopeditor.model.flow import FlowKind

_FLOW = FlowKind.FLOW

#: Answers a walk if it is free and has room for its ends, or if it is free but has not.
Finder = Callable[[Lattice, Party, bool], Walk | None]


def is_plain(lattice: Lattice, own: Party) -> bool:
    """Answer whether only bends, length, sides and room for ends count.

    No hints, no symbols on borders or too near each other, no label too wide for the frame.
    """
    flow, source = own.flow, own.source
    if flow.kind is not _FLOW or flow.hints.way_points or lattice.is_narrow:
        return False
    if source.on_border or own.target.on_border:
        return False
    if flow.label is None:
        return True
    (left, right), width = lattice.columns.ends, flow.label.width
    return source.left - left >= width and right - source.right >= width


def direct_walks(lattice: Lattice, own: Party) -> list[Walk]:
    """Answer the passable walks of at most one bend, cheapest first, with prices and rooms."""
    finders = direct_finders(own)
    found = [find(lattice, own, roomy) for roomy in (True, False) for find in finders]
    return [walk for walk in found if walk is not None]


def direct_finders(own: Party) -> tuple[Finder, ...]:
    """Answer what finds the walks of at most one bend, the cheaper first."""
    s, t = own.source, own.target
    if s.column == t.column:
        return _DOWN
    return _ACROSS if s.row == t.row else _WITH_A_CORNER


def _down(lattice: Lattice, own: Party, roomy: bool) -> Walk | None:
    """Answer the straight walk from bottom to top."""
    s, t = own.source, own.target
    if s.row >= t.row or s.reach_down != t.first_row - 1:
        return None
    room = _common(s.across, t.across)
    if room[0] > room[1] or not roomy:
        return None
    price = distance(lattice, s, t) / LENGTH_OF_A_BEND
    nodes = ((s.column, s.row), (t.column, t.row))
    return Walk(nodes, BOTTOM, TOP, price, ((True, s.column, s.row, t.row),), (room,), True)


def _across(lattice: Lattice, own: Party, roomy: bool) -> Walk | None:
    """Answer the straight walk from side to side."""
    s, t = own.source, own.target
    start, stop = s.column, t.column
    if start < stop:
        leave, enter, is_free = RIGHT, LEFT, s.reach_right == t.first_column - 1
        span = (False, s.row, start, stop)
    else:
        leave, enter, is_free = LEFT, RIGHT, s.reach_left == t.last_column + 1
        span = (False, s.row, stop, start)
    room = _common(s.along, t.along)
    if not is_free or room[0] > room[1] or not roomy:
        return None
    price = distance(lattice, s, t) / LENGTH_OF_A_BEND + ENTERING_BY_A_SIDE
    nodes = ((start, s.row), (stop, t.row))
    return Walk(nodes, leave, enter, price, (span,), (room,), True)


def _across_down(lattice: Lattice, own: Party, roomy: bool) -> Walk | None:
    """Answer the walk out of a side and into the top."""
    s, t = own.source, own.target
    row, column = s.row, t.column
    if not t.reach_up <= row < t.first_row:
        return None
    side, room, level = _reaching(lattice, s, column)
    if side == TOP:
        return None
    fits = room >= own.stub and t.top - lattice.row_zones[row][0] >= own.end
    if fits is not roomy:
        return None
    price = 1 + distance(lattice, s, t) / LENGTH_OF_A_BEND
    if not fits:
        price += NO_ROOM_FOR_AN_END
    nodes = ((s.column, row), (column, row), (column, t.row))
    spans = (level, (True, column, row, t.row))
    return Walk(nodes, side, TOP, price, spans, (s.along, t.across), True)


def _down_across(lattice: Lattice, own: Party, roomy: bool) -> Walk | None:
    """Answer the walk out of the bottom and into a side."""
    s, t = own.source, own.target
    row, column = t.row, s.column
    if not s.last_row < row <= s.reach_down:
        return None
    side, room, level = _reaching(lattice, t, column)
    if side == TOP:
        return None
    fits = room >= own.end and lattice.row_zones[row][1] - s.bottom >= own.stub
    if fits is not roomy:
        return None
    price = 1 + distance(lattice, s, t) / LENGTH_OF_A_BEND + ENTERING_BY_A_SIDE
    if not fits:
        price += NO_ROOM_FOR_AN_END
    nodes = ((column, s.row), (column, row), (t.column, row))
    spans = ((True, column, s.row, row), level)
    return Walk(nodes, BOTTOM, side, price, spans, (s.across, t.along), True)


_DOWN: tuple[Finder, ...] = (_down,)
_ACROSS: tuple[Finder, ...] = (_across,)
_WITH_A_CORNER: tuple[Finder, ...] = (_across_down, _down_across)


def _reaching(lattice: Lattice, site: Site, column: int) -> tuple[int, float, Span]:
    """Answer the side from which a leg reaches a column, its most room before, and the leg.

    The side is TOP where no leg does.
    """
    low, high = lattice.column_zones[column]
    if site.last_column < column <= site.reach_right:
        return RIGHT, high - site.right, (False, site.row, site.column, column)
    side = LEFT if site.reach_left <= column < site.first_column else TOP
    return side, site.left - low, (False, site.row, column, site.column)


def _common(a: Room, b: Room) -> Room:
    return (a[0] if a[0] > b[0] else b[0]), (a[1] if a[1] < b[1] else b[1])
