"""Finds the place of a flow's label: beside its first leg, at the decision; else further on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import inf

from msgspec import Struct

from sopeditor.foundation.geometry import Point, Polyline, Rect, Size
from sopeditor.layout.routing.problem import Outline, RoutingFlow, RoutingProblem

#: Between a label and its line, and between a label and anything else.
_DISTANCE = 1.0
#: Between a label and its line where a place is free no other way.
_CLOSE = 0.4
#: A label is read with a line no further away than this.
_NEAR = 3.0
#: How far from its start a label may stand along a leg, in points.
_SHIFTS = tuple(_DISTANCE + 4.0 * step for step in range(40))
#: A meeting counts once in every band of the page that it reaches into, so high, in points.
_BAND = 48.0
_HIT = 1000.0
#: In the corner of a diamond's box, beside its slanted edge.
_IN_CORNER = 60.0
_ON_BORDER = 10.0

_DIAMOND = Outline.DIAMOND

#: Left, top, right, bottom.
Box = tuple[float, float, float, float]
#: The best place so far, what it costs, and what the next one costs for coming later.
_Found = tuple[Box, float, float]
_NOTHING: _Found = ((0.0, 0.0, 0.0, 0.0), inf, 0.0)


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
    hinted, free = [], []
    for number, (flow, _) in enumerate(drawn):
        if flow.label is not None:
            (free if flow.hints.label_position is None else hinted).append(number)
    order = hinted + free
    if not order:
        return Labels()
    finder = _Finder(problem)
    finder.add_lines([line for _, line in drawn])
    finder.add_lines(others)
    for rect in standing:
        finder.add((rect.left, rect.top, rect.right, rect.bottom))
    first, taken = _placed(drawn, order, finder)
    if not first.wanting:
        return first
    for box in taken:
        finder.remove(box)
    # Whoever came too late goes first now, and stays so if that helps.
    order.sort(key=lambda k: k not in first.wanting)
    second, _ = _placed(drawn, order, finder)
    return second if len(second.wanting) < len(first.wanting) else first


def _placed(
    drawn: Sequence[tuple[RoutingFlow, Polyline]], order: Sequence[int], finder: "_Finder"
) -> tuple[Labels, list[Box]]:
    """Answer where labels go that are placed in this order, and what the finder learnt."""
    labels = Labels()
    taken = []
    for number in order:
        flow, line = drawn[number]
        size = flow.label or Size(0.0, 0.0)
        hinted = None
        if flow.hints.label_position is not None:
            hinted = _hinted(flow.hints.label_position, finder.rects[flow.source].centre, size)
        if hinted is not None and finder.cost(hinted) < _IN_CORNER:
            box = hinted
        else:
            box, cost, _ = finder.beside(line, size)
            if cost >= _HIT:
                source = finder.rects[flow.source]
                # Around the symbol a label may seem another's: only where all else is taken.
                box, cost, _ = min((box, cost, 0.0), finder.best(_around(source, size)), key=_cost)
                if cost >= _HIT:
                    labels.cramped.add(number)
                elif not _is_near(box, line):
                    labels.astray[number] = finder.lack(line, size, source)
            if hinted is not None:
                labels.misplaced.add(number)
        finder.add(box)
        taken.append(box)
        labels.boxes[number] = Rect(box[0], box[1], size.width, size.height)
    return labels, taken


class _Finder:
    """What stands on a page, filed by the page's rows: a label looks only into its own."""

    def __init__(self, problem: RoutingProblem) -> None:
        self._symbols = problem.symbols
        self._lanes = (-inf, *problem.lanes, inf)
        self._rows = (-inf, *problem.rows, inf)
        #: Boxes by the number of the border that ends their row.
        self._filed: list[list[Box]] = [[] for _ in self._rows]
        self._diamonds: dict[Box, Rect] = {}
        for symbol in problem.symbols:
            rect = symbol.rect
            box = (rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)
            self.add(box)
            if symbol.outline is _DIAMOND:
                self._diamonds[box] = rect

    @cached_property
    def rects(self) -> dict[str, Rect]:
        """The symbols' boxes by id; few labels ask for one."""
        return {symbol.id: symbol.rect for symbol in self._symbols}

    def add_lines(self, lines: Iterable[Polyline]) -> None:
        """Keep labels off lines: walk along each and file its legs in the rows they touch."""
        rows, filed = self._rows, self._filed
        for line in lines:
            x, y = line[0]
            row = bisect_right(rows, y)
            for u, v in line[1:]:
                if y == v:
                    filed[row].append((x, y, u, y) if x < u else (u, y, x, y))
                elif y < v:
                    leg = (x, y, x, v)
                    filed[row].append(leg)
                    while v >= rows[row]:
                        row += 1
                        filed[row].append(leg)
                else:
                    leg = (x, v, x, y)
                    filed[row].append(leg)
                    while v < rows[row - 1]:
                        row -= 1
                        filed[row].append(leg)
                x, y = u, v

    def add(self, box: Box) -> None:
        """Keep later labels off this box."""
        rows, bottom = self._rows, box[3]
        row = bisect_right(rows, box[1])
        self._filed[row].append(box)
        while bottom > rows[row]:
            row += 1
            self._filed[row].append(box)

    def remove(self, box: Box) -> None:
        """Take a box away again."""
        for boxes in self._touched(box[1], box[3]):
            boxes.remove(box)

    def beside(self, line: Polyline, size: Size) -> _Found:
        """Answer the best place beside the legs of a line, the nearest to its start first."""
        found = _NOTHING
        for a, b in pairwise(line):
            found = self._along(a, b, size, found)
            if found[2] >= found[1]:
                return found
        return self.best(_close_to_first(line[0], line[1], size), found)

    def best(self, places: Iterable[Box], found: _Found = _NOTHING) -> _Found:
        """Answer the best of these places and the one found before."""
        best, least, late = found
        for box in places:
            cost = self.cost(box) + late
            if cost < least:
                best, least = box, cost
            late += 1.0
        return best, least, late

    def cost(self, box: Box) -> float:
        """Answer how bad a place is: from _HIT on it is not free."""
        left, top, right, bottom = box
        cost = self._price(box, self._near(box))
        if _holds_border(self._lanes, left, right):
            cost += _ON_BORDER
        if _holds_border(self._rows, top, bottom):
            cost += _ON_BORDER
        return cost

    def _along(self, a: Point, b: Point, size: Size, found: _Found) -> _Found:
        """Answer the best place beside a leg, from its start on, or the one found before.

        What is near the leg is looked up once for all places on both of its sides.
        """
        (x, y), (u, v), (width, height) = a, b, size
        best, least, late = found
        level = y == v
        if level:
            start, end, extent, thick, along, across = x, u, width, height, self._lanes, self._rows
            one, other = y - _DISTANCE - height, y + _DISTANCE
            low, high = one, other + thick
        else:
            start, end, extent, thick, along, across = y, v, height, width, self._rows, self._lanes
            one, other = x + _DISTANCE, x - _DISTANCE - width
            low, high = other, one + thick
        length = abs(end - start)
        if not late and length < _DISTANCE + extent:
            # There is always a place beside the first leg, however short it is.
            length = _DISTANCE + extent
        first = start if start < end else start - length - _DISTANCE
        last = first + length + _DISTANCE
        near = self._near((first, low, last, high) if level else (low, first, high, last))
        sides = ((one, 0.0), (other, 0.0))
        if _holds_border(across, low, high):
            sides = (
                (one, _ON_BORDER if _holds_border(across, one, one + thick) else 0.0),
                (other, _ON_BORDER if _holds_border(across, other, other + thick) else 0.0),
            )
        border = bisect_right(along, start)
        for shift in _SHIFTS:
            if shift + extent > length:
                break
            low = start + shift if start < end else start - shift - extent
            high = low + extent
            while along[border] <= low:
                border += 1
            while along[border - 1] > low:
                border -= 1
            cost = late + _ON_BORDER if along[border] < high else late
            if cost < least:
                for side, price in sides:
                    if cost + price < least:
                        far = side + thick
                        box = (low, side, high, far) if level else (side, low, far, high)
                        whole = cost + price + self._price(box, near)
                        if whole < least:
                            best, least = box, whole
                    cost += 1.0
            late += 2.0
            if late >= least:
                break
        return best, least, late

    def _near(self, zone: Box) -> list[Box]:
        """Answer what reaches into a part of the page."""
        left, top, right, bottom = zone
        rows, filed = self._rows, self._filed
        found = []
        row, since = bisect_right(rows, top), -inf
        while True:
            for box in filed[row]:
                near, high, far, deep = box
                # What begins in a row before was found there.
                if near < right and left < far and since <= high < bottom and top < deep:
                    found.append(box)
            since = rows[row]
            if bottom <= since:
                return found
            row += 1

    def _price(self, box: Box, near: Sequence[Box]) -> float:
        """Answer what a place costs for all that it meets and for leaving the table."""
        left, top, right, bottom = box
        lanes, rows = self._lanes, self._rows
        inside = left >= lanes[1] and right <= lanes[-2] and top >= rows[1] and bottom <= rows[-2]
        price = 0.0 if inside else _HIT
        for other in near:
            start, high, end, deep = other
            if start < right and left < end and high < bottom and top < deep:
                price += self._price_of_meeting(box, other)
        return price

    def _price_of_meeting(self, box: Box, other: Box) -> float:
        diamond = self._diamonds.get(other)
        price = _IN_CORNER if diamond is not None and _is_beside(diamond, box) else _HIT
        first = box[1] if box[1] > other[1] else other[1]
        last = box[3] if box[3] < other[3] else other[3]
        return price * (int(last / _BAND) - int(first / _BAND) + 1)

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
        left, right = self._lanes[1], self._lanes[-2]
        for boxes in self._touched(top, bottom):
            for box in boxes:
                if box[1] < bottom and top < box[3]:
                    left = max(left, box[2]) if box[2] < x else left
                    right = min(right, box[0]) if box[0] > x else right
        return x - left, right - x

    def _touched(self, top: float, bottom: float) -> list[list[Box]]:
        """Answer what is filed in the rows between two heights."""
        return self._filed[bisect_right(self._rows, top) : bisect_left(self._rows, bottom) + 1]


