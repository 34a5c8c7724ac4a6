"""Which of the legs that meet on one line must keep apart, and in which order.

Where they part decides, where only one order has room that one, and else their wishes.
"""

from sopeditor.layout.routing.drawing.spacing import FREE, Pairs, sequence
from sopeditor.layout.routing.drawing.wishes import Piece
from sopeditor.layout.routing.ways.crossings import facing, order, touching_order
from sopeditor.layout.routing.ways.walks import spans

#: Column legs whose extents come this near count as side by side, in points.
_NEAR = 0.5
#: Level legs nearer than this are on one height, in points.
_SAME = 0.03


def row_pairs(pieces: list[Piece]) -> Pairs:
    """Answer the pairs of horizontal legs that must keep apart, first one above."""
    pieces.sort(key=_by_start)
    meeting: list[tuple[int, int]] = []
    orders: Pairs = set()
    active: list[int] = []
    for number, piece in enumerate(pieces):
        active = [k for k in active if pieces[k].end >= piece.start]
        for other in active:
            if pieces[other].end > piece.start:
                meeting.append((other, number))
                _note_order(orders, other, number, _row_order(pieces[other], piece))
            elif (side := _touch(pieces[other], piece)) != 0:
                meeting.append((other, number))
                _note_order(orders, other, number, side)
        active.append(number)
    return _oriented(pieces, meeting, orders)


def _touch(a: Piece, b: Piece) -> int:
    """Answer the order of two free legs that only touch on the lattice."""
    if a.rank != FREE or b.rank != FREE or a.walk is b.walk:
        return 0
    return touching_order(a.walk, a.leg, b.walk, b.leg)


def column_pairs(pieces: list[Piece]) -> Pairs:
    """Answer the pairs of vertical legs that must keep apart, first one on the left."""
    pieces.sort(key=_by_start)
    meeting: list[tuple[int, int]] = []
    orders: Pairs = set()
    active: list[int] = []
    for number, piece in enumerate(pieces):
        active = [k for k in active if pieces[k].end > piece.start - _NEAR]
        for other in active:
            meeting.append((other, number))
            _note_order(orders, other, number, _column_order(pieces[other], piece))
        active.append(number)
    return _oriented(pieces, meeting, orders)


def _row_order(a: Piece, b: Piece) -> int:
    return _forced_order(a, b) or order(a.walk, a.leg, b.walk, b.leg)


def _column_order(upper: Piece, lower: Piece) -> int:
    """Answer the order of two vertical legs, whether they overlap on the lattice or touch."""
    forced = _forced_order(upper, lower) or _face_to_face(upper, lower)
    if forced:
        return forced
    _, _, low, high = (upper.walk.spans or spans(upper.walk))[upper.leg]
    _, _, other_low, other_high = (lower.walk.spans or spans(lower.walk))[lower.leg]
    if min(high, other_high) > max(low, other_low):
        return order(upper.walk, upper.leg, lower.walk, lower.leg)
    if high <= other_low:
        return touching_order(upper.walk, upper.leg, lower.walk, lower.leg)
    return -touching_order(lower.walk, lower.leg, upper.walk, upper.leg)


def _face_to_face(a: Piece, b: Piece) -> int:
    """Answer the only order of two vertical legs that are reached on one height from both sides.

    The other way round the level legs, which have their places, would lie on each other: a
    crossing more is the lesser evil. 0 where none or both of their ends say so.
    """
    sides = {
        facing(a.walk, a.leg, b.walk, b.leg, at_high)
        for at_high, apart in ((False, a.start - b.start), (True, a.end - b.end))
        if abs(apart) < _SAME
    } - {0}
    return sides.pop() if len(sides) == 1 else 0


def _forced_order(a: Piece, b: Piece) -> int:
    """Answer the only order that two rooms allow, or 0 where they meet."""
    if a.most < b.least:
        return -1
    return 1 if b.most < a.least else 0


def _note_order(orders: Pairs, a: int, b: int, side: int) -> None:
    if side < 0:
        orders.add((a, b))
    elif side > 0:
        orders.add((b, a))


def _oriented(pieces: list[Piece], meeting: list[tuple[int, int]], orders: Pairs) -> Pairs:
    """Answer the meeting pairs along one sequence, so that they hold no circle."""
    if not meeting:
        return set()
    if len(meeting) == 1:
        return orders or _by_wish(pieces, *meeting[0])
    rank = {k: r for r, k in enumerate(sequence(pieces, orders))}
    return {(a, b) if rank[a] < rank[b] else (b, a) for a, b in meeting}


def _by_wish(pieces: list[Piece], a: int, b: int) -> Pairs:
    one, other = pieces[a], pieces[b]
    return {(a, b) if (one.wish, one.key) < (other.wish, other.key) else (b, a)}


def _by_start(piece: Piece) -> tuple[float, float, tuple[str, int]]:
    return piece.start, piece.end, piece.key
