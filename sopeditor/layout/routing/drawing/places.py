"""What stands on a page, and the best place that is left for a label beside a line."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import inf

from msgspec import Struct

from sopeditor.foundation.geometry import Point, Polyline, Rect, Size
from sopeditor.layout.routing.problem import Outline, RoutingProblem

#: What a place costs that is not free.
HIT = 1000.0
#: In the corner of a diamond's box, beside its slanted edge.
IN_CORNER = 60.0
_ON_BORDER = 10.0
#: Between a label and its line, and between a label and anything else.
_DISTANCE = 1.0
#: Between a label and its line where a place is free no other way.
_CLOSE = 0.4
#: How far from its start a label may stand along a leg, in points.
_SHIFTS = tuple(_DISTANCE + 4.0 * step for step in range(40))
#: A meeting counts once in every band of the page that it reaches into, so high, in points.
_BAND = 48.0
_DIAMOND = Outline.DIAMOND

#: Left, top, right, bottom.
Box = tuple[float, float, float, float]
#: The best place so far, what it costs, and what the next one costs for coming later.
Found = tuple[Box, float, float]
_NOTHING: Found = ((0.0, 0.0, 0.0, 0.0), inf, 0.0)


class _Strip(Struct, gc=False):
    """The places for a label on both sides of a leg, which is level or upright.

    Along the leg they begin at `start`, take `extent` each and `length` in all; across it they
    begin at `sides` and take `thick`. All of them lie in `zone`.
    """

    level: bool
    forward: bool
    start: float
    length: float
    extent: float
    thick: float
    sides: tuple[float, float]
    zone: Box


class Places:
    """What stands on a page, filed by the page's rows: a label looks only into its own."""

    def __init__(self, problem: RoutingProblem) -> None:
        self._symbols = problem.symbols
        self._lanes = (-inf, *problem.lanes, inf)
        self._rows = (-inf, *problem.rows, inf)
        self._table = (problem.lanes[0], problem.rows[0], problem.lanes[-1], problem.rows[-1])
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

    def beside(self, line: Polyline, size: Size) -> Found:
        """Answer the best place beside the legs of a line, the nearest to its start first."""
        found = _NOTHING
        for a, b in pairwise(line):
            found = self._along(_strip(a, b, size, is_first=found is _NOTHING), found)
            if found[2] >= found[1]:
                return found
        return self._best(_close_to_first(line[0], line[1], size), found)

    def around(self, source: Rect, size: Size) -> Found:
        """Answer the best place around a symbol."""
        return self._best(_around(source, size), _NOTHING)

    def cost(self, box: Box) -> float:
        """Answer how bad a place is: from HIT on it is not free."""
        left, top, right, bottom = box
        borders = _border_price(self._lanes, left, right) + _border_price(self._rows, top, bottom)
        return borders + self._price(box, self._near(box))

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

    def _best(self, places: Iterable[Box], found: Found) -> Found:
        """Answer the best of these places and the one found before."""
        best, least, late = found
        for box in places:
            cost = self.cost(box) + late
            if cost < least:
                best, least = box, cost
            late += 1.0
        return best, least, late

    def _along(self, strip: _Strip, found: Found) -> Found:
        """Answer the best place in a strip, from its start on, or the one found before.

        What is near is looked up once for all of them, and only a place that may be the best
        for the borders that it holds is looked at.
        """
        best, least, late = found
        level, start, extent, thick = strip.level, strip.start, strip.extent, strip.thick
        near = self._near(strip.zone)
        borders, others = (self._lanes, self._rows) if level else (self._rows, self._lanes)
        one, other = strip.sides
        sides = (
            (one, _border_price(others, one, one + thick)),
            (other, _border_price(others, other, other + thick)),
        )
        following = bisect_right(borders, start)
        for shift in _SHIFTS:
            if shift + extent > strip.length:
                break
            low = start + shift if strip.forward else start - shift - extent
            high = low + extent
            while borders[following] <= low:
                following += 1
            while borders[following - 1] > low:
                following -= 1
            cost = late + _ON_BORDER if borders[following] < high else late
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
        start, high, end, deep = self._table
        inside = left >= start and right <= end and top >= high and bottom <= deep
        price = 0.0 if inside else HIT
        for other in near:
            start, high, end, deep = other
            if start < right and left < end and high < bottom and top < deep:
                price += self._price_of_meeting(box, other)
        return price

    def _price_of_meeting(self, box: Box, other: Box) -> float:
        diamond = self._diamonds.get(other)
        price = IN_CORNER if diamond is not None and _is_beside(diamond, box) else HIT
        first = box[1] if box[1] > other[1] else other[1]
        last = box[3] if box[3] < other[3] else other[3]
        return price * (int(last / _BAND) - int(first / _BAND) + 1)

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


def _border_price(borders: Sequence[float], low: float, high: float) -> float:
    return _ON_BORDER if borders[bisect_right(borders, low)] < high else 0.0


def _strip(a: Point, b: Point, size: Size, is_first: bool) -> _Strip:
    """Answer the places beside a leg; beside the first there is one, however short it is."""
    (x, y), (u, v), (width, height) = a, b, size
    if level := y == v:
        start, end, extent, thick = x, u, width, height
        one, other = y - _DISTANCE - height, y + _DISTANCE
        low, high = one, other + height
    else:
        start, end, extent, thick = y, v, height, width
        one, other = x + _DISTANCE, x - _DISTANCE - width
        low, high = other, one + width
    forward = start < end
    length = end - start if forward else start - end
    if is_first and length < _DISTANCE + extent:
        length = _DISTANCE + extent
    # Sums of coordinates are not exact, so look a little further.
    first = start if forward else start - length - _DISTANCE
    last = start + length + _DISTANCE if forward else start
    zone = (first, low, last, high) if level else (low, first, high, last)
    return _Strip(level, forward, start, length, extent, thick, (one, other), zone)


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
