"""The columns of a chart's table: how wide each is, so that the table fits the paper.

Lanes are all equal unless lines need more room in one. Symbols shrink before text does;
text columns share what the lanes leave (`allocation`). Widths by hand come first, as far as
the paper has room for them (`hand_widths`); the other columns are divided as is best.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.layout.context import Context
from sopeditor.layout.lines import cell_width_for, text_height, usable_width
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import PlacedColumn
from sopeditor.layout.style import GRID, SymbolSizes, WidthRange, grid_down, grid_up
from sopeditor.layout.table.allocation import Demand, Fit, allocate
from sopeditor.layout.table.grouping import grouped
from sopeditor.layout.table.hand_widths import Need, granted_widths
from sopeditor.layout.table.headings import widest_piece
from sopeditor.layout.table.symbols import Lanes
from sopeditor.model.chart import Chart
from sopeditor.model.step import TEXT_COLUMNS, Column, Step

#: Rows that the division of widths looks at; longer charts are sampled evenly.
_SAMPLE = 60
#: Text columns keep this share of their usual width while lanes grow to normal symbols.
_FAIR_SHARE = 0.85
#: Text columns go down to this share of their least width before words in names are cut.
_TIGHT_SHARE = 0.8
#: No heading is smaller than this.
_LEAST_HEADING = 5.5
#: Columns that a long word makes wider grow by so much at once.
_WORD_STEP = 9.0
#: The widest column No, for labels that a document brings.
_WIDEST_NUMBER = 48.0
#: What is left to a text column where the lanes alone fill the paper.
_LAST_RESORT = 12.0


class ColumnPlan(Struct, frozen=True, kw_only=True):
    """The columns with their places, the lanes and the font of the lanes' headings.

    `hands_cut` tells that a column got less than was set by hand.
    """

    columns: tuple[PlacedColumn, ...]
    lanes: Lanes
    lane_heading: Font
    too_narrow: bool
    hands_cut: bool = False

    @property
    def left(self) -> float:
        """The left edge of the table."""
        return self.columns[0].left

    @property
    def right(self) -> float:
        """The right edge of the table."""
        return self.columns[-1].right

    @property
    def lane_edges(self) -> tuple[float, ...]:
        """The boundaries of the lanes, one more than lanes; none without lanes."""
        lanes = [column for column in self.columns if column.lane is not None]
        return (*(lane.left for lane in lanes), lanes[-1].right) if lanes else ()

    def width(self, column: Column) -> float:
        """Answer the width of a column that is there; of the first lane for ACTORS."""
        return next(placed.width for placed in self.columns if placed.column is column)


def plan_columns(context: Context, chart: Chart, lane_extras: Mapping[int, float]) -> ColumnPlan:
    """Answer the columns of a chart; `lane_extras` are granted where the paper allows."""
    planner = _Planner(context, chart)
    extras = [grid_up(lane_extras.get(lane, 0.0)) for lane in range(len(chart.lanes))]
    hands = planner.hands(sum(extras))
    lane = planner.lane_width(sum(extras), hands)
    if sum(extras):
        bare = planner.hands(0.0)
        least = planner.lane_width(0.0, bare)
        if lane < min(least, planner.fair_lane):
            extras, hands, lane = [0.0 for _ in extras], bare, least
    return planner.plan(tuple(lane + extra for extra in extras) or (lane,), hands)


class _Planner:
    """Divides one table; widths in points."""

    def __init__(self, context: Context, chart: Chart) -> None:
        self._context = context
        self._chart = chart
        self._words = {
            column: tuple(step.text(column) for step in chart.steps) for column in TEXT_COLUMNS
        }
        self._order = shown_columns(context.profile.columns, chart.steps)
        self._total = context.sheet.body.width
        self._labels = self._labels_width() if Column.NUMBER in self._order else 0.0
        usual_number = grid_up(context.style.number_width)
        self._number = max(usual_number, self._labels) if self._labels else 0.0
        self._texts = [column for column in self._order if column in TEXT_COLUMNS]
        self._ranges = {column: self._range(column) for column in self._texts}
        self._tightest = {column: self._tight(column).least for column in self._texts}
        names = [context.actor_name(actor) for actor in chart.lanes]
        self._names = names
        #: The lane's width below which extras for lines are not worth their room.
        self.fair_lane = context.style.symbol_sizes[3].lane

    def hands(self, reserved: float) -> dict[Column, float]:
        """Answer what the columns set by hand get when `reserved` points go to single lanes."""
        wanted = dict(self._chart.widths.by_hand)
        if not wanted:
            return {}
        needs = {column: Need(self._kept(column), self._count(column)) for column in self._order}
        return granted_widths(wanted, needs, self._total - reserved)

    def _count(self, column: Column) -> int:
        return max(1, len(self._names)) if column is Column.ACTORS else 1

    def _least(self, column: Column) -> float:
        """Answer how narrow a column can be set by hand: no word is cut, every symbol stands."""
        if column is Column.NUMBER:
            return self._labels
        if column is not Column.ACTORS:
            return grid_up(self._whole(column))
        names = self._name_width(replace(self._context.fonts.heading, size=_LEAST_HEADING))
        style = self._context.style
        return grid_up(max(style.narrowest_lane, min(names, style.widest_lane)))

    def _kept(self, column: Column) -> float:
        """Answer what a column keeps when others grow by hand."""
        if column in self._chart.widths or column is Column.ACTORS:
            return self._least(column)
        return self._number if column is Column.NUMBER else self._tightest[column]

    def lane_width(self, reserved: float, hands: Mapping[Column, float]) -> float:
        """Answer the width of each lane when `reserved` points go to single lanes."""
        count = max(1, len(self._names))
        room = self._total - hands.get(Column.NUMBER, self._number) - reserved
        last = (room - _LAST_RESORT * len(self._texts)) / count
        lane = hands.get(Column.ACTORS)
        best = self._best_lane(room, count, hands, last) if lane is None else min(lane, last)
        return max(3.0, grid_down(best))

    def _best_lane(
        self, room: float, count: int, hands: Mapping[Column, float], last: float
    ) -> float:
        """Answer the best width of lanes that are not set by hand.

        Columns by hand count with their usual width, for setting two of them against each
        other must not move the lanes, and with what they got where room is short.
        """
        style, fonts = self._context.style, self._context.fonts
        ranges = self._ranges_with(hands)
        usual = sum(width.usual for width in self._ranges.values())
        usual *= max(1.0, self._total / style.measured_table)
        lane = min((room - usual) / count, style.widest_lane)
        fair = (room - usual * _FAIR_SHARE) / count
        for wanted in (style.symbol_sizes[1].lane, self._name_width(fonts.heading)):
            lane = max(lane, min(wanted, style.widest_lane, fair))
        texts = sum(width.least for width in ranges.values())
        lane = min(max(lane, style.symbol_sizes[2].lane), (room - texts) / count)
        names = self._name_width(replace(fonts.heading, size=_LEAST_HEADING))
        tightest = sum(hands.get(c, self._tightest[c]) for c in self._texts)
        lane = max(lane, min(names, (room - tightest) / count))
        lane = max(lane, min(style.narrowest_lane, last))
        most = sum(width.most for width in ranges.values())
        return max(lane, min((room - most) / count, 2 * style.widest_lane))

    def _ranges_with(self, hands: Mapping[Column, float]) -> dict[Column, WidthRange]:
        """Answer how wide the text columns may be when some are as wide as by hand."""
        by_hand = {c: WidthRange(w, w, w) for c, w in hands.items() if c in self._ranges}
        return self._ranges | by_hand

    def plan(self, lanes: tuple[float, ...], hands: Mapping[Column, float]) -> ColumnPlan:
        """Answer the plan for lanes of given widths and columns by hand."""
        sizes = self._sizes(min(lanes))
        index = {actor: place for place, actor in enumerate(self._chart.lanes)}
        plan_lanes = Lanes(widths=lanes if self._chart.lanes else (), index=index, sizes=sizes)
        number = hands.get(Column.NUMBER, self._number)
        rest = self._total - number - sum(lanes)
        widths = dict(zip(self._texts, self._allocate(rest, plan_lanes, hands), strict=True))
        tightest = sum(hands.get(c, self._tightest[c]) for c in self._texts)
        wanted = self._chart.widths
        return ColumnPlan(
            columns=self._placed(lanes, widths | {Column.NUMBER: number}),
            lanes=plan_lanes,
            lane_heading=self._heading_font(min(lanes)),
            too_narrow=rest < tightest or min(lanes) < self._context.style.narrowest_lane,
            hands_cut=any(hands[column] <= (wanted.get(column) or 0.0) - GRID for column in hands),
        )

    def _allocate(self, rest: float, lanes: Lanes, hands: Mapping[Column, float]) -> list[float]:
        steps = self._chart.steps
        sample = steps[:: max(1, -(-len(steps) // _SAMPLE))] or (Step(id=""),)
        floors = [grouped(self._context, step, lanes, {}).height for step in sample]
        ranges = self._ranges_with(hands)
        if rest < sum(width.least for width in ranges.values()):
            ranges |= {c: self._tight(c) for c in self._texts if c not in hands}
        demands = [
            Demand(ranges[column], self._fit(column, sample), by_hand=column in hands)
            for column in self._texts
        ]
        return allocate(rest, demands, floors)

    def _tight(self, column: Column) -> WidthRange:
        """Answer how wide a column may be where names of lanes need room: words stay whole."""
        given = self._ranges[column]
        least = min(given.least, max(grid_up(given.least * _TIGHT_SHARE), self._whole(column)))
        return WidthRange(least, max(least, given.usual * _TIGHT_SHARE), given.most)

    def _whole(self, column: Column) -> float:
        """Answer the width in which no word of a column or its heading is cut, up to a limit."""
        return max(self._heading(column), self._word(column))

    def _word(self, column: Column) -> float:
        """Answer the width in which no word of a column is cut, up to a limit; 0 without text."""
        setter, font = self._context.setter, self._context.fonts.body
        texts = self._words[column]
        widest = self._context.recall.answer(
            ("widest word", texts),
            lambda: max((setter.longest_word(text, font) for text in texts), default=0.0),
        )
        most = self._context.style.text_widths[column].most
        return min(cell_width_for(widest), most) if widest else 0.0

    def _heading(self, column: Column) -> float:
        """Answer the width in which no word of a column's heading is cut, up to a limit."""
        words, font = self._context.caption(column.value), self._context.fonts.heading
        width = cell_width_for(widest_piece(self._context.setter, words, font))
        return min(width, self._context.style.text_widths[column].most)

    def _fit(self, column: Column, steps: Sequence[Step]) -> Callable[[float], Fit]:
        """Answer how the text of a column fits, as a function of the column's width."""
        setter, font = self._context.setter, self._context.fonts.body
        texts = tuple(step.text(column) for step in steps)

        @cache
        def longest() -> list[float]:
            return [setter.longest_word(text, font) for text in texts]

        def worked_out(width: float) -> Fit:
            usable = usable_width(width)
            counts = [len(setter.lines(text, font, usable)) for text in texts]
            high = {count: text_height(count, font) for count in set(counts)}
            cuts = sum(word > usable for word in longest())
            return Fit(tuple(high[count] for count in counts), cuts)

        def fit(width: float) -> Fit:
            answer = partial(worked_out, width)
            return self._context.recall.answer(("fit", texts, width), answer)

        return cache(fit)

    def _placed(
        self, lanes: tuple[float, ...], widths: Mapping[Column, float]
    ) -> tuple[PlacedColumn, ...]:
        placed: list[PlacedColumn] = []
        left = self._context.sheet.body.left
        for column in self._order:
            least, kept = self._least(column), self._kept(column)
            for part in self._parts(column, lanes, widths):
                placed.append(replace(part, left=left, least=least, kept=kept))
                left = placed[-1].right
        return tuple(placed)

    def _parts(
        self, column: Column, lanes: tuple[float, ...], widths: Mapping[Column, float]
    ) -> list[PlacedColumn]:
        if column is not Column.ACTORS:
            return [PlacedColumn(column=column, left=0.0, width=widths[column])]
        if not self._chart.lanes:
            return [PlacedColumn(column=column, left=0.0, width=lanes[0])]
        return [
            PlacedColumn(column=column, left=0.0, width=width, lane=lane, actor=actor)
            for lane, (actor, width) in enumerate(zip(self._chart.lanes, lanes, strict=True))
        ]

    def _sizes(self, lane: float) -> SymbolSizes:
        return next(sizes for sizes in self._context.style.symbol_sizes if sizes.lane <= lane)

    def _range(self, column: Column) -> WidthRange:
        """Answer how wide a column may be: wider for large type and for long words.

        A column that is empty in the whole chart leaves its room to the others.
        """
        given = self._context.style.text_widths[column]
        scale = max(1.0, self._context.fonts.body.size / 8.0)
        large, heading, word = min(scale, 1.5), self._heading(column), self._word(column)
        if not word:
            least = grid_up(max(self._context.style.empty_column * large, heading))
            return WidthRange(least, least, max(least, given.usual * scale))
        # In coarse steps, so that typing seldom moves the columns.
        words = min(_WORD_STEP * ceil(word / _WORD_STEP), given.most)
        least = grid_up(max(given.least * large, heading, words))
        return WidthRange(least, max(least, given.usual * scale), max(least, given.most * scale))

    def _labels_width(self) -> float:
        """Answer how wide the column No must be for its labels and caption."""
        labels = self._chart.row_labels()
        setter, fonts = self._context.setter, self._context.fonts
        widest = max((setter.width(label, fonts.body) for label in labels), default=0.0)
        caption = self._context.caption(Column.NUMBER.value)
        widest = max(widest, widest_piece(setter, caption, fonts.heading))
        return grid_up(min(cell_width_for(widest), _WIDEST_NUMBER))

    def _name_width(self, font: Font) -> float:
        """Answer how wide a lane must be so that no word of a name is cut."""
        setter = self._context.setter
        widest = max((widest_piece(setter, name, font) for name in self._names), default=0.0)
        return cell_width_for(widest)

    def _heading_font(self, lane: float) -> Font:
        """Answer the largest heading font in which no word of a lane's name is cut."""
        font = self._context.fonts.heading
        setter = self._context.setter
        while font.size > _LEAST_HEADING and any(
            widest_piece(setter, name, font) > usable_width(lane) for name in self._names
        ):
            font = replace(font, size=font.size - 0.5)
        return font


def shown_columns(order: Sequence[Column], steps: Sequence[Step]) -> tuple[Column, ...]:
    """Answer the columns of a table from left to right; TOOLS only where a step has tools."""
    has_tools = any(step.quality.tools.strip() for step in steps)
    return tuple(column for column in order if column is not Column.TOOLS or has_tools)
