"""Asking where the flow of a row goes, in the words of the step table: `ke 3`, `Ya 5; Tidak 3`."""

from sopeditor.editing.command import Command
from sopeditor.foundation.ids import fresh_id
from sopeditor.foundation.message import message
from sopeditor.tables.notation import Field
from sopeditor.ui.desk import Desk
from sopeditor.ui.focus import focused_step
from sopeditor.ui.grid.columns import key_of
from sopeditor.ui.grid.entries import CellRefused
from sopeditor.ui.grid.rewriting import Rewriting
from sopeditor.ui.grid.spoken import told_flow
from sopeditor.ui.grid.table import StepTable


class Targets:
    """The slot that asks for the targets of the selected row, whatever view is shown."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self) -> None:
        """Ask until the answer can be taken or is given up; one change of the document."""
        session = self._desk.session
        found = focused_step(session.document, session.selection)
        if found is None:
            return
        table = StepTable(session.document, found[0])
        row = found[0].step_position(found[1].id)
        # A line of input has no line breaks.
        before = "; ".join(told_flow(table.cells(row)[Field.FLOW]).splitlines())
        text: str | None = before
        while (text := self._desk.questions.ask_text("targets", text or "")) is not None:
            if text == before:
                return
            try:
                command = _written(table, row, text)
            except CellRefused as refused:
                self._desk.questions.tell_error(refused.words)
                continue
            session.execute(command)
            return


def _written(table: StepTable, row: int, text: str) -> Command:
    """Answer what the cell Alur of a row says as a command; raises CellRefused."""
    column = message(f"grid.column.{key_of(Field.FLOW)}")
    name = message("grid.name.cell", column=column, step=table.place(row).label)
    return Rewriting(table, {row: {Field.FLOW: text}}, fresh_id).command(name)
