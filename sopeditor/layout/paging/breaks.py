"""What page breaks of a chart were weighed before: known again wherever rows are alike.

A page that begins with some row and its cost depend on the rows from there to the first
that does not fit any more, on nothing before them but whether there is something.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence

from sopeditor.layout.paging.links import LinkPlanner
from sopeditor.layout.paging.pagination import Option
from sopeditor.layout.recall import Recall
from sopeditor.layout.table.rows import RowPlan
from sopeditor.model.symbol import SymbolKind

#: How many ways in which a chart goes on from a row are remembered at once.
_MOST_KNOWN = 4


class _Mark:
    """Stands for all rows that are alike to a page break; told apart by its identity."""


_END = _Mark()

#: Rows from one on, and the pages that may begin with it.
_Known = tuple[tuple[_Mark, ...], tuple[Option, ...]]


class KnownBreaks:
    """Answers what pages may begin with a row, from the layout before where that holds.

    `table` names the columns and the room of the pages; `reached` answers the last row that
    was looked at to weigh the pages asked for last.
    """

    def __init__(
        self,
        recall: Recall,
        table: Hashable,
        marks: Sequence[_Mark],
        reached: Callable[[], int],
    ) -> None:
        self._recall = recall
        self._table = table
        self._marks = (*marks, _END)
        self._reached = reached

    def options(self, first: int, weigh: Callable[[int], tuple[Option, ...]]) -> tuple[Option, ...]:
        """Answer the pages that may begin with row `first`; `weigh` works them out."""
        marks = self._marks
        key = ("breaks", self._table, marks[first], first == 0)
        known = self._recall.answer(key, list[_Known])
        for rows, options in known:
            if marks[first : first + len(rows)] == rows:
                return options
        options = weigh(first)
        # One row more than was looked at: a break set before it ends the page too.
        known.insert(0, (marks[first : self._reached() + 2], options))
        del known[_MOST_KNOWN:]
        return options


def marks_of(
    recall: Recall, table: Hashable, rows: RowPlan, links: LinkPlanner, extras: Mapping[str, float]
) -> list[_Mark]:
    """Answer a mark for every row: the same one for rows that are alike to page breaks."""
    return [
        recall.answer(("mark", table, _traits(index, rows, links, extras)), _Mark)
        for index in range(len(rows.rows))
    ]


def _traits(index: int, rows: RowPlan, links: LinkPlanner, extras: Mapping[str, float]) -> Hashable:
    row = rows.rows[index]
    step = row.step.id
    return (
        row.height,
        row.step.break_before and row.part == 0,
        tuple((box.first_lane, box.last_lane) for box in row.symbols.boxes),
        any(box.kind is SymbolKind.DECISION for box in row.symbols.boxes),
        tuple(
            (
                ends.source_row - index,
                ends.target_row - index,
                ends.source_at,
                ends.target_at,
                ends.lane,
            )
            for ends in links.at_row(index)
        ),
        tuple(
            (run.first - index, run.last - index, len(lines))
            for run, lines in rows.runs_among(index, index)
        )
        if rows.runs
        else (),
        (extras.get(f"top/{step}", 0.0), extras.get(f"bottom/{step}", 0.0)) if extras else (),
    )