def _is_beside(diamond: Rect, box: Box) -> bool:
    """Answer whether a box stays off a diamond although it reaches into its box."""
    left, top, right, bottom = box
    width, height = diamond.width, diamond.height
    x, y = diamond.x + width / 2, diamond.y + height / 2
    dx = left - x if left > x else x - right if x > right else 0.0
    dy = top - y if top > y else y - bottom if y > bottom else 0.0
    return (dx - _DISTANCE) / width + (dy - _DISTANCE) / height >= 0.5


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
    return borders[bisect_right(borders, low)] < high


def _hinted(position: Point, source: Point, size: Size) -> Box:
    """Answer the box around the hinted position, which counts from the source's centre."""
    return _box(
        source.x + position.x - size.width / 2, source.y + position.y - size.height / 2, size
    )


def _box(left: float, top: float, size: Size) -> Box:
    return (left, top, left + size.width, top + size.height)


def _close_to_first(a: Point, b: Point, size: Size) -> Iterator[Box]:
    """Yield places close to the first leg."""
    if a.x == b.x:
        top = a.y + _DISTANCE if b.y > a.y else a.y - _DISTANCE - size.height
        yield _box(a.x + _CLOSE, top, size)
        yield _box(a.x - _CLOSE - size.width, top, size)


def _around(source: Rect, size: Size) -> Iterator[Box]:
    """Yield places around the source."""
    beside = (source.right + _DISTANCE, source.left - _DISTANCE - size.width)
    for left in (*beside, source.right - size.width, source.left):
        yield _box(left, source.bottom + _DISTANCE, size)
        yield _box(left, source.top - _DISTANCE - size.height, size)


def _cost(found: _Found) -> float:
    return found[1]
