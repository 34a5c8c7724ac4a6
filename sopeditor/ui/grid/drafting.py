"""Rows as they would stand after a change of their cells, flows still as words."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from sopeditor.foundation.ids import IdSource
from sopeditor.foundation.message import message
from sopeditor.model.symbol import SymbolKind
from sopeditor.tables.columns import Row
from sopeditor.tables.errors import TableError, excerpt
from sopeditor.tables.kinds import kinds_of
from sopeditor.tables.labels import RowLabel, label_rows
from sopeditor.tables.legend import Team
from sopeditor.tables.notation import Field, symbol_letter
from sopeditor.tables.plan import Group
from sopeditor.tables.ways import Way, WayError, read_ways
from sopeditor.ui.grid.columns import FLOWING
from sopeditor.ui.grid.entries import CellRefused, Entries, refused
from sopeditor.ui.grid.groups import groups_of, letters_for, symbols_of
from sopeditor.ui.grid.spoken import as_notation
from sopeditor.ui.grid.table import StepTable
from sopeditor.ui.grid.teams import Teams

#: The letter of every kind of symbol, as the cell Simbol has it.
LETTERS: Mapping[SymbolKind, str] = {kind: symbol_letter(kind) for kind in SymbolKind}

#: What stands in a new row: a box, done by whoever does the row above.
BLANK_ROW: Mapping[Field, str] = {Field.SYMBOL: LETTERS[SymbolKind.PROCESS]}


class RowDraft(Struct, frozen=True):
    """A row of which cells change: its groups, and its ways where Alur is among them.

    `groups` is None where the symbols stay; `ways` is None where Alur does.
    """

    row: int
    groups: tuple[Group, ...] | None = None
    ways: tuple[Way, ...] | None = None


class Drafting:
    """Reads the cells that change, before it is asked where the flows go."""

    def __init__(self, table: StepTable, entries: Entries, ids: IdSource) -> None:
        self._table = table
        self._entries = entries
        self._ids = ids
        self.total = max(len(table), max(entries, default=-1) + 1)
        self.teams = Teams(table, ids)
        self.labels = self._labels()
        self._rows = {row: self._cells(row) for row in entries}
        self._ways = {row: self._read_ways(row) for row in entries}
        self._named = {
            row: self._read_teams(row) for row, cells in entries.items() if Field.ACTORS in cells
        }
        self.teams.settle(self._idle_lanes())
        self.cast = self.teams.cast

    def drafts(self) -> Iterator[RowDraft]:
        """Answer the rows whose symbols or flows change; raises CellRefused."""
        for row, cells in self._entries.items():
            if FLOWING & cells.keys() or row >= len(self._table):
                yield RowDraft(row, self._groups(row), self._ways[row])

    def _labels(self) -> tuple[RowLabel, ...]:
        """Answer all labels; raises CellRefused where one is written that there is already."""
        chart, typed = self._table.chart, []
        for row in range(self.total):
            own = chart.steps[row].label if row < len(chart.steps) else ""
            typed.append(self._entries.get(row, {}).get(Field.NUMBER, own))
        labels = tuple(label_rows(typed))
        names = [label.name for label in labels]
        for row, cells in self._entries.items():
            if Field.NUMBER in cells and names.count(names[row]) > 1:
                problem = message("tables.problem.double_label", text=excerpt(names[row]))
                raise CellRefused(row, Field.NUMBER, problem)
        return labels

    def _cells(self, row: int) -> Row:
        there = self._table.cells(row) if row < len(self._table) else {}
        cells = {**there, **self._entries[row]}
        return Row(row + 1, cells, {}, row == 0, row == self.total - 1)

    def _read_ways(self, row: int) -> tuple[Way, ...] | None:
        if Field.FLOW not in self._entries[row]:
            return None
        try:
            return read_ways(as_notation(self._rows[row][Field.FLOW]))
        except WayError as error:
            raise CellRefused(row, Field.FLOW, error.problem) from error

    def _read_teams(self, row: int) -> tuple[Team, ...]:
        try:
            return self.teams.read(self._rows[row])
        except TableError as error:
            raise refused(row, error) from error

    def _idle_lanes(self) -> Iterator[str]:
        """Answer the lanes with a placeholder for a name in which nothing else stands."""
        taken = {
            lane
            for row in range(len(self._table))
            if row not in self._named
            for group in self._table.place(row).groups
            for lane in group.lanes
        }
        taken |= {actor.id for teams in self._named.values() for team in teams for actor in team}
        for lane in self._table.chart.lanes:
            if lane not in taken and self._table.is_placeholder(lane):
                yield lane

    def _team_ids(self, row: int) -> tuple[tuple[str, ...], ...]:
        """Answer who does a step: as written, else as before, else as the row above."""
        if row in self._named:
            return tuple(map(self.teams.settled, self._named[row]))
        if row < len(self._table):
            return tuple(group.lanes for group in self._table.place(row).groups)
        above = self._team_ids(row - 1) if row else ()
        lanes = above[0][:1] if above else self._table.chart.lanes[:1]
        return (lanes,) if lanes else ()

    def _groups(self, row: int) -> tuple[Group, ...] | None:
        written, is_new = self._entries[row], row >= len(self._table)
        before = None if is_new else self._table.place(row)
        same = self._symbol_cell(row) == self._rows[row][Field.SYMBOL]
        if before and same and not {Field.ACTORS, Field.SYMBOL} & written.keys():
            return None
        teams = self._team_ids(row)
        cells = {**self._rows[row].cells, Field.SYMBOL: self._symbol_cell(row)}
        line = Row(row + 1, cells, {}, row == 0, row == self.total - 1)
        try:
            kinds = kinds_of(line, self._actors(teams), self._ways[row] or ())
        except TableError as error:
            raise refused(row, error) from error
        return groups_of(kinds, teams, symbols_of(before.groups) if before else (), self._ids)

    def _symbol_cell(self, row: int) -> str:
        """Answer Simbol as written, else as before for those who stay.

        A box that branches or ends the flow is one that nobody chose: it becomes a decision
        or a kapsul, as in a table without the column Simbol.
        """
        if Field.SYMBOL in self._entries[row] or row >= len(self._table):
            return self._rows[row][Field.SYMBOL]
        place, ways = self._table.place(row), self._ways[row] or ()
        kept = self._rows[row][Field.SYMBOL]
        if Field.ACTORS in self._entries[row]:
            kept = letters_for(self._team_ids(row), place, LETTERS)
        boxes = all(group.lead.kind is SymbolKind.PROCESS for group in place.groups)
        told = any(way.ends or self._is_label(way) for way in ways)
        return "" if row and boxes and told else kept

    def _is_label(self, way: Way) -> bool:
        return bool(way.prefix) and self.cast.find(way.prefix[0]) is None

    def _actors(self, teams: tuple[tuple[str, ...], ...]) -> list[Team]:
        known = {actor.id: actor for actor in self.cast.actors}
        return [tuple(known[actor] for actor in team) for team in teams]
