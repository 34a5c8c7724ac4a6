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
#: Stands for every empty group; never changed.
_NOBODY: set[int] = set()
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
        self._at_side: list[set[int]] = [_NOBODY] * len(self.ends)
        size = columns * rows
        # By line: steps of legs on it; points where legs at right angles pass it.
        self._column_steps, self._row_steps = bytearray(size), bytearray(size)
        self._past_column, self._past_row = bytearray(size), bytearray(size)
        self._column_capacity = [_capacity(line) for line in lattice.columns.lines]
        self._row_capacity = [_capacity(line) for line in lattice.rows.lines]
        self._buckets = (rows >> _BUCKET) + 1
        self._on_column: list[set[int]] = [_NOBODY] * (columns * self._buckets)
        self._on_row: list[set[int]] = [_NOBODY] * rows

    def place(self, flow: int, walk: Walk, ports: tuple[int, int], branch: bool) -> None:
        """Put down the walk of a flow between the symbols whose first ports are given."""
        self.walks[flow] = walk
        self._count(walk, _MORE)
        leave, enter = ports[0] + walk.leave, ports[1] + walk.enter
        self.ends[leave] += 1
        self.ends[enter] += 1
        if branch:
            self.branches[leave] += 1
        _join(self._at_side, leave, flow)
        _join(self._at_side, enter, flow)
        for upright, line, low, high in walk.spans or spans(walk):
            if upright:
                first = line * self._buckets
                for bucket in range(first + (low >> _BUCKET), first + (high >> _BUCKET) + 1):
                    _join(self._on_column, bucket, flow)
            else:
                _join(self._on_row, line, flow)

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
        for upright, start, stop, _, capacity in walk.stretches or self._survey(walk):
            if upright:
                past, steps = self._past_column, self._column_steps
            else:
                past, steps = self._past_row, self._row_steps
            length = stop - start
            if past.count(0, start + 1, stop) != length - 1:
                cost += CROSSING * sum(past[start + 1 : stop])
            if steps.count(own, start, stop) != length:
                is_beside = True
                most = max(steps[start:stop]) - own
                cost += SHARING * most
                if most >= capacity:
                    cost += CROWDING * (most + 1 - capacity)
            if cost >= limit:
                return cost
        return cost + CROSSING * self._crossings_beside(walk) if is_beside else cost

    def _crossings_beside(self, walk: Walk) -> int:
        """Answer how often this walk must cross those that it runs beside."""
        beside: set[int] = set()
        stretches = walk.stretches or self._survey(walk)
        for (upright, line, low, high), stretch in zip(
            walk.spans or spans(walk), stretches, strict=True
        ):
            if upright:
                if any(self._column_steps[stretch[1] : stretch[2]]):
                    first = line * self._buckets
                    for k in range(first + (low >> _BUCKET), first + (high >> _BUCKET) + 1):
                        beside |= self._on_column[k]
            elif any(self._row_steps[stretch[1] : stretch[2]]):
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
        for upright, start, stop, passed, _ in walk.stretches or self._survey(walk):
            if upright:
                steps, past = self._column_steps, self._past_row
            else:
                steps, past = self._row_steps, self._past_column
            steps[start:stop] = steps[start:stop].translate(change)
            past[passed] = past[passed].translate(change)

    def _survey(self, walk: Walk) -> tuple[Stretch, ...]:
        """Find where the counters of a walk lie."""
        columns, rows = self._columns, self._rows
        found: list[Stretch] = []
        for upright, line, low, high in walk.spans or spans(walk):
            if upright:
                start, other, capacity = line * rows, columns, self._column_capacity[line]
            else:
                start, other, capacity = line * columns, rows, self._row_capacity[line]
            passed = slice((low + 1) * other + line, high * other + line, other)
            found.append((upright, start + low, start + high, passed, capacity))
        walk.stretches = tuple(found)
        return walk.stretches


def placed_walks(walks: Sequence[Walk | None]) -> list[Walk]:
    """Answer the walks of a page on which every flow has one."""
    return [walk for walk in walks if walk is not None]


def _join(groups: list[set[int]], place: int, flow: int) -> None:
    """Add a flow to the group at a place."""
    group = groups[place]
    if group is _NOBODY:
        groups[place] = {flow}
    else:
        group.add(flow)


def _capacity(line: LatticeLine) -> int:
    return 1 + int((line.high - line.low) / SMALLEST_SPACING)
