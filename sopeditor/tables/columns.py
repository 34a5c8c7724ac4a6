"""The columns of a table, found by the captions of its header row."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from sopeditor.foundation.message import Message, message
from sopeditor.tables.errors import TableError, excerpt
from sopeditor.tables.grid import Record
from sopeditor.tables.notation import Field, column_of

_NEEDED = (Field.ACTIVITY, Field.ACTORS)


class Row(Struct, frozen=True):
    """The cells of one row by column, where it stands, and how to complain about a cell."""

    line: int
    cells: Mapping[Field, str]
    captions: Mapping[Field, str]
    first: bool
    last: bool

    def __getitem__(self, field: Field) -> str:
        """Answer the text in a column; empty where the table has no such column."""
        return self.cells.get(field, "")

    def error(self, field: Field, problem: Message) -> TableError:
        """Answer the error that names this line and the column as the header row words it."""
        return TableError(self.line, self.captions.get(field, field), problem)


class Columns:
    """What stands where; raises TableError for captions unknown, doubled or missing."""

    def __init__(self, header: Record) -> None:
        self._fields = tuple(_field(caption, header.line) for caption in header.cells)
        self._captions: dict[Field, str] = {}
        for field, caption in zip(self._fields, header.cells, strict=True):
            if field in self._captions:
                problem = message("tables.problem.double_column", other=self._captions[field])
                raise TableError(header.line, excerpt(caption), problem)
            if field:
                self._captions[field] = excerpt(caption)
        for field in _NEEDED:
            if field not in self._captions:
                problem = message("tables.problem.missing_column", name=field)
                raise TableError(header.line, "", problem)

    def rows(self, records: Sequence[Record]) -> tuple[Row, ...]:
        """Answer the rows; raises TableError where a cell stands under no caption."""
        last = len(records) - 1
        return tuple(
            Row(record.line, self._cells(record), self._captions, index == 0, index == last)
            for index, record in enumerate(records)
        )

    def _cells(self, record: Record) -> dict[Field, str]:
        padding = (None,) * (len(record.cells) - len(self._fields))
        placed = list(zip((*self._fields, *padding), record.cells, strict=False))
        for field, cell in placed:
            if cell and field is None:
                problem = message("tables.problem.cell_without_column", text=excerpt(cell))
                raise TableError(record.line, "", problem)
        return {field: cell for field, cell in placed if field}


def _field(caption: str, line: int) -> Field | None:
    """Answer the column of a caption; None for an empty one."""
    field = column_of(caption)
    if caption and field is None:
        known = ", ".join(Field)
        problem = message("tables.problem.unknown_column", known=known)
        raise TableError(line, excerpt(caption), problem)
    return field
