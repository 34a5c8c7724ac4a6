"""The row of tabs above the sheet: one for each Bagan of the document."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QTabBar

from sopeditor.foundation.overriding import override
from sopeditor.model.document import Document
from sopeditor.session.selection import Selection
from sopeditor.ui.desk import Desk
from sopeditor.ui.focus import focused_chart
from sopeditor.ui.subscriptions import Subscriptions

#: A long title ends in dots there; its tip has all of it. In pixels.
_WIDEST = 240
#: Fusion shifts the text of tabs behind others down without room for what hangs below the line.
_HANGING = 3


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
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabBarClicked.connect(self._clicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self._refresh()

    def detach(self) -> None:
        """Stop following the session, before the window goes."""
        self._subscriptions.release()

    @override
    def tabSizeHint(self, index: int) -> QSize:
        size = super().tabSizeHint(index)
        return QSize(min(size.width(), _WIDEST), size.height() + _HANGING)

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

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
            self.setTabToolTip(index, name)
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
