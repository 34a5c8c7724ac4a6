"""What a chart's table keeps as long as its lanes do: columns, head, texts around it, links."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from sopeditor.foundation.geometry import Rect
from sopeditor.layout.context import Context
from sopeditor.layout.lines import lines_in, placed, text_height
from sopeditor.layout.measure import Font
from sopeditor.layout.paging.labels import label_gaps
from sopeditor.layout.paging.links import LinkPlanner, drawable_flows
from sopeditor.layout.placement import Align, PlacedText, VerticalAlign
from sopeditor.layout.style import grid_down, grid_up
from sopeditor.layout.table.columns import ColumnPlan, plan_columns
from sopeditor.layout.table.given import given_columns
from sopeditor.layout.table.grouping import grouped
from sopeditor.layout.table.header import Header, plan_header
from sopeditor.layout.table.symbols import SymbolGroup
from sopeditor.layout.wrapping import NOTHING, Wrapped
from sopeditor.model.chart import Chart

#: Subtitle and footnotes take at most this share of a page; more is cut, with a note.
_MOST_NOTES = 0.3
#: A head with this share of a page has all that it asks for: rows need not be looked at.
_ROOMY_HEAD = 0.5
#: What of a chart its columns may depend on: anything but its lines.
_OF_COLUMNS = tuple(name for name in Chart.__struct_fields__ if name != "flows")


class Margin(Struct, frozen=True):
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


class Room(Struct, frozen=True):
    """The height for rows on a page of its own, and what its texts take from it."""

    full: float
    above: float
    below: float

    def capacity(self, first: int, final: bool) -> float:
        """Answer the height for a page that begins with row `first` and is the last or not."""
        return self.full - (0.0 if first else self.above) - (self.below if final else 0.0)


class Needs(Struct, frozen=True):
    """The least heights of pages: that of the first step alone, and of any step alone.

    Each counts a row with one line of text and its symbols, and the rows of its page links.
    """

    first: float = 0.0
    most: float = 0.0

    @classmethod
    def of(
        cls,
        context: Context,
        columns: ColumnPlan,
        groups: Sequence[SymbolGroup],
        links: LinkPlanner,
    ) -> "Needs":
        """Answer the needs of a chart; none without steps."""
        process, style = columns.lanes.sizes.process, context.style
        text = text_height(1, context.fonts.body)
        least = max(text, grid_up(process.height + 2 * style.row_gap))
        needs = []
        for step, group in enumerate(groups):
            ends = next(links.growing(step))
            needs.append(max(least, group.height) + ends.top + ends.bottom)
        return cls(needs[0], max(needs)) if needs else cls()


class Groundwork(Struct, frozen=True, kw_only=True):
    """The columns of a chart and what follows from them; `groups` has the symbols of steps.

    `links` counts steps as rows; a chart whose steps go on in further rows needs its own.
    """

    columns: ColumnPlan
    header: Header
    above: Margin
    below: Margin
    room: Room
    groups: tuple[SymbolGroup, ...]
    links: LinkPlanner
    needs: Needs

    @property
    def is_crowded(self) -> bool:
        """Whether a row of one step with its page links is higher than a page can be."""
        return self.needs.most > self.room.full

    def alone(self, step: int) -> float:
        """Answer how high the row of a step may be when it stands alone with its links."""
        needed = next(self.links.growing(step))
        return self.room.capacity(step, True) - needed.top - needed.bottom


def lay_groundwork(
    context: Context, chart: Chart, titled: bool, lane_extras: Mapping[int, float]
) -> Groundwork:
    """Answer the groundwork of a chart; `titled` shows its subtitle above the table."""
    table = context.style.tables.get(chart.id)
    columns = _columns(context, chart, lane_extras)
    gaps, lanes = label_gaps(context, chart), columns.lanes
    groups = tuple(grouped(context, step, lanes, gaps) for step in chart.steps)
    links = LinkPlanner(drawable_flows(chart, groups), groups, lanes, context.style)
    needs = Needs.of(context, columns, groups, links)
    body = context.sheet.body.height
    columns, header = _head(context, chart, columns, body - needs.most)
    free = body - header.height
    below = _below(context, chart, columns, free - needs.most) if table is None else Margin()
    above, free = Margin(), free - below.height - needs.first
    if titled and table is None:
        above = _above(context, chart, columns, free)
    room = Room(body - header.height, above.height, below.height)
    return Groundwork(
        columns=columns,
        header=header,
        above=above,
        below=below,
        room=room if table is None else Room(table.room, table.taken, 0.0),
        groups=groups,
        links=links,
        needs=needs,
    )


def _columns(context: Context, chart: Chart, lane_extras: Mapping[int, float]) -> ColumnPlan:
    """Answer the columns; those of before as long as nothing that they depend on changes."""
    actors, table = context.document.actors, context.style.tables.get(chart.id)
    depends = tuple(id(getattr(chart, name)) for name in _OF_COLUMNS)

    def make() -> ColumnPlan:
        if table is None:
            return plan_columns(context, chart, lane_extras)
        return given_columns(context, chart, table)

    key = ("columns", depends, id(actors), tuple(lane_extras.items()))
    return context.recall.answer(key, make, chart, actors)


def _head(
    context: Context, chart: Chart, columns: ColumnPlan, room: float
) -> tuple[ColumnPlan, Header]:
    """Answer columns and head; the same objects as long as nothing about them changes."""
    most = min(context.sheet.body.height * _ROOMY_HEAD, grid_down(room))
    names = tuple(context.actor_name(actor) for actor in chart.lanes)
    head = (columns.columns, columns.lane_heading, columns.too_narrow, names, most)
    return context.recall.answer(
        ("head", chart.id, *head), lambda: (columns, plan_header(context, columns, most))
    )


def _above(context: Context, chart: Chart, columns: ColumnPlan, room: float) -> Margin:
    font = context.fonts.heading
    return _margin(context, columns, (chart.subtitle,), font, Align.CENTRE, room)


def _below(context: Context, chart: Chart, columns: ColumnPlan, room: float) -> Margin:
    return _margin(context, columns, chart.footnotes, context.fonts.label, Align.LEFT, room)


def _margin(
    context: Context,
    columns: ColumnPlan,
    texts: tuple[str, ...],
    font: Font,
    align: Align,
    room: float,
) -> Margin:
    """Answer the texts, cut to what of `room` they may take; rows go before texts."""
    width = columns.right - columns.left
    lines = tuple(line for text in texts for line in context.setter.lines(text, font, width - 6.0))
    high = grid_down(min(context.sheet.body.height * _MOST_NOTES, room))
    if lines and high < text_height(1, font):
        return Margin(cut=True)
    shown = context.setter.cut(lines, lines_in(high, font))
    return Margin(
        Wrapped(shown, "\n".join(texts)), font, text_height(len(shown), font), align, shown != lines
    )
