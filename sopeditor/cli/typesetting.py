"""Pages without a window: Qt measures text on its offscreen platform."""

import os

from PySide6.QtGui import QGuiApplication

from sopeditor.layout.engine import lay_out
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.painting.fonts import load_fonts
from sopeditor.painting.measuring import QtMeasurer


def lay_out_offscreen(document: Document, profile: Profile) -> DocumentLayout:
    """Answer the layout of a document; starts Qt where that has not been done yet."""
    return lay_out(document, profile, offscreen_measurer())


def offscreen_measurer() -> QtMeasurer:
    """Answer what measures text; starts Qt where that has not been done yet."""
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        QGuiApplication(["sopeditor"])
    load_fonts()
    return QtMeasurer()
