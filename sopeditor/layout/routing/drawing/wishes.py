"""Where legs would like to lie: beside borders, near symbols, in the middle of sides."""

from collections import defaultdict

from sopeditor.layout.routing.axis import BORDER_DISTANCE, SMALLEST_SPACING, LatticeLine
from sopeditor.layout.routing.drawing.spacing import (
    FREE,
    SHARED,
    WIDEST_SPACING,
    Pairs,
    Room,
    Track,
)
from sopeditor.layout.routing.ways.crossings import u_turn
from sopeditor.layout.routing.ways.walks import Walk

#: What a loop back keeps from symbols beyond the necessary, in points.
_BESIDE_SYMBOLS = 1.5


class Piece(Track):
    """A leg with the extent it covers along its line, and its track."""

    __slots__ = ("end", "flow", "leg", "start", "walk")

    start: float
    end: float

    def __init__(self, flow: int, walk: Walk, leg: int, key: tuple[str, int]) -> None:
        self.flow = flow
        self.walk = walk
        self.leg = leg
        self.key = key


def leave_border(line: LatticeLine, pieces: list[Piece], pairs: Pairs) -> None:
    """Move legs that were pushed onto the border beside it, where others leave room."""
    if line.border is None:
        return
    for number, piece in enumerate(pieces):
        if piece.rank != FREE or abs(piece.place - line.border) >= BORDER_DISTANCE:
            continue
        low = max(
            piece.comfort[0],
            *(pieces[a].place + SMALLEST_SPACING for a, b in pairs if b == number),
            line.border - BORDER_DISTANCE,
        )
        high = min(
            piece.comfort[1],
            *(pieces[b].place - SMALLEST_SPACING for a, b in pairs if a == number),
            line.border + BORDER_DISTANCE,
        )
        if low <= line.border - BORDER_DISTANCE <= high:
            piece.place = line.border - BORDER_DISTANCE
        elif low <= line.border + BORDER_DISTANCE <= high:
            piece.place = line.border + BORDER_DISTANCE


def spread_wishes(line: LatticeLine, pieces: list[Piece], pairs: Pairs) -> None:
    """Wish free legs beside the border, and parallel ones evenly around the middle."""
    levels = _levels(len(pieces), pairs)
    count = max(levels) + 1
    sharing: dict[float, list[tuple[int, Track]]] = defaultdict(list)
    for piece, level in zip(pieces, levels, strict=True):
        if piece.rank == SHARED:
            sharing[piece.wish].append((level, piece))
        elif piece.rank == FREE:
            side = u_turn(piece.walk, piece.leg)
            piece.wish = free_wish(line, piece.comfort, side, (level, count))
    for ends in sharing.values():
        _share_side(ends)


def _share_side(ends: list[tuple[int, Track]]) -> None:
    """Wish one of the ends of a side in its middle, where Excel glues, the others beside it."""
    ends.sort(key=_by_level)
    middle = len(ends) // 2
    if len(ends) == 2 and ends[0][1].key < ends[1][1].key:
        middle = 0
    for index, (_, track) in enumerate(ends):
        track.wish += (index - middle) * WIDEST_SPACING


def _by_level(end: tuple[int, Track]) -> tuple[int, tuple[str, int]]:
    return end[0], end[1].key


def free_wish(line: LatticeLine, room: Room, side: int, place: tuple[int, int]) -> float:
    """Answer where a leg without ports lies best that turns to a side at both ends, or to none.

    `place` is its number and how many there are, one beside the other.
    """
    low, high = room
    level, count = place
    if line.border is None:
        if side < 0:
            return low + _BESIDE_SYMBOLS + level * WIDEST_SPACING
        if side > 0:
            return high - _BESIDE_SYMBOLS - (count - 1 - level) * WIDEST_SPACING
        return line.position + (level - (count - 1) / 2) * WIDEST_SPACING
    fits_before = line.border - BORDER_DISTANCE >= low
    fits_after = line.border + BORDER_DISTANCE <= high
    before = count // 2
    if count % 2 and (side < 0 or (not side and line.border - low > high - line.border)):
        before += fits_before
    if fits_before != fits_after:
        # Only one side of the border leaves the ends of the flow long enough.
        before = count if fits_before else 0
    if level < before:
        return line.border - BORDER_DISTANCE - (before - 1 - level) * WIDEST_SPACING
    return line.border + BORDER_DISTANCE + (level - before) * WIDEST_SPACING


def _levels(count: int, pairs: Pairs) -> list[int]:
    """Answer for every track of a group how many must lie below it at least."""
    if count == 2:
        return [0, 1] if (0, 1) in pairs else [1, 0]
    levels = [0] * count
    changed = True
    while changed:
        changed = False
        for low, high in pairs:
            if levels[high] <= levels[low]:
                levels[high] = levels[low] + 1
                changed = True
    return levels
