"""Buttons under a label's field: texts that are likely wanted, such as Ya and Tidak."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget


class Proposals(QFrame):
    """A row of buttons; a click chooses its text. It never takes the focus."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, texts: tuple[str, ...]) -> None:
        super().__init__(parent)
        self._view = parent
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(3)
        for text in texts:
            button = QPushButton(text, self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._choose)
            row.addWidget(button)
        self.adjustSize()

    def stand_below(self, field: QWidget) -> None:
        """Stand under `field`, or above it where the view ends."""
        place = field.geometry().bottomLeft() + QPoint(0, 3)
        if place.y() + self.height() > self._view.height():
            place = field.geometry().topLeft() - QPoint(0, self.height() + 3)
        self.move(place)

    def _choose(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.chosen.emit(sender.text())
