"""Cells -> fills, one grid of lines, and texts.

Neighbouring cells share an edge. Each edge is drawn once: twice, it would look darker on
a screen than the table's outer ones, and the fill of one cell would cover half of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sopeditor.drawing.strokes import (
    Ink,
    LineTo,
    MoveTo,
    PathPart,
    PathStroke,
    Pen,
    Stroke,
    rectangle,
)
from sopeditor.drawing.text import draw_text
from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.placement import CellRole, PlacedCell

#: The lines of table and cover; 0.5 pt keeps them lighter than the flows of 0.75 pt.
GRID_PEN = Pen(Ink.LINE, 0.5)

_FILLS = {
    CellRole.HEADER: Ink.HEADER_FILL,
    CellRole.COLUMN_NUMBER: Ink.NUMBER_FILL,
    CellRole.COVER_HEADING: Ink.HEADER_FILL,
}

#: Start and end of a piece of a line.
_Span = tuple[float, float]


def draw_cells(cells: Iterable[PlacedCell], *, below_others: bool = False) -> tuple[Stroke, ...]:
    """Answer the strokes of cells that stand together; FREE ones have neither fill nor edge.

    With `below_others` their upper edge is left out, as the row above has drawn it.
    """
    all_cells = tuple(cells)
    framed = [cell.rect for cell in all_cells if cell.role is not CellRole.FREE]
    texts = (stroke for cell in all_cells if cell.text for stroke in draw_text(cell.text))
    return (*_fills(all_cells), *_grid(framed, below_others=below_others), *texts)


def _fills(cells: tuple[PlacedCell, ...]) -> Iterator[Stroke]:
    for cell in cells:
        if cell.role in _FILLS:
            yield rectangle(cell.rect, None, _FILLS[cell.role])


def _grid(rects: list[Rect], *, below_others: bool) -> Iterator[Stroke]:
    across: defaultdict[float, list[_Span]] = defaultdict(list)
    down: defaultdict[float, list[_Span]] = defaultdict(list)
    for rect in rects:
        for y in (rect.top, rect.bottom):
            across[round(y, 3)].append((rect.left, rect.right))
        for x in (rect.left, rect.right):
            down[round(x, 3)].append((rect.top, rect.bottom))
    if below_others and across:
        del across[min(across)]
    parts = [
        *_lines((Point(low, y), Point(high, y)) for y, low, high in _united(across)),
        *_lines((Point(x, low), Point(x, high)) for x, low, high in _united(down)),
    ]
    if parts:
        yield PathStroke(tuple(parts), GRID_PEN)


def _united(spans: dict[float, list[_Span]]) -> Iterator[tuple[float, float, float]]:
    """Answer every line with its pieces joined, long enough to close the corners."""
    close = GRID_PEN.width / 2
    for line, pieces in sorted(spans.items()):
        low, high = sorted(pieces)[0]
        for start, end in sorted(pieces):
            if start > high:
                yield line, low - close, high + close
                low, high = start, end
            high = max(high, end)
        yield line, low - close, high + close


def _lines(ends: Iterable[tuple[Point, Point]]) -> Iterator[PathPart]:
    for start, end in ends:
        yield MoveTo(start)
        yield LineTo(end)
