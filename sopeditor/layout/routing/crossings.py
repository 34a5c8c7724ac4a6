"""Which of two walks runs on which side where they share a line, and where they must cross.

Two walks on one line are ordered by where they part: whoever turns off to the left runs on
the left. If both partings disagree, the walks cross whatever the order.
"""

from itertools import pairwise
from typing import NamedTuple

from sopeditor.layout.routing.templates import Node, Walk


class Leg(NamedTuple):
    """One straight piece of a walk: leg `number` from node `number` to the next."""

    walk: Walk
    number: int

    @property
    def vertical(self) -> bool:
        """Whether the leg runs on a column line."""
        a, b = self.walk.nodes[self.number], self.walk.nodes[self.number + 1]
        return a[0] == b[0]


def parting(a: Leg, b: Leg, at_high: bool) -> int:
    """Answer the side of `a` seen from `b` (-1 lower coordinate, 1 higher, 0 no matter).

    Both legs overlap on one line; judged by the end with the higher coordinate along it,
    or the lower one.
    """
    along = 1 if a.vertical else 0
    end_a, end_b = _end(a, along, at_high), _end(b, along, at_high)
    place_a = a.walk.nodes[end_a][along]
    place_b = b.walk.nodes[end_b][along]
    if place_a != place_b:
        a_turns_first = (place_a < place_b) == at_high
        return _turn(a, end_a, along) if a_turns_first else -_turn(b, end_b, along)
    turn_a, turn_b = _turn(a, end_a, along), _turn(b, end_b, along)
    if not turn_a or not turn_b:
        return 0
    if turn_a != turn_b:
        return turn_a
    further = parting(_next(a, end_a), _next(b, end_b), turn_a > 0)
    return -further * turn_a if at_high else further * turn_a


def order(a: Leg, b: Leg) -> int:
    """Answer the side of `a` seen from `b` that costs no more crossings than need be.

    Where both partings disagree, the one at the far end of walk `a` decides, for all
    pieces that the walks share.
    """
    forward = _ends_high(a)
    return parting(a, b, forward) or parting(a, b, not forward)


def touching_order(a: Leg, b: Leg) -> int:
    """Answer the order of two legs that only touch: `a` ends (high) where `b` begins (low).

    0 when they turn the same way, so that the leg they share there keeps them apart.
    """
    along = 1 if a.vertical else 0
    turn_a = _turn(a, _end(a, along, at_high=True), along)
    turn_b = _turn(b, _end(b, along, at_high=False), along)
    return turn_a if turn_a and turn_b and turn_a != turn_b else 0


def u_turn(leg: Leg) -> int:
    """Answer to which side a walk turns at both ends of a leg, 0 if to different ones."""
    along = 1 if leg.vertical else 0
    first = _turn(leg, leg.number, along)
    return first if first == _turn(leg, leg.number + 1, along) else 0


def crossings(a: Walk, b: Walk) -> int:
    """Answer how often two walks must cross where they share a line.

    Crossings of a leg of one with a leg of the other at right angles are not counted.
    """
    count = 0
    for i, (p, q) in enumerate(pairwise(a.nodes)):
        for k, (u, v) in enumerate(pairwise(b.nodes)):
            if shares(p, q, u, v):
                count += _run_crosses(Leg(a, i), Leg(b, k))
    return count


def meet(a: Walk, b: Walk) -> bool:
    """Answer whether two walks cross or share a line."""
    return any(
        shares(p, q, u, v) or _cross(p, q, u, v)
        for p, q in pairwise(a.nodes)
        for u, v in pairwise(b.nodes)
    )


def _cross(p: Node, q: Node, u: Node, v: Node) -> bool:
    if p[0] != q[0]:
        p, q, u, v = u, v, p, q
    if p[0] != q[0] or u[0] == v[0]:
        return False
    return _within(p[0], u[0], v[0]) and _within(u[1], p[1], q[1])


def _within(value: int, a: int, b: int) -> bool:
    return a < value < b or b < value < a


def shares(p: Node, q: Node, u: Node, v: Node) -> bool:
    """Answer whether the legs p-q and u-v have more than a point in common."""
    if p[0] == q[0]:
        return p[0] == u[0] == v[0] and max(min(p[1], q[1]), min(u[1], v[1])) < min(
            max(p[1], q[1]), max(u[1], v[1])
        )
    return p[1] == u[1] == v[1] and max(min(p[0], q[0]), min(u[0], v[0])) < min(
        max(p[0], q[0]), max(u[0], v[0])
    )


def _run_crosses(a: Leg, b: Leg) -> bool:
    """Answer whether a shared run that ends with leg `a` crosses over."""
    forward = _ends_high(a)
    if _goes_on_together(a, b, forward):
        return False  # counted at the last leg of the run
    there, back = parting(a, b, forward), parting(a, b, not forward)
    return there * back < 0


def _goes_on_together(a: Leg, b: Leg, at_high: bool) -> bool:
    along = 1 if a.vertical else 0
    end_a, end_b = _end(a, along, at_high), _end(b, along, at_high)
    if a.walk.nodes[end_a] != b.walk.nodes[end_b]:
        return False
    turn = _turn(a, end_a, along)
    return turn != 0 and turn == _turn(b, end_b, along)


def _ends_high(leg: Leg) -> bool:
    a, b = leg.walk.nodes[leg.number], leg.walk.nodes[leg.number + 1]
    return a < b


def _end(leg: Leg, along: int, at_high: bool) -> int:
    nodes: tuple[Node, ...] = leg.walk.nodes
    rises = nodes[leg.number][along] < nodes[leg.number + 1][along]
    return leg.number + 1 if rises == at_high else leg.number


def _turn(leg: Leg, end: int, along: int) -> int:
    """Answer to which side the walk turns off at node `end` of the leg; 0 at a symbol."""
    beyond = end + 1 if end > leg.number else end - 1
    nodes = leg.walk.nodes
    if not 0 <= beyond < len(nodes):
        return 0
    across = 1 - along
    return 1 if nodes[beyond][across] > nodes[end][across] else -1


def _next(leg: Leg, end: int) -> Leg:
    return Leg(leg.walk, leg.number + 1 if end > leg.number else leg.number - 1)
