"""An operating system that fails at the n-th call."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from typing_extensions import override

from sopeditor.storage.system import System

OPERATIONS = frozenset(name for name in vars(System) if not name.startswith("_"))


class FaultySystem(System):
    """Fails the call number `failing` with `error_number`; from there on all if `for_ever`.

    Calls of `remove` and `sleep` are not failed: the first is what the test looks for, the
    second would only make it slow.
    """

    def __init__(self, failing: int, error_number: int, *, for_ever: bool = False) -> None:
        self._failing = failing
        self._error_number = error_number
        self._for_ever = for_ever
        self._calls = 0
        self.failed: list[str] = []

    @override
    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    @override
    def sleep(self, seconds: float) -> None:
        """Wait no time at all."""

    @override
    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name not in OPERATIONS - {"remove", "sleep"}:
            return found
        return self._counted(name, found)

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any) -> Any:
            self._calls += 1
            if self._calls == self._failing or (self._for_ever and self._calls > self._failing):
                self.failed.append(name)
                if name == "close":  # a descriptor is gone even when closing fails
                    call(*arguments)
                raise OSError(self._error_number, "made to fail")
            return call(*arguments)

        return counted
