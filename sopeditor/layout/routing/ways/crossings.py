"""Which of two walks runs on which side where they share a line, and where they must cross.

Two walks on one line are ordered by where they part: whoever turns off to the left runs on
the left. If both partings disagree, the walks cross whatever the order. Leg `i` of a walk
runs from its node `i` to the next.
"""

from sopeditor.layout.routing.ways.walks import Walk, spans, turns


def order(a: Walk, i: int, b: Walk, k: int) -> int:
    """Answer the side of leg `i` of `a` seen from leg `k` of `b` that costs fewest crossings.

    -1 is the lower coordinate, 1 the higher, 0 no matter. Where both partings disagree, the
    one at the far end of walk `a` decides, for all pieces that the walks share.
    """
    forward = (a.turns or turns(a))[i][2]
    return _parting(a, i, b, k, forward) or _parting(a, i, b, k, not forward)


def touching_order(a: Walk, i: int, b: Walk, k: int) -> int:
    """Answer the order of two legs that only touch: `i` ends (high) where `k` begins (low).

    0 when they turn the same way, so that the leg they share there keeps them apart.
    """
    return _turning_apart((a.turns or turns(a))[i][True], (b.turns or turns(b))[k][False])


def facing(a: Walk, i: int, b: Walk, k: int, at_high: bool) -> int:
    """Answer the side of a leg seen from another where both turn to different sides at one end.

    0 where they turn to the same side there, or one of them does not turn.
    """
    return _turning_apart((a.turns or turns(a))[i][at_high], (b.turns or turns(b))[k][at_high])


def u_turn(walk: Walk, leg: int) -> int:
    """Answer to which side a walk turns at both ends of a leg, 0 if to different ones."""
    at_low, at_high, _ = (walk.turns or turns(walk))[leg]
    return at_low if at_low == at_high else 0


def crossings(a: Walk, b: Walk) -> int:
    """Answer how often two walks must cross where they share a line.

    Crossings of a leg of one with a leg of the other at right angles are not counted.
    """
    count = 0
    others = b.spans or spans(b)
    for i, (upright, line, low, high) in enumerate(a.spans or spans(a)):
        for k, other in enumerate(others):
            if other[1] == line and other[0] is upright and low < other[3] and other[2] < high:
                count += _run_crosses(a, i, b, k)
    return count


def _turning_apart(turn: int, other: int) -> int:
    """Answer the side of a turn where another one goes to the other side; else 0."""
    return turn if turn and other and turn != other else 0


def _parting(a: Walk, i: int, b: Walk, k: int, at_high: bool) -> int:
    """Answer the side of leg `i` of `a` seen from leg `k` of `b`, judged by one end.

    Both legs overlap on one line; the end with the higher coordinate along it, or the lower.
    """
    own, other = (a.turns or turns(a))[i], (b.turns or turns(b))[k]
    turn, other_turn = own[at_high], other[at_high]
    end, other_end = (a.spans or spans(a))[i][2 + at_high], (b.spans or spans(b))[k][2 + at_high]
    if end != other_end:
        return turn if (end < other_end) is at_high else -other_turn
    if not turn or not other_turn:
        return 0
    if turn != other_turn:
        return turn
    after = i + 1 if own[2] is at_high else i - 1
    other_after = k + 1 if other[2] is at_high else k - 1
    further = _parting(a, after, b, other_after, turn > 0)
    return -further * turn if at_high else further * turn


def _run_crosses(a: Walk, i: int, b: Walk, k: int) -> int:
    """Answer 1 if a shared run that ends with leg `i` of `a` crosses over, else 0."""
    if not i and not k and a.nodes[0] == b.nodes[0]:
        return 0  # they leave a symbol together: neither is on any side there
    if a.nodes[-1] == b.nodes[-1] and i == len(a.nodes) - 2 and k == len(b.nodes) - 2:
        return 0
    own, other = (a.turns or turns(a))[i], (b.turns or turns(b))[k]
    forward = own[2]
    turn = own[forward]
    if turn and turn == other[forward]:
        end = (a.spans or spans(a))[i][2 + forward]
        if end == (b.spans or spans(b))[k][2 + forward]:
            return 0  # they go on together: counted at the last leg of the run
    there = _parting(a, i, b, k, forward)
    return 1 if there and there * _parting(a, i, b, k, not forward) < 0 else 0
