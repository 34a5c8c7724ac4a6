"""Adding, removing and moving whole rows and lanes from the grid."""

from collections.abc import Sequence

from sopeditor.editing.actors import MoveLane
from sopeditor.editing.inserting import insert_step_after
from sopeditor.editing.steps import DeleteSteps, InsertStep, MoveSteps
from sopeditor.foundation.ids import fresh_id
from sopeditor.foundation.message import message
from sopeditor.model.step import Step
from sopeditor.model.symbol import SymbolKind
from sopeditor.session.session import EditorSession
from sopeditor.ui.grid.drafting import BLANK_ROW
from sopeditor.ui.grid.rewriting import Rewriting
from sopeditor.ui.grid.table import StepTable


def append_row(session: EditorSession, table: StepTable) -> bool:
    """Put a row at the end, to which the flow goes on; answers whether it was done."""
    rewriting = Rewriting(table, {len(table): BLANK_ROW}, fresh_id)
    return session.execute(rewriting.command(message("editing.name.insert_step")))


def insert_row(session: EditorSession, table: StepTable, position: int) -> bool:
    """Put a row before the one at `position`, the flow led through it."""
    if position >= len(table) and len(table):
        return append_row(session, table)
    lane = _lane_near(table, position)
    if lane is None:
        step = Step(id=fresh_id("step"))
        return session.execute(InsertStep(chart=table.chart.id, position=position, step=step))
    return session.execute(
        insert_step_after(
            session.document, table.chart.id, position - 1, lane, SymbolKind.PROCESS, fresh_id
        )
    )


def delete_rows(session: EditorSession, table: StepTable, rows: Sequence[int]) -> bool:
    """Take rows away, the flow healed around them."""
    return session.execute(DeleteSteps(steps=tuple(table.step(row).id for row in rows)))


def move_rows(session: EditorSession, table: StepTable, rows: Sequence[int], position: int) -> bool:
    """Move rows before the one that now is at `position`."""
    steps = tuple(table.step(row).id for row in rows)
    return session.execute(MoveSteps(steps=steps, position=position))


def shift_rows(session: EditorSession, table: StepTable, rows: Sequence[int], by: int) -> bool:
    """Move rows up (-1) or down (1) past their neighbour; False at the end of the table."""
    position = rows[0] - 1 if by < 0 else rows[-1] + 2
    if position < 0 or position > len(table):
        return False
    return move_rows(session, table, rows, position)


def shift_lane(session: EditorSession, table: StepTable, row: int, by: int) -> bool:
    """Move the lane of whoever does a row to the left (-1) or right (1)."""
    groups, lanes = table.place(row).groups, table.chart.lanes
    if not groups:
        return False
    lane = groups[0].lanes[0]
    position = lanes.index(lane) + (by if by < 0 else by + 1)
    if position < 0 or position > len(lanes):
        return False
    return session.execute(MoveLane(chart=table.chart.id, actor=lane, position=position))


def _lane_near(table: StepTable, position: int) -> str | None:
    """Answer the lane of the row above, else of the row below, else the first."""
    for row in (position - 1, position):
        if 0 <= row < len(table) and table.place(row).groups:
            return table.place(row).groups[0].lanes[0]
    return table.chart.lanes[0] if table.chart.lanes else None
