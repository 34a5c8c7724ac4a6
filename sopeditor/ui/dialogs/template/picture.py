"""A sheet of a template with all that was found in it, to be clicked at."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.excel.recognition.cells import CellRange
from sopeditor.foundation.overriding import override
from sopeditor.ui.intake.pictures import SheetPicture

_FOUND = QColor(38, 120, 190, 46)
_FOUND_EDGE = QColor(38, 120, 190)
_CHOSEN = QColor(255, 170, 0, 90)
_CHOSEN_EDGE = QColor(200, 110, 0)


class TemplatePicture(SheetPicture):
    """Marks found places blue and the one looked at orange; tells which cells are clicked."""

    #: Row and column of the first cell and of the last, from 0; with Shift down, a wider range
    #: from the cell clicked before.
    cells_clicked = Signal(int, int, int, int)

    def __init__(self, sheet: ReadSheet, found: tuple[CellRange, ...] = ()) -> None:
        super().__init__(sheet)
        self._grid, self._blocks = sheet.grid, sheet.cells
        self._found = found
        self._chosen: CellRange | None = None
        self._begun: CellRange | None = None

    def show_found(self, found: tuple[CellRange, ...]) -> None:
        """Mark other places as found."""
        self._found = found
        self.update()

    def choose(self, area: CellRange | None) -> QRectF | None:
        """Mark what is looked at; answer its box in pixels of this widget."""
        self._chosen = area
        self.update()
        if area is None:
            return None
        box = self._area_box(area)
        return QRectF(box.topLeft() * self.scale, box.size() * self.scale)

    @override
    def draw(self, painter: QPainter, seen: QRectF) -> None:
        super().draw(painter, seen)
        for area in self._found:
            self._mark_area(painter, area, _FOUND, _FOUND_EDGE)
        if self._chosen is not None:
            self._mark_area(painter, self._chosen, _CHOSEN, _CHOSEN_EDGE)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position() / self.scale
        cell = self._grid.cell_at(place.x(), place.y())
        area = self._blocks.block(*cell)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._begun is not None:
            area = _around(self._begun, area)
        else:
            self._begun = area
        self.cells_clicked.emit(area.top, area.left, area.bottom, area.right)

    def _area_box(self, area: CellRange) -> QRectF:
        first = self._blocks.block(area.top, area.left)
        last = self._blocks.block(area.bottom, area.right)
        left, top = self._grid.columns.edge(first.left), self._grid.rows.edge(first.top)
        right = self._grid.columns.edge(last.right + 1)
        return QRectF(left, top, right - left, self._grid.rows.edge(last.bottom + 1) - top)

    def _mark_area(self, painter: QPainter, area: CellRange, fill: QColor, edge: QColor) -> None:
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(fill)
        painter.drawRect(self._area_box(area))


def _around(one: CellRange, other: CellRange) -> CellRange:
    return CellRange(
        min(one.top, other.top),
        min(one.left, other.left),
        max(one.bottom, other.bottom),
        max(one.right, other.right),
    )
