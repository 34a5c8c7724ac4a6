"""Where every leg of a walk lies when no other leg comes near it.

Most do: ends in the middle of their sides, other legs beside borders and symbols.
"""

from collections.abc import Sequence

from sopeditor.layout.routing.drawing.wishes import free_wish
from sopeditor.layout.routing.lattice import Lattice, Room
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.ways.crossings import u_turn
from sopeditor.layout.routing.ways.rooms import clear_of, comfortable_room, leg_rooms
from sopeditor.layout.routing.ways.walks import Walk, spans


def lone_legs(lattice: Lattice, own: Party, walk: Walk, ends: Sequence[int]) -> list[float]:
    """Answer the coordinates of the legs; `ends` counts the ends at every port."""
    rooms = walk.rooms or leg_rooms(lattice, own, walk)
    nodes = walk.nodes
    if len(nodes) > 3:
        return [_place_of_many(lattice, own, walk, index) for index in range(len(rooms))]
    source, target = own.source, own.target
    upright = nodes[0][0] == nodes[1][0]
    if len(nodes) == 2:
        site = target if is_led_by_target(own, walk, ends) else source
        return [_nearest(site.centre_x if upright else site.centre_y, rooms[0])]
    first, last = source.centre_x, target.centre_y
    if not upright:
        first, last = source.centre_y, target.centre_x
    low, high = clear_of(rooms[0], target, walk.enter, own.end)
    least, most = clear_of(rooms[1], source, walk.leave, own.stub)
    first = low if first <= low else first if first < high else high
    last = least if last <= least else last if last < most else most
    return [first, last]


def is_led_by_target(own: Party, walk: Walk, ends: Sequence[int]) -> bool:
    """Answer whether a straight walk has its target's side for itself, but not its source's."""
    return ends[own.leaves + walk.leave] != 1 and ends[own.enters + walk.enter] == 1


def _place_of_many(lattice: Lattice, own: Party, walk: Walk, index: int) -> float:
    """Answer where a leg of a walk of three or more lies."""
    upright, line, _, _ = (walk.spans or spans(walk))[index]
    room = comfortable_room(own, walk, index, (walk.rooms or leg_rooms(lattice, own, walk))[index])
    if index == 0 or index == len(walk.nodes) - 2:
        site = own.target if index else own.source
        return _nearest(site.centre_x if upright else site.centre_y, room)
    lines = lattice.columns.lines if upright else lattice.rows.lines
    return _nearest(free_wish(lines[line], room, u_turn(walk, index), (0, 1)), room)


def _nearest(wish: float, room: Room) -> float:
    """Answer the coordinate of a room that is nearest to a wish."""
    low, high = room
    if wish <= low:
        return low
    return wish if wish < high else high
