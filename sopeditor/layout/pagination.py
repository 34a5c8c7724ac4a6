"""Cutting a chart into pages: full ones, with few flows across a break.

Breaks are found from the front, so that an edit moves no break before it. A page is left
before it is full where fewer flows cross, as long as it is full enough; one row alone is
not left over for the last page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sopeditor.layout.links import FlowEnds
from sopeditor.layout.rows import RowPlan


@dataclass(frozen=True, slots=True)
class Span:
    """The rows of a page, from `first` to `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """What page breaks depend on.

    `height` tells how high a page with rows first to last is; `capacity` how high it may
    be, given the first row and whether the last row is that of the chart.
    """

    rows: RowPlan
    height: Callable[[int, int], float]
    capacity: Callable[[int, bool], float]
    crossings: Sequence[int]
    least_fill: float

    def spans(self) -> tuple[Span, ...]:
        """Answer the pages; none for a chart without rows."""
        spans, first = [], 0
        while first < len(self.rows.rows):
            last = self._last(first)
            spans.append(Span(first, last))
            first = last + 1
        return tuple(spans)

    def _last(self, first: int) -> int:
        end = self._forced_end(first)
        fitting = self._fitting(first, end)
        if not fitting:
            return first
        if end in fitting:
            return end
        fullest = max(fitting.values())
        near = [row for row in fitting if fitting[row] >= self.least_fill * fullest]
        if len(fitting) > 1 and end - 1 in near:
            near = [row for row in near if row != end - 1] or sorted(fitting)[-2:-1]
        return min(near, key=lambda row: (self._cost(row), -row))

    def _forced_end(self, first: int) -> int:
        """Answer the last row before the next break that a person set."""
        rows = self.rows.rows
        for index in range(first + 1, len(rows)):
            if rows[index].step.break_before and rows[index].part == 0:
                return index - 1
        return len(rows) - 1

    def _fitting(self, first: int, end: int) -> dict[int, float]:
        """Answer the last rows with which a page fits, and how high it is then."""
        fitting: dict[int, float] = {}
        used, final = 0.0, len(self.rows.rows) - 1
        for last in range(first, end + 1):
            used += self.rows.rows[last].height
            if used > self.capacity(first, False):
                break
            height = self.height(first, last)
            if height <= self.capacity(first, last == final):
                fitting[last] = height
        return fitting

    def _cost(self, row: int) -> int:
        return self.crossings[row] + self.rows.splits_shared(row)


def crossings_after(flows: Sequence[FlowEnds], rows: int) -> list[int]:
    """Answer how many flows cross a page break after each of so many rows."""
    steps = [0] * (rows + 1)
    for ends in flows:
        first, last = sorted((ends.source_row, ends.target_row))
        steps[first] += 1
        steps[last] -= 1
    counts, open_flows = [], 0
    for change in steps[:rows]:
        open_flows += change
        counts.append(open_flows)
    return counts
