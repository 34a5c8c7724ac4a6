"""A sheet's grid of columns and rows, and where a point of the page falls in it.

Excel places a shape by the cell that it begins in and an offset (measured: `xfrm` of a
top-level object is ignored), so everything is anchored through this grid. Column widths
are whole multiples of 4 px and row heights of 3 pt: those are drawn alike at 100, 125,
150 and 200 % screen scale.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from msgspec import Struct

from sopeditor.foundation.units import pt_to_emu, pt_to_px

#: Widest digit of Arial 11, the workbook's normal font, in pixels.
DIGIT_WIDTH = 8

#: Two edges closer than this are one, in points.
_SAME = 0.01


class Mark(Struct, frozen=True):
    """A place in the grid: column or row index from 0 and an offset into it in EMU."""

    index: int
    offset: int


class Axis(Struct, frozen=True):
    """The borders of columns or rows in points, ascending, the first one 0."""

    edges: tuple[float, ...]

    @classmethod
    def of_sizes(cls, sizes: tuple[float, ...]) -> "Axis":
        """Answer the axis of columns or rows of these sizes in points."""
        return cls((0.0, *accumulate(sizes)))

    @property
    def sizes(self) -> tuple[float, ...]:
        """The widths or heights in points."""
        return tuple(
            after - before for before, after in zip(self.edges, self.edges[1:], strict=False)
        )

    def index_of(self, position: float) -> int:
        """Answer which border lies at `position`; raises ValueError when none does."""
        index = bisect_left(self.edges, position - _SAME)
        if index >= len(self.edges) or abs(self.edges[index] - position) > _SAME:
            raise ValueError(f"no border at {position}")
        return index

    def mark(self, emu: int) -> Mark:
        """Answer where a shape begins: on a border, in the cell after it."""
        return self._mark(bisect_right(self.edges, emu, key=pt_to_emu), emu)

    def far_mark(self, emu: int) -> Mark:
        """Answer where a shape ends: on a border, in the cell before it.

        So that a column inserted there does not stretch the shape.
        """
        return self._mark(bisect_left(self.edges, emu, key=pt_to_emu), emu)

    def _mark(self, after: int, emu: int) -> Mark:
        """Answer the place of `emu` in the cell that ends at the border `after`."""
        index = min(max(after - 1, 0), len(self.edges) - 2)
        low, high = pt_to_emu(self.edges[index]), pt_to_emu(self.edges[index + 1])
        return Mark(index, min(max(emu - low, 0), high - low))


class Grid(Struct, frozen=True):
    """The columns and rows of one sheet."""

    columns: Axis
    rows: Axis


def column_width(points: float) -> float:
    """Answer the stored `width` of a column of a width in points."""
    pixels = round(pt_to_px(points))
    return int(pixels / DIGIT_WIDTH * 256) / 256
