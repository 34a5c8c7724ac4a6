"""Putting a new symbol onto the sheet: chosen in the palette, or dragged from it."""

from PySide6.QtCore import Qt

from sopeditor.canvas.drops import Drop, drop_new
from sopeditor.canvas.hit import GroundHit, PaperHit
from sopeditor.canvas.landing import landing_at
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.symbol import SymbolKind
from sopeditor.session.selection import NOTHING_SELECTED, Selection


class PlaceSymbolTool(Tool):
    """Shows the symbol in the cell under the pointer; letting go puts it there.

    Between two rows a row opens, and below the last one a row is added; the flow is led
    through it where that is plain. With Shift, beside a symbol of its kind, it is done at
    the same time as that one.
    """

    def __init__(self, stage: Stage, kind: SymbolKind) -> None:
        self._stage = stage
        self.kind = kind
        self._drop: Drop | None = None
        self._reason: Message | None = None

    @property
    @override
    def cursor(self) -> Qt.CursorShape:
        """A copying cross, or a forbidding sign where nothing may land."""
        refused = self._drop is None or self._reason is not None
        return Qt.CursorShape.ForbiddenCursor if refused else Qt.CursorShape.CrossCursor

    @property
    @override
    def reason(self) -> Message | None:
        """Why the symbol may not stand here."""
        return self._reason

    @property
    def lands(self) -> bool:
        """Whether letting go here would do something."""
        return self._drop is not None and self._reason is None

    @override
    def start(self, pointer: Pointer) -> None:
        """Show it at once."""
        self.move(pointer)

    @override
    def move(self, pointer: Pointer) -> None:
        """Show the symbol in the cell under the pointer."""
        stage, preview = self._stage, self._stage.scene.preview
        landing = landing_at(stage.sheet, pointer.point, self.kind)
        preview.clear()
        self._reason = None
        self._drop = drop_new(
            stage.sheet, stage.document, self.kind, landing, parallel=pointer.extend
        )
        if self._drop is None:
            beside = isinstance(landing, GroundHit | PaperHit)
            self._reason = None if beside else message("canvas.refused.no_cell")
            stage.foresight.aim(None, None)
            return
        self._reason = stage.refusal(self._drop.command)
        preview.show_drop(self._drop, allowed=self._reason is None)
        command = self._drop.command if self._reason is None else None
        stage.foresight.aim((landing, pointer.extend), command)

    @override
    def finish(self, pointer: Pointer) -> None:
        """Put it there and select it."""
        self.move(pointer)
        stage, drop, allowed = self._stage, self._drop, self.lands
        self.cancel()
        if drop is not None and allowed and stage.execute(drop.command):
            stage.select(_selected(stage, drop.symbols))

    @override
    def cancel(self) -> None:
        """Show nothing any more."""
        self._drop = self._reason = None
        self._stage.scene.preview.clear()
        self._stage.foresight.forget()


def _selected(stage: Stage, symbols: frozenset[str]) -> Selection:
    for chart in stage.document.charts:
        if symbols <= {symbol.id for _, symbol in chart.symbols()}:
            return Selection(chart=chart.id, symbols=symbols)
    return NOTHING_SELECTED
