"""Going from cell to cell as in spreadsheets; at the end of the table the next row is made."""

from PySide6.QtCore import QModelIndex

from sopeditor.session.session import EditorSession
from sopeditor.tables.notation import Field
from sopeditor.ui.grid.rows import append_row
from sopeditor.ui.grid.table import StepTable
from sopeditor.ui.grid.view import GridView


class Moves:
    """Tab goes through the cells of a row; Enter goes down to the column where Tab began."""

    def __init__(self, session: EditorSession, view: GridView) -> None:
        self._session, self._view = session, view
        self._origin: Field | None = None
        self._arrived = (-1, -1)

    def go(self, rows: int, columns: int) -> None:
        """Go on from the cell that keys act on: by rows, or by columns."""
        index = self._view.currentIndex()
        if not index.isValid():
            return
        if (index.row(), index.column()) != self._arrived:
            self._origin = None
        if columns:
            self._across(index, columns)
        else:
            self._down(index, rows)

    def right(self) -> None:
        """Go to the next cell of the row, then to the next row."""
        self.go(0, 1)

    def left(self) -> None:
        """Go to the cell before, then to the row before."""
        self.go(0, -1)

    def down(self) -> None:
        """Go to the next row; below the last one it is made."""
        self.go(1, 0)

    def up(self) -> None:
        """Go to the row before."""
        self.go(-1, 0)

    def _across(self, index: QModelIndex, columns: int) -> None:
        here = self._view.field_at(index)
        if columns > 0:
            self._origin = self._origin or here
        fields = self._view.visible_fields()
        place = fields.index(here) + columns
        if 0 <= place < len(fields):
            self._arrive(index.row(), fields[place])
        elif columns < 0 and index.row():
            self._arrive(index.row() - 1, fields[-1])
        elif columns > 0 and self._has_row(index.row() + 1):
            self._arrive(index.row() + 1, Field.ACTIVITY)
            self._origin = None

    def _down(self, index: QModelIndex, rows: int) -> None:
        field = self._origin or self._view.field_at(index)
        row = index.row() + rows
        if row >= 0 and self._has_row(row):
            self._arrive(row, field)
        self._origin = None

    def _arrive(self, row: int, field: Field) -> None:
        self._view.go_to(row, field)
        index = self._view.currentIndex()
        self._arrived = (index.row(), index.column())

    def _has_row(self, row: int) -> bool:
        """Answer whether there is a row, made just now if the last one was left."""
        table = self._view.table
        if row < len(table):
            return True
        return may_go_on(table) and append_row(self._session, table)


def may_go_on(table: StepTable) -> bool:
    """Answer whether a row after the last makes sense: not after the end, nor an empty one."""
    last = len(table) - 1
    if last < 0:
        return True
    cells = table.cells(last)
    written = any(cells[field] for field in (Field.ACTIVITY, Field.INPUTS, Field.OUTPUT))
    return written and not table.ends(last)
