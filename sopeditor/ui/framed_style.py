"""Frames that are seen on dark ground: Fusion draws them darker still, and so unseen."""

from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QWidget,
)

from sopeditor.foundation.overriding import override

#: On a ground that is black, on a scale to 255, people want contrast above all.
_BLACK = 12
#: How strong the lines are on ground that is dark only, of 255.
_SOFT = 90
_Element = QStyle.PrimitiveElement
_FRAMED = frozenset(
    {
        _Element.PE_PanelLineEdit,
        _Element.PE_Frame,
        _Element.PE_FrameGroupBox,
        _Element.PE_IndicatorCheckBox,
        _Element.PE_IndicatorRadioButton,
        _Element.PE_PanelButtonCommand,
        _Element.PE_FrameMenu,
    }
)


class FramedStyle(QProxyStyle):
    """Fusion with a line in the colour of text, or a soft shade of it, around what has a frame."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawPrimitive(element, option, painter, widget)
        if element in _FRAMED:
            painter.save()
            painter.setPen(_line(option.palette))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            painter.restore()


def _line(palette: QPalette) -> QColor:
    ink = palette.color(QPalette.ColorRole.WindowText)
    if palette.color(QPalette.ColorRole.Window).lightness() >= _BLACK:
        ink.setAlpha(_SOFT)
    return ink
