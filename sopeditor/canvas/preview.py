"""What shows only while a person points, drags or draws: above all pages, never in print."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsLineItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QStyleOptionGraphicsItem,
    QWidget,
)

from sopeditor.canvas.colours import SheetColours, tinted
from sopeditor.canvas.grips import Grip
from sopeditor.canvas.items.pens import screen_pen
from sopeditor.drawing.symbols import symbol_path
from sopeditor.foundation.geometry import Point, Rect, bounding_box
from sopeditor.foundation.overriding import override
from sopeditor.model.symbol import SymbolKind
from sopeditor.painting.convert import painter_path, qpoint, qrect

if TYPE_CHECKING:
    from sopeditor.canvas.drops import Drop
    from sopeditor.canvas.outlook import Outlook

_ABOVE_ALL = 1000.0


class _Part(Enum):
    """What an item is to a gesture: where something would go, the thing, or a line to it."""

    PLACE = auto()
    GHOST = auto()
    LINE = auto()


class GripsItem(QGraphicsItem):
    """Small circles to grasp."""

    def __init__(self, grips: Sequence[Grip], colours: SheetColours) -> None:
        super().__init__()
        self._grips = tuple(grips)
        self._colours = colours
        self.setZValue(_ABOVE_ALL)

    @override
    def boundingRect(self) -> QRectF:
        reach = max(grip.radius for grip in self._grips)
        return qrect(bounding_box(grip.centre for grip in self._grips).grown(1.5 * reach))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(screen_pen(self._colours.accent, 1.5))
        painter.setBrush(Qt.GlobalColor.white)
        for grip in self._grips:
            painter.drawEllipse(qpoint(grip.centre), grip.radius, grip.radius)


class PinsItem(QGraphicsItem):
    """Small marks where a line or a label stands because a person wished it so."""

    _RADIUS = 2.0

    def __init__(self, points: Sequence[Point], colours: SheetColours) -> None:
        super().__init__()
        self._points = tuple(points)
        self._colours = colours
        self.setZValue(_ABOVE_ALL - 2)

    @override
    def boundingRect(self) -> QRectF:
        return qrect(bounding_box(self._points).grown(2 * self._RADIUS))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for point in self._points:
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawEllipse(qpoint(point), self._RADIUS + 0.7, self._RADIUS + 0.7)
            painter.setBrush(self._colours.accent)
            painter.drawEllipse(qpoint(point), self._RADIUS, self._RADIUS)


class Preview:
    """Shows and clears what a gesture needs, in coordinates of the sheet."""

    def __init__(self, scene: QGraphicsScene, colours: SheetColours) -> None:
        self._scene = scene
        self.colours = colours
        self._passing: list[tuple[QGraphicsItem, _Part]] = []
        self._past: list[QGraphicsItem] = []
        self._outlook: Outlook | None = None
        self._frame: QGraphicsRectItem | None = None
        self._grips: GripsItem | None = None
        self._pins: PinsItem | None = None

    def clear(self) -> None:
        """Take away what the gesture showed."""
        for item, _ in self._passing:
            self._scene.removeItem(item)
        self._passing.clear()

    def show_outlook(self, outlook: "Outlook | None") -> None:
        """Be told that the sheet shows what would be: what would be gone shows faintly.

        Ghosts are not needed then, nor places where rows or lanes went elsewhere.
        """
        for item in self._past:
            self._scene.removeItem(item)
        self._past.clear()
        self._outlook = outlook
        for line in outlook.lines if outlook else ():
            self._show_past(_line_path(line))
        for symbol in outlook.symbols if outlook else ():
            self._show_past(painter_path(symbol_path(symbol.kind, symbol.rect)))
        self._show_passing()

    def outdate_outlook(self) -> None:
        """Be told that the sheet shows what another place would lead to: ghosts are needed."""
        self._outlook = None
        self._show_passing()

    def _show_passing(self) -> None:
        for item, part in self._passing:
            item.setVisible(self._is_wanted(part))

    def show_cell(self, rect: Rect, *, allowed: bool) -> None:
        """Tint the cell where something would land; refused, it is hatched as well."""
        colour = self.colours.accent if allowed else self.colours.refusal
        item = QGraphicsRectItem(qrect(rect))
        item.setPen(screen_pen(colour, 2, dashed=not allowed))
        item.setBrush(tinted(colour, 44))
        if not allowed:
            hatched = item.brush()
            hatched.setStyle(Qt.BrushStyle.BDiagPattern)
            hatched.setColor(tinted(colour, 110))
            item.setBrush(hatched)
        self._add(item, _Part.PLACE)

    def show_drop(self, drop: "Drop", *, allowed: bool) -> None:
        """Show where symbols would land."""
        for cell in drop.cells:
            self.show_cell(cell, allowed=allowed)
        if drop.mark is not None:
            self.show_mark(*drop.mark)
        for ghost in drop.ghosts:
            self.show_ghost(ghost.kind, ghost.rect)

    def show_ghost(self, kind: SymbolKind, rect: Rect) -> None:
        """Show a symbol as it would stand."""
        self._outline(painter_path(symbol_path(kind, rect)), fill=tinted(self.colours.accent, 60))

    def show_target(self, kind: SymbolKind, rect: Rect, *, allowed: bool) -> None:
        """Point out the symbol at which a line would end."""
        colour = self.colours.accent if allowed else self.colours.refusal
        item = QGraphicsPathItem(painter_path(symbol_path(kind, rect.grown(2))))
        item.setPen(screen_pen(colour, 3, dashed=not allowed))
        item.setBrush(tinted(colour, 40))
        self._add(item)

    def show_line(self, points: Sequence[Point]) -> None:
        """Show a line that is being drawn."""
        item = QGraphicsPathItem(_line_path(points))
        item.setPen(screen_pen(self.colours.accent, 2, dashed=True))
        self._add(item)

    def show_band(self, rect: Rect) -> None:
        """Show the rubber band of a selection."""
        item = QGraphicsRectItem(qrect(rect))
        item.setPen(screen_pen(self.colours.accent, 1))
        item.setBrush(tinted(self.colours.accent, 30))
        self._add(item)

    def show_frame(self, rect: Rect | None) -> None:
        """Frame the cell that keys act on, or none; it stays until told otherwise."""
        if self._frame is not None:
            self._scene.removeItem(self._frame)
            self._frame = None
        if rect is not None:
            self._frame = QGraphicsRectItem(qrect(rect))
            self._frame.setPen(screen_pen(self.colours.accent, 2.5))
            self._frame.setZValue(_ABOVE_ALL - 1)
            self._scene.addItem(self._frame)

    def show_grips(self, grips: Sequence[Grip]) -> None:
        """Show what can be grasped; it stays until told otherwise."""
        if self._grips is not None:
            self._scene.removeItem(self._grips)
            self._grips = None
        if grips:
            self._grips = GripsItem(grips, self.colours)
            self._scene.addItem(self._grips)

    def show_pins(self, points: Sequence[Point]) -> None:
        """Mark what stands by wish; it stays until told otherwise."""
        if self._pins is not None:
            self._scene.removeItem(self._pins)
            self._pins = None
        if points:
            self._pins = PinsItem(points, self.colours)
            self._scene.addItem(self._pins)

    def show_mark(self, start: Point, end: Point) -> None:
        """Mark the line between two rows at which something would go in."""
        item = QGraphicsLineItem(start.x, start.y, end.x, end.y)
        item.setPen(screen_pen(self.colours.accent, 4))
        self._add(item, _Part.PLACE)

    def _outline(self, path: QPainterPath, fill: QColor) -> None:
        item = QGraphicsPathItem(path)
        item.setPen(screen_pen(self.colours.accent, 1.5, dashed=True))
        item.setBrush(fill)
        self._add(item, _Part.GHOST)

    def _show_past(self, path: QPainterPath) -> None:
        item = QGraphicsPathItem(path)
        item.setPen(screen_pen(tinted(self.colours.gone, 150), 1.5, dashed=True))
        item.setZValue(_ABOVE_ALL - 3)
        self._scene.addItem(item)
        self._past.append(item)

    def _is_wanted(self, part: _Part) -> bool:
        if self._outlook is None or part is _Part.LINE:
            return True
        return part is _Part.PLACE and not self._outlook.shifted

    def _add(self, item: QGraphicsItem, part: _Part = _Part.LINE) -> None:
        item.setZValue(_ABOVE_ALL)
        item.setVisible(self._is_wanted(part))
        self._scene.addItem(item)
        self._passing.append((item, part))


def _line_path(points: Sequence[Point]) -> QPainterPath:
    path = QPainterPath(qpoint(points[0]))
    for point in points[1:]:
        path.lineTo(qpoint(point))
    return path
