"""A route on the lattice, before its legs have coordinates."""

from msgspec import Struct

from sopeditor.layout.routing.lattice import Room
from sopeditor.layout.routing.ways.shapes import Node

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
        found: list[Span] = []
        x, y = walk.nodes[0]
        for u, v in walk.nodes[1:]:
            if x == u:
                found.append((True, x, y, v) if y < v else (True, x, v, y))
                y = v
            else:
                found.append((False, y, x, u) if x < u else (False, y, u, x))
                x = u
        walk.spans = tuple(found)
    return walk.spans


def turns(walk: Walk) -> tuple[Turns, ...]:
    """Answer to which sides a walk turns at the ends of its legs."""
    if walk.turns is None:
        rises, here = 1, walk.nodes[0]
        for node in walk.nodes[1:]:
            rises = 2 * rises + (here < node)
            here = node
        walk.turns = _TURNS.get(rises) or _turns(rises)
    return walk.turns


def _turns(rises: int) -> tuple[Turns, ...]:
    """Answer the turns of a walk from the legs that go from low to high.

    They are the bits after the first, from the first leg on.
    """
    legs = [bit == "1" for bit in f"{rises:b}"[1:]]
    ahead = [*(1 if rising else -1 for rising in legs[1:]), 0]
    behind = [0, *(-1 if rising else 1 for rising in legs[:-1])]
    return tuple(
        [
            (before, after, True) if rising else (after, before, False)
            for rising, before, after in zip(legs, behind, ahead, strict=True)
        ]
    )


#: Of walks with up to five legs, as all are that are searched for.
_TURNS = {rises: _turns(rises) for rises in range(2, 1 << 6)}
