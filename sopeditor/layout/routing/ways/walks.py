"""A route on the lattice, before its legs have coordinates."""

from itertools import pairwise

from sopeditor.layout.routing.lattice import Room
from sopeditor.layout.routing.ways.templates import Node, Shape

#: What a leg covers: whether it is upright, its line, and from where to where along it.
Span = tuple[bool, int, int, int]
#: To which side a walk turns at the low and the high end of a leg: -1 to the lower coordinate,
#: 1 to the higher, 0 at a symbol; and whether it goes from low to high.
Turns = tuple[int, int, bool]
#: A walk as bits in one band of rows: the band, what it covers, and what it would meet there.
Print = tuple[int, int, int]
#: A leg as bits: how many walks its line can hold, and its steps band by band.
LegPrint = tuple[int, tuple[tuple[int, int], ...]]


class Walk:
    """The way of one flow from the source's point to the target's, turning at each node.

    `price` is what it costs alone. Walks are compared by identity: a flow's are found once.
    `spans`, `turns`, `rooms`, `is_open`, `prints`, `legs`, `narrowest` and `met` keep what is
    asked again and again.
    """

    __slots__ = (
        "enter",
        "is_open",
        "leave",
        "legs",
        "length",
        "met",
        "narrowest",
        "nodes",
        "price",
        "prints",
        "rooms",
        "spans",
        "turns",
    )

    def __init__(self, shape: Shape, price: float = 0.0) -> None:
        self.length, self.nodes, self.leave, self.enter, _ = shape
        self.price = price
        self.spans: tuple[Span, ...] | None = None
        self.turns: tuple[Turns, ...] | None = None
        self.is_open: bool | None = None
        self.rooms: tuple[Room, ...] | None = None
        self.prints: tuple[Print, ...] | None = None
        self.legs: tuple[LegPrint, ...] | None = None
        self.met: dict[Walk, int] | None = None
        self.narrowest = 0

    @property
    def bends(self) -> int:
        """The number of turns."""
        return len(self.nodes) - 2


def spans(walk: Walk) -> tuple[Span, ...]:
    """Answer what the legs of a walk cover."""
    if walk.spans is None:
        walk.spans = _spans(walk.nodes)
    return walk.spans


def _spans(nodes: tuple[Node, ...]) -> tuple[Span, ...]:
    found: list[Span] = []
    x, y = nodes[0]
    for u, v in nodes[1:]:
        if x == u:
            found.append((True, x, y, v) if y < v else (True, x, v, y))
        else:
            found.append((False, y, x, u) if x < u else (False, y, u, x))
        x, y = u, v
    return tuple(found)


def turns(walk: Walk) -> tuple[Turns, ...]:
    """Answer to which sides a walk turns at the ends of its legs."""
    if walk.turns is None:
        rises = [a < b for a, b in pairwise(walk.nodes)]
        last = len(rises) - 1
        found: list[Turns] = []
        for k in range(last + 1):
            before = 0 if k == 0 else -1 if rises[k - 1] else 1
            after = 0 if k == last else 1 if rises[k + 1] else -1
            found.append((before, after, True) if rises[k] else (after, before, False))
        walk.turns = tuple(found)
    return walk.turns
