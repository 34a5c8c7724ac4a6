"""Shifting the sheet by hand: the middle button, or the left one while Space is held."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea

from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.foundation.message import Message
from sopeditor.foundation.overriding import override


class PanTool(Tool):
    """Keeps the grabbed point under the pointer."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        self._view = view
        self._from = QPoint()
        self._bars = QPoint()

    @property
    @override
    def cursor(self) -> Qt.CursorShape:
        """A closed hand."""
        return Qt.CursorShape.ClosedHandCursor

    @property
    @override
    def reason(self) -> Message | None:
        """Shifting is never refused."""
        return None

    @override
    def start(self, pointer: Pointer) -> None:
        """Grab the sheet."""
        view = self._view
        self._from = pointer.pixel
        self._bars = QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value())

    @override
    def move(self, pointer: Pointer) -> None:
        """Shift it with the pointer."""
        shifted = self._bars - (pointer.pixel - self._from)
        self._view.horizontalScrollBar().setValue(shifted.x())
        self._view.verticalScrollBar().setValue(shifted.y())

    @override
    def finish(self, pointer: Pointer) -> None:
        """Let go."""

    @override
    def cancel(self) -> None:
        """Let go; the sheet stays where it is."""
