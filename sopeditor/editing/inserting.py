"""Adding a row where the flow already runs: the line between its neighbours is split."""

from sopeditor.editing.command import Command
from sopeditor.editing.compound import Compound
from sopeditor.editing.flows import Connect, Reattach
from sopeditor.editing.parts import chart_by_id
from sopeditor.editing.steps import InsertStep
from sopeditor.foundation.ids import IdSource
from sopeditor.foundation.message import message
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.joints import joint_group
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind


def insert_step_after(
    document: Document,
    chart: str,
    position: int,
    actor: str,
    kind: SymbolKind,
    ids: IdSource,
) -> Compound:
    """Answer the command that adds a row with one symbol below row `position` (-1: on top).

    The one flow that joins the neighbouring rows is led through the new symbol and keeps
    its label on the first half. Below a row where the flow just stops, it goes on to the
    new symbol. Where the rows are joined by no flow or by several, none is touched.
    """
    there = chart_by_id(document, chart)
    symbol = Symbol(id=ids("symbol"), kind=kind, actors=(actor,))
    step = Step(id=ids("step"), symbols=(symbol,))
    commands: list[Command] = [InsertStep(chart=chart, position=position + 1, step=step)]
    joining = flows_between(there, position)
    if len(joining) == 1:
        flow = joining[0]
        onward = Flow(id=ids("flow"), source=symbol.id, target=flow.target)
        commands.append(Reattach(flow=flow.id, target=symbol.id))
        commands.append(Connect(chart=chart, flow=onward))
    elif not joining and (last := open_end(there, position)):
        onward = Flow(id=ids("flow"), source=last, target=symbol.id)
        commands.append(Connect(chart=chart, flow=onward))
    return Compound(name=message("editing.name.insert_step"), commands=tuple(commands))


def flows_between(chart: Chart, position: int) -> tuple[Flow, ...]:
    """Answer the flows from row `position` to the row below."""
    if not 0 <= position < len(chart.steps) - 1:
        return ()
    above = {symbol.id for symbol in chart.steps[position].symbols}
    below = {symbol.id for symbol in chart.steps[position + 1].symbols}
    return tuple(
        flow
        for flow in chart.flows
        if flow.kind is FlowKind.FLOW and flow.source in above and flow.target in below
    )


def open_end(chart: Chart, position: int) -> str:
    """Answer the symbol of a row at which the flow just stops; empty when it doesn't.

    A kapsul with an entry is the end by intention; symbols done together count as one.
    """
    if not 0 <= position < len(chart.steps):
        return ""
    symbols = chart.steps[position].symbols
    if not symbols or joint_group(chart, symbols[0].id) != {symbol.id for symbol in symbols}:
        return ""
    first = symbols[0]
    flows = [flow for flow in chart.flows if flow.kind is FlowKind.FLOW]
    ended = first.kind is SymbolKind.TERMINATOR and any(f.target == first.id for f in flows)
    leaving = any(flow.source == first.id for flow in flows)
    return "" if ended or leaving else first.id
