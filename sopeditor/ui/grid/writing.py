"""Writing entries through the session, or telling the cell why not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sopeditor.foundation.ids import fresh_id
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.signal import Signal
from sopeditor.session.session import EditorSession
from sopeditor.tables.notation import Field
from sopeditor.ui.grid.columns import key_of
from sopeditor.ui.grid.entries import CellRefused, Entries
from sopeditor.ui.grid.model import GridModel, Rejected
from sopeditor.ui.grid.rewriting import Aliases, Rewriting


class Writing:
    """Carries out entries; `told` says what else they did."""

    def __init__(self, session: EditorSession, model: GridModel) -> None:
        self._session = session
        self._model = model
        self.told: Signal[[Message]] = Signal()

    def type(self, row: int, field: Field, text: str) -> Message | None:
        """Write what was typed into one cell; answers why not, and keeps the text there."""
        if text == self._model.table.cells(row)[field]:
            self._model.reject(row, field, None)
            return None
        label = self._model.table.place(row).label
        column = message(f"grid.column.{key_of(field)}")
        name = message("grid.name.cell", column=column, step=label)
        problem = self.write({row: {field: text}}, name)
        if problem is None:
            self._model.reject(row, field, None)
            return None
        self._model.reject(row, field, Rejected(text, problem.words))
        return problem.words

    def write(
        self, entries: Entries, name: Message, aliases: Aliases | None = None
    ) -> CellRefused | None:
        """Write entries as one change called `name`; answers the cell that refuses."""
        table = self._model.table
        refusals: list[Message] = []
        try:
            rewriting = Rewriting(table, entries, fresh_id, aliases)
            command = rewriting.command(name)
        except CellRefused as refused:
            return refused
        with _hearing(self._session, refusals.append):
            done = self._session.execute(command)
        if not done:
            row, cells = next(iter(entries.items()))
            return CellRefused(row, next(iter(cells)), refusals[0])
        self._tell(rewriting, len(table), entries)
        return None

    def accept(self, row: int, field: Field, text: str) -> bool:
        """Write what was typed; answers whether it was taken, as `setData` does."""
        return self.type(row, field, text) is None

    def _tell(self, rewriting: Rewriting, count: int, entries: Entries) -> None:
        ahead = len(rewriting.added) - sum(row >= count for row in entries)
        if rewriting.new_names:
            names = ", ".join(rewriting.new_names)
            self.told.emit(message("grid.told.new_actors", names=names))
        elif ahead:
            self.told.emit(message("grid.told.rows_ahead", count=ahead))


@contextmanager
def _hearing(session: EditorSession, receiver: Callable[[Message], None]) -> Iterator[None]:
    """Hear why the session refuses, for as long as it is entered."""
    session.refused.connect(receiver)
    try:
        yield
    finally:
        session.refused.disconnect(receiver)
