"""Pasting: the rows or symbols of a fragment, with the flows among them, into a chart."""

from msgspec.structs import replace

from sopeditor.editing.casting import Cast, cast_for
from sopeditor.editing.cleaning import clean_flow, clean_step, clean_symbol
from sopeditor.editing.command import Command, Refused
from sopeditor.editing.deletion import DeleteSelection
from sopeditor.editing.fragment import piece_of, without_empty_rows
from sopeditor.editing.parts import (
    chart_by_id,
    inserted,
    refuse_taken,
    with_chart,
    with_step,
)
from sopeditor.editing.rules import may_add_symbol
from sopeditor.editing.splicing import spliced
from sopeditor.foundation.ids import IdSource
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol


class PasteSteps(Command, frozen=True, kw_only=True):
    """Put the rows of a fragment at `position` of a chart, under `new_ids`.

    Where one flow joins the rows there, it is led through the new ones; its second half
    gets the id `onward`.
    """

    chart: str
    position: int
    fragment: Document
    new_ids: tuple[tuple[str, str], ...]
    onward: str

    @override
    def named(self, document: Document) -> Message:
        return message("clipboard.name.paste_steps", count=len(piece_of(self.fragment).steps))

    @override
    def apply(self, document: Document) -> Document:
        new = dict(self.new_ids)
        before = chart_by_id(document, self.chart)
        refuse_taken(document, self.onward, *new.values())
        cast = cast_for(document, self.chart, self.fragment, new)
        piece = _renamed(piece_of(self.fragment), new, cast)
        there = chart_by_id(cast.document, self.chart)
        position = min(max(self.position, 0), len(before.steps))
        grown = replace(
            there,
            steps=inserted(there.steps, position, *piece.steps),
            flows=(*spliced(before, position, piece, self.onward), *piece.flows),
        )
        return with_chart(cast.document, grown)


class PasteSymbols(Command, frozen=True, kw_only=True):
    """Put the symbols of a fragment into the rows from `step` downwards, one row each.

    `lane` takes a single symbol from whatever lane it was in. Refused where a cell has
    just such a symbol, or the rows do not suffice.
    """

    step: str
    chart: str
    fragment: Document
    new_ids: tuple[tuple[str, str], ...]
    lane: str = ""

    @override
    def named(self, document: Document) -> Message:
        count = sum(1 for _ in piece_of(self.fragment).symbols())
        return message("clipboard.name.paste_symbols", count=count)

    @override
    def apply(self, document: Document) -> Document:
        new = dict(self.new_ids)
        refuse_taken(document, *new.values())
        cast = self._cast(document, new)
        document, piece = cast.document, _renamed(piece_of(self.fragment), new, cast)
        chart = chart_by_id(document, self.chart)
        first = chart.step_position(self.step)
        below = chart.steps[first : first + len(piece.steps)]
        if len(below) < len(piece.steps):
            raise Refused(message("clipboard.refused.no_rows"))
        for home, row in zip(below, piece.steps, strict=True):
            for symbol in row.symbols:
                may_add_symbol(document, symbol.kind, home.id, symbol.actors).insist()
            full = replace(home, symbols=(*home.symbols, *row.symbols))
            document = with_step(document, full)
        chart = chart_by_id(document, self.chart)
        return with_chart(document, replace(chart, flows=(*chart.flows, *piece.flows)))

    def _cast(self, document: Document, new: dict[str, str]) -> Cast:
        lanes = piece_of(self.fragment).lanes
        if self.lane and len(lanes) == 1:
            return Cast(document, {lanes[0]: self.lane})
        return cast_for(document, self.chart, self.fragment, new)


class CutSelection(Command, frozen=True, kw_only=True):
    """Take away rows or symbols that were copied."""

    steps: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()

    @override
    def named(self, document: Document) -> Message:
        if self.steps:
            return message("clipboard.name.cut_steps", count=len(self.steps))
        return message("clipboard.name.cut_symbols", count=len(self.symbols))

    @override
    def apply(self, document: Document) -> Document:
        return DeleteSelection(steps=self.steps, symbols=self.symbols).apply(document)


def paste_steps(
    document: Document, chart: str, position: int, fragment: Document, ids: IdSource
) -> PasteSteps:
    """Answer the command that puts the rows of `fragment` at `position` of a chart."""
    chart_by_id(document, chart)
    return PasteSteps(
        chart=chart,
        position=position,
        fragment=fragment,
        new_ids=ids_for_paste(fragment, ids),
        onward=ids("flow"),
    )


def paste_symbols(
    document: Document, step: str, fragment: Document, ids: IdSource, lane: str = ""
) -> PasteSymbols | PasteSteps:
    """Answer the command that puts symbols into the rows from `step` downwards.

    Where they can't stand there, they come in rows of their own below `step`.
    """
    chart = document.chart_of_step(step)
    new_ids = ids_for_paste(fragment, ids)
    into = PasteSymbols(step=step, chart=chart.id, fragment=fragment, new_ids=new_ids, lane=lane)
    try:
        into.apply(document)
    except Refused:
        below = chart.step_position(step) + 1
        return paste_steps(document, chart.id, below, without_empty_rows(fragment), ids)
    return into


def ids_for_paste(fragment: Document, ids: IdSource) -> tuple[tuple[str, str], ...]:
    """Answer a new id for everything in `fragment`."""
    piece = piece_of(fragment)
    return (
        *((actor.id, ids("actor")) for actor in fragment.actors),
        *((step.id, ids("step")) for step in piece.steps),
        *((symbol.id, ids("symbol")) for _, symbol in piece.symbols()),
        *((flow.id, ids("flow")) for flow in piece.flows),
    )


def pasted_steps(command: PasteSteps) -> tuple[str, ...]:
    """Answer the ids that the rows of a paste get, from top to bottom."""
    new = dict(command.new_ids)
    return tuple(new[step.id] for step in piece_of(command.fragment).steps)


def pasted_symbols(command: PasteSymbols) -> tuple[str, ...]:
    """Answer the ids that the symbols of a paste get."""
    new = dict(command.new_ids)
    return tuple(new[symbol.id] for _, symbol in piece_of(command.fragment).symbols())


def _renamed(piece: Chart, new: dict[str, str], cast: Cast) -> Chart:
    """Answer the rows and flows of a fragment under their new ids, with clean texts."""
    steps = tuple(_renamed_step(step, new, cast.parts) for step in piece.steps)
    flows = tuple(_renamed_flow(flow, new) for flow in piece.flows)
    return replace(piece, steps=steps, flows=flows)


def _renamed_step(step: Step, new: dict[str, str], parts: dict[str, str]) -> Step:
    symbols = tuple(_renamed_symbol(symbol, new, parts) for symbol in step.symbols)
    return clean_step(replace(step, id=new[step.id], symbols=symbols, break_before=False))


def _renamed_symbol(symbol: Symbol, new: dict[str, str], parts: dict[str, str]) -> Symbol:
    actors = tuple(parts[actor] for actor in symbol.actors)
    return clean_symbol(replace(symbol, id=new[symbol.id], actors=actors))


def _renamed_flow(flow: Flow, new: dict[str, str]) -> Flow:
    source, target = new[flow.source], new[flow.target]
    return clean_flow(replace(flow, id=new[flow.id], source=source, target=target))
