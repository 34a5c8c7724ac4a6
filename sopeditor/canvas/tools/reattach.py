"""Dragging an end of a selected line to another symbol."""

from PySide6.QtCore import Qt

from sopeditor.canvas.hit import EndHit, HandleHit, SymbolHit
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.select import is_drag
from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.editing.command import Command
from sopeditor.editing.flows import Reattach
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override


class ReattachTool(Tool):
    """Ties the source or the target of a flow to the symbol that its end is dropped on."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._from: Pointer | None = None
        self._command: Reattach | None = None
        self._reason: Message | None = None

    @property
    @override
    def cursor(self) -> Qt.CursorShape:
        """A cross, or a forbidding sign where the line may not end."""
        refused = self._reason is not None
        return Qt.CursorShape.ForbiddenCursor if refused else Qt.CursorShape.CrossCursor

    @property
    @override
    def reason(self) -> Message | None:
        """Why the line may not end here."""
        return self._reason

    @override
    def start(self, pointer: Pointer) -> None:
        """Take the end."""
        self._from = pointer

    @override
    def move(self, pointer: Pointer) -> None:
        """Draw the line from its other end and point out what it would be tied to."""
        start = self._from
        if start is None or not isinstance(start.hit, EndHit) or not is_drag(start, pointer):
            return
        self._command = self._reason = None
        preview = self._stage.scene.preview
        preview.clear()
        hit = self._stage.hit(pointer.point)
        if isinstance(hit, SymbolHit | HandleHit):
            self._aim(start.hit, hit)
            self._stage.foresight.aim(hit.symbol.symbol, self._wanted())
        else:
            self._reason = message("canvas.refused.no_end")
            self._stage.foresight.aim(None, None)
        preview.show_line((self._other_end(start.hit), pointer.point))

    @override
    def finish(self, pointer: Pointer) -> None:
        """Tie it there; dropped where it was, nothing changes."""
        command, allowed = self._command, self._reason is None
        self.cancel()
        if command is not None and allowed:
            self._stage.execute(command)

    @override
    def cancel(self) -> None:
        """Leave the line as it is."""
        self._from = self._command = self._reason = None
        self._stage.scene.preview.clear()
        self._stage.foresight.forget()

    def _wanted(self) -> Command | None:
        """Answer what letting go here would do; None: nothing."""
        return self._command if self._reason is None else None

    def _aim(self, end: EndHit, hit: SymbolHit | HandleHit) -> None:
        stage, symbol = self._stage, hit.symbol.symbol
        flow = stage.document.chart(stage.sheet.chart_of(end.page)).flow(end.flow.flow)
        if symbol == (flow.source if end.at_source else flow.target):
            return
        if end.at_source:
            self._command = Reattach(flow=flow.id, source=symbol)
        else:
            self._command = Reattach(flow=flow.id, target=symbol)
        self._reason = stage.refusal(self._command)
        rect = stage.sheet.on_sheet(hit.page, hit.symbol.rect)
        stage.scene.preview.show_target(hit.symbol.kind, rect, allowed=self._reason is None)

    def _other_end(self, end: EndHit) -> Point:
        place = end.flow.points[-1 if end.at_source else 0]
        origin = self._stage.sheet.origin(end.page)
        return Point(place.x + origin.x, place.y + origin.y)
