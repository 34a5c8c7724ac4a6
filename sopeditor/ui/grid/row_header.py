"""The strip at the left of the rows: a click selects a row, a drag moves the selected ones."""

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from sopeditor.foundation.overriding import override
from sopeditor.ui.grid.own_viewport import give_viewport

#: What rows being dragged are on the clipboard of the drag: ids of steps, one on each line.
ROWS_MIME = "application/x-sopeditor-rows"

_WIDTH = 22
_DOT, _GAP = 2, 4


class RowHeader(QHeaderView):
    """Grips for the rows."""

    #: The rows of a grip that was dragged away are to be put down elsewhere.
    dragged = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._pressed_at: QPoint | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(18)
        grips = give_viewport(self, QPalette.ColorRole.Button)
        grips.setMouseTracking(True)
        grips.setCursor(Qt.CursorShape.OpenHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        at = e.position().toPoint()
        self._pressed_at = at if e.button() is Qt.MouseButton.LeftButton else None
        row = self.logicalIndexAt(at)
        selection = self.selectionModel()
        if selection.isRowSelected(row) and not e.modifiers():
            e.accept()  # the rows may be dragged; only the release selects one of them
            return
        super().mousePressEvent(e)

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        start = self._pressed_at
        if start is None or not e.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(e)
            return
        if (e.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self.dragged.emit()

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        self._pressed_at = None
        super().mouseReleaseEvent(e)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.PlaceholderText))
        middle = rect.center()
        for line in (-1, 0, 1):
            for side in (-1, 1):
                dot = QPoint(middle.x() + side * _DOT, middle.y() + line * _GAP)
                painter.drawEllipse(dot, 1, 1)
        painter.restore()


def rows_mime(steps: tuple[str, ...]) -> QMimeData:
    """Answer what carries rows by the ids of their steps."""
    data = QMimeData()
    data.setData(ROWS_MIME, "\n".join(steps).encode())
    return data


def steps_in(data: QMimeData) -> tuple[str, ...]:
    """Answer the ids of the steps that are being dragged; none where it is something else."""
    raw = bytes(data.data(ROWS_MIME).data())
    return tuple(raw.decode().split("\n")) if raw else ()


def drag_rows(source: QWidget, steps: tuple[str, ...]) -> None:
    """Let rows be dragged by the pointer until they are dropped."""
    drag = QDrag(source)
    drag.setMimeData(rows_mime(steps))
    drag.exec(Qt.DropAction.MoveAction)
