"""Files dragged onto the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from sopeditor.storage.files import SUFFIX


def dropped_document(mime: QMimeData) -> Path | None:
    """Answer the first SOP document that a drag carries, or None."""
    for url in mime.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() == SUFFIX:
            return path
    return None
