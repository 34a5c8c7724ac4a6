"""Finds a walk for every flow: short flows first, then what crosses or shares once more."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from sopeditor.layout.routing.costs import SIDES_TO_LEAVE_BY, Pricing
from sopeditor.layout.routing.hints import keeps_sides, wishes_sides
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.occupancy import Occupancy
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.layout.routing.rooms import passable
from sopeditor.layout.routing.templates import Walk, forced_walks, walks
from sopeditor.model.flow import FlowKind

MOST_BENDS = 4
#: How often the flows that cross or share a line are routed again at most.
_PASSES = 4

_May = Callable[[int, Walk], bool]


class Search:
    """The walks of one page while they are being found; flows are known by number.

    `dropped` holds the flows whose hinted sides no walk without defect keeps.
    """

    def __init__(self, lattice: Lattice, flows: Sequence[RoutingFlow]) -> None:
        self._lattice = lattice
        self._flows = flows
        self.placed = Occupancy(lattice)
        self.dropped: set[int] = set()
        self._branch = _branches(flows)
        self._banned: set[tuple[int, Walk]] = set()

    def run(self) -> None:
        """Place a walk for every flow."""
        order = sorted(range(len(self._flows)), key=self._precedence)
        for number in order:
            self._route(number)
        for _ in range(_PASSES):
            troubled = [number for number in order if self._is_troubled(number)]
            if not sum(self._reroute(number) for number in troubled):
                break

    def avoid(self, number: int) -> None:
        """Find another walk for a flow that cannot be drawn where it is."""
        self._banned.add((number, self.placed.walks[number]))
        self._reroute(number)

    def _reroute(self, number: int) -> bool:
        """Find the walk of a flow anew among the others; answer whether it changed."""
        before = self._lift(number)
        self._route(number, before)
        return self.placed.walks[number] != before

    def _route(self, number: int, before: Walk | None = None) -> None:
        pricing = Pricing(self._lattice, self.placed, self._flows[number])
        best = None
        if wishes_sides(self._flows[number]):
            self.dropped.discard(number)
            best = self._best(number, pricing, self._may_keeping_sides, forced=True)
            if best is None:
                self.dropped.add(number)
        best = best or self._best(number, pricing, self._may, forced=False)
        best = best or self._best(number, pricing, self._may, forced=True) or before
        if best is None:
            raise ValueError(f"no line can reach both ends of flow {self._flows[number].id}")
        self._place(number, best)

    def _best(self, number: int, pricing: Pricing, may: _May, forced: bool) -> Walk | None:
        """Answer the cheapest walk allowed; `forced` ones too that go against the flow."""
        best: Walk | None = None
        least = float("inf")
        for bends in range(MOST_BENDS + 1):
            if least <= pricing.least(bends):
                break
            for walk in self._candidates(number, bends, forced):
                cost = pricing.price(walk, least)
                if cost < least and may(number, walk):
                    best, least = walk, cost
        return best

    def _candidates(self, number: int, bends: int, forced: bool) -> Iterator[Walk]:
        flow, sites = self._flows[number], self._lattice.sites
        source, target = sites[flow.source], sites[flow.target]
        yield from walks(self._lattice, source, target, bends)
        if forced or flow.kind is FlowKind.JOINT:
            yield from forced_walks(self._lattice, source, target, bends)

    def _may(self, number: int, walk: Walk) -> bool:
        flow = self._flows[number]
        return (number, walk) not in self._banned and passable(self._lattice, flow, walk)

    def _may_keeping_sides(self, number: int, walk: Walk) -> bool:
        flow = self._flows[number]
        if not keeps_sides(flow, walk) or not self._may(number, walk):
            return False
        return not (self._branch[number] and self.placed.branches[flow.source, walk.leave])

    def _lift(self, number: int) -> Walk:
        flow = self._flows[number]
        return self.placed.lift(number, (flow.source, flow.target), self._branch[number])

    def _place(self, number: int, walk: Walk) -> None:
        flow = self._flows[number]
        self.placed.place(number, walk, (flow.source, flow.target), self._branch[number])

    def _is_troubled(self, number: int) -> bool:
        walk = self._lift(number)
        crossed, shared, _ = self.placed.meets(walk)
        self._place(number, walk)
        return bool(crossed or shared)

    def _precedence(self, number: int) -> tuple[bool, int, int, str]:
        flow = self._flows[number]
        source, target = self._lattice.sites[flow.source], self._lattice.sites[flow.target]
        rows, columns = abs(source.row - target.row), abs(source.column - target.column)
        return not wishes_sides(flow), rows, columns, flow.id


def _branches(flows: Sequence[RoutingFlow]) -> list[bool]:
    """Answer for every flow whether it must leave by a side of its own."""
    labelled: dict[str, int] = defaultdict(int)
    for flow in flows:
        if flow.label is not None and flow.kind is FlowKind.FLOW:
            labelled[flow.source] += 1
    return [
        flow.label is not None
        and flow.kind is FlowKind.FLOW
        and labelled[flow.source] <= SIDES_TO_LEAVE_BY
        for flow in flows
    ]
