"""The shapes a route may have, by number of bends; nothing else is ever tried.

House rules: nothing leaves upwards, nothing enters from below. A gap between two rows and
one between two lanes are always free, so four bends always suffice.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.model.flow import Side

#: A point of the lattice: column line, row line.
Node = tuple[int, int]

#: How many lines next to a symbol a leg along its top or bottom may take.
_NEAR = 3
#: How many lines beside a symbol a way around to its other side may take.
_FEW = 4
#: How many lines between two symbols are tried for a leg between them.
_BETWEEN = 8


class Walk(NamedTuple):
    """A route on the lattice, from the source's point to the target's, turning at each."""

    nodes: tuple[Node, ...]
    leave: Side
    enter: Side

    @property
    def bends(self) -> int:
        """The number of turns."""
        return len(self.nodes) - 2

    def reversed(self) -> "Walk":
        """Answer the same route walked from its end."""
        return Walk(self.nodes[::-1], self.enter, self.leave)


def walks(lattice: Lattice, source: Site, target: Site, bends: int) -> Iterator[Walk]:
    """Yield the free walks with so many bends (0 to 4) that keep the house rules."""
    return _SHAPES[bends](lattice, source, target)


def forced_walks(lattice: Lattice, source: Site, target: Site, bends: int) -> Iterator[Walk]:
    """Yield walks that break the rule of up and down, for symbols that are walled in."""
    for walk in walks(lattice, target, source, bends):
        yield walk.reversed()


def _straight(lattice: Lattice, s: Site, t: Site) -> Iterator[Walk]:
    if s is t:
        return
    ends = ((s.column, s.row), (t.column, t.row))
    if s.column == t.column and s.row < t.row and s.down == t.along.first - 1:
        yield Walk(ends, Side.BOTTOM, Side.TOP)
    if s.row == t.row:
        if s.column < t.column and s.right == t.across.first - 1:
            yield Walk(ends, Side.RIGHT, Side.LEFT)
        if s.column > t.column and s.left == t.across.last + 1:
            yield Walk(ends, Side.LEFT, Side.RIGHT)


def _one_bend(lattice: Lattice, s: Site, t: Site) -> Iterator[Walk]:
    start, end = (s.column, s.row), (t.column, t.row)
    if t.up <= s.row < t.along.first:
        for side in (Side.LEFT, Side.RIGHT):
            if t.column in _beside(s, side):
                yield Walk((start, (t.column, s.row), end), side, Side.TOP)
    if s.along.last < t.row <= s.down:
        for side in (Side.LEFT, Side.RIGHT):
            if s.column in _beside(t, side):
                yield Walk((start, (s.column, t.row), end), Side.BOTTOM, side)


def _two_bends(lattice: Lattice, s: Site, t: Site) -> Iterator[Walk]:
    start, end = (s.column, s.row), (t.column, t.row)
    if s.column != t.column:
        between = range(max(s.along.last + 1, t.up), min(s.down, t.along.first - 1) + 1)
        for row in _some(between):
            if lattice.row_free(row, s.column, t.column):
                nodes = (start, (s.column, row), (t.column, row), end)
                yield Walk(nodes, Side.BOTTOM, Side.TOP)
    if s.row == t.row:
        return
    for leave in (Side.LEFT, Side.RIGHT):
        for enter in (Side.LEFT, Side.RIGHT):
            reachable = _beside(t, enter)
            for column in _beside(s, leave):
                if column in reachable and lattice.column_free(column, s.row, t.row):
                    nodes = (start, (column, s.row), (column, t.row), end)
                    yield Walk(nodes, leave, enter)


def _three_bends(lattice: Lattice, s: Site, t: Site) -> Iterator[Walk]:
    yield from _side_to_top(lattice, s, t)
    if s is not t:
        yield from _bottom_to_side(lattice, s, t)


def _side_to_top(lattice: Lattice, s: Site, t: Site) -> Iterator[Walk]:
    start, end = (s.column, s.row), (t.column, t.row)
    rows = [row for row in _above(t) if row != s.row]
    for side in (Side.LEFT, Side.RIGHT):
        for column in _beside(s, side):
            if column == t.column:
                continue
            for row in rows:
                if lattice.column_free(column, s.row, row) and lattice.row_free(
                    row, column, t.column
                ):
                    nodes = (start, (column, s.row), (column, row), (t.column, row), end)
                    yield Walk(nodes, side, Side.TOP)


def _bottom_to_side(lattice: Lattice, s: Site, t: Site) -> Iterator[Walk]:
    start, end = (s.column, s.row), (t.column, t.row)
    rows = [row for row in _below(s) if row != t.row]
    for side in (Side.LEFT, Side.RIGHT):
        for column in _beside(t, side):
            if column == s.column:
                continue
            for row in rows:
                if lattice.row_free(row, s.column, column) and lattice.column_free(
                    column, row, t.row
                ):
                    nodes = (start, (s.column, row), (column, row), (column, t.row), end)
                    yield Walk(nodes, Side.BOTTOM, side)


def _four_bends(lattice: Lattice, s: Site, t: Site) -> Iterator[Walk]:
    yield from _bottom_to_top(lattice, s, t)
    yield from _side_to_side(lattice, s, t)


def _bottom_to_top(lattice: Lattice, s: Site, t: Site) -> Iterator[Walk]:
    start, end = (s.column, s.row), (t.column, t.row)
    for low in _below(s):
        for column in range(len(lattice.xs)):
            if column in (s.column, t.column) or not lattice.row_free(low, s.column, column):
                continue
            for high in _above(t):
                if (
                    low != high
                    and lattice.column_free(column, low, high)
                    and lattice.row_free(high, column, t.column)
                ):
                    bends = ((s.column, low), (column, low), (column, high), (t.column, high))
                    yield Walk((start, *bends, end), Side.BOTTOM, Side.TOP)


def _side_to_side(lattice: Lattice, s: Site, t: Site) -> Iterator[Walk]:
    near = {*_above(s)[:2], *_below(s)[:2], *_above(t)[:2], *_below(t)[:2]} - {s.row, t.row}
    for row in sorted(near):
        for leave in (Side.LEFT, Side.RIGHT):
            for first in _beside(s, leave)[:_FEW]:
                if lattice.column_free(first, s.row, row):
                    yield from _last_legs(lattice, t, ((s.column, s.row), leave, first, row), s)


def _last_legs(
    lattice: Lattice, t: Site, begun: tuple[Node, Side, int, int], s: Site
) -> Iterator[Walk]:
    start, leave, first, row = begun
    end = (t.column, t.row)
    for enter in (Side.LEFT, Side.RIGHT):
        for second in _beside(t, enter)[:_FEW]:
            if (
                first != second
                and lattice.row_free(row, first, second)
                and lattice.column_free(second, row, t.row)
            ):
                bends = ((first, s.row), (first, row), (second, row), (second, t.row))
                yield Walk((start, *bends, end), leave, enter)


def _beside(site: Site, side: Side) -> range:
    """Answer the columns that a leg out of this side reaches, nearest first."""
    if side is Side.RIGHT:
        return range(site.across.last + 1, site.right + 1)
    return range(site.across.first - 1, site.left - 1, -1)


def _below(site: Site) -> range:
    return range(site.along.last + 1, min(site.down, site.along.last + _NEAR) + 1)


def _above(site: Site) -> range:
    return range(site.along.first - 1, max(site.up, site.along.first - _NEAR) - 1, -1)


def _some(between: range) -> list[int]:
    """Answer the lines nearest to both ends of a range."""
    if len(between) <= _BETWEEN:
        return list(between)
    half = _BETWEEN // 2
    return [*between[:half], *between[-half:]]


_SHAPES = (_straight, _one_bend, _two_bends, _three_bends, _four_bends)
