"""Dragging symbols to other lanes and rows, with a live preview of where they land."""

from PySide6.QtCore import Qt

from sopeditor.canvas.drops import Drop, drop_moved, drop_on_lanes
from sopeditor.canvas.hit import LaneHit, SymbolHit, cell_at
from sopeditor.canvas.landing import BorderHit, place_in_row
from sopeditor.canvas.selecting import selection_at
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.select import is_drag
from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.editing.symbols import MoveSymbol
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import ChartPage, PlacedSymbol
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
        # Where the pointer aims: work is done only when it comes to another cell.
        self._aimed: object = None

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
        landing, target = self._landing(pointer), self._cell_under(pointer)
        aimed = target, landing and (type(landing), landing.row.step, landing.lane)
        if aimed == self._aimed:
            return
        self._aimed = aimed
        self._aim(target, landing)
        preview = self._stage.scene.preview
        preview.clear()
        allowed = self._reason is None
        if self._drop is not None:
            preview.show_drop(self._drop, allowed=allowed)
        command = self._drop.command if self._drop and allowed else None
        self._stage.foresight.aim(aimed, command)

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
        self._from = self._cell = self._drop = self._reason = self._aimed = None
        self._dragging = False
        self._stage.set_dragging(dragging=False)
        self._stage.scene.preview.clear()
        self._stage.foresight.forget()

    def _aim(
        self, target: tuple[str, int, int] | None, landing: LaneHit | BorderHit | None
    ) -> None:
        """Work out where the symbols would land and whether they may."""
        stage = self._stage
        self._drop = self._reason = None
        if landing is not None:
            self._aim_between_lanes(landing)
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

    def _landing(self, pointer: Pointer) -> LaneHit | BorderHit | None:
        """Answer the lane, or the border of two, in which one decision would stand."""
        stage, start = self._stage, self._from
        if start is None or not isinstance(start.hit, SymbolHit) or start.hit.symbol.partner:
            return None
        symbol = start.hit.symbol
        if symbol.kind is not SymbolKind.DECISION or len(stage.selection.symbols) != 1:
            return None
        centre = stage.sheet.on_sheet(start.hit.page, symbol.rect).centre
        dx, dy = pointer.point.x - start.point.x, pointer.point.y - start.point.y
        landing = place_in_row(stage.sheet, Point(centre.x + dx, centre.y + dy), symbol.kind)
        if isinstance(landing, LaneHit | BorderHit) and self._same_chart(landing):
            return landing
        return None

    def _aim_between_lanes(self, landing: LaneHit | BorderHit) -> None:
        stage, start = self._stage, self._from
        if start is None or not isinstance(start.hit, SymbolHit):
            return
        symbol = start.hit.symbol
        drop = drop_on_lanes(stage.sheet, stage.document, symbol.symbol, landing)
        if drop is not None and _stays(stage, symbol, drop):
            return
        self._drop = drop
        self._reason = stage.refusal(drop.command) if drop else message("canvas.refused.no_cell")

    def _same_chart(self, landing: LaneHit | BorderHit) -> bool:
        return self._cell is not None and self._stage.sheet.chart_of(landing.page) == self._cell[0]

    def _cell_under(self, pointer: Pointer) -> tuple[str, int, int] | None:
        """Answer chart, position of the step and lane of the cell under the pointer."""
        hit = cell_at(self._stage.sheet, pointer.point)
        if not isinstance(hit, LaneHit):
            return None
        page = self._stage.sheet.layout.pages[hit.page]
        return (page.chart, hit.row.position, hit.lane) if isinstance(page, ChartPage) else None


def _stays(stage: Stage, symbol: PlacedSymbol, drop: Drop) -> bool:
    """Answer whether a symbol would land where it is."""
    moved = drop.command
    now = stage.document.chart_of_step(symbol.step).symbol_index()[symbol.symbol][1]
    return (
        isinstance(moved, MoveSymbol)
        and moved.step == symbol.step
        and set(moved.actors) == set(now.actors)
    )
