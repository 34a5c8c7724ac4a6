"""The style that a palette needs: on dark ground, Fusion with frames that are seen there."""

from collections.abc import Sequence

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from sopeditor.ui.legible import make_legible

#: A ground darker than this leaves no room for darker lines, on a scale to 255.
_DARK = 90
#: The property of the application that tells whether its frames are drawn anew.
_FRAMED = "framed"


def begun_application(arguments: Sequence[str]) -> QApplication:
    """Answer the application, begun with the style that most palettes need.

    Given among the arguments, Qt takes it without PySide, which makes five hundred constants
    when a style is first spoken of.
    """
    application = QApplication([*arguments, "-style", "Fusion"])
    application.setProperty(_FRAMED, False)
    return application


def dress(application: QApplication) -> None:
    """Give the application the style that its palette needs, and colours that can be read."""
    _choose_style(application)
    make_legible(application)


def _choose_style(application: QApplication) -> None:
    framed = application.palette().color(QPalette.ColorRole.Window).lightness() < _DARK
    if application.property(_FRAMED) is framed:
        return
    application.setProperty(_FRAMED, framed)
    if framed:
        # Late: only dark ground needs it.
        from sopeditor.ui.framed_style import FramedStyle

        application.setStyle(FramedStyle())
    else:
        application.setStyle("Fusion")
