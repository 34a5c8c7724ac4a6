"""The rows of a table by their labels, and which symbols a target such as `5` or `5C` means.

Reader and writer share it: the writer writes a target only if it means the right symbol here.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sopeditor.model.actor import Actor
from sopeditor.model.symbol import Symbol
from sopeditor.tables.cast import Cast

#: Longer words are neither a label nor an actor.
_LONGEST_TARGET = 1_000


class Group(Struct, frozen=True):
    """Symbols of one row that act as one; flows enter and leave at the first, the lead."""

    symbols: tuple[Symbol, ...]

    @property
    def lead(self) -> Symbol:
        """The symbol of the responsible actor."""
        return self.symbols[0]

    @property
    def lanes(self) -> tuple[str, ...]:
        """The ids of all its actors, the responsible one first."""
        return tuple(actor for symbol in self.symbols for actor in symbol.actors)

    def in_lane(self, actor: Actor) -> Symbol | None:
        """Answer the symbol of an actor."""
        return next((symbol for symbol in self.symbols if actor.id in symbol.actors), None)


class Place(Struct, frozen=True):
    """What stands at one label: the groups of the row."""

    label: str
    groups: tuple[Group, ...]

    def in_lane(self, actor: Actor) -> Symbol | None:
        """Answer the symbol of an actor in this row."""
        return next((found for group in self.groups if (found := group.in_lane(actor))), None)

    def entries(self, source: Group) -> tuple[Symbol, ...]:
        """Answer where a flow from `source` to this row arrives.

        At the symbols in its own lanes where there are any, otherwise at all of the row.
        """
        own = [group for group in self.groups if set(group.lanes) & set(source.lanes)]
        return tuple(group.lead for group in own or self.groups)


class Plan:
    """All rows of one chart."""

    def __init__(self, places: Iterable[Place], cast: Cast) -> None:
        self.places = tuple(places)
        self.cast = cast
        self._exact = {place.label: place for place in self.places}
        self._folded = {place.label.casefold(): place for place in self.places}

    def aim(self, target: str, source: Group) -> tuple[Symbol, ...]:
        """Answer the symbols that a target means for a flow from `source`; none if nothing.

        A row label goes before a label with a lane; letters as written go before others.
        """
        if len(target) > _LONGEST_TARGET:
            return ()
        for labels in (self._exact, self._folded):
            words = target if labels is self._exact else target.casefold()
            if place := labels.get(words):
                return place.entries(source)
            if symbol := self._in_lane(target, labels):
                return (symbol,)
        return ()

    def _in_lane(self, target: str, labels: dict[str, Place]) -> Symbol | None:
        """Answer the symbol that label and lane together name, as in `5C` or `5 Sekretaris`."""
        for label, lane in _cuts(target):
            place = labels.get(label if labels is self._exact else label.casefold())
            actor = self.cast.find(lane)
            if place and actor and (symbol := place.in_lane(actor)):
                return symbol
        return None


def _cuts(target: str) -> Iterator[tuple[str, str]]:
    """Answer every way to part a target into label and lane, longest label first."""
    for at in range(len(target) - 1, 0, -1):
        yield target[:at].rstrip(), target[at:].lstrip()
