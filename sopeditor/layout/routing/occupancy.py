"""Which walks run where: counters for a quick estimate, buckets for exact crossings."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from sopeditor.layout.routing.axis import LatticeLine
from sopeditor.layout.routing.crossings import crossings, meet
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.spacing import SMALLEST_SPACING
from sopeditor.layout.routing.templates import Walk
from sopeditor.model.flow import Side


class Occupancy:
    """The walks placed so far, by flow number."""

    def __init__(self, lattice: Lattice) -> None:
        columns, rows = len(lattice.xs), len(lattice.ys)
        self.walks: dict[int, Walk] = {}
        self.ends: dict[tuple[str, Side], int] = defaultdict(int)
        self._at_side: dict[tuple[str, Side], set[int]] = defaultdict(set)
        self.branches: dict[tuple[str, Side], int] = defaultdict(int)
        self._row_legs_at = [[0] * rows for _ in range(columns)]
        self._column_legs_at = [[0] * columns for _ in range(rows)]
        self._column_steps = [[0] * rows for _ in range(columns)]
        self._row_steps = [[0] * columns for _ in range(rows)]
        self._column_capacity = [_capacity(line) for line in lattice.columns.lines]
        self._row_capacity = [_capacity(line) for line in lattice.rows.lines]
        self._on_column: list[set[int]] = [set() for _ in range(columns)]
        self._on_row: list[set[int]] = [set() for _ in range(rows)]
        self._in_row: list[set[int]] = [set() for _ in range(rows)]

    def place(self, flow: int, walk: Walk, ends: tuple[str, str], branch: bool) -> None:
        """Put down the walk of a flow between the symbols `ends`."""
        self.walks[flow] = walk
        self._count(walk, ends, branch, 1)
        for members in self._memberships(walk, ends):
            members.add(flow)

    def lift(self, flow: int, ends: tuple[str, str], branch: bool) -> Walk:
        """Take the walk of a flow away again and answer it."""
        walk = self.walks.pop(flow)
        self._count(walk, ends, branch, -1)
        for members in self._memberships(walk, ends):
            members.discard(flow)
        return walk

    def meets(self, walk: Walk) -> tuple[int, int, int]:
        """Answer how many legs a walk crosses at right angles, how many it runs beside.

        The third figure is by how many legs the lines it takes would be too full.
        """
        crossed = shared = crowd = 0
        nodes = walk.nodes
        (x, y) = nodes[0]
        for u, v in nodes[1:]:
            if x == u:
                low, high = (y, v) if y < v else (v, y)
                crossed += sum(self._row_legs_at[x][low + 1 : high])
                beside = max(self._column_steps[x][low:high])
                capacity = self._column_capacity[x]
            else:
                low, high = (x, u) if x < u else (u, x)
                crossed += sum(self._column_legs_at[y][low + 1 : high])
                beside = max(self._row_steps[y][low:high])
                capacity = self._row_capacity[y]
            shared += beside
            if beside >= capacity:
                crowd += beside + 1 - capacity
            x, y = u, v
        return crossed, shared, crowd

    def crossings_beside(self, walk: Walk) -> int:
        """Answer how often this walk must cross those that it runs beside."""
        beside: set[int] = set()
        for (x, y), (u, v) in pairwise(walk.nodes):
            if x == u:
                passing: set[int] = set()
                passing.update(*self._in_row[min(y, v) : max(y, v) + 1])
                beside |= passing & self._on_column[x]
            else:
                beside |= self._on_row[y]
        return sum(crossings(walk, self.walks[flow]) for flow in beside)

    def at_side(self, symbol: str, side: Side) -> set[int]:
        """Answer the flows that leave or enter a symbol by this side."""
        return self._at_side[symbol, side]

    def in_the_way(self, walk: Walk) -> list[int]:
        """Answer the flows whose walks cross this one or run beside it."""
        met: set[int] = set()
        met.update(*(self._in_row[row] for row in _rows(walk)))
        return sorted(flow for flow in met if meet(walk, self.walks[flow]))

    def _memberships(self, walk: Walk, ends: tuple[str, str]) -> list[set[int]]:
        found = [self._in_row[row] for row in _rows(walk)]
        for (x, y), (u, _) in pairwise(walk.nodes):
            found.append(self._on_column[x] if x == u else self._on_row[y])
        found.append(self._at_side[ends[0], walk.leave])
        found.append(self._at_side[ends[1], walk.enter])
        return found

    def _count(self, walk: Walk, ends: tuple[str, str], branch: bool, step: int) -> None:
        self.ends[ends[0], walk.leave] += step
        self.ends[ends[1], walk.enter] += step
        if branch:
            self.branches[ends[0], walk.leave] += step
        nodes = walk.nodes
        (x, y) = nodes[0]
        for u, v in nodes[1:]:
            if x == u:
                low, high = (y, v) if y < v else (v, y)
                _add(self._column_steps[x], range(low, high), step)
                for row in range(low + 1, high):
                    self._column_legs_at[row][x] += step
            else:
                low, high = (x, u) if x < u else (u, x)
                _add(self._row_steps[y], range(low, high), step)
                for column in range(low + 1, high):
                    self._row_legs_at[column][y] += step
            x, y = u, v


def _capacity(line: LatticeLine) -> int:
    return 1 + int((line.high - line.low) / SMALLEST_SPACING)


def _add(counters: list[int], places: Iterable[int], step: int) -> None:
    for place in places:
        counters[place] += step


def _rows(walk: Walk) -> range:
    rows = [row for _, row in walk.nodes]
    return range(min(rows), max(rows) + 1)
