"""Dragging a piece of a line aside: the document keeps the wish, the router obeys."""

from PySide6.QtCore import Qt

from sopeditor.canvas.courses import (
    bent,
    is_level,
    is_whole,
    met,
    passes,
    piece_at,
    snapped,
    source_centre,
)
from sopeditor.canvas.hit import FlowHit
from sopeditor.canvas.selecting import selection_at
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.select import is_drag
from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.editing.command import Refused
from sopeditor.editing.flows import SetFlowHints
from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import ChartPage, DocumentLayout


class BendTool(Tool):
    """Shows the line as the router would lead it through where the piece is dragged to.

    A layout is asked for only when the piece comes to another track.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._from: Pointer | None = None
        self._to: Point | None = None
        self._line: Polyline = ()
        self._command: SetFlowHints | None = None
        self._reason: Message | None = None
        self._level = False

    @property
    @override
    def cursor(self) -> Qt.CursorShape:
        """Arrows across the piece, or a forbidding sign where no line has room."""
        if self._reason is not None:
            return Qt.CursorShape.ForbiddenCursor
        return Qt.CursorShape.SizeVerCursor if self._level else Qt.CursorShape.SizeHorCursor

    @property
    @override
    def reason(self) -> Message | None:
        """Why the line can't be led here."""
        return self._reason

    @override
    def start(self, pointer: Pointer) -> None:
        """Select the line."""
        self._from = pointer
        hit = pointer.hit
        if isinstance(hit, FlowHit):
            self._stage.select(selection_at(self._stage.sheet, hit))
            place = self._stage.sheet.on_page(hit.page, pointer.point)
            self._level = is_level(piece_at(hit.flow.points, place))

    @override
    def move(self, pointer: Pointer) -> None:
        """Show where the line would run."""
        start = self._from
        if start is None or not isinstance(start.hit, FlowHit):
            return
        if self._to is None and self._reason is None and not is_drag(start, pointer):
            return
        page = self._stage.sheet.layout.pages[start.hit.page]
        if not isinstance(page, ChartPage) or not is_whole(page, start.hit.flow):
            self._reason = message("canvas.refused.split_by_page")
            return
        self._lead(page, start, start.hit, pointer.point)

    @override
    def finish(self, pointer: Pointer) -> None:
        """Keep the wish."""
        command, allowed = self._command, self._reason is None
        self.cancel()
        if command is not None and allowed:
            self._stage.execute(command)

    @override
    def cancel(self) -> None:
        """Leave the line to the router."""
        self._from = self._to = self._command = self._reason = None
        self._line = ()
        self._stage.scene.preview.clear()
        self._stage.foresight.forget()

    def _lead(self, page: ChartPage, start: Pointer, hit: FlowHit, point: Point) -> None:
        """Lead the line through the track under the pointer."""
        sheet = self._stage.sheet
        piece = piece_at(hit.flow.points, sheet.on_page(hit.page, start.point))
        to = snapped(page, piece, sheet.on_page(hit.page, point))
        if to != self._to:
            self._to = to
            self._ask(page, hit, piece, to)
            self._stage.foresight.aim(to, self._command if self._reason is None else None)
        preview = self._stage.scene.preview
        preview.clear()
        origin = sheet.origin(hit.page)
        if self._line and self._reason is None:
            preview.show_line([Point(x + origin.x, y + origin.y) for x, y in self._line])

    def _ask(self, page: ChartPage, hit: FlowHit, piece: tuple[Point, Point], to: Point) -> None:
        """Ask the layout what becomes of the wish."""
        stage, source = self._stage, source_centre(page, hit.flow)
        self._command, self._reason, self._line = None, None, ()
        if source is None or passes(piece, to):
            return
        flow = stage.document.chart(page.chart).flow(hit.flow.flow)
        wish = SetFlowHints(flow=flow.id, hints=bent(flow.hints, source, piece, to))
        try:
            self._line = _line_of(stage.layout_after(wish), hit.page, flow.id)
        except Refused as refused:
            self._reason = refused.words
            return
        through = met(self._line, to) if self._line else None
        if through is None:
            self._reason = message("canvas.refused.no_way")
        elif self._line != hit.flow.points:
            hints = bent(flow.hints, source, piece, through)
            self._command = SetFlowHints(flow=flow.id, hints=hints)


def _line_of(layout: DocumentLayout, index: int, flow: str) -> Polyline:
    page = layout.pages[index] if index < len(layout.pages) else None
    for placed in page.flows if isinstance(page, ChartPage) else ():
        if placed.flow == flow:
            return placed.points
    return ()
