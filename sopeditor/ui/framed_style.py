"""Frames that are seen on dark ground: Fusion draws them darker still, and so unseen."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionTab,
    QTabBar,
    QWidget,
)

from sopeditor.foundation.overriding import override
from sopeditor.ui.icons import Icons

#: On a ground that is black, on a scale to 255, people want contrast above all.
_BLACK = 12
#: How strong the lines are on ground that is dark only, of 255.
_SOFT = 90
#: Around what has the focus, and along the tab in front, in pixels.
_THICK = 2
_Element = QStyle.PrimitiveElement
_FRAMED = frozenset(
    {
        _Element.PE_PanelLineEdit,
        _Element.PE_Frame,
        _Element.PE_FrameGroupBox,
        _Element.PE_IndicatorCheckBox,
        _Element.PE_PanelButtonCommand,
        _Element.PE_FrameMenu,
        _Element.PE_FrameFocusRect,
    }
)


_Complex = QStyle.ComplexControl
_HANDLES = {
    _Complex.CC_Slider: QStyle.SubControl.SC_SliderHandle,
    _Complex.CC_ScrollBar: QStyle.SubControl.SC_ScrollBarSlider,
}
_Control = QStyle.ControlElement
#: Fusion's own pictures on the titles of docks are black, whatever the ground.
_ICONS: Mapping[QStyle.StandardPixmap, str] = {
    QStyle.StandardPixmap.SP_TitleBarNormalButton: "detach",
    QStyle.StandardPixmap.SP_TitleBarCloseButton: "remove",
}
_TABS_BELOW = (QTabBar.Shape.RoundedSouth, QTabBar.Shape.TriangularSouth)


class FramedStyle(QProxyStyle):
    """Fusion with a line in the colour of text, or a soft shade of it, around what has a frame.

    What has the focus, and the button that Enter presses, get theirs in the accent.
    """

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
        if element is _Element.PE_IndicatorRadioButton:
            _ring(painter, option)
        if element not in _FRAMED or _inside_another(widget):
            return
        if element is _Element.PE_FrameFocusRect:
            _frame(painter, option.rect, _accent(option.palette))
        elif element is _Element.PE_PanelButtonCommand and _is_default(widget):
            _frame(painter, option.rect, _accent(option.palette), _THICK)
        else:
            _frame_by_focus(painter, option)

    @override
    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawControl(element, option, painter, widget)
        if element is _Control.CE_ProgressBarGroove:
            _frame(painter, option.rect, _line(option.palette))
        elif element is _Control.CE_TabBarTabShape and isinstance(option, QStyleOptionTab):
            _mark_tab(painter, option)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control is _Complex.CC_SpinBox or _is_typed_into(widget):
            _frame_by_focus(painter, option)
        part = _HANDLES.get(control)
        if part is None or widget is None:
            return
        line = _line(option.palette)
        handle = self.subControlRect(control, option, part, widget)
        if control is _Complex.CC_Slider:
            groove = self.subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, widget)
            left, right, middle = handle.right() + 1, groove.right(), groove.center().y()
            painter.fillRect(left, middle, right - left, 1, line)
            line = _accent(option.palette) if _has_focus(option) else line
        _frame(painter, handle, line)

    @override
    def standardIcon(
        self,
        standardIcon: QStyle.StandardPixmap,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        name = _ICONS.get(standardIcon)
        if name is None:
            return super().standardIcon(standardIcon, option, widget)
        return Icons(QApplication.palette()).action(name)


def _frame_by_focus(painter: QPainter, option: QStyleOption) -> None:
    if _has_focus(option):
        _frame(painter, option.rect, _accent(option.palette), _THICK)
    else:
        _frame(painter, option.rect, _line(option.palette))


def _frame(painter: QPainter, box: QRect, colour: QColor, thick: int = 1) -> None:
    """Draw the edges of a box inside it: filled, since thin lines get lost at broken scales."""
    width, height = box.width(), box.height()
    painter.fillRect(box.left(), box.top(), width, thick, colour)
    painter.fillRect(box.left(), box.bottom() + 1 - thick, width, thick, colour)
    painter.fillRect(box.left(), box.top() + thick, thick, height - 2 * thick, colour)
    painter.fillRect(box.right() + 1 - thick, box.top() + thick, thick, height - 2 * thick, colour)


def _ring(painter: QPainter, option: QStyleOption) -> None:
    colour = _accent(option.palette) if _has_focus(option) else _line(option.palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(option.rect).adjusted(1, 1, -1, -1))
    painter.restore()


def _mark_tab(painter: QPainter, tab: QStyleOptionTab) -> None:
    """Frame a tab; the one in front is open to its page, with the accent along the far edge."""
    box, below, line = QRect(tab.rect), tab.shape in _TABS_BELOW, _line(tab.palette)
    if not tab.state & QStyle.StateFlag.State_Selected:
        # Those behind are lower: Fusion leaves two pixels free on the far side.
        _frame(painter, box.adjusted(0, 0 if below else 2, 0, -2 if below else 0), line)
        return
    painter.fillRect(box.left(), box.top(), 1, box.height(), line)
    painter.fillRect(box.right(), box.top(), 1, box.height(), line)
    top = box.bottom() + 1 - _THICK if below else box.top()
    painter.fillRect(box.left(), top, box.width(), _THICK, _accent(tab.palette))


def _is_default(widget: QWidget | None) -> bool:
    return isinstance(widget, QPushButton) and widget.isDefault() and widget.isEnabled()


def _is_typed_into(widget: QWidget | None) -> bool:
    return isinstance(widget, QComboBox) and widget.isEditable()


def _inside_another(widget: QWidget | None) -> bool:
    """Answer whether what is drawn is a part of a field that gets one frame around all of it."""
    parent = widget.parentWidget() if widget is not None else None
    return _is_typed_into(widget) or isinstance(parent, QAbstractSpinBox) or _is_typed_into(parent)


def _has_focus(option: QStyleOption) -> bool:
    wanted = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Enabled
    return (option.state & wanted) == wanted


def _accent(palette: QPalette) -> QColor:
    return palette.color(QPalette.ColorRole.Highlight)


def _line(palette: QPalette) -> QColor:
    ink = palette.color(QPalette.ColorRole.WindowText)
    if _ground(palette) >= _BLACK:
        ink.setAlpha(_SOFT)
    return ink


def _ground(palette: QPalette) -> int:
    return palette.color(QPalette.ColorRole.Window).lightness()
