"""Where in a template the step table goes: by placeholders, by names, by its headings.

The first that tells wins, column by column. What a run before filled is found again by the
names that it left.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.excel.recognition.cells import CellRange, SheetText
from sopeditor.excel.recognition.table import FoundTable, Guess
from sopeditor.excel.recognition.tables import find_tables
from sopeditor.excel.template.book import Book, SheetEntry
from sopeditor.excel.template.placeholders import words_in
from sopeditor.excel.template.references import Along, Shift, read_range
from sopeditor.excel.template.sheet import SheetCells
from sopeditor.excel.template.values import (
    COLUMN_NAMES,
    COLUMN_WORDS,
    LANE_HEADS_NAME,
    ROWS_NAME,
)
from sopeditor.model.step import Column

_NAME = re.compile(r"(?:'((?:[^']|'')+)'|([^'!\[\]]+))!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)")

#: Columns of a sheet, from the first to the last, both included.
Stretch = tuple[int, int]


class Means(StrEnum):
    """How the table was found."""

    PLACEHOLDERS = "placeholders"
    NAMES = "names"
    HEADINGS = "headings"


class TablePlace(Struct, frozen=True, kw_only=True):
    """The table of a template: rows of its body, its columns and lanes; all from 0.

    `heads` is the row of the lanes' names, or None; `header` the rows of all captions.
    """

    means: Means
    first_row: int
    last_row: int
    columns: Mapping[Column, Stretch]
    lanes: tuple[Stretch, ...]
    heads: int | None = None
    header: tuple[int, int] | None = None
    guesses: tuple[Guess, ...] = ()

    @property
    def area(self) -> Stretch:
        """The columns of all lanes."""
        return self.lanes[0][0], self.lanes[-1][1]

    @property
    def left(self) -> int:
        """The first column of the table."""
        return min(low for low, _ in (*self.columns.values(), *self.lanes))

    @property
    def right(self) -> int:
        """The last column of the table."""
        return max(high for _, high in (*self.columns.values(), *self.lanes))

    @property
    def body(self) -> CellRange:
        """The cells of the body."""
        return CellRange(self.first_row, self.left, self.last_row, self.right)

    def moved(self, shift: Shift) -> "TablePlace":
        """Answer the place after a shift elsewhere in its sheet, or of its own rows or lanes."""
        if shift.along is Along.ROWS:
            rows = shift.span(self.first_row, self.last_row, grows=True)
            return replace(
                self,
                first_row=rows[0] if rows else shift.place(self.first_row),
                last_row=rows[1] if rows else shift.place(self.first_row),
                heads=None if self.heads is None else shift.place(self.heads),
                header=self.header and (shift.place(self.header[0]), shift.place(self.header[1])),
            )
        return replace(
            self,
            columns={column: _moved(place, shift) for column, place in self.columns.items()},
            lanes=tuple(_moved(lane, shift) for lane in self.lanes),
        )


def _moved(place: Stretch, shift: Shift) -> Stretch:
    span = shift.span(*place, grows=False)
    return span or (shift.place(place[0]), shift.place(place[0]))


def find_place(book: Book, cells: SheetCells) -> TablePlace | None:
    """Answer where the table of a sheet goes; None when the sheet has none."""
    sheet = cells.text()
    names = sheet_names(book, cells.entry)
    tables = find_tables(sheet)
    found = tables[0] if tables else None
    words = _placeholder_columns(sheet)
    sample = _sample_row(sheet, words)
    place: TablePlace | None = None
    if sample is not None:
        place = _by_words(sheet, words, sample, names, found)
    elif ROWS_NAME in names:
        place = _by_names(cells, names, found)
    elif found is not None:
        place = _by_headings(found)
    if place is None or not place.lanes or Column.ACTIVITY not in place.columns:
        return None
    return replace(place, last_row=last_blank(cells, sheet, place))


def sheet_names(book: Book, entry: SheetEntry) -> Mapping[str, CellRange]:
    """Answer the defined names of cells of one sheet; its own before the workbook's."""
    found: dict[str, CellRange] = {}
    ordered = sorted(book.names(), key=lambda name: name.get("localSheetId") or "")
    for element in ordered:
        match = _NAME.fullmatch((element.text or "").strip())
        scope = element.get("localSheetId")
        if match is None or scope not in {None, str(entry.position)}:
            continue
        sheet = (match[1] or match[2]).replace("''", "'")
        cells = read_range(match[3].replace("$", ""))
        if sheet.casefold() == entry.name.casefold() and cells is not None:
            found[str(element.get("name")).upper()] = cells
    return found


def _placeholder_columns(sheet: SheetText) -> list[tuple[int, CellRange, Column]]:
    return list(_column_words(sheet))


