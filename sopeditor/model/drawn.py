"""What a drawn chart tells of itself, for checks that look at the drawing."""

from msgspec import Struct


class DrawnChart(Struct, frozen=True, kw_only=True):
    """The lines of one chart over all its pages.

    `lines` counts the pieces drawn, `through_symbols` those that run through a symbol.
    `dropped_hints` names the flows whose wishes by hand could not be followed.
    """

    chart: str
    lines: int
    crossings: int
    bends: int
    through_symbols: int = 0
    dropped_hints: tuple[str, ...] = ()
