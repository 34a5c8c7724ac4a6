"""The panel "Temuan": what the checks find, worst first; a double click leads there."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from sopeditor.canvas.places import Place
from sopeditor.foundation.message import UserError
from sopeditor.foundation.overriding import override
from sopeditor.foundation.signal import Signal
from sopeditor.layout.placement import DocumentLayout
from sopeditor.layout.quality import drawn_charts
from sopeditor.model.document import Document
from sopeditor.ui.desk import Desk
from sopeditor.ui.finding_lines import SEVERITIES, FindingLine, finding_lines
from sopeditor.ui.panels.panel import Panel
from sopeditor.ui.wrapping import NarrowDelegate, WrappingDelegate

#: The checks run once typing has paused for this long, in milliseconds.
DELAY = 400

#: A long jabatan must leave the finding itself enough room, in pixels.
_PLACE = 180
_LINE = Qt.ItemDataRole.UserRole


class FindingsPanel(Panel):
    """Lists findings by severity; `counted` tells how many, seen or not."""

    def __init__(
        self, desk: Desk, go_to: Callable[[Place], None], laid_out: Callable[[], DocumentLayout]
    ) -> None:
        self.counted: Signal[[dict[str, int]]] = Signal()
        self._go_to = go_to
        self._laid_out = laid_out
        self._lines: tuple[FindingLine, ...] = ()
        super().__init__(desk)
        self._none = QLabel(self.words("findings.none"))
        self._none.setContentsMargins(10, 8, 10, 8)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._none.setWordWrap(True)
        self._tree = self._build_tree()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY)
        self._delay.timeout.connect(self.check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addWidget(self._tree)
        self._delay.start(0)

    @property
    def listing(self) -> QTreeWidget:
        """The list of the findings."""
        return self._tree

    def actions_on_current(self) -> tuple[QAction, ...]:
        """Answer what can be done with the chosen finding: go to its place, copy its words."""
        line = self._current()
        go = QAction(self.words("findings.go"), self._tree)
        go.triggered.connect(self._go_to_current)
        go.setEnabled(line is not None and line.place is not None)
        copy = QAction(self.words("findings.copy"), self._tree)
        copy.triggered.connect(self._copy_current)
        copy.setEnabled(line is not None)
        return go, copy

    @override
    def refresh(self) -> None:
        """Show the findings of the last check; `check` makes new ones."""
        self._none.setVisible(not self._lines)
        self._tree.setVisible(bool(self._lines))
        self._tree.clear()
        counts = self._counts()
        for severity in SEVERITIES:
            if counts[severity]:
                self._tree.addTopLevelItem(self._group(severity, counts[severity]))
        self._tree.expandAll()

    def check(self) -> None:
        """Check the document now; word lists that were spoilt are told in place of findings."""
        self._delay.stop()
        try:
            drawn = drawn_charts(self._laid_out())
            findings = self.desk.checker.find(self.document, self.desk.profile, drawn)
        except UserError as error:
            findings = ()
            self._none.setText(self.desk.catalogue.word(error.words))
        lines = finding_lines(findings, self.document, self.desk.catalogue)
        if lines != self._lines or not lines:
            self._lines = lines
            self._refresh_if_seen()
        self.counted.emit(self._counts())

    def title(self) -> str:
        """Answer what the panel is called with these findings."""
        if not self._lines:
            return self.words("dock.findings")
        return self.words("findings.tab", count=len(self._lines))

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 132)

    @override
    def detach(self) -> None:
        self._delay.stop()
        super().detach()

    @override
    def _document_changed(self, before: Document, after: Document) -> None:
        # Findings of another document would lead nowhere; those of this one can wait.
        known = {chart.id for chart in before.charts}
        stays = any(chart.id in known for chart in after.charts)
        self._delay.start(DELAY if stays else 0)

    @override
    def _selection_changed(self, _selection: object) -> None:
        """Do nothing: findings are about the document, whatever is selected."""

    def _counts(self) -> dict[str, int]:
        counted = Counter(line.severity for line in self._lines)
        return {severity: counted[severity] for severity in SEVERITIES}

    def _build_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.words("findings.list"))
        tree.setHeaderLabels(
            [self.words(f"findings.{column}") for column in ("text", "place", "rule")]
        )
        WrappingDelegate(tree)
        NarrowDelegate(tree, 1, _PLACE)
        tree.setAlternatingRowColors(True)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemActivated.connect(self._activated)
        return tree

    def _group(self, severity: str, count: int) -> QTreeWidgetItem:
        word = self.words(f"findings.{severity}")
        group = QTreeWidgetItem([self.words("findings.group", severity=word, count=count)])
        icon = self.desk.icons.severity(severity)
        group.setIcon(0, icon)
        group.setFirstColumnSpanned(True)
        for line in self._lines:
            if line.severity == severity:
                item = QTreeWidgetItem(group, [line.text, line.place_words, line.rule])
                item.setIcon(0, icon)
                item.setToolTip(0, line.text)
                item.setToolTip(1, line.place_words)
                item.setToolTip(2, line.basis)
                item.setData(0, _LINE, line)
        return group

    def _current(self) -> FindingLine | None:
        item = self._tree.currentItem()
        line = item.data(0, _LINE) if item is not None else None
        return line if isinstance(line, FindingLine) else None

    def _go_to_current(self) -> None:
        line = self._current()
        if line is not None and line.place is not None:
            self._go_to(line.place)

    def _copy_current(self) -> None:
        line = self._current()
        if line is not None:
            words = (line.text, line.place_words, line.rule)
            QApplication.clipboard().setText("\t".join(word for word in words if word))

    def _activated(self, item: QTreeWidgetItem) -> None:
        line = item.data(0, _LINE)
        if isinstance(line, FindingLine) and line.place is not None:
            self._go_to(line.place)
