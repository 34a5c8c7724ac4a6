"""Words under a cell that say why it can't take what was typed."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

_WIDTH = 420
_INK, _GROUND = QColor(120, 20, 14), QColor(255, 236, 233)


class CellNote(QLabel):
    """A note over the view; the pointer passes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setObjectName("cell_note")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setFrameShape(QLabel.Shape.StyledPanel)
        self.setWordWrap(True)
        self.setMargin(5)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, _GROUND)
        palette.setColor(QPalette.ColorRole.WindowText, _INK)
        self.setPalette(palette)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.hide()

    def say(self, words: str, cell: QRect) -> None:
        """Show words below the box `cell` of the view, above it where there is no room."""
        room = self._view.rect()
        width = min(_WIDTH, room.width())
        self.setText(words)
        self.setAccessibleName(words)
        self.resize(width, self.heightForWidth(width))
        top = cell.bottom() + 3
        if top + self.height() > room.bottom():
            top = max(0, cell.top() - self.height() - 3)
        self.move(max(0, min(cell.left(), room.right() - width)), top)
        self.show()
        self.raise_()
