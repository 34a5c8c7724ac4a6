"""A typed signal without Qt: receivers connect, one sender emits."""

from collections.abc import Callable
from typing import Generic, ParamSpec

P = ParamSpec("P")


class Signal(Generic[P]):
    """Calls its receivers, in the order in which they connected."""

    def __init__(self) -> None:
        self._receivers: list[Callable[P, None]] = []

    def connect(self, receiver: Callable[P, None]) -> None:
        """Call `receiver` at every emission from now on."""
        self._receivers.append(receiver)

    def disconnect(self, receiver: Callable[P, None]) -> None:
        """Stop calling `receiver`; raises ValueError when it is not connected."""
        self._receivers.remove(receiver)

    def emit(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Call every receiver; those that connect meanwhile wait for the next time."""
        for receiver in tuple(self._receivers):
            receiver(*args, **kwargs)
