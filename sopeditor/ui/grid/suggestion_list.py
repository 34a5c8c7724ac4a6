"""The list under a field from which the arrow keys choose; it never takes the focus."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from sopeditor.foundation.message import Catalogue
from sopeditor.ui.grid.completion import Suggestion

#: At most so many lines are seen at once.
_LINES = 8
_LEAST_WIDTH = 220


class SuggestionList(QListWidget):
    """Texts that are likely wanted; a click chooses one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, catalogue: Catalogue) -> None:
        super().__init__(parent)
        self._view = parent
        self._catalogue = catalogue
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setStyleSheet("QListWidget::item { padding: 2px 4px; }")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(catalogue.text("grid.suggestion.list"))
        self.itemClicked.connect(self._tell)
        self.hide()

    def offer(self, suggestions: tuple[Suggestion, ...], below: QRect) -> None:
        """Show suggestions under the box `below` of the parent, or above it; none: hide."""
        self.clear()
        for suggestion in suggestions:
            shown = suggestion.shown
            text = shown if isinstance(shown, str) else self._catalogue.word(shown)
            item = QListWidgetItem(text, self)
            item.setData(Qt.ItemDataRole.UserRole, suggestion.text)
        self.setVisible(bool(suggestions))
        if suggestions:
            self.stand(below)

    def turn(self, step: int) -> str | None:
        """Go one line down (1) or up (-1), round the ends; answer the text of there."""
        if not self.isVisible():
            return None
        row = self.currentRow()
        row = (row + step) % self.count() if row >= 0 else (0 if step > 0 else self.count() - 1)
        self.setCurrentRow(row)
        return str(self.item(row).data(Qt.ItemDataRole.UserRole))

    def texts(self) -> tuple[str, ...]:
        """Answer what can be chosen."""
        role = Qt.ItemDataRole.UserRole
        return tuple(str(self.item(row).data(role)) for row in range(self.count()))

    def stand(self, below: QRect) -> None:
        """Stand under a box of the view, or above it where the view ends."""
        room = self._view.rect()
        lines = min(self.count(), _LINES)
        height = lines * self.sizeHintForRow(0) + 2 * self.frameWidth()
        wanted = self.sizeHintForColumn(0) + 2 * self.frameWidth() + 24
        width = min(max(wanted, below.width(), _LEAST_WIDTH), room.width())
        top = below.bottom() + 2
        if top + height > room.bottom():
            top = max(0, below.top() - height - 2)
        left = max(0, min(below.left(), room.right() - width))
        self.setGeometry(left, top, width, height)
        self.raise_()

    def _tell(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
