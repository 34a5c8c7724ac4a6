"""The status bar: a hint, the number of findings, the page and the zoom."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QSlider, QStatusBar, QToolButton

from sopeditor.foundation.overriding import override
from sopeditor.ui.desk import Desk

#: The slider's ends in percent; the sheet may be zoomed further by other means.
_LEAST, _MOST = 25, 300
#: A hint begins where passing messages do, in pixels.
_BEFORE = 4


class Hint(QLabel):
    """Words that give way: where there is no room they end in dots, and the tip has all."""

    def __init__(self) -> None:
        super().__init__()
        # Without room it must not push the zoom out of the window.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(_BEFORE, 0, 0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class StatusBar(QStatusBar):
    """Shows and tells; `zoom_asked` carries a factor, 1.0 being the size on paper."""

    zoom_asked = Signal(float)
    findings_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._hint = Hint()
        self._findings = QToolButton()
        self._findings.setAutoRaise(True)
        self._findings.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._findings.clicked.connect(self.findings_asked)
        self._page = QLabel()
        self._slider = self._build_slider()
        self._percent = QToolButton()
        self._percent.setAutoRaise(True)
        self._percent.setMinimumWidth(52)
        self._percent.setToolTip(desk.catalogue.text("ui.status.actual_size"))
        self._percent.clicked.connect(self._ask_actual)
        self.addWidget(self._hint, 1)
        for widget in (self._findings, self._page, self._slider, self._percent):
            self.addPermanentWidget(widget)
        self.show_zoom(1.0)

    def show_hint(self, text: str) -> None:
        """Show what can be done next, until something else is to be said."""
        self._hint.setText(text)

    def show_page(self, page: int, count: int) -> None:
        """Show which page is in sight; both count from 1."""
        self._page.setText(self._desk.catalogue.text("ui.status.page", page=page, count=count))

    def show_zoom(self, factor: float) -> None:
        """Show the zoom without asking for it."""
        percent = round(factor * 100)
        text = self._desk.catalogue.text("ui.status.percent", percent=percent)
        self._percent.setText(text)
        self._percent.setAccessibleName(self._desk.catalogue.text("ui.status.zoom", percent=text))
        blocker = QSignalBlocker(self._slider)
        self._slider.setValue(percent)
        blocker.unblock()

    def show_findings(self, counts: dict[str, int]) -> None:
        """Show how many findings there are of each severity, the worst deciding the icon."""
        worst = next((name for name, count in counts.items() if count), None)
        catalogue = self._desk.catalogue
        if worst is None:
            self._findings.setText(catalogue.text("ui.findings.none_short"))
            self._findings.setIcon(self._desk.icons.action("panel_findings"))
        else:
            self._findings.setText(catalogue.text("ui.findings.counts", **counts))
            self._findings.setIcon(self._desk.icons.severity(worst))
        self._findings.setToolTip(catalogue.text("ui.status.findings_tip"))
        self._findings.setAccessibleName(self._findings.text())

    def _build_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(_LEAST, _MOST)
        slider.setPageStep(25)
        slider.setFixedWidth(120)
        slider.setAccessibleName(self._desk.catalogue.text("ui.status.zoom_slider"))
        slider.setToolTip(self._desk.catalogue.text("ui.status.zoom_slider"))
        slider.valueChanged.connect(self._ask_percent)
        return slider

    def _ask_percent(self, percent: int) -> None:
        self.zoom_asked.emit(percent / 100)

    def _ask_actual(self) -> None:
        self.zoom_asked.emit(1.0)
