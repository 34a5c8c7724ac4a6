"""Which walks run where, as bits: whether a walk meets others is one look, who they are a few.

Every step of a walk along a line and every point that it passes is a bit. The page is cut
into bands of a few row lines, so that numbers stay short and few walks share a band.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sopeditor.layout.routing.axis import SMALLEST_SPACING
from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.ways.crossings import crossings
from sopeditor.layout.routing.ways.walks import LegPrint, Print, Walk, spans

#: What a walk pays for others, with a bend as the unit.
CROSSING = 2.4
SHARING = 0.06
#: For each other end at a side that it leaves or enters by.
USED_SIDE_OF_DIAMOND = 0.9
USED_SIDE = 0.5
#: For every leg more than a line can hold at the smallest spacing.
CROWDING = 2.5
#: A second branch of a decision on one side: a defect, so later than any last resort.
SECOND_BRANCH = 120.0

#: Row lines of a band.
_BAND = 8
_ANY = float("inf")


class Occupancy:
    """The walks placed so far, by number of the flow among the parties; `ends` counts by port.

    A port is four times the number of a symbol plus its side; those after the last symbol's
    stand for ends that are elsewhere.

    A row line takes four strips of bits: steps along it, steps down from it, points passed
    along it, points passed across it.
    """

    def __init__(self, lattice: Lattice, parties: Sequence[Party]) -> None:
        columns, rows = len(lattice.xs), len(lattice.ys)
        self.parties = parties
        self._columns, self._stride = columns, 4 * columns
        self._size = _BAND * self._stride
        self._whole = (1 << self._size) - 1
        strip = (1 << 2 * columns) - 1
        #: The bits of steps, of whole rows of a band.
        self._steps = sum([strip << row * self._stride for row in range(_BAND)])
        #: One bit in each of so many rows, by their number.
        self._downwards: dict[int, int] = {}
        self.walks: list[Walk | None] = [None] * len(parties)
        self.ends = [0] * (4 * len(lattice.sites) + 4)
        #: By port: the branches that leave there.
        self._branches: dict[int, list[int]] = {}
        #: By first port of a symbol: the flows that leave or enter it.
        self._at_symbol: dict[int, list[int]] = {}
        bands = rows // _BAND + 1
        # By band: what all walks cover together, what more than one does, and each by flow.
        # The first two may hold more than that after a walk was lifted: it is only a look.
        self._covered = [0] * bands
        self._covered_twice = [0] * bands
        self._by_flow: list[dict[int, int]] = [{} for _ in range(bands)]
        self._lattice = lattice
        self._capacities: tuple[list[int], list[int]] | None = None

    def place(self, flow: int, walk: Walk) -> None:
        """Put down the walk of a flow."""
        self.walks[flow] = walk
        for band, covers, _ in walk.prints or self._print(walk):
            self._by_flow[band][flow] = covers
            self._covered_twice[band] |= self._covered[band] & covers
            self._covered[band] |= covers
        own = self.parties[flow]
        leave = own.leaves + walk.leave
        self.ends[leave] += 1
        self.ends[own.enters + walk.enter] += 1
        if own.branch:
            self._branches.setdefault(leave, []).append(own.branch)

    def lift(self, flow: int) -> Walk:
        """Take the walk of a flow away again and answer it."""
        walk = self.walk(flow)
        self.walks[flow] = None
        for band, _, _ in walk.prints or self._print(walk):
            del self._by_flow[band][flow]
        own = self.parties[flow]
        leave = own.leaves + walk.leave
        self.ends[leave] -= 1
        self.ends[own.enters + walk.enter] -= 1
        if own.branch:
            self._branches[leave].remove(own.branch)
        return walk

    def walk(self, flow: int) -> Walk:
        """Answer the walk of a flow; KeyError when it is not placed."""
        walk = self.walks[flow]
        if walk is None:
            raise KeyError(flow)
        return walk

    def is_taken(self, port: int, branch: int) -> bool:
        """Answer whether a branch other than this one leaves by a port; never for branch 0."""
        others = self._branches.get(port) if branch else None
        return others is not None and others.count(branch) != len(others)

    def is_quiet(self, own: Party, walk: Walk) -> bool:
        """Answer whether a walk surely pays nothing for others."""
        ends, covered = self.ends, self._covered
        if ends[own.leaves + walk.leave] or ends[own.enters + walk.enter]:
            return False
        for band, _, meets in walk.prints or self._print(walk):  # noqa: SIM110 # asked most often
            if covered[band] & meets:
                return False
        return True

    def toll(self, own: Party, walk: Walk, limit: float) -> float:
        """Answer what a walk pays for others: for used sides, crossings and shared lines.

        From `limit` on the answer may be too low.
        """
        cost, ends, covered = 0.0, self.ends, self._covered
        if ends[own.leaves + walk.leave] or ends[own.enters + walk.enter]:
            cost = self._toll_of_sides(own, walk, 0)
            if cost >= limit:
                return cost
        touched = [p for p in walk.prints or self._print(walk) if covered[p[0]] & p[2]]
        if touched:
            return cost + self._toll_among_others(walk, touched, limit - cost, -1)
        return cost

    def toll_in_place(self, flow: int, walk: Walk) -> float:
        """Answer what the placed walk of a flow pays for others."""
        cost = self._toll_of_sides(self.parties[flow], walk, 1)
        steps, once, twice = self._steps, self._covered, self._covered_twice
        touched = []
        for one in walk.prints or self._print(walk):
            band, _, meets = one
            shared = meets & steps
            if twice[band] & shared or once[band] & (meets ^ shared):
                touched.append(one)
        if touched:
            return cost + self._toll_among_others(walk, touched, _ANY, flow)
        return cost

    def _toll_of_sides(self, own: Party, walk: Walk, itself: int) -> float:
        """Answer what a walk pays for other ends at its sides; its own count 1 if it is placed."""
        leave, ends = own.leaves + walk.leave, self.ends
        cost = 0.0
        others = ends[leave] - itself
        if others:
            cost = others * _side_price(own.source)
            if own.branch and self.is_taken(leave, own.branch):
                cost += SECOND_BRANCH
        others = ends[own.enters + walk.enter] - itself
        return cost + others * _side_price(own.target) if others else cost

    def _toll_among_others(
        self, walk: Walk, touched: Sequence[Print], limit: float, but: int
    ) -> float:
        """Answer the price of crossings and of shared lines, where a walk may touch others."""
        crossed, steps = 0, self._steps
        shared: list[tuple[int, int]] = []
        beside: set[int] = set()
        for band, _, meets in touched:
            for flow, covers in self._by_flow[band].items():
                hit = covers & meets
                if hit and flow != but:
                    along = hit & steps
                    if hit != along:
                        crossed += (hit ^ along).bit_count()
                        if CROSSING * crossed >= limit:
                            return CROSSING * crossed
                    if along:
                        shared.append((band, along))
                        beside.add(flow)
        cost = CROSSING * crossed
        if shared:
            return self._toll_of_sharing(walk, shared, beside, (cost, limit))
        if not crossed:
            self._look_again(touched)
        return cost

    def _toll_of_sharing(
        self,
        walk: Walk,
        shared: list[tuple[int, int]],
        beside: set[int],
        known: tuple[float, float],
    ) -> float:
        """Add to a known cost that of steps shared, and of crossing those that share them.

        From the limit on, which is known beside the cost, it may be too low.
        """
        cost, limit = known
        cost += SHARING * len(beside)
        if cost >= limit:
            return cost
        if len(beside) >= (walk.narrowest or self._narrowest(walk)):
            for capacity, pieces in walk.legs or self._measure_legs(walk):
                most = _most_on_a_step(pieces, shared)
                if most:
                    cost += CROWDING * max(0, most + 1 - capacity)
        met = walk.met
        if met is None:
            met = walk.met = {}
        walks = self.walks
        for flow in beside:
            other = walks[flow]
            if other is not None and cost < limit:
                count = met.get(other)
                if count is None:
                    count = met[other] = crossings(walk, other)
                cost += CROSSING * count
        return cost

    def _look_again(self, prints: Iterable[Print]) -> None:
        """Find what the bands of a walk hold since others were lifted there."""
        for band, _, _ in prints:
            once = twice = 0
            for covers in self._by_flow[band].values():
                twice |= once & covers
                once |= covers
            self._covered[band], self._covered_twice[band] = once, twice

    def rivals(self, flow: int, walk: Walk, most: int) -> set[int]:
        """Answer the flows at the sides that a walk of this flow takes, and those in its way.

        Those in its way cross it or run beside it; from `most` on some may be wanting.
        """
        at_symbol, walks = self._at_symbol or self._sort_by_symbol(), self.walks
        own = self.parties[flow]
        found: set[int] = set()
        for port in (own.leaves + walk.leave, own.enters + walk.enter):
            for other in at_symbol[port & ~3]:
                way, its = walks[other], self.parties[other]
                if way is not None and port in (its.leaves + way.leave, its.enters + way.enter):
                    found.add(other)
        found.discard(flow)
        for band, _, meets in walk.prints or self._print(walk):
            if self._covered[band] & meets:
                for other, covers in self._by_flow[band].items():
                    if covers & meets and other != flow:
                        found.add(other)
                        if len(found) >= most:
                            return found
        return found

    def _sort_by_symbol(self) -> dict[int, list[int]]:
        """Find the flows that leave or enter each symbol."""
        found = self._at_symbol = defaultdict(list)
        for flow, own in enumerate(self.parties):
            found[own.leaves].append(flow)
            if own.enters != own.leaves:
                found[own.enters].append(flow)
        return found

    def _print(self, walk: Walk) -> tuple[Print, ...]:
        """Find the bits that a walk covers, and those by which it meets others."""
        columns, stride, nodes = self._columns, self._stride, walk.nodes
        first, last = nodes[0][1], nodes[-1][1]
        if len(nodes) > 3:  # else its only corner lies on a row of one of its ends
            first = min([row for _, row in nodes])
        first = (first if first < last else last) // _BAND
        top = first * _BAND
        along = down = 0
        for upright, line, low, high in walk.spans or spans(walk):
            if upright:
                run = self._downwards.get(high - low) or self._run_down(high - low)
                down |= run << (low - top) * stride + columns + line
            else:
                along |= (1 << high - low) - 1 << (line - top) * stride + low
        steps = along | down
        along &= along << 1
        down &= down << stride
        covers = steps | (along | down) << 2 * columns
        meets = steps | along << 3 * columns | down << columns
        if covers <= self._whole:
            walk.prints = ((first, covers, meets),)
            return walk.prints
        size, whole = self._size, self._whole
        found = []
        while covers:
            found.append((first, covers & whole, meets & whole))
            covers, meets, first = covers >> size, meets >> size, first + 1
        walk.prints = tuple(found)
        return walk.prints

    def _measure_lines(self) -> tuple[list[int], list[int]]:
        """Find how many walks every column and every row line can hold."""
        columns, rows = self._lattice.columns.lines, self._lattice.rows.lines
        self._capacities = (
            [1 + int((line.high - line.low) / SMALLEST_SPACING) for line in columns],
            [1 + int((line.high - line.low) / SMALLEST_SPACING) for line in rows],
        )
        return self._capacities

    def _narrowest(self, walk: Walk) -> int:
        """Find how many walks the fullest line of a walk can hold."""
        across, along = self._capacities or self._measure_lines()
        walk.narrowest = min(
            [across[line] if up else along[line] for up, line, _, _ in walk.spans or spans(walk)]
        )
        return walk.narrowest

    def _measure_legs(self, walk: Walk) -> tuple[LegPrint, ...]:
        """Find the steps of every leg, and how many walks its line can hold."""
        columns, stride, size = self._columns, self._stride, self._size
        across, along = self._capacities or self._measure_lines()
        whole = self._whole
        found: list[LegPrint] = []
        for upright, line, low, high in walk.spans or spans(walk):
            band, row = divmod(low if upright else line, _BAND)
            if upright:
                capacity = across[line]
                steps = self._run_down(high - low) << row * stride + columns + line
            else:
                capacity = along[line]
                steps = (1 << high - low) - 1 << row * stride + low
            pieces = []
            while steps:
                pieces.append((band, steps & whole))
                steps, band = steps >> size, band + 1
            found.append((capacity, tuple(pieces)))
        walk.legs = tuple(found)
        return walk.legs

    def _run_down(self, count: int) -> int:
        """Answer one bit in each of so many rows."""
        run = ((1 << count * self._stride) - 1) // ((1 << self._stride) - 1)
        self._downwards[count] = run
        return run


def _side_price(site: Site) -> float:
    """Answer what each other end at a side of a symbol costs."""
    return USED_SIDE_OF_DIAMOND if site.is_diamond else USED_SIDE


def placed_walks(walks: Sequence[Walk | None]) -> list[Walk]:
    """Answer the walks of a page on which every flow has one."""
    return [walk for walk in walks if walk is not None]


def _most_on_a_step(pieces: tuple[tuple[int, int], ...], shared: list[tuple[int, int]]) -> int:
    """Answer how many walks at most share a step of a leg."""
    most = 0
    for band, own in pieces:
        depth: list[int] = []
        for other_band, along in shared:
            bits = along & own if band == other_band else 0
            for level, deep in enumerate(depth):
                if not bits:
                    break
                depth[level], bits = deep | bits, deep & bits
            if bits:
                depth.append(bits)
        most = max(most, len(depth))
    return most
