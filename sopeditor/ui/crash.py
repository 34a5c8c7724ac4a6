"""What happens when the program itself fails: plain words for the person, a log for us.

The log holds where it happened and what kind of error it was, never the error's own text:
that could quote the document.
"""

import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sopeditor import __version__

#: The log starts anew when it has grown to this many bytes.
_LOG_LIMIT = 256 * 1024

Tell = Callable[[Path], None]


class CrashHook:
    """Takes the place of `sys.excepthook`; `tell` shows the words, given the log's path."""

    def __init__(self, log: Path, tell: Tell) -> None:
        self._log = log
        self._tell = tell
        self._telling = False

    def install(self) -> None:
        """Catch from now on what nobody else does."""
        sys.excepthook = self

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the log and tell; what fails while telling is only written."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._write(kind, trace)
        if self._telling:
            return
        self._telling = True
        try:
            self._tell(self._log)
        finally:
            self._telling = False

    def _write(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        stamp = datetime.now(UTC).isoformat(timespec="seconds")
        head = f"{stamp} SOP Editor {__version__} Python {sys.version.split()[0]}\n"
        text = head + "".join(traceback.format_tb(trace)) + f"{kind.__qualname__}\n\n"
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            grown = self._log.exists() and self._log.stat().st_size > _LOG_LIMIT
            with self._log.open("w" if grown else "a", encoding="utf-8") as log:
                log.write(text)
        except OSError:
            # Without a log the person must still be told.
            return
