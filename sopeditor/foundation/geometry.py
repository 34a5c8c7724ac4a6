"""Points, sizes, rectangles and polylines in points (1/72 inch); y grows downwards."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct


class Point(NamedTuple):
    """A place on the page, in points."""

    x: float
    y: float


#: A line through its points, from start to end, in points.
Polyline = tuple[Point, ...]


class Size(NamedTuple):
    """Width and height, in points."""

    width: float
    height: float


class Rect(Struct, frozen=True, gc=False):
    """An upright box, in points; `x`, `y` is its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def centred(cls, centre: Point, size: Size) -> "Rect":
        """Answer the box of `size` around `centre`."""
        return cls(centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height)

    @classmethod
    def spanning(cls, left: float, top: float, right: float, bottom: float) -> "Rect":
        """Answer the box between four edges."""
        return cls(left, top, right - left, bottom - top)

    @property
    def left(self) -> float:
        """The left edge."""
        return self.x

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.y

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def contains(self, point: Point) -> bool:
        """Answer whether `point` lies inside or on the edge."""
        return self.left <= point.x <= self.right and self.top <= point.y <= self.bottom

    def encloses(self, other: "Rect", slack: float = 0.0) -> bool:
        """Answer whether `other` lies wholly inside this box grown by `slack` points."""
        return (
            other.left >= self.left - slack
            and other.right <= self.right + slack
            and other.top >= self.top - slack
            and other.bottom <= self.bottom + slack
        )

    def intersects(self, other: "Rect") -> bool:
        """Answer whether the insides of both boxes meet; touching edges do not count."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def moved(self, dx: float, dy: float) -> "Rect":
        """Answer this box shifted."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, margin: float) -> "Rect":
        """Answer this box with every edge `margin` further out (in, if negative)."""
        return Rect(
            self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin
        )


def bounding_box(points: Iterable[Point]) -> Rect:
    """Answer the smallest box around `points`; raises ValueError when there is none."""
    corners = list(points)
    xs, ys = [p.x for p in corners], [p.y for p in corners]
    return Rect.spanning(min(xs), min(ys), max(xs), max(ys))
