"""Where the rows of a page went when it was changed: what stays in its row moves with it."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.layout.routing.problem import RoutingProblem, RoutingSymbol

#: Places nearer than this are the same, in points.
_SAME = 1e-6


class _RowShift(NamedTuple):
    """How far a row's upper edge, its symbols and its lower edge moved, and where they lie.

    Whatever lies between `low` and `high` moves with the symbols.
    """

    top: float
    middle: float
    bottom: float
    low: float
    high: float


class Shift:
    """The way from a page as it was to the page as it is; its lanes are the same."""

    def __init__(self, old: RoutingProblem, new: RoutingProblem) -> None:
        self._rows = old.rows
        self.is_identity = old.rows == new.rows
        self._shifts = [] if self.is_identity else list(_row_shifts(old, new))

    def keeps(self, old: RoutingSymbol, new: RoutingSymbol) -> bool:
        """Answer whether a symbol only moved with its row."""
        if old is new and self.is_identity:
            return True
        moved = 0.0
        if not self.is_identity:
            shift = self._shifts[old.row]
            if shift is None:
                return False
            moved = shift.middle
        elif old.row != new.row:
            return False
        return (
            (old.rect.x, old.rect.width, old.rect.height)
            == (new.rect.x, new.rect.width, new.rect.height)
            and abs(old.rect.y + moved - new.rect.y) < _SAME
            and (old.first_lane, old.last_lane) == (new.first_lane, new.last_lane)
            and old.outline is new.outline
        )

    def line(self, line: Polyline) -> Polyline | None:
        """Answer where a line lies now; None when the row of a level leg is gone."""
        if self.is_identity:
            return line
        moved = [self.y(point.y) for point in line]
        if any(y is None for y in moved):
            return None
        return tuple(Point(p.x, y) for p, y in zip(line, moved, strict=True) if y is not None)

    def y(self, y: float) -> float | None:
        """Answer where a place lies now; None when its row is gone."""
        if self.is_identity:
            return y
        row = max(0, min(bisect_right(self._rows, y) - 1, len(self._shifts) - 1))
        shift = self._shifts[row]
        if shift is None:
            return None
        if y < shift.low:
            return y + shift.top
        return y + (shift.bottom if y > shift.high else shift.middle)


def _row_shifts(old: RoutingProblem, new: RoutingProblem) -> Iterator[_RowShift | None]:
    """Yield the shift of every old row; None where no symbol tells, or two disagree.

    Nor has a row one that passed another: what lay between them lies elsewhere now.
    """
    now = {symbol.id: symbol for symbol in new.symbols}
    members: list[list[RoutingSymbol]] = [[] for _ in range(len(old.rows) - 1)]
    for symbol in old.symbols:
        if symbol.id in now:
            members[symbol.row].append(symbol)
    went = _in_order([_new_row({now[s.id].row for s in symbols}) for symbols in members])
    for (top, bottom), symbols, row in zip(pairwise(old.rows), members, went, strict=True):
        if row is None:
            yield None
            continue
        low, high = top, bottom
        middle = new.rows[row] - top
        if abs((new.rows[row + 1] - new.rows[row]) - (bottom - top)) > _SAME:
            low = min(symbol.rect.top for symbol in symbols)
            high = max(symbol.rect.bottom for symbol in symbols)
            middle = (new.rows[row] + new.rows[row + 1] - top - bottom) / 2
        yield _RowShift(new.rows[row] - top, middle, new.rows[row + 1] - bottom, low, high)


def _new_row(rows: set[int]) -> int | None:
    return rows.pop() if len(rows) == 1 else None


def _in_order(rows: list[int | None]) -> list[int | None]:
    """Answer the rows with None for the fewest whose leaving makes the others rise."""
    #: By place of a row: how many rise up to it, and the place of the one before it.
    longest: dict[int, tuple[int, int]] = {}
    for place, row in enumerate(rows):
        if row is not None:
            before = [
                (count, earlier)
                for earlier, (count, _) in longest.items()
                if (other := rows[earlier]) is not None and other < row
            ]
            count, earlier = max(before, default=(0, -1))
            longest[place] = (count + 1, earlier)
    kept: list[int | None] = [None] * len(rows)
    place = max(longest, key=lambda place: longest[place], default=-1)
    while place >= 0:
        kept[place] = rows[place]
        place = longest[place][1]
    return kept