def _column_words(sheet: SheetText) -> Iterator[tuple[int, CellRange, Column]]:
    for (row, column), text in sorted(sheet.texts.items()):
        for word in words_in(text):
            if word in COLUMN_WORDS:
                yield row, sheet.range_at(row, column), COLUMN_WORDS[word]


def _sample_row(sheet: SheetText, words: list[tuple[int, CellRange, Column]]) -> int | None:
    """Answer the row of the placeholder of the activity, which no table lacks."""
    return next((row for row, _, column in words if column is Column.ACTIVITY), None)


def _by_words(
    sheet: SheetText,
    words: list[tuple[int, CellRange, Column]],
    sample: int,
    names: Mapping[str, CellRange],
    found: FoundTable | None,
) -> TablePlace:
    columns: dict[Column, Stretch] = {
        column: (cells.left, cells.right)
        for row, cells, column in words
        if row == sample and column is not Column.ACTORS
    }
    lane_cells = [cells for row, cells, c in words if c is Column.ACTORS and row <= sample]
    heads = [cells.top for cells in lane_cells if cells.top < sample]
    fits = found is not None and found.header.bottom < sample
    lanes = tuple(dict.fromkeys((cells.left, cells.right) for cells in lane_cells))
    if not lanes and "SOP_PELAKSANA" in names:
        lanes = split_lanes(sheet, sample, _stretch(names["SOP_PELAKSANA"]))
    if not lanes and found is not None and fits:
        lanes = _found_lanes(found)
    header = (found.header.top, found.header.bottom) if found and fits else None
    return TablePlace(
        means=Means.PLACEHOLDERS,
        first_row=sample,
        last_row=max(sample, names.get(ROWS_NAME, CellRange.cell(sample, 0)).bottom),
        columns=columns,
        lanes=lanes,
        heads=max(heads) if heads else _heads_of(found if fits else None),
        header=header,
    )


def _by_names(
    cells: SheetCells, names: Mapping[str, CellRange], found: FoundTable | None
) -> TablePlace:
    rows = names[ROWS_NAME]
    fits = found if found is not None and found.header.bottom < rows.top else None
    columns = {} if fits is None else _found_columns(fits)
    columns |= {
        column: (names[name].left, names[name].right)
        for name, column in COLUMN_NAMES.items()
        if name in names and column is not Column.ACTORS
    }
    lanes = _found_lanes(fits) if fits else ()
    heads = names.get(LANE_HEADS_NAME)
    if "SOP_PELAKSANA" in names:
        row = heads.top if heads else rows.top
        lanes = split_lanes(cells.text(), row, _stretch(names["SOP_PELAKSANA"]))
    return TablePlace(
        means=Means.NAMES,
        first_row=rows.top,
        last_row=rows.bottom,
        columns=columns,
        lanes=lanes,
        heads=heads.top if heads else _heads_of(fits),
        header=(fits.header.top, fits.header.bottom) if fits else None,
    )


def _by_headings(found: FoundTable) -> TablePlace:
    return TablePlace(
        means=Means.HEADINGS,
        first_row=found.first_row,
        last_row=found.last_row,
        columns=_found_columns(found),
        lanes=_found_lanes(found) or (_stretch(found.actors),),
        heads=_heads_of(found),
        header=(found.header.top, found.header.bottom),
        guesses=found.guesses,
    )


def _found_columns(found: FoundTable) -> dict[Column, Stretch]:
    return {column: _stretch(cells) for column, cells in found.columns.items()}


def _found_lanes(found: FoundTable) -> tuple[Stretch, ...]:
    return tuple(_stretch(lane.heading) for lane in found.lanes)


def _stretch(cells: CellRange) -> Stretch:
    return cells.left, cells.right


def _heads_of(found: FoundTable | None) -> int | None:
    return found.lanes[0].heading.top if found and found.lanes else None


def split_lanes(sheet: SheetText, row: int, area: Stretch) -> tuple[Stretch, ...]:
    """Answer the lanes of an area: the columns or merged cells of a row of it."""
    lanes, column = [], area[0]
    while column <= area[1]:
        cells = sheet.covering(row, column)
        right = max(column, min(cells.right, area[1]))
        lanes.append((column, right))
        column = right + 1
    return tuple(lanes)


def last_blank(cells: SheetCells, sheet: SheetText, place: TablePlace) -> int:
    """Answer the last of the empty rows below that look like the sample row: forms have some."""
    columns = range(place.left, place.right + 1)
    sample = [cells.style(place.first_row, column) for column in columns]
    row = place.last_row
    while any(sample):
        below = row + 1
        alike = [cells.style(below, column) for column in columns] == sample
        filled = any(column in columns for column in sheet.by_row.get(below, ()))
        if not alike or filled:
            break
        row = below
    return row
