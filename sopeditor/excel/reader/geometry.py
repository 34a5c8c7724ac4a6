"""Where a drawn object lies: boxes turned and mirrored, presets of lines -> corners.

By the standard: a shape is mirrored about its middle first, then turned clockwise. The
anchor holds the visible box; turned by about a quarter, its sides are those of the frame
swapped. Written apart from the writer's mapping, so that one proves the other.
"""

import math
from itertools import pairwise

from msgspec import Struct

from sopeditor.foundation.geometry import Point, Polyline, Rect, Size

#: Where a leg bends, as a share of the frame, unless the shape says otherwise.
_MIDDLE = (0.5, 0.5, 0.5)
#: Cosine and sine of turns by whole quarters, free of rounding.
_QUARTERS = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}


class Pose(Struct, frozen=True):
    """How an object lies: the box of its frame before turning, in points, and the turn.

    `turn` is in degrees, clockwise; mirrored means left for right, upside down the other.
    """

    frame: Rect
    turn: float = 0.0
    mirrored: bool = False
    upside_down: bool = False

    @property
    def visible(self) -> Rect:
        """The box that a person sees, for turns by whole quarters exactly."""
        return swapped(self.frame) if lies_across(self.turn) else self.frame

    def placed(self, point: Point) -> Point:
        """Answer where a point of the frame, counted from its corner, is seen."""
        size, middle = self.frame.size, self.frame.centre
        dx = (size.width - point.x if self.mirrored else point.x) - size.width / 2
        dy = (size.height - point.y if self.upside_down else point.y) - size.height / 2
        cosine, sine = _turned(self.turn)
        return Point(middle.x + dx * cosine - dy * sine, middle.y + dx * sine + dy * cosine)


def lies_across(turn: float) -> bool:
    """Answer whether an object turned so is nearer to lying than to standing."""
    return 45 <= turn % 180 < 135


def swapped(box: Rect) -> Rect:
    """Answer the box of the same middle with its sides exchanged."""
    return Rect.centred(box.centre, Size(box.height, box.width))


def pose_of_visible(visible: Rect, turn: float, mirrored: bool, upside_down: bool) -> Pose:
    """Answer the pose of an object from the box that a person sees."""
    frame = swapped(visible) if lies_across(turn) else visible
    return Pose(frame, turn, mirrored, upside_down)


def _turned(degrees: float) -> tuple[float, float]:
    whole = _QUARTERS.get(degrees % 360)
    return whole or (math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))


class Inside(Struct, frozen=True):
    """The inner space of a group: what its members count in, and where the group lies."""

    pose: Pose
    space: Rect

    def out(self, member: Pose) -> Pose:
        """Answer a member's pose outside of the group.

        Exact for members and groups turned by whole quarters; others come out near.
        """
        outer = self.pose.frame
        across = outer.width / self.space.width if self.space.width else 1.0
        down = outer.height / self.space.height if self.space.height else 1.0
        seen = member.visible
        scaled = Rect(
            outer.x + (seen.x - self.space.x) * across,
            outer.y + (seen.y - self.space.y) * down,
            seen.width * across,
            seen.height * down,
        )
        # Mirroring what was turned is the same as turning the mirrored the other way round.
        turn = member.turn
        if self.pose.mirrored != self.pose.upside_down:
            turn = -turn % 360
        mirrored = member.mirrored != self.pose.mirrored
        upside_down = member.upside_down != self.pose.upside_down
        corner = Point(scaled.centre.x - outer.x, scaled.centre.y - outer.y)
        size = swapped(scaled).size if lies_across(self.pose.turn) else scaled.size
        box = Rect.centred(self.pose.placed(corner), size)
        return pose_of_visible(box, (turn + self.pose.turn) % 360, mirrored, upside_down)


def line_points(preset: str, adjustments: tuple[float, ...], pose: Pose) -> Polyline:
    """Answer the corners of a line or connector preset; curved ones run straight.

    `adjustments` are shares of the frame's sides, 0.5 for the middle.
    """
    width, height = pose.frame.size
    path = _path(preset, (*adjustments, *_MIDDLE[len(adjustments) :]), width, height)
    return tuple(pose.placed(point) for point in path)


def path_points(path: Polyline, pose: Pose) -> Polyline:
    """Answer the corners of a line whose path is given in shares of its frame."""
    width, height = pose.frame.size
    return tuple(pose.placed(Point(point.x * width, point.y * height)) for point in path)


def _path(preset: str, shares: tuple[float, ...], width: float, height: float) -> list[Point]:
    ends = [Point(0.0, 0.0), Point(width, height)]
    if not preset.startswith("bentConnector"):
        return ends
    x1, y2, x3 = shares[0] * width, shares[1] * height, shares[2] * width
    corners = {
        "2": [Point(width, 0.0)],
        "3": [Point(x1, 0.0), Point(x1, height)],
        "4": [Point(x1, 0.0), Point(x1, y2), Point(width, y2)],
        "5": [Point(x1, 0.0), Point(x1, y2), Point(x3, y2), Point(x3, height)],
    }
    return [ends[0], *corners.get(preset[-1], []), ends[1]]


def distance_to_box(point: Point, box: Rect) -> float:
    """Answer how far a point is from a box; 0 inside."""
    dx = max(box.left - point.x, 0.0, point.x - box.right)
    dy = max(box.top - point.y, 0.0, point.y - box.bottom)
    return math.hypot(dx, dy)


def distance_to_line(point: Point, line: Polyline) -> float:
    """Answer how far a point is from the nearest leg of a line."""
    return min(_to_leg(point, start, end) for start, end in pairwise(line))


def _to_leg(point: Point, start: Point, end: Point) -> float:
    dx, dy = end.x - start.x, end.y - start.y
    length = dx * dx + dy * dy
    if not length:
        return math.dist(point, start)
    share = ((point.x - start.x) * dx + (point.y - start.y) * dy) / length
    share = min(1.0, max(0.0, share))
    return math.dist(point, Point(start.x + share * dx, start.y + share * dy))


def box_to_line(box: Rect, line: Polyline) -> float:
    """Answer the distance of a box from a line that runs upright and level; 0 where they meet."""
    return min(_box_to_leg(box, start, end) for start, end in pairwise(line))


def _box_to_leg(box: Rect, start: Point, end: Point) -> float:
    leg = Rect.spanning(
        min(start.x, end.x), min(start.y, end.y), max(start.x, end.x), max(start.y, end.y)
    )
    if leg.width > 1 and leg.height > 1:
        corners = (Point(box.left, box.top), Point(box.right, box.bottom), box.centre)
        return min(_to_leg(corner, start, end) for corner in corners)
    dx = max(box.left - leg.right, 0.0, leg.left - box.right)
    dy = max(box.top - leg.bottom, 0.0, leg.top - box.bottom)
    return math.hypot(dx, dy)
