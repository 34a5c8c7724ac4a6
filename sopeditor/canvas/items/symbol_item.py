"""A symbol of a step."""

from PySide6.QtGui import QPainter

from sopeditor.canvas.colours import tinted
from sopeditor.canvas.items.pens import screen_pen
from sopeditor.canvas.items.placed_item import PlacedItem
from sopeditor.drawing.strokes import Stroke
from sopeditor.drawing.symbols import draw_symbol, symbol_path
from sopeditor.foundation.geometry import Rect
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import PlacedSymbol
from sopeditor.painting.convert import painter_path


class SymbolItem(PlacedItem[PlacedSymbol]):
    """A capsule, a box or a diamond; selected, it has a second outline around it."""

    @override
    def ids(self) -> frozenset[str]:
        return frozenset({self.placement.symbol})

    @override
    def bounds(self) -> Rect:
        return self.placement.rect

    @override
    def draw(self) -> tuple[Stroke, ...]:
        return draw_symbol(self.placement)

    @override
    def paint_emphasis(self, painter: QPainter) -> None:
        accent = self._look.colours.accent
        outline = painter_path(symbol_path(self.placement.kind, self.placement.rect))
        painter.setPen(screen_pen(accent, 2.5 if self.selected else 1.5))
        painter.setBrush(tinted(accent, 48 if self.selected else 20))
        painter.drawPath(outline)
