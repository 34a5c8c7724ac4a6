"""The shapes with two bends: down, across and down, or along a column into a side.

Nearly all flows without a direct way take one of the first of these. The farther a column is
beside both symbols the dearer it is, so far ones are found only when they are asked for.
"""

from collections.abc import Iterator

from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP
from sopeditor.layout.routing.ways.shapes import (
    LENGTH_OF_A_BEND,
    Ends,
    Node,
    Shape,
    above,
    below,
    distance,
    priced,
)

#: How many lines between two symbols are tried for a leg between them.
_BETWEEN = 8
_ANY = float("inf")

#: What ways along columns have in common: the length of the shortest, the bits that must be
#: free on its column, from what length on none is wanted, where they begin and where they end.
_Course = tuple[float, int, float, Node, Node]


def all_two_bends(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> None:
    """Add all free shapes with two bends, in no order, shorter than `most` points."""
    for _ in two_bends(lattice, ends, most, found):
        pass


def two_bends(lattice: Lattice, ends: Ends, most: float, found: list[Shape]) -> Iterator[float]:
    """Add them as far as asked: yield again and again a price below which all are found."""
    s, t = ends.source, ends.target
    direct = distance(lattice, s, t)
    if s.row == t.row or direct >= most:
        return
    if s.row < t.row and s.column != t.column:
        _down_across_down(lattice, ends, direct, found)
    low, high = (s.row, t.row) if s.row < t.row else (t.row, s.row)
    between = ((2 << high - low) - 1) << low
    course = direct, between, most, (s.column, s.row), (t.column, t.row)
    if s.column != t.column:
        _between_both(lattice, ends, course, found)
    left = _beside_both(lattice, ends, LEFT, course, found)
    right = _beside_both(lattice, ends, RIGHT, course, found)
    on_left, on_right = next(left, _ANY), next(right, _ANY)
    while on_left < _ANY or on_right < _ANY:
        if on_left < on_right:
            yield on_left
            on_left = next(left, _ANY)
        else:
            yield on_right
            on_right = next(right, _ANY)


def _down_across_down(lattice: Lattice, ends: Ends, length: float, found: list[Shape]) -> None:
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    first, last = _common(s.last_row + 1, t.reach_up, s.reach_down, t.first_row - 1)
    if first > last:
        return
    start, stop = ends.nodes
    apart = t.top - s.bottom >= stub + end
    for row in _some(range(first, last + 1)):
        if lattice.row_free(row, s.column, t.column):
            nodes = (start, (s.column, row), (t.column, row), stop)
            fits = apart and below(lattice, s, row) >= stub and above(lattice, t, row) >= end
            found.append(priced(ends, length, nodes, (BOTTOM, TOP), fits))


def _between_both(lattice: Lattice, ends: Ends, course: _Course, found: list[Shape]) -> None:
    """Add ways along columns between both symbols: all are equally long."""
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    if s.column < t.column:
        leave, enter, left, right, before, after = RIGHT, LEFT, s, t, stub, end
    else:
        leave, enter, left, right, before, after = LEFT, RIGHT, t, s, end, stub
    first, last = _common(
        left.last_column + 1, right.reach_left, left.reach_right, right.first_column - 1
    )
    if first > last:
        return
    length, between, _, start, stop = course
    apart, blocks, from_row, to_row = right.left - left.right, lattice.column_blocks, s.row, t.row
    is_wide, known, price = apart >= stub + end, None, 0.0
    for column in range(first, last + 1):
        if not blocks[column] & between:
            low, high = lattice.column_zones[column]
            fits = is_wide and high - left.right >= before and right.left - low >= after
            if fits is not known:
                known = fits
                price = 2 + length / LENGTH_OF_A_BEND + ends.price(leave, enter, fits)
            nodes = (start, (column, from_row), (column, to_row), stop)
            found.append((price, nodes, leave, enter))


def _beside_both(
    lattice: Lattice, ends: Ends, side: int, course: _Course, found: list[Shape]
) -> Iterator[float]:
    """Add ways along columns on one side of both symbols, the nearest first.

    The farther a column, the longer the way and the more room for its ends: once there is
    enough, yield what the next way costs before it is added; no other will cost less.
    """
    s, t, stub, end = ends.source, ends.target, ends.stub, ends.end
    blocks, xs = lattice.column_blocks, lattice.xs
    direct, between, most, start, stop = course
    x, other = xs[s.column], xs[t.column]
    if (other < x) is (side == LEFT):
        x = other
    from_row, to_row = s.row, t.row
    fits, price_of_ends = False, 0.0
    for column in _columns_beside(s, t, side):
        if blocks[column] & between:
            continue
        away = xs[column] - x
        length = direct + 2 * (away if away > 0 else -away)
        if length >= most:
            return
        if fits:
            price = 2 + length / LENGTH_OF_A_BEND + price_of_ends
            yield price
        else:
            low, high = lattice.column_zones[column]
            if side == LEFT:
                fits = s.left - low >= stub and t.left - low >= end
            else:
                fits = high - s.right >= stub and high - t.right >= end
            price_of_ends = ends.price(side, side, fits)
            price = 2 + length / LENGTH_OF_A_BEND + price_of_ends
        found.append((price, (start, (column, from_row), (column, to_row), stop), side, side))


def _columns_beside(s: Site, t: Site, side: int) -> range:
    """Answer the columns on one side of two symbols that legs of both reach, nearest first."""
    if side == LEFT:
        first = s.first_column if s.first_column < t.first_column else t.first_column
        last = s.reach_left if s.reach_left > t.reach_left else t.reach_left
        return range(first - 1, last - 1, -1)
    first = s.last_column if s.last_column > t.last_column else t.last_column
    last = s.reach_right if s.reach_right < t.reach_right else t.reach_right
    return range(first + 1, last + 1)


def _common(least: int, other: int, most: int, another: int) -> tuple[int, int]:
    """Answer the first and the last line of two ranges, given the first and last of both."""
    return (least if least > other else other), (most if most < another else another)


def _some(between: range) -> list[int]:
    """Answer the lines nearest to both ends of a range."""
    if len(between) <= _BETWEEN:
        return list(between)
    half = _BETWEEN // 2
    return [*between[:half], *between[-half:]]
