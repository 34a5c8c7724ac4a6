"""A text as sections of cells: head records, a header row and rows, with their lines.

Knows separators, quoting and Markdown; nothing of what the cells mean, except which row
is a header row and where a further chart begins.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from sopeditor.foundation.message import message
from sopeditor.foundation.overriding import override
from sopeditor.tables.errors import TableError, excerpt
from sopeditor.tables.notation import (
    MAX_FIELD,
    MAX_TEXT,
    Field,
    HeadKey,
    column_of,
    head_key_of,
    tidy,
)

#: A header row must come within so many lines; a head is some twenty.
_MAX_HEAD = 300

#: Spreadsheets take what begins so for a formula; an apostrophe before it says text.
_FORMULA = re.compile(r"'*(?:[=+@\t\r]|-.)", re.DOTALL)


class Record(Struct, frozen=True):
    """The cells of one row and the line, from 1, on which it begins."""

    line: int
    cells: tuple[str, ...]


class Section(Struct, frozen=True):
    """One table with the head before it; `header` holds the captions up to the last one."""

    head: tuple[Record, ...]
    header: Record
    rows: tuple[Record, ...]


def guarded(cell: str) -> str:
    """Answer a cell that no spreadsheet takes for a formula; `unguarded` gives it back."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Answer a cell without the apostrophe that `guarded` put before it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def read_sections(text: str) -> tuple[Section, ...]:
    """Cut a text into its sections; raises TableError where that is not possible."""
    if len(text) > MAX_TEXT:
        raise TableError(0, "", message("tables.problem.text_too_long", most=MAX_TEXT))
    unified = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = unified.split("\n")
    dialect = _find_dialect(lines)
    sections: list[Section] = []
    index = 0
    while not sections or index < len(lines):
        section, index = _read_section(dialect, index)
        sections.append(section)
    return tuple(sections)


class _Dialect(Protocol):
    """One way to write cells as text; indices count the lines from 0."""

    @property
    def length(self) -> int:
        """How many lines there are."""

    def header(self, index: int) -> tuple[Record, int] | None:
        """Answer the header row that begins at a line, and where its rows begin."""

    def head(self, index: int) -> tuple[Record, int]:
        """Answer the head record at a line, and the line after it."""

    def rows(self, index: int) -> Iterator[tuple[Record, int]]:
        """Answer the rows from a line on, each with the line after it."""


def _read_section(dialect: _Dialect, index: int) -> tuple[Section, int]:
    head: list[Record] = []
    while (found := dialect.header(index)) is None:
        record, index = dialect.head(index)
        if any(record.cells):
            head.append(record)
        if index >= dialect.length:
            raise _no_header(index)
    header, index = found
    rows: list[Record] = []
    blank = False
    for record, _ in dialect.rows(index):
        if not any(record.cells):
            blank = True
        elif blank and _begins_chart(record):
            return Section(tuple(head), header, tuple(rows)), record.line - 1
        else:
            blank = False
            rows.append(record)
    return Section(tuple(head), header, tuple(rows)), dialect.length


def _no_header(line: int) -> TableError:
    known = ", ".join(Field)
    return TableError(line, "", message("tables.problem.no_header", known=known))


def _begins_chart(record: Record) -> bool:
    words, colon, _ = record.cells[0].lstrip("-* ").partition(":")
    return bool(colon) and head_key_of(words) is HeadKey.CHART


def _find_dialect(lines: Sequence[str]) -> _Dialect:
    dialects: list[_Dialect] = [_Markdown(lines), *(_Separated(lines, mark) for mark in "\t;,")]
    for index in range(min(len(lines), _MAX_HEAD)):
        headers = [(dialect.header(index), dialect) for dialect in dialects]
        found = [(len(header[0].cells), dialect) for header, dialect in headers if header]
        if found:
            return max(found, key=_width)[1]
    raise _no_header(0)


def _width(found: tuple[int, _Dialect]) -> int:
    return found[0]


def _as_header(record: Record) -> Record | None:
    """Answer a record as header row: two known captions, one of what is done or by whom."""
    fields = {column_of(cell) for cell in record.cells} - {None}
    if len(fields) < 2 or not fields & {Field.ACTIVITY, Field.ACTORS}:
        return None
    cells = list(record.cells)
    while not cells[-1]:
        cells.pop()
    return Record(record.line, tuple(cells))


