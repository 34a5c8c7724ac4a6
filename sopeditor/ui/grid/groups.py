"""From teams and kinds to the symbols of a row, which stay the same ones where they can."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec.structs import replace

from sopeditor.foundation.ids import IdSource
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.tables.plan import Group, Place


def groups_of(
    kinds: Sequence[SymbolKind],
    teams: Sequence[tuple[str, ...]],
    before: Sequence[Symbol],
    ids: IdSource,
) -> tuple[Group, ...]:
    """Answer the groups of a row: a decision is one symbol for its team, anything else one each.

    `teams` are ids of actors. A symbol of `before` goes on as the one in its very lanes, else
    as one that shares a lane, else as the first that is left over.
    """
    wanted = [tuple(_wanted(kind, team)) for kind, team in zip(kinds, teams, strict=True)]
    flat = list(chain.from_iterable(wanted))
    heirs = _heirs([lanes for _, lanes in flat], before)
    symbols = iter(
        replace(heirs[place], kind=kind, actors=lanes)
        if place in heirs
        else Symbol(id=ids("symbol"), kind=kind, actors=lanes)
        for place, (kind, lanes) in enumerate(flat)
    )
    return tuple(Group(tuple(next(symbols) for _ in group)) for group in wanted)


def symbols_of(groups: Iterable[Group]) -> tuple[Symbol, ...]:
    """Answer the symbols of all groups."""
    return tuple(symbol for group in groups for symbol in group.symbols)


def letters_for(
    teams: Sequence[tuple[str, ...]], before: Place, letters: Mapping[SymbolKind, str]
) -> str:
    """Answer a cell Simbol for other teams than before: who stays keeps the kind of symbol."""
    if not before.groups or not teams:
        return ""
    kinds = {lane: group.lead.kind for group in before.groups for lane in group.lanes}
    first = before.groups[0].lead.kind
    kept = (next((kinds[lane] for lane in team if lane in kinds), first) for team in teams)
    return "|".join(letters[kind] for kind in kept)


def _wanted(
    kind: SymbolKind, team: tuple[str, ...]
) -> Iterator[tuple[SymbolKind, tuple[str, ...]]]:
    if kind is SymbolKind.DECISION:
        yield kind, team
    else:
        yield from ((kind, (actor,)) for actor in team)


def _heirs(wanted: Sequence[tuple[str, ...]], before: Sequence[Symbol]) -> dict[int, Symbol]:
    """Answer which old symbol goes on at which place of the new ones."""
    heirs: dict[int, Symbol] = {}
    left = list(before)
    for likeness in (_same_lanes, _common_lane, _any):
        for place, lanes in enumerate(wanted):
            found = next((old for old in left if likeness(old, lanes)), None)
            if place not in heirs and found is not None:
                heirs[place] = found
                left.remove(found)
    return heirs


def _same_lanes(symbol: Symbol, lanes: tuple[str, ...]) -> bool:
    return symbol.actors == lanes


def _common_lane(symbol: Symbol, lanes: tuple[str, ...]) -> bool:
    return bool(set(symbol.actors) & set(lanes))


def _any(symbol: Symbol, lanes: tuple[str, ...]) -> bool:
    return bool(symbol.actors and lanes)
