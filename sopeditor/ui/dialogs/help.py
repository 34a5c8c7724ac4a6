"""The window that tells what the program is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopeditor import __version__
from sopeditor.foundation.message import Catalogue
from sopeditor.ui.icons import program_icon


class AboutDialog(QDialog):
    """Name, version, licence and what the program is for."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(catalogue.text("ui.help.about_title"))
        picture = QLabel()
        picture.setPixmap(program_icon().pixmap(QSize(72, 72), self.devicePixelRatioF()))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = QLabel(catalogue.text("ui.help.about_text", version=__version__))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setMinimumWidth(340)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(picture)
        row.addWidget(text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 14)
        layout.setSpacing(14)
        layout.addLayout(row)
        layout.addLayout(_close_row(self, catalogue))


def _close_row(dialog: QDialog, catalogue: Catalogue) -> QHBoxLayout:
    close = QPushButton(catalogue.text("ui.button.close"))
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    return row
