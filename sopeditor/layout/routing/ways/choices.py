"""The walks a flow may take, cheapest first; found when first asked for."""

from collections.abc import Iterable, Iterator, Sequence

from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.ways.costs import LAST_RESORT, Pricing
from sopeditor.layout.routing.ways.direct import direct_walks, is_plain
from sopeditor.layout.routing.ways.hints import keeps_sides
from sopeditor.layout.routing.ways.occupancy import Occupancy
from sopeditor.layout.routing.ways.rooms import passable
from sopeditor.layout.routing.ways.shapes import (
    LENGTH_OF_A_BEND,
    Ends,
    Node,
    Shape,
    distance,
)
from sopeditor.layout.routing.ways.templates import LEVELS, forced_shapes, shapes
from sopeditor.layout.routing.ways.two_bends import two_bends
from sopeditor.layout.routing.ways.walks import Walk
from sopeditor.model.flow import FlowKind

_ANY = float("inf")
#: A search that found everything at once.
_NO_MORE: Iterator[float] = iter(())
#: A level is found in steps: walks up to so much dearer than its least price.
_STEPS = ((_ANY,), (_ANY,), (0.3, 1.0, _ANY), (0.3, 1.0, _ANY))
#: How much dearer than the least price of a level wishes may be.
_WISHED = (_ANY, _ANY, 0.3, 0.3)
_SIMPLE = LEVELS[:2]
#: How much dearer a walk may be that pays nothing for others than one that does.
_DETOUR = 0.3
_JOINT = FlowKind.JOINT
#: Beyond this level, dearer walks than those are only for want of any other.
_FULLY_SEARCHED = 1


#: A walk and what it costs, or None and the limit that no walk stays below.
Offer = tuple[Walk | None, float]


class _Level:
    """The walks of one level of shapes that cost less than `limit`, cheapest first.

    Many need not be found at all: `walks` holds those that cost less than `whole`.
    """

    __slots__ = ("_found", "_known", "_search", "limit", "walks", "whole")

    def __init__(self, walks: list[Walk], limit: float) -> None:
        self.walks = walks
        self.limit = self.whole = self._known = limit
        self._search: Iterator[float] = _NO_MORE
        self._found: list[Shape] = []

    def extend(self, search: Iterator[float], found: list[Shape], limit: float) -> None:
        """Let the level reach up to a limit, by a search that fills `found` bit by bit.

        The search yields prices below which it has found all.
        """
        self.find(self.limit)
        self._search, self._found, self._known, self.limit = search, found, self.limit, limit
        self._go_on(self._known)

    def find(self, price: float) -> bool:
        """Find the walks that cost less than a price; answer whether more had to be found."""
        if self.whole >= price or self.whole >= self.limit:
            return False
        self._go_on(price)
        return True

    def first(self, but: Walk | None) -> Walk | None:
        """Answer the cheapest walk; `but` does not count."""
        for walk in self.walks:
            if walk is not but:
                return walk
        return self.first(but) if self.find(self.limit) else None

    def _go_on(self, price: float) -> None:
        limit, known, found = self.limit, self._known, self._found
        for whole in self._search:
            if whole >= price:
                break
        else:
            whole = limit
        self.whole = whole = whole if whole < limit else limit
        found.sort(reverse=True)
        while found and found[-1][0] < whole:
            price, nodes, leave, enter = found.pop()
            if price >= known:
                self.walks.append(Walk(nodes, leave, enter, price))


