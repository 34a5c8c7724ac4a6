"""Finds a walk for every flow: short flows first, then what crosses or shares once more."""

from collections import defaultdict
from collections.abc import Sequence

from sopeditor.layout.routing.choices import Choices
from sopeditor.layout.routing.costs import SIDES_TO_LEAVE_BY
from sopeditor.layout.routing.hints import wishes_sides
from sopeditor.layout.routing.improvement import improve
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.occupancy import Occupancy
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.layout.routing.templates import Walk
from sopeditor.model.flow import FlowKind

#: How often the flows that cross or share a line are routed again at most.
_PASSES = 3


class Search:
    """The walks of one page while they are being found; flows are known by number.

    `dropped` holds the flows whose hinted sides no walk without defect keeps.
    """

    def __init__(self, lattice: Lattice, flows: Sequence[RoutingFlow]) -> None:
        self._lattice = lattice
        self._flows = flows
        self._choices = [
            Choices(lattice, flow, branch)
            for flow, branch in zip(flows, _branches(flows), strict=True)
        ]
        self.placed = Occupancy(lattice)
        self.dropped: set[int] = set()

    def run(self) -> None:
        """Place a walk for every flow."""
        order = sorted(range(len(self._flows)), key=self._precedence)
        for number in order:
            self._route(number)
        for _ in range(_PASSES):
            troubled = [number for number in order if self._is_troubled(number)]
            if not sum(self._reroute(number) for number in troubled):
                break

        improve(self.placed, self._choices, order)

    def avoid(self, number: int) -> None:
        """Find another walk for a flow that cannot be drawn where it is."""
        self._choices[number].ban(self.placed.walks[number])
        self._reroute(number)

    def _reroute(self, number: int) -> bool:
        """Find the walk of a flow anew among the others; answer whether it changed."""
        before = self._lift(number)
        self._route(number, before)
        return self.placed.walks[number] != before

    def _route(self, number: int, before: Walk | None = None) -> None:
        choices = self._choices[number]
        best: Walk | None = None
        if wishes_sides(choices.flow):
            self.dropped.discard(number)
            best = choices.best(self.placed, keep_sides=True)
            if best is None:
                self.dropped.add(number)
        best = best or choices.best(self.placed) or before
        if best is None:
            raise ValueError(f"no line can reach both ends of flow {choices.flow.id}")
        self._place(number, best)

    def _lift(self, number: int) -> Walk:
        choices = self._choices[number]
        return self.placed.lift(number, choices.ends, choices.branch)

    def _place(self, number: int, walk: Walk) -> None:
        choices = self._choices[number]
        self.placed.place(number, walk, choices.ends, choices.branch)

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