def _cell(text: str, line: int) -> str:
    if len(text) > MAX_FIELD:
        raise TableError(line, "", message("tables.problem.field_too_long", most=MAX_FIELD))
    return tidy(text)


class _Separated(_Dialect):
    """Cells parted by a tab, `;` or `,`, quoted as spreadsheets do."""

    def __init__(self, lines: Sequence[str], separator: str) -> None:
        self._lines = lines
        self._separator = separator

    @property
    @override
    def length(self) -> int:
        return len(self._lines)

    @override
    def header(self, index: int) -> tuple[Record, int] | None:
        if self._separator not in self._lines[index]:
            return None
        try:
            record, after = next(self.rows(index))
        except TableError:
            return None
        header = _as_header(record)
        return (header, after) if header else None

    @override
    def head(self, index: int) -> tuple[Record, int]:
        line = self._lines[index]
        if line.startswith('"') or self._separator == "\t":
            return next(self.rows(index))
        # Spreadsheets pad every line with separators to the width of the table.
        return Record(index + 1, (_cell(line.rstrip(self._separator + " "), index + 1),)), index + 1

    @override
    def rows(self, index: int) -> Iterator[tuple[Record, int]]:
        ended = (f"{line}\n" for line in self._lines[index:])
        reader = csv.reader(ended, delimiter=self._separator, strict=True, skipinitialspace=True)
        while True:
            line = index + reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise _csv_error(error, line) from error
            record = Record(line, tuple(unguarded(_cell(cell, line)) for cell in cells))
            yield record, index + reader.line_num


def _csv_error(error: csv.Error, line: int) -> TableError:
    # The csv module bounds fields at 131,072 characters, a little above our own limit.
    if "field limit" in str(error):
        return TableError(line, "", message("tables.problem.field_too_long", most=MAX_FIELD))
    return TableError(line, "", message("tables.problem.quotes"))


_PIPE = re.compile(r"\\.|\||[^\\|]+|\\", re.DOTALL)
_DELIMITER = re.compile(r":?-+:?")
_MARKDOWN_ESCAPE = re.compile(r"\\([\\|<])|<br\s*/?>", re.IGNORECASE)


class _Markdown(_Dialect):
    """A pipe table; head lines may be items of a list."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @property
    @override
    def length(self) -> int:
        return len(self._lines)

    @override
    def header(self, index: int) -> tuple[Record, int] | None:
        if index + 1 >= self.length or "|" not in self._lines[index]:
            return None
        marks = self._record(index + 1).cells
        if not marks or not all(_DELIMITER.fullmatch(mark) for mark in marks):
            return None
        header = _as_header(self._record(index))
        return (header, index + 2) if header else None

    @override
    def head(self, index: int) -> tuple[Record, int]:
        return Record(index + 1, (_from_markdown(_cell(self._lines[index], index + 1)),)), index + 1

    @override
    def rows(self, index: int) -> Iterator[tuple[Record, int]]:
        for row in range(index, self.length):
            record = self._record(row)
            head, _ = self.head(row)
            if "|" in self._lines[row] or not any(record.cells):
                yield record, row + 1
            elif _begins_chart(head):
                yield head, row + 1
            else:
                words = excerpt(self._lines[row])
                raise TableError(row + 1, "", message("tables.problem.no_row", text=words))

    def _record(self, index: int) -> Record:
        line = self._lines[index].strip()
        pieces: list[str] = [""]
        for token in _PIPE.findall(line):
            if token == "|":
                pieces.append("")
            else:
                pieces[-1] += token
        if line.startswith("|"):
            pieces.pop(0)
        if len(pieces) > 1 and not pieces[-1].strip():
            pieces.pop()
        return Record(index + 1, tuple(_from_markdown(_cell(p, index + 1)) for p in pieces))


def to_markdown(cell: str) -> str:
    """Answer a cell as Markdown holds it."""
    escaped = re.sub(r"\\|\||<(?=br\s*/?>)", r"\\\g<0>", cell, flags=re.IGNORECASE)
    return escaped.replace("\n", "<br>")


def _from_markdown(cell: str) -> str:
    return tidy(_MARKDOWN_ESCAPE.sub(_unescaped, cell))


def _unescaped(found: re.Match[str]) -> str:
    return found[1] or "\n"
