"""A sheet as recognition sees it: texts and merged ranges, rows and columns from 0."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct


class CellRange(Struct, frozen=True, order=True):
    """Cells from row `top` to `bottom` and column `left` to `right`, both included."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def cell(cls, row: int, column: int) -> "CellRange":
        """Answer the range of one cell."""
        return cls(row, column, row, column)

    @property
    def columns(self) -> range:
        """The indices of the columns."""
        return range(self.left, self.right + 1)

    @property
    def rows(self) -> range:
        """The indices of the rows."""
        return range(self.top, self.bottom + 1)

    def holds(self, row: int, column: int) -> bool:
        """Answer whether a cell lies in the range."""
        return row in self.rows and column in self.columns

    def meets(self, other: "CellRange") -> bool:
        """Answer whether two ranges have a cell in common."""
        apart = (
            self.bottom < other.top
            or other.bottom < self.top
            or self.right < other.left
            or other.right < self.left
        )
        return not apart


class SheetText(Struct, frozen=True, dict=True):
    """The texts of a sheet by (row, column), and its merged ranges.

    A merged cell's text stands at its upper left cell, as in the file.
    """

    texts: Mapping[tuple[int, int], str]
    merges: tuple[CellRange, ...] = ()

    @classmethod
    def of(
        cls, texts: Mapping[tuple[int, int], str], merges: Iterable[CellRange] = ()
    ) -> "SheetText":
        """Answer the sheet without its empty texts."""
        return cls({place: text for place, text in texts.items() if text.strip()}, tuple(merges))

    @cached_property
    def _merged(self) -> Mapping[tuple[int, int], CellRange]:
        return {(merge.top, merge.left): merge for merge in self.merges}

    @cached_property
    def by_row(self) -> Mapping[int, tuple[int, ...]]:
        """The columns with text of each row that has any, ascending."""
        rows: dict[int, list[int]] = {}
        for row, column in sorted(self.texts):
            rows.setdefault(row, []).append(column)
        return {row: tuple(columns) for row, columns in rows.items()}

    def text(self, row: int, column: int) -> str:
        """Answer the text of a cell; empty for none."""
        return self.texts.get((row, column), "")

    def range_at(self, row: int, column: int) -> CellRange:
        """Answer the merged range that begins in a cell, else the cell itself."""
        return self._merged.get((row, column), CellRange.cell(row, column))

    def covering(self, row: int, column: int) -> CellRange:
        """Answer the merged range that a cell lies in, else the cell itself."""
        for merge in self.merges:
            if merge.holds(row, column):
                return merge
        return CellRange.cell(row, column)

    def texts_in(self, area: CellRange) -> list[tuple[int, int, str]]:
        """Answer row, column and text of the cells of an area that have text, in order."""
        return [
            (row, column, self.texts[row, column])
            for row in area.rows
            for column in self.by_row.get(row, ())
            if column in area.columns
        ]
