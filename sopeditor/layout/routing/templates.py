"""The shapes a route may have; nothing else is ever tried.

House rules: nothing leaves upwards, nothing enters from below. A gap between two rows and
one between two lanes are always free, so four bends always suffice.
"""

from collections.abc import Callable

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

#: Shapes come in levels: at most one bend, two, three, four.
LEVELS = range(4)


#: A way on the lattice: its length in points, its points, and the sides it leaves and enters.
Shape = tuple[float, tuple[Node, ...], int, int]


def shapes(lattice: Lattice, source: Site, target: Site, level: int, most: float) -> list[Shape]:
    """Answer the free shapes of a level, shorter than `most` points."""
    found: list[Shape] = []
    for template in _TEMPLATES[level]:
        template(lattice, (source, target), most, found)
    return found


def forced_shapes(
    lattice: Lattice, source: Site, target: Site, level: int, most: float
) -> list[Shape]:
    """Answer shapes that break the rule of up and down, for symbols that are walled in."""
    return [
        (length, nodes[::-1], enter, leave)
        for length, nodes, leave, enter in shapes(lattice, target, source, level, most)
    ]


def _distance(lattice: Lattice, s: Site, t: Site) -> float:
    xs, ys = lattice.xs, lattice.ys
    return abs(xs[s.column] - xs[t.column]) + abs(ys[s.row] - ys[t.row])


def _direct(lattice: Lattice, ends: tuple[Site, Site], most: float, found: list[Shape]) -> None:
    """Add the straight way, or those with one corner."""
    s, t = ends
    if s.column != t.column and s.row != t.row:
        _corner(lattice, ends, most, found)
        return
    length = _distance(lattice, s, t)
    if s is t or length >= most:
        return
    nodes = ((s.column, s.row), (t.column, t.row))
    if s.column == t.column:
        if s.row < t.row and s.reach_down == t.first_row - 1:
            found.append((length, nodes, BOTTOM, TOP))
    elif s.column < t.column and s.reach_right == t.first_column - 1:
        found.append((length, nodes, RIGHT, LEFT))
    elif s.column > t.column and s.reach_left == t.last_column + 1:
        found.append((length, nodes, LEFT, RIGHT))


def _corner(lattice: Lattice, ends: tuple[Site, Site], most: float, found: list[Shape]) -> None:
    s, t = ends
    length = _distance(lattice, s, t)
    if length >= most:
        return
    if t.reach_up <= s.row < t.first_row:
        side = _side_towards(s, t.column)
        if side is not None:
            nodes = ((s.column, s.row), (t.column, s.row), (t.column, t.row))
            found.append((length, nodes, side, TOP))
    if s.last_row < t.row <= s.reach_down:
        side = _side_towards(t, s.column)
        if side is not None:
            nodes = ((s.column, s.row), (s.column, t.row), (t.column, t.row))
            found.append((length, nodes, BOTTOM, side))


def _down_across_down(
    lattice: Lattice, ends: tuple[Site, Site], most: float, found: list[Shape]
) -> None:
    s, t = ends
    length = _distance(lattice, s, t)
    if s.column == t.column or length >= most:
        return
    between = range(max(s.last_row + 1, t.reach_up), min(s.reach_down, t.first_row - 1) + 1)
    for row in _some(between):
        if lattice.row_free(row, s.column, t.column):
            nodes = ((s.column, s.row), (s.column, row), (t.column, row), (t.column, t.row))
            found.append((length, nodes, BOTTOM, TOP))


def _side_down_side(
    lattice: Lattice, ends: tuple[Site, Site], most: float, found: list[Shape]
) -> None:
    s, t = ends
    if s.row == t.row:
        return
    xs, column_free = lattice.xs, lattice.column_free
    start, end = (s.column, s.row), (t.column, t.row)
    from_x, to_x = xs[s.column], xs[t.column]
    height = abs(lattice.ys[s.row] - lattice.ys[t.row])
    for leave in (LEFT, RIGHT):
        for column in _beside(s, leave):
            x = xs[column]
            length = abs(x - from_x) + abs(x - to_x) + height
            if length >= most:
                if x > to_x if leave == RIGHT else x < to_x:
                    break  # ever farther from both
                continue
            enter = _side_towards(t, column)
            if enter is not None and column_free(column, s.row, t.row):
                nodes = (start, (column, s.row), (column, t.row), end)
                found.append((length, nodes, leave, enter))


def _side_to_top(
    lattice: Lattice, ends: tuple[Site, Site], most: float, found: list[Shape]
) -> None:
    s, t = ends
    xs, ys = lattice.xs, lattice.ys
    start, end = (s.column, s.row), (t.column, t.row)
    heights = [
        (row, abs(ys[row] - ys[s.row]) + abs(ys[row] - ys[t.row]))
        for row in _above(t)
        if row != s.row
    ]
    for side in (LEFT, RIGHT):
        for column in _beside(s, side):
            if column == t.column:
                continue
            width = abs(xs[column] - xs[s.column]) + abs(xs[column] - xs[t.column])
            for row, height in heights:
                if (
                    width + height < most
                    and lattice.row_free(row, column, t.column)
                    and lattice.column_free(column, s.row, row)
                ):
                    nodes = (start, (column, s.row), (column, row), (t.column, row), end)
                    found.append((width + height, nodes, side, TOP))


