"""What a person sees of the program. Everything here runs in the thread of the window."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget

from sopeditor.app import Program
from sopeditor.canvas.cell_editor import CellEditor
from sopeditor.canvas.hit import HandleHit
from sopeditor.canvas.navigation import spot_rect
from sopeditor.canvas.places import Spot
from sopeditor.canvas.reason_label import ReasonLabel
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.view import SheetView
from sopeditor.foundation.geometry import Point, Polyline, Rect
from sopeditor.model.document import Document
from sopeditor.model.flow import Side
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind

#: How far inside the view something must lie to be worked on, in pixels.
_INSIDE = 12


@dataclass
class Sight:
    """Looks at a program; places are points of the sheet unless they are pixels."""

    program: Program

    @property
    def document(self) -> Document:
        return self._stage.document

    @property
    def window_id(self) -> int:
        return int(self.program.window.winId())

    @property
    def field(self) -> str | None:
        """What stands in the field that is open on the sheet; None when none is."""
        editor: CellEditor | None = self._view.editing.editor
        return editor.toPlainText() if editor is not None else None

    @property
    def reason(self) -> str:
        """What the note by the pointer says; empty when there is none."""
        label = self._view.findChild(ReasonLabel)
        return label.text() if isinstance(label, ReasonLabel) and label.isVisible() else ""

    def cell(self, row: int, column: Column, lane: int | None) -> Rect:
        step = self.document.charts[0].steps[row].id
        rect = spot_rect(self._stage.sheet, Spot(step, column, lane))
        assert rect is not None, f"row {row} has no cell {column} {lane}"
        return rect

    def symbol(self, symbol: str) -> Rect:
        found = self._stage.sheet.symbol(symbol)
        assert found is not None, f"no symbol {symbol} on the sheet"
        return self._stage.sheet.on_sheet(found[0], found[1].rect)

    def heading(self, lane: int) -> Point:
        actor = self.document.charts[0].lanes[lane]
        found = self._stage.sheet.heading(actor)
        assert found is not None, f"lane {lane} has no heading"
        return self._stage.sheet.on_sheet(found[0], found[1].rect).centre

    def handle(self, symbol: str, side: Side) -> Point:
        return self._stage.handles(symbol)[side].centre

    def is_handle(self, place: Point) -> bool:
        return isinstance(self._stage.hit(place), HandleHit)

    def route(self, flow: str) -> Polyline:
        """Answer the line of a flow as it is laid out."""
        for index, page in self._stage.sheet.chart_pages():
            corner = self._stage.sheet.origin(index)
            for placed in page.flows:
                if placed.flow == flow:
                    return tuple(Point(x + corner.x, y + corner.y) for x, y in placed.points)
        raise AssertionError(f"no line of {flow} on the sheet")

    def pixel(self, place: Point) -> tuple[QPoint, QRect]:
        """Answer the pixel of a place on the screen, and what the screen shows of the sheet."""
        viewport = self._view.viewport()
        pixel = viewport.mapToGlobal(self._view.mapFromScene(QPointF(place.x, place.y)))
        shown = QRect(viewport.mapToGlobal(QPoint(0, 0)), viewport.size())
        return pixel, shown.adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)

    def palette_pixel(self, kind: SymbolKind) -> QPoint:
        button = self.program.window.findChild(QToolButton, f"symbol_{kind.value}")
        assert isinstance(button, QToolButton), f"no {kind} in the palette"
        return button.mapToGlobal(button.rect().center())

    @property
    def _view(self) -> SheetView:
        return self.program.window.sheet

    @property
    def _stage(self) -> Stage:
        return self._view.stage


def dialog_id() -> int:
    """Answer the X window of the dialog that is open, or 0."""
    dialog = _dialog()
    return int(dialog.winId()) if dialog is not None else 0


def dialog_is_active() -> bool:
    dialog = _dialog()
    return dialog is not None and dialog.isActiveWindow()


def focused_text() -> str:
    """Answer what stands in the field that has the focus."""
    focused = QApplication.focusWidget()
    return str(focused.property("text")) if focused is not None else ""


def _dialog() -> QWidget | None:
    shown = QApplication.activeModalWidget()
    return shown if isinstance(shown, QDialog) and shown.isVisible() else None
