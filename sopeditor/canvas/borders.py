"""The borders between the columns of a heading: where they can be grasped, what a drag does.

Dragging one sets the column at its left. Where a column with text follows, that one pays or
gains the difference, so that the border stays where it was dropped. Lanes are equally wide:
their last border, like any of them, sets them all.
"""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from sopeditor.editing.naming import column_name
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.units import pt_to_mm
from sopeditor.layout.placement import ChartPage, PlacedColumn
from sopeditor.layout.style import grid_down
from sopeditor.layout.table.hand_widths import grid_nearest
from sopeditor.model.step import Column
from sopeditor.model.widths import LEAST_WIDTH, MOST_WIDTH

#: How far beside a border a press still takes it, in pixels.
REACH = 4.0


class Border(Struct, frozen=True):
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
    """Answer the widths to set, in points, when a border is dragged `away` to the right.

    They are what the layout will grant: no column becomes narrower than it can be, and none
    wider than the others make room for.
    """
    left, right = border.left, border.right
    if left.column is Column.ACTORS:
        return _lane_widths(page, border, away)
    if right.column is Column.ACTORS or left.column is Column.NUMBER:
        return ((left.column, _within(left.width + away, left, _room(page, left.column))),)
    away = min(max(away, left.least - left.width), right.width - right.least)
    return (left.column, _possible(left.width + away)), (
        right.column,
        _possible(right.width - away),
    )


def shift_of(page: ChartPage, border: Border, widths: tuple[tuple[Column, float], ...]) -> float:
    """Answer how far to the right a border goes when the columns get `widths`."""
    left = border.left
    new = grid_nearest(dict(widths)[left.column])
    if left.column is Column.ACTORS:
        return (new - _lane(page)) * (_lanes(page).index(left) + 1)
    return new - left.width


def told_widths(widths: tuple[tuple[Column, float], ...]) -> Message:
    """Answer in words how wide columns will be."""
    first, *others = (_told(column, width) for column, width in widths)
    if not others:
        return first
    return message("canvas.width.both", one=first, other=others[0])


def _told(column: Column, width: float) -> Message:
    key = "canvas.width.lane" if column is Column.ACTORS else "canvas.width.column"
    return message(key, column=column_name(column), mm=round(pt_to_mm(grid_nearest(width))))


def _lane_widths(page: ChartPage, border: Border, away: float) -> tuple[tuple[Column, float], ...]:
    """Answer the width of every lane, so that the dragged border goes as far as it is dragged."""
    lanes, right = _lanes(page), border.right
    last = right.column is not Column.ACTORS
    room = right.width - right.least if last else _room(page, Column.ACTORS)
    wanted = _lane(page) + away / (lanes.index(border.left) + 1)
    most = grid_down(_lane(page) + max(0.0, room) / len(lanes))
    lane = min(max(wanted, border.left.least), most)
    lane = _possible(grid_nearest(lane))
    if not last:
        return ((Column.ACTORS, lane),)
    paid = (lane - _lane(page)) * len(lanes)
    return (Column.ACTORS, lane), (right.column, _possible(right.width - paid))


def _lanes(page: ChartPage) -> list[PlacedColumn]:
    return [column for column in page.columns if column.column is Column.ACTORS]


def _lane(page: ChartPage) -> float:
    """Answer the width of a lane without what its lines need."""
    return min(column.width for column in _lanes(page))


def _room(page: ChartPage, but: Column) -> float:
    """Answer how much all columns but one can give."""
    others = [column for column in page.columns if column.column is not but]
    return sum(max(0.0, _base(page, column) - column.kept) for column in others)


def _base(page: ChartPage, column: PlacedColumn) -> float:
    return _lane(page) if column.column is Column.ACTORS else column.width


def _within(width: float, column: PlacedColumn, room: float) -> float:
    return _possible(min(max(width, column.least), column.width + room))


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
