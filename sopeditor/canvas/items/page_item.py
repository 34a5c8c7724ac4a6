"""A page: its paper with a soft shadow, and what stands on it beside the table."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainter, QRadialGradient
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from sopeditor.canvas.colours import tinted
from sopeditor.canvas.items.pens import screen_pen
from sopeditor.canvas.items.placed_item import PlacedItem
from sopeditor.drawing.pages import draw_page
from sopeditor.drawing.strokes import Ink, Stroke, rectangle
from sopeditor.drawing.text import draw_text
from sopeditor.foundation.geometry import Rect, Size
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import CoverPage, PlacedText
from sopeditor.model.identity import Logo
from sopeditor.painting.convert import qrect

#: Reach of the shadow around the paper, and how far below its top it begins, in points.
SHADOW = 8.0
SHADOW_DROP = 2.0


class PaperStrip(Struct, frozen=True):
    """The part of a page's height that is shown, and whether its neighbours touch it."""

    top: float
    bottom: float
    joined_above: bool = False
    joined_below: bool = False


def strip_of(size: Size) -> PaperStrip:
    """Answer the strip that is all of a page."""
    return PaperStrip(0.0, size.height)


class PlacedPaper(Struct, frozen=True, kw_only=True):
    """A sheet of paper: a cover with its emblem, or the texts beside a table."""

    number: int
    size: Size
    strip: PaperStrip
    cover: CoverPage | None = None
    texts: tuple[PlacedText, ...] = ()
    logo: Logo | None = None


class PageItem(PlacedItem[PlacedPaper]):
    """The paper of a page; parent of everything on the page."""

    @override
    def bounds(self) -> Rect:
        strip = self.placement.strip
        return Rect.spanning(0, strip.top, self.placement.size.width, strip.bottom)

    @override
    def boundingRect(self) -> QRectF:
        return qrect(self.bounds()).adjusted(-SHADOW, -SHADOW, SHADOW, 2 * SHADOW)

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
        if self.placement.strip.joined_above:
            self._paint_break(painter)

    def _paint_break(self, painter: QPainter) -> None:
        """Draw where the next page begins in print."""
        top = self.placement.strip.top
        painter.setPen(screen_pen(self._look.colours.accent, 1.5, dashed=True))
        painter.drawLine(QPointF(0, top), QPointF(self.placement.size.width, top))

    def _paint_shadow(self, painter: QPainter) -> None:
        """Shade the ground around the paper, darkest at its edge; the paper hides the rest."""
        strip, right = self.placement.strip, self.placement.size.width
        shade, drop = self._look.colours.shadow, SHADOW_DROP
        top = strip.top if strip.joined_above else strip.top + drop
        bottom = strip.bottom
        sides = (
            (QRectF(-SHADOW, top, SHADOW, bottom - top), QPointF(0, 0), QPointF(-SHADOW, 0)),
            (QRectF(right, top, SHADOW, bottom - top), QPointF(right, 0), _right(right)),
        )
        ends = (
            (QRectF(0, bottom, right, SHADOW), QPointF(0, bottom), QPointF(0, bottom + SHADOW)),
            (QRectF(0, top - SHADOW, right, SHADOW), QPointF(0, top), QPointF(0, top - SHADOW)),
        )
        free = [not strip.joined_below, not strip.joined_above]
        shown = (*sides, *(end for end, is_free in zip(ends, free, strict=True) if is_free))
        for rect, start, end in shown:
            painter.fillRect(rect, _fading(QLinearGradient(start, end), shade))
        heights = [y for y, is_free in zip((bottom, top), free, strict=True) if is_free]
        for x in (0.0, right):
            for y in heights:
                left = x - SHADOW if x == 0 else x
                corner = QRectF(left, y - SHADOW if y == top else y, SHADOW, SHADOW)
                painter.fillRect(corner, _fading(QRadialGradient(QPointF(x, y), SHADOW), shade))


def _right(edge: float) -> QPointF:
    return QPointF(edge + SHADOW, 0)


def _fading(gradient: QGradient, shade: QColor) -> QBrush:
    """Answer a brush that fades out quickly at first, as soft shadows do."""
    gradient.setColorAt(0.0, shade)
    gradient.setColorAt(0.4, tinted(shade, shade.alpha() // 3))
    gradient.setColorAt(1.0, tinted(shade, 0))
    return QBrush(gradient)
