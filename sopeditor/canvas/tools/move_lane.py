"""Dragging a lane by its heading to another place among the lanes."""

from sopeditor.canvas.hit import HeadingHit
from sopeditor.canvas.selecting import selection_at
from sopeditor.canvas.tools.dragging import DragTool
from sopeditor.canvas.tools.tool import Pointer
from sopeditor.editing.actors import MoveLane
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import message
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import ChartPage


class MoveLaneTool(DragTool):
    """Moves the pressed lane; a line shows between which lanes it would go."""

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
        if self._begins(start, pointer):
            self._aim(start.hit, pointer.point)

    def _aim(self, heading: HeadingHit, point: Point) -> None:
        stage, sheet = self._stage, self._stage.sheet
        page = sheet.layout.pages[heading.page]
        place = sheet.on_page(heading.page, point)
        position = _position(page, place) if isinstance(page, ChartPage) else None
        if position is None or not isinstance(page, ChartPage):
            self._reason = message("canvas.refused.no_lane")
            self._foresee(None)
            return
        x = _edge(page, position) + sheet.origin(heading.page).x
        table = sheet.on_sheet(heading.page, page.table)
        stage.scene.preview.show_mark(Point(x, table.top), Point(x, table.bottom))
        lanes = stage.document.chart(page.chart).lanes
        now = lanes.index(heading.cell.source)
        if position not in {now, now + 1}:
            actor = heading.cell.source
            command = MoveLane(chart=page.chart, actor=actor, position=position)
            self._command, self._reason = command, stage.refusal(command)
        self._foresee(position)


def _position(page: ChartPage, place: Point) -> int | None:
    """Answer before which lane a lane would go that is dropped at `place`; None beside all."""
    for column in page.columns:
        if column.lane is not None and column.left <= place.x <= column.right:
            return column.lane + (place.x > (column.left + column.right) / 2)
    return None


def _edge(page: ChartPage, position: int) -> float:
    lanes = [column for column in page.columns if column.lane is not None]
    return lanes[position].left if position < len(lanes) else lanes[-1].right
