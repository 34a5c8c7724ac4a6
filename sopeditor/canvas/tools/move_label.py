"""Dragging the label of a line to another place."""

from PySide6.QtCore import Qt
from typing_extensions import override

from sopeditor.canvas.courses import label_clashes, moved_label, source_centre
from sopeditor.canvas.hit import FlowHit
from sopeditor.canvas.selecting import selection_at
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.select import is_drag
from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.editing.flows import SetFlowHints
from sopeditor.foundation.message import Message, message
from sopeditor.layout.placement import ChartPage


class MoveLabelTool(Tool):
    """Moves the label as far as the pointer goes, where it hides nothing."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._from: Pointer | None = None
        self._command: SetFlowHints | None = None
        self._reason: Message | None = None
        self._dragging = False

    @property
    @override
    def cursor(self) -> Qt.CursorShape:
        """A closed hand, or a forbidding sign where the label would hide something."""
        if self._reason is not None:
            return Qt.CursorShape.ForbiddenCursor
        return Qt.CursorShape.ClosedHandCursor if self._dragging else Qt.CursorShape.SizeAllCursor

    @property
    @override
    def reason(self) -> Message | None:
        """Why the label may not stand here."""
        return self._reason

    @override
    def start(self, pointer: Pointer) -> None:
        """Select the line of the label."""
        self._from = pointer
        self._stage.select(selection_at(self._stage.sheet, pointer.hit))

    @override
    def move(self, pointer: Pointer) -> None:
        """Show the box of the label where it would stand."""
        start = self._from
        if start is None or not isinstance(start.hit, FlowHit):
            return
        if self._dragging or is_drag(start, pointer):
            self._dragging = True
            self._aim(start, start.hit, pointer)

    @override
    def finish(self, pointer: Pointer) -> None:
        """Keep it there."""
        command, allowed = self._command, self._reason is None
        self.cancel()
        if command is not None and allowed:
            self._stage.execute(command)

    @override
    def cancel(self) -> None:
        """Leave the label where it is."""
        self._from = self._command = self._reason = None
        self._dragging = False
        self._stage.scene.preview.clear()

    def _aim(self, start: Pointer, hit: FlowHit, pointer: Pointer) -> None:
        stage, flow = self._stage, hit.flow
        page = stage.sheet.layout.pages[hit.page]
        self._command = self._reason = None
        source = source_centre(page, flow) if isinstance(page, ChartPage) else None
        if not isinstance(page, ChartPage) or source is None or flow.label is None:
            self._reason = message("canvas.refused.split_by_page")
            return
        dx, dy = pointer.point.x - start.point.x, pointer.point.y - start.point.y
        box = flow.label.rect.moved(dx, dy)
        hints = stage.document.chart(page.chart).flow(flow.flow).hints
        self._command = SetFlowHints(flow=flow.flow, hints=moved_label(hints, source, box.centre))
        if label_clashes(page, flow, box):
            self._reason = message("canvas.refused.label_covers")
        preview = stage.scene.preview
        preview.clear()
        preview.show_cell(stage.sheet.on_sheet(hit.page, box), allowed=self._reason is None)
