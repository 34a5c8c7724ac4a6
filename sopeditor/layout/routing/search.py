"""Finds a walk for every flow: those that disturb nobody first, then better ones for the rest."""

from collections import defaultdict
from collections.abc import Sequence

from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.parties import Party, party
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.layout.routing.trading.improvement import improve
from sopeditor.layout.routing.trading.second_look import look_again
from sopeditor.layout.routing.ways.choices import Choosers
from sopeditor.layout.routing.ways.costs import MOST_BRANCHES
from sopeditor.layout.routing.ways.direct import direct_finders, is_plain
from sopeditor.layout.routing.ways.occupancy import Occupancy
from sopeditor.layout.routing.ways.walks import Walk
from sopeditor.model.flow import FlowKind


class Search:
    """The walks of one page while they are being found; flows are known by number, their order.

    The first `movable` of the `parties` are the flows asked, those that keep their walk come
    after them. `dropped` holds the flows whose hinted sides no walk without defect keeps,
    `walled_in` those that symbols leave no way at all.
    """

    def __init__(
        self,
        lattice: Lattice,
        flows: Sequence[RoutingFlow],
        branches: Sequence[int],
        kept: Sequence[tuple[Party, Walk]] = (),
    ) -> None:
        self._lattice = lattice
        self.parties = [
            party(lattice, flow, branch) for flow, branch in zip(flows, branches, strict=True)
        ]
        self.movable = len(self.parties)
        self.parties += [own for own, _ in kept]
        self._choosers = Choosers(lattice, self.parties)
        self.placed = Occupancy(lattice, self.parties)
        for number, (_, walk) in enumerate(kept, start=self.movable):
            self.placed.place(number, walk)
        self.dropped: set[int] = set()
        self.walled_in: set[int] = set()

    def run(self) -> None:
        """Place a walk for every flow: first those that are in nobody's way."""
        order = self._in_order()
        late = [number for number in order if not self._is_settled(number)]
        for number in late:
            self._route(number)
        if late and len(self.parties) == self.movable:
            # Among lines that stay there is little to rearrange, and a hand is waiting.
            late.reverse()  # the last found least left
            improve(self.placed, self._choosers, late)
            look_again(self.placed, self._choosers)

    def avoid(self, number: int) -> None:
        """Find another walk for a flow that cannot be drawn where it is."""
        self._choosers[number].ban(self.placed.lift(number))
        self._route(number)

    def _is_settled(self, number: int) -> bool:
        """Place the most direct walk of a flow if it pays nothing; answer whether it did."""
        own = self.parties[number]
        if own.wishes:
            return False
        if not is_plain(self._lattice, own):
            walks = self._choosers[number].most_direct()
            return any(self.placed.place_if_quiet(number, walk) for walk in walks)
        for find in direct_finders(own):
            walk = find(self._lattice, own, True)
            if walk is not None and self.placed.place_if_quiet(number, walk):
                return True
        return False

    def _route(self, number: int) -> None:
        chooser = self._choosers[number]
        best: Walk | None = None
        if chooser.own.wishes:
            self.dropped.discard(number)
            best = chooser.best_with_sides(self.placed)
            if best is None:
                self.dropped.add(number)
        best = best or chooser.best(self.placed)
        self.walled_in.discard(number)
        if best is None:
            best = chooser.last_resort()
            self.walled_in.add(number)
        self.placed.place(number, best)

    def _in_order(self) -> list[int]:
        """Answer the flows, those with hinted sides first, then by rows and columns they pass."""
        keys = []
        many, all_rows = len(self._lattice.xs), len(self._lattice.ys)
        for own in self.parties[: self.movable]:
            source, target = own.source, own.target
            rows, columns = source.row - target.row, source.column - target.column
            rows, columns = rows if rows > 0 else -rows, columns if columns > 0 else -columns
            keys.append((rows - all_rows if own.wishes else rows) * many + columns)
        return sorted(range(self.movable), key=keys.__getitem__)


def branches(flows: Sequence[RoutingFlow]) -> list[int]:
    """Answer for every flow the number of its branch among those of its source, or 0."""
    known: dict[str, dict[str, int]] = defaultdict(dict)
    numbers = [0] * len(flows)
    plain = FlowKind.FLOW
    for index, flow in enumerate(flows):
        if flow.label is not None and flow.kind is plain:
            own = known[flow.source]
            numbers[index] = own.setdefault(flow.branch or flow.id, len(own) + 1)
    if any(len(own) > MOST_BRANCHES for own in known.values()):
        return [
            number if number and len(known[flow.source]) <= MOST_BRANCHES else 0
            for flow, number in zip(flows, numbers, strict=True)
        ]
    return numbers
