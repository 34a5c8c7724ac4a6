"""Dividing the width of a table among its text columns so that its rows become low.

A start in proportion to the usual widths is improved by moving width from one column to
another as long as that saves height. Everything is in points, widths on the grid.
"""

from collections.abc import Callable, Sequence
from itertools import permutations

from msgspec import Struct

from sopeditor.layout.style import GRID, WidthRange, grid_down

#: How much width is moved at once, from coarse to fine. No finer, and never for a small gain
#: alone: so a column keeps its width while text is typed, until a row really needs more.
_MOVES = (8 * GRID, 4 * GRID)
_LEAST_GAIN = 2.0
#: How often each size of move is tried over all pairs of columns.
_PASSES = 4

#: No column becomes narrower for the sake of one by hand.
_LEAST = 12.0
#: What a word cut in the middle costs, as height of a row.
_CUT_COST = 12.0
#: What height costs that makes no row higher: among equals, text is spread evenly.
_HIDDEN_COST = 0.02


class Fit(Struct, frozen=True):
    """How text fits a column: the height in each row, and how many words are cut."""

    heights: Sequence[float]
    cuts: int


class Demand(Struct, frozen=True):
    """What a text column asks for: how wide it may be and how its text fits then.

    One `by_hand` keeps its width as long as another can take what is left or missing.
    """

    widths: WidthRange
    fit: Callable[[float], Fit]
    by_hand: bool = False


def allocate(total: float, demands: Sequence[Demand], floors: Sequence[float]) -> list[float]:
    """Answer the width of every column; they add up to `total`, which is on the grid.

    `floors` are the heights that the rows have in any case. Where `total` is less than
    the least widths or more than the greatest, those give way.
    """
    widths = _start(total, demands)
    for move in _MOVES:
        for _ in range(_PASSES):
            if not _improve(widths, demands, floors, move):
                break
    return widths


def _start(total: float, demands: Sequence[Demand]) -> list[float]:
    share = total / sum(demand.widths.usual for demand in demands) if demands else 0.0
    widths = [
        grid_down(min(max(d.widths.usual * share, d.widths.least), d.widths.most)) for d in demands
    ]
    while demands and sum(widths) != total:
        if sum(widths) < total:
            _grow_one(widths, demands)
        else:
            _shrink_one(widths, demands)
    return widths


def _grow_one(widths: list[float], demands: Sequence[Demand]) -> None:
    open_ones = [i for i, d in enumerate(demands) if widths[i] + GRID <= d.widths.most]
    chosen = min(
        open_ones or _free(demands, widths), key=lambda i: widths[i] / demands[i].widths.usual
    )
    widths[chosen] += GRID


def _shrink_one(widths: list[float], demands: Sequence[Demand]) -> None:
    open_ones = [i for i, d in enumerate(demands) if widths[i] - GRID >= d.widths.least]
    chosen = max(
        open_ones or _free(demands, widths), key=lambda i: widths[i] / demands[i].widths.usual
    )
    widths[chosen] -= GRID


def _free(demands: Sequence[Demand], widths: Sequence[float]) -> Sequence[int]:
    """Answer the columns that give way first: those of automatic width, else all."""
    free = [i for i, d in enumerate(demands) if not d.by_hand and widths[i] > _LEAST]
    return free or range(len(demands))


def _improve(
    widths: list[float], demands: Sequence[Demand], floors: Sequence[float], move: float
) -> bool:
    """Make the moves that save height; answer whether there was one."""
    best, improved = _cost(widths, demands, floors), False
    for giver, taker in permutations(range(len(widths)), 2):
        if widths[giver] - move < demands[giver].widths.least:
            continue
        if widths[taker] + move > demands[taker].widths.most:
            continue
        widths[giver] -= move
        widths[taker] += move
        cost = _cost(widths, demands, floors)
        if cost <= best - _LEAST_GAIN:
            best, improved = cost, True
        else:
            widths[giver] += move
            widths[taker] -= move
    return improved


def _cost(widths: Sequence[float], demands: Sequence[Demand], floors: Sequence[float]) -> float:
    fits = [demand.fit(width) for demand, width in zip(demands, widths, strict=True)]
    rows = sum(map(max, floors, *(fit.heights for fit in fits))) if fits else 0.0
    cuts = sum(fit.cuts for fit in fits)
    return rows + _CUT_COST * cuts + _HIDDEN_COST * sum(sum(fit.heights) for fit in fits)
