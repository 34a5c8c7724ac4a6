"""The few words beside the pointer that say why something can't be dropped here."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

_AWAY = QPoint(16, 20)


class ReasonLabel(QLabel):
    """A small note over the view; the pointer passes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setFrameShape(QLabel.Shape.StyledPanel)
        self.setMargin(4)
        self.hide()

    def say(self, words: str, pointer: QPoint) -> None:
        """Show words by the pointer, inside the view; no words: hide."""
        self.setVisible(bool(words))
        if not words:
            return
        self.setText(words)
        self.adjustSize()
        place = pointer + _AWAY
        room = self._view.rect()
        self.move(
            max(0, min(place.x(), room.right() - self.width())),
            max(0, min(place.y(), room.bottom() - self.height())),
        )
        self.raise_()
