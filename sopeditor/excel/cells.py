"""The cells of a sheet, by openpyxl."""

import re
from typing import cast

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sopeditor.excel.grid import column_width
from sopeditor.excel.plan import SheetCell, SheetPlan
from sopeditor.foundation.progress import UNWATCHED, Progress
from sopeditor.layout.placement import Align, CellRole, PlacedCell, PlacedText
from sopeditor.model.step import Column

_THIN = Side(style="thin", color="000000")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_UPPER = Border(left=_THIN, right=_THIN, top=_THIN)
_LOWER = Border(left=_THIN, right=_THIN, bottom=_THIN)
_FILLS = {
    CellRole.HEADER: PatternFill("solid", fgColor="E6E9ED"),
    CellRole.COVER_HEADING: PatternFill("solid", fgColor="E6E9ED"),
    CellRole.COLUMN_NUMBER: PatternFill("solid", fgColor="F3F4F6"),
}

#: Excel reads `_x000B_` as one character; such an underscore is written as an escape itself.
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

#: Wide cells, whose text stands off the edge; in the table it would wrap otherwise.
_ROOMY = frozenset({CellRole.COVER_CAPTION, CellRole.COVER_HEADING, CellRole.COVER_VALUE})

#: What Excel holds in one cell; longer text is cut visibly.
_MOST_CHARACTERS = 32_767


def fill_sheet(sheet: Worksheet, plan: SheetPlan, progress: Progress = UNWATCHED) -> None:
    """Write sizes, cells, merges and styles of a plan; raises `Cancelled` between cells."""
    for index, width in enumerate(plan.grid.columns.sizes, 1):
        sheet.column_dimensions[get_column_letter(index)].width = column_width(width)
    for index, height in enumerate(plan.grid.rows.sizes, 1):
        sheet.row_dimensions[index].height = height
    for cell in progress.over(plan.cells):
        _fill(sheet, cell)


def set_text(cell: Cell, text: str) -> None:
    """Put text into a cell so that it stays text, whatever it looks like."""
    if len(text) > _MOST_CHARACTERS:
        text = text[: _MOST_CHARACTERS - 1] + "…"
    cell.value = _ESCAPE_LIKE.sub("_x005F_", text)
    # openpyxl takes "=..." for a formula and "#N/A" for an error.
    cell.data_type = "s"
    if text[:1] in {"=", "+", "-", "@"}:
        cell.quotePrefix = True


def _fill(sheet: Worksheet, placed: SheetCell) -> None:
    # Merging comes last, so that this is no merged cell yet.
    first = cast(Cell, sheet.cell(placed.top + 1, placed.left + 1))
    role = placed.cell.role
    if role is not CellRole.FREE:
        _frame(sheet, placed)
    if placed.cell.text is not None:
        _write(first, placed.cell.text, number=placed.cell.field == Column.NUMBER)
        if placed.cell.role in _ROOMY and placed.cell.text.align is Align.LEFT:
            first.alignment = first.alignment + Alignment(indent=1)
    if (placed.left, placed.top) != (placed.right, placed.bottom):
        sheet.merge_cells(
            start_row=placed.top + 1,
            start_column=placed.left + 1,
            end_row=placed.bottom + 1,
            end_column=placed.right + 1,
        )


def _frame(sheet: Worksheet, placed: SheetCell) -> None:
    fill, border = _FILLS.get(placed.cell.role), _border(placed.cell)
    for row in range(placed.top + 1, placed.bottom + 2):
        for column in range(placed.left + 1, placed.right + 2):
            cell = sheet.cell(row, column)
            cell.border = border
            if fill is not None:
                cell.fill = fill


def _border(cell: PlacedCell) -> Border:
    """Answer the lines around a cell; there is none between the names of agency and unit."""
    if cell.role is not CellRole.COVER_LOGO:
        return _BORDER
    return _UPPER if cell.field == "agency" else _LOWER


def _write(cell: Cell, text: PlacedText, *, number: bool) -> None:
    words = text.raw
    if number and words.isascii() and words.isdigit():
        cell.value = int(words)
    elif words:
        set_text(cell, words)
    font = text.font
    cell.font = Font(name=font.family, size=font.size, bold=font.bold, italic=font.italic)
    cell.alignment = Alignment(
        horizontal=text.align.value.replace("centre", "center"),
        vertical=text.valign.value.replace("middle", "center"),
        wrap_text=True,
    )
