"""Moving the sheet along while something is dragged near the edge of the view."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

#: How near the edge the pointer must be, and how far a tick moves the sheet, in pixels.
EDGE = 28
STEP = 16
_INTERVAL_MS = 30


class AutoScroll(QObject):
    """Ticks as long as the pointer is near an edge; after each tick it tells the gesture."""

    def __init__(self, view: QAbstractScrollArea, scrolled: Callable[[QPoint], None]) -> None:
        super().__init__(view)
        self._view = view
        self._scrolled = scrolled
        self._pointer = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._tick)

    def follow(self, pointer: QPoint) -> None:
        """Be told where the pointer is while dragging."""
        self._pointer = pointer
        if not self._pull().isNull():
            if not self._timer.isActive():
                self._timer.start()
        else:
            self.stop()

    def stop(self) -> None:
        """Stay where the sheet is: the gesture ended."""
        self._timer.stop()

    def _tick(self) -> None:
        pull = self._pull()
        across, along = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        before = (across.value(), along.value())
        across.setValue(across.value() + pull.x())
        along.setValue(along.value() + pull.y())
        if before == (across.value(), along.value()):
            self.stop()
        else:
            self._scrolled(self._pointer)

    def _pull(self) -> QPoint:
        room = self._view.viewport().rect()
        return QPoint(
            _pull_along(self._pointer.x(), room.left(), room.right()),
            _pull_along(self._pointer.y(), room.top(), room.bottom()),
        )


def _pull_along(place: int, first: int, last: int) -> int:
    if place < first + EDGE:
        return -STEP
    return STEP if place > last - EDGE else 0
