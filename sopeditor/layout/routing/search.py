"""Finds a walk for every flow: short flows first, then what crosses or shares once more."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sopeditor.layout.routing.costs import SIDES_TO_LEAVE_BY, Pricing
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.occupancy import Occupancy
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.layout.routing.rooms import passable
from sopeditor.layout.routing.templates import Walk, forced_walks, walks
from sopeditor.model.flow import FlowKind

MOST_BENDS = 4
#: How often the flows that cross or share a line are routed again at most.
_PASSES = 4


class Search:
    """The walks of one page while they are being found; flows are known by number."""

    def __init__(self, lattice: Lattice, flows: Sequence[RoutingFlow]) -> None:
        self._lattice = lattice
        self._flows = flows
        self.placed = Occupancy(lattice)
        self._branch = _branches(flows)

    def run(self) -> dict[int, Walk]:
        """Answer the walk of every flow that has one."""
        order = sorted(range(len(self._flows)), key=self._span)
        for number in order:
            self._route(number)
        for _ in range(_PASSES):
            troubled = [number for number in order if self._is_troubled(number)]
            if not sum(self._reroute(number) for number in troubled):
                break
        return self.placed.walks

    def _reroute(self, number: int) -> bool:
        """Find the walk of a flow anew among the others; answer whether it changed."""
        before = self._lift(number)
        self._route(number)
        return self.placed.walks[number] != before

    def _route(self, number: int) -> None:
        flow = self._flows[number]
        pricing = Pricing(self._lattice, self.placed, flow)
        best: Walk | None = None
        least = float("inf")
        for bends in range(MOST_BENDS + 1):
            if least <= pricing.least(bends):
                break
            for walk in self._candidates(flow, bends):
                cost = pricing.price(walk, least)
                if cost < least and passable(self._lattice, flow, walk):
                    best, least = walk, cost
        if best is None:
            best = self._forced(flow, pricing)
        if best is not None:
            self._place(number, best)

    def _candidates(self, flow: RoutingFlow, bends: int) -> Iterator[Walk]:
        sites = self._lattice.sites
        source, target = sites[flow.source], sites[flow.target]
        return walks(self._lattice, source, target, bends)

    def _forced(self, flow: RoutingFlow, pricing: Pricing) -> Walk | None:
        """Answer the best walk against the flow, for symbols that nothing else reaches."""
        sites = self._lattice.sites
        source, target = sites[flow.source], sites[flow.target]
        found = [
            walk
            for bends in range(MOST_BENDS + 1)
            for walk in forced_walks(self._lattice, source, target, bends)
            if passable(self._lattice, flow, walk)
        ]
        return min(found, key=pricing.price, default=None)

    def _lift(self, number: int) -> Walk:
        flow = self._flows[number]
        return self.placed.lift(number, (flow.source, flow.target), self._branch[number])

    def _is_troubled(self, number: int) -> bool:
        if number not in self.placed.walks:
            return False
        walk = self._lift(number)
        crossed, shared = self.placed.meets(walk)
        self._place(number, walk)
        return bool(crossed or shared)

    def _place(self, number: int, walk: Walk) -> None:
        flow = self._flows[number]
        self.placed.place(number, walk, (flow.source, flow.target), self._branch[number])

    def _span(self, number: int) -> tuple[int, int, str]:
        flow = self._flows[number]
        source, target = self._lattice.sites[flow.source], self._lattice.sites[flow.target]
        return abs(source.row - target.row), abs(source.column - target.column), flow.id


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
