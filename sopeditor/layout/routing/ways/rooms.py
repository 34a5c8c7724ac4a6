"""Between which coordinates a leg of a walk may lie: zone, symbols beside it, its ports."""

from itertools import pairwise

from sopeditor.layout.routing.lattice import Lattice, Room, Site
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP, is_upright
from sopeditor.layout.routing.ways.walks import Walk, spans

#: A leg that turns off by the top or bottom of a symbol between two lanes keeps this far
#: inside the symbol's row: the border between the lanes begins again beyond it.
_INSIDE_ROW = 1.5
#: Where there is room, this far.
_WELL_INSIDE_ROW = 3.0
_FAR = float("inf")
#: The sides with the lower coordinates of a symbol.
_LOW_SIDES = (TOP, LEFT)


def leg_rooms(lattice: Lattice, own: Party, walk: Walk) -> tuple[Room, ...]:
    """Answer where each leg must lie; empty (least > most) when it cannot."""
    if walk.rooms is not None:
        return walk.rooms
    source, target = own.source, own.target
    first = source.across if walk.leave in (TOP, BOTTOM) else source.along
    last = target.across if walk.enter in (TOP, BOTTOM) else target.along
    rooms = [first]
    if len(walk.nodes) > 3:
        for upright, line, _, _ in (walk.spans or spans(walk))[1:-1]:
            rooms.append(lattice.column_zones[line] if upright else lattice.row_zones[line])
    if len(walk.nodes) > 2:
        rooms.append(last)
    else:
        rooms[0] = _common(first, last)
    if not _is_roomy(lattice, own):
        _narrow(lattice, own, walk, rooms)
    walk.rooms = tuple(rooms)
    return walk.rooms


def _is_roomy(lattice: Lattice, own: Party) -> bool:
    """Answer whether nothing but its zone and its ports bounds a leg; both leave it room."""
    return not (lattice.is_narrow or own.source.on_border or own.target.on_border)


def _narrow(lattice: Lattice, own: Party, walk: Walk, rooms: list[Room]) -> None:
    """Leave out what borders and symbols beside the legs take of their rooms."""
    source, target = own.source, own.target
    if len(rooms) > 1:
        if source.on_border:
            rooms[1] = _common(rooms[1], _within_row(source, walk.leave, _INSIDE_ROW))
        if target.on_border:
            rooms[-2] = _common(rooms[-2], _within_row(target, walk.enter, _INSIDE_ROW))
    if lattice.is_narrow:
        for index, (upright, line, _, _) in enumerate(walk.spans or spans(walk)):
            clips = lattice.column_clips[line] if upright else lattice.row_clips[line]
            if clips:
                rooms[index] = _common(rooms[index], _clipped(clips, own, walk, index))


def comfortable_room(own: Party, walk: Walk, index: int, room: Room) -> Room:
    """Answer the part of `room` that leaves the first and last leg long enough, if any."""
    if index == len(walk.nodes) - 3:
        room = clear_of(room, own.target, walk.enter, own.end)
    if index == 1:
        room = clear_of(room, own.source, walk.leave, own.stub)
    return room


def clear_of(room: Room, site: Site, side: int, distance: float) -> Room:
    """Answer the part of the room of a leg that the leg at a side of a symbol runs to.

    The part leaves that one at least so long, or is the point where it is longest.
    """
    if site.on_border:
        room = _towards(room, _within_row(site, side, _WELL_INSIDE_ROW))
    low, high = room
    if side in _LOW_SIDES:
        most = (site.top if side == TOP else site.left) - distance
        high = most if most < high else high
        return low, (high if high > low else low)
    least = (site.bottom if side == BOTTOM else site.right) + distance
    low = least if least > low else low
    return (low if low < high else high), high


def passable(lattice: Lattice, own: Party, walk: Walk) -> bool:
    """Answer whether every leg has room and the walk does not cross itself; the walk keeps it."""
    walk.is_open = _is_passable(lattice, own, walk)
    return walk.is_open


def _is_passable(lattice: Lattice, own: Party, walk: Walk) -> bool:
    count = len(walk.nodes)
    if count == 2 or not _is_roomy(lattice, own):
        for least, most in walk.rooms or leg_rooms(lattice, own, walk):
            if least > most:
                return False
    if count == 2 and _follows_a_border(own, walk):
        return False
    return count < 5 or not _crosses_itself(walk)


def _follows_a_border(own: Party, walk: Walk) -> bool:
    """Answer whether a straight walk runs on the border of lanes beyond the rows of its ends."""
    s, t = own.source, own.target
    return s.on_border and is_upright(walk.leave) and abs(s.symbol.row - t.symbol.row) > 1


def _crosses_itself(walk: Walk) -> bool:
    legs = list(pairwise(walk.nodes))
    for later in range(2, len(legs)):
        for earlier in range(later - 1):
            (a, b), (c, d) = legs[earlier], legs[later]
            apart = (
                max(a[0], b[0]) < min(c[0], d[0])
                or max(c[0], d[0]) < min(a[0], b[0])
                or max(a[1], b[1]) < min(c[1], d[1])
                or max(c[1], d[1]) < min(a[1], b[1])
            )
            if not apart and not (earlier == 0 and later == len(legs) - 1 and a == d):
                return True
    return False


def _clipped(clips: dict[int, Room], own: Party, walk: Walk, index: int) -> Room:
    """Answer what symbols beside a leg leave of its line; its own do not count."""
    _, _, low, high = (walk.spans or spans(walk))[index]
    if index == 0:
        low, high = _beyond(own.source, walk.leave, low, high)
    if index == len(walk.nodes) - 2:
        low, high = _beyond(own.target, walk.enter, low, high)
    least, most = -_FAR, _FAR
    if len(clips) < high - low:
        rooms = [room for place, room in clips.items() if low <= place <= high]
    else:
        rooms = [clips[place] for place in range(low, high + 1) if place in clips]
    for room in rooms:
        least, most = max(least, room[0]), min(most, room[1])
    return least, most


def _beyond(site: Site, side: int, low: int, high: int) -> tuple[int, int]:
    """Leave out the lines that the leg's own symbol covers."""
    if side == BOTTOM:
        return max(low, site.last_row + 1), high
    if side == TOP:
        return low, min(high, site.first_row - 1)
    if side == RIGHT:
        return max(low, site.last_column + 1), high
    return low, min(high, site.first_column - 1)


def _within_row(site: Site, side: int, distance: float) -> Room:
    """Answer where a leg must lie that turns off by the top or bottom of a symbol on a border."""
    if side == BOTTOM:
        return -_FAR, site.row_bottom - distance
    if side == TOP:
        return site.row_top + distance, _FAR
    return -_FAR, _FAR


def _towards(room: Room, wish: Room) -> Room:
    """Answer the part of `room` within `wish`, or its point nearest to it."""
    least, most = _common(room, wish)
    if least <= most:
        return least, most
    return (room[1], room[1]) if wish[0] > room[1] else (room[0], room[0])


def _common(a: Room, b: Room) -> Room:
    return (a[0] if a[0] > b[0] else b[0]), (a[1] if a[1] < b[1] else b[1])
