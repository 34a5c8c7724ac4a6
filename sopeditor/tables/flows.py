"""From the Alur of a row to the flows that leave its symbols."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sopeditor.foundation.message import message
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.tables.errors import excerpt
from sopeditor.tables.plan import Group, Place, Plan
from sopeditor.tables.ways import Way, WayError


class Route(Struct, frozen=True):
    """A flow to be: from a symbol to a symbol, with its label."""

    source: Symbol
    target: Symbol
    label: str


class _Branch(Struct, frozen=True):
    """A way whose prefix is understood; `source` is None where it names no lane."""

    source: Symbol | None
    label: str
    way: Way


def routes_of(place: Place, ways: Sequence[Way], plan: Plan) -> Iterator[Route]:
    """Answer the flows that leave a row, symbol by symbol; raises WayError."""
    if not place.groups:
        raise WayError(message("tables.problem.flow_from_nobody"))
    branches = [_understand(way, place, plan) for way in ways]
    _check_lanes(branches, place, plan)
    for group in place.groups:
        for symbol in group.symbols:
            chosen = [branch for branch in branches if _leaves(branch, symbol, group)]
            _check_ends(chosen)
            for branch in chosen:
                yield from _routes(branch, symbol, group, plan)


def routes_onward(groups: Sequence[Group], following: Place) -> Iterator[Route]:
    """Answer the flows of groups without Alur to the next row; raises WayError."""
    if groups and not following.groups:
        raise WayError(message("tables.problem.flow_to_nobody", text=following.label))
    for group in groups:
        for target in following.entries(group):
            yield Route(group.lead, target, "")


def _understand(way: Way, place: Place, plan: Plan) -> _Branch:
    """Tell lane and label in the prefix: on a decision one word is the label, but none can end."""
    if not way.prefix:
        return _Branch(None, "", way)
    decides = all(group.lead.kind is SymbolKind.DECISION for group in place.groups)
    first, *others = way.prefix
    actor = plan.cast.find(first)
    symbol = place.in_lane(actor) if actor else None
    if symbol and (others or way.ends or not decides):
        return _Branch(symbol, " > ".join(others), way)
    if decides:
        return _Branch(None, " > ".join(way.prefix), way)
    raise WayError(message("tables.problem.label_without_decision", text=excerpt(first)))


def _leaves(branch: _Branch, symbol: Symbol, group: Group) -> bool:
    return branch.source is symbol or (branch.source is None and symbol is group.lead)


def _check_lanes(branches: Sequence[_Branch], place: Place, plan: Plan) -> None:
    """See that either all entries name a lane or none does, and that none is forgotten."""
    sources = [branch.source for branch in branches if branch.source]
    if not sources:
        return
    if len(sources) < len(branches):
        raise WayError(message("tables.problem.some_lanes_named"))
    for group in place.groups:
        if not any(symbol in sources for symbol in group.symbols):
            names = {actor.id: actor.code or actor.name for actor in plan.cast.actors}
            lane = names[group.lanes[0]]
            raise WayError(message("tables.problem.lane_without_flow", lane=lane))


def _check_ends(branches: Sequence[_Branch]) -> None:
    for branch in branches:
        if branch.way.ends and branch.label:
            raise WayError(message("tables.problem.end_with_label", text=excerpt(branch.label)))
        if branch.way.ends and len(branches) > 1:
            raise WayError(message("tables.problem.end_and_more"))


def _routes(branch: _Branch, symbol: Symbol, group: Group, plan: Plan) -> Iterator[Route]:
    if branch.way.ends:
        return
    for target in branch.way.targets:
        symbols = plan.aim(target, group)
        if not symbols:
            raise WayError(message("tables.problem.unknown_target", text=excerpt(target)))
        for aimed in symbols:
            yield Route(symbol, aimed, branch.label)
