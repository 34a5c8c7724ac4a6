"""A workbook on its way into the window: read, shown beside its result, and confirmed."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from sopeditor.excel.reader.files import load_workbook
from sopeditor.foundation.message import UserError
from sopeditor.layout.engine import lay_out
from sopeditor.model.document import Document
from sopeditor.painting.measuring import QtMeasurer
from sopeditor.storage.profiles import profile_of
from sopeditor.ui.desk import Desk


def document_from_workbook(path: Path, desk: Desk) -> Document | None:
    """Answer the document that a person confirmed; None when cancelled or told unreadable.

    An unchanged workbook of our own needs no confirming.
    """
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        imported = load_workbook(path, desk.profiles)
        profile = profile_of(imported.document, desk.profiles)
        layout = lay_out(imported.document, profile, QtMeasurer())
    except UserError as error:
        QGuiApplication.restoreOverrideCursor()
        desk.questions.tell_error(error.words)
        return None
    QGuiApplication.restoreOverrideCursor()
    if imported.exact or desk.questions.confirm_import(imported, layout):
        return imported.document
    return None
