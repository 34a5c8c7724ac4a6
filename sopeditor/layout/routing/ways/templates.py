"""The shapes a route may have; nothing else is ever tried.

House rules: nothing leaves upwards, nothing enters from below. A gap between two rows and
one between two lanes are always free, so four bends always suffice.
"""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP

#: A point of the lattice: column line, row line.
Node = tuple[int, int]

#: How many lines next to a symbol a leg along its top or bottom may take.
_NEAR = 3
#: How many lines beside a symbol a way around to its other side may take.
_FEW = 4
#: How many lines between two symbols are tried for a leg between them.
_BETWEEN = 8

_FAR = float("inf")

#: Shapes come in levels: at most one bend, two, three, four.
LEVELS = range(4)


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


def shapes(lattice: Lattice, ends: Ends, level: int, most: float) -> list[Shape]:
    """Answer the free shapes of a level, in no order, shorter than `most` points."""
    found: list[Shape] = []
    for template in _TEMPLATES[level]:
        template(lattice, ends, most, found)
    return found


def forced_shapes(lattice: Lattice, ends: Ends, level: int, most: float) -> list[Shape]:
    """Answer shapes that break the rule of up and down, for symbols that are walled in."""

    def price(leave: int, enter: int, has_room: bool) -> float:
        return ends.price(enter, leave, has_room)

    backwards = Ends(ends.target, ends.source, ends.end, ends.stub, price)
    return [
        (cost, nodes[::-1], enter, leave)
        for cost, nodes, leave, enter in shapes(lattice, backwards, level, most)
    ]


def distance(lattice: Lattice, s: Site, t: Site) -> float:
    """Answer how far it is from one symbol to another along rows and columns, in points."""
    wide = lattice.xs[s.column] - lattice.xs[t.column]
    high = lattice.ys[s.row] - lattice.ys[t.row]
    return (wide if wide > 0 else -wide) + (high if high > 0 else -high)


def _priced(
    ends: Ends, length: float, nodes: tuple[Node, ...], sides: tuple[int, int], has_room: bool
) -> Shape:
    leave, enter = sides
    price = len(nodes) - 2 + length / LENGTH_OF_A_BEND + ends.price(leave, enter, has_room)
    return price, nodes, leave, enter


