"""Finding parts of a document by id, and putting changed parts in their place.

Every search raises `Refused` when the part is gone: a command may come late, after
undo or another window took away what it speaks of.
"""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from msgspec.structs import replace

from sopeditor.editing.command import Refused
from sopeditor.foundation.message import message
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def gone() -> Refused:
    """Answer the refusal of a command whose object no longer exists."""
    return Refused(message("editing.refused.gone"))


def chart_by_id(document: Document, chart_id: str) -> Chart:
    """Answer a chart."""
    return _first(document.charts, lambda chart: chart.id == chart_id)


def actor_by_id(document: Document, actor_id: str) -> Actor:
    """Answer an actor."""
    return _first(document.actors, lambda actor: actor.id == actor_id)


def chart_of_step(document: Document, step_id: str) -> Chart:
    """Answer the chart that holds a step."""
    return _first(document.charts, lambda chart: any(s.id == step_id for s in chart.steps))


def step_by_id(document: Document, step_id: str) -> Step:
    """Answer a step."""
    return chart_of_step(document, step_id).step(step_id)


def chart_of_symbol(document: Document, symbol_id: str) -> Chart:
    """Answer the chart that holds a symbol."""
    return _first(document.charts, lambda chart: any(s.id == symbol_id for _, s in chart.symbols()))


def step_of_symbol(document: Document, symbol_id: str) -> Step:
    """Answer the step that holds a symbol."""
    chart = chart_of_symbol(document, symbol_id)
    return _first(chart.steps, lambda step: any(s.id == symbol_id for s in step.symbols))


def symbol_by_id(document: Document, symbol_id: str) -> Symbol:
    """Answer a symbol."""
    step = step_of_symbol(document, symbol_id)
    return _first(step.symbols, lambda symbol: symbol.id == symbol_id)


def chart_of_flow(document: Document, flow_id: str) -> Chart:
    """Answer the chart that holds a flow."""
    return _first(document.charts, lambda chart: any(f.id == flow_id for f in chart.flows))


def flow_by_id(document: Document, flow_id: str) -> Flow:
    """Answer a flow."""
    return chart_of_flow(document, flow_id).flow(flow_id)


def with_chart(document: Document, chart: Chart) -> Document:
    """Answer the document with `chart` in the place of its namesake."""
    return replace(document, charts=replaced(document.charts, chart))


def with_actor(document: Document, actor: Actor) -> Document:
    """Answer the document with `actor` in the place of its namesake."""
    return replace(document, actors=replaced(document.actors, actor))


def with_step(document: Document, step: Step) -> Document:
    """Answer the document with `step` in the place of its namesake."""
    chart = chart_of_step(document, step.id)
    return with_chart(document, replace(chart, steps=replaced(chart.steps, step)))


def with_symbol(document: Document, symbol: Symbol) -> Document:
    """Answer the document with `symbol` in the place of its namesake."""
    step = step_of_symbol(document, symbol.id)
    return with_step(document, replace(step, symbols=replaced(step.symbols, symbol)))


def with_flow(document: Document, flow: Flow) -> Document:
    """Answer the document with `flow` in the place of its namesake."""
    chart = chart_of_flow(document, flow.id)
    return with_chart(document, replace(chart, flows=replaced(chart.flows, flow)))


def replaced(parts: tuple[N, ...], part: N) -> tuple[N, ...]:
    """Answer `parts` with `part` in the place of the one of the same id."""
    return tuple(part if other.id == part.id else other for other in parts)


def inserted(parts: tuple[N, ...], position: int, *new: N) -> tuple[N, ...]:
    """Answer `parts` with `new` at `position`, which is kept within the ends."""
    place = min(max(position, 0), len(parts))
    return (*parts[:place], *new, *parts[place:])


def without(parts: tuple[N, ...], ids: Iterable[str]) -> tuple[N, ...]:
    """Answer `parts` less those of `ids`."""
    dropped = frozenset(ids)
    return tuple(part for part in parts if part.id not in dropped)


def refuse_taken(document: Document, *ids: str) -> None:
    """Raise `Refused` when an id is used already, or given twice."""
    if len(set(ids)) < len(ids) or not known_ids(document).isdisjoint(ids):
        raise Refused(message("editing.refused.taken"))


def known_ids(document: Document) -> frozenset[str]:
    """Answer the ids of everything in the document."""
    return frozenset(
        (
            *(actor.id for actor in document.actors),
            *(chart.id for chart in document.charts),
            *(step.id for chart in document.charts for step in chart.steps),
            *(symbol.id for chart in document.charts for _, symbol in chart.symbols()),
            *(flow.id for chart in document.charts for flow in chart.flows),
        )
    )


def _first(parts: Iterable[N], wanted: Callable[[N], bool]) -> N:
    for part in parts:
        if wanted(part):
            return part
    raise gone()
