"""A page link: the pentagon where a flow leaves a page or comes in."""

from PySide6.QtGui import QPainter

from sopeditor.canvas.colours import tinted
from sopeditor.canvas.items.pens import screen_pen
from sopeditor.canvas.items.placed_item import PlacedItem
from sopeditor.drawing.strokes import Stroke
from sopeditor.drawing.symbols import draw_link, link_path
from sopeditor.foundation.geometry import Rect
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import PlacedLink
from sopeditor.painting.convert import painter_path


class LinkItem(PlacedItem[PlacedLink]):
    """A page link; it belongs to its flow and is selected with it."""

    @override
    def ids(self) -> frozenset[str]:
        return frozenset({self.placement.flow} - {""})

    @override
    def bounds(self) -> Rect:
        return self.placement.rect

    @override
    def draw(self) -> tuple[Stroke, ...]:
        return draw_link(self.placement)

    @override
    def paint_emphasis(self, painter: QPainter) -> None:
        accent = self._look.colours.accent
        painter.setPen(screen_pen(accent, 2 if self.selected else 1.5))
        painter.setBrush(tinted(accent, 40 if self.selected else 20))
        painter.drawPath(painter_path(link_path(self.placement.rect)))
