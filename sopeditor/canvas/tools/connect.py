"""Drawing a line from a symbol's handle to another symbol, or to a free cell."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt

from sopeditor.canvas.drops import drop_connected
from sopeditor.canvas.grips import side_middle
from sopeditor.canvas.hit import HandleHit, Hit, SymbolHit
from sopeditor.canvas.landing import landing_at
from sopeditor.canvas.selecting import selection_at
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.select import is_drag
from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.editing.command import Command
from sopeditor.editing.flows import Connect
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.ids import fresh_id
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import ChartPage
from sopeditor.model.flow import Flow, FlowKind, Side
from sopeditor.model.symbol import SymbolKind

#: Told the id of a new branch of a decision, which wants a label.
Branched = Callable[[str], None]


class ConnectTool(Tool):
    """Connects two symbols; on a free place it puts a box there and connects that.

    With Shift held, the line is the plain one of work done together.
    """

    def __init__(self, stage: Stage, branched: Branched) -> None:
        self._stage = stage
        self._branched = branched
        self._from: Pointer | None = None
        self._flow = ""
        self._command: Command | None = None
        self._reason: Message | None = None

    @property
    @override
    def cursor(self) -> Qt.CursorShape:
        """A cross, or a forbidding sign where no line may end."""
        refused = self._reason is not None
        return Qt.CursorShape.ForbiddenCursor if refused else Qt.CursorShape.CrossCursor

    @property
    @override
    def reason(self) -> Message | None:
        """Why no line may end here."""
        return self._reason

    @override
    def start(self, pointer: Pointer) -> None:
        """Begin at a handle."""
        if isinstance(pointer.hit, HandleHit):
            self._from, self._flow = pointer, fresh_id("flow")
            self._stage.select(selection_at(self._stage.sheet, pointer.hit))

    @override
    def move(self, pointer: Pointer) -> None:
        """Draw the line and point out what it would end at."""
        start = self._from
        if start is None or not isinstance(start.hit, HandleHit) or not is_drag(start, pointer):
            return
        preview = self._stage.scene.preview
        preview.clear()
        self._command = self._reason = None
        hit = self._stage.hit(pointer.point)
        kind = FlowKind.JOINT if pointer.extend else FlowKind.FLOW
        flow = Flow(id=self._flow, source=start.hit.symbol.symbol, target="", kind=kind)
        if isinstance(hit, SymbolHit | HandleHit):
            self._aim_at_symbol(start.hit, hit, flow)
        else:
            self._aim_at_cell(flow, pointer)
        self._stage.foresight.aim(self._target(pointer, hit), self._wanted())
        preview.show_line(_bent(self._start_point(start.hit), pointer.point, start.hit.side))

    @override
    def finish(self, pointer: Pointer) -> None:
        """Connect; a branch of a decision asks for its label."""
        stage, start, command = self._stage, self._from, self._command
        flow, allowed = self._flow, self._reason is None
        self.cancel()
        if start is None or command is None or not allowed or not stage.execute(command):
            return
        if isinstance(start.hit, HandleHit) and start.hit.symbol.kind is SymbolKind.DECISION:
            self._branched(flow)

    @override
    def cancel(self) -> None:
        """Draw no line."""
        self._from = self._command = self._reason = None
        self._stage.scene.preview.clear()
        self._stage.foresight.forget()

    def _wanted(self) -> Command | None:
        """Answer what letting go here would do; None: nothing."""
        return self._command if self._reason is None else None

    def _target(self, pointer: Pointer, hit: Hit) -> object:
        """Answer what tells one target from another."""
        if isinstance(hit, SymbolHit | HandleHit):
            return hit.symbol.symbol, pointer.extend
        landing = landing_at(self._stage.sheet, pointer.point, SymbolKind.PROCESS)
        return landing, pointer.extend

    def _aim_at_symbol(self, start: HandleHit, hit: SymbolHit | HandleHit, flow: Flow) -> None:
        stage = self._stage
        page = stage.sheet.layout.pages[start.page]
        if not isinstance(page, ChartPage) or hit.symbol.symbol == start.symbol.symbol:
            return
        aimed = replace(flow, target=hit.symbol.symbol)
        self._command = Connect(chart=page.chart, flow=aimed)
        self._reason = stage.refusal(self._command)
        rect = stage.sheet.on_sheet(hit.page, hit.symbol.rect)
        stage.scene.preview.show_target(hit.symbol.kind, rect, allowed=self._reason is None)

    def _aim_at_cell(self, flow: Flow, pointer: Pointer) -> None:
        stage = self._stage
        landing = landing_at(stage.sheet, pointer.point, SymbolKind.PROCESS)
        drop = drop_connected(stage.sheet, stage.document, flow.source, landing, flow)
        if drop is None:
            joint = flow.kind is FlowKind.JOINT
            self._reason = message(f"canvas.refused.{'no_partner' if joint else 'no_symbol'}")
            return
        self._command, self._reason = drop.command, stage.refusal(drop.command)
        stage.scene.preview.show_drop(drop, allowed=self._reason is None)

    def _start_point(self, start: HandleHit) -> Point:
        rect = self._stage.sheet.on_sheet(start.page, start.symbol.rect)
        return side_middle(rect, start.side)


def _bent(start: Point, end: Point, side: Side) -> tuple[Point, ...]:
    """Answer a line that leaves by its side and bends once."""
    level = side in {Side.LEFT, Side.RIGHT}
    corner = Point(end.x, start.y) if level else Point(start.x, end.y)
    return start, corner, end
