"""Which walks run where: counters for a quick estimate, buckets for exact crossings.

Counters are bytes in flat tables, so that a whole leg is added up or counted in one call;
at 255 legs on one line they stop counting, which costs looks, never a defect.
"""

from collections.abc import Sequence

from sopeditor.layout.routing.axis import LatticeLine
from sopeditor.layout.routing.crossings import crossings, meet
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.spacing import SMALLEST_SPACING
from sopeditor.layout.routing.walks import Stretch, Walk, spans

CROSSING = 2.4
SHARING = 0.06
#: For every leg more than a line can hold at the smallest spacing.
CROWDING = 2.5

#: Columns are looked up in buckets of 32 row lines.
_BUCKET = 5
_NONE, _ONE = b"\0", b"\1"
_MORE = bytes([*range(1, 256), 255])
_LESS = bytes([0, *range(255)])


class Occupancy:
    """The walks placed so far, by flow number; `ends` and `branches` count by port.

    A port is four times the number of a symbol plus its side; those after the last symbol's
    stand for ends that are elsewhere.
    """

    def __init__(self, lattice: Lattice, flows: int) -> None:
        self._columns, self._rows = columns, rows = len(lattice.xs), len(lattice.ys)
        self.walks: list[Walk | None] = [None] * flows
        self.ends = [0] * (4 * len(lattice.sites) + 4)
        self.branches = [0] * len(self.ends)
        self._at_side: list[set[int]] = [set() for _ in self.ends]
        size = columns * rows
        # By line: steps of legs on it; points that legs on it pass without turning.
        self._column_steps, self._row_steps = bytearray(size), bytearray(size)
        self._down, self._across = bytearray(size), bytearray(size)
        self._column_capacity = [_capacity(line) for line in lattice.columns.lines]
        self._row_capacity = [_capacity(line) for line in lattice.rows.lines]
        self._buckets = (rows >> _BUCKET) + 1
        self._on_column: list[set[int]] = [set() for _ in range(columns * self._buckets)]
        self._on_row: list[set[int]] = [set() for _ in range(rows)]

    def place(self, flow: int, walk: Walk, ports: tuple[int, int], branch: bool) -> None:
        """Put down the walk of a flow between the symbols whose first ports are given."""
        self.walks[flow] = walk
        self._count(walk, _MORE)
        leave, enter = ports[0] + walk.leave, ports[1] + walk.enter
        self.ends[leave] += 1
        self.ends[enter] += 1
        if branch:
            self.branches[leave] += 1
        self._at_side[leave].add(flow)
        self._at_side[enter].add(flow)
        for upright, line, low, high in walk.spans or spans(walk):
            if upright:
                first = line * self._buckets
                for bucket in range(first + (low >> _BUCKET), first + (high >> _BUCKET) + 1):
                    self._on_column[bucket].add(flow)
            else:
                self._on_row[line].add(flow)

    def lift(self, flow: int, ports: tuple[int, int], branch: bool) -> Walk:
        """Take the walk of a flow away again and answer it."""
        walk = self.walk(flow)
        self.walks[flow] = None
        self._count(walk, _LESS)
        leave, enter = ports[0] + walk.leave, ports[1] + walk.enter
        self.ends[leave] -= 1
        self.ends[enter] -= 1
        if branch:
            self.branches[leave] -= 1
        self._at_side[leave].discard(flow)
        self._at_side[enter].discard(flow)
        for upright, line, low, high in walk.spans or spans(walk):
            if upright:
                first = line * self._buckets
                for bucket in range(first + (low >> _BUCKET), first + (high >> _BUCKET) + 1):
                    self._on_column[bucket].discard(flow)
            else:
                self._on_row[line].discard(flow)
        return walk

    def walk(self, flow: int) -> Walk:
        """Answer the walk of a flow; KeyError when it is not placed."""
        walk = self.walks[flow]
        if walk is None:
            raise KeyError(flow)
        return walk

    def toll(self, walk: Walk, limit: float, own: int = 0) -> float:
        """Answer the price of crossings and of sharing lines; from `limit` on maybe too low.

        `own` is 1 for a walk that is placed itself, else 0.
        """
        cost = 0.0
        is_beside = False
        for upright, crossing, steps, _, capacity in walk.stretches or self._survey(walk):
            if upright:
                crossed = self._across[crossing].translate(None, _NONE)
                beside = self._column_steps[steps].translate(None, _NONE)
            else:
                crossed = self._down[crossing].translate(None, _NONE)
                beside = self._row_steps[steps].translate(None, _NONE)
            if crossed:
                cost += CROSSING * sum(crossed)
            if beside and (most := max(beside) - own):
                is_beside = True
                cost += SHARING * most
                if most >= capacity:
                    cost += CROWDING * (most + 1 - capacity)
            if cost >= limit:
                return cost
        return cost + CROSSING * self._crossings_beside(walk) if is_beside else cost

    def is_alone(self, walk: Walk) -> bool:
        """Answer whether a placed walk neither crosses nor runs beside another."""
        for upright, crossing, steps, _, _ in walk.stretches or self._survey(walk):
            if upright:
                crossed = self._across[crossing].translate(None, _NONE)
                others = self._column_steps[steps].translate(None, _ONE)
            else:
                crossed = self._down[crossing].translate(None, _NONE)
                others = self._row_steps[steps].translate(None, _ONE)
            if crossed or others:
                return False
        return True

    def _crossings_beside(self, walk: Walk) -> int:
        """Answer how often this walk must cross those that it runs beside."""
        beside: set[int] = set()
        stretches = walk.stretches or self._survey(walk)
        for (upright, line, low, high), stretch in zip(
            walk.spans or spans(walk), stretches, strict=True
        ):
            if upright:
                if any(self._column_steps[stretch[2]]):
                    first = line * self._buckets
                    for k in range(first + (low >> _BUCKET), first + (high >> _BUCKET) + 1):
                        beside |= self._on_column[k]
            elif any(self._row_steps[stretch[2]]):
                beside |= self._on_row[line]
        count = 0
        if walk.met is None:
            walk.met = {}
        met = walk.met
        for flow in beside:
            other = self.walk(flow)
            found = met.get(other)
            if found is None:
                found = met[other] = crossings(walk, other)
            count += found
        return count

    def at_port(self, port: int) -> set[int]:
        """Answer the flows that leave or enter a symbol by this side."""
        return self._at_side[port]

    def find_in_the_way(self, walk: Walk, found: set[int], most: int, but: int) -> None:
        """Add flows whose walks cross this one or run beside it, up to `most`; never `but`."""
        near: set[int] = set()
        for upright, line, low, high in walk.spans or spans(walk):
            if upright:
                near.update(*self._on_row[low : high + 1])
                first = line * self._buckets
                near.update(
                    *self._on_column[first + (low >> _BUCKET) : first + (high >> _BUCKET) + 1]
                )
            else:
                near |= self._on_row[line]
                start = low * self._buckets + (line >> _BUCKET)
                stop = (high + 1) * self._buckets
                near.update(*self._on_column[start : stop : self._buckets])
        near.discard(but)
        for flow in near:
            if len(found) >= most:
                return
            if meet(walk, self.walk(flow)):
                found.add(flow)

    def _count(self, walk: Walk, change: bytes) -> None:
        for upright, _, steps, passed, _ in walk.stretches or self._survey(walk):
            if upright:
                self._column_steps[steps] = self._column_steps[steps].translate(change)
                self._down[passed] = self._down[passed].translate(change)
            else:
                self._row_steps[steps] = self._row_steps[steps].translate(change)
                self._across[passed] = self._across[passed].translate(change)

    def _survey(self, walk: Walk) -> tuple[Stretch, ...]:
        """Find where the counters of a walk lie."""
        columns, rows = self._columns, self._rows
        found: list[Stretch] = []
        for upright, line, low, high in walk.spans or spans(walk):
            if upright:
                width, other, capacity = rows, columns, self._column_capacity[line]
            else:
                width, other, capacity = columns, rows, self._row_capacity[line]
            start = line * width
            crossing = slice((low + 1) * other + line, high * other + line, other)
            steps = slice(start + low, start + max(high, low + 1))
            passed = slice(start + low + 1, start + high)
            found.append((upright, crossing, steps, passed, capacity))
        walk.stretches = tuple(found)
        return walk.stretches


def placed_walks(walks: Sequence[Walk | None]) -> list[Walk]:
    """Answer the walks of a page on which every flow has one."""
    return [walk for walk in walks if walk is not None]


def _capacity(line: LatticeLine) -> int:
    return 1 + int((line.high - line.low) / SMALLEST_SPACING)
