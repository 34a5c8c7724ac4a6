"""What the desktop brings along: its choice of files, and its view of a folder."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


def existing_file(parent: QWidget | None, title: str, folder: Path, filters: str) -> Path | None:
    """Let choose an existing file; None: cancelled."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), filters)
    return Path(name) if name else None


def new_file(parent: QWidget | None, title: str, suggestion: Path, filters: str) -> Path | None:
    """Let choose where to write; the dialog asks before overwriting; None: cancelled.

    A name typed without ending gets that of `suggestion` before the dialog asks.
    """
    dialog = QFileDialog(parent, title, str(suggestion.parent), filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
    dialog.selectFile(str(suggestion))
    if dialog.exec() != QFileDialog.DialogCode.Accepted:
        return None
    return Path(dialog.selectedFiles()[0])


def open_folder(folder: Path) -> None:
    """Show a folder in the desktop's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
