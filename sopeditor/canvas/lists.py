"""Lists in a cell: lines that begin with "1." or "a." go on with the next mark."""

import re
from typing import NamedTuple

_MARK = re.compile(r"(\s*)(\d{1,3}|[a-zA-Z])([.)])(\s+|$)")
_BULLET = re.compile(r"(\s*)([-•])(\s+|$)")


class Item(NamedTuple):
    """A line of a list: its mark with the space behind it, and what follows."""

    mark: str
    text: str


def item_of(line: str) -> Item | None:
    """Answer the parts of a line that is an item of a list; None for any other line."""
    found = _MARK.match(line) or _BULLET.match(line)
    return Item(found[0], line[found.end() :]) if found else None


def next_mark(mark: str) -> str:
    """Answer the mark of the item that follows one with `mark` ("1. " -> "2. ").

    After "z" the same letter stands again: nobody counts further.
    """
    found = _MARK.match(mark)
    if found is None:
        return mark.rstrip() + " "
    indent, count, point = found[1], found[2], found[3]
    if count.isdigit():
        following = str(int(count) + 1)
    else:
        following = count if count in "zZ" else chr(ord(count) + 1)
    return f"{indent}{following}{point} "