def _bottom_to_side(
    lattice: Lattice, ends: tuple[Site, Site], most: float, found: list[Shape]
) -> None:
    s, t = ends
    if s is t:
        return
    xs, ys = lattice.xs, lattice.ys
    start, end = (s.column, s.row), (t.column, t.row)
    heights = [
        (row, abs(ys[row] - ys[s.row]) + abs(ys[row] - ys[t.row]))
        for row in _below(s)
        if row != t.row
    ]
    for side in (LEFT, RIGHT):
        for column in _beside(t, side):
            if column == s.column:
                continue
            width = abs(xs[column] - xs[s.column]) + abs(xs[column] - xs[t.column])
            for row, height in heights:
                if (
                    width + height < most
                    and lattice.row_free(row, s.column, column)
                    and lattice.column_free(column, row, t.row)
                ):
                    nodes = (start, (s.column, row), (column, row), (column, t.row), end)
                    found.append((width + height, nodes, BOTTOM, side))


def _bottom_to_top(
    lattice: Lattice, ends: tuple[Site, Site], most: float, found: list[Shape]
) -> None:
    s, t = ends
    xs, ys = lattice.xs, lattice.ys
    for low in _below(s):
        for high in _above(t):
            height = abs(ys[low] - ys[s.row]) + abs(ys[high] - ys[low]) + abs(ys[high] - ys[t.row])
            if low == high or height >= most:
                continue
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
                    nodes = ((s.column, s.row), *bends, (t.column, t.row))
                    found.append((width + height, nodes, BOTTOM, TOP))


def _side_to_side(
    lattice: Lattice, ends: tuple[Site, Site], most: float, found: list[Shape]
) -> None:
    s, t = ends
    ys = lattice.ys
    near = {*_above(s)[:2], *_below(s)[:2], *_above(t)[:2], *_below(t)[:2]} - {s.row, t.row}
    begins, finishes = _side_exits(lattice, s), _side_exits(lattice, t)
    for row in sorted(near):
        rest = most - abs(ys[row] - ys[s.row]) - abs(ys[row] - ys[t.row])
        firsts = [e for e in begins if e[2] < rest and lattice.column_free(e[1], s.row, row)]
        seconds = [e for e in finishes if e[2] < rest and lattice.column_free(e[1], row, t.row)]
        for leave, first, width in firsts:
            for enter, second, other in seconds:
                wide = width + other + abs(lattice.xs[second] - lattice.xs[first])
                if wide < rest and first != second and lattice.row_free(row, first, second):
                    bends = ((first, s.row), (first, row), (second, row), (second, t.row))
                    nodes = ((s.column, s.row), *bends, (t.column, t.row))
                    found.append((most - rest + wide, nodes, leave, enter))


def _side_exits(lattice: Lattice, site: Site) -> list[tuple[int, int, float]]:
    """Answer the nearest columns beside a symbol: side, column, and how far it is."""
    x = lattice.xs[site.column]
    return [
        (side, column, abs(lattice.xs[column] - x))
        for side in (LEFT, RIGHT)
        for column in _beside(site, side)[:_FEW]
    ]


def _side_towards(site: Site, column: int) -> int | None:
    """Answer the side from which a leg reaches this column, or None."""
    if site.last_column < column <= site.reach_right:
        return RIGHT
    if site.reach_left <= column < site.first_column:
        return LEFT
    return None


def _beside(site: Site, side: int) -> range:
    """Answer the columns that a leg out of this side reaches, nearest first."""
    if side == RIGHT:
        return range(site.last_column + 1, site.reach_right + 1)
    return range(site.first_column - 1, site.reach_left - 1, -1)


def _below(site: Site) -> range:
    return range(site.last_row + 1, min(site.reach_down, site.last_row + _NEAR) + 1)


def _above(site: Site) -> range:
    return range(site.first_row - 1, max(site.reach_up, site.first_row - _NEAR) - 1, -1)


def _some(between: range) -> list[int]:
    """Answer the lines nearest to both ends of a range."""
    if len(between) <= _BETWEEN:
        return list(between)
    half = _BETWEEN // 2
    return [*between[:half], *between[-half:]]


#: Adds the shapes of one kind between two sites, shorter than so many points.
_Template = Callable[[Lattice, tuple[Site, Site], float, list[Shape]], None]

_TEMPLATES: tuple[tuple[_Template, ...], ...] = (
    (_direct,),
    (_down_across_down, _side_down_side),
    (_side_to_top, _bottom_to_side),
    (_bottom_to_top, _side_to_side),
)
