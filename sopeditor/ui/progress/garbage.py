"""Garbage of the window ends in the window's own thread, never in that of long work.

Python searches for garbage in whatever thread makes the next object, and a widget or an icon
that ends in a thread other than its own takes the program with it. So nothing is searched for
while long work runs, and it is the window's thread that begins again: a thread that did so as
its last word would search at once, since the count of new objects goes on meanwhile.
"""

import gc
from typing import Protocol

from PySide6.QtCore import QTimer

#: How often the end of work that nobody waits for is looked for, in milliseconds.
_LOOK_EVERY = 30


class Work(Protocol):
    """Something that runs in a thread of its own."""

    @property
    def done(self) -> bool:
        """Whether its thread has ended."""
        ...


_running: list[Work] = []


def keep_garbage_during(work: Work) -> None:
    """Search for no garbage from now on, until the thread of `work` has ended too.

    Called in the thread of the window; several works may run at once.
    """
    gc.disable()
    _running.append(work)


def search_again_when_done() -> None:
    """Let garbage be searched for as soon as no work runs; called in the thread of the window.

    A cancelled work ends later than the waiting for it: it is looked for while the window lives.
    """
    _running[:] = [work for work in _running if not work.done]
    if _running:
        QTimer.singleShot(_LOOK_EVERY, search_again_when_done)
    else:
        gc.enable()
