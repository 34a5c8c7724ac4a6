"""Which tool a press begins; at most one gesture runs at a time."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from sopeditor.canvas.courses import is_level, piece_at
from sopeditor.canvas.hit import (
    BelowHit,
    CellHit,
    ColumnBorderHit,
    CoverHit,
    EndHit,
    FlowHit,
    GroundHit,
    HandleHit,
    HeadingHit,
    Hit,
    LaneHit,
    LinkHit,
    NumberHit,
    PaperHit,
    SymbolHit,
)
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.bend import BendTool
from sopeditor.canvas.tools.connect import Branched, ConnectTool
from sopeditor.canvas.tools.move_label import MoveLabelTool
from sopeditor.canvas.tools.move_lane import MoveLaneTool
from sopeditor.canvas.tools.move_rows import MoveRowsTool
from sopeditor.canvas.tools.move_symbol import MoveSymbolTool
from sopeditor.canvas.tools.pan import PanTool
from sopeditor.canvas.tools.place_symbol import PlaceSymbolTool
from sopeditor.canvas.tools.reattach import ReattachTool
from sopeditor.canvas.tools.resize_column import ResizeColumnTool
from sopeditor.canvas.tools.select import SelectTool
from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.foundation.message import Message
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.symbol import SymbolKind

_CURSORS: dict[type[Hit], Qt.CursorShape] = {
    BelowHit: Qt.CursorShape.ArrowCursor,
    ColumnBorderHit: Qt.CursorShape.SplitHCursor,
    CellHit: Qt.CursorShape.IBeamCursor,
    CoverHit: Qt.CursorShape.PointingHandCursor,
    EndHit: Qt.CursorShape.CrossCursor,
    FlowHit: Qt.CursorShape.PointingHandCursor,
    GroundHit: Qt.CursorShape.ArrowCursor,
    HandleHit: Qt.CursorShape.CrossCursor,
    HeadingHit: Qt.CursorShape.PointingHandCursor,
    LaneHit: Qt.CursorShape.ArrowCursor,
    LinkHit: Qt.CursorShape.PointingHandCursor,
    NumberHit: Qt.CursorShape.PointingHandCursor,
    PaperHit: Qt.CursorShape.ArrowCursor,
    SymbolHit: Qt.CursorShape.SizeAllCursor,
}

_MOVERS: dict[type[Hit], Callable[[Stage], Tool]] = {
    ColumnBorderHit: ResizeColumnTool,
    HeadingHit: MoveLaneTool,
    NumberHit: MoveRowsTool,
    SymbolHit: MoveSymbolTool,
}

#: Told the symbol that a click will put down from now on, or None.
KindChosen = Callable[[SymbolKind | None], None]


class Gestures:
    """Hands the pointer to the tool that fits what is under it."""

    def __init__(self, stage: Stage, pan: PanTool, branched: Branched, chosen: KindChosen) -> None:
        self._stage = stage
        self._pan = pan
        self._branched = branched
        self._chosen = chosen
        self._running: Tool | None = None
        self._placing: PlaceSymbolTool | None = None
        self.grabbing = False
        stage.laid_out.connect(self._forget)

    @property
    def running(self) -> bool:
        """Whether a gesture is under way."""
        return self._running is not None

    @property
    def idle(self) -> bool:
        """Whether the pointer is free: no gesture, nothing to put down, no hand to shift."""
        return self._running is None and self._placing is None and not self.grabbing

    @property
    def scrolls(self) -> bool:
        """Whether the sheet should move along when the pointer nears the edge of the view."""
        still = self._running is self._pan or isinstance(self._running, ResizeColumnTool)
        return self._running is not None and not still

    @property
    def kind(self) -> SymbolKind | None:
        """The symbol that a click puts down, or None."""
        return self._placing.kind if self._placing else None

    @property
    def words(self) -> Message | None:
        """Why letting go here would do nothing, or what it would do where words are needed."""
        tool = self._running or self._placing
        return (tool.reason or tool.told) if tool else None

    @property
    def guide(self) -> float | None:
        """Where an upright line belongs that shows what letting go would do."""
        return self._running.guide if self._running else None

    def cursor(self, hit: Hit) -> Qt.CursorShape:
        """Answer the shape that tells what a press would do, or what the gesture does."""
        if self._running is not None:
            return self._running.cursor
        if self.grabbing:
            return Qt.CursorShape.OpenHandCursor
        if self._placing is not None:
            return self._placing.cursor
        return _CURSORS[type(hit)]

    def cursor_on(self, pointer: Pointer) -> Qt.CursorShape:
        """Answer the cursor at a pointer: over a line, which way its piece can be dragged."""
        hit = pointer.hit
        if not self.idle or not isinstance(hit, FlowHit):
            return self.cursor(hit)
        if hit.on_label:
            return Qt.CursorShape.SizeAllCursor
        place = self._stage.sheet.on_page(hit.page, pointer.point)
        level = is_level(piece_at(hit.flow.points, place))
        return Qt.CursorShape.SizeVerCursor if level else Qt.CursorShape.SizeHorCursor

    def choose_kind(self, kind: SymbolKind | None) -> None:
        """Let the next click put down a symbol of a kind; None: select and move again."""
        if kind == self.kind:
            return
        self.cancel()
        if self._placing is not None:
            self._placing.cancel()
        self._placing = PlaceSymbolTool(self._stage, kind) if kind else None
        self._chosen(kind)

    def press(self, pointer: Pointer, *, pans: bool) -> None:
        """Begin a gesture."""
        self.cancel()
        self._running = self._pan if pans or self.grabbing else self._tool_for(pointer)
        self._running.start(pointer)

    def move(self, pointer: Pointer) -> None:
        """Follow the pointer; without a gesture, point out what is under it."""
        if self._running is not None:
            self._running.move(pointer)
        elif self._placing is not None:
            self._placing.move(pointer)
        else:
            self._stage.hover(pointer.hit, pointer.point)

    def release(self, pointer: Pointer) -> None:
        """End the gesture. With Shift held, another symbol of the kind can follow."""
        tool, self._running = self._running, None
        if tool is None:
            return
        tool.finish(pointer)
        if tool is self._placing and not pointer.extend:
            self.choose_kind(None)

    def cancel(self) -> bool:
        """Call the gesture off; answers whether there was one."""
        tool, self._running = self._running, None
        if tool is not None:
            tool.cancel()
        return tool is not None

    def leave(self) -> None:
        """Point nothing out: the pointer left the view."""
        if self._running is None:
            self._stage.hover(None)
            if self._placing is not None:
                self._placing.cancel()

    def _forget(self, layout: DocumentLayout) -> None:
        """Call off what began on another layout: undo by key in the middle of a drag."""
        self.cancel()

    def _tool_for(self, pointer: Pointer) -> Tool:
        if self._placing is not None:
            return self._placing
        if isinstance(pointer.hit, HandleHit):
            return ConnectTool(self._stage, self._branched)
        if isinstance(pointer.hit, EndHit):
            return ReattachTool(self._stage)
        if pointer.toggle or pointer.extend:
            return SelectTool(self._stage)
        return _mover(self._stage, pointer.hit)


def _mover(stage: Stage, hit: Hit) -> Tool:
    """Answer the tool that moves what is under the pointer, else the one that selects."""
    match hit:
        case FlowHit(_, flow, on_label) if flow.flow:
            return MoveLabelTool(stage) if on_label else BendTool(stage)
        case _:
            return _MOVERS.get(type(hit), SelectTool)(stage)
