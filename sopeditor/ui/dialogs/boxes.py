"""Message boxes with buttons in our own words and text that is never read as markup."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from sopeditor.foundation.message import Catalogue

#: How much a box weighs, told by its picture.
Weight = Literal["information", "warning", "critical"]

_PICTURES: dict[Weight, QMessageBox.Icon] = {
    "information": QMessageBox.Icon.Information,
    "warning": QMessageBox.Icon.Warning,
    "critical": QMessageBox.Icon.Critical,
}
_ROLES = {
    "discard": QMessageBox.ButtonRole.DestructiveRole,
    "open_folder": QMessageBox.ButtonRole.ActionRole,
    "cancel": QMessageBox.ButtonRole.RejectRole,
    "close": QMessageBox.ButtonRole.RejectRole,
}

#: Where the first button destroys something, Enter must not press it.
_DESTRUCTIVE = frozenset({"remove", "overwrite"})


class WordedBox(QMessageBox):
    """A box with one button for each word of `ui.button`; the last is what Escape presses."""

    def __init__(
        self,
        catalogue: Catalogue,
        weight: Weight,
        words: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setIcon(_PICTURES[weight])
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._words = words
        self._buttons = [self._add(word, catalogue.text(f"ui.button.{word}")) for word in words]
        self.setEscapeButton(self._buttons[-1])
        self.setDefaultButton(self._buttons[-1 if words[0] in _DESTRUCTIVE else 0])

    def ask(self) -> str:
        """Show the box and answer the word of the button pressed."""
        self.exec()
        clicked = self.clickedButton()
        for word, button in zip(self._words, self._buttons, strict=True):
            if button is clicked:
                return word
        return self._words[-1]

    def _add(self, word: str, text: str) -> QPushButton:
        role = _ROLES.get(word, QMessageBox.ButtonRole.AcceptRole)
        return self.addButton(text, role)
