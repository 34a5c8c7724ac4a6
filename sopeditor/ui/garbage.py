"""Garbage is searched for between events, and in the thread of the window alone.

Python searches in whatever thread, and in the midst of whatever call, makes the next object.
There it ends widgets and scenes of a window that was closed: in the thread of long work, or while
Qt is just asking one of their items for its bounds. Either takes the program with it.
"""

import gc

from PySide6.QtCore import QObject, QThread, QTimer

#: How often the new objects are counted, in milliseconds.
_EVERY = 1000


class GarbageRounds(QObject):
    """Takes the search for garbage over from Python, as long as the program runs.

    A round finds what Python would have found by itself. There is none while a dialog is open or
    something is dragged, since Qt is in the midst of an event then.
    """

    def __init__(self, parent: QObject, every: int = _EVERY) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(every)

    def _look(self) -> None:
        if QThread.currentThread().loopLevel() > 1:
            return
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
