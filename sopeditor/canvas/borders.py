"""The borders between the columns of a heading: where they can be grasped, what a drag does.

Dragging one sets the column at its left. Where a column with text follows, that one pays or
gains the difference, so that the border stays where it was dropped. Lanes are equally wide:
their last border, like any of them, sets them all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sopeditor.editing.naming import column_name
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.units import pt_to_mm
from sopeditor.layout.placement import ChartPage, PlacedColumn
from sopeditor.model.step import Column
from sopeditor.model.widths import LEAST_WIDTH, MOST_WIDTH

#: How far beside a border a press still takes it, in pixels.
REACH = 4.0


@dataclass(frozen=True, slots=True)
class Border:
    """The border between two columns of a table."""

    left: PlacedColumn
    right: PlacedColumn

    @property
    def x(self) -> float:
        """Where it stands on its page."""
        return self.left.right


def borders(page: ChartPage) -> Iterator[Border]:
    """Answer the borders of a table that can be dragged: all but its two edges."""
    for left, right in pairwise(page.columns):
        yield Border(left, right)


def border_at(page: ChartPage, place: Point, pixel: float) -> Border | None:
    """Answer the border of the heading at `place`, or None; a pixel is `pixel` points."""
    if not page.table.top <= place.y <= page.body.top:
        return None
    tiny = 3 * REACH * pixel
    near = [
        (abs(place.x - border.x), border)
        for border in borders(page)
        if abs(place.x - border.x) <= REACH * pixel
        and min(border.left.width, border.right.width) >= tiny
        and _divides(page, border, place)
    ]
    return min(near, key=_away)[1] if near else None


def column_at(page: ChartPage, place: Point) -> Column | None:
    """Answer the column under whose heading `place` lies, or None."""
    if not page.table.top <= place.y <= page.body.top:
        return None
    for column in page.columns:
        if column.left <= place.x < column.right:
            return column.column
    return None


def widths_after(page: ChartPage, border: Border, away: float) -> tuple[tuple[Column, float], ...]:
    """Answer the widths to set, in points, when a border is dragged `away` to the right."""
    left, right = border.left, border.right
    if left.column is Column.ACTORS:
        lanes = [column for column in page.columns if column.column is Column.ACTORS]
        before = lanes.index(left) + 1
        lane = _possible(min(column.width for column in lanes) + away / before)
        if right.column is Column.ACTORS:
            return ((Column.ACTORS, lane),)
        return (Column.ACTORS, lane), (right.column, _possible(right.width - away))
    first = (left.column, _possible(left.width + away))
    if right.column is Column.ACTORS or left.column is Column.NUMBER:
        return (first,)
    return first, (right.column, _possible(right.width - away))


def told_widths(page: ChartPage, widths: tuple[tuple[Column, float], ...]) -> Message:
    """Answer in words how wide the columns named in `widths` are on a page."""
    first, *others = (_told(page, column) for column, _ in widths)
    if not others:
        return first
    return message("canvas.width.both", one=first, other=others[0])


def _told(page: ChartPage, column: Column) -> Message:
    width = min(placed.width for placed in page.columns if placed.column is column)
    key = "canvas.width.lane" if column is Column.ACTORS else "canvas.width.column"
    return message(key, column=column_name(column), mm=round(pt_to_mm(width)))


def _divides(page: ChartPage, border: Border, place: Point) -> bool:
    """Answer whether a border is drawn at the height of `place`: captions span several."""
    return any(
        abs(cell.rect.right - border.x) < 0.01 and cell.rect.top <= place.y <= cell.rect.bottom
        for cell in page.header
    )


def _possible(points: float) -> float:
    return min(max(points, LEAST_WIDTH), MOST_WIDTH)


def _away(pair: tuple[float, Border]) -> float:
    return pair[0]
