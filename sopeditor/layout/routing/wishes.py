"""Where legs would like to lie: beside borders, near symbols, in the middle of sides."""

from collections import defaultdict
from dataclasses import dataclass

from sopeditor.layout.routing.axis import BORDER_DISTANCE, LatticeLine
from sopeditor.layout.routing.crossings import Leg, u_turn
from sopeditor.layout.routing.spacing import WIDEST_SPACING, Pairs, Track

#: What a loop back keeps from symbols beyond the necessary, in points.
_BESIDE_SYMBOLS = 3.0


@dataclass(slots=True, eq=False)
class Piece:
    """A leg with the extent it covers along its line, and its track."""

    flow: int
    leg: Leg
    start: float
    end: float
    track: Track


def spread_wishes(line: LatticeLine, pieces: list[Piece], pairs: Pairs) -> None:
    """Wish free legs beside the border, and parallel ones evenly around the middle."""
    levels = _levels(len(pieces), pairs)
    count = max(levels) + 1
    sharing: dict[float, list[tuple[int, Track]]] = defaultdict(list)
    for piece, level in zip(pieces, levels, strict=True):
        track = piece.track
        if track.rank == 1:
            sharing[track.wish].append((level, track))
        elif track.rank == 2:
            track.wish = _free_wish(line, piece, level, count)
    for ends in sharing.values():
        _share_side(ends)


def _share_side(ends: list[tuple[int, Track]]) -> None:
    """Wish one of the ends of a side in its middle, where Excel glues, the others beside it."""
    ends.sort(key=lambda end: (end[0], end[1].key))
    middle = len(ends) // 2
    if len(ends) == 2 and ends[0][1].key < ends[1][1].key:
        middle = 0
    for index, (_, track) in enumerate(ends):
        track.wish += (index - middle) * WIDEST_SPACING


def _free_wish(line: LatticeLine, piece: Piece, level: int, count: int) -> float:
    """Answer where a leg without ports lies best, as the `level`-th of `count`."""
    low, high = piece.track.comfort
    side = u_turn(piece.leg)
    if line.border is None:
        if side < 0:
            return low + _BESIDE_SYMBOLS + level * WIDEST_SPACING
        if side > 0:
            return high - _BESIDE_SYMBOLS - (count - 1 - level) * WIDEST_SPACING
        return line.position + (level - (count - 1) / 2) * WIDEST_SPACING
    before = count // 2
    if count % 2 and (side < 0 or (not side and line.border - low > high - line.border)):
        before += line.border - BORDER_DISTANCE >= low
    if level < before:
        return line.border - BORDER_DISTANCE - (before - 1 - level) * WIDEST_SPACING
    return line.border + BORDER_DISTANCE + (level - before) * WIDEST_SPACING


def _levels(count: int, pairs: Pairs) -> list[int]:
    """Answer for every track how many must lie below it at least."""
    levels = [0] * count
    changed = True
    while changed:
        changed = False
        for low, high in pairs:
            if levels[high] <= levels[low]:
                levels[high] = levels[low] + 1
                changed = True
    return levels
