"""Work in a thread of its own, with what came of it."""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from sopeditor.foundation.progress import Progress, WatchedProgress

T = TypeVar("T")

_NAME = "long work"


class Task(Generic[T]):
    """Runs `work` beside the window; only `progress` and the answer cross the threads.

    The work may measure and paint on pictures and paper, but touches neither widgets nor
    scene. Its thread is waited for at the end of the program, so it must tell its progress
    often enough to be stopped within a moment.
    """

    def __init__(self, work: Callable[[Progress], T]) -> None:
        self.progress = WatchedProgress()
        self._work = work
        self._answers: list[T] = []
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, name=_NAME)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether the work has ended, well or not."""
        return not self._thread.is_alive()

    def answer(self) -> T:
        """Wait for the end; answer what the work answered, or raise what it raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._answers[0]

    def _run(self) -> None:
        try:
            self._answers.append(self._work(self.progress))
        except BaseException as error:  # noqa: BLE001 - raised again where it can be told
            self._error = error
