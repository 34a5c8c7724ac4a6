"""Drawings -> PDF: vector, real text, typefaces embedded."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from sopeditor.drawing.strokes import Drawing
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.foundation.geometry import Size
from sopeditor.foundation.progress import UNWATCHED, Progress
from sopeditor.foundation.units import POINTS_PER_INCH
from sopeditor.painting.painter import paint

#: Fine enough that no coordinate of the layout is rounded visibly (1/16 point).
_DOTS_PER_INCH = 1152


def write_pdf(drawings: Sequence[Drawing], title: str, progress: Progress = UNWATCHED) -> bytes:
    """Answer a PDF with one page for each drawing; raises `Cancelled` between two pages."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("SOP Editor")
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(_page_layout(drawings[0].size))
    painter = QPainter(writer)
    try:
        _paint_pages(painter, writer, drawings, progress)
    finally:
        # Qt aborts when a painter outlives what it paints on.
        painter.end()
        buffer.close()
    return bytes(data.data())


def _paint_pages(
    painter: QPainter, writer: QPdfWriter, drawings: Sequence[Drawing], progress: Progress
) -> None:
    scale = _DOTS_PER_INCH / POINTS_PER_INCH
    for number, drawing in enumerate(progress.over(drawings)):
        if number:
            writer.newPage()
        painter.save()
        painter.scale(scale, scale)
        paint(painter, drawing.strokes, PAPER_THEME)
        painter.restore()


def _page_layout(paper: Size) -> QPageLayout:
    size = QPageSize(QSizeF(paper.width, paper.height), QPageSize.Unit.Point, "", _EXACT)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


_EXACT = QPageSize.SizeMatchPolicy.ExactMatch
