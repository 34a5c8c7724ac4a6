"""Page links (segilima): where flows leave a page and come in (PermenPAN-RB 35/2012, II.B.b).

A forward flow leaves in a row of links at the bottom of its page and comes in at the top
of the other; a backward flow leaves at the top and comes in at the bottom. Both ends
stand in the lane where the flow goes on: that of its target.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sopeditor.layout.rows import Row
from sopeditor.layout.style import LayoutStyle, grid_up
from sopeditor.layout.symbols import Lanes
from sopeditor.model.chart import Chart
from sopeditor.model.flow import Flow


@dataclass(frozen=True, slots=True)
class FlowEnds:
    """A flow that is drawn, and the rows of its ends."""

    flow: Flow
    source_row: int
    target_row: int
    lane: int


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """One end of a flow that goes on elsewhere; `dx`, `dy` as those of a symbol."""

    flow: Flow
    outgoing: bool
    lane: int
    dx: float = 0.0
    dy: float = 0.0

    @property
    def id(self) -> str:
        """The id of its pentagon."""
        return f"{self.flow.id}/link-{'out' if self.outgoing else 'in'}"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A row of page links; none when `ends` is empty."""

    ends: tuple[LinkEnd, ...]
    height: float


def drawable_flows(chart: Chart, rows: Sequence[Row]) -> tuple[FlowEnds, ...]:
    """Answer the flows whose symbols both stand in a lane and differ, in document order."""
    places = {
        box.id: (index, box.first_lane)
        for index, row in enumerate(rows)
        for box in row.symbols.boxes
        if not box.partner
    }
    return tuple(
        FlowEnds(flow, places[flow.source][0], *places[flow.target])
        for flow in chart.flows
        if flow.source != flow.target and flow.source in places and flow.target in places
    )


def flows_between_steps(chart: Chart, lanes: Lanes) -> tuple[FlowEnds, ...]:
    """Answer the same flows with the indices of their steps, before there are rows."""
    places = {
        symbol.id: (index, lanes.index[symbol.actors[0]])
        for index, symbol in chart.symbols()
        if symbol.actors and symbol.actors[0] in lanes.index
    }
    return tuple(
        FlowEnds(flow, places[flow.source][0], *places[flow.target])
        for flow in chart.flows
        if flow.source != flow.target and flow.source in places and flow.target in places
    )


class LinkPlanner:
    """Answers the rows of links for any first and last row of a page."""

    def __init__(self, flows: Iterable[FlowEnds], lanes: Lanes, style: LayoutStyle) -> None:
        self._lanes = lanes
        self._style = style
        self._by_row: dict[int, list[FlowEnds]] = defaultdict(list)
        self._order: dict[str, int] = {}
        for place, ends in enumerate(flows):
            self._order[ends.flow.id] = place
            self._by_row[ends.source_row].append(ends)
            if ends.target_row != ends.source_row:
                self._by_row[ends.target_row].append(ends)

    def rows(self, first: int, last: int) -> tuple[LinkRow, LinkRow]:
        """Answer the links row at the top and that at the bottom of a page."""
        top: list[LinkEnd] = []
        bottom: list[LinkEnd] = []
        for row in range(first, last + 1):
            for ends in self._by_row.get(row, ()):
                starts_here = first <= ends.source_row <= last
                if starts_here and first <= ends.target_row <= last:
                    continue
                other = ends.target_row if starts_here else ends.source_row
                (top if other < first else bottom).append(
                    LinkEnd(ends.flow, starts_here, ends.lane)
                )
        return self._row(top), self._row(bottom)

    def touching(self, first: int, last: int) -> list[FlowEnds]:
        """Answer the flows with an end on rows `first` to `last`, in document order."""
        found = {
            ends.flow.id: ends
            for row in range(first, last + 1)
            for ends in self._by_row.get(row, ())
        }
        return sorted(found.values(), key=lambda ends: self._order[ends.flow.id])

    def _row(self, ends: Iterable[LinkEnd]) -> LinkRow:
        placed: list[LinkEnd] = []
        by_lane: Mapping[int, list[LinkEnd]] = _by_lane(ends)
        tallest = 0
        for lane in sorted(by_lane):
            across = self._across(self._lanes.widths[lane])
            mates = by_lane[lane]
            levels = -(-len(mates) // across)
            tallest = max(tallest, levels)
            for index, end in enumerate(mates):
                here = min(across, len(mates) - index // across * across)
                placed.append(self._stood(end, (index % across, here), (index // across, levels)))
        size, style = self._lanes.sizes.link, self._style
        height = tallest * size.height + (tallest - 1) * style.link_gap + 2 * style.row_gap
        return LinkRow(tuple(placed), grid_up(height) if placed else 0.0)

    def _across(self, lane: float) -> int:
        """Answer how many pentagons stand side by side in a lane."""
        gap = self._style.link_side_gap
        return max(1, int((lane - gap) // (self._lanes.sizes.link.width + gap)))

    def _stood(self, end: LinkEnd, column: tuple[int, int], level: tuple[int, int]) -> LinkEnd:
        """Answer `end` in its place: which of how many across, which of how many down."""
        size = self._lanes.sizes.link
        return LinkEnd(
            end.flow,
            end.outgoing,
            end.lane,
            (column[0] - (column[1] - 1) / 2) * (size.width + self._style.link_side_gap),
            (level[0] - (level[1] - 1) / 2) * (size.height + self._style.link_gap),
        )


def _by_lane(ends: Iterable[LinkEnd]) -> dict[int, list[LinkEnd]]:
    lanes: dict[int, list[LinkEnd]] = defaultdict(list)
    for end in ends:
        lanes[end.lane].append(end)
    return lanes
