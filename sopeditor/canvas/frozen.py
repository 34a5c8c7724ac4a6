"""Panes that stay in sight: the heading above a page's rows, No and Kegiatan beside them.

What a pane shows is pure: boxes of the sheet and where they are painted instead. The panes
lie over the view and show only while the things themselves are scrolled away.
"""

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from sopeditor.canvas.colours import SheetColours
from sopeditor.canvas.gesture_view import GestureView
from sopeditor.canvas.hit import ColumnBorderHit
from sopeditor.canvas.selecting import selection_at, spot_at
from sopeditor.canvas.sheet import Sheet
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.tool import Pointer
from sopeditor.drawing.cells import draw_cells
from sopeditor.drawing.strokes import Ink
from sopeditor.drawing.theme import Theme
from sopeditor.foundation.geometry import Point, Rect
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import ChartPage, DocumentLayout, PlacedCell
from sopeditor.model.step import Column
from sopeditor.painting.convert import point_of, qrect, rect_of
from sopeditor.painting.painter import paint

#: The columns that stay in sight while scrolling across.
_KEPT = (Column.NUMBER, Column.ACTIVITY)
#: Left free between a pane and what is brought into view beside it, in pixels.
_CLEAR = 4
#: Panes never take more than this share of the view: below it, scrolling would be blind.
_MOST = 0.5


class Pane(Struct, frozen=True):
    """Cells of a page, kept in sight by shifting them; all boxes on the sheet.

    `box` is what is covered by the shifted cells, `away` how far they are shifted.
    """

    page: int
    cells: tuple[PlacedCell, ...]
    box: Rect
    away: Point


def panes(sheet: Sheet, seen: Rect) -> tuple[Pane, ...]:
    """Answer the panes for what is seen of the sheet; those in front last."""
    found: list[Pane] = []
    for index, page in sheet.chart_pages():
        table = sheet.on_sheet(index, page.table)
        if not seen.intersects(_shown(sheet, index, table)):
            continue
        left = _left_pane(sheet, index, page, seen)
        top = _top_pane(sheet, index, page, seen)
        found += [pane for pane in (left, top) if pane is not None]
        if left is not None and top is not None:
            away = Point(left.away.x, top.away.y)
            found.append(_corner(sheet, index, page, away, _kept(page, seen)))
    return tuple(found)


def _shown(sheet: Sheet, index: int, table: Rect) -> Rect:
    strip = sheet.paper_rect(index)
    top, bottom = max(strip.top, table.top), min(strip.bottom, table.bottom)
    return Rect.spanning(table.left, top, table.right, max(top, bottom))


def _headed(sheet: Sheet, index: int) -> tuple[int, ChartPage] | None:
    """Answer the page whose heading stands over a page: on an endless sheet, the first."""
    while sheet.strips[index].joined_above:
        index -= 1
    page = sheet.layout.pages[index]
    return (index, page) if isinstance(page, ChartPage) and page.header else None


def _top_pane(sheet: Sheet, index: int, page: ChartPage, seen: Rect) -> Pane | None:
    headed = _headed(sheet, index)
    if headed is None:
        return None
    first, head = headed
    height = head.body.top - head.table.top
    top = sheet.origin(first).y + head.table.top
    body_bottom = sheet.origin(index).y + page.body.bottom
    here = sheet.paper_rect(index)
    away = min(seen.top, body_bottom - height, here.bottom - height) - top
    if away <= 0 or height > _MOST * seen.height:
        return None
    box = sheet.on_sheet(first, head.table)
    moved = Rect(box.left, top + away, box.width, height)
    return Pane(first, head.header, moved, Point(0.0, away))


def _kept(page: ChartPage, seen: Rect) -> tuple[Column, ...]:
    """Answer the columns that stay in sight: fewer where both would fill the view."""
    for kept in (_KEPT, _KEPT[:1]):
        columns = [column for column in page.columns if column.column in kept]
        width = sum(column.width for column in columns)
        if 0 < width <= _MOST * seen.width:
            return kept
    return ()


def _left_pane(sheet: Sheet, index: int, page: ChartPage, seen: Rect) -> Pane | None:
    kept = _kept(page, seen)
    columns = [column for column in page.columns if column.column in kept]
    cells = tuple(cell for row in page.rows for cell in row.cells if cell.field in kept)
    if not columns or not cells:
        return None
    left, right = min(c.left for c in columns), max(c.right for c in columns)
    away = seen.left - (sheet.origin(index).x + left)
    if away <= 0:
        return None
    whole = Rect.spanning(left, page.body.top, right, page.body.bottom)
    box = sheet.on_sheet(index, whole).moved(away, 0)
    return Pane(index, cells, box, Point(away, 0.0))


def _corner(
    sheet: Sheet, index: int, page: ChartPage, away: Point, kept: tuple[Column, ...]
) -> Pane:
    headed = _headed(sheet, index)
    first, head = headed if headed else (index, page)
    cells = tuple(cell for cell in head.header if cell.field in kept)
    right = max(cell.rect.right for cell in cells) if cells else page.table.left
    box = Rect.spanning(head.table.left, head.table.top, right, head.body.top)
    return Pane(first, cells, sheet.on_sheet(first, box).moved(away.x, away.y), away)


