"""The rows of a step table: steps with their texts, bands on the sheet, what follows below."""

import re
from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from sopeditor.excel.reader.cells import SheetCells
from sopeditor.excel.reader.corrections import RowUse
from sopeditor.excel.reader.header import TableHead
from sopeditor.excel.recognition.cells import CellRange
from sopeditor.model.step import TEXT_COLUMNS, Column
from sopeditor.tables.notation import tidy

_NUMBER = re.compile(r"\(?\s*\d{1,4}\s*\)?")
#: So many empty rows end a table.
_MOST_EMPTY = 40


class StepRow(Struct, frozen=True, kw_only=True):
    """A step: first and last sheet row, what stands under No, its texts, shared columns.

    `grown` are rows without a number whose text was added to this step.
    """

    first: int
    last: int
    label: str
    texts: dict[Column, str]
    shared: frozenset[Column] = frozenset()
    grown: tuple[int, ...] = ()


class StepTable(Struct):
    """One chart's table: its heads (the first and repeated ones), steps and notes below.

    `sections` are rows of text across the table between steps; `end` the first sheet row
    after it.
    """

    heads: list[TableHead]
    steps: list[StepRow] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    sections: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0

    @property
    def head(self) -> TableHead:
        """The first head."""
        return self.heads[0]

    @property
    def top(self) -> int:
        """The first row after the head."""
        return self.head.bottom + 1

    def step_at(self, row: int) -> int | None:
        """Answer the index of the step that a sheet row belongs to, or None."""
        for index, step in enumerate(self.steps):
            if step.first <= row <= step.last:
                return index
        return None


class Occupied(Struct, frozen=True):
    """Sheet rows in which symbols stand, and those in which anything is drawn.

    `told` says what some rows are, whatever they look like.
    """

    symbols: frozenset[int] = frozenset()
    anything: frozenset[int] = frozenset()
    told: Mapping[int, RowUse] = field(default_factory=dict)


def read_tables(
    cells: SheetCells, heads: tuple[TableHead, ...], occupied: Occupied
) -> list[StepTable]:
    """Answer the tables of a sheet; a head that only repeats goes on with the one before."""
    tables: list[StepTable] = []
    ends = [*(head.top for head in heads), cells.last + 1][1:]
    for head, end in zip(heads, ends, strict=True):
        last = end if head.last is None else min(end, head.last + 1)
        part = _part(_Reader(cells, head, occupied), last)
        if tables and _goes_on(tables[-1], part):
            before = tables[-1]
            before.heads.append(head)
            before.steps += part.steps
            before.sections += part.sections
            before.notes, before.end = [*before.notes, *part.notes], part.end
        else:
            tables.append(part)
    return tables


def _goes_on(before: StepTable, part: StepTable) -> bool:
    same = before.head.names == part.head.names
    starts_anew = bool(part.steps) and part.steps[0].label.strip("(). ") == "1"
    return same and not (starts_anew and before.steps)


