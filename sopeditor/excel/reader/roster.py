"""The actors of all charts: one actor for each name, however it is spaced."""

from sopeditor.excel.reader import limits
from sopeditor.excel.reader.errors import unreadable
from sopeditor.foundation.ids import IdSource
from sopeditor.model.actor import Actor


class Roster:
    """Collects actors while charts are read."""

    def __init__(self, ids: IdSource) -> None:
        self._ids = ids
        self._actors: dict[str, Actor] = {}

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors in the order in which they were met."""
        return tuple(self._actors.values())

    def lanes(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Answer the actors' ids for the lanes of one chart; a name twice gives two actors."""
        met: list[str] = []
        for name in names:
            key = " ".join(name.casefold().split())
            while key in self._actors and self._actors[key].id in met:
                key += "\n"
            if key not in self._actors:
                self._actors[key] = Actor(id=self._ids("a"), name=name)
            met.append(self._actors[key].id)
        if len(self._actors) > limits.ACTORS:
            raise unreadable("too_many_actors", limit=limits.ACTORS)
        return tuple(met)
