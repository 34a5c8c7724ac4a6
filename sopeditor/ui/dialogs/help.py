"""Windows of the menu "Bantuan": the keys, and what the program is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sopeditor import __version__
from sopeditor.foundation.message import Catalogue
from sopeditor.ui.actions import ACTIONS, ActionSpec
from sopeditor.ui.icons import program_icon
from sopeditor.ui.menus import plain

#: Gestures of the sheet that are no actions; their words are `ui.gesture.<key>[_keys]`.
GESTURES = (
    "edit_cell", "move_about", "next_cell", "connect", "place", "context", "zoom", "pan", "cancel",
)  # fmt: skip


class ShortcutsDialog(QDialog):
    """A table of every key."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(catalogue.text("ui.help.shortcuts_title"))
        self.resize(560, 560)
        rows = [_action(catalogue, spec) for spec in ACTIONS if spec.shortcuts]
        rows += [_gesture(catalogue, name) for name in GESTURES]
        layout = QVBoxLayout(self)
        layout.addWidget(_table(catalogue, rows))
        layout.addLayout(_close_row(self, catalogue))


class AboutDialog(QDialog):
    """Name, version, licence and what the program is for."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(catalogue.text("ui.help.about_title"))
        picture = QLabel()
        picture.setPixmap(program_icon().pixmap(QSize(72, 72), self.devicePixelRatioF()))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = QLabel(catalogue.text("ui.help.about_text", version=__version__))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setMinimumWidth(340)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(picture)
        row.addWidget(text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 14)
        layout.addLayout(row)
        layout.addLayout(_close_row(self, catalogue))


def _action(catalogue: Catalogue, spec: ActionSpec) -> tuple[str, str]:
    native = QKeySequence.SequenceFormat.NativeText
    keys = (QKeySequence(shortcut).toString(native) for shortcut in spec.shortcuts)
    return plain(catalogue.text(f"ui.action.{spec.key}")), ", ".join(keys)


def _gesture(catalogue: Catalogue, name: str) -> tuple[str, str]:
    return catalogue.text(f"ui.gesture.{name}"), catalogue.text(f"ui.gesture.{name}_keys")


def _table(catalogue: Catalogue, rows: list[tuple[str, str]]) -> QTableWidget:
    table = QTableWidget(len(rows), 2)
    table.setAccessibleName(catalogue.text("ui.help.shortcuts_title"))
    heads = [catalogue.text("ui.help.action"), catalogue.text("ui.help.keys")]
    table.setHorizontalHeaderLabels(heads)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.setItem(row, column, QTableWidgetItem(text))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return table


def _close_row(dialog: QDialog, catalogue: Catalogue) -> QHBoxLayout:
    close = QPushButton(catalogue.text("ui.button.close"))
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    return row
