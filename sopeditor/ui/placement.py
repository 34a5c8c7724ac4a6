"""Where the main window stands: as it was left, but always on a screen that is there."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QMainWindow

from sopeditor.ui.settings import Settings

#: What the window needs at least: 1366 x 768 at 150 %, without title bar and task bar.
LEAST = QSize(880, 420)
_FIRST = QSize(1280, 700)

#: Part of the title bar that must lie on a screen for the window to be caught, in pixels.
_GRIP = 80


def restore(window: QMainWindow, settings: Settings) -> None:
    """Place `window` as it was; where that is off every screen, on the first one."""
    window.resize(_FIRST)
    window.restoreGeometry(settings.geometry)
    window.restoreState(settings.arrangement)
    if not _reachable(window.frameGeometry()):
        window.setGeometry(centred_in(QApplication.primaryScreen().availableGeometry()))


def keep(window: QMainWindow, settings: Settings) -> None:
    """Remember how `window` stands."""
    settings.keep_window(window.saveGeometry(), window.saveState())


def centred_in(screen: QRect) -> QRect:
    """Answer the first size in the middle of a screen, shrunk to fit."""
    size = _FIRST.boundedTo(screen.size())
    box = QRect(screen.topLeft(), size)
    box.moveCenter(screen.center())
    return box


def _reachable(frame: QRect) -> bool:
    title = QRect(frame.left(), frame.top(), frame.width(), 20)
    for screen in QApplication.screens():
        seen = screen.availableGeometry().intersected(title)
        if seen.width() >= _GRIP and seen.height() > 0:
            return True
    return False
