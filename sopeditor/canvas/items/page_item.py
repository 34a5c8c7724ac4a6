"""A page: its paper with a soft shadow, and what stands on it beside the table."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainter, QRadialGradient
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from sopeditor.canvas.colours import tinted
from sopeditor.canvas.items.placed_item import PlacedItem
from sopeditor.drawing.pages import draw_page
from sopeditor.drawing.strokes import Ink, Stroke, rectangle
from sopeditor.drawing.text import draw_text
from sopeditor.foundation.geometry import Rect, Size
from sopeditor.layout.placement import CoverPage, PlacedText
from sopeditor.model.identity import Logo

#: Reach of the shadow around the paper, and how far below its top it begins, in points.
SHADOW = 8.0
SHADOW_DROP = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPaper:
    """A sheet of paper: a cover with its emblem, or the texts beside a table."""

    number: int
    size: Size
    cover: CoverPage | None = None
    texts: tuple[PlacedText, ...] = ()
    logo: Logo | None = None


class PageItem(PlacedItem[PlacedPaper]):
    """The paper of a page; parent of everything on the page."""

    @override
    def bounds(self) -> Rect:
        size = self.placement.size
        return Rect(0, 0, size.width, size.height)

    @override
    def boundingRect(self) -> QRectF:
        size = self.placement.size
        return QRectF(0, 0, size.width, size.height).adjusted(-SHADOW, -SHADOW, SHADOW, 2 * SHADOW)

    @override
    def draw(self) -> tuple[Stroke, ...]:
        shown = self.placement
        if shown.cover is not None:
            return draw_page(shown.cover, shown.size, shown.logo).strokes
        texts = (stroke for text in shown.texts for stroke in draw_text(text))
        return (rectangle(self.bounds(), None, Ink.PAPER), *texts)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        self._paint_shadow(painter)
        super().paint(painter, option, widget)

    def _paint_shadow(self, painter: QPainter) -> None:
        """Shade the ground around the paper, darkest at its edge; the paper hides the rest."""
        size, shade = self.placement.size, self._look.colours.shadow
        right, bottom, drop = size.width, size.height, SHADOW_DROP
        for rect, start, end in (
            (QRectF(-SHADOW, drop, SHADOW, bottom - drop), QPointF(0, 0), QPointF(-SHADOW, 0)),
            (QRectF(right, drop, SHADOW, bottom - drop), QPointF(right, 0), _right(right)),
            (QRectF(0, bottom, right, SHADOW), QPointF(0, bottom), QPointF(0, bottom + SHADOW)),
            (QRectF(0, drop - SHADOW, right, SHADOW), QPointF(0, drop), QPointF(0, drop - SHADOW)),
        ):
            side = QLinearGradient(start, end)
            painter.fillRect(rect, _fading(side, shade))
        for x, y in ((0.0, drop), (right, drop), (0.0, bottom), (right, bottom)):
            corner = QRectF(
                x - SHADOW if x == 0 else x, y - SHADOW if y == drop else y, SHADOW, SHADOW
            )
            painter.fillRect(corner, _fading(QRadialGradient(QPointF(x, y), SHADOW), shade))


def _right(edge: float) -> QPointF:
    return QPointF(edge + SHADOW, 0)


def _fading(gradient: QGradient, shade: QColor) -> QBrush:
    """Answer a brush that fades out quickly at first, as soft shadows do."""
    gradient.setColorAt(0.0, shade)
    gradient.setColorAt(0.4, tinted(shade, shade.alpha() // 3))
    gradient.setColorAt(1.0, tinted(shade, 0))
    return QBrush(gradient)
