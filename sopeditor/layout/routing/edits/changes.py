"""What a change leaves of the lines of a page: those that stay, and the flows to route again.

A long chart has many parts of which one has changed: all of them are looked at only in a few
plain passes, and closely only those near the change.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import TypeVar

from msgspec import Struct

from sopeditor.foundation.geometry import Point, Polyline, Rect
from sopeditor.layout.routing.axis import CLEARANCE
from sopeditor.layout.routing.edits.shifts import Shift
from sopeditor.layout.routing.filing import Extent, Filing
from sopeditor.layout.routing.problem import (
    Route,
    Routing,
    RoutingFlow,
    RoutingProblem,
    RoutingSymbol,
)

#: What two lines or a line and a label may overlap, in points.
TOUCH = 0.01
#: Stands for the route of a flow that is lifted: it may run anywhere down the page.
LIFTED = Route(flow="", points=(Point(0.0, float("-inf")), Point(0.0, float("inf"))))

#: So many lines are looked through sooner than filed.
_MANY = 200

_Part = TypeVar("_Part", RoutingSymbol, RoutingFlow)


class Change(Struct):
    """The routes that stay, by number of the flow in its page; LIFTED where a flow is lifted.

    `lifted` are the numbers of the flows to be routed; `walls` the boxes of new and changed
    symbols; `rows` the first and last row with such a symbol or an end of a lifted flow. Nothing
    that stays has moved when the change is `in_place`. `extents` tells from where to where down
    the page all routes reach; on a long page `filing` is that of the routes before, which holds
    for all but the flows `replaced` by others.
    """

    routes: list[Route]
    extents: list[Extent]
    walls: list[Rect]
    in_place: bool
    filing: Filing | None
    replaced: set[int]
    lifted: list[int] = []
    rows: tuple[int, int] = (0, 0)

    def between(self, top: float, bottom: float) -> list[int]:
        """Answer the flows, lifted ones among them, whose lines may lie between two heights."""
        extents = self.extents
        if self.filing is None:
            return [k for k, (low, high) in enumerate(extents) if high > top and low < bottom]
        near = sorted(self.filing.near(top, bottom).union(self.replaced, self.lifted))
        return [k for k in near if extents[k][1] > top and extents[k][0] < bottom]

    def hand_on(self, before: Routing, after: Routing, again: Iterable[int]) -> None:
        """Give the routing after the change what is known of the one before.

        Only the routes of flows replaced or routed `again` differ.
        """
        if self.filing is None:
            return
        extents = self.extents
        for number in again:
            extents[number] = after.routes[number].extent
        known = vars(after)
        known["extents"] = extents
        differing = self.replaced.union(again)
        moved = [(k, before.extents[k], extents[k]) for k in differing]
        known["filing"] = self.filing.replaced(moved)


def change_between(old: RoutingProblem, new: RoutingProblem, routing: Routing) -> Change:
    """Answer what is left of the routing of the old page on the new one, with the same lanes."""
    shift = Shift(old, new)
    changed = _changed(old, new, shift)
    routes, replaced = _known(old, new, routing)
    filing = None
    if shift.is_identity and len(routes) == len(routing.routes):
        extents = routing.extents.copy()
        for number in replaced:
            extents[number] = routes[number].extent
        filing = routing.filing if len(routes) > _MANY else None
    else:
        if not shift.is_identity:
            routes = [one if one is LIFTED else _moved(one, shift) for one in routes]
        extents = [one.extent for one in routes]
    walls = [symbol.rect for _, symbol in changed]
    change = Change(routes, extents, walls, shift.is_identity, filing, replaced)
    names = {symbol.id for _, symbol in changed}
    wide = [wall.grown(CLEARANCE - TOUCH) for wall in walls]
    ends: set[str] = set()
    for number in change.between(*_reach(changed, shift)):
        flow, one = new.flows[number], routes[number]
        lost = one is LIFTED or flow.source in names or flow.target in names
        if lost or _passes(one, wide):
            routes[number], extents[number] = LIFTED, LIFTED.extent
            change.lifted.append(number)
            ends.update((flow.source, flow.target))
    ends |= names
    rows = [symbol.row for symbol in new.symbols if symbol.id in ends]
    change.rows = min(rows, default=0), max(rows, default=0)
    return change


def _changed(
    old: RoutingProblem, new: RoutingProblem, shift: Shift
) -> list[tuple[RoutingSymbol | None, RoutingSymbol]]:
    """Answer the symbols that are new, or did more than move with their row, as before and now."""
    before = _replaced(old.symbols, new.symbols)
    found: list[tuple[RoutingSymbol | None, RoutingSymbol]] = []
    for place in before if shift.is_identity else range(len(new.symbols)):
        number, symbol = before.get(place, place), new.symbols[place]
        was = None if number is None else old.symbols[number]
        if was is None or not shift.keeps(was, symbol):
            found.append((was, symbol))
    return found


def _known(
    old: RoutingProblem, new: RoutingProblem, routing: Routing
) -> tuple[list[Route], set[int]]:
    """Answer the routes of flows that are what they were, and which have others' places."""
    flows, routes = new.flows, routing.routes
    known = [*routes[: len(flows)], *[LIFTED] * (len(flows) - len(routes))]
    replaced = _replaced(old.flows, flows)
    for place, was in replaced.items():
        stays = was is not None and old.flows[was] == flows[place]
        known[place] = routes[was] if was is not None and stays else LIFTED
    return known, set(replaced)


