"""What is typed or pasted into cells, and why it can't be taken."""

from collections.abc import Mapping

from sopeditor.foundation.message import Message, UserError
from sopeditor.tables.errors import TableError
from sopeditor.tables.notation import Field

#: New contents of cells by row; rows from the count of the table on are new ones.
Entries = Mapping[int, Mapping[Field, str]]


class CellRefused(UserError):
    """An entry that can't be taken: in which cell, and why not."""

    def __init__(self, row: int, field: Field, words: Message) -> None:
        super().__init__(words)
        self.row = row
        self.field = field


def refused(row: int, error: TableError) -> CellRefused:
    """Answer what the reader of tables says of a cell, as said of a cell of the grid."""
    fields = (field for field in Field if field.value == error.column)
    return CellRefused(row, next(fields, Field.ACTORS), error.problem)
