"""The walks a flow may take, cheapest first; found once, when first asked for."""

from collections.abc import Iterator

from sopeditor.layout.routing.costs import Pricing
from sopeditor.layout.routing.hints import keeps_sides
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.occupancy import Occupancy
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.layout.routing.rooms import passable
from sopeditor.layout.routing.templates import Walk, forced_walks, walks
from sopeditor.model.flow import FlowKind

MOST_BENDS = 4

#: The price of a walk alone, and the walk.
_Priced = tuple[float, Walk]


class Choices:
    """The walks of one flow. `branch` tells that it must leave by a side of its own."""

    def __init__(self, lattice: Lattice, flow: RoutingFlow, branch: bool) -> None:
        self.flow = flow
        self.branch = branch
        self.ends = (flow.source, flow.target)
        self.pricing = Pricing(lattice, flow)
        self._lattice = lattice
        self._levels: dict[tuple[int, bool], list[_Priced]] = {}
        self._allowed: dict[Walk, bool] = {}

    def ban(self, walk: Walk) -> None:
        """Never offer this walk again."""
        self._allowed[walk] = False

    def best(self, placed: Occupancy, keep_sides: bool = False) -> Walk | None:
        """Answer the cheapest walk among those placed, or None.

        With `keep_sides` only walks that keep the hinted sides and take no other branch's.
        """
        found = self._cheapest(placed, keep_sides, forced=keep_sides)
        if not keep_sides and (found is None or self._takes_a_branch(placed, found)):
            found = self._cheapest(placed, keep_sides, forced=True) or found
        return found

    def _takes_a_branch(self, placed: Occupancy, walk: Walk) -> bool:
        """Answer whether another branch of the decision leaves by the same side."""
        return self.branch and placed.branches[self.flow.source, walk.leave] > 0

    def price(self, placed: Occupancy, walk: Walk) -> float:
        """Answer what a walk costs among those placed."""
        return self.pricing.alone(walk) + self.pricing.among(placed, walk, float("inf"))

    def cheaper_alone(self, price: float) -> Iterator[Walk]:
        """Yield walks, cheapest first, that cost less than `price` if nothing else were there."""
        for bends in range(MOST_BENDS + 1):
            if price <= self.pricing.least(bends):
                return
            for alone, walk in self._level(bends, forced=False):
                if alone >= price:
                    break
                if self._is_passable(walk):
                    yield walk

    def _cheapest(self, placed: Occupancy, keep_sides: bool, forced: bool) -> Walk | None:
        best: Walk | None = None
        least = float("inf")
        for bends in range(MOST_BENDS + 1):
            if least <= self.pricing.least(bends):
                break
            for alone, walk in self._level(bends, forced):
                if alone >= least:
                    break
                price = alone + self.pricing.among(placed, walk, least - alone)
                if price < least and self._may(placed, walk, keep_sides):
                    best, least = walk, price
        return best

    def _may(self, placed: Occupancy, walk: Walk, keep_sides: bool) -> bool:
        if keep_sides and not keeps_sides(self.flow, walk):
            return False
        if keep_sides and self._takes_a_branch(placed, walk):
            return False
        return self._is_passable(walk)

    def _is_passable(self, walk: Walk) -> bool:
        allowed = self._allowed.get(walk)
        if allowed is None:
            allowed = self._allowed[walk] = passable(self._lattice, self.flow, walk)
        return allowed

    def _level(self, bends: int, forced: bool) -> list[_Priced]:
        key = (bends, forced)
        if key not in self._levels:
            alone = self.pricing.alone
            self._levels[key] = sorted((alone(walk), walk) for walk in self._walks(bends, forced))
        return self._levels[key]

    def _walks(self, bends: int, forced: bool) -> Iterator[Walk]:
        source = self._lattice.sites[self.flow.source]
        target = self._lattice.sites[self.flow.target]
        yield from walks(self._lattice, source, target, bends)
        if forced or self.flow.kind is FlowKind.JOINT:
            yield from forced_walks(self._lattice, source, target, bends)
