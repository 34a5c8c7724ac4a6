"""Rows of the sheet as a picture, for programs that take no table."""

from collections.abc import Collection, Iterator

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from sopeditor.drawing.pages import draw_page
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.foundation.geometry import Rect
from sopeditor.foundation.units import POINTS_PER_INCH
from sopeditor.layout.placement import ChartPage, DocumentLayout
from sopeditor.painting.convert import qrect
from sopeditor.painting.painter import paint

#: Sharp in a document that is printed; long tables get fewer dots.
_DOTS_PER_INCH = 192
#: Below this the text can't be read any more.
_LEAST_DOTS_PER_INCH = 60
_MOST_PIXELS = 16_000

#: Free paper around the table, and how far its lines reach out of a band, in points.
_MARGIN = 4.0
_HALF_LINE = 0.5

_METRES_PER_INCH = 0.0254


class _Band(Struct, frozen=True):
    """A part of a page, over the whole width of its table."""

    page: ChartPage
    rect: Rect


def rows_picture(layout: DocumentLayout, steps: Collection[str]) -> QImage | None:
    """Answer the rows of some steps under the headings of their table.

    Flows to rows that are not in the picture are cut off at its edge. None when there is
    no such row, or when there are too many to be read.
    """
    bands = [*_bands(layout, steps)]
    if not bands:
        return None
    width = max(band.rect.width for band in bands) + 2 * _MARGIN
    height = sum(band.rect.height for band in bands) + 2 * _MARGIN
    dots = min(_DOTS_PER_INCH, int(_MOST_PIXELS * POINTS_PER_INCH / max(width, height)))
    if dots < _LEAST_DOTS_PER_INCH:
        return None
    scale = dots / POINTS_PER_INCH
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dots / _METRES_PER_INCH))
    image.setDotsPerMeterY(round(dots / _METRES_PER_INCH))
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint_bands(painter, layout, bands)
    painter.end()
    return image


def _bands(layout: DocumentLayout, steps: Collection[str]) -> Iterator[_Band]:
    """Answer headings and runs of rows, from top to bottom."""
    headed = False
    for page in layout.pages:
        if not isinstance(page, ChartPage):
            continue
        runs = [*_runs(page, steps)]
        if runs and not headed:
            headed = True
            yield _Band(page, _across(page, page.table.top, page.body.top))
        for top, bottom in runs:
            yield _Band(page, _across(page, top, bottom))


def _runs(page: ChartPage, steps: Collection[str]) -> list[tuple[float, float]]:
    runs: list[tuple[float, float]] = []
    for row in page.rows:
        if row.step not in steps:
            continue
        if runs and abs(runs[-1][1] - row.rect.top) < _HALF_LINE:
            runs[-1] = (runs[-1][0], row.rect.bottom)
        else:
            runs.append((row.rect.top, row.rect.bottom))
    return runs


def _across(page: ChartPage, top: float, bottom: float) -> Rect:
    return Rect.spanning(page.table.left, top, page.table.right, bottom)


def _paint_bands(painter: QPainter, layout: DocumentLayout, bands: list[_Band]) -> None:
    y = _MARGIN
    for band in bands:
        painter.save()
        painter.translate(_MARGIN - band.rect.left, y - band.rect.top)
        painter.setClipRect(_with_lines(qrect(band.rect)))
        paint(painter, draw_page(band.page, layout.paper).strokes, PAPER_THEME)
        painter.restore()
        y += band.rect.height


def _with_lines(rect: QRectF) -> QRectF:
    return rect.adjusted(-_HALF_LINE, -_HALF_LINE, _HALF_LINE, _HALF_LINE)
