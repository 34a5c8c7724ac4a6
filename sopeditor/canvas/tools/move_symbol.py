"""Dragging symbols to other lanes and rows, with a live preview of where they land."""

from PySide6.QtCore import Qt
from typing_extensions import override

from sopeditor.canvas.drops import Drop, drop_moved, drop_on_lanes
from sopeditor.canvas.hit import LaneHit, SymbolHit, cell_at
from sopeditor.canvas.landing import BorderHit, place_in_row
from sopeditor.canvas.selecting import selection_at
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.select import is_drag
from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import Message, message
from sopeditor.layout.placement import ChartPage
from sopeditor.model.symbol import SymbolKind


class MoveSymbolTool(Tool):
    """Moves the pressed symbol, with all others when it is one of several selected."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._from: Pointer | None = None
        self._cell: tuple[str, int, int] | None = None
        self._drop: Drop | None = None
        self._reason: Message | None = None
        self._dragging = False

    @property
    @override
    def cursor(self) -> Qt.CursorShape:
        """A closed hand, or a forbidding sign where nothing may land."""
        if not self._dragging:
            return Qt.CursorShape.SizeAllCursor
        refused = self._reason is not None
        return Qt.CursorShape.ForbiddenCursor if refused else Qt.CursorShape.ClosedHandCursor

    @property
    @override
    def reason(self) -> Message | None:
        """Why the symbols may not land here."""
        return self._reason

    @override
    def start(self, pointer: Pointer) -> None:
        """Select the symbol unless it is selected, and remember the cell it lies in."""
        stage, hit = self._stage, pointer.hit
        if not isinstance(hit, SymbolHit):
            return
        self._from = pointer
        self._cell = self._cell_under(pointer)
        if hit.symbol.symbol not in stage.selection.symbols:
            stage.select(selection_at(stage.sheet, hit))

    @override
    def move(self, pointer: Pointer) -> None:
        """Show the target cells and the symbols in them."""
        if self._from is None or not (self._dragging or is_drag(self._from, pointer)):
            return
        self._dragging = True
        self._stage.set_dragging(dragging=True)
        self._aim(pointer)
        preview = self._stage.scene.preview
        preview.clear()
        if self._drop is None:
            return
        preview.show_drop(self._drop, allowed=self._reason is None)

    @override
    def finish(self, pointer: Pointer) -> None:
        """Move them; a press without dragging selects the one symbol alone."""
        stage, drop, allowed = self._stage, self._drop, self._reason is None
        dragged, start = self._dragging, self._from
        self.cancel()
        if dragged and drop is not None and allowed:
            stage.execute(drop.command)
        elif not dragged and start is not None:
            stage.select(selection_at(stage.sheet, start.hit))

    @override
    def cancel(self) -> None:
        """Leave everything where it is."""
        self._from = self._cell = self._drop = self._reason = None
        self._dragging = False
        self._stage.set_dragging(dragging=False)
        self._stage.scene.preview.clear()

    def _aim(self, pointer: Pointer) -> None:
        """Work out where the symbols would land and whether they may."""
        target, stage = self._cell_under(pointer), self._stage
        self._drop = self._reason = None
        if self._aim_between_lanes(pointer):
            return
        if self._cell is None or target is None or target[0] != self._cell[0]:
            self._reason = message("canvas.refused.no_cell")
            return
        rows, lanes = target[1] - self._cell[1], target[2] - self._cell[2]
        if (rows, lanes) == (0, 0):
            return
        symbols = stage.selection.symbols
        self._drop = drop_moved(stage.sheet, stage.document, symbols, rows, lanes)
        if self._drop is None:
            self._reason = message("canvas.refused.no_cell")
        else:
            self._reason = stage.refusal(self._drop.command)

    def _aim_between_lanes(self, pointer: Pointer) -> bool:
        """Aim one decision at a lane or at the border of two; answers whether it is that."""
        stage, start = self._stage, self._from
        if start is None or not isinstance(start.hit, SymbolHit) or start.hit.symbol.partner:
            return False
        symbol = start.hit.symbol
        if symbol.kind is not SymbolKind.DECISION or len(stage.selection.symbols) != 1:
            return False
        centre = stage.sheet.on_sheet(start.hit.page, symbol.rect).centre
        dx, dy = pointer.point.x - start.point.x, pointer.point.y - start.point.y
        landing = place_in_row(stage.sheet, Point(centre.x + dx, centre.y + dy), symbol.kind)
        if not isinstance(landing, LaneHit | BorderHit) or not self._same_chart(landing):
            return False
        drop = drop_on_lanes(stage.sheet, stage.document, symbol.symbol, landing)
        if drop is not None and _stays(stage, drop):
            return True
        self._drop = drop
        self._reason = stage.refusal(drop.command) if drop else message("canvas.refused.no_cell")
        return True

    def _same_chart(self, landing: LaneHit | BorderHit) -> bool:
        return self._cell is not None and self._stage.sheet.chart_of(landing.page) == self._cell[0]

    def _cell_under(self, pointer: Pointer) -> tuple[str, int, int] | None:
        """Answer chart, position of the step and lane of the cell under the pointer."""
        hit = cell_at(self._stage.sheet, pointer.point)
        if not isinstance(hit, LaneHit):
            return None
        page = self._stage.sheet.layout.pages[hit.page]
        return (page.chart, hit.row.position, hit.lane) if isinstance(page, ChartPage) else None


def _stays(stage: Stage, drop: Drop) -> bool:
    """Answer whether a symbol would land where it is."""
    return stage.would_be(drop.command) == stage.document
