"""Finds the place of a flow's label: beside its first leg, at the decision; else further on."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from sopeditor.foundation.geometry import Point, Polyline, Rect, Size
from sopeditor.layout.routing.drawing.places import HIT, IN_CORNER, Box, Found, Places
from sopeditor.layout.routing.problem import RoutingFlow, RoutingProblem

#: A label is read with a line no further away than this.
_NEAR = 3.0


class Labels(Struct):
    """The box of every label by flow number, and what was wanting.

    `misplaced` are the flows whose hinted place was not free; `cramped` those that found no
    free place at all; `astray` those whose label stands beside the symbol, away from its
    line, with the points of width and height that are wanting beside the line's first leg.
    """

    boxes: dict[int, Rect] = {}
    misplaced: set[int] = set()
    cramped: set[int] = set()
    astray: dict[int, tuple[float, float]] = {}

    @property
    def wanting(self) -> set[int]:
        """The flows whose label found no place beside its line."""
        return self.cramped | self.astray.keys()


def place_labels(
    problem: RoutingProblem,
    drawn: Sequence[tuple[RoutingFlow, Polyline]],
    others: Iterable[Polyline] = (),
    standing: Iterable[Rect] = (),
) -> Labels:
    """Answer where labels go: on no other label, line or symbol wherever a place is free.

    `drawn` are the flows with their lines; `others` further lines, `standing` further labels.
    """
    hinted: list[int] = []
    free: list[int] = []
    for number, (flow, _) in enumerate(drawn):
        if flow.label is not None:
            (free if flow.hints.label_position is None else hinted).append(number)
    order = hinted + free
    if not order:
        return Labels()
    places = Places(problem)
    places.add_lines([line for _, line in drawn])
    places.add_lines(others)
    for rect in standing:
        places.add((rect.left, rect.top, rect.right, rect.bottom))
    first, taken = _placed(drawn, order, places)
    if not first.wanting:
        return first
    for box in taken:
        places.remove(box)
    # Whoever came too late goes first now, and stays so if that helps.
    order.sort(key=lambda k: k not in first.wanting)
    second, _ = _placed(drawn, order, places)
    return second if len(second.wanting) < len(first.wanting) else first


def _placed(
    drawn: Sequence[tuple[RoutingFlow, Polyline]], order: Sequence[int], places: Places
) -> tuple[Labels, list[Box]]:
    """Answer where labels go that are placed in this order, and what was taken."""
    labels = Labels()
    taken = []
    for number in order:
        flow, line = drawn[number]
        size = flow.label or Size(0.0, 0.0)
        hinted = None
        if flow.hints.label_position is not None:
            hinted = _hinted(flow.hints.label_position, places.rects[flow.source].centre, size)
        if hinted is not None and places.cost(hinted) < IN_CORNER:
            box = hinted
        else:
            box, cost, _ = places.beside(line, size)
            if cost >= HIT:
                source = places.rects[flow.source]
                # Around the symbol a label may seem another's: only where all else is taken.
                box, cost, _ = min((box, cost, 0.0), places.around(source, size), key=_cost)
                if cost >= HIT:
                    labels.cramped.add(number)
                elif not _is_near(box, line):
                    labels.astray[number] = places.lack(line, size, source)
            if hinted is not None:
                labels.misplaced.add(number)
        places.add(box)
        taken.append(box)
        labels.boxes[number] = Rect(box[0], box[1], size.width, size.height)
    return labels, taken


def _is_near(box: Box, line: Polyline) -> bool:
    """Answer whether a label stands so near to its own line that it is read with it."""
    left, top, right, bottom = box
    return any(
        min(a.x, b.x) < right + _NEAR
        and left - _NEAR < max(a.x, b.x)
        and min(a.y, b.y) < bottom + _NEAR
        and top - _NEAR < max(a.y, b.y)
        for a, b in pairwise(line)
    )


def _hinted(position: Point, source: Point, size: Size) -> Box:
    """Answer the box around the hinted position, which counts from the source's centre."""
    left = source.x + position.x - size.width / 2
    top = source.y + position.y - size.height / 2
    return (left, top, left + size.width, top + size.height)


def _cost(found: Found) -> float:
    return found[1]
