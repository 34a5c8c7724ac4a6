"""How far long work is, and how it learns that it is to stop."""

from collections.abc import Iterator, Sequence
from threading import Lock
from typing import TypeVar

from sopeditor.foundation.overriding import override

T = TypeVar("T")


class Cancelled(Exception):
    """A person stopped the work; nothing was written."""


class Progress:
    """What long work tells how far it is. This one, of work that nobody watches, stops nothing.

    Shares go from 0, begun, to 1, done.
    """

    def reach(self, share: float) -> None:
        """Tell that `share` of the work is done; raises `Cancelled` when it is to stop."""

    def settle(self) -> None:
        """Tell that the work is about to be written; raises `Cancelled` when it is to stop.

        From here on it cannot be cancelled any more, so that a file is never half a file and
        never appears after a person was told that nothing was written.
        """

    def part(self, start: float, end: float) -> "Progress":
        """Answer the progress of a part of the work, which goes from `start` to `end`."""
        return _Part(self, start, end)

    def over(self, items: Sequence[T]) -> Iterator[T]:
        """Answer the items one by one, telling before each how far the work is."""
        for index, item in enumerate(items):
            self.reach(index / len(items))
            yield item
        self.reach(1.0)


#: For whoever does not watch.
UNWATCHED = Progress()


class _Part(Progress):
    """A stretch of another progress."""

    def __init__(self, whole: Progress, start: float, end: float) -> None:
        self._whole = whole
        self._start = start
        self._length = end - start

    @override
    def reach(self, share: float) -> None:
        self._whole.reach(self._start + share * self._length)

    @override
    def settle(self) -> None:
        self._whole.settle()


class WatchedProgress(Progress):
    """Progress between two threads: one works and tells, the other looks and may cancel."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._share = 0.0
        self._cancelled = False
        self._settled = False

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1; it never falls."""
        return self._share

    @property
    def cancelled(self) -> bool:
        """Whether the work is to stop."""
        return self._cancelled

    def cancel(self) -> bool:
        """Ask the work to stop; answer False when it is too late, as it is being written."""
        with self._lock:
            self._cancelled = not self._settled
            return self._cancelled

    @override
    def reach(self, share: float) -> None:
        if self._cancelled:
            raise Cancelled
        self._share = max(self._share, min(share, 1.0))

    @override
    def settle(self) -> None:
        with self._lock:
            if self._cancelled:
                raise Cancelled
            self._settled, self._share = True, 1.0
