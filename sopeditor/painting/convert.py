"""Our geometry -> Qt's."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from sopeditor.drawing.strokes import Close, CurveTo, LineTo, MoveTo, PathPart
from sopeditor.foundation.geometry import Point, Rect


def qpoint(point: Point) -> QPointF:
    """Point -> QPointF."""
    return QPointF(point.x, point.y)


def qrect(rect: Rect) -> QRectF:
    """Rect -> QRectF."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def rect_of(rect: QRectF) -> Rect:
    """QRectF -> Rect."""
    return Rect(rect.x(), rect.y(), rect.width(), rect.height())


def point_of(point: QPointF) -> Point:
    """QPointF -> Point."""
    return Point(point.x(), point.y())


def painter_path(parts: Iterable[PathPart]) -> QPainterPath:
    """Path parts -> QPainterPath."""
    path = QPainterPath()
    for part in parts:
        match part:
            case MoveTo(to):
                path.moveTo(qpoint(to))
            case LineTo(to):
                path.lineTo(qpoint(to))
            case CurveTo(first, second, to):
                path.cubicTo(qpoint(first), qpoint(second), qpoint(to))
            case Close():
                path.closeSubpath()
    return path
