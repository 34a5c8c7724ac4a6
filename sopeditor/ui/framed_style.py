"""Frames that are seen on dark ground: Fusion draws them darker still, and so unseen."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
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


_Complex = QStyle.ComplexControl
_HANDLES = {
    _Complex.CC_Slider: QStyle.SubControl.SC_SliderHandle,
    _Complex.CC_ScrollBar: QStyle.SubControl.SC_ScrollBarSlider,
}


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
            _frame(painter, option.rect, _line(option.palette))

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        part = _HANDLES.get(control)
        if part is None or widget is None:
            return
        line = _line(option.palette)
        handle = self.subControlRect(control, option, part, widget)
        if control is _Complex.CC_Slider:
            groove = self.subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, widget)
            left, right, middle = handle.right() + 1, groove.right(), groove.center().y()
            painter.fillRect(left, middle, right - left, 1, line)
        _frame(painter, handle, line)


def _frame(painter: QPainter, box: QRect, colour: QColor) -> None:
    """Draw the edges of a box inside it: filled, since thin lines get lost at broken scales."""
    width, height = box.width(), box.height()
    painter.fillRect(box.left(), box.top(), width, 1, colour)
    painter.fillRect(box.left(), box.bottom(), width, 1, colour)
    painter.fillRect(box.left(), box.top() + 1, 1, height - 2, colour)
    painter.fillRect(box.right(), box.top() + 1, 1, height - 2, colour)


def _line(palette: QPalette) -> QColor:
    ink = palette.color(QPalette.ColorRole.WindowText)
    if _ground(palette) >= _BLACK:
        ink.setAlpha(_SOFT)
    return ink


def _ground(palette: QPalette) -> int:
    return palette.color(QPalette.ColorRole.Window).lightness()
