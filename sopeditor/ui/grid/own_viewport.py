"""Viewports that PySide knows: to hand out one that Qt made, it prepares all kinds of widgets."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea, ground: QPalette.ColorRole) -> QWidget:
    """Give an area a viewport of our own that is like Qt's, on `ground`; answers it."""
    viewport = QWidget()
    viewport.setBackgroundRole(ground)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
    return viewport
