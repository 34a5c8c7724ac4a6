"""The symbols of steps, recalled for steps that no edit touched."""

from collections.abc import Mapping
from functools import partial

from sopeditor.layout.context import Context
from sopeditor.layout.table.symbols import Lanes, SymbolGroup, group_symbols
from sopeditor.model.step import Step


def grouped(context: Context, step: Step, lanes: Lanes, gaps: Mapping[str, float]) -> SymbolGroup:
    """Answer where the symbols of `step` stand; as `group_symbols`."""
    own = {s.id: gaps[s.id] for s in step.symbols if s.id in gaps} if gaps else {}
    key = ("group", id(step), lanes.widths, tuple(lanes.index), tuple(own.items()))
    return context.recall.answer(key, partial(group_symbols, step, lanes, context.style, own), step)
