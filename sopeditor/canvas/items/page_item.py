"""A page: its paper with a soft shadow, and what stands on it beside the table."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from sopeditor.canvas.items.placed_item import PlacedItem
from sopeditor.drawing.pages import draw_page
from sopeditor.drawing.strokes import Ink, Stroke, rectangle
from sopeditor.drawing.text import draw_text
from sopeditor.foundation.geometry import Rect, Size
from sopeditor.layout.placement import CoverPage, PlacedText
from sopeditor.model.identity import Logo

#: Reach of the shadow in points, and how many layers make its edge soft.
SHADOW = 7.0
SHADOW_LAYERS = 7


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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colours.shadow)
        size = self.placement.size
        for layer in range(SHADOW_LAYERS):
            reach = SHADOW * (layer + 1) / SHADOW_LAYERS
            edge = QRectF(0, SHADOW / 3, size.width, size.height)
            painter.drawRoundedRect(edge.adjusted(-reach, -reach, reach, reach), reach, reach)
