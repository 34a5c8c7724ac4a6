"""The two pictures of an import: the sheet as it was read, and the pages that it becomes."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from sopeditor.drawing.strokes import Drawing
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.excel.reader.geometry import line_points
from sopeditor.excel.reader.nodes import is_line
from sopeditor.excel.reader.objects import DrawnObject, Sort
from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.foundation.geometry import Rect
from sopeditor.painting.convert import qpoint, qrect
from sopeditor.painting.painter import paint

_GRID = QColor(205, 210, 216)
_MARK = QColor(255, 170, 0, 90)
_MARK_EDGE = QColor(200, 110, 0)
_TEXT_SIZE = 8
_ROUND = frozenset({"flowChartTerminator", "flowChartAlternateProcess", "roundRect", "ellipse"})
_DIAMOND = ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))
_PENTAGON = ((0.0, 0.0), (1.0, 0.0), (1.0, 0.8), (0.5, 1.0), (0.0, 0.8))
#: The corners of shapes, as shares of their box.
_CORNERS = {
    "flowChartDecision": _DIAMOND,
    "diamond": _DIAMOND,
    "flowChartOffpageConnector": _PENTAGON,
    "homePlate": _PENTAGON,
}
#: Between pages, in points.
_GAP = 12.0


class ScaledPicture(QWidget):
    """A white picture of some size in points, shown larger or smaller."""

    def __init__(self, width: float, height: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width, self._height = max(1.0, width), max(1.0, height)
        self.scale = 1.0
        self.setAutoFillBackground(False)

    @property
    def natural_width(self) -> float:
        """The width in points."""
        return self._width

    def set_scale(self, scale: float) -> None:
        """Show a point as `scale` pixels."""
        self.scale = scale
        self.setFixedSize(QSize(round(self._width * scale), round(self._height * scale)))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        painter.scale(self.scale, self.scale)
        seen = QRectF(event.rect())
        self.draw(painter, QRectF(seen.topLeft() / self.scale, seen.size() / self.scale))
        painter.end()

    def draw(self, painter: QPainter, seen: QRectF) -> None:
        """Draw what is `seen`, in points; for those that are pictures of something."""
        raise NotImplementedError


class SheetPicture(ScaledPicture):
    """A sheet of the workbook: cells with their texts, shapes and lines; one cell marked."""

    def __init__(self, sheet: ReadSheet, parent: QWidget | None = None) -> None:
        self._sheet = sheet
        self._rows, self._columns = _used(sheet)
        grid = sheet.grid
        super().__init__(grid.columns.edge(self._columns), grid.rows.edge(self._rows), parent)
        self._marked: tuple[int, int] | None = None

    def mark(self, row: int, column: int) -> QRectF:
        """Mark a cell; answer its box in pixels of this widget."""
        self._marked = (row, column)
        self.update()
        box = self._box(row, column)
        return QRectF(*(edge * self.scale for edge in (box.x, box.y, box.width, box.height)))

    @override
    def draw(self, painter: QPainter, seen: QRectF) -> None:
        rows = self._sheet.grid.rows
        first = rows.index_at(max(0.0, seen.top()))
        last = min(self._rows, rows.index_at(max(0.0, seen.bottom())) + 1)
        self._draw_cells(painter, range(first, last))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for drawn in self._sheet.objects:
            if is_line(drawn):
                _draw_line(painter, drawn)
        for drawn in self._sheet.objects:
            if not is_line(drawn) and qrect(drawn.box).intersects(seen):
                _draw_shape(painter, drawn)
        if self._marked:
            painter.setPen(QPen(_MARK_EDGE, 1.5))
            painter.setBrush(_MARK)
            painter.drawRect(qrect(self._box(*self._marked)))

    def _draw_cells(self, painter: QPainter, rows: range) -> None:
        font = painter.font()
        font.setPixelSize(_TEXT_SIZE)
        painter.setFont(font)
        drawn: set[tuple[int, int]] = set()
        for row in rows:
            for column in range(self._columns):
                block = self._sheet.cells.block(row, column)
                if (block.top, block.left) not in drawn:
                    drawn.add((block.top, block.left))
                    self._draw_cell(painter, block.top, block.left)

    def _draw_cell(self, painter: QPainter, row: int, column: int) -> None:
        box = qrect(self._box(row, column))
        painter.setPen(QPen(_GRID, 0))
        painter.drawRect(box)
        text = self._sheet.cells.texts.get((row, column), "")
        if text:
            painter.setPen(Qt.GlobalColor.black)
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.adjusted(2, 1, -2, -1), flags, text)

    def _box(self, row: int, column: int) -> Rect:
        block, grid = self._sheet.cells.block(row, column), self._sheet.grid
        return Rect.spanning(
            grid.columns.edge(block.left),
            grid.rows.edge(block.top),
            grid.columns.edge(min(block.right, self._columns) + 1),
            grid.rows.edge(min(block.bottom, self._rows) + 1),
        )


class PagesPicture(ScaledPicture):
    """The pages of the document, one below the other."""

    def __init__(self, drawings: tuple[Drawing, ...], parent: QWidget | None = None) -> None:
        self._drawings = drawings
        width = max((drawing.size.width for drawing in drawings), default=1.0)
        height = sum(drawing.size.height + _GAP for drawing in drawings)
        super().__init__(width, height, parent)

    def top_of(self, page: int) -> float:
        """Answer where a page begins, in pixels of this widget."""
        heights = (drawing.size.height + _GAP for drawing in self._drawings[:page])
        return sum(heights) * self.scale

    @override
    def draw(self, painter: QPainter, seen: QRectF) -> None:
        top = 0.0
        for drawing in self._drawings:
            size = drawing.size
            if QRectF(0, top, size.width, size.height + _GAP).intersects(seen):
                painter.save()
                painter.translate(0, top)
                paint(painter, drawing.strokes, PAPER_THEME)
                painter.fillRect(QRectF(0, size.height, size.width, _GAP), _GRID)
                painter.restore()
            top += size.height + _GAP


def _used(sheet: ReadSheet) -> tuple[int, int]:
    """Answer how many rows and columns hold anything."""
    right = max((box.box.right for box in sheet.objects), default=0.0)
    bottom = max((box.box.bottom for box in sheet.objects), default=0.0)
    row, column = sheet.grid.cell_at(right, bottom)
    blocks = [sheet.cells.block(*place) for place in sheet.cells.texts]
    last = max((block.right for block in blocks if block.right < 1_000), default=0)
    return max(row, sheet.cells.last) + 1, max(column, last) + 1


def _draw_line(painter: QPainter, drawn: DrawnObject) -> None:
    points = line_points(drawn.looks.preset, drawn.looks.adjustments, drawn.pose)
    painter.setPen(QPen(Qt.GlobalColor.black, 0.75))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([qpoint(point) for point in points]))
    painter.setBrush(Qt.GlobalColor.black)
    for is_head, place in ((drawn.looks.head, points[0]), (drawn.looks.tail, points[-1])):
        if is_head:
            painter.drawEllipse(qpoint(place), 1.8, 1.8)


def _draw_shape(painter: QPainter, drawn: DrawnObject) -> None:
    box = qrect(drawn.box)
    outlined = drawn.looks.outlined or drawn.sort is not Sort.SHAPE
    painter.setPen(QPen(Qt.GlobalColor.black, 0.75) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    preset = drawn.looks.preset
    if preset in _ROUND:
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    elif preset in _CORNERS:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(box.left() + x * box.width(), box.top() + y * box.height())
                    for x, y in _CORNERS[preset]
                ]
            )
        )
    else:
        painter.drawRect(box)
    if drawn.looks.text:
        painter.setPen(Qt.GlobalColor.black)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(box, flags, drawn.looks.text)
