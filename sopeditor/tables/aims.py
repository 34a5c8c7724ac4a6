"""From the flows that leave a row to its Alur; the inverse of `flows`."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from sopeditor.foundation.message import message
from sopeditor.model.flow import Flow
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.tables.errors import UnwritableError
from sopeditor.tables.notation import END, escape, tidy
from sopeditor.tables.outline import Outline
from sopeditor.tables.plan import Group, Place


class _Branch(Struct, frozen=True):
    """Flows with one label that leave one symbol, their targets as words."""

    label: str
    targets: str


def flow_cell(place: Place, rows: Outline) -> str:
    """Answer the Alur of a row; raises UnwritableError where no target means the symbol."""
    decides = all(group.lead.kind is SymbolKind.DECISION for group in place.groups)
    branches = {
        symbol.id: _branches(symbol, group, rows)
        for group in place.groups
        for symbol in group.symbols
    }
    cells = {_plain(branches[group.lead.id]) for group in place.groups}
    labelled = any(branch.label for of_one in branches.values() for branch in of_one)
    aside = any(branches[one.id] for group in place.groups for one in group.symbols[1:])
    if len(cells) > 1 or aside or (labelled and not decides):
        return "; ".join(_by_lane(place, branches, rows, decides=decides))
    return cells.pop() if cells else ""


def lane_words(actor_id: str, rows: Outline) -> str:
    """Answer the code or name of an actor, escaped."""
    actors = {actor.id: actor for actor in rows.plan.cast.actors}
    return escape(actors[actor_id].code or actors[actor_id].name)


def _plain(branches: Sequence[_Branch]) -> str:
    entries = [f"{_prefix(escape(branch.label))}{branch.targets}" for branch in branches]
    return "; ".join(entries) or END


def _by_lane(
    place: Place, branches: dict[str, tuple[_Branch, ...]], rows: Outline, *, decides: bool
) -> Iterator[str]:
    """Answer one entry for each branch of each symbol, the lane before it."""
    for group in place.groups:
        if not any(branches[symbol.id] for symbol in group.symbols):
            yield f"{_prefix(lane_words(group.lanes[0], rows))}{END}"
        for symbol in group.symbols:
            lane = _prefix(lane_words(symbol.actors[0], rows))
            for branch in branches[symbol.id]:
                # On a decision one word would be the label; an empty one tells the lane apart.
                label = ">" if decides and not branch.label else _prefix(escape(branch.label))
                yield f"{lane}{label}{branch.targets}"


def _prefix(words: str) -> str:
    """Answer escaped words with the arrow after them; a hyphen must not become part of it."""
    if not words:
        return ""
    return f"{words} >" if words.endswith("-") else f"{words}>"


def _branches(symbol: Symbol, group: Group, rows: Outline) -> tuple[_Branch, ...]:
    leaving = rows.leaving.get(symbol.id, ())
    return tuple(
        _Branch(label, " & ".join(_targets(list(flows), group, rows)))
        for label, flows in groupby(leaving, key=_label)
    )


def _label(flow: Flow) -> str:
    return tidy(flow.label)


def _targets(flows: Sequence[Flow], source: Group, rows: Outline) -> Iterator[str]:
    """Answer the targets: one label for several symbols of a row where it means just these."""
    aimed = [rows.symbols[flow.target] for flow in flows]
    for place, run in groupby(aimed, key=lambda symbol: rows.place_of[symbol.id]):
        symbols = tuple(run)
        if rows.plan.aim(place.label, source) == symbols:
            yield escape(place.label)
        else:
            yield from (_target(symbol, place, source, rows) for symbol in symbols)


def _target(symbol: Symbol, place: Place, source: Group, rows: Outline) -> str:
    actors = {actor.id: actor for actor in rows.plan.cast.actors}
    actor = actors[symbol.actors[0]]
    words = (place.label, f"{place.label}{actor.code}", f"{place.label} {actor.code or actor.name}")
    for target in words:
        if target.casefold() != END and rows.plan.aim(target, source) == (symbol,):
            return escape(target)
    raise UnwritableError(message("tables.unwritable.target", label=place.label))
