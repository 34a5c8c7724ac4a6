"""Sides of symbols as small numbers: they index the tables of the search."""

from sopeditor.model.flow import Side

#: In the order of `Side`; opposite sides differ by two.
TOP, LEFT, BOTTOM, RIGHT = range(4)
SIDES = (Side.TOP, Side.LEFT, Side.BOTTOM, Side.RIGHT)


def is_upright(side: int) -> bool:
    """Answer whether a leg at this side runs up or down."""
    return side in (TOP, BOTTOM)
