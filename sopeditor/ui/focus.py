"""What a selection is about: the chart, the step and the lane that panels turn to."""

from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.step import Step
from sopeditor.session.selection import Selection


def focused_chart(document: Document, selection: Selection) -> Chart | None:
    """Answer the chart of the selection, else the first; None when there is none."""
    for chart in document.charts:
        if chart.id == selection.chart:
            return chart
    step = _first_step(document, selection)
    if step is not None:
        return document.chart_of_step(step.id)
    return document.charts[0] if document.charts else None


def focused_step(document: Document, selection: Selection) -> tuple[Chart, Step] | None:
    """Answer the uppermost step that the selection touches, with its chart, or None."""
    step = _first_step(document, selection)
    return (document.chart_of_step(step.id), step) if step is not None else None


def focused_steps(document: Document, selection: Selection) -> tuple[Step, ...]:
    """Answer the selected rows of the chart, else the one step that the selection touches."""
    chosen = tuple(
        step for chart in document.charts for step in chart.steps if step.id in selection.steps
    )
    if len(chosen) > 1:
        return chosen
    found = focused_step(document, selection)
    return (found[1],) if found else ()


def focused_actor(document: Document, selection: Selection) -> str | None:
    """Answer the actor of the selection: a chosen lane, else that of a chosen symbol."""
    for actor in document.actors:
        if actor.id in selection.actors:
            return actor.id
    for chart in document.charts:
        for _, symbol in chart.symbols():
            if symbol.id in selection.symbols:
                return symbol.actors[0]
    return None


def _first_step(document: Document, selection: Selection) -> Step | None:
    for chart in document.charts:
        sources = {flow.source for flow in chart.flows if flow.id in selection.flows}
        symbols = selection.symbols | sources
        for step in chart.steps:
            if step.id in selection.steps or any(s.id in symbols for s in step.symbols):
                return step
    return None
