"""The shapes a route may have; nothing else is ever tried.

House rules: nothing leaves upwards, nothing enters from below. A gap between two rows and
one between two lanes are always free, so four bends always suffice.
"""

from collections.abc import Callable, Iterator, Sequence

from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP
from sopeditor.layout.routing.ways.shapes import (
    Ends,
    Node,
    Shape,
    above,
    below,
    beside,
    distance,
    priced,
)
from sopeditor.layout.routing.ways.two_bends import all_two_bends

#: How many lines next to a symbol a leg along its top or bottom may take.
_NEAR = 3
#: How many lines beside a symbol a way around to its other side may take.
_FEW = 4
#: Shapes come in levels: at most one bend, two, three, four.
LEVELS = range(4)


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
            found.append(priced(ends, length, ends.nodes, (BOTTOM, TOP), True))
    elif s.column < t.column and s.reach_right == t.first_column - 1:
        found.append(priced(ends, length, ends.nodes, (RIGHT, LEFT), True))
    elif s.column > t.column and s.reach_left == t.last_column + 1:
        found.append(priced(ends, length, ends.nodes, (LEFT, RIGHT), True))


def _corner(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    length = distance(lattice, s, t)
    if length >= most:
        return
    start, stop = ends.nodes
    if t.reach_up <= s.row < t.first_row:
        side = _side_towards(s, t.column)
        if side is not None:
            fits = beside(lattice, s, side, t.column) >= stub and above(lattice, t, s.row) >= end
            nodes = (start, (t.column, s.row), stop)
            found.append(priced(ends, length, nodes, (side, TOP), fits))
    if s.last_row < t.row <= s.reach_down:
        side = _side_towards(t, s.column)
        if side is not None:
            fits = below(lattice, s, t.row) >= stub and beside(lattice, t, side, s.column) >= end
            nodes = (start, (s.column, t.row), stop)
            found.append(priced(ends, length, nodes, (BOTTOM, side), fits))


def _side_to_top(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    start, stop = ends.nodes
    rows = [(row, above(lattice, t, row) >= end) for row in _rows_above(t) if row != s.row]
    for length, corners, side, fits in _round_a_corner(lattice, (s, t), stub, rows, most):
        found.append(priced(ends, length, (start, *corners, stop), (side, TOP), fits))


def _bottom_to_side(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    if s is t:
        return
    start, stop = ends.nodes
    rows = [(row, below(lattice, s, row) >= stub) for row in _rows_below(s) if row != t.row]
    for length, corners, side, fits in _round_a_corner(lattice, (t, s), end, rows, most):
        nodes = (start, *corners[::-1], stop)
        found.append(priced(ends, length, nodes, (BOTTOM, side), fits))


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
                has_room = fits and beside(lattice, a, side, column) >= leg
                yield width + height, corners, side, has_room


def _bottom_to_top(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    xs, ys = lattice.xs, lattice.ys
    start, stop = ends.nodes
    widths = [abs(x - xs[s.column]) + abs(x - xs[t.column]) for x in xs]
    for low in _rows_below(s):
        for high in _rows_above(t):
            height = abs(ys[low] - ys[s.row]) + abs(ys[high] - ys[low]) + abs(ys[high] - ys[t.row])
            if low == high or height >= most:
                continue
            fits = below(lattice, s, low) >= stub and above(lattice, t, high) >= end
            for column, width in enumerate(widths):
                if (
                    width + height < most
                    and column not in (s.column, t.column)
                    and lattice.row_free(low, s.column, column)
                    and lattice.column_free(column, low, high)
                    and lattice.row_free(high, column, t.column)
                ):
                    bends = ((s.column, low), (column, low), (column, high), (t.column, high))
                    nodes = (start, *bends, stop)
                    found.append(priced(ends, width + height, nodes, (BOTTOM, TOP), fits))


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
                    found.append(priced(ends, length, nodes, sides, starts and stops))


def _side_exits(lattice: Lattice, site: Site, leg: float) -> list[tuple[int, int, float, bool]]:
    """Answer the nearest columns beside a symbol.

    For each its side, the column, how far it is, and whether a leg so long fits before it.
    """
    x = lattice.xs[site.column]
    return [
        (side, column, abs(lattice.xs[column] - x), beside(lattice, site, side, column) >= leg)
        for side, columns in ((LEFT, _on_the_left(site)), (RIGHT, _on_the_right(site)))
        for column in columns[:_FEW]
    ]


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


#: Adds the shapes of one kind between two sites, shorter than so many points.
_Template = Callable[[Lattice, Ends, float, list[Shape]], None]

_TEMPLATES: tuple[tuple[_Template, ...], ...] = (
    (_direct,),
    (all_two_bends,),
    (_side_to_top, _bottom_to_side),
    (_bottom_to_top, _side_to_side),
)
