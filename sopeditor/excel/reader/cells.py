"""The cells of a sheet as texts, and which of them are merged."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum

from lxml import etree
from msgspec import Struct, field
from openpyxl.utils import range_boundaries

from sopeditor.excel.names import SHEET
from sopeditor.excel.reader import limits
from sopeditor.excel.reader.book import Book
from sopeditor.excel.reader.errors import unreadable
from sopeditor.excel.reader.texts import joined_text, plain_text
from sopeditor.excel.recognition.cells import CellRange
from sopeditor.model.date import DateText

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Doubt(StrEnum):
    """Why the text of a cell may not be what its author sees."""

    ERROR_VALUE = "error_value"
    NO_VALUE = "no_value"


class SheetCells(Struct, frozen=True):
    """Texts by row and column from 0; empty cells are not there.

    `merges` holds merged blocks by each of their rows; `doubts` the cells whose text may
    be wrong; `columns` which cells of a row hold text; `last` the last row that holds any.
    """

    texts: dict[tuple[int, int], str]
    columns: dict[int, tuple[int, ...]] = field(default_factory=dict)
    merges: dict[int, tuple[CellRange, ...]] = field(default_factory=dict)
    doubts: dict[tuple[int, int], Doubt] = field(default_factory=dict)
    last: int = -1

    def block(self, row: int, column: int) -> CellRange:
        """Answer the merged block that a cell belongs to; itself where it is not merged."""
        for merged in self.merges.get(row, ()):
            if merged.left <= column <= merged.right:
                return merged
        return CellRange.cell(row, column)

    def saying(self, told: Mapping[tuple[int, int], str]) -> "SheetCells":
        """Answer the cells with other texts in some places, which are not in doubt then."""
        if not told:
            return self
        texts = {place: text for place, text in {**self.texts, **told}.items() if text.strip()}
        doubts = {place: doubt for place, doubt in self.doubts.items() if place not in told}
        columns = _columns(texts)
        return SheetCells(texts, columns, self.merges, doubts, max(columns, default=-1))

    @property
    def blocks(self) -> tuple[CellRange, ...]:
        """All merged blocks, each once."""
        return tuple(sorted({block for blocks in self.merges.values() for block in blocks}))

    def text(self, row: int, column: int) -> str:
        """Answer what a person sees in a cell: the text of its block."""
        block = self.block(row, column)
        return self.texts.get((block.top, block.left), "")

    def in_row(self, row: int) -> list[tuple[int, str]]:
        """Answer columns and texts of the cells that begin in a row, from left to right."""
        return [(column, self.texts[row, column]) for column in self.columns.get(row, ())]


def read_cells(sheet: etree._Element, book: Book) -> SheetCells:
    """Answer the texts of a sheet; raises UnreadableWorkbook for more than an SOP holds."""
    texts: dict[tuple[int, int], str] = {}
    doubts: dict[tuple[int, int], Doubt] = {}
    for place, cell in _placed(sheet):
        text, doubt = _read(cell, book)
        if doubt:
            doubts[place] = doubt
        if text.strip():
            texts[place] = text
        if len(texts) > limits.CELLS:
            raise unreadable("too_big")
    merges = _merges(sheet, max((row for row, _ in texts), default=-1))
    shown = {place: text for place, text in texts.items() if _is_shown(place, merges)}
    columns = _columns(shown)
    return SheetCells(shown, columns, merges, doubts, max(columns, default=-1))


def _columns(texts: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    columns: dict[int, list[int]] = {}
    for row, column in sorted(texts):
        columns.setdefault(row, []).append(column)
    return {row: tuple(found) for row, found in columns.items()}


def _is_shown(place: tuple[int, int], merges: Mapping[int, tuple[CellRange, ...]]) -> bool:
    """Answer whether no merged block hides a cell: it shows its first cell alone."""
    row, column = place
    return all(
        place == (block.top, block.left) or not block.left <= column <= block.right
        for block in merges.get(row, ())
    )


def _placed(sheet: etree._Element) -> Iterator[tuple[tuple[int, int], etree._Element]]:
    """Answer the cells with content; both numbers may be left out where they count on."""
    number = 0
    for row in sheet.iterfind(f"{{{SHEET}}}sheetData/{{{SHEET}}}row"):
        given = str(row.get("r"))
        number = int(given) if re.fullmatch(r"[0-9]{1,7}", given) else number + 1
        column = -1
        for cell in row:
            found = _REFERENCE.fullmatch(str(cell.get("r")))
            column = _column(found[1]) if found else column + 1
            if len(cell):
                yield (number - 1, column), cell


def _column(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def _read(cell: etree._Element, book: Book) -> tuple[str, Doubt | None]:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return joined_text(cell), None
    value = cell.findtext(f"{{{SHEET}}}v")
    if not value:
        computed = cell.find(f"{{{SHEET}}}f") is not None
        return "", Doubt.NO_VALUE if computed else None
    if kind == "s":
        return _shared(value, book), None
    if kind == "n":
        return _number(value, cell.get("s", ""), book), None
    return plain_text(value), Doubt.ERROR_VALUE if kind == "e" else None


def _shared(value: str, book: Book) -> str:
    if not re.fullmatch(r"[0-9]{1,9}", value.strip()) or int(value) >= len(book.texts):
        raise unreadable("damaged")
    return book.texts[int(value)]


def _number(value: str, style: str, book: Book) -> str:
    try:
        number = float(value)
    except ValueError:
        return plain_text(value)
    if style.isdigit() and int(style[:6]) in book.styles.dates and 1 <= number < 2_958_466:
        start = date(1904, 1, 1) if book.from_1904 else date(1899, 12, 30)
        return DateText((start + timedelta(days=int(number))).isoformat()).printed
    return f"{number:.15g}" if abs(number) < 1e15 else value


def _merges(sheet: etree._Element, last: int) -> dict[int, tuple[CellRange, ...]]:
    rows: dict[int, list[CellRange]] = {}
    spent = 0
    for element in sheet.iterfind(f"{{{SHEET}}}mergeCells/{{{SHEET}}}mergeCell"):
        merged = _range(str(element.get("ref")))
        reach = range(merged.top, min(merged.bottom, max(last, merged.top)) + 1)
        spent += len(reach)
        if spent > limits.MERGED_ROWS:
            raise unreadable("too_big")
        for row in reach:
            rows.setdefault(row, []).append(merged)
    return {row: tuple(sorted(blocks)) for row, blocks in rows.items()}


def _range(reference: str) -> CellRange:
    try:
        left, top, right, bottom = (int(edge or 1) - 1 for edge in range_boundaries(reference))
    except (ValueError, TypeError) as error:
        raise unreadable("damaged") from error
    return CellRange(top, left, max(top, bottom), max(left, right))
