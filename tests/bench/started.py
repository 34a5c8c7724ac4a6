"""A process that is started to be measured: it tells when it has painted, and ends.

Run as `python -m tests.bench.started widget|application|editor [FILE]`. It prints the
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
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Bare(QWidget):
        """Ends the application at its first painting."""

        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, _end)

    running = QApplication([])
    bare = Bare()
    bare.resize(1280, 800)
    bare.show()
    running.exec()


def editor(path: Path) -> None:
    """Start the program with a file, as `python -m sopeditor FILE` does."""
    from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from sopeditor.app import open_window, prepare

    class Watch(QObject):
        """Ends the application once the sheet was painted with the file on it."""

        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, _end)
            return False

    running = prepare(QApplication([]))
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    program = open_window(running, settings, path)
    watch = Watch()
    program.window.sheet.viewport().installEventFilter(watch)
    running.exec()


def _end() -> None:
    from PySide6.QtWidgets import QApplication

    tell()
    QApplication.exit()


if __name__ == "__main__":
    what, *arguments = sys.argv[1:]
    if what == "editor":
        editor(Path(arguments[0]))
    else:
        {"application": application, "widget": widget}[what]()
