"""Finds the place of a flow's label: beside its first leg, at the decision."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sopeditor.foundation.geometry import Point, Polyline, Rect, Size, bounding_box
from sopeditor.layout.routing.problem import RoutingFlow, RoutingProblem

#: Between a label and its line, and between a label and anything else.
_DISTANCE = 1.0
#: Steps tried along a leg, in points.
_STEP = 4.0
_MOST_STEPS = 12
#: Height of the bands by which neighbours are looked up, in points.
_BAND = 48.0
_HIT = 1000.0
_ON_BORDER = 10.0


class _Obstacles:
    """Boxes by horizontal bands."""

    def __init__(self) -> None:
        self._bands: dict[int, list[Rect]] = defaultdict(list)

    def add(self, box: Rect) -> None:
        for band in self._span(box):
            self._bands[band].append(box)

    def hits(self, box: Rect) -> int:
        """Answer how many boxes meet this one; a line has no inside but counts."""
        found = set()
        for band in self._span(box):
            for other in self._bands.get(band, ()):
                if (
                    other.left < box.right
                    and box.left < other.right
                    and other.top < box.bottom
                    and box.top < other.bottom
                ):
                    found.add(other)
        return len(found)

    @staticmethod
    def _span(box: Rect) -> range:
        return range(int(box.top // _BAND), int(box.bottom // _BAND) + 1)


def place_labels(
    problem: RoutingProblem, flows: Sequence[RoutingFlow], lines: dict[int, Polyline]
) -> tuple[dict[int, Rect], set[int]]:
    """Answer the box of every label by flow number, and the flows whose hint found no room."""
    obstacles = _Obstacles()
    for symbol in problem.symbols:
        obstacles.add(symbol.rect)
    for line in lines.values():
        for a, b in pairwise(line):
            obstacles.add(bounding_box((a, b)))
    boxes = {symbol.id: symbol.rect for symbol in problem.symbols}
    labels: dict[int, Rect] = {}
    misplaced: set[int] = set()
    for number in sorted(lines, key=lambda k: (flows[k].hints.label_position is None, k)):
        flow = flows[number]
        if flow.label is None:
            continue
        hinted = _hinted(flow, boxes[flow.source].centre, flow.label)
        if hinted is not None and _cost(problem, obstacles, hinted) < _HIT:
            labels[number] = hinted
        else:
            places = _candidates(lines[number], boxes[flow.source], flow.label)
            labels[number] = _best(problem, obstacles, places)
            misplaced |= {number} if hinted is not None else set()
        obstacles.add(labels[number])
    return labels, misplaced


def _hinted(flow: RoutingFlow, source: Point, size: Size) -> Rect | None:
    """Answer the box around the hinted position, which counts from the source's centre."""
    position = flow.hints.label_position
    if position is None:
        return None
    return Rect.centred(Point(source.x + position.x, source.y + position.y), size)


def _best(problem: RoutingProblem, obstacles: _Obstacles, places: Iterable[Rect]) -> Rect:
    """Answer the cheapest place; earlier ones are preferred."""
    best: Rect | None = None
    least = float("inf")
    for rank, box in enumerate(places):
        if rank >= least:
            break
        cost = _cost(problem, obstacles, box) + rank
        if best is None or cost < least:
            best, least = box, cost
    if best is None:
        raise ValueError("a label needs at least one place to choose from")
    return best


def _cost(problem: RoutingProblem, obstacles: _Obstacles, box: Rect) -> float:
    lanes, rows = problem.lanes, problem.rows
    page = Rect.spanning(lanes[0], rows[0], lanes[-1], rows[-1])
    cost = 0.0 if page.encloses(box) else _HIT
    cost += _HIT * obstacles.hits(box)
    cost += _ON_BORDER * _holds_border(lanes, box.left, box.right)
    return cost + _ON_BORDER * _holds_border(rows, box.top, box.bottom)


def _holds_border(borders: Sequence[float], low: float, high: float) -> bool:
    following = bisect_right(borders, low)
    return following < len(borders) and borders[following] < high


def _candidates(line: Polyline, source: Rect, size: Size) -> Iterator[Rect]:
    """Yield places beside the legs, the nearest to the start first, then around the source."""
    for a, b in pairwise(line):
        if a.y == b.y:
            yield from _along_row(a, b, size)
        else:
            yield from _along_column(a, b, size)
    beside = (source.right + _DISTANCE, source.left - _DISTANCE - size.width)
    for left in (*beside, source.right - size.width, source.left):
        yield Rect(left, source.bottom + _DISTANCE, size.width, size.height)
        yield Rect(left, source.top - _DISTANCE - size.height, size.width, size.height)


def _along_row(a: Point, b: Point, size: Size) -> Iterator[Rect]:
    for step in range(_MOST_STEPS):
        shift = _DISTANCE + step * _STEP
        if step and shift + size.width > abs(b.x - a.x):
            return
        left = a.x + shift if b.x > a.x else a.x - shift - size.width
        yield Rect(left, a.y - _DISTANCE - size.height, size.width, size.height)
        yield Rect(left, a.y + _DISTANCE, size.width, size.height)


def _along_column(a: Point, b: Point, size: Size) -> Iterator[Rect]:
    for step in range(_MOST_STEPS):
        shift = _DISTANCE + step * _STEP
        if step and shift + size.height > abs(b.y - a.y):
            return
        top = a.y + shift if b.y > a.y else a.y - shift - size.height
        yield Rect(a.x + _DISTANCE, top, size.width, size.height)
        yield Rect(a.x - _DISTANCE - size.width, top, size.width, size.height)
