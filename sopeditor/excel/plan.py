"""Which sheet holds what: pages of the layout -> one grid of cells each.

A cover becomes one sheet. The pages of a chart become one sheet below each other: their
columns are the same, the header stands once and is repeated by the print titles.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.excel.grid import Axis, Grid
from sopeditor.foundation.geometry import Point, Rect
from sopeditor.foundation.units import pt_to_emu
from sopeditor.layout.placement import (
    CellRole,
    ChartPage,
    CoverPage,
    PlacedCell,
    PlacedRow,
    PlacedText,
)

#: Rows of text outside the table are as high as their text, in steps of this (points).
_STEP = 3.0

#: Excel's highest row, in points; higher ones are cut into rows that are merged again.
_HIGHEST_ROW = 408.0


class SheetCell(Struct, frozen=True):
    """A cell over columns `left` to `right` and rows `top` to `bottom`, all from 0."""

    left: int
    top: int
    right: int
    bottom: int
    cell: PlacedCell


class PageShift(Struct, frozen=True):
    """How far a page's coordinates are from the sheet's, in points."""

    dx: float
    dy: float

    def box(self, rect: Rect) -> tuple[int, int, int, int]:
        """Answer a box of the page as x, y, width, height on the sheet in EMU."""
        left, top = pt_to_emu(rect.left + self.dx), pt_to_emu(rect.top + self.dy)
        right, bottom = pt_to_emu(rect.right + self.dx), pt_to_emu(rect.bottom + self.dy)
        return left, top, right - left, bottom - top

    def corner(self, point: Point) -> tuple[int, int]:
        """Answer a point of the page on the sheet in EMU."""
        return pt_to_emu(point.x + self.dx), pt_to_emu(point.y + self.dy)


class SheetPlan(Struct, frozen=True, kw_only=True):
    """One sheet: its grid, cells, page breaks (after row, from 1) and header rows.

    `header` is the first and last row of the header, from 1, or None; `frozen` keeps it in
    sight, with all that stands above it.
    """

    grid: Grid
    cells: tuple[SheetCell, ...]
    shifts: tuple[PageShift, ...]
    breaks: tuple[int, ...] = ()
    header: tuple[int, int] | None = None
    frozen: bool = True


def plan_cover(page: CoverPage) -> SheetPlan:
    """Answer the sheet of a cover."""
    cells = list(_cover_cells(page))
    left = min(cell.rect.left for cell in cells)
    top = min(cell.rect.top for cell in cells)
    shift = PageShift(-left, -top)
    grid = Grid(
        _axis(edge - left for cell in cells for edge in (cell.rect.left, cell.rect.right)),
        _axis(edge - top for cell in cells for edge in (cell.rect.top, cell.rect.bottom)),
    )
    return SheetPlan(
        grid=grid, cells=tuple(_placed(grid, cell, shift) for cell in cells), shifts=(shift,)
    )


def _cover_cells(page: CoverPage) -> Iterator[PlacedCell]:
    """Answer the cells of a cover; where the unit begins, that of the agency ends.

    On paper the agency's cell is the whole block and the unit's lies over its lower part. Of
    a workbook's cells none lies over another, but both names stand where they do on paper.
    """
    units = [cell for cell in page.cells if cell.role is CellRole.FREE and cell.field == "unit"]
    for cell in page.cells:
        if cell.role is CellRole.COVER_LOGO and units:
            block, below = cell.rect, units[0]
            upper = Rect.spanning(block.left, block.top, block.right, below.rect.top)
            yield replace(cell, rect=upper)
            yield replace(below, rect=_from(block, below.rect.top), role=CellRole.COVER_LOGO)
        elif cell.role is not CellRole.FREE:
            yield cell


def _from(block: Rect, top: float) -> Rect:
    """Answer the part of a block from `top` down."""
    return Rect.spanning(block.left, top, block.right, block.bottom)


def plan_chart(pages: tuple[ChartPage, ...]) -> SheetPlan:
    """Answer the sheet of a chart."""
    first, last = pages[0], pages[-1]
    above, below = tuple(map(_text_height, first.above)), tuple(map(_text_height, last.below))
    header_top = sum(above)
    body_top = header_top + (first.body.top - first.table.top)
    tops = [body_top]
    for page in pages:
        tops.append(tops[-1] + _body_height(page))
    shifts = tuple(
        PageShift(-page.table.left, top - page.body.top)
        for page, top in zip(pages, tops, strict=False)
    )
    head_shift = PageShift(-first.table.left, header_top - first.table.top)
    grid = Grid(
        _axis(column.right - first.table.left for column in first.columns),
        _rows(pages, above, below, head_shift, shifts),
    )
    cells = (
        *_free_cells(grid, first.above, 0.0, above),
        *(_placed(grid, cell, head_shift) for cell in first.header),
        *_body_cells(grid, pages, shifts),
        *_free_cells(grid, last.below, tops[-1], below),
    )
    rows = grid.rows
    return SheetPlan(
        grid=grid,
        cells=cells,
        shifts=shifts,
        breaks=tuple(rows.index_of(top) for top in tops[1:-1]),
        header=(rows.index_of(header_top) + 1, rows.index_of(body_top)),
    )


def _body_height(page: ChartPage) -> float:
    return sum(row.rect.height for row in page.rows)


def _rows(
    pages: tuple[ChartPage, ...],
    above: tuple[float, ...],
    below: tuple[float, ...],
    head_shift: PageShift,
    shifts: tuple[PageShift, ...],
) -> Axis:
    edges = [sum(above[: index + 1]) for index in range(len(above))]
    for cell in pages[0].header:
        edges += [cell.rect.top + head_shift.dy, cell.rect.bottom + head_shift.dy]
    for page, shift in zip(pages, shifts, strict=True):
        edges += [row.rect.bottom + shift.dy for row in page.rows]
    end = max(edges)
    edges += [end + sum(below[: index + 1]) for index in range(len(below))]
    return _axis(edges)


def _axis(edges: Iterable[float]) -> Axis:
    """Answer the axis with these borders; stretches higher than a row may be are cut."""
    borders = sorted({0.0, *(round(edge, 3) for edge in edges)})
    whole = [borders[0]]
    for before, after in pairwise(borders):
        pieces = max(1, -int(-(after - before) // _HIGHEST_ROW))
        size = round((after - before) / pieces / _STEP) * _STEP
        whole += [before + size * number for number in range(1, pieces)]
        whole.append(after)
    return Axis(tuple(whole))


def _placed(grid: Grid, cell: PlacedCell, shift: PageShift) -> SheetCell:
    rect = cell.rect.moved(shift.dx, shift.dy)
    return SheetCell(
        left=grid.columns.index_of(rect.left),
        top=grid.rows.index_of(rect.top),
        right=grid.columns.index_of(rect.right) - 1,
        bottom=grid.rows.index_of(rect.bottom) - 1,
        cell=cell,
    )


def _body_cells(
    grid: Grid, pages: tuple[ChartPage, ...], shifts: tuple[PageShift, ...]
) -> Iterator[SheetCell]:
    for page, shift in zip(pages, shifts, strict=True):
        for row in page.rows:
            yield from (_placed(grid, cell, shift) for cell in _visible(row))


def _visible(row: PlacedRow) -> tuple[PlacedCell, ...]:
    return tuple(cell for cell in row.cells if cell.rect.height > 0)


def _free_cells(
    grid: Grid, texts: tuple[PlacedText, ...], top: float, heights: tuple[float, ...]
) -> Iterator[SheetCell]:
    width = grid.columns.edges[-1]
    for text, height in zip(texts, heights, strict=True):
        cell = PlacedCell(rect=Rect(0, top, width, height), role=CellRole.FREE, field="", text=text)
        yield _placed(grid, cell, PageShift(0, 0))
        top += height


def _text_height(text: PlacedText) -> float:
    return max(_STEP, -(-(len(text.lines) * text.pitch + 2) // _STEP) * _STEP)