class _Reader(Struct, frozen=True):
    """Looks at single rows of one table."""

    cells: SheetCells
    head: TableHead
    occupied: Occupied

    def block(self, row: int, column: Column) -> CellRange | None:
        """Answer the block of a row's cell in a column, if the table has that column."""
        place = self.head.columns.get(column)
        return self.cells.block(row, place[0]) if place else None

    def words(self, row: int, column: Column) -> str:
        """Answer the text in a row; nothing where the cell began in a row before."""
        place = self.head.columns.get(column)
        if place is None:
            return ""
        pieces = [
            self.cells.texts.get((row, own), "")
            for own in range(place[0], place[1] + 1)
            if self.cells.block(row, own).top == row
        ]
        return tidy(" ".join(piece for piece in pieces if piece))

    def number(self, row: int) -> str:
        """Answer what stands under No."""
        return self.words(row, Column.NUMBER)

    def is_across(self, row: int) -> bool:
        """Answer whether the row's first text is merged beyond its column into the lanes."""
        columns = self.cells.columns.get(row, ())
        for column in columns:
            if column <= self.head.columns[Column.ACTIVITY][1]:
                block = self.cells.block(row, column)
                return block.right >= self.head.lanes[0].first
        return False

    def is_below(self, row: int, before: int) -> bool:
        """Answer whether a row stands below the table whose last row is `before`.

        It holds words under No that are no label, or an empty row parts it from the steps
        and it has neither number nor symbol.
        """
        label = self.number(row)
        if label or row in self.occupied.symbols:
            return len(label) > 12 and not self.words(row, Column.ACTIVITY)
        return Column.NUMBER in self.head.columns and any(
            gap not in self.cells.columns and gap not in self.occupied.anything
            for gap in range(before + 1, row)
        )

    def filled(self, row: int) -> bool:
        """Answer whether a row has a number or any text."""
        return bool(self.number(row)) or any(self.texts(row).values())

    def waits(self, row: int, before: int) -> bool:
        """Answer whether only the rows after this one tell whether it is in the table."""
        return self.is_across(row) or (self.filled(row) and self.is_below(row, before))

    def is_step(self, row: int, before: int) -> bool:
        """Answer whether a row is a step or goes on with one."""
        return self.filled(row) and not self.waits(row, before) and not self.repeats_numbers(row)

    def repeats_numbers(self, row: int) -> bool:
        """Answer whether the row only numbers the columns."""
        activity = self.words(row, Column.ACTIVITY)
        return bool(_NUMBER.fullmatch(activity)) and bool(
            not self.number(row) or _NUMBER.fullmatch(self.number(row))
        )

    def texts(self, row: int) -> dict[Column, str]:
        return {column: self.words(row, column) for column in TEXT_COLUMNS}


def _part(reader: _Reader, end: int) -> StepTable:
    table, waiting = StepTable([reader.head]), list[int]()
    head_last = reader.head.last
    for row in range(reader.head.bottom + 1, end):
        before = table.steps[-1].last if table.steps else row - 1
        if row - max([before, *waiting]) > _MOST_EMPTY and head_last is None:
            break
        told = reader.occupied.told.get(row)
        if told is not None or reader.is_step(row, before):
            _add_row(table, reader, row, told, waiting)
            waiting = []
        elif reader.waits(row, before):
            waiting.append(row)
    table.notes = [tidy(text) for r in waiting for _, text in reader.cells.in_row(r)]
    table.end = min([*waiting, end])
    return table


def _add_row(
    table: StepTable, reader: _Reader, row: int, told: RowUse | None, waiting: list[int]
) -> None:
    """Take a row: a step of its own, more text for the one before, or nothing if told so."""
    table.sections += [(r, reader.cells.columns[r][0]) for r in waiting]
    if told is RowUse.NOTHING:
        return
    inside = bool(table.steps) and row <= table.steps[-1].last
    numbered = bool(reader.number(row)) or Column.NUMBER not in reader.head.columns
    goes_on = inside or not (numbered or row in reader.occupied.symbols)
    if told is not None:
        goes_on = told is RowUse.CONTINUES
    if table.steps and goes_on:
        more = _with_more(table.steps[-1], row, reader.texts(row))
        table.steps[-1] = more if told is None else replace(more, grown=table.steps[-1].grown)
    else:
        table.steps.append(_step(reader, row))


def _step(reader: _Reader, row: int) -> StepRow:
    block = reader.block(row, Column.NUMBER) or reader.block(row, Column.ACTIVITY)
    last = block.bottom if block else row
    shared = frozenset(
        column
        for column in TEXT_COLUMNS
        if (cell := reader.block(row, column)) and cell.bottom > last
    )
    return StepRow(
        first=row, last=last, label=reader.number(row), texts=reader.texts(row), shared=shared
    )


def _with_more(step: StepRow, row: int, texts: dict[Column, str]) -> StepRow:
    inside = row <= step.last
    glue = "\n" if inside else " "
    joined = {
        column: glue.join(text for text in (step.texts[column], texts[column]) if text)
        for column in step.texts
    }
    grown = step.grown if inside else (*step.grown, row)
    return replace(step, last=max(step.last, row), texts=joined, grown=grown)
