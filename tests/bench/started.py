"""A process that is started to be measured: it tells when it has painted, and ends.

Run as `python -m tests.bench.started widget|application|editor|whole [FILE]`. It prints the
processor time so far, the time of day and the resident memory in megabytes.
"""

import sys
import time
from pathlib import Path

from typing_extensions import override


def tell() -> None:
    """Print what was taken until now."""
    processor, clock = time.process_time(), time.time()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    print(processor, clock, pages * 4096 / 1_000_000, flush=True)


def application() -> None:
    """Make an application without a window."""
    from PySide6.QtWidgets import QApplication

    QApplication([])
    tell()


def widget() -> None:
    """Paint a bare widget."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Bare(QWidget):
        """Ends the application at its first painting."""

        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            end_soon(self)

        @override
        def customEvent(self, event: QEvent) -> None:
            end()

    running = QApplication([])
    bare = Bare()
    bare.resize(1280, 800)
    bare.show()
    running.exec()


def editor(path: Path, *, whole: bool = False) -> None:
    """Start the program with a file, as `python -m sopeditor FILE` does.

    It ends when the sheet was painted, or with `whole` when all of the window is built.
    """
    from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from sopeditor.app import made_application, open_window
    from sopeditor.canvas.view import SheetView

    class Watch(QObject):
        """Tells, and ends the application unless all of the window is waited for."""

        @override
        def customEvent(self, event: QEvent) -> None:
            tell()
            if not whole:
                QApplication.exit()

        def look(self) -> None:
            """Tell once all of the window is built."""
            if program.window.built:
                end()

    watch = Watch()
    paint = SheetView.paintEvent

    def painted(sheet: SheetView, event: QPaintEvent) -> None:
        """Paint the sheet, for the first time with the file on it."""
        paint(sheet, event)
        SheetView.paintEvent = paint  # type: ignore[method-assign]
        end_soon(watch)

    SheetView.paintEvent = painted  # type: ignore[method-assign, assignment]
    running = made_application()
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    program = open_window(running, settings, path)
    timer = QTimer()
    timer.timeout.connect(watch.look)
    if whole:
        timer.start()
    running.exec()


def end_soon(watch: object) -> None:
    """End before anything that waits for a timer, such as what follows the first painting."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

    assert isinstance(watch, QObject)
    first = Qt.EventPriority.HighEventPriority
    QCoreApplication.postEvent(watch, QEvent(QEvent.Type.User), first.value)


def end() -> None:
    """Tell what it took, and end."""
    from PySide6.QtCore import QCoreApplication

    tell()
    QCoreApplication.exit()


if __name__ == "__main__":
    what, *arguments = sys.argv[1:]
    if what in {"editor", "whole"}:
        editor(Path(arguments[0]), whole=what == "whole")
    else:
        {"application": application, "widget": widget}[what]()
