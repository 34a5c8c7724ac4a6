"""Dragging rows by their number to another place in the table."""

from sopeditor.canvas.hit import NumberHit
from sopeditor.canvas.navigation import rows_of
from sopeditor.canvas.tools.dragging import DragTool
from sopeditor.canvas.tools.tool import Pointer
from sopeditor.editing.steps import MoveSteps
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import message
from sopeditor.foundation.overriding import override
from sopeditor.session.selection import Selection


class MoveRowsTool(DragTool):
    """Moves the pressed row, with all others when it is one of several selected."""

    @override
    def start(self, pointer: Pointer) -> None:
        """Select the row unless it is one of several selected."""
        self._from = pointer
        hit = pointer.hit
        if isinstance(hit, NumberHit) and hit.row.step not in self._stage.selection.steps:
            self._select_alone(hit)

    @override
    def move(self, pointer: Pointer) -> None:
        """Show the line between two rows at which they would go in."""
        if self._from is None or not self._begins(self._from, pointer):
            return
        found = self._boundary(pointer.point)
        if found is None:
            self._reason = message("canvas.refused.no_row")
            self._foresee(None)
            return
        position, start, end = found
        self._stage.scene.preview.show_mark(start, end)
        self._aim(position)
        self._foresee(position)

    @override
    def finish(self, pointer: Pointer) -> None:
        """Move them; a press without dragging selects the one row alone."""
        dragged, start = self._dragging, self._from
        super().finish(pointer)
        if not dragged and start is not None and isinstance(start.hit, NumberHit):
            self._select_alone(start.hit)

    def _select_alone(self, hit: NumberHit) -> None:
        chart = self._stage.sheet.chart_of(hit.page)
        self._stage.select(Selection.of_steps(chart, hit.row.step))

    def _aim(self, position: int) -> None:
        """Command the move, unless the rows would stay where they are."""
        stage = self._stage
        order = rows_of(stage.sheet, stage.selection.chart)
        moved = [step for step in order if step in stage.selection.steps]
        rest = [step for step in order[:position] if step not in moved]
        kept = [step for step in order if step not in moved]
        after = [*rest, *moved, *kept[len(rest) :]]
        if after != order:
            command = MoveSteps(steps=tuple(moved), position=position)
            self._command, self._reason = command, stage.refusal(command)

    def _boundary(self, point: Point) -> tuple[int, Point, Point] | None:
        """Answer position and ends of the line between rows nearest to a point."""
        sheet = self._stage.sheet
        index = sheet.page_at(point)
        for number, page in sheet.chart_pages():
            if number != index or page.chart != self._stage.selection.chart:
                continue
            for row in page.rows:
                rect = sheet.on_sheet(number, row.rect)
                if row.step and rect.top <= point.y <= rect.bottom:
                    below = point.y > rect.centre.y
                    y = rect.bottom if below else rect.top
                    ends = Point(rect.left, y), Point(rect.right, y)
                    return row.position + below, *ends
        return None
