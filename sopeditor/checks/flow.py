"""Rules on symbols and the flow between them (SB)."""

from collections import Counter
from collections.abc import Iterator

from sopeditor.checks.finding import Basis, Finding, Place, Rule, Severity, found
from sopeditor.checks.loops import loops_without_exit
from sopeditor.checks.subject import ChartGraph, Node, Subject
from sopeditor.model.symbol import SymbolKind

_ONE_START = Rule("SB01", Severity.ERROR, Basis.SYMBOLS)
_ENDS = Rule("SB02", Severity.ERROR, Basis.SYMBOLS)
_REACHED = Rule("SB03", Severity.ERROR, Basis.LOGIC)
_EXITS = Rule("SB04", Severity.ERROR, Basis.SYMBOLS)
_LABELS = Rule("SB05", Severity.WARNING, Basis.PRACTICE)
_KAPSUL = Rule("SB06", Severity.ERROR, Basis.SYMBOLS)
_PARALLEL = Rule("SB07", Severity.WARNING, Basis.SYMBOLS)
_LOOPS = Rule("SB10", Severity.ERROR, Basis.LOGIC)
_PERMITTED = Rule("SB11", Severity.ERROR, Basis.SYMBOLS)
_EMPTY = Rule("CT05", Severity.ERROR, Basis.SYMBOLS)


def one_start(subject: Subject) -> Iterator[Finding]:
    """SB01, CT05: the chart holds symbols, and its flow begins at exactly one kapsul."""
    for graph in subject.graphs:
        starts = graph.starts()
        place = Place(chart=graph.chart.id)
        if not graph.nodes:
            yield found(_EMPTY, place)
        elif not starts:
            yield found(_ONE_START, graph.place(next(iter(graph.nodes.values()))), "none")
        elif len(starts) > 1:
            steps = ", ".join(dict.fromkeys(graph.label(node) for node in starts))
            yield found(_ONE_START, graph.place(starts[1]), count=len(starts), steps=steps)


def flow_ends_at_kapsul(subject: Subject) -> Iterator[Finding]:
    """SB02: only a kapsul may have no way on, and not the one with which the flow begins."""
    for graph, node in subject.nodes():
        if node.out:
            continue
        if node.kind is not SymbolKind.TERMINATOR:
            yield found(_ENDS, graph.place(node), step=graph.label(node))
        elif graph.is_start(node) and len(graph.nodes) > 1:
            yield found(_ENDS, graph.place(node), "start", step=graph.label(node))


def every_symbol_reached(subject: Subject) -> Iterator[Finding]:
    """SB03: the flow comes to every symbol; without a start, from the first row's symbols."""
    for graph in subject.graphs:
        first = [node for node in graph.nodes.values() if node.row == _first_row(graph)]
        reached = graph.reached_from(graph.starts() or tuple(first))
        for name, node in graph.nodes.items():
            if name not in reached:
                yield found(_REACHED, graph.place(node), step=graph.label(node))


def decisions_labelled(subject: Subject) -> Iterator[Finding]:
    """SB04, SB05: a decision has two exits or more, with labels that differ."""
    for graph, node in subject.nodes():
        if node.kind is not SymbolKind.DECISION:
            continue
        step, place = graph.label(node), graph.place(node)
        exits = _exits(graph, node)
        if len(exits) < 2:
            yield found(_EXITS, place, step=step, count=len(exits))
        elif any(not label for label, _ in exits):
            yield found(_EXITS, place, "unlabelled", step=step)
        counted = Counter(label for label, _ in exits)
        if repeated := [label for label, times in counted.items() if times > 1]:
            variant = "" if repeated[0] else "unlabelled"
            yield found(_LABELS, place, variant, step=step, label=repeated[0])


def kapsul_at_the_ends(subject: Subject) -> Iterator[Finding]:
    """SB06: a kapsul in the middle of the flow is neither start nor end."""
    for graph, node in subject.nodes():
        middle = node.kind is SymbolKind.TERMINATOR and bool(node.out)
        if middle and not graph.is_start(node):
            yield found(_KAPSUL, graph.place(node), step=graph.label(node))


def boxes_go_one_way(subject: Subject) -> Iterator[Finding]:
    """SB07: a box leads on to one place, or in parallel to places whose ways meet again."""
    for graph, node in subject.nodes():
        exits = _exits(graph, node)
        if node.kind is SymbolKind.DECISION or len(node.out) < 2:
            continue
        if any(label for label, _ in exits) and len(exits) > 1:
            yield found(_PARALLEL, graph.place(node), "labelled", step=graph.label(node))
        elif not _meet_again(graph, node):
            yield found(_PARALLEL, graph.place(node), step=graph.label(node))


def loops_left(subject: Subject) -> Iterator[Finding]:
    """SB10: whoever goes round can get out."""
    for graph in subject.graphs:
        for loop in loops_without_exit(graph):
            steps = ", ".join(dict.fromkeys(graph.label(node) for node in loop))
            yield found(_LOOPS, graph.place(loop[0]), steps=steps)


def symbols_permitted(subject: Subject) -> Iterator[Finding]:
    """SB11: only the symbols that the profile knows."""
    for graph, node in subject.nodes():
        if node.kind not in subject.profile.symbols:
            yield found(_PERMITTED, graph.place(node), step=graph.label(node))


def _exits(graph: ChartGraph, node: Node) -> list[tuple[str, int]]:
    """Answer label and target row of each exit; the same label into one row is one exit."""
    exits = [(flow.label.strip().casefold(), graph.target(flow).row) for flow in node.out]
    return list(dict.fromkeys(exits)) if any(label for label, _ in exits) else exits


def _meet_again(graph: ChartGraph, node: Node) -> bool:
    ways = [graph.reached_from((graph.target(flow),)) for flow in node.out]
    return bool(frozenset.intersection(*ways))


def _first_row(graph: ChartGraph) -> int:
    return min((node.row for node in graph.nodes.values()), default=0)
