"""Where a symbol goes that was asked for without pointing at a place."""

from sopeditor.editing.rules import may_add_symbol
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.symbol import SymbolKind


def free_lane(
    document: Document, step_id: str, kind: SymbolKind, wish: str | None = None
) -> tuple[str, ...]:
    """Answer the lane, as a tuple of one actor id, for a new symbol of a step.

    It is the wished lane, else that of the nearest symbol above, else the leftmost, else the
    first one that takes the symbol; empty when the chart has no lane.
    """
    chart = document.chart_of_step(step_id)
    order = (wish, lane_above(chart, chart.step_position(step_id)), *chart.lanes)
    lanes = [lane for lane in order if lane in chart.lanes]
    for lane in lanes:
        if may_add_symbol(document, kind, step_id, (lane,)).allowed:
            return (lane,)
    return tuple(lanes[:1])


def lane_above(chart: Chart, position: int) -> str | None:
    """Answer the lane of the last symbol in or above row `position`; None if there is none."""
    for step in reversed(chart.steps[: position + 1]):
        if step.symbols:
            return step.symbols[-1].actors[0]
    return None
