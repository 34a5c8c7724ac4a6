"""Cutting a chart into pages: few ones, well filled, with few page links.

All ways of cutting are weighed against each other, from the last row back to the first.
The fewest pages win; among these the lowest cost: page links first, then pages that are
left too empty, breaks below a decision or inside a shared cell, and uneven pages. A break
that a person set is kept. Nothing but a person's break or a very high row leaves a page
with less than a third of its height in rows.
"""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from sopeditor.layout.table.rows import RowPlan
from sopeditor.model.symbol import SymbolKind

#: The cost of a flow that a break cuts; all others are measured by it.
_CUT = 100
#: What the two ends of such a flow cost, each on its page.
_LINK = _CUT // 2
#: A break right below a decision parts the question from its answers.
_BELOW_DECISION = 60
#: A break inside a shared cell.
_SPLIT = 150
#: One row alone on the last page.
_ORPHAN = 20 * _CUT
#: A page filled less than this share costs the more the emptier it is.
_WELL_FILLED = 2 / 3
_EMPTINESS = 24 * _CUT
#: A page filled less than this share is taken only where there is no other way.
_LEAST_FILLED = 1 / 3
_TOO_EMPTY = 1000 * _CUT
#: Fills are told apart by twelfths, so that a small edit seldom moves a break.
_TWELFTHS = 12


class Span(Struct, frozen=True):
    """The rows of a page, from `first` to `last`."""

    first: int
    last: int


class PageSize(Struct, frozen=True):
    """A page as it might be: its height, that of its steps alone, and its page links."""

    height: float
    steps: float
    links: int


class Option(Struct, frozen=True):
    """A page that may begin with some row: how many rows follow it, and what it costs."""

    more: int
    cost: int


#: Answers the pages that may begin with a row; asks the second argument what it does not know.
Options = Callable[[int, Callable[[int], tuple[Option, ...]]], Sequence[Option]]


class _Way(Struct, frozen=True):
    """The best way from a row on: pages, their cost, and the last row of the first of them."""

    pages: int
    cost: int
    last: int


def _work_out(first: int, make: Callable[[int], tuple[Option, ...]]) -> Sequence[Option]:
    return make(first)


class Pagination(Struct, frozen=True, kw_only=True):
    """What page breaks depend on.

    `sizes` answers the pages that begin with a row, each a row longer than the one before.
    `capacity` tells how high a page may be, given its first row and whether its last row is
    that of the chart. `options` may know what was weighed before.
    """

    rows: RowPlan
    sizes: Callable[[int], Iterator[PageSize]]
    capacity: Callable[[int, bool], float]
    options: Options = _work_out

    def spans(self) -> tuple[Span, ...]:
        """Answer the pages; none for a chart without rows."""
        count = len(self.rows.rows)
        ways = [_Way(0, 0, count)] * (count + 1)
        for first in reversed(range(count)):
            ways[first] = self._best(first, ways)
        spans, first = [], 0
        while first < count:
            spans.append(Span(first, ways[first].last))
            first = ways[first].last + 1
        return tuple(spans)

    def _best(self, first: int, ways: Sequence[_Way]) -> _Way:
        """Answer the best way from a row on; the longest first page among equals."""
        best: _Way | None = None
        for option in self.options(first, self._weighed):
            last = first + option.more
            further = ways[last + 1]
            pages, cost = further.pages + 1, further.cost + option.cost
            if best is None or (pages, cost) <= (best.pages, best.cost):
                best = _Way(pages, cost, last)
        if best is None:
            raise ValueError("a page holds one row at least")
        return best

    def _weighed(self, first: int) -> tuple[Option, ...]:
        return tuple(self._options(first))

    def _options(self, first: int) -> Iterator[Option]:
        """Answer the pages that may begin with a row, the shorter first."""
        final = len(self.rows.rows) - 1
        for last, size in enumerate(self.sizes(first), start=first):
            is_single = last == first
            if not is_single and size.steps > self.capacity(first, False):
                return
            if is_single or size.height <= self.capacity(first, last == final):
                yield Option(last - first, self._cost(Span(first, last), size))
            if last < final and self._is_forced(last + 1):
                return

    def _is_forced(self, row: int) -> bool:
        """Answer whether a person set a break before a row."""
        return self.rows.rows[row].step.break_before and self.rows.rows[row].part == 0

    def _cost(self, span: Span, size: PageSize) -> int:
        fill = min(1.0, size.steps / self.capacity(span.first, False))
        cost = size.links * _LINK + round((1 - fill) * _TWELFTHS) ** 2
        if span.last == len(self.rows.rows) - 1:
            is_orphan = 0 < span.first == span.last and not self._is_forced(span.first)
            return cost + _ORPHAN * is_orphan
        if self._is_forced(span.last + 1):
            return cost
        return cost + self._break_cost(span.last) + _emptiness(fill)

    def _break_cost(self, row: int) -> int:
        boxes = self.rows.rows[row].symbols.boxes
        is_decision = any(box.kind is SymbolKind.DECISION for box in boxes)
        return _BELOW_DECISION * is_decision + _SPLIT * self.rows.splits_shared(row)


def _emptiness(fill: float) -> int:
    if fill < _LEAST_FILLED:
        return _TOO_EMPTY
    return round(max(0.0, _WELL_FILLED - fill) * _EMPTINESS)
