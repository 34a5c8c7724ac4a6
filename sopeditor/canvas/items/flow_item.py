"""The piece of a flow on a page: its line under the symbols, its label above them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from sopeditor.canvas.colours import tinted
from sopeditor.canvas.items.pens import screen_pen
from sopeditor.canvas.items.placed_item import PlacedItem
from sopeditor.drawing.flows import draw_label, draw_line, line_path
from sopeditor.drawing.strokes import Stroke
from sopeditor.foundation.geometry import Rect, bounding_box
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import PlacedFlow
from sopeditor.painting.convert import painter_path, qrect


class FlowItem(PlacedItem[PlacedFlow]):
    """A line with its arrow head; selected, it is drawn in the accent colour."""

    @override
    def ids(self) -> frozenset[str]:
        return frozenset({self.placement.flow} - {""})

    @override
    def bounds(self) -> Rect:
        return bounding_box(self.placement.points)

    @override
    def draw(self) -> tuple[Stroke, ...]:
        return draw_line(self.placement)

    @override
    def paint_emphasis(self, painter: QPainter) -> None:
        accent = self._look.colours.accent
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = painter_path(line_path(self.placement.points))
        if self.selected or self.hovered:
            painter.setPen(screen_pen(tinted(accent, 60), 7))
            painter.drawPath(line)
        if self.selected or self.foreseen:
            painter.setPen(screen_pen(accent, 2))
            painter.drawPath(line)


class LabelItem(PlacedItem[PlacedFlow]):
    """The label of a flow, on a patch of paper."""

    @override
    def ids(self) -> frozenset[str]:
        return frozenset({self.placement.flow} - {""})

    @override
    def bounds(self) -> Rect:
        label = self.placement.label
        return label.rect if label else bounding_box(self.placement.points)

    @override
    def draw(self) -> tuple[Stroke, ...]:
        return draw_label(self.placement)

    @override
    def paint_emphasis(self, painter: QPainter) -> None:
        accent = self._look.colours.accent
        painter.setBrush(tinted(accent, 36 if self.selected else 18))
        painter.setPen(screen_pen(accent, 1.5))
        painter.drawRoundedRect(qrect(self.bounds()), 2, 2)