class FrozenPanes(QWidget):
    """Paints the panes over the view; a press on one selects what it shows."""

    def __init__(self, view: GestureView, stage: Stage, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._stage, self._theme = view, stage, theme
        self._panes: tuple[Pane, ...] = ()
        # What is painted: asking the stage for its sheet would end a pause in typing.
        self._sheet = stage.sheet
        #: The pane on which a border is being dragged.
        self._resized: Pane | None = None
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._follow)
        view.zoom_changed.connect(self._follow)
        stage.laid_out.connect(self._follow_layout)
        stage.foresight.changed.connect(self._follow)
        view.revealed.connect(self._make_way)
        view.viewport().installEventFilter(self)
        self._follow()

    @property
    def shown(self) -> tuple[Pane, ...]:
        """The panes in sight."""
        return self._panes if self.isVisible() else ()

    def cover(self, rect: Rect) -> bool:
        """Answer whether any of a box of the sheet lies below the panes."""
        return any(pane.box.intersects(rect) for pane in self.shown)

    def pixel_of(self, pane: Pane, place: Point) -> QPoint:
        """Answer where a pane shows a place of the sheet, in pixels of the view."""
        return self._view.mapFromScene(QPointF(place.x + pane.away.x, place.y + pane.away.y))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._follow()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        transform = self._view.viewportTransform()
        dots = transform.m11() * self.devicePixelRatioF()
        for pane in self._panes:
            origin = self._sheet.origin(pane.page)
            painter.save()
            painter.setTransform(transform)
            painter.setClipRect(qrect(pane.box))
            painter.fillRect(qrect(pane.box), QColor(*self._theme.colour(Ink.PAPER)))
            painter.translate(origin.x + pane.away.x, origin.y + pane.away.y)
            paint(painter, draw_cells(pane.cells), self._theme, dots)
            painter.restore()
            self._paint_edge(painter, pane)

    def _paint_edge(self, painter: QPainter, pane: Pane) -> None:
        """Tell by a line that the pane lies over what is scrolled below it."""
        box = self._view.mapFromScene(qrect(pane.box)).boundingRect()
        painter.setPen(QPen(SheetColours.of(self.palette()).accent, 2))
        if pane.away.y:
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        if pane.away.x:
            painter.drawLine(box.topRight(), box.bottomRight())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._pointer(event)
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            if isinstance(found.hit, ColumnBorderHit):
                self._resized = self._pane_at(event.position().toPoint())
                self._view.editing.commit()
                self._view.gestures.press(found, pans=False)
            else:
                selection = selection_at(self._stage.sheet, found.hit)
                self._stage.select(selection, spot_at(found.hit))
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event)
        if pointer is None:
            return
        if self._resized is not None:
            self._view.gestures.move(pointer)
            self._view.show_state(pointer)
        on_border = self._resized is not None or isinstance(pointer.hit, ColumnBorderHit)
        shape = Qt.CursorShape.SplitHCursor if on_border else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event)
        if self._resized is not None and pointer is not None:
            self._view.gestures.release(pointer)
            self._view.show_state(pointer)
        self._resized = None
        event.accept()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit a column; bring anything else into sight, where it can be edited."""
        pointer = self._pointer(event)
        if pointer is not None and isinstance(pointer.hit, ColumnBorderHit):
            self._view.columns.fit_beside(pointer.hit.page, pointer.hit.border)
        elif pointer is not None:
            self._view.centerOn(pointer.point.x, pointer.point.y)
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pane = self._pane_at(event.pos())
        if pane is not None:
            place = self._place(pane, event.pos())
            self._view.columns.point(place)
            self._stage.select_for_menu(self._stage.hit(place))
            self._view.context_requested.emit(event.globalPos())
        event.accept()

    def _pointer(self, event: QMouseEvent) -> Pointer | None:
        """Answer the pointer on what a pane shows; while a column is resized, on its pane."""
        pixel = event.position().toPoint()
        pane = self._resized or self._pane_at(pixel)
        if pane is None:
            return None
        place = self._place(pane, pixel)
        return Pointer(place, pixel, self._stage.hit(place))

    def _pane_at(self, pixel: QPoint) -> Pane | None:
        point = point_of(self._view.mapToScene(pixel))
        return next((pane for pane in reversed(self._panes) if pane.box.contains(point)), None)

    def _place(self, pane: Pane, pixel: QPoint) -> Point:
        """Answer the place of the sheet that a pane shows at a pixel."""
        point = point_of(self._view.mapToScene(pixel))
        return Point(point.x - pane.away.x, point.y - pane.away.y)

    def _make_way(self, rect: QRectF) -> None:
        """Scroll on as far as the panes cover what was brought into view."""
        for pane in self.shown:
            cover = self._view.mapFromScene(qrect(pane.box)).boundingRect()
            wanted = self._view.mapFromScene(rect).boundingRect()
            if not cover.intersects(wanted):
                continue
            if pane.away.y and not pane.away.x:
                self._scroll(self._view.verticalScrollBar(), cover.bottom() - wanted.top())
            elif pane.away.x and not pane.away.y:
                self._scroll(self._view.horizontalScrollBar(), cover.right() - wanted.left())

    @staticmethod
    def _scroll(bar: QScrollBar, back: int) -> None:
        bar.setValue(bar.value() - back - _CLEAR)

    def _follow_layout(self, layout: DocumentLayout) -> None:
        self._follow()

    def _follow(self) -> None:
        """Stand where what is seen of the sheet asks for it."""
        view = self._view.viewport().rect()
        seen = rect_of(self._view.mapToScene(view).boundingRect())
        self._sheet = self._stage.foresight.sheet
        self._panes = panes(self._sheet, seen)
        self.setGeometry(self._view.viewport().geometry())
        region = QRegion()
        for pane in self._panes:
            region += self._view.mapFromScene(qrect(pane.box)).boundingRect()
        self.setVisible(not region.isEmpty())
        if not region.isEmpty():
            self.setMask(region)
            self.update()
