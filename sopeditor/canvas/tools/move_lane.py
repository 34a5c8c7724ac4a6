"""Dragging a lane by its heading to another place among the lanes."""

from PySide6.QtCore import Qt
from typing_extensions import override

from sopeditor.canvas.hit import HeadingHit
from sopeditor.canvas.selecting import selection_at
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.select import is_drag
from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.editing.actors import MoveLane
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import Message, message
from sopeditor.layout.placement import ChartPage


class MoveLaneTool(Tool):
    """Moves the pressed lane; a line shows between which lanes it would go."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._from: Pointer | None = None
        self._command: MoveLane | None = None
        self._reason: Message | None = None
        self._dragging = False

    @property
    @override
    def cursor(self) -> Qt.CursorShape:
        """A closed hand, or a forbidding sign beside the lanes."""
        if not self._dragging:
            return Qt.CursorShape.PointingHandCursor
        refused = self._reason is not None
        return Qt.CursorShape.ForbiddenCursor if refused else Qt.CursorShape.ClosedHandCursor

    @property
    @override
    def reason(self) -> Message | None:
        """Why the lane may not go here."""
        return self._reason

    @override
    def start(self, pointer: Pointer) -> None:
        """Select the lane."""
        self._from = pointer
        self._stage.select(selection_at(self._stage.sheet, pointer.hit))

    @override
    def move(self, pointer: Pointer) -> None:
        """Show the line between two lanes at which it would go in."""
        start = self._from
        if start is None or not isinstance(start.hit, HeadingHit):
            return
        if not (self._dragging or is_drag(start, pointer)):
            return
        self._dragging = True
        self._command = self._reason = None
        self._stage.scene.preview.clear()
        self._aim(start.hit, pointer.point)

    @override
    def finish(self, pointer: Pointer) -> None:
        """Move it; a press without dragging has selected it."""
        command, allowed = self._command, self._reason is None
        self.cancel()
        if command is not None and allowed:
            self._stage.execute(command)

    @override
    def cancel(self) -> None:
        """Leave the lanes as they are."""
        self._from = self._command = self._reason = None
        self._dragging = False
        self._stage.scene.preview.clear()

    def _aim(self, heading: HeadingHit, point: Point) -> None:
        stage, sheet = self._stage, self._stage.sheet
        page = sheet.layout.pages[heading.page]
        place = sheet.on_page(heading.page, point)
        position = _position(page, place) if isinstance(page, ChartPage) else None
        if position is None or not isinstance(page, ChartPage):
            self._reason = message("canvas.refused.no_lane")
            return
        x = _edge(page, position) + sheet.origin(heading.page).x
        table = sheet.on_sheet(heading.page, page.table)
        stage.scene.preview.show_mark(Point(x, table.top), Point(x, table.bottom))
        lanes = stage.document.chart(page.chart).lanes
        now = lanes.index(heading.cell.source)
        if position not in {now, now + 1}:
            actor = heading.cell.source
            self._command = MoveLane(chart=page.chart, actor=actor, position=position)
            self._reason = stage.refusal(self._command)


def _position(page: ChartPage, place: Point) -> int | None:
    """Answer before which lane a lane would go that is dropped at `place`; None beside all."""
    for column in page.columns:
        if column.lane is not None and column.left <= place.x <= column.right:
            return column.lane + (place.x > (column.left + column.right) / 2)
    return None


def _edge(page: ChartPage, position: int) -> float:
    lanes = [column for column in page.columns if column.lane is not None]
    return lanes[position].left if position < len(lanes) else lanes[-1].right
