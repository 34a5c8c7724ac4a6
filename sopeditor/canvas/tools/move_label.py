"""Dragging the label of a line to another place."""

from PySide6.QtCore import Qt

from sopeditor.canvas.courses import label_clashes, moved_label, source_centre
from sopeditor.canvas.hit import FlowHit
from sopeditor.canvas.selecting import selection_at
from sopeditor.canvas.tools.dragging import DragTool
from sopeditor.canvas.tools.tool import Pointer
from sopeditor.editing.flows import SetFlowHints
from sopeditor.foundation.message import message
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import ChartPage


class MoveLabelTool(DragTool):
    """Moves the label as far as the pointer goes, where it hides nothing."""

    _idle = Qt.CursorShape.SizeAllCursor

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
        if self._begins(start, pointer):
            self._aim(start, start.hit, pointer)

    def _aim(self, start: Pointer, hit: FlowHit, pointer: Pointer) -> None:
        stage, flow = self._stage, hit.flow
        page = stage.sheet.layout.pages[hit.page]
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
        shown = stage.sheet.on_sheet(hit.page, box)
        stage.scene.preview.show_cell(shown, allowed=self._reason is None)
