"""Between which coordinates a leg of a walk may lie: zone, symbols beside it, its ports."""

from itertools import pairwise

from sopeditor.layout.routing.costs import end_length, stub_length
from sopeditor.layout.routing.lattice import Lattice, Room, Site
from sopeditor.layout.routing.problem import Outline, RoutingFlow, RoutingSymbol
from sopeditor.layout.routing.templates import Walk
from sopeditor.model.flow import Side

#: Ports keep to this share of half a side around its middle.
_PORT_SHARE = 0.6
#: On a diamond less: ends on neighbouring slanted edges must not cross.
_DIAMOND_PORT_SHARE = 0.45


def port_room(symbol: RoutingSymbol, side: Side) -> Room:
    """Answer where along a side of a symbol a line may be attached."""
    share = _DIAMOND_PORT_SHARE if symbol.outline is Outline.DIAMOND else _PORT_SHARE
    centre = symbol.rect.centre
    if side in (Side.TOP, Side.BOTTOM):
        half = symbol.rect.width / 2 * share
        return centre.x - half, centre.x + half
    half = symbol.rect.height / 2 * share
    return centre.y - half, centre.y + half


def leg_room(lattice: Lattice, flow: RoutingFlow, walk: Walk, index: int) -> Room:
    """Answer where leg `index` must lie; empty (least > most) when it cannot."""
    (ax, ay), (bx, by) = walk.nodes[index], walk.nodes[index + 1]
    vertical = ax == bx
    line = lattice.columns.lines[ax] if vertical else lattice.rows.lines[ay]
    least, most = line.low, line.high
    clips = lattice.column_clips[ax] if vertical else lattice.row_clips[ay]
    low, high = (min(ay, by), max(ay, by)) if vertical else (min(ax, bx), max(ax, bx))
    source, target = lattice.sites[flow.source], lattice.sites[flow.target]
    if index == 0:
        low, high = _beyond(source, walk.leave, low, high)
        least, most = _common((least, most), port_room(source.symbol, walk.leave))
    if index == len(walk.nodes) - 2:
        low, high = _beyond(target, walk.enter, low, high)
        least, most = _common((least, most), port_room(target.symbol, walk.enter))
    if clips:
        least, most = _common((least, most), _clipped(clips, low, high))
    return least, most


def comfortable_room(
    lattice: Lattice, flow: RoutingFlow, walk: Walk, index: int, room: Room
) -> Room:
    """Answer the part of `room` that leaves the first and last leg long enough, if any."""
    wishes = []
    if index == len(walk.nodes) - 3:
        target = lattice.sites[flow.target].symbol
        wishes.append(_away(target, walk.enter, end_length(flow)))
    if index == 1:
        source = lattice.sites[flow.source].symbol
        wishes.append(_away(source, walk.leave, stub_length(flow)))
    for wish in wishes:
        narrowed = _common(room, wish)
        if narrowed[0] <= narrowed[1]:
            room = narrowed
        else:  # as near to the wish as there is room
            room = (room[1], room[1]) if wish[0] > room[1] else (room[0], room[0])
    return room


def passable(lattice: Lattice, flow: RoutingFlow, walk: Walk) -> bool:
    """Answer whether every leg has room and the walk does not cross itself."""
    for index in range(len(walk.nodes) - 1):
        least, most = leg_room(lattice, flow, walk, index)
        if least > most:
            return False
    return walk.bends < 3 or not _crosses_itself(walk)


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


def _clipped(clips: dict[int, Room], low: int, high: int) -> Room:
    least, most = float("-inf"), float("inf")
    if len(clips) < high - low:
        rooms = [room for place, room in clips.items() if low <= place <= high]
    else:
        rooms = [clips[place] for place in range(low, high + 1) if place in clips]
    for room in rooms:
        least, most = max(least, room[0]), min(most, room[1])
    return least, most


def _beyond(site: Site, side: Side, low: int, high: int) -> tuple[int, int]:
    """Leave out the lines that the leg's own symbol covers."""
    match side:
        case Side.BOTTOM:
            return max(low, site.along.last + 1), high
        case Side.TOP:
            return low, min(high, site.along.first - 1)
        case Side.RIGHT:
            return max(low, site.across.last + 1), high
        case Side.LEFT:
            return low, min(high, site.across.first - 1)


def _away(symbol: RoutingSymbol, side: Side, distance: float) -> Room:
    rect = symbol.rect
    match side:
        case Side.BOTTOM:
            return rect.bottom + distance, float("inf")
        case Side.TOP:
            return float("-inf"), rect.top - distance
        case Side.RIGHT:
            return rect.right + distance, float("inf")
        case Side.LEFT:
            return float("-inf"), rect.left - distance


def _common(a: Room, b: Room) -> Room:
    return max(a[0], b[0]), min(a[1], b[1])
