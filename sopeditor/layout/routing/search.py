"""Finds a walk for every flow: short flows first, then better ones for those that pay for it."""

from collections import defaultdict
from collections.abc import Sequence

from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.layout.routing.trading.improvement import improve
from sopeditor.layout.routing.trading.second_look import look_again
from sopeditor.layout.routing.ways.choices import Choices
from sopeditor.layout.routing.ways.costs import MOST_BRANCHES
from sopeditor.layout.routing.ways.occupancy import Occupancy
from sopeditor.layout.routing.ways.walks import Walk
from sopeditor.model.flow import FlowKind


class Search:
    """The walks of one page while they are being found; flows are known by number, their order.

    Flows with `choices` come first, those that keep their walk after them; `parties` are
    all. `dropped` holds the flows whose hinted sides no walk without defect keeps,
    `walled_in` those that symbols leave no way at all.
    """

    def __init__(
        self,
        lattice: Lattice,
        flows: Sequence[RoutingFlow],
        branches: Sequence[int],
        kept: Sequence[tuple[Party, Walk]] = (),
    ) -> None:
        self.choices = [
            Choices(lattice, flow, branch) for flow, branch in zip(flows, branches, strict=True)
        ]
        self.parties: list[Party] = [*self.choices, *(party for party, _ in kept)]
        self.placed = Occupancy(
            lattice,
            [party.ports for party in self.parties],
            [party.branch for party in self.parties],
        )
        for number, (_, walk) in enumerate(kept, start=len(flows)):
            self.placed.place(number, walk)
        self.dropped: set[int] = set()
        self.walled_in: set[int] = set()

    def run(self) -> None:
        """Place a walk for every flow: first those that are in nobody's way."""
        order = sorted(range(len(self.choices)), key=self._precedence)
        late = [number for number in order if not self._is_settled(number)]
        for number in late:
            self._route(number)
        if len(self.parties) == len(self.choices):
            # Among lines that stay there is little to rearrange, and a hand is waiting.
            late.reverse()  # the last found least left
            improve(self.placed, self.choices, late)
            look_again(self.placed, self.choices)

    def avoid(self, number: int) -> None:
        """Find another walk for a flow that cannot be drawn where it is."""
        self.choices[number].ban(self.placed.lift(number))
        self._route(number)

    def _is_settled(self, number: int) -> bool:
        """Place the most direct walk of a flow if it pays nothing; answer whether it did."""
        choices = self.choices[number]
        walk = None if choices.wishes else choices.undisturbed(self.placed)
        if walk is None:
            return False
        self.placed.place(number, walk)
        return True

    def _route(self, number: int) -> None:
        choices = self.choices[number]
        best: Walk | None = None
        if choices.wishes:
            self.dropped.discard(number)
            best = choices.best_with_sides(self.placed)
            if best is None:
                self.dropped.add(number)
        best = best or choices.best(self.placed)
        self.walled_in.discard(number)
        if best is None:
            best = choices.last_resort()
            self.walled_in.add(number)
        self.placed.place(number, best)

    def _precedence(self, number: int) -> tuple[bool, int, int]:
        choices = self.choices[number]
        source, target = choices.source, choices.target
        rows, columns = abs(source.row - target.row), abs(source.column - target.column)
        return not choices.wishes, rows, columns


def branches(flows: Sequence[RoutingFlow]) -> list[int]:
    """Answer for every flow the number of its branch among those of its source, or 0."""
    known: dict[str, dict[str, int]] = defaultdict(dict)
    numbers = []
    for flow in flows:
        number = 0
        if flow.label is not None and flow.kind is FlowKind.FLOW:
            own = known[flow.source]
            number = own.setdefault(flow.branch or flow.id, len(own) + 1)
        numbers.append(number)
    return [
        number if len(known[flow.source]) <= MOST_BRANCHES else 0
        for flow, number in zip(flows, numbers, strict=True)
    ]
