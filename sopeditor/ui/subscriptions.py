"""Connections to a session that end with the widget that made them."""

from collections.abc import Callable
from typing import ParamSpec, Protocol

from sopeditor.foundation.signal import Signal

P = ParamSpec("P")


class Follower(Protocol):
    """Whoever follows a session for as long as its window is there."""

    def detach(self) -> None:
        """Stop following the session, before the window goes."""
        ...


class Subscriptions:
    """Remembers what was connected, so that all of it can be disconnected at once.

    A session outlives the windows on it: choosing another language builds a new one.
    """

    def __init__(self) -> None:
        self._ends: list[Callable[[], None]] = []

    def listen(self, signal: Signal[P], receiver: Callable[P, None]) -> None:
        """Call `receiver` at every emission until `release`."""
        signal.connect(receiver)

        def end() -> None:
            signal.disconnect(receiver)

        self._ends.append(end)

    def release(self) -> None:
        """Disconnect everything; calling it again does nothing."""
        while self._ends:
            self._ends.pop()()
