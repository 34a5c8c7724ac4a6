"""Part of a document as a document of its own: what copying takes along.

A fragment has one chart. It holds the rows or symbols that were chosen, the flows among
them, and the actors whose lanes they stand in; nothing of the cover or the paper.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise, zip_longest

from msgspec.structs import replace

from sopeditor.editing.parts import actor_by_id, chart_of_step, chart_of_symbol
from sopeditor.foundation.ids import IdSource
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.quality import NO_QUALITY
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind


def rows_fragment(document: Document, steps: Collection[str]) -> Document:
    """Answer whole rows of one chart in their order; raises `Refused` when one is gone.

    A cell that ran on into a row which is not taken along ends, and no row begins a page.
    """
    chart = chart_of_step(document, next(iter(steps), ""))
    chosen = set(steps)
    taken = tuple(
        replace(
            step,
            shared=step.shared if below and below.id in chosen else frozenset[Column](),
            break_before=False,
        )
        for step, below in zip_longest(chart.steps, chart.steps[1:])
        if step.id in chosen
    )
    return _fragment(document, chart, taken)


def symbols_fragment(document: Document, symbols: Collection[str]) -> Document:
    """Answer symbols of one chart without the texts of their rows; raises `Refused`.

    The rows between the uppermost and the lowest of them are kept, empty where none of
    the symbols stands there: what is pasted has the shape of what was copied.
    """
    chart = chart_of_symbol(document, next(iter(symbols), ""))
    chosen = set(symbols)
    rows = [index for index, symbol in chart.symbols() if symbol.id in chosen]
    taken = tuple(
        Step(id=step.id, symbols=tuple(symbol for symbol in step.symbols if symbol.id in chosen))
        for step in chart.steps[rows[0] : rows[-1] + 1]
    )
    return _fragment(document, chart, taken)


def activities_fragment(activities: Sequence[str], lane: Document, ids: IdSource) -> Document:
    """Answer a row for each activity, done in the first lane of `lane`, one after the other.

    `lane` is a fragment or document whose only purpose is its first actor; without one the
    rows stay without symbols.
    """
    actors = lane.actors[:1]
    steps = tuple(
        Step(
            id=ids("step"),
            activity=activity,
            symbols=tuple(
                Symbol(id=ids("symbol"), kind=SymbolKind.PROCESS, actors=(actor.id,))
                for actor in actors
            ),
        )
        for activity in activities
    )
    flows = tuple(
        Flow(id=ids("flow"), source=above.symbols[0].id, target=below.symbols[0].id)
        for above, below in pairwise(steps)
        if above.symbols
    )
    lanes = tuple(actor.id for actor in actors)
    chart = Chart(id=ids("chart"), lanes=lanes, steps=steps, flows=flows)
    return Document(actors=actors, charts=(chart,))


def piece_of(fragment: Document) -> Chart:
    """Answer the chart of a fragment."""
    return fragment.charts[0]


def without_empty_rows(fragment: Document) -> Document:
    """Answer the fragment less the rows that hold neither symbol nor text."""
    piece = piece_of(fragment)
    kept = tuple(step for step in piece.steps if step.symbols or _says_something(step))
    return replace(fragment, charts=(replace(piece, steps=kept),))


def _says_something(step: Step) -> bool:
    return bool(step.activity or step.remarks or step.label or step.quality != NO_QUALITY)


def _fragment(document: Document, chart: Chart, steps: Iterable[Step]) -> Document:
    rows = tuple(steps)
    symbols = [symbol for step in rows for symbol in step.symbols]
    inside = {symbol.id for symbol in symbols}
    used = {actor for symbol in symbols for actor in symbol.actors}
    piece = Chart(
        id=chart.id,
        lanes=tuple(lane for lane in chart.lanes if lane in used),
        steps=rows,
        flows=tuple(flow for flow in chart.flows if {flow.source, flow.target} <= inside),
    )
    actors = tuple(actor_by_id(document, lane) for lane in piece.lanes)
    return Document(profile=document.profile, actors=actors, charts=(piece,))
