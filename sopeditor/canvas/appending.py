"""The next step after a symbol, in one go: its row, its symbol and the flow that leads there."""

from msgspec import Struct

from sopeditor.editing.command import Command
from sopeditor.editing.compound import Compound
from sopeditor.editing.flows import Connect, Reattach
from sopeditor.editing.parts import chart_of_symbol
from sopeditor.editing.steps import InsertStep
from sopeditor.foundation.ids import IdSource
from sopeditor.foundation.message import Message, message
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.joints import joint_group
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind


class Appended(Struct, frozen=True):
    """The command that adds the next step, and the ids of what it adds."""

    command: Command
    step: str
    symbol: str
    flow: str


def append_step(document: Document, source: str, kind: SymbolKind, ids: IdSource) -> Appended:
    """Answer how a step follows the symbol `source`, in the row below it and in its lane.

    A decision gets another branch. Elsewhere the one flow that goes on from there is led
    through the new step. Raises `Refused` when the symbol is gone.
    """
    chart = chart_of_symbol(document, source)
    position, before = chart.symbol_index()[source]
    symbol = Symbol(id=ids("symbol"), kind=kind, actors=before.actors[:1])
    step = Step(id=ids("step"), symbols=(symbol,))
    flow = Flow(id=ids("flow"), source=source, target=symbol.id)
    insert = InsertStep(chart=chart.id, position=position + 1, step=step)
    leaving = _leaving(chart, source)
    commands: tuple[Command, ...] = (insert, Connect(chart=chart.id, flow=flow))
    if before.kind is not SymbolKind.DECISION and len(leaving) == 1:
        onward = Flow(id=flow.id, source=symbol.id, target=leaving[0].target)
        lead = Reattach(flow=leaving[0].id, target=symbol.id)
        commands = (insert, lead, Connect(chart=chart.id, flow=onward))
        flow = leaving[0]
    command = Compound(name=message("canvas.name.append_step"), commands=commands)
    return Appended(command, step.id, symbol.id, flow.id)


def why_not_append(document: Document, source: str, kind: SymbolKind) -> Message | None:
    """Answer why no such step follows: an end is no way on for what goes on already."""
    chart = chart_of_symbol(document, source)
    symbol = chart.symbol_index()[source][1]
    ends = kind is SymbolKind.TERMINATOR and symbol.kind is not SymbolKind.DECISION
    return message("canvas.refused.goes_on") if ends and _leaving(chart, source) else None


def _leaving(chart: Chart, source: str) -> list[Flow]:
    group = joint_group(chart, source)
    return [flow for flow in chart.flows if flow.kind is FlowKind.FLOW and flow.source in group]
