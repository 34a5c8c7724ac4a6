"""What the rules look at: the document, its profile, the word lists, and each chart's graph."""

from collections.abc import Iterator

from msgspec import Struct

from sopeditor.checks.finding import Place
from sopeditor.checks.text import is_blank
from sopeditor.checks.wording import Wording
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.joints import joint_groups
from sopeditor.model.profile import Profile
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind


class Node(Struct, frozen=True):
    """A symbol in the flow; symbols done together are one node, named by the first."""

    symbol: Symbol
    row: int
    into: tuple[Flow, ...]
    out: tuple[Flow, ...]

    @property
    def kind(self) -> SymbolKind:
        """What the symbol says."""
        return self.symbol.kind


class Row(Struct, frozen=True):
    """A step, its place, what stands in its column No, and the cells that run on into it."""

    step: Step
    index: int
    label: str
    covered: frozenset[Column]

    def says_nothing(self, column: Column) -> bool:
        """Answer whether a cell is blank and no cell from above runs on into it."""
        return column not in self.covered and is_blank(self.step.text(column))


class ChartGraph:
    """A chart as a graph of nodes; joint lines tie symbols into one node."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.rows = _rows(chart)
        self._node_of = _node_names(chart)
        self.nodes = self._nodes()

    def place(self, node: Node) -> Place:
        """Answer where a node stands."""
        step = self.chart.steps[node.row].id
        return Place(chart=self.chart.id, step=step, symbol=node.symbol.id)

    def cell(self, row: Row, column: Column) -> Place:
        """Answer where a cell stands."""
        return Place(chart=self.chart.id, step=row.step.id, column=column)

    def label(self, node: Node) -> str:
        """Answer the number of the step of a node."""
        return self.rows[node.row].label

    def source(self, flow: Flow) -> Node:
        """Answer the node from which a flow comes."""
        return self.nodes[self._node_of[flow.source]]

    def target(self, flow: Flow) -> Node:
        """Answer the node to which a flow goes."""
        return self.nodes[self._node_of[flow.target]]

    def is_start(self, node: Node) -> bool:
        """Answer whether a node is a kapsul to which nothing leads but ways back."""
        if node.kind is not SymbolKind.TERMINATOR:
            return False
        from_above = any(self.source(flow).row <= node.row for flow in node.into)
        return not from_above and (bool(node.out) or node.row == 0)

    def starts(self) -> tuple[Node, ...]:
        """Answer the kapsul with which the flow begins."""
        return tuple(node for node in self.nodes.values() if self.is_start(node))

    def reached_from(self, nodes: tuple[Node, ...]) -> frozenset[str]:
        """Answer the names of the nodes to which flows lead from any of `nodes`, with those."""
        pending = list(nodes)
        reached = {node.symbol.id for node in nodes}
        while pending:
            for flow in pending.pop().out:
                target = self.target(flow)
                if target.symbol.id not in reached:
                    reached.add(target.symbol.id)
                    pending.append(target)
        return frozenset(reached)

    def _nodes(self) -> dict[str, Node]:
        flows = [flow for flow in self.chart.flows if flow.kind is FlowKind.FLOW]
        return {
            symbol.id: Node(
                symbol,
                row,
                into=tuple(f for f in flows if self._node_of[f.target] == symbol.id),
                out=tuple(f for f in flows if self._node_of[f.source] == symbol.id),
            )
            for row, symbol in self.chart.symbols()
            if self._node_of[symbol.id] == symbol.id
        }


class Subject:
    """All that a rule may ask."""

    def __init__(self, document: Document, profile: Profile, words: Wording) -> None:
        self.document = document
        self.profile = profile
        self.words = words
        self.graphs = tuple(ChartGraph(chart) for chart in document.charts)

    def rows(self) -> Iterator[tuple[ChartGraph, Row]]:
        """Answer every row of every chart."""
        for graph in self.graphs:
            for row in graph.rows:
                yield graph, row

    def nodes(self) -> Iterator[tuple[ChartGraph, Node]]:
        """Answer every node of every chart."""
        for graph in self.graphs:
            for node in graph.nodes.values():
                yield graph, node


def _rows(chart: Chart) -> tuple[Row, ...]:
    rows = []
    covered: frozenset[Column] = frozenset()
    labelled = zip(chart.steps, chart.row_labels(), strict=True)
    for index, (step, label) in enumerate(labelled):
        rows.append(Row(step, index, label, covered))
        covered = step.shared
    return tuple(rows)


def _node_names(chart: Chart) -> dict[str, str]:
    """Answer for every symbol the id of the first of those with which it is done together."""
    order = [symbol.id for _, symbol in chart.symbols()]
    names = {symbol: symbol for symbol in order}
    for group in joint_groups(chart.flows):
        first = min(group, key=order.index)
        names.update(dict.fromkeys(group, first))
    return names
