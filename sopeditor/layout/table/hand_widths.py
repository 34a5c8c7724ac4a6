"""Widths set by hand, as far as the paper has room for them.

A column by hand is never narrower than readable, and the others keep the widths that they
need at least. Where all that is more than the paper is wide, every column by hand gives up
the same share of what it has above its own least width.
"""

from collections.abc import Mapping

from msgspec import Struct

from sopeditor.layout.style import grid_down, grid_up
from sopeditor.model.step import Column


class Need(Struct, frozen=True):
    """What a column, or `count` equal ones, needs at least: a width each, in points."""

    least: float
    count: int = 1


def granted_widths(
    wanted: Mapping[Column, float], needs: Mapping[Column, Need], room: float
) -> dict[Column, float]:
    """Answer the widths on the grid that the columns of `wanted` get.

    `needs` names every column of the table, `room` is the width for all of them. Columns
    that the table does not show are left out.
    """
    least = {column: grid_up(needs[column].least) for column in wanted if column in needs}
    wishes = {column: max(grid_nearest(wanted[column]), width) for column, width in least.items()}
    excess = sum((wishes[column] - least[column]) * needs[column].count for column in wishes)
    free = room - sum(least.get(column, need.least) * need.count for column, need in needs.items())
    if excess <= max(free, 0.0):
        return wishes
    share = max(free, 0.0) / excess
    return {
        column: least[column] + grid_down((wish - least[column]) * share)
        for column, wish in wishes.items()
    }


def grid_nearest(length: float) -> float:
    """Answer the multiple of the grid that is nearest to `length`."""
    return grid_up(length - 1.5)
