"""Pelaksana cells: whom they name, and the lanes that new names make."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from sopeditor.editing.actors import AddActor, RenameActor, SetActorCode
from sopeditor.editing.command import Command
from sopeditor.foundation.ids import IdSource
from sopeditor.foundation.message import message
from sopeditor.model.actor import Actor
from sopeditor.tables.cast import Cast
from sopeditor.tables.columns import Row
from sopeditor.tables.errors import excerpt
from sopeditor.tables.legend import Lanes, Legend, Team
from sopeditor.tables.notation import NOBODY, Field, escape, split, tidy, unescape
from sopeditor.ui.grid.table import StepTable


class Teams:
    """Reads the cells of one change; a name that nobody has yet makes a lane.

    `A = Pemohon` gives the new actor a code, as the head of a table does. A lane whose
    actor has no name but a placeholder is taken by the first new name.
    """

    def __init__(self, table: StepTable, ids: IdSource) -> None:
        self._table = table
        self._ids = ids
        actors = table.document.actors
        self._legend = Legend(ids, None)
        self._legend.cast = Cast(_tidy(actor) for actor in actors)
        in_chart = {actor.id: actor for actor in self._legend.cast.actors}
        lanes = (in_chart[lane] for lane in table.chart.lanes)
        self._lanes = Lanes(self._legend, lanes, closed=False)
        self._codes: dict[str, str] = {}
        self._stand_ins: dict[str, str] = {}

    def read(self, row: Row) -> tuple[Team, ...]:
        """Read the cell Pelaksana of a row, empty for nobody; raises TableError."""
        declared = row[Field.ACTORS] or NOBODY
        if "=" in declared:
            declared = "|".join(
                "+".join(self._declared(name, row) for name in split(part, "+"))
                for part in split(declared, "|")
            )
        return self._lanes.teams(replace(row, cells={**row.cells, Field.ACTORS: declared}))

    def settle(self, idle: Iterable[str]) -> None:
        """Let new actors take over the lanes of the `idle` ones, after all cells were read."""
        self._stand_ins = dict(zip((actor.id for actor in self._new()), idle, strict=False))

    def settled(self, team: Iterable[Actor]) -> tuple[str, ...]:
        """Answer the ids of a team as they will be in the document."""
        return tuple(self._stand_ins.get(actor.id, actor.id) for actor in team)

    @property
    def cast(self) -> Cast:
        """Whom the cells of the chart may name after this change, by the ids of then."""
        lanes = set(self._lanes.actor_ids) - set(self._stand_ins.values())
        actors = (actor for actor in self._legend.cast.actors if actor.id in lanes)
        return Cast(replace(one, id=self._stand_ins.get(one.id, one.id)) for one in actors)

    def commands(self) -> Iterator[Command]:
        """Answer what makes the lanes and codes that the cells ask for."""
        chart = self._table.chart
        known = {actor.id: actor for actor in self._legend.cast.actors}
        for new, old in self._stand_ins.items():
            yield RenameActor(actor=old, name=known[new].name)
            if known[new].code:
                yield SetActorCode(actor=old, code=known[new].code)
        for lane in self._lanes.actor_ids:
            if lane not in chart.lanes and lane not in self._stand_ins:
                end = len(chart.lanes) + len(known)
                yield AddActor(chart=chart.id, position=end, actor=known[lane])
        for actor_id, code in self._codes.items():
            yield SetActorCode(actor=actor_id, code=code)

    def new_names(self) -> tuple[str, ...]:
        """Answer the names that nobody had before."""
        return tuple(actor.name for actor in self._new())

    def _new(self) -> tuple[Actor, ...]:
        old = {actor.id for actor in self._table.document.actors}
        return tuple(actor for actor in self._legend.cast.actors if actor.id not in old)

    def _declared(self, words: str, row: Row) -> str:
        """Answer a name of a cell; `A = Pemohon` is declared first and answered as `A`."""
        code, *named = (unescape(part) for part in split(words, "=", 1))
        if not named or not code or not named[0]:
            return words
        name, cast = named[0], self._legend.cast
        by_code, by_name = cast.find(code), cast.find(name)
        there = by_name or by_code
        if there is None:
            self._legend.cast = cast.with_actor(Actor(id=self._ids("a"), name=name, code=code))
        elif by_name is None or by_code not in {None, by_name} or by_name.code not in {"", code}:
            problem = message("tables.problem.double_actor", text=excerpt(code))
            raise row.error(Field.ACTORS, problem)
        elif not by_name.code:
            self._give_code(by_name, code)
        return escape(code)

    def _give_code(self, actor: Actor, code: str) -> None:
        if any(actor.id == old.id for old in self._table.document.actors):
            self._codes[actor.id] = code
        coded = replace(actor, code=code)
        actors = self._legend.cast.actors
        self._legend.cast = Cast(coded if one.id == actor.id else one for one in actors)


def _tidy(actor: Actor) -> Actor:
    return replace(actor, name=tidy(actor.name), code=tidy(actor.code))
