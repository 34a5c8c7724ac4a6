"""Page links (segilima): where flows leave a page and come in (PermenPAN-RB 35/2012, II.B.b).

A forward flow leaves in a row of links at the bottom of its page and comes in at the top
of the other; a backward flow leaves at the top and comes in at the bottom. Both ends
stand in the lane where the flow goes on: that of its target.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from sopeditor.foundation.geometry import Size
from sopeditor.layout.paging.link_places import Approach, Place, places
from sopeditor.layout.style import LayoutStyle, grid_up
from sopeditor.layout.table.symbols import Lanes, SymbolGroup
from sopeditor.model.chart import Chart
from sopeditor.model.flow import Flow


class FlowEnds(Struct, frozen=True, kw_only=True):
    """A flow that is drawn, and where its ends are.

    `source_at` and `target_at` are the lanes of the ends; half-way numbers stand for the
    border of two. `lane` is the first lane of the target.
    """

    flow: Flow
    source_row: int
    target_row: int
    source_at: float
    target_at: float
    lane: int


class LinkEnd(Struct, frozen=True):
    """One end of a flow that goes on elsewhere; `dx`, `dy` as those of a symbol."""

    flow: Flow
    outgoing: bool
    lane: int
    size: Size
    dx: float = 0.0
    dy: float = 0.0

    @property
    def id(self) -> str:
        """The id of its pentagon."""
        return link_id(self.flow, self.outgoing)


class LinkRow(Struct, frozen=True):
    """A row of page links; none when `ends` is empty."""

    ends: tuple[LinkEnd, ...]
    height: float


class LinkHeights(Struct, frozen=True):
    """The heights of both links rows of a page, 0 for none, and how many links it has."""

    top: float
    bottom: float
    links: int


class _Mate(Struct, frozen=True):
    """A link of one page before it has a place: the row and the lane of its symbol there."""

    ends: FlowEnds
    outgoing: bool

    @property
    def row(self) -> int:
        return self.ends.source_row if self.outgoing else self.ends.target_row

    @property
    def at(self) -> float:
        return self.ends.source_at if self.outgoing else self.ends.target_at


_Mates = dict[str, _Mate]


def link_id(flow: Flow, outgoing: bool) -> str:
    """Answer the id of the pentagon where a flow leaves a page or comes in."""
    return f"{flow.id}/link-{'out' if outgoing else 'in'}"


def drawable_flows(chart: Chart, groups: Sequence[SymbolGroup]) -> tuple[FlowEnds, ...]:
    """Answer the flows whose symbols both stand in a lane and differ, in document order.

    `groups` holds the symbols of each row.
    """
    stands = {
        box.id: (index, (box.first_lane + box.last_lane) / 2, box.first_lane)
        for index, group in enumerate(groups)
        for box in group.boxes
        if not box.partner
    }
    return tuple(
        FlowEnds(
            flow=flow,
            source_row=stands[flow.source][0],
            target_row=stands[flow.target][0],
            source_at=stands[flow.source][1],
            target_at=stands[flow.target][1],
            lane=stands[flow.target][2],
        )
        for flow in chart.flows
        if flow.source != flow.target and flow.source in stands and flow.target in stands
    )


class _Replay:
    """The links of longer and longer pages, remembered for the next plan of the chart."""

    def __init__(self, source: Iterator[LinkHeights]) -> None:
        self._source = source
        self._seen: list[LinkHeights] = []

    def __iter__(self) -> Iterator[LinkHeights]:
        place = 0
        while True:
            if place == len(self._seen):
                following = next(self._source, None)
                if following is None:
                    return
                self._seen.append(following)
            yield self._seen[place]
            place += 1


class LinkPlanner:
    """Answers the rows of links for any first and last row of a page."""

    def __init__(
        self,
        flows: Iterable[FlowEnds],
        groups: Sequence[SymbolGroup],
        lanes: Lanes,
        style: LayoutStyle,
    ) -> None:
        self._lanes = lanes
        self._style = style
        self._groups = groups
        self._by_row: dict[int, list[FlowEnds]] = defaultdict(list)
        self._order: dict[str, int] = {}
        for place, ends in enumerate(flows):
            self._order[ends.flow.id] = place
            self._by_row[ends.source_row].append(ends)
            if ends.target_row != ends.source_row:
                self._by_row[ends.target_row].append(ends)
        self._plain = self._high(1, style.row_gap)
        self._grown: dict[int, _Replay] = {}
        self._known: dict[tuple[int, tuple[Approach, ...]], list[Place]] = {}

    def rows(self, first: int, last: int) -> tuple[LinkRow, LinkRow]:
        """Answer the links row at the top and that at the bottom of a page."""
        top: _Mates = {}
        bottom: _Mates = {}
        for row, *mates in self._sweep(first):
            top, bottom = mates
            if row == last:
                break
        span = range(first, last + 1)
        return self._row(top, span), self._row(bottom, span[::-1])

    def growing(self, first: int) -> Iterator[LinkHeights]:
        """Answer the links of the pages that begin with row `first`, each a row longer."""
        if first not in self._grown:
            self._grown[first] = _Replay(self._growth(first))
        return iter(self._grown[first])

    def _growth(self, first: int) -> Iterator[LinkHeights]:
        for row, top, bottom in self._sweep(first):
            yield LinkHeights(
                self._height(top, range(first, row + 1)),
                self._height(bottom, range(row, first - 1, -1)),
                len(top) + len(bottom),
            )

    def touching(self, first: int, last: int) -> list[FlowEnds]:
        """Answer the flows with an end on rows `first` to `last`, in document order."""
        found = {
            ends.flow.id: ends
            for row in range(first, last + 1)
            for ends in self._by_row.get(row, ())
        }
        return sorted(found.values(), key=lambda ends: self._order[ends.flow.id])

    def at_row(self, row: int) -> Sequence[FlowEnds]:
        """Answer the flows with an end on a row, in document order."""
        return self._by_row.get(row, ())

    def _sweep(self, first: int) -> Iterator[tuple[int, _Mates, _Mates]]:
        """Answer the links above and below as rows join the page, one after the other."""
        top: _Mates = {}
        bottom: _Mates = {}
        for row in range(first, len(self._groups)):
            for ends in self._by_row.get(row, ()):
                outgoing = ends.source_row == row
                other = ends.target_row if outgoing else ends.source_row
                if other < first:
                    top[ends.flow.id] = _Mate(ends, outgoing)
                elif other > row:
                    bottom[ends.flow.id] = _Mate(ends, outgoing)
                else:
                    bottom.pop(ends.flow.id, None)
            yield row, top, bottom

    def _row(self, mates: _Mates, span: range) -> LinkRow:
        """Answer the row of links; `span` runs through the page's rows away from it."""
        height = self._height(mates, span)
        below = span.step < 0
        placed: list[LinkEnd] = []
        for lane, members in sorted(_by_lane(mates).items()):
            placed.extend(self._stood(lane, members, span, below))
        return LinkRow(tuple(placed), height)

    def _stood(
        self, lane: int, members: Sequence[_Mate], span: range, below: bool
    ) -> list[LinkEnd]:
        """Answer the links of a lane in their places, from the upper left on."""
        found = self._places(lane, members, span)
        levels = max(place.level for place in found) + 1
        pitch = self._lanes.sizes.link.height + self._style.link_gap
        ends = []
        for mate, place in zip(members, found, strict=True):
            level = place.level if below else levels - 1 - place.level
            dy = (level - (levels - 1) / 2) * pitch
            ends.append(
                LinkEnd(mate.ends.flow, mate.outgoing, lane, place.size, place.dx, dy),
            )
        return sorted(ends, key=lambda end: (end.dy, end.dx))

    def _places(self, lane: int, members: Sequence[_Mate], span: range) -> list[Place]:
        nearest = self._nearest(lane, span) if len(members) > 1 else None
        approaches = tuple(_approach(mate, lane, nearest) for mate in members)
        known = self._known.get((lane, approaches))
        if known is None:
            known = places(
                approaches, self._lanes.widths[lane], self._lanes.sizes.link, self._style
            )
            self._known[lane, approaches] = known
        return known

    def _nearest(self, lane: int, span: range) -> int | None:
        """Answer the row whose symbol in a lane is the first that a line from there meets."""
        for row in span:
            if any(box.first_lane <= lane <= box.last_lane for box in self._groups[row].boxes):
                return row
        return None

    def _height(self, mates: _Mates, span: range) -> float:
        if len(mates) < 2:
            return self._plain if mates else 0.0
        levels, shares = 1, False
        for lane, members in _by_lane(mates).items():
            if len(members) > 1:
                found = self._places(lane, members, span)
                levels, shares = max(levels, *(place.level + 1 for place in found)), True
        return self._high(levels, self._style.shared_link_gap) if shares else self._plain

    def _high(self, levels: int, gap: float) -> float:
        """Answer the height of a row of links on so many levels, `gap` free at either side."""
        size, style = self._lanes.sizes.link, self._style
        return grid_up(levels * size.height + (levels - 1) * style.link_gap + 2 * gap)


def _approach(mate: _Mate, lane: int, nearest: int | None) -> Approach:
    if mate.at == lane:
        return Approach.STRAIGHT if mate.row == nearest else Approach.LEFT
    return Approach.LEFT if mate.at < lane else Approach.RIGHT


def _by_lane(mates: _Mates) -> Mapping[int, list[_Mate]]:
    lanes: dict[int, list[_Mate]] = defaultdict(list)
    for mate in mates.values():
        lanes[mate.ends.lane].append(mate)
    return lanes
