"""What a change leaves of the lines of a page: those that stay, and the flows to route again.

A long chart has many parts of which one has changed: all of them are looked at only in a few
plain passes, and closely only those near the change.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import TypeVar

from msgspec import Struct

from sopeditor.foundation.geometry import Polyline, Rect
from sopeditor.layout.routing.axis import CLEARANCE
from sopeditor.layout.routing.edits.shifts import Shift
from sopeditor.layout.routing.problem import (
    Route,
    Routing,
    RoutingFlow,
    RoutingProblem,
    RoutingSymbol,
)

#: What two lines or a line and a label may overlap, in points.
TOUCH = 0.01
#: A flow that is yet to be routed may run anywhere.
_ANYWHERE = (float("-inf"), float("inf"))

_Part = TypeVar("_Part", RoutingSymbol, RoutingFlow)


class Change(Struct):
    """The routes that stay, by number of the flow in its page; None where a flow is lifted.

    `extents` tells from where to where down the page each line may reach; `lifted` are the
    numbers of the flows to be routed; `walls` the boxes of new and changed symbols; `rows` the
    first and last row with such a symbol or an end of a lifted flow. Nothing that stays has
    moved when the change is `in_place`.
    """

    routes: list[Route | None]
    extents: list[tuple[float, float]]
    lifted: list[int]
    walls: list[Rect]
    rows: tuple[int, int]
    in_place: bool

    def between(self, top: float, bottom: float) -> list[int]:
        """Answer the flows, lifted ones among them, whose lines may lie between two heights."""
        return [k for k, (low, high) in enumerate(self.extents) if high > top and low < bottom]


def change_between(old: RoutingProblem, new: RoutingProblem, routing: Routing) -> Change:
    """Answer what is left of the routing of the old page on the new one, with the same lanes."""
    shift = Shift(old, new)
    changed = list(_changed(old, new, shift))
    names = {symbol.id for symbol in changed}
    routes = _known(old, new, routing, names)
    if not shift.is_identity:
        routes = [None if one is None else _moved(one, shift) for one in routes]
    extents = [_ANYWHERE if one is None else one.extent for one in routes]
    walls = [symbol.rect for symbol in changed]
    for number in list(_in_the_way(routes, extents, walls)):
        routes[number], extents[number] = None, _ANYWHERE
    lifted = [number for number, one in enumerate(routes) if one is None]
    for number in lifted:
        names.update((new.flows[number].source, new.flows[number].target))
    rows = [symbol.row for symbol in new.symbols if symbol.id in names]
    span = (min(rows, default=0), max(rows, default=0))
    return Change(routes, extents, lifted, walls, span, shift.is_identity)


def _changed(old: RoutingProblem, new: RoutingProblem, shift: Shift) -> Iterator[RoutingSymbol]:
    """Yield the symbols that are new, or did more than move with their row."""
    before = _replaced(old.symbols, new.symbols)
    for place in before if shift.is_identity else range(len(new.symbols)):
        was = before.get(place, place)
        if was is None or not shift.keeps(old.symbols[was], new.symbols[place]):
            yield new.symbols[place]


def _known(
    old: RoutingProblem, new: RoutingProblem, routing: Routing, changed: set[str]
) -> list[Route | None]:
    """Answer the routes of flows that are what they were, between symbols that did not change."""
    flows, routes = new.flows, routing.routes
    known: list[Route | None] = [*routes[: len(flows)], *[None] * (len(flows) - len(routes))]
    for place, was in _replaced(old.flows, flows).items():
        stays = was is not None and old.flows[was] == flows[place]
        known[place] = routes[was] if was is not None and stays else None
    if changed:
        touched = [f.source in changed or f.target in changed for f in flows]
        known = [None if lost else one for one, lost in zip(known, touched, strict=True)]
    return known


def _replaced(old: Sequence[_Part], new: Sequence[_Part]) -> dict[int, int | None]:
    """Answer the places in `new` of parts that are not what stood there before.

    Each with the place in `old` of the part with the same id, or None.
    """
    pairs = enumerate(zip(old, new, strict=False))
    # Most parts are the very same objects.
    places = [place for place, (was, now) in pairs if was is not now and was != now]
    known = {old[place].id: place for place in chain(places, range(len(new), len(old)))}
    return {p: known.get(new[p].id) for p in chain(places, range(len(old), len(new)))}


def _moved(one: Route, shift: Shift) -> Route | None:
    """Answer a route where its rows went, or None when one of them is gone."""
    points = shift.line(one.points)
    if points is None:
        return None
    label = one.label
    if label is not None:
        top = shift.y(label.centre.y)
        if top is None:
            return None
        label = Rect(label.x, top - label.height / 2, label.width, label.height)
    return Route(flow=one.flow, points=points, label=label)


def _in_the_way(
    routes: Sequence[Route | None], extents: Sequence[tuple[float, float]], walls: Sequence[Rect]
) -> Iterator[int]:
    """Yield the numbers of the routes that pass new and changed symbols too closely."""
    for rect in walls:
        wall = rect.grown(CLEARANCE - TOUCH)
        highest, lowest = wall.top, wall.bottom
        for number, (top, bottom) in enumerate(extents):
            if bottom > highest and top < lowest:
                one = routes[number]
                if one is not None and meets(one.points, TOUCH / 2, wall):
                    yield number


def meets(line: Polyline, margin: float, box: Rect) -> bool:
    """Answer whether a line with a margin around it meets a box."""
    left, top = box.x - margin, box.y - margin
    right, bottom = box.x + box.width + margin, box.y + box.height + margin
    return any(
        (x < right or u < right)
        and (left < x or left < u)
        and (y < bottom or v < bottom)
        and (top < y or top < v)
        for (x, y), (u, v) in pairwise(line)
    )
