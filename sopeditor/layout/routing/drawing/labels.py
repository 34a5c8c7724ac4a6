"""Finds the place of a flow's label: beside its first leg, at the decision; else further on."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from sopeditor.foundation.geometry import Point, Polyline, Rect, Size
from sopeditor.layout.routing.problem import Outline, RoutingFlow, RoutingProblem

#: Between a label and its line, and between a label and anything else.
_DISTANCE = 1.0
#: Between a label and its line where a place is free no other way.
_CLOSE = 0.4
#: A label is read with a line no further away than this.
_NEAR = 3.0
#: Steps tried along a leg, in points.
_STEP = 4.0
_MOST_STEPS = 40
#: Height of the bands by which neighbours are looked up, in points.
_BAND = 48.0
_HIT = 1000.0
#: In the corner of a diamond's box, beside its slanted edge.
_IN_CORNER = 60.0
_ON_BORDER = 10.0

#: Left, top, right, bottom.
Box = tuple[float, float, float, float]


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
    labelled = [number for number, (flow, _) in enumerate(drawn) if flow.label is not None]
    if not labelled:
        return Labels()
    rects = {symbol.id: symbol.rect for symbol in problem.symbols}
    finder = _Finder(problem, _bands([drawn[k] for k in labelled], rects))
    for line in (*(line for _, line in drawn), *others):
        finder.add_line(line)
    for rect in standing:
        finder.add((rect.left, rect.top, rect.right, rect.bottom))
    labelled.sort(key=lambda k: (drawn[k][0].hints.label_position is None, k))
    first = _placed(drawn, labelled, rects, finder)
    if not first.wanting:
        return first
    # Whoever came too late goes first now, and stays so if that helps.
    labelled.sort(key=lambda k: k not in first.wanting)
    second = _placed(drawn, labelled, rects, finder)
    return second if len(second.wanting) < len(first.wanting) else first


def _bands(labelled: Iterable[tuple[RoutingFlow, Polyline]], rects: Mapping[str, Rect]) -> set[int]:
    """Answer the bands of the page where labels may be looked for: along lines and symbols."""
    bands: set[int] = set()
    for flow, line in labelled:
        source, size = rects[flow.source], flow.label or Size(0.0, 0.0)
        heights = [y for _, y in line]
        top, bottom = min(source.y, *heights), max(source.y + source.height, *heights)
        hinted = _hinted(flow, source.centre, size)
        if hinted is not None:
            top, bottom = min(top, hinted[1]), max(bottom, hinted[3])
        room = size.height + 2 * _DISTANCE
        bands.update(range(int((top - room) / _BAND), int((bottom + room) / _BAND) + 1))
    return bands


def _placed(
    drawn: Sequence[tuple[RoutingFlow, Polyline]],
    order: Sequence[int],
    rects: Mapping[str, Rect],
    finder: "_Finder",
) -> Labels:
    """Answer where labels go that are placed in this order; the finder is left as it was."""
    labels = Labels()
    taken = []
    for number in order:
        flow, line = drawn[number]
        source, size = rects[flow.source], flow.label or Size(0.0, 0.0)
        hinted = _hinted(flow, source.centre, size)
        if hinted is not None and finder.cost(hinted) < _IN_CORNER:
            box = hinted
        else:
            box, cost = finder.best(_beside_line(line, size))
            if cost >= _HIT:
                # Around the symbol a label may seem another's: only where all else is taken.
                box, cost = min((box, cost), finder.best(_around(source, size)), key=_cost)
                if cost >= _HIT:
                    labels.cramped.add(number)
                elif not _is_near(box, line):
                    labels.astray[number] = finder.lack(line, size, source)
            if hinted is not None:
                labels.misplaced.add(number)
        finder.add(box)
        taken.append(box)
        labels.boxes[number] = Rect(box[0], box[1], size.width, size.height)
    for box in taken:
        finder.remove(box)
    return labels


class _Finder:
    """What is in some bands of the page, each as high as `_BAND`; the rest does not matter."""

    def __init__(self, problem: RoutingProblem, bands: Iterable[int]) -> None:
        self._lanes, self._rows = problem.lanes, problem.rows
        self._bands: dict[int, list[Box]] = {band: [] for band in bands}
        self._diamonds: dict[Box, Rect] = {}
        for symbol in problem.symbols:
            rect = symbol.rect
            box = (rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)
            self.add(box)
            if symbol.outline is Outline.DIAMOND:
                self._diamonds[box] = rect

    def add_line(self, line: Polyline) -> None:
        """Keep labels off a line."""
        x, y = line[0]
        for u, v in line[1:]:
            if y == v:
                band = self._bands.get(int(y / _BAND))
                if band is not None:
                    band.append((x, y, u, y) if x < u else (u, y, x, y))
            else:
                self.add((x, y, x, v) if y < v else (x, v, x, y))
            x, y = u, v

    def add(self, box: Box) -> None:
        """Keep later labels off this box; one without width or height is a line."""
        for number in range(int(box[1] / _BAND), int(box[3] / _BAND) + 1):
            band = self._bands.get(number)
            if band is not None:
                band.append(box)

    def remove(self, box: Box) -> None:
        """Take a box away again."""
        for band in range(int(box[1] / _BAND), int(box[3] / _BAND) + 1):
            self._bands[band].remove(box)

    def best(self, places: Iterable[Box]) -> tuple[Box, float]:
        """Answer the cheapest place and what it costs; earlier ones are preferred."""
        best: Box | None = None
        least = float("inf")
        for rank, box in enumerate(places):
            if rank >= least:
                break
            cost = self.cost(box, least - rank) + rank
            if best is None or cost < least:
                best, least = box, cost
        if best is None:
            raise ValueError("a label needs at least one place to choose from")
        return best, least

    def cost(self, box: Box, limit: float = float("inf")) -> float:
        """Answer how bad a place is: from _HIT on it is not free; from `limit` on maybe worse."""
        left, top, right, bottom = box
        lanes, rows = self._lanes, self._rows
        inside = left >= lanes[0] and right <= lanes[-1] and top >= rows[0] and bottom <= rows[-1]
        cost = 0.0 if inside else _HIT
        if _holds_border(lanes, left, right):
            cost += _ON_BORDER
        if _holds_border(rows, top, bottom):
            cost += _ON_BORDER
        if cost >= limit:
            return cost
        for band in range(int(top / _BAND), int(bottom / _BAND) + 1):
            for near, high, far, deep in self._bands.get(band, ()):
                if near < right and left < far and high < bottom and top < deep:
                    cost += self._price_of_meeting(box, (near, high, far, deep))
        return cost

    def lack(self, line: Polyline, size: Size, source: Rect) -> tuple[float, float]:
        """Answer what width and height a label lacks beside the first leg of its line.

        Beside the slanted edge of a diamond it may reach as far as a quarter of its width.
        """
        a, b = line[0], line[1]
        if a.y == b.y:
            beside = source.width / 4 if source in self._diamonds.values() else 0.0
            return max(0.0, size.width + 2 * _DISTANCE - abs(a.x - b.x) - beside), 0.0
        top = min(a.y, b.y) if b.y > a.y else max(a.y, b.y) - size.height
        before, after = self._free_beside(a.x, top, top + size.height)
        width = max(0.0, size.width + 2 * _DISTANCE - max(before, after))
        return width, max(0.0, size.height + 2 * _DISTANCE - abs(a.y - b.y))

    def _free_beside(self, x: float, top: float, bottom: float) -> tuple[float, float]:
        """Answer how far it is to the next thing on the left and right between two heights."""
        left, right = self._lanes[0], self._lanes[-1]
        for band in range(int(top / _BAND), int(bottom / _BAND) + 1):
            for box in self._bands.get(band, ()):
                if box[1] < bottom and top < box[3]:
                    left = max(left, box[2]) if box[2] < x else left
                    right = min(right, box[0]) if box[0] > x else right
        return x - left, right - x

    def _price_of_meeting(self, box: Box, other: Box) -> float:
        diamond = self._diamonds.get(other)
        return _IN_CORNER if diamond is not None and _is_beside(diamond, box) else _HIT


def _is_beside(diamond: Rect, box: Box) -> bool:
    """Answer whether a box stays off a diamond although it reaches into its box."""
    centre = diamond.centre
    dx = max(box[0] - centre.x, centre.x - box[2], 0.0) - _DISTANCE
    dy = max(box[1] - centre.y, centre.y - box[3], 0.0) - _DISTANCE
    return dx / diamond.width + dy / diamond.height >= 0.5


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


def _holds_border(borders: Sequence[float], low: float, high: float) -> bool:
    following = bisect_right(borders, low)
    return following < len(borders) and borders[following] < high


def _hinted(flow: RoutingFlow, source: Point, size: Size) -> Box | None:
    """Answer the box around the hinted position, which counts from the source's centre."""
    position = flow.hints.label_position
    if position is None:
        return None
    return _box(
        source.x + position.x - size.width / 2, source.y + position.y - size.height / 2, size
    )


