"""Heads of tables as a person told them, in place of those that recognition found."""

from collections.abc import Iterable, Iterator

from sopeditor.excel.reader.cells import SheetCells
from sopeditor.excel.reader.corrections import TableIs
from sopeditor.excel.reader.header import LaneColumn, TableHead
from sopeditor.excel.reader.texts import unwrapped
from sopeditor.model.step import Column


def with_told_heads(
    heads: Iterable[TableHead], told: Iterable[TableIs], cells: SheetCells
) -> tuple[TableHead, ...]:
    """Answer the heads from top to bottom; one that was told replaces the one it is about.

    What was told without a column for the activities is no table.
    """
    whole = [table for table in told if Column.ACTIVITY in dict(table.columns)]
    said = {table.found: table for table in whole if table.found is not None}
    new = [table for table in whole if table.found is None]
    kept = [head for head in heads if head.top not in said]
    made = [told_head(table, cells) for table in (*said.values(), *new)]
    return tuple(sorted((*kept, *made), key=lambda head: head.top))


def told_head(table: TableIs, cells: SheetCells) -> TableHead:
    """Answer the head that was told; a lane for each cell in its last row with a name."""
    columns = {
        column: (place, cells.block(table.bottom, place).right) for column, place in table.columns
    }
    return TableHead(
        top=table.top,
        bottom=table.bottom,
        columns=columns,
        lanes=tuple(_lanes(table, cells)),
        last=table.last,
    )


def _lanes(table: TableIs, cells: SheetCells) -> Iterator[LaneColumn]:
    first, last = table.lanes
    column = first
    while column <= last:
        block = cells.block(table.bottom, column)
        name = cells.text(table.bottom, column) or cells.text(block.top - 1, column)
        end = min(max(block.right, column), last)
        yield LaneColumn(unwrapped(name) or str(column - first + 1), column, end, block.top)
        column = end + 1
