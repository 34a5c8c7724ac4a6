"""One chart: the table's steps, the symbols in its lanes and the flows between them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.excel.reader import limits
from sopeditor.excel.reader.doubts import Doubts
from sopeditor.excel.reader.edges import Edge, EdgeDoubt, LineDoubt, find_edges
from sopeditor.excel.reader.errors import unreadable
from sopeditor.excel.reader.joints import leads_first, partners
from sopeditor.excel.reader.labels import drawn_label, with_labels
from sopeditor.excel.reader.lines import attach
from sopeditor.excel.reader.links import merge_links
from sopeditor.excel.reader.nodes import Node, Role, Sorted, sort_objects
from sopeditor.excel.reader.objects import DrawnObject, Sort
from sopeditor.excel.reader.origins import Origins
from sopeditor.excel.reader.placing import Places, places_of
from sopeditor.excel.reader.roster import Roster
from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.excel.reader.steps import steps_of
from sopeditor.excel.reader.table import StepTable
from sopeditor.excel.reader.texts import unwrapped
from sopeditor.excel.reader.told import NOTHING_TOLD, Told
from sopeditor.excel.reader.told_edges import told_edges, with_told_labels, with_told_links
from sopeditor.foundation.ids import IdSource
from sopeditor.model.chart import Chart
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.symbol import Symbol, SymbolKind


class ChartSource(Struct, frozen=True):
    """What a chart is read from: its sheet, its table, and the objects around the table.

    `told` is what a person said about the sheet.
    """

    sheet: ReadSheet
    table: StepTable
    objects: tuple[DrawnObject, ...]
    subtitle: str = ""
    told: Told = NOTHING_TOLD


def read_chart(
    source: ChartSource, roster: Roster, ids: IdSource, doubts: Doubts, origins: Origins
) -> Chart:
    """Answer the chart; what it could not know for certain goes to `doubts`.

    Where its parts come from goes to `origins`.
    """
    return _ChartReader(source, ids, doubts, origins).read(roster)


class _ChartReader:
    """Reads one chart."""

    def __init__(
        self, source: ChartSource, ids: IdSource, doubts: Doubts, origins: Origins
    ) -> None:
        self._source = source
        self._told = source.told
        self._table = source.table
        self._origins = origins
        self._ids = ids
        self._doubts = doubts
        self._places: Places = places_of(source.table, source.sheet.grid)

    def read(self, roster: Roster) -> Chart:
        """Answer the chart; its id comes first, those of what it holds follow."""
        chart_id = self._ids("c")
        lanes = roster.lanes(tuple(lane.name for lane in self._table.head.lanes))
        lined = self._told.lines
        found = sort_objects(
            (drawn for drawn in self._source.objects if drawn.order not in lined),
            self._told.uses,
        )
        self._tell_strangers(found)
        nodes = tuple(node for node in found.nodes if self._belongs(node))
        edges = self._edges(found, nodes)
        partner_of = partners(edges, nodes, [self._lanes_of(node) for node in nodes])
        symbols = self._symbols(nodes, edges, partner_of, lanes)
        flows = tuple(self._flows(edges, symbols, partner_of))
        by_step = self._by_step(nodes, edges, symbols)
        steps = steps_of(self._table, by_step, self._ids)
        for step, row in zip(steps, self._table.steps, strict=True):
            self._origins.steps[step.id] = (self._source.sheet.name, row.first)
        return Chart(
            id=chart_id,
            subtitle=self._source.subtitle,
            lanes=lanes,
            steps=steps,
            flows=flows,
            footnotes=tuple(self._table.notes and "\n".join(self._table.notes).split("\n")),
        )

    def _belongs(self, node: Node) -> bool:
        """Answer whether a node is of this chart; symbols outside its lanes are not."""
        if node.role is not Role.SYMBOL or node.drawn.order in self._told.places:
            return True
        if self._shows_several(node):
            self._doubts.chart_picture(node.drawn)
            return False
        step, _ = self._places.step_of(node.box)
        lane = self._places.lane_at(node.box.centre.x)
        if step is None or lane is None or self._is_below(node):
            self._doubts.unused(node.drawn)
            return False
        return True

    def _shows_several(self, node: Node) -> bool:
        """Answer whether a picture lies over the middles of several steps: it is no symbol."""
        if node.drawn.sort is not Sort.PICTURE or node.certain:
            return False
        middles = [(top + bottom) / 2 for top, bottom in self._places.bands]
        return sum(node.box.top < middle < node.box.bottom for middle in middles) > 1

    def _is_below(self, node: Node) -> bool:
        bottom = self._places.bands[-1][1]
        return node.box.top >= bottom

    def _lanes_of(self, node: Node) -> tuple[int, ...]:
        """Answer the lanes of a node, as told or as it stands."""
        told = self._told.places.get(node.drawn.order)
        count = len(self._table.head.lanes)
        lanes = tuple(lane for lane in told.lanes if lane < count) if told else ()
        return lanes or self._places.lanes_of(node.box) or (0,)

    def _step_of(self, node: Node) -> tuple[int | None, bool]:
        """Answer the step of a node, and whether that is sure."""
        told = self._told.places.get(node.drawn.order)
        step = self._table.step_at(told.row) if told else None
        return self._places.step_of(node.box) if step is None else (step, True)

    def _tell_strangers(self, found: Sorted) -> None:
        for drawn in found.strange:
            self._doubts.strange(drawn)
        for node in found.nodes:
            is_symbol = not node.certain and node.role is Role.SYMBOL
            if is_symbol and not self._shows_several(node):
                self._doubts.unknown_preset(node)
        for drawn in (*found.lines, *(node.drawn for node in found.nodes)):
            if drawn.approximate:
                self._doubts.approximate(drawn)

    def _edges(self, found: Sorted, nodes: Sequence[Node]) -> list[Edge]:
        """Answer the edges between symbols, labelled, page links merged away."""
        drawn = find_edges(attach(found.lines, nodes), nodes)
        self._doubts.lines(drawn)
        directed = [self._directed(edge, nodes) for edge in drawn.edges]
        directed += told_edges(self._told, self._source.objects, nodes)
        labels = [*map(drawn_label, found.labels)]
        labels += [drawn_label(line) for line in found.lines if line.looks.text]
        labelled, left = with_labels(*with_told_labels(directed, labels, self._told), nodes)
        self._doubts.labels(left)
        lanes = [self._places.lane_at(node.box.centre.x) for node in nodes]
        merged = merge_links(with_told_links(labelled, nodes, self._told), nodes, lanes)
        for index in merged.lonely:
            self._doubts.lonely_link(nodes[index].drawn)
        self._tell_unlabelled(merged.edges, nodes)
        return merged.edges

    def _tell_unlabelled(self, edges: Sequence[Edge], nodes: Sequence[Node]) -> None:
        """Tell of ways out of a decision that say nothing, where there are several."""
        ways = Counter(edge.source for edge in edges if edge.arrow)
        for edge in edges:
            decides = nodes[edge.source].kind is SymbolKind.DECISION
            if edge.arrow and decides and ways[edge.source] > 1 and not edge.label:
                self._doubts.unlabelled(edge)

    def _directed(self, edge: Edge, nodes: Sequence[Node]) -> Edge:
        """Answer an edge; a plain line between rows becomes a flow downwards."""
        if edge.arrow:
            return edge
        one, other = nodes[edge.source], nodes[edge.target]
        both = (one, other)
        symbols = all(node.role is Role.SYMBOL for node in both)
        rows = [self._step_of(node)[0] for node in both]
        if symbols and rows[0] == rows[1]:
            return edge
        self._doubts.line(LineDoubt(EdgeDoubt.NO_ARROW, edge.drawn, edge.pieces))
        upwards = one.box.centre.y > other.box.centre.y
        ends = (edge.target, edge.source) if upwards else (edge.source, edge.target)
        course = tuple(line[::-1] for line in edge.course) if upwards else edge.course
        return replace(edge, source=ends[0], target=ends[1], arrow=True, course=course)

    def _symbols(
        self,
        nodes: Sequence[Node],
        edges: Sequence[Edge],
        partner_of: dict[int, int],
        lanes: tuple[str, ...],
    ) -> dict[int, Symbol]:
        actors: dict[int, list[int]] = {}
        for index, node in enumerate(nodes):
            if node.role is Role.SYMBOL and index not in partner_of:
                actors[index] = list(self._lanes_of(node))
                if len(actors[index]) > 1 and node.drawn.order not in self._told.places:
                    self._doubts.between_lanes(node.drawn)
                if not self._step_of(node)[1]:
                    self._doubts.between_rows(node.drawn)
        for partner in sorted(partner_of, key=lambda index: nodes[index].box.left):
            own = actors[partner_of[partner]]
            own += [lane for lane in self._lanes_of(nodes[partner]) if lane not in own]
        symbols = {
            index: Symbol(
                id=self._ids("y"),
                kind=nodes[index].kind,
                actors=tuple(lanes[lane] for lane in own),
                caption=unwrapped(nodes[index].drawn.looks.text),
            )
            for index, own in actors.items()
        }
        for index, symbol in symbols.items():
            self._origins.symbols[symbol.id] = (self._source.sheet.name, nodes[index].drawn.order)
        return symbols

    def _flows(
        self, edges: Iterable[Edge], symbols: dict[int, Symbol], partner_of: dict[int, int]
    ) -> Iterable[Flow]:
        seen: set[tuple[int, int, str, bool]] = set()
        for edge in edges:
            ends = (edge.source, edge.target)
            if any(end in partner_of for end in ends) and not edge.arrow:
                continue
            source, target = (partner_of.get(end, end) for end in ends)
            key = (source, target, edge.label, edge.arrow)
            if source == target:
                self._doubts.line(LineDoubt(EdgeDoubt.ITSELF, edge.drawn, edge.pieces))
                continue
            if key in seen:
                continue
            seen.add(key)
            if len(seen) > limits.FLOWS:
                raise unreadable("too_many_flows", limit=limits.FLOWS)
            name = self._ids("f")
            self._origins.flows[name] = (self._source.sheet.name, edge.pieces)
            yield Flow(
                id=name,
                source=symbols[source].id,
                target=symbols[target].id,
                label=edge.label,
                kind=FlowKind.FLOW if edge.arrow else FlowKind.JOINT,
            )

    def _by_step(
        self, nodes: Sequence[Node], edges: Sequence[Edge], symbols: dict[int, Symbol]
    ) -> dict[int, tuple[Symbol, ...]]:
        """Answer the symbols of each step, the lead of those done together first."""
        steps: dict[int, list[int]] = defaultdict(list)
        for index in symbols:
            step, _ = self._step_of(nodes[index])
            steps[step or 0].append(index)
        return {
            step: tuple(symbols[index] for index in leads_first(order, edges))
            for step, order in steps.items()
        }
