"""The plan of one chart: columns, head, rows and page breaks, before any line is routed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sopeditor.foundation.geometry import Rect
from sopeditor.layout.columns import ColumnPlan, plan_columns
from sopeditor.layout.context import Context
from sopeditor.layout.header import Header, plan_header
from sopeditor.layout.labels import label_gaps
from sopeditor.layout.lines import lines_in, placed, text_height
from sopeditor.layout.links import LinkPlanner, LinkRow, drawable_flows
from sopeditor.layout.measure import Font
from sopeditor.layout.pagination import PageSize, Pagination, Span
from sopeditor.layout.placement import Align, PlacedText, VerticalAlign
from sopeditor.layout.rows import RowPlan, plan_rows
from sopeditor.layout.style import grid_up
from sopeditor.layout.symbols import SymbolGroup, group_symbols
from sopeditor.layout.wrapping import NOTHING, Wrapped
from sopeditor.model.chart import Chart

#: Subtitle and footnotes take at most this share of a page; more is cut, with a note.
_MOST_NOTES = 0.3


@dataclass(frozen=True, slots=True)
class Extras:
    """What lines asked for: points for lanes by index and for rows by slot key."""

    lanes: Mapping[int, float] = field(default_factory=dict)
    rows: Mapping[str, float] = field(default_factory=dict)


NO_EXTRAS = Extras()


@dataclass(frozen=True, slots=True)
class Margin:
    """Text above or below a table: its lines and the height they take."""

    words: Wrapped = NOTHING
    font: Font = Font("", 0.0)
    height: float = 0.0
    align: Align = Align.LEFT
    cut: bool = False

    def placed(self, context: Context, left: float, right: float, top: float) -> PlacedText | None:
        """Answer the text between two edges, from `top` on."""
        rect = Rect.spanning(left, top, right, top + self.height)
        pitch = context.style.pitch
        return placed(rect, self.words, self.font, pitch, self.align, VerticalAlign.TOP)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPlan:
    """Everything about a chart that its pages have in common."""

    context: Context
    chart: Chart
    columns: ColumnPlan
    header: Header
    rows: RowPlan
    links: LinkPlanner
    above: Margin
    below: Margin
    extras: Extras
    spans: tuple[Span, ...]


def plan_chart(context: Context, chart: Chart, titled: bool, extras: Extras) -> ChartPlan:
    """Answer the plan of a chart; `titled` shows its subtitle above the table."""
    columns = plan_columns(context, chart, extras.lanes)
    header = plan_header(context, columns)
    above = _above(context, chart, columns) if titled else Margin()
    below = _below(context, chart, columns)
    room = _Room(context.sheet.body.height - header.height, above.height, below.height)
    gaps = label_gaps(context, chart)
    groups = [group_symbols(step, columns.lanes, context.style, gaps) for step in chart.steps]
    alone = _alone(_link_planner(context, chart, columns, groups), room)
    rows = plan_rows(context, chart, columns, groups, alone, extras.rows)
    links = _link_planner(context, chart, columns, [row.symbols for row in rows.rows])
    sizes = _Sizes(context, rows, links, extras)
    spans = Pagination(rows=rows, sizes=sizes.beginning, capacity=room.capacity).spans()
    return ChartPlan(
        context=context,
        chart=chart,
        columns=columns,
        header=header,
        rows=rows,
        links=links,
        above=above,
        below=below,
        extras=extras,
        spans=spans,
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """The height for rows on a page of its own, and what its texts take from it."""

    full: float
    above: float
    below: float

    def capacity(self, first: int, final: bool) -> float:
        """Answer the height for a page that begins with row `first` and is the last or not."""
        return self.full - (0.0 if first else self.above) - (self.below if final else 0.0)


def _link_planner(
    context: Context, chart: Chart, columns: ColumnPlan, groups: Sequence[SymbolGroup]
) -> LinkPlanner:
    flows = drawable_flows(chart, groups)
    return LinkPlanner(flows, groups, columns.lanes, context.style)


def _alone(links: LinkPlanner, room: _Room) -> Callable[[int], float]:
    """Answer how high the row of a step may be when it stands alone with its page links."""

    def height(step: int) -> float:
        needed = next(links.growing(step))
        return room.capacity(step, True) - needed.top - needed.bottom

    return height


@dataclass(frozen=True, slots=True)
class _Sizes:
    """How high the pages of a chart would be."""

    context: Context
    rows: RowPlan
    links: LinkPlanner
    extras: Extras

    def beginning(self, first: int) -> Iterator[PageSize]:
        """Answer the pages that begin with row `first`, each a row longer."""
        rows, extras = self.rows.rows, self.extras.rows
        above = grid_up(extras.get(f"top/{rows[first].step.id}", 0.0))
        steps = 0.0
        for last, links in enumerate(self.links.growing(first), start=first):
            steps += rows[last].height
            if self.rows.runs:
                steps = sum(self.rows.heights(first, last, self.context))
            below = grid_up(extras.get(f"bottom/{rows[last].step.id}", 0.0))
            top = links.top + above if links.top else 0.0
            bottom = links.bottom + below if links.bottom else 0.0
            yield PageSize(steps + top + bottom, steps, links.links)


def link_rows(
    rows: RowPlan, links: LinkPlanner, extras: Extras, span: Span
) -> tuple[LinkRow, LinkRow]:
    """Answer the links rows of a page, higher where lines asked for it."""
    top, bottom = links.rows(span.first, span.last)
    first, last = rows.rows[span.first], rows.rows[span.last]
    return (
        _grown(top, extras.rows.get(f"top/{first.step.id}", 0.0)),
        _grown(bottom, extras.rows.get(f"bottom/{last.step.id}", 0.0)),
    )


def _grown(row: LinkRow, extra: float) -> LinkRow:
    return LinkRow(row.ends, row.height + grid_up(extra)) if row.ends else row


def _above(context: Context, chart: Chart, columns: ColumnPlan) -> Margin:
    font = context.fonts.heading
    return _margin(context, columns, (chart.subtitle,), font, Align.CENTRE)


def _below(context: Context, chart: Chart, columns: ColumnPlan) -> Margin:
    return _margin(context, columns, chart.footnotes, context.fonts.label, Align.LEFT)


def _margin(
    context: Context, columns: ColumnPlan, texts: tuple[str, ...], font: Font, align: Align
) -> Margin:
    width = columns.right - columns.left
    lines = tuple(line for text in texts for line in context.setter.lines(text, font, width - 6.0))
    most = lines_in(context.sheet.body.height * _MOST_NOTES, font)
    shown = context.setter.cut(lines, most)
    return Margin(
        Wrapped(shown, "\n".join(texts)), font, text_height(len(shown), font), align, shown != lines
    )
