"""Asking for one line of text."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from sopeditor.foundation.message import Catalogue

#: A title of usual length is seen whole, in pixels.
_WIDTH = 460


class LineDialog(QDialog):
    """A question over a field; `text` is what stands in it."""

    def __init__(
        self, title: str, question: str, text: str, catalogue: Catalogue, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._line = QLineEdit(text)
        self._line.setAccessibleName(question)
        self._line.selectAll()
        label = QLabel(question)
        label.setWordWrap(True)
        label.setBuddy(self._line)
        buttons = QDialogButtonBox()
        for word, role in (
            ("ok", QDialogButtonBox.ButtonRole.AcceptRole),
            ("cancel", QDialogButtonBox.ButtonRole.RejectRole),
        ):
            buttons.addButton(catalogue.text(f"ui.button.{word}"), role)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self._line)
        layout.addSpacing(6)
        layout.addWidget(buttons)

    @property
    def text(self) -> str:
        """What was typed."""
        return self._line.text()
