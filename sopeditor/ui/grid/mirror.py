"""One selection in two views: what is selected here and what the session has selected."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection

from sopeditor.session.selection import Selection
from sopeditor.session.session import EditorSession
from sopeditor.tables.notation import Field
from sopeditor.ui.grid.table import StepTable
from sopeditor.ui.grid.view import GridView


class SelectionMirror:
    """Keeps the selection of `view` and that of `session` about the same rows."""

    def __init__(self, session: EditorSession, view: GridView) -> None:
        self._session, self._view = session, view
        self._mirroring = False
        view.selectionModel().selectionChanged.connect(self._tell_session)

    def follow(self, table: StepTable, selection: Selection) -> None:
        """Select in the view what the session has selected."""
        if self._mirroring or selection.chart != table.chart.id:
            return
        rows, field = touched(table, selection)
        if not rows or rows == self._view.selected_rows():
            return
        current = self._view.currentIndex()
        if field is None:
            field = self._view.field_at(current) if current.isValid() else Field.ACTIVITY
        with self.paused():
            self._view.select_rows(rows, field)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let the selection of the view be its own affair while its rows change."""
        before, self._mirroring = self._mirroring, True
        try:
            yield
        finally:
            self._mirroring = before

    def _tell_session(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        if self._mirroring:
            return
        table = self._view.table
        steps = (table.step(row).id for row in self._view.selected_rows())
        with self.paused():
            self._session.select(Selection.of_steps(table.chart.id, *steps))


def touched(table: StepTable, selection: Selection) -> tuple[tuple[int, ...], Field | None]:
    """Answer the rows that a selection touches, and the column that is about it."""
    rows = {row for step in selection.steps if (row := table.row_of(step)) is not None}
    sources = {flow.source for flow in table.chart.flows if flow.id in selection.flows}
    places = {symbol.id: row for row, symbol in table.chart.symbols()}
    rows |= {places[symbol] for symbol in selection.symbols | sources if symbol in places}
    field = None
    if selection.flows:
        field = Field.FLOW
    elif selection.symbols:
        field = Field.ACTORS
    return tuple(sorted(rows)), field
