"""The step tables of a sheet with their rows: `find_tables` is where recognition begins."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from sopeditor.excel.recognition.cells import SheetText
from sopeditor.excel.recognition.heads import Head, find_heads
from sopeditor.excel.recognition.synonyms import plain
from sopeditor.excel.recognition.table import FoundTable
from sopeditor.model.step import Column

_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,2})\s*\)?")
_ROW_NUMBER = re.compile(r"\(?(\d{1,3})\s*[a-z]?\s*[.)]?", re.IGNORECASE)
#: The fewest cells 1, 2, 3 ... that are a row of column numbers and no step.
_LEAST_NUMBERS = 3
#: Rows without number and text (page links) that may stand between two steps.
_MOST_GAP = 3


def find_tables(sheet: SheetText) -> tuple[FoundTable, ...]:
    """Answer the step tables of a sheet from top to bottom.

    A head that repeats the one before, with the numbers going on, belongs to its table.
    """
    tables: list[FoundTable] = []
    heads = list(find_heads(sheet))
    end = max(sheet.by_row, default=0)
    limits = [*(following.cells.top - 1 for following in heads[1:]), end]
    for head, limit in zip(heads, limits, strict=False):
        table = _table(sheet, head, limit)
        if tables and _continues(sheet, tables[-1], table):
            last = tables.pop()
            repeat = range(table.header.top, table.first_row)
            table = replace(last, last_row=table.last_row, repeats=(*last.repeats, repeat))
        tables.append(table)
    return tuple(tables)


def _table(sheet: SheetText, head: Head, limit: int) -> FoundTable:
    after = head.cells.bottom + 1
    number_row = after if is_number_row(sheet, after) else None
    first = after + (number_row is not None)
    return FoundTable(
        header=head.cells,
        actors=head.actors,
        columns=head.columns,
        lanes=head.lanes,
        first_row=first,
        last_row=_last_row(sheet, head, first, limit),
        number_row=number_row,
        guesses=head.guesses,
    )


def is_number_row(sheet: SheetText, row: int) -> bool:
    """Answer whether a row holds nothing but the numbers of the columns, ascending."""
    texts = [sheet.text(row, column) for column in sheet.by_row.get(row, ())]
    found = [_COLUMN_NUMBER.fullmatch(text.strip()) for text in texts]
    if len(texts) < _LEAST_NUMBERS or not all(found):
        return False
    numbers = [int(match[1]) for match in found if match]
    return all(before < after for before, after in pairwise(numbers))


def row_number(text: str) -> int | None:
    """Answer the number in a cell of the column No ("3", "3.", "5a"); None for none."""
    found = _ROW_NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None


def _last_row(sheet: SheetText, head: Head, first: int, limit: int) -> int:
    """Answer the last row of the body; the first one where nothing is filled in.

    Rows go on while they are numbered, or (where the first is not) have an activity.
    """
    number, activity = head.columns.get(Column.NUMBER), head.columns[Column.ACTIVITY]

    def counts(row: int) -> bool:
        if number is not None:
            return row_number(sheet.text(row, number.left)) is not None
        return bool(sheet.text(row, activity.left))

    last, row = first, first
    while row <= limit and row - last <= _MOST_GAP:
        if counts(row):
            covered = sheet.covering(row, (number or activity).left)
            last = max(row, covered.bottom)
            row = last
        row += 1
    return last


def _continues(sheet: SheetText, before: FoundTable, after: FoundTable) -> bool:
    """Answer whether a table is the next part of the one before, under a repeated head."""
    same = before.columns.keys() == after.columns.keys() and all(
        cells.left == after.columns[column].left for column, cells in before.columns.items()
    )
    if not same or _names(before) != _names(after):
        return False
    number = before.columns.get(Column.NUMBER)
    if number is None:
        return True
    start = row_number(sheet.text(after.first_row, number.left))
    return start is not None and start > 1


def _names(table: FoundTable) -> Sequence[str]:
    return [plain(lane.name) for lane in table.lanes]
