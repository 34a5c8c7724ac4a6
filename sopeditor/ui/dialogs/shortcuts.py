"""The cheat sheet under F1: every key in one list that can be searched and printed."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sopeditor.foundation.message import Catalogue
from sopeditor.ui.key_sheet import KeyGroup, Shortcuts, key_groups, matching, printed
from sopeditor.ui.sizing import open_with_size

#: Room above and below the text of a line together, in pixels.
_ROOM = 8


class ShortcutsDialog(QDialog):
    """Shows every key; typing leaves those that match."""

    def __init__(
        self, catalogue: Catalogue, shortcuts: Shortcuts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._groups = key_groups(catalogue, shortcuts)
        self.setWindowTitle(self._words("shortcuts_title"))
        open_with_size(self, QSize(600, 600))
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self._words("filter"))
        self._filter.setAccessibleName(self._words("filter"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._show_matching)
        self._table = self._empty_table()
        layout = QVBoxLayout(self)
        layout.addWidget(self._filter)
        layout.addWidget(self._table)
        layout.addLayout(self._buttons())
        self._show_matching("")

    def _words(self, key: str) -> str:
        return self._catalogue.text(f"ui.help.{key}")

    def _empty_table(self) -> QTableWidget:
        table = QTableWidget(0, 2)
        table.setAccessibleName(self._words("shortcuts_title"))
        table.setHorizontalHeaderLabels([self._words("action"), self._words("keys")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + _ROOM)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _buttons(self) -> QHBoxLayout:
        printing = QPushButton(self._words("print"))
        printing.setAutoDefault(False)
        printing.clicked.connect(self._print)
        close = QPushButton(self._catalogue.text("ui.button.close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(printing)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _show_matching(self, words: str) -> None:
        groups = matching(self._groups, words)
        self._table.clearSpans()
        self._table.setRowCount(sum(len(group.lines) + 1 for group in groups))
        row = 0
        for group in groups:
            self._show_heading(row, group.title)
            for line in group.lines:
                row += 1
                self._table.setItem(row, 0, QTableWidgetItem(line.does))
                self._table.setItem(row, 1, QTableWidgetItem(line.keys))
            row += 1

    def _show_heading(self, row: int, title: str) -> None:
        heading = QTableWidgetItem(title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setBackground(self.palette().alternateBase())
        self._table.takeItem(row, 1)
        self._table.setItem(row, 0, heading)
        self._table.setSpan(row, 0, 1, 2)

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self._catalogue.text("ui.choose.print"))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            print_keys(printer, self._groups, self._words("shortcuts_title"))


def print_keys(printer: QPrinter, groups: Sequence[KeyGroup], title: str) -> None:
    """Print the cheat sheet on as many pages as it takes."""
    printer.setDocName(title)
    document = QTextDocument()
    page = printer.pageLayout().paintRect(QPageLayout.Unit.Point)
    document.setPageSize(QSizeF(page.width(), page.height()))
    font = document.defaultFont()
    font.setPointSizeF(8.5)
    document.setDefaultFont(font)
    document.setHtml(printed(groups, title))
    document.print_(printer)
