"""Blocks of cells on their way between the grid and other programs."""

import html
from collections.abc import Sequence

from msgspec import Struct

from sopeditor.foundation.message import message
from sopeditor.foundation.text import clean_text
from sopeditor.tables.errors import excerpt
from sopeditor.tables.foreign_cells import Cells, text_of_cells
from sopeditor.tables.grid import guarded, unguarded
from sopeditor.tables.notation import MAX_STEPS, Field, column_of
from sopeditor.ui.grid.entries import CellRefused, Entries
from sopeditor.ui.grid.rewriting import Aliases

#: Spreadsheets read a cell of this style as text, never as a formula or a date.
_TEXT_STYLE = "mso-number-format:'\\@';border:.5pt solid #808080;vertical-align:top"
_BREAK = '<br style="mso-data-placement:same-cell">'


class Landing(Struct, frozen=True):
    """Where a block lands: its first row, and the columns from there on to the right."""

    row: int
    fields: tuple[Field, ...]


class Pasted(Struct, frozen=True):
    """What a block says, and how it numbers its rows."""

    entries: Entries
    aliases: Aliases


def text_of_block(cells: Cells) -> str:
    """Answer cells as text with tabs that no spreadsheet takes for formulas."""
    return text_of_cells(tuple(tuple(map(guarded, row)) for row in cells))


def html_of_block(cells: Cells) -> str:
    """Answer cells as a table that Word and Excel take over with its borders."""
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in cells)
    table = f'<table border="1" style="border-collapse:collapse">{rows}</table>'
    return f'<html><head><meta charset="utf-8"></head><body>{table}</body></html>'


def read_block(cells: Cells, landing: Landing) -> Pasted:
    """Answer what a block says where it lands.

    A first row of headings tells the columns; otherwise they follow from where it lands.
    Raises CellRefused for columns that there are not, and for more rows than a chart may have.
    """
    cleaned = tuple(tuple(_clean(cell) for cell in row) for row in cells)
    fields = _headings(cleaned[0], landing) if cleaned else None
    rows = cleaned[1:] if fields else cleaned
    while rows and not any(rows[-1]):
        rows = rows[:-1]
    if landing.row + len(rows) > MAX_STEPS:
        problem = message("tables.problem.too_many_steps", most=MAX_STEPS)
        raise CellRefused(landing.row, landing.fields[0], problem)
    width = max((_width(row) for row in rows), default=0)
    if fields is None and width > len(landing.fields):
        problem = message("grid.refused.too_wide", columns=width, free=len(landing.fields))
        raise CellRefused(landing.row, landing.fields[0], problem)
    return _numbered(rows, fields or landing.fields[:width], landing.row)


def _cell(text: str) -> str:
    return f'<td style="{_TEXT_STYLE}">{html.escape(text).replace(chr(10), _BREAK)}</td>'


def _clean(cell: str) -> str:
    """Answer a cell without what other programs put around and into it."""
    text = clean_text(unguarded(cell)).replace("\u00a0", " ").replace("\u200b", "")
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def _headings(first: Sequence[str], landing: Landing) -> tuple[Field | None, ...] | None:
    """Answer the columns that a row of headings names; None where it is none."""
    fields = [column_of(cell) for cell in first]
    known = [field for field in fields if field]
    if len(known) < 2 or not {Field.ACTIVITY, Field.ACTORS, Field.OUTPUT} & set(known):
        return None
    for cell, field in zip(first, fields, strict=True):
        if (cell and field is None) or (field and known.count(field) > 1):
            problem = message("grid.refused.heading", text=excerpt(cell))
            raise CellRefused(landing.row, landing.fields[0], problem)
    return tuple(fields)


def _width(row: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell), default=1)


def _numbered(rows: Cells, fields: Sequence[Field | None], start: int) -> Pasted:
    """Answer the entries; numbers beside other cells only say what targets mean in the block."""
    entries: dict[int, dict[Field, str]] = {}
    aliases: dict[str, int] = {}
    alone = len([field for field in fields if field]) == 1
    for row, cells in enumerate(rows, start):
        placed = zip(fields, (*cells, *[""] * len(fields)), strict=False)
        entry = {field: cell for field, cell in placed if field}
        label = entry.get(Field.NUMBER, "").rstrip(".)").rstrip()
        if not alone and label:
            aliases[label] = row
        if not alone and label.isdecimal():
            entry[Field.NUMBER] = ""
        entries[row] = entry
    return Pasted(entries, aliases)
