"""Cover and chart on one sheet: two grids become one, a page break between them."""

from msgspec.structs import replace

from sopeditor.excel.grid import Axis, Grid
from sopeditor.excel.plan import PageShift, SheetCell, SheetPlan


def joined(cover: SheetPlan, chart: SheetPlan) -> SheetPlan:
    """Answer one sheet with the chart below the cover; the cover's page comes first.

    Every border of either part is a column of the sheet, so that both keep their widths.
    """
    edges = {round(edge, 3) for plan in (cover, chart) for edge in plan.grid.columns.edges}
    columns = Axis(tuple(sorted(edges)))
    height, above = cover.grid.rows.edges[-1], len(cover.grid.rows.sizes)
    rows = Axis((*cover.grid.rows.edges, *(height + edge for edge in chart.grid.rows.edges[1:])))
    below = tuple(PageShift(shift.dx, shift.dy + height) for shift in chart.shifts)
    header = chart.header and (chart.header[0] + above, chart.header[1] + above)
    return SheetPlan(
        grid=Grid(columns, rows),
        cells=(
            *(_moved(cell, cover, columns, 0) for cell in cover.cells),
            *(_moved(cell, chart, columns, above) for cell in chart.cells),
        ),
        shifts=(*cover.shifts, *below),
        breaks=(above, *(row + above for row in chart.breaks)),
        header=header,
        frozen=False,
    )


def _moved(cell: SheetCell, plan: SheetPlan, columns: Axis, down: int) -> SheetCell:
    edges = plan.grid.columns.edges
    return replace(
        cell,
        left=columns.index_of(edges[cell.left]),
        right=columns.index_of(edges[cell.right + 1]) - 1,
        top=cell.top + down,
        bottom=cell.bottom + down,
    )
