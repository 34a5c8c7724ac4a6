"""Which of two walks runs on which side where they share a line, and where they must cross.

Two walks on one line are ordered by where they part: whoever turns off to the left runs on
the left. If both partings disagree, the walks cross whatever the order. A leg is known by
its walk and its number: leg `i` runs from node `i` to the next.
"""

from sopeditor.layout.routing.templates import Node
from sopeditor.layout.routing.walks import Walk, spans

Nodes = tuple[Node, ...]


class Leg:
    """One straight piece of a walk, as a place to judge from: leg `number` of `walk`."""

    __slots__ = ("along", "nodes", "number", "walk")

    def __init__(self, walk: Walk, number: int) -> None:
        self.walk = walk
        self.number = number
        self.nodes = walk.nodes
        self.along = 1 if walk.nodes[number][0] == walk.nodes[number + 1][0] else 0


def order(a: Leg, b: Leg) -> int:
    """Answer the side of `a` seen from `b` that costs no more crossings than need be.

    -1 is the lower coordinate, 1 the higher, 0 no matter. Where both partings disagree, the
    one at the far end of walk `a` decides, for all pieces that the walks share.
    """
    forward = a.nodes[a.number] < a.nodes[a.number + 1]
    places = (a.nodes, a.number, b.nodes, b.number)
    return _parting(*places, a.along, forward) or _parting(*places, a.along, not forward)


def touching_order(a: Leg, b: Leg) -> int:
    """Answer the order of two legs that only touch: `a` ends (high) where `b` begins (low).

    0 when they turn the same way, so that the leg they share there keeps them apart.
    """
    return _turning_apart(a, True, b, False)


def facing(a: Leg, b: Leg, at_high: bool) -> int:
    """Answer the side of `a` seen from `b` where both turn to different sides at one end.

    0 where they turn to the same side there, or one of them does not turn.
    """
    return _turning_apart(a, at_high, b, at_high)


def u_turn(leg: Leg) -> int:
    """Answer to which side a walk turns at both ends of a leg, 0 if to different ones."""
    first = _turn(leg.nodes, leg.number, leg.number, leg.along)
    return first if first == _turn(leg.nodes, leg.number, leg.number + 1, leg.along) else 0


def crossings(a: Walk, b: Walk) -> int:
    """Answer how often two walks must cross where they share a line.

    Crossings of a leg of one with a leg of the other at right angles are not counted.
    """
    count = 0
    others = b.spans or spans(b)
    for i, (upright, line, low, high) in enumerate(a.spans or spans(a)):
        for k, (other_upright, other_line, other_low, other_high) in enumerate(others):
            if (
                line == other_line
                and upright is other_upright
                and low < other_high
                and other_low < high
            ):
                count += _run_crosses(a.nodes, i, b.nodes, k, 1 if upright else 0)
    return count


def meet(a: Walk, b: Walk) -> bool:
    """Answer whether two walks cross or share a line."""
    others = b.spans or spans(b)
    for upright, line, low, high in a.spans or spans(a):
        for other_upright, other_line, other_low, other_high in others:
            if upright is other_upright:
                if line == other_line and low < other_high and other_low < high:
                    return True
            elif low < other_line < high and other_low < line < other_high:
                return True
    return False


def _turning_apart(a: Leg, a_high: bool, b: Leg, b_high: bool) -> int:
    """Answer the side to which `a` turns at an end where `b` turns to the other; else 0."""
    turn_a = _turn(a.nodes, a.number, _end(a.nodes, a.number, a.along, a_high), a.along)
    turn_b = _turn(b.nodes, b.number, _end(b.nodes, b.number, b.along, b_high), b.along)
    return turn_a if turn_a and turn_b and turn_a != turn_b else 0


def _parting(a: Nodes, i: int, b: Nodes, k: int, along: int, at_high: bool) -> int:
    """Answer the side of leg `i` of `a` seen from leg `k` of `b`, judged by one end.

    Both legs overlap on one line; the end with the higher coordinate along it, or the lower.
    """
    end_a, end_b = _end(a, i, along, at_high), _end(b, k, along, at_high)
    place_a, place_b = a[end_a][along], b[end_b][along]
    if place_a != place_b:
        if (place_a < place_b) == at_high:
            return _turn(a, i, end_a, along)
        return -_turn(b, k, end_b, along)
    turn_a, turn_b = _turn(a, i, end_a, along), _turn(b, k, end_b, along)
    if not turn_a or not turn_b:
        return 0
    if turn_a != turn_b:
        return turn_a
    after_a = i + 1 if end_a > i else i - 1
    after_b = k + 1 if end_b > k else k - 1
    further = _parting(a, after_a, b, after_b, 1 - along, turn_a > 0)
    return -further * turn_a if at_high else further * turn_a


def _run_crosses(a: Nodes, i: int, b: Nodes, k: int, along: int) -> int:
    """Answer 1 if a shared run that ends with leg `i` of `a` crosses over, else 0."""
    forward = a[i] < a[i + 1]
    if _goes_on_together(a, i, b, k, along, forward):
        return 0  # counted at the last leg of the run
    there = _parting(a, i, b, k, along, forward)
    return 1 if there and there * _parting(a, i, b, k, along, not forward) < 0 else 0


def _goes_on_together(a: Nodes, i: int, b: Nodes, k: int, along: int, at_high: bool) -> bool:
    end_a, end_b = _end(a, i, along, at_high), _end(b, k, along, at_high)
    if a[end_a] != b[end_b]:
        return False
    turn = _turn(a, i, end_a, along)
    return turn != 0 and turn == _turn(b, k, end_b, along)


def _end(nodes: Nodes, leg: int, along: int, at_high: bool) -> int:
    """Answer the node at the higher or lower end of a leg."""
    rises = nodes[leg][along] < nodes[leg + 1][along]
    return leg + 1 if rises is at_high else leg


def _turn(nodes: Nodes, leg: int, end: int, along: int) -> int:
    """Answer to which side the walk turns off at node `end` of the leg; 0 at a symbol."""
    beyond = end + 1 if end > leg else end - 1
    if not 0 <= beyond < len(nodes):
        return 0
    across = 1 - along
    return 1 if nodes[beyond][across] > nodes[end][across] else -1
