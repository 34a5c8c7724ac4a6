"""Where nodes stand: the step and the lane, or the lanes that a symbol stands between."""

from bisect import bisect_right

from msgspec import Struct

from sopeditor.excel.reader.grid import SheetGrid
from sopeditor.excel.reader.table import StepTable
from sopeditor.foundation.geometry import Rect

#: A symbol that lies in two lanes with so much of its width belongs to both.
_SHARE = 0.35


class Places(Struct, frozen=True):
    """The borders of lanes from left to right, and the bands of steps, in points."""

    lanes: tuple[float, ...]
    bands: tuple[tuple[float, float], ...]

    def lane_at(self, x: float) -> int | None:
        """Answer the index of the lane that a place falls in, or None."""
        index = bisect_right(self.lanes, x) - 1
        return index if 0 <= index < len(self.lanes) - 1 else None

    def lanes_of(self, box: Rect) -> tuple[int, ...]:
        """Answer the lane of a symbol, or all lanes that it stands between."""
        width = box.width or 1.0
        shares = [
            (min(box.right, right) - max(box.left, left)) / width
            for left, right in zip(self.lanes, self.lanes[1:], strict=False)
        ]
        both = tuple(index for index, share in enumerate(shares) if share > _SHARE)
        if len(both) > 1:
            return both
        lane = self.lane_at(box.centre.x)
        return () if lane is None else (lane,)

    def step_of(self, box: Rect) -> tuple[int | None, bool]:
        """Answer the step in whose band a box has its middle, and whether it is inside.

        Between bands it is the nearest; None where there are no steps.
        """
        if not self.bands:
            return None, False
        y = box.centre.y
        distances = [max(top - y, 0.0, y - bottom) for top, bottom in self.bands]
        nearest = min(range(len(distances)), key=distances.__getitem__)
        return nearest, distances[nearest] == 0.0


def places_of(table: StepTable, grid: SheetGrid) -> Places:
    """Answer the places of a table on its sheet."""
    lanes = table.head.lanes
    borders = (*(grid.columns.edge(lane.first) for lane in lanes),)
    end = grid.columns.edge(lanes[-1].last + 1)
    bands = tuple(
        (grid.rows.edge(step.first), grid.rows.edge(step.last + 1)) for step in table.steps
    )
    return Places((*borders, end), bands)