def _replaced(old: Sequence[_Part], new: Sequence[_Part]) -> dict[int, int | None]:
    """Answer the places in `new` of parts that are not what stood there before.

    Each with the place in `old` of the part with the same id, or None.
    """
    places = list(_differing(old, new, 0, min(len(old), len(new))))
    known = {old[place].id: place for place in chain(places, range(len(new), len(old)))}
    return {p: known.get(new[p].id) for p in chain(places, range(len(old), len(new)))}


def _differing(old: Sequence[_Part], new: Sequence[_Part], first: int, end: int) -> Iterator[int]:
    """Yield the places from `first` to before `end` where other parts stand now.

    Most parts are the very same objects, and long stretches of such are compared at once.
    """
    if old[first:end] == new[first:end]:
        return
    if end - first == 1:
        yield first
        return
    middle = (first + end) // 2
    yield from _differing(old, new, first, middle)
    yield from _differing(old, new, middle, end)


def _reach(
    changed: Sequence[tuple[RoutingSymbol | None, RoutingSymbol]], shift: Shift
) -> tuple[float, float]:
    """Answer from where to where down the page lines may touch changed symbols."""
    if not shift.is_identity:
        return LIFTED.extent
    rects = [symbol.rect for pair in changed for symbol in pair if symbol is not None]
    highest = min((rect.top for rect in rects), default=0.0)
    lowest = max((rect.bottom for rect in rects), default=0.0)
    return highest - CLEARANCE, lowest + CLEARANCE


def _moved(one: Route, shift: Shift) -> Route:
    """Answer a route where its rows went, or LIFTED when one of them is gone."""
    points = shift.line(one.points)
    if points is None:
        return LIFTED
    label = one.label
    if label is not None:
        top = shift.y(label.centre.y)
        if top is None:
            return LIFTED
        label = Rect(label.x, top - label.height / 2, label.width, label.height)
    return Route(flow=one.flow, points=points, label=label)


def _passes(one: Route, walls: Iterable[Rect]) -> bool:
    """Answer whether a line meets one of some boxes."""
    top, bottom = one.extent
    for wall in walls:
        if bottom > wall.y and top < wall.y + wall.height and meets(one.points, wall, TOUCH / 2):
            return True
    return False


def meets(line: Polyline, box: Rect, margin: float) -> bool:
    """Answer whether a line with a margin around it meets a box."""
    left, top = box.x - margin, box.y - margin
    right, bottom = box.x + box.width + margin, box.y + box.height + margin
    for (x, y), (u, v) in pairwise(line):
        if (
            (x < right or u < right)
            and (left < x or left < u)
            and (y < bottom or v < bottom)
            and (top < y or top < v)
        ):
            return True
    return False
