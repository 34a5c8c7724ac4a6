"""The rows of a chart before there are pages: their text in lines, symbols and heights.

A step that is higher than a page allows becomes several rows; the text goes on, the
symbols stand in the first. Heights are in points, on the grid.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.layout.context import Context
from sopeditor.layout.lines import cell_lines, lines_in, text_height
from sopeditor.layout.style import HIGHEST_ROW, grid_down, grid_up
from sopeditor.layout.table.columns import ColumnPlan
from sopeditor.layout.table.shared import SharedRun, shared_runs
from sopeditor.layout.table.symbols import NO_SYMBOLS, SymbolGroup
from sopeditor.model.chart import Chart
from sopeditor.model.step import TEXT_COLUMNS, Column, Step

#: A shared cell higher than this share of the room is not shared: each row has its own.
_SHARED_SHARE = 0.5


class Row(Struct, frozen=True, kw_only=True):
    """A step, or a part of one (`part` from 0); `lines` leaves shared cells out."""

    step: Step
    position: int
    part: int
    label: str
    lines: Mapping[Column, tuple[str, ...]]
    symbols: SymbolGroup
    height: float
    whole: bool = True

    def raw(self, column: Column) -> str:
        """Answer the text of a cell before wrapping; of a part, what stands in this row."""
        if not self.whole:
            return " ".join(self.lines.get(column, ()))
        return self.label if column is Column.NUMBER else self.step.text(column)


class RowPlan(Struct, frozen=True):
    """All rows of a chart, its shared cells by row index, and the labels of two kinds of rows.

    `continued` go on in further rows; the symbols of `crowded` need more than a page.
    """

    rows: tuple[Row, ...]
    runs: tuple[tuple[SharedRun, tuple[str, ...]], ...]
    runs_at: Mapping[int, Sequence[int]]
    continued: tuple[str, ...]
    crowded: tuple[str, ...] = ()

    def heights(self, first: int, last: int, context: Context) -> list[float]:
        """Answer the heights of rows `first` to `last` when they stand on one page.

        The last row of a shared cell grows where the cell needs more than its rows have.
        """
        heights = [row.height for row in self.rows[first : last + 1]]
        for run, lines in self.runs_among(first, last):
            start, end = run.piece(first, last)
            has = sum(heights[start - first : end - first + 1])
            needs = text_height(len(lines), context.fonts.body)
            heights[end - first] += max(0.0, needs - has)
        return heights

    def runs_among(self, first: int, last: int) -> list[tuple[SharedRun, tuple[str, ...]]]:
        """Answer the shared cells of rows `first` to `last`, with their lines."""
        found = dict.fromkeys(
            place for row in range(first, last + 1) for place in self.runs_at.get(row, ())
        )
        return [self.runs[place] for place in found]

    def splits_shared(self, index: int) -> int:
        """Answer how many shared cells a page break after row `index` would cut."""
        return sum(index < self.runs[place][0].last for place in self.runs_at.get(index, ()))


def plan_rows(
    context: Context,
    chart: Chart,
    columns: ColumnPlan,
    groups: Sequence[SymbolGroup],
    room: Callable[[int], float],
    extras: Mapping[str, float],
) -> RowPlan:
    """Answer the rows of a chart; `groups` holds the symbols of its steps.

    `room` tells for the index of a step how high its row may be on a page of its own;
    `extras` how much higher than needed the row of a step id must be.
    """
    planner = _RowPlanner(context, chart, columns, groups, room, extras)
    return planner.plan()


class _RowPlanner:
    """Measures the rows of one chart."""

    def __init__(
        self,
        context: Context,
        chart: Chart,
        columns: ColumnPlan,
        groups: Sequence[SymbolGroup],
        room: Callable[[int], float],
        extras: Mapping[str, float],
    ) -> None:
        self._context = context
        self._chart = chart
        self._columns = columns
        self._widths = {
            column.column: column.width
            for column in columns.columns
            if column.column in TEXT_COLUMNS or column.column is Column.NUMBER
        }
        #: What lines and heights depend on beside the step.
        self._size = (tuple(self._widths.items()), columns.lanes.sizes.process.height)
        self._groups = groups
        self._room = room
        self._extras = extras
        self._labels = chart.row_labels()

    def plan(self) -> RowPlan:
        """Answer all rows."""
        lines = [self._lines(index) for index in range(len(self._chart.steps))]
        limits = [grid_down(min(HIGHEST_ROW, self._room(i))) for i in range(len(lines))]
        high = {i for i, own in enumerate(lines) if self._text_height(own) > limits[i]}
        runs = self._shared(high, limits)
        for run, _ in runs:
            for index in range(run.first, run.last + 1):
                lines[index].pop(run.column, None)
        rows: list[Row] = []
        starts: list[int] = []
        for index, own in enumerate(lines):
            starts.append(len(rows))
            rows.extend(self._parts(index, own, limits[index]))
        moved = [(replace(r, first=starts[r.first], last=starts[r.last]), own) for r, own in runs]
        runs_at: dict[int, list[int]] = defaultdict(list)
        for place, (run, _) in enumerate(moved):
            for row in range(run.first, run.last + 1):
                runs_at[row].append(place)
        continued = tuple(self._labels[index] for index in sorted(high))
        crowded = tuple(
            label
            for label, group, limit in zip(self._labels, self._groups, limits, strict=True)
            if group.height > limit
        )
        return RowPlan(tuple(rows), tuple(moved), runs_at, continued, crowded)

    def _lines(self, index: int) -> dict[Column, tuple[str, ...]]:
        step, label = self._chart.steps[index], self._labels[index]
        known = self._context.recall.answer(
            ("lines", id(step), label, self._size),
            lambda: tuple(self._wrapped(step, label)),
            step,
        )
        return dict(known)

    def _wrapped(self, step: Step, label: str) -> Iterator[tuple[Column, tuple[str, ...]]]:
        setter, font = self._context.setter, self._context.fonts.body
        for column, width in self._widths.items():
            text = label if column is Column.NUMBER else step.text(column)
            yield column, cell_lines(setter, text, font, width)

    def _text_height(self, lines: Mapping[Column, Sequence[str]]) -> float:
        most = max((len(own) for own in lines.values()), default=0)
        return text_height(most, self._context.fonts.body)

    def _shared(
        self, high: set[int], limits: Sequence[float]
    ) -> list[tuple[SharedRun, tuple[str, ...]]]:
        """Answer the shared cells that can be drawn: shown columns, no row cut, not too high."""
        steps = [
            replace(step, shared=frozenset()) if {index, index + 1} & high else step
            for index, step in enumerate(self._chart.steps)
        ]
        found = []
        for run in shared_runs(steps):
            if run.column not in self._widths:
                continue
            width, font = self._widths[run.column], self._context.fonts.body
            lines = cell_lines(self._context.setter, run.text, font, width)
            least = min(limits[run.first : run.last + 1])
            if text_height(len(lines), font) <= least * _SHARED_SHARE:
                found.append((run, lines))
        return found

    def _parts(
        self, index: int, lines: Mapping[Column, tuple[str, ...]], limit: float
    ) -> tuple[Row, ...]:
        """Answer the rows of one step: one, or as many as its text needs pages."""
        step, symbols = self._chart.steps[index], self._groups[index]
        key = (id(step), index, self._labels[index], self._size, limit, self._extra(step))
        return self._context.recall.answer(
            ("rows", *key, id(symbols), tuple(lines)),
            lambda: tuple(self._made(index, lines, limit)),
            step,
            symbols,
        )

    def _made(
        self, index: int, lines: Mapping[Column, tuple[str, ...]], limit: float
    ) -> Iterator[Row]:
        step, style = self._chart.steps[index], self._context.style
        symbols = self._groups[index]
        least = grid_up(self._columns.lanes.sizes.process.height + 2 * style.row_gap)
        most = lines_in(limit, self._context.fonts.body)
        count = max((-(-len(own) // most) for own in lines.values()), default=1) or 1
        for part in range(count):
            own = {c: texts[part * most : (part + 1) * most] for c, texts in lines.items()}
            needed = max(self._text_height(own), least, 0.0 if part else symbols.height)
            wished = needed if part else min(limit, needed + grid_up(self._extra(step)))
            yield Row(
                step=step,
                position=index,
                part=part,
                label="" if part else self._labels[index],
                lines=MappingProxyType(own),
                symbols=NO_SYMBOLS if part else symbols,
                height=max(needed, wished),
                whole=count == 1,
            )

    def _extra(self, step: Step) -> float:
        return self._extras.get(step.id, 0.0)
