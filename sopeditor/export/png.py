"""Drawings -> one PNG picture, page below page."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter

from sopeditor.drawing.strokes import Drawing
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.export.errors import ExportFailed
from sopeditor.foundation.message import message
from sopeditor.foundation.progress import UNWATCHED, Progress
from sopeditor.foundation.units import POINTS_PER_INCH
from sopeditor.painting.painter import paint

#: Sharp on a projector and in a slide, without heavy files.
DOTS_PER_INCH = 150

#: Below this the text of a page can't be read any more.
_LEAST_DOTS_PER_INCH = 60

#: Qt paints no picture higher than this.
_MOST_PIXELS = 32_000

#: Distance between pages, in points.
_GAP = 12.0

_GROUND = 0xFFD9DCE0
_METRES_PER_INCH = 0.0254


#: The share that painting takes; packing the picture is the rest.
_PAINTED = 0.7


def write_png(
    drawings: Sequence[Drawing],
    dots_per_inch: int = DOTS_PER_INCH,
    progress: Progress = UNWATCHED,
) -> bytes:
    """Answer a picture of all drawings; long documents get fewer dots per inch.

    Raises `ExportFailed` when the text would become unreadable, `Cancelled` between pages.
    """
    height = sum(drawing.size.height for drawing in drawings) + _GAP * (len(drawings) - 1)
    width = max(drawing.size.width for drawing in drawings)
    dots = min(dots_per_inch, int(_MOST_PIXELS * POINTS_PER_INCH / height))
    if dots < _LEAST_DOTS_PER_INCH:
        raise ExportFailed(message("export.png_too_long", pages=len(drawings)))
    scale = dots / POINTS_PER_INCH
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dots / _METRES_PER_INCH))
    image.setDotsPerMeterY(round(dots / _METRES_PER_INCH))
    image.fill(_GROUND)
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        for drawing in progress.part(0.0, _PAINTED).over(drawings):
            paint(painter, drawing.strokes, PAPER_THEME)
            painter.translate(0, drawing.size.height + _GAP)
    finally:
        # Qt aborts when a painter outlives what it paints on.
        painter.end()
    return _encoded(image)


def _encoded(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # QImage.save wants the format as bytes at run time though its stub says text.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())
