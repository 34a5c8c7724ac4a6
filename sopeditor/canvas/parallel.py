"""Splitting a step into symbols done at the same time, each with the same ways in and out."""

from sopeditor.editing.command import Command
from sopeditor.editing.compound import Compound
from sopeditor.editing.flows import Connect
from sopeditor.editing.symbols import AddSymbol
from sopeditor.foundation.ids import IdSource
from sopeditor.foundation.message import message
from sopeditor.model.chart import Chart
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.symbol import Symbol, SymbolKind


def twin_of(chart: Chart, step: str, kind: SymbolKind) -> Symbol | None:
    """Answer the symbol of a step beside which another of its kind would be parallel."""
    for symbol in chart.step(step).symbols:
        if symbol.kind is kind:
            return symbol
    return None


def split_parallel(
    chart: Chart, step: str, original: Symbol, actors: tuple[str, ...], ids: IdSource
) -> Compound:
    """Answer the command that puts a symbol beside `original`, for other actors.

    Every arrow into the original leads into both, and every one out of it leaves both.
    """
    symbol = Symbol(id=ids("symbol"), kind=original.kind, actors=actors)
    commands: list[Command] = [AddSymbol(step=step, symbol=symbol)]
    for flow in chart.flows:
        if flow.kind is not FlowKind.FLOW or original.id not in {flow.source, flow.target}:
            continue
        source = symbol.id if flow.source == original.id else flow.source
        target = symbol.id if flow.target == original.id else flow.target
        twin = Flow(id=ids("flow"), source=source, target=target, label=flow.label)
        commands.append(Connect(chart=chart.id, flow=twin))
    return Compound(name=message("canvas.name.split_parallel"), commands=tuple(commands))
