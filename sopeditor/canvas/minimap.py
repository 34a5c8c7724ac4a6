"""The whole document in a corner of the view: where one is, and a way to go elsewhere."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame

from sopeditor.canvas.colours import SheetColours, tinted
from sopeditor.canvas.sheet import Sheet
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.zooming import ZoomingView
from sopeditor.drawing.symbols import symbol_path
from sopeditor.foundation.geometry import Rect
from sopeditor.foundation.message import Catalogue
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import ChartPage, CoverPage, DocumentLayout
from sopeditor.painting.convert import painter_path, qpoint, qrect

#: Most of the view that the map takes, and its least and largest width, in pixels.
_SHARE, _LEAST, _MOST = 0.6, 48, 190
#: Between the map and the edges of the view, and inside its frame, in pixels.
_AWAY, _INSIDE = 10, 4
_GREY, _INK = QColor(205, 205, 205), QColor(70, 70, 70)


class Minimap(QFrame):
    """A small picture of all pages with a frame around what is seen; a click goes there."""

    def __init__(self, view: ZoomingView, stage: Stage, catalogue: Catalogue) -> None:
        super().__init__(view)
        self._view, self._stage = view, stage
        self._picture: QPixmap | None = None
        # What is painted: asking the stage for its sheet would end a pause in typing.
        self._sheet = stage.sheet
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(catalogue.text("canvas.minimap.name"))
        self.setToolTip(catalogue.text("canvas.minimap.tip"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self.update)
        view.zoom_changed.connect(self.update)
        stage.laid_out.connect(self._draw_again)
        view.viewport().installEventFilter(self)

    def show_map(self, *, shown: bool) -> None:
        """Show the map, or hide it."""
        self.setVisible(shown)
        self._stand()

    def pixel_of(self, place: QPointF) -> QPoint:
        """Answer where the map shows a place of the sheet."""
        bounds, scale = self._sheet.bounds, self._scale()
        x, y = (place.x() - bounds.left) * scale, (place.y() - bounds.top) * scale
        return QPoint(round(x) + _INSIDE, round(y) + _INSIDE)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._stand()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._picture is None:
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(_INSIDE, _INSIDE, self._picture)
        accent = SheetColours.of(self.palette()).accent
        painter.setPen(QPen(accent, 1.5))
        painter.setBrush(tinted(accent, 40))
        painter.drawRect(self._seen().intersected(self.rect().adjusted(1, 1, -2, -2)))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        bounds, scale = self._sheet.bounds, self._scale()
        place = (event.position() - QPointF(_INSIDE, _INSIDE)) / scale
        self._view.centerOn(place + QPointF(bounds.left, bounds.top))
        event.accept()

    def _seen(self) -> QRect:
        """Answer the frame around what the view shows."""
        seen = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        return QRect(self.pixel_of(seen.topLeft()), self.pixel_of(seen.bottomRight()))

    def _draw_again(self, layout: DocumentLayout) -> None:
        self._sheet = self._stage.sheet
        self._picture = None
        self._stand()

    def _stand(self) -> None:
        """Stand in the lower right corner, as large as the view allows."""
        bounds, scale = self._sheet.bounds, self._scale()
        size = QSize(round(bounds.width * scale), round(bounds.height * scale))
        size += QSize(2 * _INSIDE, 2 * _INSIDE)
        if size != self.size():
            self._picture = None
        room = self._view.viewport().geometry()
        corner = room.bottomRight() - QPoint(size.width() + _AWAY, size.height() + _AWAY)
        self.setGeometry(QRect(corner, size))
        self.raise_()
        self.update()

    def _scale(self) -> float:
        """Answer pixels per point of the sheet."""
        bounds, view = self._sheet.bounds, self._view.viewport()
        fitting = _SHARE * view.height() / bounds.height
        width = min(max(fitting * bounds.width, _LEAST), _MOST)
        return min(width / bounds.width, (view.height() - 4 * _AWAY) / bounds.height)

    def _drawn(self) -> QPixmap:
        """Answer the pages: paper, rows as thin lines, symbols and flows."""
        bounds, scale, ratio = self._sheet.bounds, self._scale(), self.devicePixelRatioF()
        size = QSizeF(bounds.width, bounds.height) * (scale * ratio)
        pixmap = QPixmap(size.toSize().expandedTo(QSize(1, 1)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(SheetColours.of(self.palette()).ground)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.translate(-bounds.left, -bounds.top)
        for index in range(len(self._sheet.layout.pages)):
            _paint_page(painter, self._sheet, index, scale)
        painter.end()
        return pixmap


def _paint_page(painter: QPainter, sheet: Sheet, index: int, scale: float) -> None:
    """Paint a page as far as it can be told at the size of a stamp."""
    paper = sheet.paper_rect(index)
    painter.fillRect(qrect(paper), Qt.GlobalColor.white)
    page = sheet.layout.pages[index]
    origin = sheet.origin(index)
    painter.save()
    painter.setClipRect(qrect(paper))
    painter.translate(origin.x, origin.y)
    if isinstance(page, CoverPage):
        _paint_boxes(painter, [cell.rect for cell in page.cells], 1 / scale)
    else:
        _paint_chart(painter, page, 1 / scale)
    painter.restore()


def _paint_chart(painter: QPainter, page: ChartPage, pixel: float) -> None:
    head = Rect.spanning(page.table.left, page.table.top, page.table.right, page.body.top)
    painter.fillRect(qrect(head), _GREY)
    _paint_boxes(painter, [row.rect for row in page.rows], pixel)
    painter.setPen(QPen(_INK, 0.7 * pixel))
    for flow in page.flows:
        painter.drawPolyline([qpoint(point) for point in flow.points])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_INK)
    for symbol in page.symbols:
        painter.drawPath(painter_path(symbol_path(symbol.kind, symbol.rect)))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_boxes(painter: QPainter, boxes: list[Rect], pixel: float) -> None:
    painter.setPen(QPen(_GREY, pixel))
    for box in boxes:
        painter.drawRect(qrect(box))
