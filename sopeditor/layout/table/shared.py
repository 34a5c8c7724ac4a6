"""Cells that run on over several rows (a Waktu for two steps, merged in the original)."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sopeditor.model.step import TEXT_COLUMNS, Column, Step


class SharedRun(Struct, frozen=True):
    """Rows `first` to `last` share the cell of `column`, which says `text`."""

    column: Column
    first: int
    last: int
    text: str

    def piece(self, first: int, last: int) -> tuple[int, int]:
        """Answer first and last row of the part of the run among rows `first` to `last`."""
        return max(self.first, first), min(self.last, last)


def shared_runs(steps: Sequence[Step]) -> tuple[SharedRun, ...]:
    """Answer the runs of rows that share a cell; the text is that of all of them."""
    return tuple(run for column in TEXT_COLUMNS for run in _runs(steps, column))


def _runs(steps: Sequence[Step], column: Column) -> Iterator[SharedRun]:
    first = 0
    for index, step in enumerate(steps):
        if column in step.shared and index + 1 < len(steps):
            continue
        if index > first:
            texts = dict.fromkeys(steps[row].text(column) for row in range(first, index + 1))
            yield SharedRun(column, first, index, "\n".join(text for text in texts if text.strip()))
        first = index + 1
