"""Ids: short stable names of actors, steps, symbols, flows and charts.

A new thing made by a person gets a random id, so that two copies of one document
that grew apart never give one name to two things. Readers of plain tables number
what they read, so that the same table gives the same document.
"""

import os
from collections.abc import Callable
from itertools import count

#: Gives the next id for a prefix: "s" -> "s-3f9a1c20".
IdSource = Callable[[str], str]


def fresh_id(prefix: str) -> str:
    """Answer a new random id that begins with `prefix`."""
    return f"{prefix}-{os.urandom(4).hex()}"


def numbered_ids() -> IdSource:
    """Answer a source of ids that counts from 1 for each prefix: s1, s2, ..., f1."""
    counters: dict[str, count[int]] = {}

    def next_id(prefix: str) -> str:
        return f"{prefix}{next(counters.setdefault(prefix, count(1)))}"

    return next_id
