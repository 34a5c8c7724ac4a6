"""Catches a modal dialog that a test did not expect, before it waits for ever."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QWidget

#: A test that handles its dialog does so well within this time.
PATIENCE_MS = 4_000
_LOOK_EVERY_MS = 200


class ModalWatch(QObject):
    """Closes any modal dialog that stays for `patience` milliseconds and remembers its words."""

    def __init__(self, patience: int = PATIENCE_MS) -> None:
        super().__init__()
        self.found: list[str] = []
        self._patience = patience
        self._shown: QWidget | None = None
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(min(_LOOK_EVERY_MS, patience))
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def finish(self) -> list[str]:
        """Stop watching, close what is still open; answer the words of all that was unexpected."""
        self._timer.stop()
        left = QApplication.activeModalWidget()
        if left is not None and left.isVisible():
            self._dismiss(left)
        return self.found

    def _look(self) -> None:
        shown = QApplication.activeModalWidget()
        if shown is not self._shown:
            self._shown = shown
            self._since.start()
        elif shown is not None and self._since.hasExpired(self._patience):
            self._shown = None
            self._dismiss(shown)

    def _dismiss(self, dialog: QWidget) -> None:
        self.found.append(_words(dialog))
        if isinstance(dialog, QDialog):
            dialog.reject()
        dialog.close()


def _words(dialog: QWidget) -> str:
    if isinstance(dialog, QMessageBox):
        return f"{dialog.windowTitle()}: {dialog.text()} {dialog.informativeText()}".strip()
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    return f"{type(dialog).__name__} {dialog.windowTitle()!r}: {' / '.join(texts[:3])}"
