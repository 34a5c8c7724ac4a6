"""The parts of the window that keys go round: the views, then every panel that is seen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

#: Answers the panels that are seen, in the order in which keys reach them.
Shown = Callable[[], tuple[QWidget, ...]]


class Areas:
    """Leads the focus from one part of the window to the next, and round.

    `views` are the sheet and the table; `enter` lets the keys act in the one that is seen.
    """

    def __init__(self, views: QWidget, enter: Callable[[], None], shown: Shown) -> None:
        self._views, self._enter, self._shown = views, enter, shown

    def next(self) -> None:
        """Go to the next part."""
        self._go(1)

    def previous(self) -> None:
        """Go to the part before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        parts = (self._views, *self._shown())
        focused = QApplication.focusWidget()
        here = next((i for i, part in enumerate(parts) if focused and _holds(part, focused)), 0)
        for distance in range(1, len(parts) + 1):
            part = parts[(here + step * distance) % len(parts)]
            if part is self._views:
                self._enter()
                return
            if focus_first(part):
                return


def focus_first(part: QWidget) -> bool:
    """Give the focus to the first field of a part; answers whether it has one."""
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and widget.isVisible() and widget.isEnabled() and _holds(part, widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        widget = widget.nextInFocusChain()
    return False


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)
