"""The actors that a table names, found by their code or their name."""

from collections import Counter
from collections.abc import Callable, Iterable

from sopeditor.model.actor import Actor


class Cast:
    """Actors in the order of their naming; a change makes a new cast."""

    def __init__(self, actors: Iterable[Actor] = ()) -> None:
        self.actors = tuple(actors)
        self._exact = _findable(self.actors, _as_is)
        self._folded = _findable(self.actors, _folded)

    def find(self, words: str) -> Actor | None:
        """Answer the one actor of this code or name; letters as written go first."""
        return self._exact.get(_as_is(words)) or self._folded.get(_folded(words))

    def with_actor(self, actor: Actor) -> "Cast":
        """Answer the cast with one more actor."""
        return Cast((*self.actors, actor))


def _as_is(words: str) -> str:
    return words


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _findable(actors: Iterable[Actor], shape: Callable[[str], str]) -> dict[str, Actor]:
    """Answer actors by their names and codes that are not doubtful; a code goes before a name."""
    by_name = _unique((shape(actor.name), actor) for actor in actors)
    return by_name | _unique((shape(actor.code), actor) for actor in actors)


def _unique(named: Iterable[tuple[str, Actor]]) -> dict[str, Actor]:
    pairs = [(words, actor) for words, actor in named if words]
    times = Counter(words for words, _ in pairs)
    return {words: actor for words, actor in pairs if times[words] == 1}
