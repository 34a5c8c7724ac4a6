"""`carry_out`: long work done while the window lives on."""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sopeditor.foundation.message import Catalogue
from sopeditor.foundation.progress import Cancelled, Progress
from sopeditor.ui.progress.dialog import ProgressDialog
from sopeditor.ui.progress.task import Task

T = TypeVar("T")

#: Work that is done within this time, in milliseconds, shows no window at all.
PATIENCE = 400

#: How often the end of short work is looked for, in milliseconds.
_LOOK_EVERY = 5

_UNTOUCHED = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents


def carry_out(
    work: Callable[[Progress], T],
    title: str,
    catalogue: Catalogue,
    parent: QWidget | None = None,
    patience: int = PATIENCE,
) -> T:
    """Do `work` in a thread of its own; answer what it answers, raise what it raises.

    After `patience` milliseconds a window shows how far it is. Raises `Cancelled` when a person
    stopped it: then its answer is lost, and the thread ends when it tells its progress next.
    """
    task = Task(work)
    task.start()
    _wait(task, patience)
    if not task.done:
        _watch(task, title, catalogue, parent)
    return task.answer()


def _wait(task: Task[T], patience: int) -> None:
    """Let the window paint, but take no clicks and keys, until the work or the patience ends."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        if not task.done:
            _ShortWait(cast("Task[object]", task), patience).exec(_UNTOUCHED)
    finally:
        QGuiApplication.restoreOverrideCursor()


class _ShortWait(QEventLoop):
    """Lasts until a task is done, or `patience` milliseconds."""

    def __init__(self, task: Task[object], patience: int) -> None:
        super().__init__()
        self._task = task
        self._patience = patience
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_EVERY)

    def _look(self) -> None:
        if self._task.done or self._clock.hasExpired(self._patience):
            self._timer.stop()
            self.quit()


def _watch(task: Task[T], title: str, catalogue: Catalogue, parent: QWidget | None) -> None:
    dialog = ProgressDialog(cast("Task[object]", task), title, catalogue, parent)
    agreed = dialog.exec() == ProgressDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not agreed:
        raise Cancelled
