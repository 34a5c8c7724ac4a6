"""What one layout leaves to the next: answers by what they were worked out from.

Documents are snapshots that share what an edit did not touch; so most of what a layout asks
has been answered in the one before. An answer is the same whether it is recalled or worked
out: a key names everything that it depends on beside the `surroundings`.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Kept(Struct, frozen=True, eq=False):
    """What is kept at some time."""

    now: dict[Hashable, tuple[Any, ...]]
    before: dict[Hashable, tuple[Any, ...]]
    surroundings: object


class Recall:
    """Keeps the answers of this layout and of the one before it; others are let go."""

    def __init__(self) -> None:
        self._now: dict[Hashable, tuple[Any, ...]] = {}
        self._before: dict[Hashable, tuple[Any, ...]] = {}
        self._surroundings: object = None

    def begin(self, surroundings: object) -> None:
        """Begin a layout; in other surroundings (paper, type, captions) nothing is recalled."""
        self._before, self._now = self._now, {}
        if surroundings != self._surroundings:
            self._before = {}
            self._surroundings = surroundings

    def answer(self, key: Hashable, make: Callable[[], T], *held: object) -> T:
        """Answer what was answered to `key`, or what `make` answers.

        A key may hold the identities (`id`) of objects; these are `held` with the answer, so
        that no other object gets their identity meanwhile.
        """
        known = self._now.get(key)
        if known is None:
            known = self._before.get(key)
            if known is None:
                known = (make(), *held)
            self._now[key] = known
        answer: T = known[0]
        return answer

    def same(self, kind: str, value: T) -> T:
        """Answer the equal object that was there before, else `value`, which is hashable."""
        return self.answer((kind, value), lambda: value)

    def kept(self) -> Kept:
        """Answer what is kept between two layouts, to go back to it."""
        return Kept(self._now, self._before, self._surroundings)

    def go_back(self, kept: Kept) -> None:
        """Keep what was kept then: the layouts since count for nothing."""
        self._now, self._before, self._surroundings = kept.now, kept.before, kept.surroundings
