"""The two pictures of an import: the sheet as it was read, and the pages that it becomes."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from sopeditor.drawing.strokes import Drawing
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.excel.reader.geometry import distance_to_line
from sopeditor.excel.reader.nodes import is_line
from sopeditor.excel.reader.objects import DrawnObject, Sort
from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.foundation.geometry import Point, Polyline, Rect
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import DocumentLayout
from sopeditor.painting.convert import qpoint, qrect
from sopeditor.painting.painter import paint
from sopeditor.ui.intake.marks import Mark, marks_of

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
#: How far a mark goes around a shape, and how near a click must be to a line, in points.
_HALO, _NEAR = 2.5, 5.0
#: The length of an arrow head, in points.
_HEAD = 5.0


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
    """A sheet of the workbook: cells with their texts, shapes and lines; some marked.

    `clicked` tells of a click: the object there, or None, and the cell as row and column.
    """

    clicked = QtSignal(object, object)

    def __init__(self, sheet: ReadSheet, parent: QWidget | None = None) -> None:
        self._sheet = sheet
        self._rows, self._columns = _used(sheet)
        grid = sheet.grid
        super().__init__(grid.columns.edge(self._columns), grid.rows.edge(self._rows), parent)
        self._marked: tuple[int, int] | None = None
        self._shapes: frozenset[int] = frozenset()

    def mark(self, row: int, column: int, shapes: Iterable[int] = ()) -> QRectF:
        """Mark a cell, or shapes by their order; answer the box in pixels of this widget."""
        boxes = {drawn.order: drawn.box for drawn in self._sheet.objects}
        self._shapes = frozenset(order for order in shapes if order in boxes)
        self._marked = None if self._shapes else (row, column)
        self.update()
        box = QRectF() if self._shapes else qrect(self._box(row, column))
        for order in self._shapes:
            box = box.united(qrect(boxes[order].grown(_HALO)))
        return QRectF(box.topLeft() * self.scale, box.size() * self.scale)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            place = event.position() / self.scale
            cell = self._sheet.grid.cell_at(place.x(), place.y())
            block = self._sheet.cells.block(*cell)
            self.clicked.emit(self._object_at(place), (block.top, block.left))

    def _object_at(self, place: QPointF) -> DrawnObject | None:
        """Answer the foremost shape under a place, else the nearest line, or None."""
        point = Point(place.x(), place.y())
        shapes = [drawn for drawn in self._sheet.objects if not is_line(drawn)]
        for drawn in reversed(shapes):
            if drawn.box.contains(point):
                return drawn
        lines = [
            (distance_to_line(point, drawn.points), drawn.order, drawn)
            for drawn in self._sheet.objects
            if is_line(drawn)
        ]
        distance, _, nearest = min(lines, default=(math.inf, 0, None))
        return nearest if distance <= _NEAR else None

    @override
    def draw(self, painter: QPainter, seen: QRectF) -> None:
        rows = self._sheet.grid.rows
        first = rows.index_at(max(0.0, seen.top()))
        last = min(self._rows, rows.index_at(max(0.0, seen.bottom())) + 1)
        self._draw_cells(painter, range(first, last))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for drawn in self._sheet.objects:
            if is_line(drawn):
                _draw_line(painter, drawn, marked=drawn.order in self._shapes)
        for drawn in self._sheet.objects:
            if not is_line(drawn) and qrect(drawn.box).intersects(seen):
                _draw_shape(painter, drawn)
                if drawn.order in self._shapes:
                    _draw_mark(painter, qrect(drawn.box.grown(_HALO)))
        if self._marked:
            _draw_mark(painter, qrect(self._box(*self._marked)))

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
    """The pages of the document, one below the other; some of what is on them marked."""

    def __init__(
        self, layout: DocumentLayout, drawings: tuple[Drawing, ...], parent: QWidget | None = None
    ) -> None:
        self._layout = layout
        self._drawings = drawings
        self._marks: tuple[Mark, ...] = ()
        width = max((drawing.size.width for drawing in drawings), default=1.0)
        height = sum(drawing.size.height + _GAP for drawing in drawings)
        super().__init__(width, height, parent)

    def top_of(self, page: int) -> float:
        """Answer where a page begins, in pixels of this widget."""
        heights = (drawing.size.height + _GAP for drawing in self._drawings[:page])
        return sum(heights) * self.scale

    def mark(self, names: Iterable[str]) -> QRectF | None:
        """Mark symbols, flows and steps by id; answer the first one's box in pixels, or None."""
        self._marks = tuple(marks_of(self._layout, frozenset(names)))
        self.update()
        if not self._marks:
            return None
        first = self._marks[0]
        box = qrect(first.box).translated(0, self.top_of(first.page) / self.scale)
        return QRectF(box.topLeft() * self.scale, box.size() * self.scale)

    @override
    def draw(self, painter: QPainter, seen: QRectF) -> None:
        top = 0.0
        for page, drawing in enumerate(self._drawings):
            size = drawing.size
            if QRectF(0, top, size.width, size.height + _GAP).intersects(seen):
                painter.save()
                painter.translate(0, top)
                paint(painter, drawing.strokes, PAPER_THEME)
                self._draw_marks(painter, page)
                painter.fillRect(QRectF(0, size.height, size.width, _GAP), _GRID)
                painter.restore()
            top += size.height + _GAP

    def _draw_marks(self, painter: QPainter, page: int) -> None:
        for mark in self._marks:
            if mark.page == page and mark.line:
                _draw_marked_line(painter, mark.line)
            elif mark.page == page:
                _draw_mark(painter, qrect(mark.box))


def _draw_mark(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(_MARK_EDGE, 1.5))
    painter.setBrush(_MARK)
    painter.drawRect(box)


def _draw_marked_line(painter: QPainter, points: Polyline) -> None:
    painter.setPen(QPen(_MARK_EDGE, 2.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([qpoint(point) for point in points]))


def _used(sheet: ReadSheet) -> tuple[int, int]:
    """Answer how many rows and columns hold anything."""
    right = max((box.box.right for box in sheet.objects), default=0.0)
    bottom = max((box.box.bottom for box in sheet.objects), default=0.0)
    row, column = sheet.grid.cell_at(right, bottom)
    blocks = [sheet.cells.block(*place) for place in sheet.cells.texts]
    last = max((block.right for block in blocks if block.right < 1_000), default=0)
    return max(row, sheet.cells.last) + 1, max(column, last) + 1


def _draw_line(painter: QPainter, drawn: DrawnObject, *, marked: bool) -> None:
    points = drawn.points
    if marked:
        _draw_marked_line(painter, points)
    painter.setPen(QPen(Qt.GlobalColor.black, 0.75))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([qpoint(point) for point in points]))
    painter.setBrush(Qt.GlobalColor.black)
    for is_head, end in ((drawn.looks.head, points[1::-1]), (drawn.looks.tail, points[-2:])):
        if is_head:
            painter.drawPolygon(QPolygonF([qpoint(corner) for corner in _head(*end)]))


def _head(before: Point, tip: Point) -> Polyline:
    """Answer the corners of an arrow head at the tip of a leg."""
    length = math.dist(before, tip) or 1.0
    dx, dy = (tip.x - before.x) / length * _HEAD, (tip.y - before.y) / length * _HEAD
    back = Point(tip.x - dx, tip.y - dy)
    return tip, Point(back.x - dy / 2, back.y + dx / 2), Point(back.x + dy / 2, back.y - dx / 2)


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
