"""Several Bagan in one document: adding, renaming and removing them."""

from sopeditor.editing.charts import AddChart, RemoveChart, SetSubtitle
from sopeditor.foundation.ids import fresh_id
from sopeditor.model.chart import Chart
from sopeditor.model.step import Step
from sopeditor.session.selection import Selection
from sopeditor.ui.chart_tabs import chart_name
from sopeditor.ui.desk import Desk
from sopeditor.ui.focus import focused_chart


class ChartCommands:
    """The slots that add, rename and remove charts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self) -> None:
        """Add a chart after the current one, with the same lanes and a first row."""
        document, current = self._desk.session.document, self._current()
        position = document.charts.index(current) + 1 if current else 0
        lanes = current.lanes if current else tuple(actor.id for actor in document.actors)
        step = Step(id=fresh_id("step"))
        title = self._text("charts.new_title", number=len(document.charts) + 1)
        chart = Chart(id=fresh_id("chart"), subtitle=title, lanes=lanes, steps=(step,))
        if self._desk.session.execute(AddChart(position=position, chart=chart)):
            self._desk.session.select(Selection.of_steps(chart.id, step.id))

    def rename(self) -> None:
        """Ask for the subtitle of the current chart."""
        chart = self._current()
        if chart is None:
            return
        title = self._desk.questions.ask_text("chart_title", chart.subtitle)
        if title is not None and title != chart.subtitle:
            self._desk.session.execute(SetSubtitle(chart=chart.id, text=title))

    def remove(self) -> None:
        """Remove the current chart; asks first."""
        chart = self._current()
        if chart is None:
            return
        name = chart_name(self._desk, self._desk.session.document.charts.index(chart))
        if self._desk.questions.ask_remove_chart(name, len(chart.steps)):
            self._desk.session.execute(RemoveChart(chart=chart.id))

    def _current(self) -> Chart | None:
        return focused_chart(self._desk.session.document, self._desk.session.selection)

    def _text(self, key: str, **values: object) -> str:
        return self._desk.catalogue.text(f"ui.{key}", **values)
