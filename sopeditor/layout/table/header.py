"""The head of the table: captions on two levels, lane names, numbers of the columns.

No, Kegiatan and Keterangan span both levels; Pelaksana stands over the lanes, Mutu Baku
over the quality columns (PermenPAN-RB 35/2012, II.C). Repeated on every page.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.foundation.geometry import Rect
from sopeditor.layout.context import Context
from sopeditor.layout.lines import cell_lines, lines_in, placed, text_height
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import Align, CellRole, PlacedCell, PlacedColumn
from sopeditor.layout.style import grid_down
from sopeditor.layout.table.columns import ColumnPlan
from sopeditor.layout.table.headings import heading_words
from sopeditor.layout.wrapping import Wrapped
from sopeditor.model.step import Column

_QUALITY = frozenset({Column.INPUTS, Column.TOOLS, Column.DURATION, Column.OUTPUT})
#: The head takes at most this share of the page; smaller type comes first, then a cut.
MOST_SHARE = 0.4
_LEAST_FONT = 5.0


class Header(Struct, frozen=True, kw_only=True):
    """The heights of the levels and the fonts; cells are made for the top of a page."""

    context: Context
    plan: ColumnPlan
    font: Font
    lane_font: Font
    levels: tuple[float, float]
    numbers: float

    @property
    def height(self) -> float:
        """The height of the whole head."""
        return sum(self.levels) + self.numbers

    def cells(self, top: float) -> tuple[PlacedCell, ...]:
        """Answer the cells of the head that begins at `top`; most pages share them."""
        return self.context.recall.answer(
            ("head cells", id(self), top),
            lambda: (*self._captions(top), *(self._numbers(top) if self.numbers else ())),
            self,
        )

    def _captions(self, top: float) -> Iterator[PlacedCell]:
        middle, bottom = top + self.levels[0], top + sum(self.levels)
        for group, columns in _groups(self.plan.columns):
            left, right = columns[0].left, columns[-1].right
            if not group:
                rect = Rect.spanning(left, top, right, bottom)
                yield self._cell(rect, columns[0].column.value)
                continue
            yield self._cell(Rect.spanning(left, top, right, middle), group)
            for column in columns:
                yield self._under(column, middle, bottom)

    def _under(self, column: PlacedColumn, top: float, bottom: float) -> PlacedCell:
        rect = Rect.spanning(column.left, top, column.right, bottom)
        if column.column is not Column.ACTORS:
            return self._cell(rect, column.column.value)
        return replace(
            self._cell(rect, "actors", self.context.actor_name(column.actor), self.lane_font),
            source=column.actor,
            lane=column.lane,
        )

    def _cell(
        self, rect: Rect, key: str, words: str | None = None, font: Font | None = None
    ) -> PlacedCell:
        text, font = self.context.caption(key) if words is None else words, font or self.font
        setter = self.context.setter
        words_in_lines = heading_words(setter, text, font, rect.width)
        lines = setter.cut(words_in_lines.lines, lines_in(rect.height, font))
        shown = Wrapped(lines, words_in_lines.raw)
        label = placed(rect, shown, font, self.context.style.pitch, Align.CENTRE)
        return PlacedCell(rect=rect, role=CellRole.HEADER, field=key, text=label)

    def _numbers(self, top: float) -> Iterator[PlacedCell]:
        font, pitch = self.context.fonts.small, self.context.style.pitch
        for number, column in enumerate(self.plan.columns, start=1):
            rect = Rect(column.left, top + sum(self.levels), column.width, self.numbers)
            lines = cell_lines(self.context.setter, f"({number})", font, column.width)[:1]
            yield PlacedCell(
                rect=rect,
                role=CellRole.COLUMN_NUMBER,
                field=column.column.value,
                lane=column.lane,
                text=placed(rect, Wrapped(lines, f"({number})"), font, pitch, Align.CENTRE),
            )


def plan_header(context: Context, plan: ColumnPlan, room: float = math.inf) -> Header:
    """Answer the head of a table; its type shrinks where it would fill the page or `room`."""
    numbers = text_height(1, context.fonts.small) if context.profile.column_numbers else 0.0
    font, lane_font = context.fonts.heading, plan.lane_heading
    most = min(context.sheet.body.height * MOST_SHARE, room - numbers)
    levels = _levels(context, plan, font, lane_font)
    while sum(levels) > most and max(font.size, lane_font.size) > _LEAST_FONT:
        font = replace(font, size=max(_LEAST_FONT, font.size - 0.5))
        lane_font = replace(lane_font, size=max(_LEAST_FONT, lane_font.size - 0.5))
        levels = _levels(context, plan, font, lane_font)
    if sum(levels) > most:
        least = text_height(1, font)
        first = max(least, min(levels[0], grid_down(most) - least))
        levels = (first, max(least, grid_down(most) - first))
    return Header(
        context=context, plan=plan, font=font, lane_font=lane_font, levels=levels, numbers=numbers
    )


def _groups(columns: Sequence[PlacedColumn]) -> Iterator[tuple[str, list[PlacedColumn]]]:
    """Answer runs of columns with the key of the caption above them; empty for none."""
    keyed = groupby(enumerate(columns), key=lambda pair: _group(pair[1].column) or pair[0])
    for key, members in keyed:
        yield key if isinstance(key, str) else "", [column for _, column in members]


def _group(column: Column) -> str:
    if column is Column.ACTORS:
        return "actors"
    return "quality" if column in _QUALITY else ""


def _levels(context: Context, plan: ColumnPlan, font: Font, lane_font: Font) -> tuple[float, float]:
    """Answer the heights of both levels, as their captions need."""
    first, second, both = text_height(1, font), text_height(1, font), 0.0
    for group, columns in _groups(plan.columns):
        total = columns[-1].right - columns[0].left
        if not group:
            both = max(both, _height(context, context.caption(columns[0].column), font, total))
            continue
        first = max(first, _height(context, context.caption(group), font, total))
        for column in columns:
            is_lane = column.column is Column.ACTORS
            words = context.actor_name(column.actor) if is_lane else context.caption(column.column)
            own = lane_font if is_lane else font
            second = max(second, _height(context, words, own, column.width))
    return first, max(second, both - first)


def _height(context: Context, words: str, font: Font, width: float) -> float:
    return text_height(len(heading_words(context.setter, words, font, width).lines), font)
