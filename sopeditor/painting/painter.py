"""Strokes -> QPainter: the one painter of screen, PDF, PNG and print."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPen

from sopeditor.drawing.strokes import (
    CurveTo,
    ImageStroke,
    LineTo,
    MoveTo,
    PathPart,
    PathStroke,
    Pen,
    Stroke,
    TextStroke,
)
from sopeditor.drawing.theme import Theme
from sopeditor.layout.placement import Align
from sopeditor.painting.convert import painter_path, qrect
from sopeditor.painting.fonts import TEXT_SCALE, scaled_font


def paint(
    painter: QPainter, strokes: Iterable[Stroke], theme: Theme, dots: float | None = None
) -> None:
    """Paint strokes; the caller has scaled `painter` so that one unit is one point.

    With `dots`, the pixels of a point on a screen, lines are whole pixels wide: else some of
    equal width would look twice as wide as others, as their places fall.
    """
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    for stroke in strokes:
        match stroke:
            case PathStroke():
                _paint_path(painter, stroke, theme, dots)
            case TextStroke():
                _paint_text(painter, stroke, theme)
            case ImageStroke():
                painter.drawImage(qrect(stroke.rect), _image(stroke.png))


def whole_pixels(width: float, dots: float) -> int:
    """Answer how many pixels wide a line of so many points is drawn on a screen.

    0 stands for less than one: such a line is not narrower, but paler.
    """
    return int(width * dots + 0.5) if width * dots >= 1 else 0


def _paint_path(painter: QPainter, stroke: PathStroke, theme: Theme, dots: float | None) -> None:
    # Smoothed, an upright line falls between two rows of dots and turns grey, and one that
    # two cells share turns darker than others.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not _is_square(stroke.parts))
    painter.setPen(_pen(stroke.pen, theme, dots) if stroke.pen else Qt.PenStyle.NoPen)
    if stroke.fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(QBrush(QColor(*theme.colour(stroke.fill))))
    painter.drawPath(painter_path(stroke.parts))


def _is_square(parts: tuple[PathPart, ...]) -> bool:
    """Answer whether a path runs only across and up or down."""
    for before, part in pairwise(parts):
        if isinstance(part, CurveTo):
            return False
        if isinstance(part, LineTo) and isinstance(before, LineTo | MoveTo):
            (ax, ay), (bx, by) = before.to, part.to
            if ax != bx and ay != by:
                return False
    return True


def _pen(pen: Pen, theme: Theme, dots: float | None) -> QPen:
    pixels = 0 if dots is None else whole_pixels(pen.width, dots)
    made = QPen(
        QBrush(QColor(*theme.colour(pen.ink))),
        pixels or pen.width,
        Qt.PenStyle.DashLine if pen.dashed else Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.FlatCap,
        Qt.PenJoinStyle.MiterJoin,
    )
    made.setCosmetic(pixels > 0)
    return made


def _paint_text(painter: QPainter, stroke: TextStroke, theme: Theme) -> None:
    font = scaled_font(stroke.font)
    painter.save()
    painter.translate(stroke.origin.x, stroke.origin.y)
    painter.scale(1 / TEXT_SCALE, 1 / TEXT_SCALE)
    painter.setFont(font)
    painter.setPen(QColor(*theme.colour(stroke.ink)))
    painter.drawText(QPointF(_text_start(stroke), 0), stroke.text)
    painter.restore()


def _text_start(stroke: TextStroke) -> float:
    if stroke.align is Align.LEFT:
        return 0.0
    advance = QFontMetricsF(scaled_font(stroke.font)).horizontalAdvance(stroke.text)
    return -advance / 2 if stroke.align is Align.CENTRE else -advance


@lru_cache(maxsize=8)
def _image(png: bytes) -> QImage:
    return QImage.fromData(png)
