"""Lists of the cover: one row for each item; rows are inserted where there are too few."""

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.fitting import TextFitter
from sopeditor.excel.template.references import Along, Shift
from sopeditor.excel.template.sheet import SheetCells
from sopeditor.excel.template.shifting import shift_book


class ListPlace(Struct, frozen=True):
    """Where a list goes: rows that are there for it, as wide as one of its cells.

    `ours` tells that a run before made the rows, so that spare ones may go.
    """

    word: str
    cells: CellRange
    items: tuple[str, ...]
    ours: bool = False

    @property
    def wanted(self) -> int:
        """How many rows more it needs; below 0 for spare ones."""
        return max(1, len(self.items)) - len(self.cells.rows)


def place_lists(cells: SheetCells, lists: list[ListPlace]) -> tuple[list[ListPlace], list[Shift]]:
    """Make room for lists, from the lowest to the highest; answer them in their places.

    Lists that begin in one row share their rows.
    """
    placed, shifts = list(lists), []
    for top in sorted({place.cells.top for place in lists}, reverse=True):
        group = [place for place in placed if place.cells.top == top]
        shift = _shift(cells, group)
        if shift is None:
            continue
        merges = [m for m in cells.merged.ranges() if m.top == m.bottom == shift.first]
        shift_book(cells.book, cells.entry, shift)
        cells.reindex()
        copy_rows(cells, shift, merges)
        placed = [_moved(place, shift) for place in placed]
        shifts.append(shift)
    return placed, shifts


def copy_rows(cells: SheetCells, shift: Shift, merges: list[CellRange]) -> None:
    """Make the new rows of a shift like the first of its block, `merges` in it included."""
    cells.copy_row(shift.first, shift.new)
    for row in shift.new:
        for merge in merges:
            cells.merged.add(CellRange(row, merge.left, row, merge.right))


def fill_lists(cells: SheetCells, fitter: TextFitter, lists: list[ListPlace]) -> None:
    """Write the items, one in each row; rows that are left over are emptied."""
    for place in lists:
        for index, row in enumerate(place.cells.rows):
            text = place.items[index] if index < len(place.items) else ""
            area = CellRange(row, place.cells.left, row, place.cells.right)
            if text:
                fitter.put(area, text)
            else:
                cells.clear(row, place.cells.left)


def _shift(cells: SheetCells, group: list[ListPlace]) -> Shift | None:
    more = max(place.wanted for place in group)
    shortest = min(group, key=lambda place: place.cells.bottom).cells
    if more > 0:
        return Shift(Along.ROWS, shortest.top, shortest.bottom, more)
    if more == 0 or not all(place.ours for place in group):
        return None
    spare = range(shortest.bottom + 1 + more, shortest.bottom + 1)
    ours = [place.cells for place in group]
    sheet = cells.text()
    for row in spare:
        for column in sheet.by_row.get(row, ()):
            if not any(column in own.columns for own in ours):
                return None
    return Shift(Along.ROWS, shortest.top, shortest.bottom, more)


def _moved(place: ListPlace, shift: Shift) -> ListPlace:
    moved = shift.range(place.cells, grows=True)
    return replace(place, cells=moved or place.cells)
