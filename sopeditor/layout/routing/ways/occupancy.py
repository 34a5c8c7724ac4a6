"""Which walks run where, as bits: whether a walk meets others is one look, who they are a few.

Few walks share a band of the page: those in the way of one are soon found.
"""

from collections.abc import Sequence

from sopeditor.layout.routing.axis import SMALLEST_SPACING
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.ways.crossings import crossings
from sopeditor.layout.routing.ways.prints import BAND, prints
from sopeditor.layout.routing.ways.walks import LegPrint, Piece, Walk, spans

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

_ANY = float("inf")


class Occupancy:
    """The walks placed so far, by number of the flow among the parties; `ends` counts by port.

    A port is four times the number of a symbol plus its side; those after the last symbol's
    stand for ends that are elsewhere.
    """

    def __init__(self, lattice: Lattice, parties: Sequence[Party]) -> None:
        self.parties = parties
        self._prints = prints(len(lattice.xs))
        self._print = self._prints.of
        self._steps = self._prints.steps
        self.walks: list[Walk | None] = [None] * len(parties)
        self.ends = [0] * (4 * len(lattice.sites) + 4)
        #: By port: the branches that leave there.
        self._branches: dict[int, list[int]] = {}
        bands = len(lattice.ys) // BAND + 1
        # By band: what any walk covers, what more than one, two, three do, and each by flow.
        self._covered = [0] * bands
        self._covered_again: list[list[int]] = [[] for _ in range(bands)]
        self._by_flow: list[dict[int, int]] = [{} for _ in range(bands)]
        self._lattice = lattice

    def place(self, flow: int, walk: Walk) -> None:
        """Put down the walk of a flow."""
        self.walks[flow] = walk
        covered = self._covered
        for band, covers, _ in walk.prints or self._print(walk):
            self._by_flow[band][flow] = covers
            again = covered[band] & covers
            covered[band] |= covers
            if again:
                _add_level(self._covered_again[band], again)
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
        for band, covers, _ in walk.prints or self._print(walk):
            del self._by_flow[band][flow]
            levels = self._covered_again[band]
            again = levels[0] & covers if levels else 0
            self._covered[band] ^= covers ^ again
            if again:
                _take_level(levels, again)
        own = self.parties[flow]
        leave = own.leaves + walk.leave
        self.ends[leave] -= 1
        self.ends[own.enters + walk.enter] -= 1
        if own.branch:
            self._branches[leave].remove(own.branch)
        return walk

    def place_if_quiet(self, flow: int, walk: Walk) -> bool:
        """Put down the walk of a flow if it pays nothing for others; answer whether it did."""
        if not self.is_quiet(self.parties[flow], walk):
            return False
        self.place(flow, walk)
        return True

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
        """Answer whether a walk pays nothing for others."""
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
        sides, ends, covered = 0.0, self.ends, self._covered
        leave = own.leaves + walk.leave
        leaving, entering = ends[leave], ends[own.enters + walk.enter]
        if leaving or entering:
            sides = self._toll_of_sides(own, leave, leaving, entering)
            if sides >= limit:
                return sides
        crossed, steps = 0, self._steps
        shared: list[Piece] = []
        for band, _, meets in walk.prints or self._print(walk):
            hit = covered[band] & meets
            if hit:
                along = hit & steps
                if along:
                    shared.append((band, along))
                if hit != along:
                    crossed += self._count(band, hit ^ along)
        cost = CROSSING * crossed
        if shared and cost < limit - sides:
            cost = self._toll_of_sharing(walk, shared, (cost, limit - sides), -1)
        return sides + cost

    def toll_in_place(self, flow: int, walk: Walk) -> float:
        """Answer what the placed walk of a flow pays for others."""
        own, ends, sides = self.parties[flow], self.ends, 0.0
        leave = own.leaves + walk.leave
        leaving, entering = ends[leave] - 1, ends[own.enters + walk.enter] - 1
        if leaving or entering:
            sides = self._toll_of_sides(own, leave, leaving, entering)
        crossed, steps, covered = 0, self._steps, self._covered
        passes = self._prints.passes
        shared: list[Piece] = []
        for band, covers, meets in walk.prints or self._print(walk):
            again = self._covered_again[band]
            if again and again[0] & covers:
                shared.append((band, again[0] & covers & steps))
            points = covered[band] & meets & passes
            if points:
                crossed += self._count(band, points)
        cost = CROSSING * crossed
        if shared:
            cost = self._toll_of_sharing(walk, shared, (cost, _ANY), flow)
        return sides + cost

    def _toll_of_sides(self, own: Party, leave: int, leaving: int, entering: int) -> float:
        """Answer what a walk pays for other ends at its ports; `leave` is the first of these."""
        cost = 0.0
        if leaving:
            cost = leaving * (USED_SIDE_OF_DIAMOND if own.source.is_diamond else USED_SIDE)
            if own.branch and self.is_taken(leave, own.branch):
                cost += SECOND_BRANCH
        if entering:
            cost += entering * (USED_SIDE_OF_DIAMOND if own.target.is_diamond else USED_SIDE)
        return cost

    def _count(self, band: int, bits: int) -> int:
        """Answer how often walks cover these bits, each of which some walk covers."""
        count = bits.bit_count()
        for level in self._covered_again[band]:
            count += (level & bits).bit_count()
        return count

    def _toll_of_sharing(
        self, walk: Walk, shared: Sequence[Piece], known: tuple[float, float], but: int
    ) -> float:
        """Add to a known cost that of steps shared, and of crossing those that share them.

        From the limit on, which is known beside the cost, it may be too low. One flow, `but`,
        is the walk's own if it is placed.
        """
        cost, limit = known
        if cost + SHARING >= limit:
            return cost + SHARING
        beside = self._beside(shared, but)
        cost += SHARING * len(beside)
        if cost >= limit:
            return cost
        if len(beside) >= (walk.narrowest or self._narrowest(walk)):
            for capacity, pieces in walk.legs or self._measure_legs(walk):
                most = self._most_on_a_step(pieces) - (but >= 0)
                if most >= capacity:
                    cost += CROWDING * (most + 1 - capacity)
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

    def _beside(self, shared: Sequence[Piece], but: int) -> set[int]:
        """Answer the flows that cover some of the steps, but one."""
        found: set[int] = set()
        for band, along in shared:
            for flow, covers in self._by_flow[band].items():
                if covers & along and flow != but:
                    found.add(flow)
        return found

    def _most_on_a_step(self, pieces: Sequence[Piece]) -> int:
        """Answer how many walks at most share a step of a leg."""
        most = 0
        for band, own in pieces:
            if self._covered[band] & own:
                depth = 1
                for level in self._covered_again[band]:
                    if not level & own:
                        break
                    depth += 1
                most = max(most, depth)
        return most

    def rivals(self, flow: int, walk: Walk, most: int) -> set[int]:
        """Answer the flows in the way of a walk of this flow: they cross it or run beside it.

        Those at a side that it takes do so as well: their first or last step is its own. From
        `most` on some may be wanting.
        """
        found: set[int] = set()
        for band, _, meets in walk.prints or self._print(walk):
            if self._covered[band] & meets:
                for other, covers in self._by_flow[band].items():
                    if covers & meets and other != flow:
                        found.add(other)
                        if len(found) >= most:
                            return found
        return found

    def _narrowest(self, walk: Walk) -> int:
        """Find how many walks the fullest line of a walk can hold."""
        columns, rows = self._lattice.column_zones, self._lattice.row_zones
        least = _ANY
        for upright, line, _, _ in walk.spans or spans(walk):
            low, high = columns[line] if upright else rows[line]
            least = high - low if high - low < least else least
        walk.narrowest = _capacity(least)
        return walk.narrowest

    def _measure_legs(self, walk: Walk) -> tuple[LegPrint, ...]:
        """Find the steps of every leg, and how many walks its line can hold."""
        lattice = self._lattice
        found: list[LegPrint] = []
        for leg in walk.spans or spans(walk):
            least, most = (lattice.column_zones if leg[0] else lattice.row_zones)[leg[1]]
            found.append((_capacity(most - least), tuple(self._prints.steps_of(leg))))
        walk.legs = tuple(found)
        return walk.legs


def _add_level(levels: list[int], bits: int) -> None:
    """Note that one walk more covers some bits: a level holds what so many walks cover."""
    for depth, level in enumerate(levels):
        levels[depth], bits = level | bits, level & bits
        if not bits:
            return
    levels.append(bits)


def _take_level(levels: list[int], bits: int) -> None:
    """Note that one walk fewer covers some bits: there every level becomes like the next."""
    for depth, level in enumerate(levels[1:]):
        levels[depth] ^= bits ^ (level & bits)
        bits &= level
        if not bits:
            return
    levels[-1] ^= bits
    if not levels[-1]:
        levels.pop()


def _capacity(room: float) -> int:
    """Answer how many walks a line can hold whose zone is so wide, in points."""
    return 1 + int(room / SMALLEST_SPACING)


def placed_walks(walks: Sequence[Walk | None]) -> list[Walk]:
    """Answer the walks of a page on which every flow has one."""
    return [walk for walk in walks if walk is not None]