class Chooser:
    """The walks that one flow may take, and which of them suits it best among others."""

    __slots__ = ("_banned", "_lattice", "_levels", "_pricing", "bounds", "own")

    def __init__(self, lattice: Lattice, own: Party) -> None:
        self.own = own
        s, t = own.source, own.target
        far = distance(lattice, s, t) / LENGTH_OF_A_BEND
        direct = s.column == t.column or s.row == t.row
        #: For every level, a price that no walk of it goes below.
        self.bounds = (far if direct else 1 + far, 2 + far, 3 + far, 4 + far, _ANY)
        self._lattice = lattice
        self._pricing: Pricing | None = None
        #: By twice the rank, forced ones after the others.
        self._levels: list[_Level | None] = [None] * (2 * len(LEVELS))
        self._banned: list[tuple[Node, ...]] = []

    def ban(self, walk: Walk) -> None:
        """Never offer this walk again."""
        self._banned.append(walk.nodes)

    def most_direct(self) -> list[Walk]:
        """Answer passable walks that none with two bends could undercut, cheapest first."""
        walks, most = self._level(0, False, _ANY).walks, self.bounds[1]
        if walks:
            most = min(most, walks[0].price + _DETOUR)
        return [walk for walk in walks if walk.price <= most and self._is_passable(walk)]

    def best(self, placed: Occupancy) -> Walk | None:
        """Answer the cheapest walk among those placed, or None; a simple one if there is any."""
        best, least = self._most_direct(placed, _ANY)
        if least <= self.bounds[1]:
            return best  # most flows: nothing that turns more often could be cheaper
        best = self._cheapest(placed, False, least, ranks=_SIMPLE[1:])[0] or best
        return self._or_forced(placed, best or self._cheapest(placed, False, _ANY)[0])

    def best_below(self, placed: Occupancy, limit: float) -> Offer:
        """Answer the cheapest simple walk among those placed if it costs less than `limit`."""
        best, least = self._most_direct(placed, limit)
        if least <= self.bounds[1]:
            return best, least
        better, least = self._cheapest(placed, False, least, ranks=_SIMPLE[1:])
        return better or best, least

    def best_of_all(self, placed: Occupancy) -> Walk | None:
        """Answer the cheapest walk with any number of bends among those placed, or None."""
        return self._or_forced(placed, self._cheapest(placed, False, _ANY)[0])

    def best_with_sides(self, placed: Occupancy) -> Walk | None:
        """Answer the cheapest walk that keeps the hinted sides and takes no other branch's."""
        return self._cheapest(placed, True, _ANY, keep_sides=True)[0]

    def price(self, placed: Occupancy, walk: Walk) -> float:
        """Answer what a walk costs among those placed."""
        return walk.price + placed.toll(self.own, walk, _ANY)

    def price_in_place(self, placed: Occupancy, number: int) -> float:
        """Answer what the placed walk of this flow, which has this number, costs."""
        walk = placed.walk(number)
        return walk.price + placed.toll_in_place(number, walk)

    def least_alone(self, but: Walk | None = None) -> float:
        """Answer a price that no walk of this flow goes below; `but` does not count."""
        for rank in LEVELS:
            level = self._levels[2 * rank]
            if level is None:
                return self.bounds[rank]
            walk = level.first(but)
            if walk is not None:
                return min(walk.price, self.bounds[rank + 1])
            if level.limit < _ANY:
                return min(level.limit, self.bounds[rank + 1])
        return _ANY

    def cheaper_alone(self, price: float) -> Iterator[Walk]:
        """Yield walks, cheapest first, that cost less than `price` if nothing else were there."""
        for rank in LEVELS:
            if price <= self.bounds[rank]:
                return
            limit = min(price, self.bounds[rank] + _WISHED[rank])
            level = self._level(rank, False, limit)
            level.find(limit)
            for walk in level.walks:
                if walk.price >= limit:
                    break
                if self._is_passable(walk):
                    yield walk

    def last_resort(self) -> Walk:
        """Answer a walk that may run through symbols, where they leave no way at all."""
        s, t = self.own.source, self.own.target
        corner = (t.column, s.row) if s.column != t.column and s.row != t.row else None
        nodes = tuple(n for n in ((s.column, s.row), corner, (t.column, t.row)) if n is not None)
        leave = _leaving(nodes[0], nodes[1])
        enter = _leaving(nodes[-1], nodes[-2]) if nodes[0] != nodes[-1] else 0
        return Walk(nodes, leave, enter, LAST_RESORT)

    def _or_forced(self, placed: Occupancy, found: Walk | None) -> Walk | None:
        """Answer a walk, or one against the flow where that takes another branch's side."""
        if found is None or self._takes_a_branch(placed, found):
            return self._cheapest(placed, True, _ANY)[0] or found
        return found

    def _takes_a_branch(self, placed: Occupancy, walk: Walk) -> bool:
        """Answer whether another branch of the decision leaves by the same side."""
        return placed.is_taken(self.own.leaves + walk.leave, self.own.branch)

    def _most_direct(self, placed: Occupancy, least: float) -> Offer:
        """Answer the cheapest walk of at most one bend that costs less than `least`."""
        return self._pick(placed, self._level(0, False, _ANY).walks, least)

    def _cheapest(
        self,
        placed: Occupancy,
        forced: bool,
        least: float,
        keep_sides: bool = False,
        ranks: Sequence[int] = LEVELS,
    ) -> Offer:
        """Answer the cheapest walk of some levels that costs less than `least`, if any does."""
        best: Walk | None = None
        bounds = self.bounds
        for rank in ranks:
            if least <= bounds[rank]:
                break
            seen = 0
            for step in _STEPS[rank]:
                limit = bounds[rank] + step
                level = self._level(rank, forced, limit if limit < least else least)
                while seen < len(level.walks) or level.find(least):
                    walks = level.walks
                    new, seen = walks[seen:] if seen else walks, len(walks)
                    found, least = self._pick(placed, new, least, keep_sides)
                    best = found or best
                if least <= limit or (rank > _FULLY_SEARCHED and least < LAST_RESORT):
                    break
        return best, least

    def _pick(
        self, placed: Occupancy, walks: Iterable[Walk], least: float, keep_sides: bool = False
    ) -> Offer:
        """Answer the cheapest of some walks, in order of price, that costs less than `least`."""
        best: Walk | None = None
        own, disturbed = self.own, []
        for walk in walks:
            if walk.price >= least:
                break
            if not placed.is_quiet(own, walk):
                disturbed.append(walk)
            elif self._may(placed, walk, keep_sides):
                best, least = walk, walk.price
        # What others cost in full matters only as far as they undercut the first quiet one.
        for walk in disturbed:
            if walk.price >= least:
                break
            price = walk.price + placed.toll(own, walk, least - walk.price)
            if price < least and self._may(placed, walk, keep_sides):
                best, least = walk, price
        return best, least

    def _may(self, placed: Occupancy, walk: Walk, keep_sides: bool) -> bool:
        if keep_sides and not keeps_sides(self.own.flow, walk):
            return False
        if keep_sides and self._takes_a_branch(placed, walk):
            return False
        return self._is_passable(walk)

    def _is_passable(self, walk: Walk) -> bool:
        if self._banned and walk.nodes in self._banned:
            return False
        is_open = walk.is_open
        return passable(self._lattice, self.own, walk) if is_open is None else is_open

    def _level(self, rank: int, forced: bool, limit: float) -> _Level:
        """Answer the level with all walks that cost less than a limit, or more of them."""
        place = 2 * rank + forced
        level = self._levels[place]
        if level is None:
            if rank == 0 and not forced and is_plain(self._lattice, self.own):
                level = _Level(direct_walks(self._lattice, self.own), _ANY)
            else:
                level = _Level([], 0.0)
            self._levels[place] = level
        if level.limit < limit:
            found: list[Shape] = []
            level.extend(self._search(rank, forced, limit, found), found, limit)
        return level

    def _search(self, rank: int, forced: bool, limit: float, found: list[Shape]) -> Iterator[float]:
        """Search for the shapes that cost less than the limit; yield how far all are found."""
        own, lattice = self.own, self._lattice
        pricing = self._pricing = self._pricing or Pricing(lattice, own)
        ends = Ends(own.source, own.target, own.stub, own.end, pricing.of_ends)
        most = (limit - (rank + 1 if rank else 0)) * LENGTH_OF_A_BEND
        both_ways = forced or own.flow.kind is _JOINT
        if rank == 1 and not both_ways and not pricing.way_points:
            return two_bends(lattice, ends, most, found)
        found += shapes(lattice, ends, rank, most)
        if both_ways:
            found += forced_shapes(lattice, ends, rank, most)
        if pricing.way_points:
            found[:] = pricing.with_detours(found)
        return _NO_MORE


class Choosers(dict[int, Chooser]):
    """The choosers of a page by flow number, made when first asked for: most flows need none."""

    def __init__(self, lattice: Lattice, parties: Sequence[Party]) -> None:
        super().__init__()
        self._lattice, self._parties = lattice, parties

    def __missing__(self, number: int) -> Chooser:
        """Make the chooser of a flow."""
        made = self[number] = Chooser(self._lattice, self._parties[number])
        return made


def _leaving(node: Node, following: Node) -> int:
    """Answer the side by which a leg leaves a symbol at `node`."""
    if node[0] != following[0]:
        return 3 if following[0] > node[0] else 1
    return 0 if following[1] < node[1] else 2
