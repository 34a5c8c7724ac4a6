"""Simbol: which symbol each part of a row has, and where a row without Alur ends."""

from collections.abc import Sequence

from sopeditor.foundation.message import message
from sopeditor.model.symbol import SymbolKind
from sopeditor.tables.columns import Row
from sopeditor.tables.errors import excerpt
from sopeditor.tables.legend import Team
from sopeditor.tables.notation import END, Field, plain, split, symbol_of
from sopeditor.tables.ways import Way

#: The words that tell at which end of the flow a kapsul stands.
_START_WORD = "mulai"


def kinds_of(row: Row, teams: Sequence[Team], ways: Sequence[Way]) -> tuple[SymbolKind, ...]:
    """Answer the kind of symbol of every team; raises TableError for words that name none."""
    cell = row[Field.SYMBOL]
    if not cell:
        return (_unwritten_kind(row, teams, ways),) * len(teams)
    kinds = tuple(_written_kind(word, row) for word in split(cell, "|"))
    if len(kinds) == 1 and teams:
        return kinds * len(teams)
    if len(kinds) != len(teams):
        problem = message("tables.problem.symbol_count", symbols=len(kinds), actors=len(teams))
        raise row.error(Field.SYMBOL, problem)
    return kinds


def goes_on(row: Row, kind: SymbolKind) -> bool:
    """Answer whether a symbol of a row without Alur leads to the next row."""
    word = plain(row[Field.SYMBOL])
    if row.last or word == END:
        return False
    return row.first or kind is not SymbolKind.TERMINATOR or word == _START_WORD


def _written_kind(word: str, row: Row) -> SymbolKind:
    kind = symbol_of(word)
    if kind is None:
        raise row.error(Field.SYMBOL, message("tables.problem.unknown_symbol", text=excerpt(word)))
    return kind


def _unwritten_kind(row: Row, teams: Sequence[Team], ways: Sequence[Way]) -> SymbolKind:
    """Kapsul at the start and at an end, belah ketupat where targets have labels, else kotak."""
    words = {
        words.casefold() for team in teams for actor in team for words in (actor.code, actor.name)
    }
    labels = [way.prefix[0] for way in ways if way.prefix and way.prefix[0].casefold() not in words]
    if labels and row.first:
        problem = message("tables.problem.start_or_decision", text=excerpt(labels[0]))
        raise row.error(Field.SYMBOL, problem)
    if labels:
        return SymbolKind.DECISION
    ends = all(way.ends for way in ways) if ways else row.last
    return SymbolKind.TERMINATOR if row.first or ends else SymbolKind.PROCESS
