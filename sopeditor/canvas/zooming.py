"""A view that zooms: 1.0 is true size, as on paper, by the dots per inch of the desktop."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import (
    QGestureEvent,
    QGraphicsScene,
    QGraphicsView,
    QPinchGesture,
    QWidget,
)

from sopeditor.canvas.sheet import MARGIN
from sopeditor.foundation.overriding import override
from sopeditor.foundation.units import POINTS_PER_INCH

#: Zooms that the buttons step through.
STEPS = (0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)

#: A full notch of the wheel, in the units of Qt.
_NOTCH = 120

#: Free room around what is fitted into the view, in points: the ground that is there.
_FIT_ROOM = MARGIN


class ZoomingView(QGraphicsView):
    """Zooms by wheel, pinch and command; what is under the pointer stays under it."""

    #: The new zoom; 1.0 is true size.
    zoom_changed = Signal(float)
    #: A box of the sheet was brought into view (`QRectF`); what lies over it makes way.
    revealed = Signal(QRectF)

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        # One of our own: to hand out a widget that Qt has made, PySide first prepares all seventy
        # kinds of widgets that it could be, for a tenth of the time until the first painting.
        self.setViewport(QWidget())
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.zoom_to(1.0)

    @property
    def zoom(self) -> float:
        """The zoom; 1.0 is true size."""
        return self.transform().m11() / self._true_scale

    def zoom_to(self, zoom: float) -> None:
        """Zoom to a factor of true size, kept between the least and the largest step."""
        self._zoom_around(zoom, self.viewport().rect().center())

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        larger = [step for step in STEPS if step > self.zoom * 1.001]
        self.zoom_to(larger[0] if larger else STEPS[-1])

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        smaller = [step for step in STEPS if step < self.zoom * 0.999]
        self.zoom_to(smaller[-1] if smaller else STEPS[0])

    def fit(self, rect: QRectF, *, whole: bool) -> None:
        """Zoom so that the width of `rect`, or all of it, just fits; show its top."""
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        scale = (room.width() - bar - 1) / (rect.width() + 2 * _FIT_ROOM)
        if whole:
            scale = min(scale, room.height() / (rect.height() + 2 * _FIT_ROOM))
        self.zoom_to(scale / self._true_scale)
        if whole:
            self.centerOn(rect.center())
        else:
            self._show_top(rect)

    def reveal(self, rect: QRectF, room: int) -> None:
        """Scroll as little as brings a box of the sheet into view, `room` pixels around it."""
        self.ensureVisible(rect, room, room)
        self.revealed.emit(rect)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            larger = 1.2 ** (event.angleDelta().y() / _NOTCH)
            self._zoom_around(self.zoom * larger, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QGestureEvent):
            return self._pinch(event)
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom_around(self.zoom * (1 + event.value()), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    @property
    def _true_scale(self) -> float:
        return self.logicalDpiX() / POINTS_PER_INCH

    def _zoom_around(self, zoom: float, pixel: QPoint) -> None:
        """Zoom; what is at `pixel` of the view stays there as far as the sheet reaches."""
        kept = self.mapToScene(pixel)
        scale = min(max(zoom, STEPS[0]), STEPS[-1]) * self._true_scale
        self.setTransform(QTransform.fromScale(scale, scale))
        away = self.mapFromScene(kept) - pixel
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + away.x())
        along.setValue(along.value() + away.y())
        self.zoom_changed.emit(self.zoom)

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            middle = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
            self._zoom_around(self.zoom * pinch.scaleFactor(), middle)
            event.accept(pinch)
        return True

    def _show_top(self, rect: QRectF) -> None:
        height = self.viewport().height() / self.transform().m11()
        self.centerOn(rect.center().x(), rect.top() - _FIT_ROOM + height / 2)
