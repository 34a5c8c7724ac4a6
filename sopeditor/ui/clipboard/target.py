"""Where pasting goes: told by what is selected."""

from msgspec import Struct

from sopeditor.canvas.places import Spot
from sopeditor.model.chart import Chart
from sopeditor.session.session import EditorSession
from sopeditor.ui.clipboard.contents import rows_of_symbols
from sopeditor.ui.focus import focused_actor, focused_chart
from sopeditor.ui.placing import lane_above


class Target(Struct, frozen=True):
    """Where to paste: below row `position` - 1 of a chart.

    `step` is the row that symbols go into, `spot` the cell that keys act on, if any;
    `lane` is the actor who does what comes without one.
    """

    chart: Chart
    position: int
    step: str = ""
    spot: Spot | None = None
    lane: str = ""


def target_of(session: EditorSession, spot: Spot | None) -> Target | None:
    """Answer where to paste: below the last selected row, else at the end; None: no chart."""
    document, selection = session.document, session.selection
    chart = focused_chart(document, selection)
    if chart is None:
        return None
    rows = selection.steps | {*rows_of_symbols(document, selection.symbols)}
    places = [index for index, step in enumerate(chart.steps) if step.id in rows]
    position = places[-1] + 1 if places else len(chart.steps)
    lanes = (focused_actor(document, selection), lane_above(chart, position - 1), *chart.lanes)
    return Target(
        chart=chart,
        position=position,
        step=chart.steps[places[0]].id if places else "",
        spot=spot,
        lane=next((lane for lane in lanes if lane and lane in chart.lanes), ""),
    )
