"""The labels of rows: what the column No says, and what a row without one is called."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class RowLabel(NamedTuple):
    """What targets call a row, and the label it has of its own, if not the running number."""

    name: str
    own: str


def label_rows(typed: Iterable[str]) -> Iterator[RowLabel]:
    """Answer the labels of rows by what stands in the column No of each.

    A label of its own does not count on: 5, 5a, 6. A full stop or bracket after it is
    no part of it.
    """
    running = 0
    for words in typed:
        bare = words.strip().rstrip(".)").rstrip()
        own = "" if bare in {"", str(running + 1)} else bare
        running += not own
        yield RowLabel(own or str(running), own)
