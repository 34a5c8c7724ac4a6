"""Several Bagan in one document: the row of tabs above the sheet, and its commands."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTabBar

from sopeditor.editing.charts import AddChart, RemoveChart, SetSubtitle
from sopeditor.foundation.ids import fresh_id
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.step import Step
from sopeditor.session.selection import Selection
from sopeditor.ui.desk import Desk
from sopeditor.ui.focus import focused_chart
from sopeditor.ui.subscriptions import Subscriptions


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


class ChartTabs(QTabBar):
    """One tab for each chart; seen only where there are several."""

    #: A menu is wanted at this point of the screen; its chart is the one at hand already.
    context_requested = Signal(QPoint)

    def __init__(self, desk: Desk, go_to: Callable[[str], None]) -> None:
        super().__init__()
        self._desk, self._go_to = desk, go_to
        self._subscriptions = Subscriptions()
        self._subscriptions.listen(desk.session.document_changed, self._document_changed)
        self._subscriptions.listen(desk.session.selection_changed, self._selection_changed)
        self.setAccessibleName(desk.catalogue.text("ui.charts.tabs"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.tabBarClicked.connect(self._clicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self._refresh()

    def detach(self) -> None:
        """Stop following the session, before the window goes."""
        self._subscriptions.release()

    def _document_changed(self, before: Document, after: Document) -> None:
        if before.charts is not after.charts:
            self._refresh()

    def _selection_changed(self, _selection: Selection) -> None:
        self._show_current()

    def _refresh(self) -> None:
        charts = self._desk.session.document.charts
        blocker = QSignalBlocker(self)
        while self.count() > len(charts):
            self.removeTab(self.count() - 1)
        for index in range(len(charts)):
            name = chart_name(self._desk, index)
            if index >= self.count():
                self.addTab(name)
            self.setTabText(index, name.replace("&", "&&"))
        blocker.unblock()
        self.setVisible(len(charts) > 1)
        self._show_current()

    def _show_current(self) -> None:
        document = self._desk.session.document
        chart = focused_chart(document, self._desk.session.selection)
        if chart is not None:
            self.setCurrentIndex(document.charts.index(chart))

    def _ask_for_menu(self, point: QPoint) -> None:
        index = self.tabAt(point)
        if index >= 0 and index != self.currentIndex():
            self._clicked(index)
        self.context_requested.emit(self.mapToGlobal(point))

    def _clicked(self, index: int) -> None:
        charts = self._desk.session.document.charts
        if not 0 <= index < len(charts):
            return
        chart = charts[index]
        steps = (chart.steps[0].id,) if chart.steps else ()
        self._desk.session.select(Selection.of_steps(chart.id, *steps))
        self._go_to(chart.id)


def chart_name(desk: Desk, index: int) -> str:
    """Answer the subtitle of a chart, else its number in words."""
    subtitle = desk.session.document.charts[index].subtitle
    return subtitle or desk.catalogue.text("ui.charts.numbered", number=index + 1)
