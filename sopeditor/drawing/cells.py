"""Cells -> fill, border and text."""

from sopeditor.drawing.strokes import Ink, Pen, Stroke, rectangle
from sopeditor.drawing.text import draw_text
from sopeditor.layout.placement import CellRole, PlacedCell

#: The lines of table and cover; 0.5 pt keeps them lighter than the flows of 0.75 pt.
GRID_PEN = Pen(Ink.LINE, 0.5)

_FILLS = {
    CellRole.HEADER: Ink.HEADER_FILL,
    CellRole.COLUMN_NUMBER: Ink.NUMBER_FILL,
    CellRole.COVER_HEADING: Ink.HEADER_FILL,
}


def draw_cell(cell: PlacedCell) -> tuple[Stroke, ...]:
    """Answer a cell's strokes; a FREE cell has neither fill nor border."""
    text: tuple[Stroke, ...] = draw_text(cell.text) if cell.text else ()
    if cell.role is CellRole.FREE:
        return text
    return (rectangle(cell.rect, GRID_PEN, _FILLS.get(cell.role)), *text)
