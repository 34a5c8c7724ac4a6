"""The flow of a chart led through rows that come between two of its own."""

from msgspec.structs import replace

from sopeditor.editing.inserting import flows_between, open_end
from sopeditor.model.chart import Chart
from sopeditor.model.flow import NO_HINTS, Flow, FlowKind
from sopeditor.model.joints import joint_groups
from sopeditor.model.symbol import SymbolKind


def spliced(chart: Chart, position: int, piece: Chart, onward: str) -> tuple[Flow, ...]:
    """Answer the flows of `chart` once the rows of `piece` stand at `position`.

    The one flow that joins the rows above and below goes in where `piece` begins and, as
    a flow with the id `onward`, out where it ends; it keeps its label on the first half.
    Below a row where the flow just stops, it goes on. Nothing changes where it would not
    be clear which way to go, or where `piece` brings a start or an end of its own.
    """
    entry, way_out = _entry(piece), _way_out(piece)
    if not entry:
        return chart.flows
    joining = flows_between(chart, position - 1)
    if len(joining) == 1 and way_out:
        return _through(chart.flows, joining[0], entry, Flow(
            id=onward, source=way_out, target=joining[0].target
        ))  # fmt: skip
    last = open_end(chart, position - 1) if not joining else ""
    if last:
        return (*chart.flows, Flow(id=onward, source=last, target=entry))
    return chart.flows


def _through(flows: tuple[Flow, ...], joining: Flow, entry: str, onward: Flow) -> tuple[Flow, ...]:
    led = replace(joining, target=entry, hints=NO_HINTS)
    return (*(led if flow is joining else flow for flow in flows), onward)


def _entry(piece: Chart) -> str:
    """Answer the one symbol that no flow reaches from above; empty if none, several, a start."""
    row = {symbol.id: index for index, symbol in piece.symbols()}
    reached = {
        flow.target
        for flow in piece.flows
        if flow.kind is FlowKind.FLOW and row[flow.source] <= row[flow.target]
    }
    return _only(piece, reached)


def _way_out(piece: Chart) -> str:
    """Answer the one symbol that no flow of `piece` leaves; empty if none, several, an end."""
    left = {flow.source for flow in piece.flows if flow.kind is FlowKind.FLOW}
    return _only(piece, left)


def _only(piece: Chart, passed: set[str]) -> str:
    order = [symbol.id for _, symbol in piece.symbols()]
    followers = {
        member
        for group in joint_groups(piece.flows)
        for member in sorted(group, key=order.index)[1:]
    }
    open_ones = [symbol for _, symbol in piece.symbols() if symbol.id not in passed | followers]
    if len(open_ones) != 1 or open_ones[0].kind is SymbolKind.TERMINATOR:
        return ""
    return open_ones[0].id
