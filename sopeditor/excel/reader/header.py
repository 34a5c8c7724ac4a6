"""The head of a step table as a reader of rows needs it: columns and lanes by sheet column."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sopeditor.excel.reader.cells import SheetCells
from sopeditor.excel.reader.texts import unwrapped
from sopeditor.excel.recognition.cells import SheetText
from sopeditor.excel.recognition.heads import Head, find_heads
from sopeditor.excel.recognition.table import FoundLane, Guess
from sopeditor.model.step import Column


class LaneColumn(Struct, frozen=True):
    """A lane: its name and its first and last column; `row` is where the name stands."""

    name: str
    first: int
    last: int
    row: int


class TableHead(Struct, frozen=True, kw_only=True):
    """A head: its rows, text columns, lanes, and what recognition guessed.

    `columns` gives first and last column of each text column. `strangers` are cells of the
    head whose words are no caption that we know. `last` is the table's last row where a
    person told it.
    """

    top: int
    bottom: int
    columns: dict[Column, tuple[int, int]]
    lanes: tuple[LaneColumn, ...]
    guesses: tuple[Guess, ...] = ()
    strangers: tuple[tuple[int, int], ...] = ()
    last: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the lanes, for telling a repeated head from another table's."""
        return tuple(" ".join(lane.name.casefold().split()) for lane in self.lanes)

    @property
    def left(self) -> int:
        """The first column of the table."""
        return min(self.lanes[0].first, *(first for first, _ in self.columns.values()))

    @property
    def right(self) -> int:
        """The last column of the table."""
        return max(self.lanes[-1].last, *(last for _, last in self.columns.values()))


def read_heads(cells: SheetCells) -> tuple[TableHead, ...]:
    """Answer every head of a table on a sheet that names lanes, from top to bottom."""
    found = find_heads(SheetText.of(cells.texts, cells.blocks))
    return tuple(_head(head, cells) for head in found if any(lane.name for lane in head.lanes))


def _head(head: Head, cells: SheetCells) -> TableHead:
    return TableHead(
        top=head.cells.top,
        bottom=head.cells.bottom,
        columns={column: (place.left, place.right) for column, place in head.columns.items()},
        lanes=tuple(_lanes(head.lanes, cells)),
        guesses=head.guesses,
        strangers=tuple(_strangers(head, cells)),
    )


def _lanes(lanes: Sequence[FoundLane], cells: SheetCells) -> Iterator[LaneColumn]:
    """Answer the lanes; columns without a name belong to the named lane before them.

    Offices split a lane into several columns; the first lane takes those before it.
    """
    named = [lane for lane in lanes if lane.name]
    starts = [lanes[0].heading.left, *(lane.heading.left for lane in named[1:])]
    ends = [*(start - 1 for start in starts[1:]), lanes[-1].heading.right]
    for lane, start, end in zip(named, starts, ends, strict=True):
        place = lane.heading
        name = unwrapped(cells.texts.get((place.top, place.left), lane.name))
        yield LaneColumn(name, start, end, place.top)


def _strangers(head: Head, cells: SheetCells) -> Iterator[tuple[int, int]]:
    """Answer the cells of the head, beside the lanes, that became no column."""
    known = {(place.top, place.left) for place in head.columns.values()}
    over = range(head.actors.top, head.cells.bottom + 1)
    for row in over:
        for column, _ in cells.in_row(row):
            is_lane = column in head.actors.columns
            covers = any(
                place.left <= column <= place.right or column <= place.left
                for place in head.columns.values()
                if row < place.top and cells.block(row, column).right >= place.left
            )
            if (row, column) not in known and not is_lane and not covers:
                yield row, column