def _box(left: float, top: float, size: Size) -> Box:
    return (left, top, left + size.width, top + size.height)


def _beside_line(line: Polyline, size: Size) -> Iterator[Box]:
    """Yield places beside the legs, the nearest to the start first."""
    first = True
    for a, b in pairwise(line):
        if a.y == b.y:
            yield from _along_row(a, b, size, first)
        else:
            yield from _along_column(a, b, size, first)
        first = False
    yield from _along_first(line[0], line[1], size)


def _around(source: Rect, size: Size) -> Iterator[Box]:
    """Yield places around the source."""
    beside = (source.right + _DISTANCE, source.left - _DISTANCE - size.width)
    for left in (*beside, source.right - size.width, source.left):
        yield _box(left, source.bottom + _DISTANCE, size)
        yield _box(left, source.top - _DISTANCE - size.height, size)


def _cost(place: tuple[Box, float]) -> float:
    return place[1]


def _along_row(a: Point, b: Point, size: Size, first: bool) -> Iterator[Box]:
    length = abs(b.x - a.x)
    for step in range(_MOST_STEPS):
        shift = _DISTANCE + step * _STEP
        if shift + size.width > length and (step or not first):
            return
        left = a.x + shift if b.x > a.x else a.x - shift - size.width
        yield _box(left, a.y - _DISTANCE - size.height, size)
        yield _box(left, a.y + _DISTANCE, size)


def _along_first(a: Point, b: Point, size: Size) -> Iterator[Box]:
    """Yield places close to the first leg."""
    if a.x == b.x:
        top = a.y + _DISTANCE if b.y > a.y else a.y - _DISTANCE - size.height
        yield _box(a.x + _CLOSE, top, size)
        yield _box(a.x - _CLOSE - size.width, top, size)


def _along_column(a: Point, b: Point, size: Size, first: bool) -> Iterator[Box]:
    length = abs(b.y - a.y)
    for step in range(_MOST_STEPS):
        shift = _DISTANCE + step * _STEP
        if shift + size.height > length and (step or not first):
            return
        top = a.y + shift if b.y > a.y else a.y - shift - size.height
        yield _box(a.x + _DISTANCE, top, size)
        yield _box(a.x - _DISTANCE - size.width, top, size)
