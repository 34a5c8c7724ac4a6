"""Frames that are seen on dark ground: Fusion draws them darker still, and so unseen."""

from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleFactory,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)
from typing_extensions import override

#: A ground darker than this leaves no room for darker lines, on a scale to 255; on one that is
#: black people want contrast above all.
_DARK, _BLACK = 90, 12
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
            painter.save()
            painter.setPen(_line(option.palette))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            painter.restore()

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
        painter.save()
        painter.setPen(_line(option.palette))
        handle = self.subControlRect(control, option, part, widget)
        if control is _Complex.CC_Slider:
            groove = self.subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, widget)
            middle = groove.center().y()
            painter.drawLine(handle.right(), middle, groove.right(), middle)
        painter.drawRect(handle.adjusted(0, 0, -1, -1))
        painter.restore()


def dress(application: QApplication) -> None:
    """Give the application the style that its palette needs; none other where it has it."""
    framed = _ground(application.palette()) < _DARK
    if framed is not isinstance(application.style(), FramedStyle):
        application.setStyle(FramedStyle() if framed else QStyleFactory.create("Fusion"))


def _line(palette: QPalette) -> QColor:
    ink = palette.color(QPalette.ColorRole.WindowText)
    if _ground(palette) >= _BLACK:
        ink.setAlpha(_SOFT)
    return ink


def _ground(palette: QPalette) -> int:
    return palette.color(QPalette.ColorRole.Window).lightness()
