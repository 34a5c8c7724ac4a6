"""Heads of two rows, as offices' sheets have them: one row of captions is made of both.

Over the lanes stands "Pelaksana", over Kelengkapan, Waktu and Output "Mutu Baku". A range
copied in a spreadsheet brings no shapes along, so that a lane's cell counts only where
something is written in it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from sopeditor.tables.foreign_cells import Cells
from sopeditor.tables.notation import Field, column_of

_QUALITY = frozenset({Field.INPUTS, Field.TOOLS, Field.DURATION, Field.OUTPUT})
#: A head stands in one of the first rows.
_WITHIN = 20
_NUMBER = re.compile(r"\(?\s*(\d{1,2})\s*\)?")
#: The fewest cells 1, 2, 3 ... that number the columns.
_LEAST_NUMBERS = 3


def with_one_head(cells: Cells) -> Cells:
    """Answer the cells with a head of one row; as they are where they have no other."""
    at = next((row for row in range(min(len(cells) - 1, _WITHIN)) if _is_double(cells, row)), None)
    if at is None:
        return cells
    upper, lower = cells[at], cells[at + 1]
    lanes = _lanes(upper, lower)
    captions = [_caption(upper, lower, column) for column in range(len(upper))]
    kept = [column for column in range(len(upper)) if column not in lanes]
    rows = [row for row in cells[at + 2 :] if not _numbers_columns(row)]
    actors = [_actors(row, lower, lanes) for row in rows]
    marked = any(actors)
    head = [captions[column] for column in kept]
    body = [[row[column] for column in kept] for row in rows]
    if marked:
        head.append(Field.ACTORS.value)
        body = [[*row, names] for row, names in zip(body, actors, strict=True)]
    return (*cells[:at], tuple(head), *map(tuple, body))


def _is_double(cells: Cells, at: int) -> bool:
    """Answer whether a head begins in a row whose gaps the next row fills with captions."""
    upper, lower = cells[at], cells[at + 1]
    if Field.ACTIVITY not in map(column_of, upper):
        return False
    return any(
        column_of(below) in _QUALITY and column_of(above) is None
        for above, below in zip(upper, lower, strict=False)
    )


def _lanes(upper: Sequence[str], lower: Sequence[str]) -> range:
    """Answer the columns below "Pelaksana", as far as the next caption over them."""
    first = next((n for n, text in enumerate(upper) if column_of(text) == Field.ACTORS), None)
    if first is None or not any(lower[first : first + 1]):
        return range(0)
    after = (n for n in range(first + 1, len(upper)) if upper[n] or column_of(lower[n]) in _QUALITY)
    return range(first, next(after, len(upper)))


def _caption(upper: Sequence[str], lower: Sequence[str], column: int) -> str:
    below = lower[column] if column < len(lower) else ""
    return below if column_of(upper[column]) is None and below else upper[column]


def _actors(row: Sequence[str], names: Sequence[str], lanes: range) -> str:
    marked = [names[lane] for lane in lanes if lane < len(row) and row[lane] and names[lane]]
    return "+".join(" ".join(name.split()) for name in marked)


def _numbers_columns(row: Sequence[str]) -> bool:
    found = [_NUMBER.fullmatch(cell) for cell in row if cell]
    numbers = [int(match[1]) for match in found if match]
    ascending = all(before < after for before, after in pairwise(numbers))
    return len(numbers) == len(found) >= _LEAST_NUMBERS and ascending
