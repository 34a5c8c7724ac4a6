"""The list of what was found in a sheet of a template, and the place of one line to be typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.foundation.message import Catalogue
from sopeditor.foundation.overriding import override
from sopeditor.ui.dialogs.template.correcting import area_words, place_words
from sopeditor.ui.dialogs.template.lines import By, FoundLine, Sort


class _PlaceEdit(QLineEdit):
    """A line whose Enter is its own: the dialog around it would take it for agreement."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class FoundList(QWidget):
    """Lines with what, where and how; below them the place of the current one, to be changed."""

    chosen = Signal()
    moved = Signal(str)
    left_out = Signal()
    restored = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.lines: tuple[FoundLine, ...] = ()
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self._words("found"))
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setHeaderLabels([self._words(name) for name in ("what", "where", "how")])
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(True)
        self.place = _PlaceEdit()
        self.place.setAccessibleName(self._words("place"))
        self.move_button = QPushButton(self._words("move"))
        self.leave_button = QPushButton(self._words("leave_out"))
        self.restore_button = QPushButton(self._words("restore"))
        self._arrange()
        self.tree.currentItemChanged.connect(self._show_current)
        self.place.returnPressed.connect(self._move)
        self.move_button.clicked.connect(self._move)
        self.leave_button.clicked.connect(self.left_out)
        self.restore_button.clicked.connect(self.restored)

    def show_lines(self, lines: Sequence[FoundLine]) -> None:
        """Show other lines; the one of the same name stays the current one."""
        current = self.current()
        self.lines = tuple(lines)
        self.tree.clear()
        for line in self.lines:
            self.tree.addTopLevelItem(self._item(line))
        kept = next((n for n, line in enumerate(lines) if current and line.name == current.name), 0)
        if item := self.tree.topLevelItem(kept):
            self.tree.setCurrentItem(item)

    def current(self) -> FoundLine | None:
        """Answer the line looked at."""
        item: QTreeWidgetItem | None = self.tree.currentItem()
        if item is None:
            return None
        return self.lines[self.tree.indexOfTopLevelItem(item)]

    def offer(self, area: CellRange) -> None:
        """Write cells that were clicked at as the place of the current line."""
        line = self.current()
        if line is not None and line.movable:
            self.place.setText(area_words(line.sort, area))
            self.place.setFocus()

    def _words(self, key: str, /, **values: object) -> str:
        return self._catalogue.text(f"office_template.{key}", **values)

    def _arrange(self) -> None:
        label = QLabel(self._words("place_label"))
        label.setBuddy(self.place)
        typing, buttons = QHBoxLayout(), QHBoxLayout()
        typing.addWidget(label)
        typing.addWidget(self.place, 1)
        typing.addWidget(self.move_button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.restore_button)
        hint = QLabel(self._words("hint"))
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree, 1)
        layout.addWidget(hint)
        layout.addLayout(typing)
        layout.addLayout(buttons)

    def _item(self, line: FoundLine) -> QTreeWidgetItem:
        where = place_words(line)
        if line.area is None and line.by in {By.PLACEHOLDER, By.UNKNOWN}:
            where = self._words("in_shape")
        item = QTreeWidgetItem([self._name(line), where, self._words(f"by_{line.by.value}")])
        if line.by in {By.NOTHING, By.UNKNOWN}:
            faint = QBrush(self.palette().placeholderText())
            for column in range(3):
                item.setForeground(column, faint)
        return item

    def _name(self, line: FoundLine) -> str:
        if line.sort is Sort.WORD:
            return "{{" + line.name + "}}"
        if line.sort is Sort.FIRST_ROW:
            return self._words("first_row")
        name = self._catalogue.text(f"editing.{line.sort.value}.{line.name}")
        return self._words("column", name=name) if line.sort is Sort.COLUMN else name

    def _show_current(self) -> None:
        line = self.current()
        movable = line if line is not None and line.movable else None
        self.place.setText(place_words(line) if line else "")
        for widget in (self.place, self.move_button):
            widget.setEnabled(movable is not None)
        self.leave_button.setEnabled(
            movable is not None and movable.area is not None and movable.sort is not Sort.FIRST_ROW
        )
        self.restore_button.setEnabled(line is not None and line.by is By.PERSON)
        self.chosen.emit()

    def _move(self) -> None:
        if self.place.text().strip():
            self.moved.emit(self.place.text())
