"""The plan of one chart: columns, head, rows and page breaks, before any line is routed."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from sopeditor.layout.context import Context
from sopeditor.layout.paging.breaks import KnownBreaks, marks_of
from sopeditor.layout.paging.groundwork import Groundwork, Margin, lay_groundwork
from sopeditor.layout.paging.links import LinkPlanner, LinkRow, drawable_flows
from sopeditor.layout.paging.pagination import PageSize, Pagination, Span
from sopeditor.layout.style import grid_down, grid_up
from sopeditor.layout.table.columns import ColumnPlan
from sopeditor.layout.table.header import Header
from sopeditor.layout.table.rows import RowPlan, plan_rows
from sopeditor.model.chart import Chart


class Extras(Struct, frozen=True):
    """What lines asked for: points for lanes by index and for rows by slot key."""

    lanes: Mapping[int, float] = field(default_factory=dict)
    rows: Mapping[str, float] = field(default_factory=dict)


NO_EXTRAS = Extras()


class ChartPlan(Struct, frozen=True, kw_only=True):
    """Everything about a chart that its pages have in common."""

    context: Context
    chart: Chart
    ground: Groundwork
    rows: RowPlan
    links: LinkPlanner
    extras: Extras
    spans: tuple[Span, ...]

    @property
    def columns(self) -> ColumnPlan:
        """The columns of the table."""
        return self.ground.columns

    @property
    def header(self) -> Header:
        """The head of the table."""
        return self.ground.header

    @property
    def above(self) -> Margin:
        """The subtitle above the first table."""
        return self.ground.above

    @property
    def below(self) -> Margin:
        """The footnotes below the last table."""
        return self.ground.below


class ChartPlanner:
    """Plans one chart again and again as its lines ask for room."""

    def __init__(self, context: Context, chart: Chart, titled: bool) -> None:
        self._context = context
        self._chart = chart
        self._titled = titled
        self._grounds: dict[tuple[tuple[int, float], ...], Groundwork] = {}

    def plan(self, extras: Extras) -> ChartPlan:
        """Answer the plan of the chart with room for its lines."""
        ground = self._ground(extras.lanes)
        rows = plan_rows(
            self._context, self._chart, ground.columns, ground.groups, ground.alone, extras.rows
        )
        links = self._links(ground, rows)
        sizes = _Sizes(self._context, rows, links, extras)
        recall, table = self._context.recall, (id(ground.header), ground.room)
        known = KnownBreaks(
            recall, table, marks_of(recall, table, rows, links, extras.rows), sizes.reached
        )
        pagination = Pagination(
            rows=rows,
            sizes=sizes.beginning,
            capacity=ground.room.capacity,
            options=known.options,
        )
        return ChartPlan(
            context=self._context,
            chart=self._chart,
            ground=ground,
            rows=rows,
            links=links,
            extras=extras,
            spans=pagination.spans(),
        )

    def _ground(self, lane_extras: Mapping[int, float]) -> Groundwork:
        key = tuple(sorted(lane_extras.items()))
        if key not in self._grounds:
            self._grounds[key] = lay_groundwork(
                self._context, self._chart, self._titled, lane_extras
            )
        return self._grounds[key]

    def _links(self, ground: Groundwork, rows: RowPlan) -> LinkPlanner:
        if len(rows.rows) == len(ground.groups):
            return ground.links
        groups = [row.symbols for row in rows.rows]
        flows = drawable_flows(self._chart, groups)
        return LinkPlanner(flows, groups, ground.columns.lanes, self._context.style)


class _Sizes(Struct):
    """How high the pages of a chart would be."""

    context: Context
    rows: RowPlan
    links: LinkPlanner
    extras: Extras
    _reached: int = 0

    def reached(self) -> int:
        """Answer the last row of the page answered last."""
        return self._reached

    def beginning(self, first: int) -> Iterator[PageSize]:
        """Answer the pages that begin with row `first`, each a row longer."""
        rows, extras = self.rows.rows, self.extras.rows
        above = grid_up(extras.get(f"top/{rows[first].step.id}", 0.0))
        steps = 0.0
        for last, links in enumerate(self.links.growing(first), start=first):
            self._reached = last
            steps += rows[last].height
            if self.rows.runs:
                steps = sum(self.rows.heights(first, last, self.context))
            height = steps + links.top + links.bottom + (above if links.top else 0.0)
            if links.bottom and extras:
                height += grid_up(extras.get(f"bottom/{rows[last].step.id}", 0.0))
            yield PageSize(height, steps, links.links)


def link_rows(plan: ChartPlan, span: Span) -> tuple[LinkRow, LinkRow]:
    """Answer the links rows of a page, higher where lines asked for it and the page has room."""
    rows, extras = plan.rows.rows, plan.extras.rows
    top, bottom = plan.links.rows(span.first, span.last)
    if not extras:
        return top, bottom
    final = span.last == len(rows) - 1
    spare = plan.ground.room.capacity(span.first, final) - top.height - bottom.height
    spare -= sum(plan.rows.heights(span.first, span.last, plan.context))
    above = _grown(top, extras.get(f"top/{rows[span.first].step.id}", 0.0), spare)
    spare -= above.height - top.height
    return above, _grown(bottom, extras.get(f"bottom/{rows[span.last].step.id}", 0.0), spare)


def _grown(row: LinkRow, extra: float, spare: float) -> LinkRow:
    more = min(grid_up(extra), max(0.0, grid_down(spare)))
    return LinkRow(row.ends, row.height + more) if row.ends else row
