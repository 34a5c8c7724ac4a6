"""Who takes part: the actors that head lines and cells name, and the lanes of each chart."""

from collections.abc import Iterable

from msgspec.structs import replace

from sopeditor.foundation.ids import IdSource
from sopeditor.foundation.message import Message, message
from sopeditor.model.actor import Actor
from sopeditor.tables.cast import Cast
from sopeditor.tables.columns import Row
from sopeditor.tables.errors import TableError, excerpt
from sopeditor.tables.head import HeadValue
from sopeditor.tables.notation import MAX_LANES, NOBODY, Field, HeadKey, split, unescape

#: The actors of one symbol or joined row of symbols, the responsible one first.
Team = tuple[Actor, ...]


class Legend:
    """The actors of the document while it is read; those declared get the first ids."""

    def __init__(self, ids: IdSource, declared: HeadValue | None) -> None:
        self._ids = ids
        self._declared = declared is not None
        self.cast = Cast()
        for item in declared.items() if declared else ():
            self._declare(item, declared.line if declared else 0)

    def lanes(self, own: HeadValue | None) -> "Lanes":
        """Answer the lanes of the next chart, from its own line `Pelaksana` if it has one."""
        if own is not None:
            actors = [self._known(item) or self._declare(item, own.line) for item in own.items()]
            if len({actor.id for actor in actors}) < len(actors):
                raise TableError(own.line, HeadKey.ACTORS, message("tables.problem.double_lane"))
            return Lanes(self, actors, closed=True)
        return Lanes(self, self.cast.actors if self._declared else (), closed=self._declared)

    def with_external(self, value: HeadValue | None) -> tuple[Actor, ...]:
        """Answer all actors, those of the line `Pihak Luar` marked as external."""
        outside = set()
        for item in value.items() if value else ():
            actor = self.cast.find(unescape(item))
            if actor is None:
                problem = _unknown(unescape(item), self.cast)
                raise TableError(value.line if value else 0, HeadKey.EXTERNAL, problem)
            outside.add(actor.id)
        return tuple(replace(actor, external=actor.id in outside) for actor in self.cast.actors)

    def _known(self, item: str) -> Actor | None:
        return self.cast.find(unescape(item)) if len(split(item, "=", 1)) == 1 else None

    def _declare(self, item: str, line: int) -> Actor:
        *code, name = (unescape(part) for part in split(item, "=", 1))
        if not "".join((*code, name)):
            raise TableError(line, HeadKey.ACTORS, message("tables.problem.nameless_actor"))
        actor = Actor(id=self._ids("a"), name=name, code="".join(code))
        for other in self.cast.actors:
            if (actor.code or actor.name) == (other.code or other.name):
                problem = message(
                    "tables.problem.double_actor", text=excerpt(actor.code or actor.name)
                )
                raise TableError(line, HeadKey.ACTORS, problem)
        return self._add(actor, line)

    def meet(self, name: str, line: int) -> Actor:
        """Answer a new actor whom a cell named for the first time."""
        return self._add(Actor(id=self._ids("a"), name=name), line)

    def _add(self, actor: Actor, line: int) -> Actor:
        self.cast = self.cast.with_actor(actor)
        if len(self.cast.actors) > MAX_LANES:
            problem = message("tables.problem.too_many_lanes", most=MAX_LANES)
            raise TableError(line, HeadKey.ACTORS, problem)
        return actor


class Lanes:
    """The lanes of one chart; where no line declares them, cells add theirs."""

    def __init__(self, legend: Legend, actors: Iterable[Actor], *, closed: bool) -> None:
        self._legend = legend
        self._actors = {actor.id: actor for actor in actors}
        self._closed = closed
        self._own = Cast(self._actors.values())

    @property
    def cast(self) -> Cast:
        """Whom the cells of this chart may name."""
        return self._own if self._closed else self._legend.cast

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """The lanes from left to right."""
        return tuple(self._actors)

    def teams(self, row: Row) -> tuple[Team, ...]:
        """Read the cell Pelaksana; raises TableError."""
        cell = row[Field.ACTORS]
        if not cell:
            raise row.error(Field.ACTORS, message("tables.problem.no_actor"))
        if cell == NOBODY:
            return ()
        parts = [[unescape(words) for words in split(part, "+")] for part in split(cell, "|")]
        if not all(self.cast.find(words) for part in parts for words in part):
            # A name may hold a plus sign of its own.
            whole = self.cast.find(unescape(cell))
            parts = [[unescape(cell)]] if whole else parts
        teams = tuple(tuple(self._actor(words, row) for words in part) for part in parts)
        named = [actor.id for team in teams for actor in team]
        if len(set(named)) < len(named):
            raise row.error(Field.ACTORS, message("tables.problem.actor_twice", text=excerpt(cell)))
        return teams

    def _actor(self, words: str, row: Row) -> Actor:
        if actor := self.cast.find(words):
            return self._in_lane(actor)
        if self._closed or not words:
            raise row.error(Field.ACTORS, _unknown(words, self.cast))
        return self._in_lane(self._legend.meet(words, row.line))

    def _in_lane(self, actor: Actor) -> Actor:
        self._actors.setdefault(actor.id, actor)
        return actor


def _unknown(words: str, cast: Cast) -> Message:
    known = ", ".join(excerpt(actor.code or actor.name) for actor in cast.actors)
    return message("tables.problem.unknown_actor", text=excerpt(words), known=known)
