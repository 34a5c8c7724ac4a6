"""Between the thread of the person and the thread of the window: questions and what arrived."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QMouseEvent, QWindow
from typing_extensions import override

T = TypeVar("T")

#: How long the window may be busy before it answers, in seconds.
_PATIENCE = 15.0


class Asking(QObject):
    """Has questions of another thread answered by the thread of the window.

    A nested loop (a drag, a dialog) answers too, after whatever it is handling.
    """

    _asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def ask(self, question: Callable[[], T]) -> T:
        """Answer what `question` answers, or raise what it raises."""
        future: Future[T] = Future()
        self._asked.emit(partial(_settle, question, future))
        return future.result(_PATIENCE)

    def _answer(self, task: Callable[[], None]) -> None:
        task()


def _settle(question: Callable[[], T], future: "Future[T]") -> None:
    try:
        future.set_result(question())
    except Exception as fault:  # noqa: BLE001 - it is raised where it was asked
        future.set_exception(fault)


class Watch(QObject):
    """Sees what the X server sends to the program's windows: where the pointer is, and presses."""

    def __init__(self) -> None:
        super().__init__()
        self.pointer = QPoint(-1, -1)
        self.presses = 0
        self.releases = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of an event; never keeps one."""
        if not isinstance(watched, QWindow):
            return False
        if isinstance(event, QMouseEvent):
            self.pointer = event.globalPosition().toPoint()
            self.presses += event.type() is QEvent.Type.MouseButtonPress
            self.releases += event.type() is QEvent.Type.MouseButtonRelease
        elif isinstance(event, QDropEvent):  # entering, moving and dropping are drops to Qt
            self.pointer = watched.mapToGlobal(event.position()).toPoint()
        return False
