"""The head of a step table by its captions: columns on two levels, lanes below Pelaksana."""

from collections.abc import Iterator

from msgspec import Struct

from sopeditor.excel.recognition.cells import CellRange, SheetText
from sopeditor.excel.recognition.synonyms import QUALITY, heading_of, likely_heading_of
from sopeditor.excel.recognition.table import Doubt, FoundLane, Guess
from sopeditor.model.step import Column

#: Captions stand on at most so many rows below that of Pelaksana.
_LEVELS = 3
#: The fewest columns beside Pelaksana that make a table.
_LEAST_COLUMNS = 2


class Head(Struct, frozen=True, kw_only=True):
    """The head of a table; `actors` spans all lanes, merged or not."""

    cells: CellRange
    actors: CellRange
    columns: dict[Column, CellRange]
    lanes: tuple[FoundLane, ...]
    guesses: tuple[Guess, ...]


def find_heads(sheet: SheetText) -> Iterator[Head]:
    """Answer every head of a step table in a sheet, from top to bottom."""
    for row, column in sorted(sheet.texts):
        if heading_of(sheet.text(row, column)) == Column.ACTORS:
            head = _head_at(sheet, sheet.range_at(row, column))
            if head is not None:
                yield head


def _head_at(sheet: SheetText, actors: CellRange) -> Head | None:
    columns, guesses = _columns(sheet, actors)
    enough = len(columns) >= _LEAST_COLUMNS and Column.ACTIVITY in columns
    if not enough or columns[Column.ACTIVITY].left > actors.left:
        return None
    bottom = max(cells.bottom for cells in columns.values())
    region = _lane_region(actors, columns)
    if region.right > actors.right:
        guesses.append(Guess(Doubt.LANES_NOT_MERGED, actors))
    level = CellRange(actors.bottom + 1, region.left, actors.bottom + 1, region.right)
    lanes = tuple(_lanes(sheet, level, actors.bottom < bottom))
    bottom = max(bottom, actors.bottom, *(lane.heading.bottom for lane in lanes), 0)
    if not lanes:
        guesses.append(Guess(Doubt.NO_LANES, region))
    if Column.NUMBER not in columns:
        guesses.append(Guess(Doubt.NO_NUMBERS, region))
    left = min(region.left, *(cells.left for cells in columns.values()))
    right = max(region.right, *(cells.right for cells in columns.values()))
    return Head(
        cells=CellRange(actors.top, left, bottom, right),
        actors=CellRange(actors.top, region.left, actors.bottom, region.right),
        columns=columns,
        lanes=lanes,
        guesses=tuple(guesses),
    )


def _columns(sheet: SheetText, actors: CellRange) -> tuple[dict[Column, CellRange], list[Guess]]:
    """Answer the text columns beside Pelaksana and No: sure captions before likely ones."""
    columns: dict[Column, CellRange] = {}
    guesses: list[Guess] = []
    cells = list(_captions(sheet, actors))
    for find, doubt in ((heading_of, None), (likely_heading_of, Doubt.LIKELY_HEADING)):
        for text, place in cells:
            key = find(text)
            if key is None or key in {QUALITY, Column.ACTORS} or _taken(columns, place):
                continue
            if Column(key) in columns:
                if doubt is None:
                    guesses.append(Guess(Doubt.DOUBLE_HEADING, place))
                continue
            columns[Column(key)] = place
            if doubt is not None:
                guesses.append(Guess(doubt, place))
    return columns, guesses


def _captions(sheet: SheetText, actors: CellRange) -> Iterator[tuple[str, CellRange]]:
    """Answer the cells that may be captions: level with Pelaksana, or below Mutu Baku."""
    for column in sheet.by_row.get(actors.top, ()):
        if column in actors.columns:
            continue
        place = sheet.range_at(actors.top, column)
        yield sheet.text(actors.top, column), place
        if heading_of(sheet.text(actors.top, column)) == QUALITY:
            yield from _below(sheet, place, actors)


def _below(
    sheet: SheetText, quality: CellRange, actors: CellRange
) -> Iterator[tuple[str, CellRange]]:
    # Mutu Baku that is not merged over its columns still stands over the captions below.
    for row in range(quality.bottom + 1, quality.bottom + 1 + _LEVELS):
        found = [
            column
            for column in sheet.by_row.get(row, ())
            if column >= quality.left and column not in actors.columns
        ]
        known = [column for column in found if likely_heading_of(sheet.text(row, column))]
        if known:
            yield from ((sheet.text(row, column), sheet.range_at(row, column)) for column in found)
            return


def _taken(columns: dict[Column, CellRange], place: CellRange) -> bool:
    return any(place == cells for cells in columns.values())


def _lane_region(actors: CellRange, columns: dict[Column, CellRange]) -> CellRange:
    """Answer the columns of the lanes: at least those below Pelaksana, up to the next caption."""
    after = [cells.left for cells in columns.values() if cells.left > actors.right]
    right = max(actors.right, min(after) - 1) if after else actors.right
    return CellRange(actors.top, actors.left, actors.bottom, right)


def _lanes(sheet: SheetText, level: CellRange, below: bool) -> Iterator[FoundLane]:
    """Answer the lanes of the row under Pelaksana; each column or merged range is one.

    `below` tells whether the head goes on under Pelaksana. Without it and without a name
    there is no row of lanes.
    """
    named = any(column in level.columns for column in sheet.by_row.get(level.top, ()))
    if not below and not named:
        return
    column = level.left
    while column <= level.right:
        cells = sheet.covering(level.top, column)
        yield FoundLane(cells, " ".join(sheet.text(cells.top, cells.left).split()))
        column = max(column, cells.right) + 1
