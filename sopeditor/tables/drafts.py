"""Rows as steps with symbols, their targets still as words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sopeditor.foundation.ids import IdSource
from sopeditor.foundation.message import message
from sopeditor.model.duration import Duration
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.tables.columns import Row
from sopeditor.tables.errors import excerpt
from sopeditor.tables.kinds import kinds_of
from sopeditor.tables.labels import RowLabel, label_rows
from sopeditor.tables.legend import Lanes, Team
from sopeditor.tables.notation import Field
from sopeditor.tables.plan import Group, Place
from sopeditor.tables.ways import Way, WayError, read_ways


class Draft(Struct, frozen=True):
    """A row that is understood but for its targets."""

    row: Row
    step: Step
    place: Place
    ways: tuple[Way, ...]


def read_drafts(rows: Sequence[Row], lanes: Lanes, ids: IdSource) -> Iterator[Draft]:
    """Read rows in their order; raises TableError."""
    for row, (label, own) in zip(rows, _labels(rows), strict=True):
        teams = lanes.teams(row)
        ways = _ways(row)
        kinds = kinds_of(row, teams, ways)
        groups = tuple(_group(kind, team, ids) for kind, team in zip(kinds, teams, strict=True))
        yield Draft(row, _step(row, groups, own, ids), Place(label, groups), ways)


def _labels(rows: Sequence[Row]) -> Iterator[RowLabel]:
    seen: set[str] = set()
    labels = label_rows(row[Field.NUMBER] for row in rows)
    for row, label in zip(rows, labels, strict=True):
        if label.name in seen:
            problem = message("tables.problem.double_label", text=excerpt(label.name))
            raise row.error(Field.NUMBER, problem)
        seen.add(label.name)
        yield label


def _ways(row: Row) -> tuple[Way, ...]:
    try:
        return read_ways(row[Field.FLOW])
    except WayError as error:
        raise row.error(Field.FLOW, error.problem) from error


def _group(kind: SymbolKind, team: Team, ids: IdSource) -> Group:
    """Answer the symbols of one team: a decision is one for all, anything else one each."""
    actors = tuple(actor.id for actor in team)
    if kind is SymbolKind.DECISION:
        return Group((Symbol(id=ids("y"), kind=kind, actors=actors),))
    return Group(tuple(Symbol(id=ids("y"), kind=kind, actors=(actor,)) for actor in actors))


def _step(row: Row, groups: Sequence[Group], own_label: str, ids: IdSource) -> Step:
    return Step(
        id=ids("s"),
        activity=row[Field.ACTIVITY],
        symbols=tuple(symbol for group in groups for symbol in group.symbols),
        quality=QualityStandard(
            inputs=row[Field.INPUTS],
            tools=row[Field.TOOLS],
            duration=Duration(row[Field.DURATION]),
            output=row[Field.OUTPUT],
        ),
        remarks=row[Field.REMARKS],
        label=own_label,
    )
