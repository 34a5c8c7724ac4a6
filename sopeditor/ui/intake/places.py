"""Cell names, as findings give them, to rows and columns."""

import re


def place_of(cell: str) -> tuple[int, int]:
    """Answer row and column, from 0, of a cell such as D12; raises ValueError for no cell."""
    found = re.fullmatch(r"([A-Z]+)([0-9]+)", cell)
    if found is None:
        raise ValueError(cell)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1
