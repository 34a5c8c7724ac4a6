"""Pens of a fixed width on the screen, whatever the zoom."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen


def screen_pen(colour: QColor, width: float, *, dashed: bool = False) -> QPen:
    """Answer a pen of `width` pixels."""
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen
