"""A table whose columns and page heights are given: that of an office's own workbook.

Nothing is divided then; symbols and rows fit the widths that are there.
"""

from collections.abc import Mapping

from sopeditor.layout.context import Context
from sopeditor.layout.placement import PlacedColumn
from sopeditor.layout.style import GivenTable
from sopeditor.layout.table.columns import ColumnPlan
from sopeditor.layout.table.symbols import Lanes
from sopeditor.model.chart import Chart


def given_columns(context: Context, chart: Chart, table: GivenTable) -> ColumnPlan:
    """Answer the columns of a chart as `table` has them; one width for each of its lanes."""
    widths = tuple(column.width for column in table.columns if column.lane is not None)
    narrowest = min(widths, default=0.0)
    sizes = next(sizes for sizes in context.style.symbol_sizes if sizes.lane <= narrowest)
    return ColumnPlan(
        columns=tuple(
            PlacedColumn(
                column=given.column,
                left=given.left,
                width=given.width,
                lane=given.lane,
                actor="" if given.lane is None else chart.lanes[given.lane],
            )
            for given in table.columns
        ),
        lanes=Lanes(
            widths=widths if chart.lanes else (),
            index=_places(chart) if widths else {},
            sizes=sizes,
        ),
        lane_heading=context.fonts.heading,
        too_narrow=bool(widths) and narrowest < context.style.narrowest_lane,
    )


def _places(chart: Chart) -> Mapping[str, int]:
    return {actor: place for place, actor in enumerate(chart.lanes)}
