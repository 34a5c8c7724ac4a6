"""A route on the lattice, before its legs have coordinates."""

from msgspec import Struct

from sopeditor.layout.routing.lattice import Room
from sopeditor.layout.routing.ways.templates import Node

#: What a leg covers: whether it is upright, its line, and from where to where along it.
Span = tuple[bool, int, int, int]
#: To which side a walk turns at the low and the high end of a leg: -1 to the lower coordinate,
#: 1 to the higher, 0 at a symbol; and whether it goes from low to high.
Turns = tuple[int, int, bool]
#: A walk as bits in one band of rows: the band, what it covers, and what it would meet there.
Print = tuple[int, int, int]
#: Some bits of a band: its number and the bits.
Piece = tuple[int, int]
#: A leg as bits: how many walks its line can hold, and its steps band by band.
LegPrint = tuple[int, tuple[Piece, ...]]


class Walk(Struct, eq=False):
    """The way of one flow from the source's point to the target's, turning at each node.

    `leave` and `enter` are the sides at its ends; `price` is what it costs alone. Walks are
    compared by identity: a flow's are found once. All else keeps what is asked again and again.
    """

    nodes: tuple[Node, ...]
    leave: int
    enter: int
    price: float = 0.0
    spans: tuple[Span, ...] | None = None
    rooms: tuple[Room, ...] | None = None
    is_open: bool | None = None
    turns: tuple[Turns, ...] | None = None
    prints: tuple[Print, ...] | None = None
    legs: tuple[LegPrint, ...] | None = None
    met: "dict[Walk, int] | None" = None
    narrowest: int = 0

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
        here, *further = walk.nodes[1:]
        rises = walk.nodes[0] < here
        found: list[Turns] = []
        before = 0
        for node in further:
            goes_on = here < node
            after = 1 if goes_on else -1
            found.append((before, after, True) if rises else (after, before, False))
            before = -1 if rises else 1
            here, rises = node, goes_on
        found.append((before, 0, True) if rises else (0, before, False))
        walk.turns = tuple(found)
    return walk.turns
