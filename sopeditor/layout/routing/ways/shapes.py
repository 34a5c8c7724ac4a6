"""A way between two symbols on the lattice, before it is looked at: what the templates find."""

from collections.abc import Callable

from msgspec import Struct

from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.layout.routing.sides import RIGHT

#: A point of the lattice: column line, row line.
Node = tuple[int, int]
#: A way on the lattice: what it costs alone, its points, the sides it leaves and enters.
Shape = tuple[float, tuple[Node, ...], int, int]
#: What a way pays for the sides that it leaves and enters, and for whether there is room for
#: a first and a last leg as long as they ought to be.
PriceOfEnds = Callable[[int, int, bool], float]

#: Points of length that cost as much as a bend.
LENGTH_OF_A_BEND = 385.0


class Ends(Struct, frozen=True):
    """Where a way leads from and to, how long its first and last leg ought to be; what they cost.

    Lengths are in points, prices in bends.
    """

    source: Site
    target: Site
    stub: float
    end: float
    price: PriceOfEnds

    @property
    def nodes(self) -> tuple[Node, Node]:
        """The points of both symbols."""
        s, t = self.source, self.target
        return (s.column, s.row), (t.column, t.row)


def distance(lattice: Lattice, s: Site, t: Site) -> float:
    """Answer how far it is from one symbol to another along rows and columns, in points."""
    wide = lattice.xs[s.column] - lattice.xs[t.column]
    high = lattice.ys[s.row] - lattice.ys[t.row]
    return (wide if wide > 0 else -wide) + (high if high > 0 else -high)


def priced(
    ends: Ends, length: float, nodes: tuple[Node, ...], sides: tuple[int, int], has_room: bool
) -> Shape:
    """Answer the shape of a way so long through some points."""
    leave, enter = sides
    price = len(nodes) - 2 + length / LENGTH_OF_A_BEND + ends.price(leave, enter, has_room)
    return price, nodes, leave, enter


def below(lattice: Lattice, site: Site, row: int) -> float:
    """Answer the most length of the leg between the bottom and a row."""
    return lattice.row_zones[row][1] - site.bottom


def above(lattice: Lattice, site: Site, row: int) -> float:
    """Answer the most length of the leg between the top and a row."""
    return site.top - lattice.row_zones[row][0]


def beside(lattice: Lattice, site: Site, side: int, column: int) -> float:
    """Answer the most length of the leg between the left or right side and a column."""
    low, high = lattice.column_zones[column]
    return high - site.right if side == RIGHT else site.left - low
