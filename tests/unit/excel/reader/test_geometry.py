"""Reading back what the writer's mapping makes: two derivations of one standard agree."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopeditor.excel.connectors import connector_geometry, simplified
from sopeditor.excel.reader.geometry import Inside, Pose, line_points, pose_of_visible
from sopeditor.foundation.geometry import Point, Rect

PLACES = st.integers(min_value=0, max_value=400)


@given(st.booleans(), st.lists(PLACES, min_size=2, max_size=6))
def test_every_route_comes_back_corner_by_corner(upright: bool, steps: list[int]) -> None:
    corners = [(100, 100)]
    for number, place in enumerate(steps):
        x, y = corners[-1]
        corners.append((x, place) if (number % 2 == 0) == upright else (place, y))
    route = simplified(tuple((x * 12_700, y * 12_700) for x, y in corners))
    if (
        len(route) < 2
        or len(route) > 6
        or any(
            (a[0] - b[0]) * (b[0] - c[0]) + (a[1] - b[1]) * (b[1] - c[1])
            for a, b, c in zip(route, route[1:], route[2:], strict=False)
        )
    ):
        return
    found = connector_geometry(route)
    box = Rect(*(edge / 12_700 for edge in found.box))
    pose = pose_of_visible(box, found.rotation / 60_000, found.flip_horizontal, found.flip_vertical)
    shares = tuple(value / 100_000 for value in found.adjustments)

    points = line_points(found.preset, shares, pose)

    assert len(points) == len(route)
    for point, corner in zip(points, route, strict=True):
        assert math.dist(point, (corner[0] / 12_700, corner[1] / 12_700)) < 0.31


MEMBER = Pose(Rect(20, 30, 10, 4))


@pytest.mark.parametrize("turn", [0.0, 90.0, 180.0, 270.0])
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("upside_down", [False, True])
@pytest.mark.parametrize("own_turn", [0.0, 90.0, 180.0])
def test_members_of_groups_turn_with_them(
    turn: float, mirrored: bool, upside_down: bool, own_turn: float
) -> None:
    """A group scaled alike both ways moves every point of a member as it moves its own."""
    group = Pose(Rect(100, 50, 200, 100), turn, mirrored, upside_down)
    inside = Inside(group, Rect(0, 0, 100, 50))
    member = Pose(MEMBER.frame, own_turn, mirrored=True)

    placed = inside.out(member)

    for corner in (Point(0, 0), Point(10, 0), Point(7, 4)):
        within = member.placed(corner)
        expected = group.placed(Point(within.x * 2, within.y * 2))
        found = placed.placed(Point(corner.x * 2, corner.y * 2))
        assert math.dist(found, expected) < 1e-6
