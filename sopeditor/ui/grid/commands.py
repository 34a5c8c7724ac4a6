"""What keys and the context menu do in the grid."""

from sopeditor.session.session import EditorSession
from sopeditor.tables.notation import Field
from sopeditor.ui.grid.clipboard import CellClipboard
from sopeditor.ui.grid.columns import FIELDS
from sopeditor.ui.grid.editing import CellEditing
from sopeditor.ui.grid.entries import CellRefused
from sopeditor.ui.grid.rows import delete_rows, insert_row, move_rows, shift_lane, shift_rows
from sopeditor.ui.grid.view import GridView


class GridCommands:
    """The verbs of the grid; whatever is refused is told at a cell."""

    def __init__(
        self, session: EditorSession, view: GridView, editing: CellEditing, clipboard: CellClipboard
    ) -> None:
        self._session, self._view = session, view
        self._editing, self._clipboard = editing, clipboard

    def edit(self) -> None:
        """Change the text of the cell."""
        self._editing.open(self._view.currentIndex())

    def edit_anew(self) -> None:
        """Type into the cell as if it were empty."""
        self._editing.open(self._view.currentIndex(), "")

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self._clipboard.copy()
        self._tell(self._clipboard.empty())

    def copy(self) -> None:
        """Copy the selected cells."""
        self._clipboard.copy()

    def copy_headings(self) -> None:
        """Copy the selected cells with the headings of their columns."""
        self._clipboard.copy(headings=True)

    def paste(self) -> None:
        """Paste cells from the uppermost selected one on."""
        self._tell(self._clipboard.paste())

    def fill_down(self) -> None:
        """Write the uppermost of the selected cells into those below it."""
        self._tell(self._clipboard.fill_down())

    def empty(self) -> None:
        """Empty the selected cells."""
        self._tell(self._clipboard.empty())

    def insert_above(self) -> None:
        """Put a row above the selected ones."""
        self._insert(min(self._view.selected_rows(), default=0))

    def insert_below(self) -> None:
        """Put a row below the selected ones."""
        self._insert(max(self._view.selected_rows(), default=-1) + 1)

    def delete_rows(self) -> None:
        """Take the selected rows away."""
        rows = self._view.selected_rows()
        column = self._view.currentIndex().column()
        if rows and delete_rows(self._session, self._view.table, rows) and len(self._view.table):
            self._view.go_to(min(rows[0], len(self._view.table) - 1), FIELDS[max(column, 0)])

    def rows_up(self) -> None:
        """Move the selected rows up by one."""
        self._shift(-1)

    def rows_down(self) -> None:
        """Move the selected rows down by one."""
        self._shift(1)

    def lane_left(self) -> None:
        """Move the lane of the Pelaksana of this row to the left."""
        self._shift_lane(-1)

    def lane_right(self) -> None:
        """Move the lane of the Pelaksana of this row to the right."""
        self._shift_lane(1)

    def select_row(self) -> None:
        """Select the whole row of the cell."""
        self._view.selectRow(self._view.currentIndex().row())

    def drop_rows(self, steps: tuple[str, ...], position: int) -> None:
        """Move rows that were dragged, by the ids of their steps."""
        table = self._view.table
        rows = [row for step in steps if (row := table.row_of(step)) is not None]
        if rows and move_rows(self._session, table, rows, position):
            self._select_again(steps)

    def _insert(self, position: int) -> None:
        if insert_row(self._session, self._view.table, position):
            self._view.go_to(position, Field.ACTIVITY)

    def _shift(self, by: int) -> None:
        table, rows = self._view.table, self._view.selected_rows()
        steps = tuple(table.step(row).id for row in rows)
        if rows and shift_rows(self._session, table, rows, by):
            self._select_again(steps)

    def _shift_lane(self, by: int) -> None:
        index = self._view.currentIndex()
        if index.isValid() and self._view.field_at(index) is Field.ACTORS:
            shift_lane(self._session, self._view.table, index.row(), by)

    def _select_again(self, steps: tuple[str, ...]) -> None:
        """Select rows where they are now, in the column that keys were in."""
        table, column = self._view.table, max(self._view.currentIndex().column(), 0)
        rows = sorted(row for step in steps if (row := table.row_of(step)) is not None)
        self._view.select_rows(tuple(rows), FIELDS[column])

    def _tell(self, problem: CellRefused | None) -> None:
        self._editing.note.hide()
        if problem is not None:
            row = min(problem.row, len(self._view.table) - 1)
            self._editing.tell(problem.words, row, problem.field)