def _direct(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    """Add the straight way, or those with one corner."""
    s, t = ends.source, ends.target
    if s.column != t.column and s.row != t.row:
        _corner(lattice, ends, most, found)
        return
    length = distance(lattice, s, t)
    if s is t or length >= most:
        return
    if s.column == t.column:
        if s.row < t.row and s.reach_down == t.first_row - 1:
            found.append(_priced(ends, length, ends.nodes, (BOTTOM, TOP), True))
    elif s.column < t.column and s.reach_right == t.first_column - 1:
        found.append(_priced(ends, length, ends.nodes, (RIGHT, LEFT), True))
    elif s.column > t.column and s.reach_left == t.last_column + 1:
        found.append(_priced(ends, length, ends.nodes, (LEFT, RIGHT), True))


def _corner(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    length = distance(lattice, s, t)
    if length >= most:
        return
    start, stop = ends.nodes
    if t.reach_up <= s.row < t.first_row:
        side = _side_towards(s, t.column)
        if side is not None:
            fits = _beside(lattice, s, side, t.column) >= stub and _above(lattice, t, s.row) >= end
            nodes = (start, (t.column, s.row), stop)
            found.append(_priced(ends, length, nodes, (side, TOP), fits))
    if s.last_row < t.row <= s.reach_down:
        side = _side_towards(t, s.column)
        if side is not None:
            fits = _below(lattice, s, t.row) >= stub and _beside(lattice, t, side, s.column) >= end
            nodes = (start, (s.column, t.row), stop)
            found.append(_priced(ends, length, nodes, (BOTTOM, side), fits))


def _down_across_down(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    if s.row >= t.row or s.column == t.column:
        return
    first, last = s.last_row + 1, t.first_row - 1
    if first < t.reach_up:
        first = t.reach_up
    if last > s.reach_down:
        last = s.reach_down
    length = distance(lattice, s, t)
    if first > last or length >= most:
        return
    start, stop = ends.nodes
    apart = t.top - s.bottom >= stub + end
    for row in _some(range(first, last + 1)):
        if lattice.row_free(row, s.column, t.column):
            nodes = (start, (s.column, row), (t.column, row), stop)
            fits = apart and _below(lattice, s, row) >= stub and _above(lattice, t, row) >= end
            found.append(_priced(ends, length, nodes, (BOTTOM, TOP), fits))


def _side_down_side(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    s, t = ends.source, ends.target
    direct = distance(lattice, s, t)
    if s.row == t.row or direct >= most:
        return
    low, high = (s.row, t.row) if s.row < t.row else (t.row, s.row)
    between = ((2 << high - low) - 1) << low
    _between_both(lattice, ends, (direct, between), found)
    _left_of_both(lattice, ends, (direct, between, most), found)
    _right_of_both(lattice, ends, (direct, between, most), found)


def _between_both(
    lattice: Lattice, ends: Ends, way: tuple[float, int], found: list[Shape]
) -> None:
    """Add ways along columns between both symbols, free at the bits `between`: all as long."""
    s, t = ends.source, ends.target
    if s.column < t.column:
        leave, enter, apart = RIGHT, LEFT, t.left - s.right
        first, last, reach, other = s.last_column + 1, s.reach_right, t.reach_left, t.first_column
    else:
        leave, enter, apart = LEFT, RIGHT, s.left - t.right
        first, last, reach, other = t.last_column + 1, t.reach_right, s.reach_left, s.first_column
    if first < reach:
        first = reach
    if last >= other:
        last = other - 1
    if first > last:
        return
    direct, between = way
    (start, stop), from_row, to_row = ends.nodes, s.row, t.row
    least, is_wide = 2 + direct / LENGTH_OF_A_BEND, apart >= ends.stub + ends.end
    for column in range(first, last + 1):
        if not lattice.column_blocks[column] & between:
            fits = is_wide and (
                _beside(lattice, s, leave, column) >= ends.stub
                and _beside(lattice, t, enter, column) >= ends.end
            )
            nodes = (start, (column, from_row), (column, to_row), stop)
            found.append((least + ends.price(leave, enter, fits), nodes, leave, enter))


def _left_of_both(
    lattice: Lattice, ends: Ends, way: tuple[float, int, float], found: list[Shape]
) -> None:
    """Add ways out of the left side into the left side, free at the bits `between`.

    The farther a column, the longer its way, and the more room for both ends.
    """
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    first = s.first_column if s.first_column < t.first_column else t.first_column
    last = s.reach_left if s.reach_left > t.reach_left else t.reach_left
    direct, between, most = way
    xs, zones, blocks = lattice.xs, lattice.column_zones, lattice.column_blocks
    x = xs[s.column] if s.column < t.column else xs[t.column]
    (start, stop), from_row, to_row = ends.nodes, s.row, t.row
    price = ends.price(LEFT, LEFT, False)
    fits = False
    for column in range(first - 1, last - 1, -1):
        length = direct + 2 * (x - xs[column])
        if length >= most:
            return
        if blocks[column] & between:
            continue
        if not fits:
            low = zones[column][0]
            if s.left - low >= stub and t.left - low >= end:
                fits, price = True, ends.price(LEFT, LEFT, True)
        nodes = (start, (column, from_row), (column, to_row), stop)
        found.append((2 + length / LENGTH_OF_A_BEND + price, nodes, LEFT, LEFT))


def _right_of_both(
    lattice: Lattice, ends: Ends, way: tuple[float, int, float], found: list[Shape]
) -> None:
    """Add ways out of the right side into the right side, as those on the left."""
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    first = s.last_column if s.last_column > t.last_column else t.last_column
    last = s.reach_right if s.reach_right < t.reach_right else t.reach_right
    direct, between, most = way
    xs, zones, blocks = lattice.xs, lattice.column_zones, lattice.column_blocks
    x = xs[s.column] if s.column > t.column else xs[t.column]
    (start, stop), from_row, to_row = ends.nodes, s.row, t.row
    price = ends.price(RIGHT, RIGHT, False)
    fits = False
    for column in range(first + 1, last + 1):
        length = direct + 2 * (xs[column] - x)
        if length >= most:
            return
        if blocks[column] & between:
            continue
        if not fits:
            high = zones[column][1]
            if high - s.right >= stub and high - t.right >= end:
                fits, price = True, ends.price(RIGHT, RIGHT, True)
        nodes = (start, (column, from_row), (column, to_row), stop)
        found.append((2 + length / LENGTH_OF_A_BEND + price, nodes, RIGHT, RIGHT))


def _side_to_top(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    start, stop = ends.nodes
    rows = [(row, _above(lattice, t, row) >= end) for row in _rows_above(t) if row != s.row]
    for length, corners, side, fits in _round_a_corner(lattice, (s, t), stub, rows, most):
        found.append(_priced(ends, length, (start, *corners, stop), (side, TOP), fits))


def _bottom_to_side(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    if s is t:
        return
    start, stop = ends.nodes
    rows = [(row, _below(lattice, s, row) >= stub) for row in _rows_below(s) if row != t.row]
    for length, corners, side, fits in _round_a_corner(lattice, (t, s), end, rows, most):
        nodes = (start, *corners[::-1], stop)
        found.append(_priced(ends, length, nodes, (BOTTOM, side), fits))


def _round_a_corner(
    lattice: Lattice,
    sites: tuple[Site, Site],
    leg: float,
    rows: Sequence[tuple[int, bool]],
    most: float,
) -> Iterator[tuple[float, tuple[Node, ...], int, bool]]:
    """Yield free ways, shorter than `most`, out of a side and along a row to another's column.

    For each its length, its corners, the side, and whether a leg so long fits at the side and
    what the row says of the other end.
    """
    a, b = sites
    xs, ys = lattice.xs, lattice.ys
    heights = [
        (row, fits, abs(ys[row] - ys[a.row]) + abs(ys[row] - ys[b.row])) for row, fits in rows
    ]
    for side, column in _columns_beside(a):
        if column == b.column:
            continue
        width = abs(xs[column] - xs[a.column]) + abs(xs[column] - xs[b.column])
        for row, fits, height in heights:
            if (
                width + height < most
                and lattice.row_free(row, column, b.column)
                and lattice.column_free(column, a.row, row)
            ):
                corners = ((column, a.row), (column, row), (b.column, row))
                has_room = fits and _beside(lattice, a, side, column) >= leg
                yield width + height, corners, side, has_room


def _bottom_to_top(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    xs, ys = lattice.xs, lattice.ys
    start, stop = ends.nodes
    for low in _rows_below(s):
        for high in _rows_above(t):
            height = abs(ys[low] - ys[s.row]) + abs(ys[high] - ys[low]) + abs(ys[high] - ys[t.row])
            if low == high or height >= most:
                continue
            fits = _below(lattice, s, low) >= stub and _above(lattice, t, high) >= end
            for column in range(len(xs)):
                width = abs(xs[column] - xs[s.column]) + abs(xs[column] - xs[t.column])
                if (
                    width + height < most
                    and column not in (s.column, t.column)
                    and lattice.row_free(low, s.column, column)
                    and lattice.column_free(column, low, high)
                    and lattice.row_free(high, column, t.column)
                ):
                    bends = ((s.column, low), (column, low), (column, high), (t.column, high))
                    nodes = (start, *bends, stop)
                    found.append(_priced(ends, width + height, nodes, (BOTTOM, TOP), fits))


def _side_to_side(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    ys = lattice.ys
    near = {
        *_rows_above(s)[:2],
        *_rows_below(s)[:2],
        *_rows_above(t)[:2],
        *_rows_below(t)[:2],
    } - {s.row, t.row}
    begins, finishes = _side_exits(lattice, s, stub), _side_exits(lattice, t, end)
    for row in sorted(near):
        rest = most - abs(ys[row] - ys[s.row]) - abs(ys[row] - ys[t.row])
        firsts = [e for e in begins if e[2] < rest and lattice.column_free(e[1], s.row, row)]
        seconds = [e for e in finishes if e[2] < rest and lattice.column_free(e[1], row, t.row)]
        for leave, first, width, starts in firsts:
            for enter, second, other, stops in seconds:
                wide = width + other + abs(lattice.xs[second] - lattice.xs[first])
                if wide < rest and first != second and lattice.row_free(row, first, second):
                    bends = ((first, s.row), (first, row), (second, row), (second, t.row))
                    nodes = (ends.nodes[0], *bends, ends.nodes[1])
                    length, sides = most - rest + wide, (leave, enter)
                    found.append(_priced(ends, length, nodes, sides, starts and stops))


def _side_exits(lattice: Lattice, site: Site, leg: float) -> list[tuple[int, int, float, bool]]:
    """Answer the nearest columns beside a symbol.

    For each its side, the column, how far it is, and whether a leg so long fits before it.
    """
    x = lattice.xs[site.column]
    return [
        (side, column, abs(lattice.xs[column] - x), _beside(lattice, site, side, column) >= leg)
        for side, columns in ((LEFT, _on_the_left(site)), (RIGHT, _on_the_right(site)))
        for column in columns[:_FEW]
    ]


def _beside(lattice: Lattice, site: Site, side: int, column: int) -> float:
    """Answer the most length of the leg between the left or right side and a column."""
    low, high = lattice.column_zones[column]
    return high - site.right if side == RIGHT else site.left - low


def _below(lattice: Lattice, site: Site, row: int) -> float:
    """Answer the most length of the leg between the bottom and a row."""
    return lattice.row_zones[row][1] - site.bottom


def _above(lattice: Lattice, site: Site, row: int) -> float:
    """Answer the most length of the leg between the top and a row."""
    return site.top - lattice.row_zones[row][0]


def _between(s: Site, t: Site, leave: int) -> float:
    """Answer what both ends have together when they face each other across one column."""
    return t.left - s.right if leave == RIGHT else s.left - t.right


def _side_towards(site: Site, column: int) -> int | None:
    """Answer the side from which a leg reaches this column, or None."""
    if site.last_column < column <= site.reach_right:
        return RIGHT
    if site.reach_left <= column < site.first_column:
        return LEFT
    return None


def _columns_beside(site: Site) -> list[tuple[int, int]]:
    """Answer the columns that a leg out of the left and right side reaches, nearest first."""
    return [
        *((LEFT, column) for column in _on_the_left(site)),
        *((RIGHT, column) for column in _on_the_right(site)),
    ]


def _on_the_left(site: Site) -> range:
    return range(site.first_column - 1, site.reach_left - 1, -1)


def _on_the_right(site: Site) -> range:
    return range(site.last_column + 1, site.reach_right + 1)


def _rows_below(site: Site) -> range:
    return range(site.last_row + 1, min(site.reach_down, site.last_row + _NEAR) + 1)


def _rows_above(site: Site) -> range:
    return range(site.first_row - 1, max(site.reach_up, site.first_row - _NEAR) - 1, -1)


def _some(between: range) -> list[int]:
    """Answer the lines nearest to both ends of a range."""
    if len(between) <= _BETWEEN:
        return list(between)
    half = _BETWEEN // 2
    return [*between[:half], *between[-half:]]


#: Adds the shapes of one kind between two sites, shorter than so many points.
_Template = Callable[[Lattice, Ends, float, list[Shape]], None]

_TEMPLATES: tuple[tuple[_Template, ...], ...] = (
    (_direct,),
    (_down_across_down, _side_down_side),
    (_side_to_top, _bottom_to_side),
    (_bottom_to_top, _side_to_side),
)
