"""From entries of cells to the one command that writes them.

An entry means what it would mean in the table: the other cells go on saying what they said.
Where a row gets other symbols, the Alur of rows that lead to it is read anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from sopeditor.editing.command import Command
from sopeditor.editing.compound import Compound
from sopeditor.editing.rows import WriteRows, WrittenRow
from sopeditor.foundation.ids import IdSource
from sopeditor.foundation.message import Message, message
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.tables.columns import Row
from sopeditor.tables.flows import Route, routes_of, routes_onward
from sopeditor.tables.kinds import goes_on
from sopeditor.tables.notation import Field
from sopeditor.tables.plan import Place, Plan
from sopeditor.tables.ways import WayError, read_ways
from sopeditor.ui.grid.columns import TEXTS
from sopeditor.ui.grid.drafting import BLANK_ROW, Drafting, RowDraft
from sopeditor.ui.grid.entries import CellRefused, Entries
from sopeditor.ui.grid.groups import symbols_of
from sopeditor.ui.grid.table import StepTable

#: So many rows beyond the last a target may name: they are made, to be filled in.
MOST_AHEAD = 20

#: Where targets name rows as a pasted block numbered them: row by the label of there.
Aliases = Mapping[str, int]


class Rewriting:
    """One change of cells; raises CellRefused where an entry can't be understood."""

    def __init__(
        self, table: StepTable, entries: Entries, ids: IdSource, aliases: Aliases | None = None
    ) -> None:
        self._table, self._ids = table, ids
        self._aliases = aliases or {}
        new = range(len(table), max(entries, default=-1) + 1)
        filled = {**dict.fromkeys(new, BLANK_ROW), **entries}
        # From top to bottom: what a row names first, those below may name again.
        self._entries: Entries = dict(sorted(filled.items(), key=_row))
        self._draft = Drafting(table, self._entries, ids)
        self._changed = {draft.row: draft for draft in self._draft.drafts()}
        if ahead := self._rows_ahead():
            start = self._draft.total
            self._entries = {**self._entries, **{start + row: BLANK_ROW for row in range(ahead)}}
            self._draft = Drafting(table, self._entries, ids)
            self._changed = {draft.row: draft for draft in self._draft.drafts()}
        self.added = tuple(ids("step") for _ in range(len(table), self._draft.total))

    @property
    def new_names(self) -> tuple[str, ...]:
        """The actors whom an entry named for the first time."""
        return self._draft.teams.new_names()

    def command(self, name: Message) -> Command:
        """Answer the command that writes the entries, called `name`."""
        lines = {row: self._lines(row) for row in sorted(self._rewritten_rows())}
        write = WriteRows(
            name=name,
            chart=self._table.chart.id,
            rows=tuple(self._written_rows()),
            added=self.added,
            sources=frozenset(
                symbol.id for row in lines for symbol in symbols_of(self._places[row].groups)
            ),
            flows=tuple(flow for flows in lines.values() for flow in flows),
        )
        actors = tuple(self._draft.teams.commands())
        return Compound(name=name, commands=(*actors, write)) if actors else write

    def _rows_ahead(self) -> int:
        """Answer how many rows beyond the last the targets name, if they are not too many."""
        running = sum(not label.own for label in self._draft.labels)
        names = {label.name for label in self._draft.labels} | self._aliases.keys()
        wanted = [
            int(target)
            for draft in self._changed.values()
            for way in draft.ways or ()
            for target in way.targets
            if target.isdecimal() and len(target) < 6 and target not in names
        ]
        near = [number for number in wanted if running < number <= running + MOST_AHEAD]
        return max(near) - running if near and len(near) == len(wanted) else 0

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        """Every row with the symbols that it will have."""
        return tuple(self._place(row, label.name) for row, label in enumerate(self._draft.labels))

    @cached_property
    def _plan(self) -> Plan:
        """What targets in the entries mean; labels of a pasted block go first."""
        named = (Place(name, self._places[row].groups) for name, row in self._aliases.items())
        return Plan((*self._places, *named), self._draft.cast)

    @cached_property
    def _old_plan(self) -> Plan:
        """What targets in the other cells mean: they were written with the labels of before."""
        labels = (self._table.place(row).label for row in range(len(self._table)))
        places = (self._place(row, label) for row, label in enumerate(labels))
        return Plan(places, self._draft.cast)

    def _place(self, row: int, label: str) -> Place:
        draft = self._changed.get(row)
        if draft is None or draft.groups is None:
            return Place(label, self._table.place(row).groups)
        return Place(label, draft.groups)

    def _written_rows(self) -> Iterator[WrittenRow]:
        for row, cells in self._entries.items():
            draft = self._changed.get(row)
            yield WrittenRow(
                step=self._step_id(row),
                texts=tuple((TEXTS[field], cells[field]) for field in TEXTS if field in cells),
                label=self._draft.labels[row].own if Field.NUMBER in cells else None,
                symbols=None if draft is None or draft.groups is None else symbols_of(draft.groups),
            )

    def _step_id(self, row: int) -> str:
        known = len(self._table)
        return self._table.step(row).id if row < known else self.added[row - known]

    def _rewritten_rows(self) -> set[int]:
        """Answer the rows whose lines are drawn anew."""
        reshaped = {row for row, draft in self._changed.items() if draft.groups is not None}
        old = {
            symbol.id: row
            for row in range(len(self._table))
            for symbol in symbols_of(self._table.place(row).groups)
        }
        leading = {
            old[flow.source]
            for flow in self._table.chart.flows
            if flow.kind is FlowKind.FLOW and old[flow.target] in reshaped
        }
        return {*self._changed, *leading, *self._last_row_that_goes_on()}

    def _last_row_that_goes_on(self) -> Iterator[int]:
        last = len(self._table) - 1
        if self.added and last >= 0 and self._table.goes_nowhere(last):
            yield last

    def _lines(self, row: int) -> tuple[Flow, ...]:
        flows = [*self._joints(row)]
        try:
            routes = [*self._routes(row)]
        except WayError as error:
            draft = self._changed.get(row)
            if draft is not None and draft.ways is not None:
                raise CellRefused(row, Field.FLOW, error.problem) from error
            return (*flows, *self._leaving(row))
        return (*flows, *self._drawn(row, routes))

    def _routes(self, row: int) -> Iterator[Route]:
        """Answer where the flows of a row lead; raises WayError."""
        draft = self._changed.get(row, RowDraft(row))
        if draft.ways:
            return routes_of(self._places[row], draft.ways, self._plan)
        known = row < len(self._table)
        if known and draft.ways is None and not self._table.goes_nowhere(row):
            text = self._table.flow_text(row)
            if text is None:
                raise WayError(message("tables.problem.unknown_target", text=""))
            return routes_of(self._places[row], read_ways(text), self._old_plan)
        if known and draft.ways is None and row not in self._last_row_that_goes_on():
            return iter(())
        return self._routes_onward(row)

    def _routes_onward(self, row: int) -> Iterator[Route]:
        """Answer the flows of a row with an empty Alur: to the next row, if there is one."""
        following = self._places[row + 1] if row + 1 < len(self._places) else None
        if following is None or not following.groups:
            return iter(())
        symbol = self._entries.get(row, {}).get(Field.SYMBOL, "")
        line = Row(row + 1, {Field.SYMBOL: symbol}, {}, row == 0, last=False)
        groups = [group for group in self._places[row].groups if goes_on(line, group.lead.kind)]
        return routes_onward(groups, following)

    def _joints(self, row: int) -> Iterator[Flow]:
        """Answer the lines between symbols of a row that are done together."""
        draft = self._changed.get(row)
        own = {symbol.id for symbol in symbols_of(self._places[row].groups)}
        there = [flow for flow in self._flows_from(own) if flow.kind is FlowKind.JOINT]
        if draft is None or draft.groups is None:
            yield from there
            return
        known = {frozenset((flow.source, flow.target)): flow for flow in there}
        for group in draft.groups:
            for one, other in pairwise(group.symbols):
                found = known.get(frozenset((one.id, other.id)))
                yield found or Flow(
                    id=self._ids("flow"), source=one.id, target=other.id, kind=FlowKind.JOINT
                )

    def _leaving(self, row: int) -> list[Flow]:
        own = {symbol.id for symbol in symbols_of(self._places[row].groups)}
        return [flow for flow in self._flows_from(own) if flow.kind is FlowKind.FLOW]

    def _flows_from(self, symbols: set[str]) -> Iterator[Flow]:
        return (flow for flow in self._table.chart.flows if flow.source in symbols)

    def _drawn(self, row: int, routes: Iterable[Route]) -> Iterator[Flow]:
        """Answer the routes as flows; one that is there already goes on, with its id."""
        left = self._leaving(row)
        drawn = set[tuple[str, str, str]]()
        for route in routes:
            source, target = route.source.id, route.target.id
            if source == target:
                raise CellRefused(row, Field.FLOW, message("editing.refused.to_itself"))
            if (source, target, route.label) in drawn:
                continue
            drawn.add((source, target, route.label))
            found = _likest(left, route)
            if found is not None:
                left.remove(found)
            name = found.id if found else self._ids("flow")
            yield Flow(id=name, source=source, target=target, label=route.label)


def _row(entry: tuple[int, object]) -> int:
    return entry[0]


def _likest(flows: Iterable[Flow], route: Route) -> Flow | None:
    """Answer the flow that goes on as `route`: with the same ends, else with the same label."""
    ends = (route.source.id, route.target.id)
    own = [flow for flow in flows if flow.source == ends[0]]
    same = [flow for flow in own if flow.target == ends[1]]
    return next(
        (
            flow
            for flow in (*(f for f in same if f.label == route.label), *same, *own)
            if flow in same or flow.label == route.label
        ),
        None,
    )
