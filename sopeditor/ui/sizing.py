"""How large a dialog opens: as it wishes, but never larger than its screen has room for."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

#: What a desktop draws around a dialog, in pixels: borders, and the bar with its title.
_FRAME = QSize(16, 40)


def open_with_size(dialog: QDialog, wished: QSize) -> None:
    """Give a dialog its first size: its foot, where the buttons are, must lie on the screen."""
    room = dialog.screen().availableGeometry().size() - _FRAME
    dialog.resize(wished.boundedTo(room))
