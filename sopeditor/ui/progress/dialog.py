"""The window that shows how far long work is and cancels it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopeditor.foundation.message import Catalogue
from sopeditor.foundation.overriding import override
from sopeditor.ui.progress.task import Task

#: How often the window looks, in milliseconds.
_LOOK_EVERY = 30
_STEPS = 1000
_WIDTH = 420


class ProgressDialog(QDialog):
    """Stays until the work is done (accepted) or a person cancelled it (rejected)."""

    def __init__(
        self, task: Task[object], title: str, catalogue: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._task = task
        self._catalogue = catalogue
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(title)
        self.words = QLabel(catalogue.text("progress.wait"))
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.cancel_button = QPushButton(catalogue.text("progress.cancel"))
        # Enter, still meant for the dialog before, must not call the work off.
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addLayout(row)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_EVERY)
        self._look()

    @override
    def reject(self) -> None:
        """Cancel the work and close at once; what is being written already is waited for."""
        if self._task.progress.cancel():
            self._timer.stop()
            super().reject()
            return
        self.cancel_button.setEnabled(False)
        self.words.setText(self._catalogue.text("progress.too_late"))

    def _look(self) -> None:
        if self._task.done:
            self._timer.stop()
            self.accept()
            return
        share = self._task.progress.share
        # A bar that only sways tells that work goes on where no share is known yet.
        self.bar.setRange(0, _STEPS if share > 0 else 0)
        self.bar.setValue(round(share * _STEPS))
