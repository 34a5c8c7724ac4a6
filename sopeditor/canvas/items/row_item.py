"""A row of the table, or its heading: one item paints all its cells."""

from msgspec import Struct
from PySide6.QtGui import QPainter

from sopeditor.canvas.colours import tinted
from sopeditor.canvas.items.pens import screen_pen
from sopeditor.canvas.items.placed_item import Emphasis, PlacedItem
from sopeditor.drawing.cells import draw_cells
from sopeditor.drawing.strokes import Stroke
from sopeditor.foundation.geometry import Rect
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import PlacedCell, PlacedRow
from sopeditor.model.step import Column
from sopeditor.painting.convert import qrect


class PlacedHeader(Struct, frozen=True):
    """The heading of a page's table."""

    cells: tuple[PlacedCell, ...]


class RowItem(PlacedItem[PlacedRow]):
    """A step's row; a row of page links stands for no step.

    A selected row is outlined; where keys act on one of its cells, only its number is
    tinted, as in a spreadsheet.
    """

    _outlined = True

    @override
    def ids(self) -> frozenset[str]:
        return frozenset({self.placement.step} - {""})

    @override
    def show_emphasis(self, emphasis: Emphasis) -> None:
        super().show_emphasis(emphasis)
        outlined = emphasis.in_cell != self.placement.step
        if outlined is not self._outlined:
            self._outlined = outlined
            self.update()

    @override
    def bounds(self) -> Rect:
        return _around(self.placement.cells) if self.placement.cells else self.placement.rect

    @override
    def draw(self) -> tuple[Stroke, ...]:
        return draw_cells(self.placement.cells, below_others=True)

    @override
    def paint_emphasis(self, painter: QPainter) -> None:
        accent = self._look.colours.accent
        for cell in self.placement.cells:
            if cell.field == Column.NUMBER:
                painter.fillRect(qrect(cell.rect), tinted(accent, 70 if self.selected else 28))
        if (self.selected and self._outlined) or self.foreseen:
            painter.setBrush(tinted(accent, 16))
            painter.setPen(screen_pen(accent, 2))
            painter.drawRect(qrect(self.placement.rect))


class HeaderItem(PlacedItem[PlacedHeader]):
    """The heading of the table; selected lanes are tinted."""

    _emphasis = Emphasis()

    @override
    def ids(self) -> frozenset[str]:
        return frozenset(cell.source for cell in self.placement.cells if cell.source)

    @override
    def show_emphasis(self, emphasis: Emphasis) -> None:
        super().show_emphasis(emphasis)
        if emphasis != self._emphasis:
            self._emphasis = emphasis
            self.update()

    @override
    def bounds(self) -> Rect:
        return _around(self.placement.cells)

    @override
    def draw(self) -> tuple[Stroke, ...]:
        return draw_cells(self.placement.cells)

    @override
    def paint_emphasis(self, painter: QPainter) -> None:
        accent = self._look.colours.accent
        for cell in self.placement.cells:
            if cell.source and cell.source in self._emphasis.selected:
                painter.setBrush(tinted(accent, 40))
                painter.setPen(screen_pen(accent, 2))
                painter.drawRect(qrect(cell.rect))
            elif cell.source and cell.source == self._emphasis.hovered:
                painter.fillRect(qrect(cell.rect), tinted(accent, 24))


def _around(cells: tuple[PlacedCell, ...]) -> Rect:
    rects = [cell.rect for cell in cells]
    return Rect.spanning(
        min(rect.x for rect in rects),
        min(rect.y for rect in rects),
        max(rect.right for rect in rects),
        max(rect.bottom for rect in rects),
    )
