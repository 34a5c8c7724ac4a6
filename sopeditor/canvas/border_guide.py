"""The upright line over the view where a border that is being dragged would stand."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sopeditor.canvas.colours import SheetColours
from sopeditor.foundation.overriding import override

_WIDTH = 3


class BorderGuide(QWidget):
    """A line from top to bottom of the view, above the frozen panes too."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_at(self, pixel: int | None) -> None:
        """Stand at a pixel from the left edge of the view; None: go."""
        self.setVisible(pixel is not None)
        if pixel is not None:
            self.setGeometry(pixel - _WIDTH // 2, 0, _WIDTH, self._view.height())
            self.raise_()

    @property
    def place(self) -> QPoint | None:
        """Where the line stands in the view; None while there is none."""
        return self.geometry().center() if self.isVisible() else None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), SheetColours.of(self.palette()).accent)
