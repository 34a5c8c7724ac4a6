"""What was found of a step table: its head, columns, lanes and rows."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.model.step import Column


class Doubt(StrEnum):
    """What recognition guessed; to be confirmed by a person."""

    LANES_NOT_MERGED = "lanes_not_merged"  # Pelaksana does not stand over all of its lanes
    NO_LANES = "no_lanes"  # nothing between Pelaksana and the next heading
    LIKELY_HEADING = "likely_heading"  # a heading only begins with known words
    DOUBLE_HEADING = "double_heading"  # two headings mean the same column; the first counts
    NO_NUMBERS = "no_numbers"  # no column No: rows are told by their text


class FoundLane(Struct, frozen=True):
    """A lane: its heading's cells and name; the name is empty where nothing is written."""

    heading: CellRange
    name: str


class Guess(Struct, frozen=True):
    """A doubt and the cells that it is about."""

    doubt: Doubt
    cells: CellRange


class FoundTable(Struct, frozen=True, kw_only=True):
    """A step table in a sheet; rows and columns from 0.

    `header` spans the captions, without the row of column numbers (`number_row`).
    `columns` gives the heading's cells of each text column and of No; `actors` those over
    all lanes. The body runs from `first_row` to `last_row`; `repeats` are the rows in
    between that repeat the head.
    """

    header: CellRange
    actors: CellRange
    columns: Mapping[Column, CellRange]
    lanes: tuple[FoundLane, ...]
    first_row: int
    last_row: int
    number_row: int | None = None
    repeats: tuple[range, ...] = ()
    guesses: tuple[Guess, ...] = field(default=())

    @property
    def left(self) -> int:
        """The first column of the table."""
        return min(self.actors.left, *(cells.left for cells in self.columns.values()))

    @property
    def right(self) -> int:
        """The last column of the table."""
        return max(self.actors.right, *(cells.right for cells in self.columns.values()))

    def repeated(self, row: int) -> bool:
        """Answer whether a row of the body only repeats the head."""
        return any(row in rows for rows in self.repeats)
