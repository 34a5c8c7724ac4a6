"""Connectors: every form of a line comes out as the preset that draws it."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopeditor.excel.connectors import (
    ConnectorGeometry,
    Corner,
    TooManyBends,
    connector_geometry,
    simplified,
)
from tests.unit.excel.vectors import VECTORS

MM = 36_000
TENTH_OF_A_POINT = 1_270


def millimetres(text: str, separator: str) -> tuple[int, int]:
    first, second = (round(float(part) * MM) for part in text.split(separator))
    return first, second


def drawn(geometry: ConnectorGeometry) -> list[tuple[float, float]]:
    """Draw a preset as the standard defines it: path, then flips, then turn."""
    width, height = geometry.extent
    adj = [value / 100_000 for value in geometry.adjustments] + [0.0] * 3
    a1, a2, a3 = adj[0] * width, adj[1] * height, adj[2] * width
    paths: dict[str, list[tuple[float, float]]] = {
        "straightConnector1": [(0, 0), (width, height)],
        "bentConnector2": [(0, 0), (width, 0), (width, height)],
        "bentConnector3": [(0, 0), (a1, 0), (a1, height), (width, height)],
        "bentConnector4": [(0, 0), (a1, 0), (a1, a2), (width, a2), (width, height)],
        "bentConnector5": [(0, 0), (a1, 0), (a1, a2), (a3, a2), (a3, height), (width, height)],
    }
    angle = math.radians(geometry.rotation / 60_000)
    left, top = geometry.offset
    points = []
    for x, y in paths[geometry.preset]:
        dx = (width - x if geometry.flip_horizontal else x) - width / 2
        dy = (height - y if geometry.flip_vertical else y) - height / 2
        points.append(
            (
                left + width / 2 + dx * math.cos(angle) - dy * math.sin(angle),
                top + height / 2 + dx * math.sin(angle) + dy * math.cos(angle),
            )
        )
    return points


@pytest.mark.parametrize(("route", "preset", "rotation", "flips", "adj", "frame"), VECTORS)
def test_a_line_becomes_the_preset_that_office_programs_draw_alike(
    route: str, preset: str, rotation: str, flips: str, adj: str, frame: str
) -> None:
    geometry = connector_geometry(tuple(millimetres(point, ",") for point in route.split()))

    offset, extent = frame.split()
    assert geometry.preset == preset
    assert geometry.rotation == int(rotation)
    assert (geometry.flip_horizontal, geometry.flip_vertical) == ("H" in flips, "V" in flips)
    assert geometry.adjustments == tuple(map(int, adj.split()))
    assert geometry.offset == millimetres(offset, ",")
    assert geometry.extent == millimetres(extent, "×")


@st.composite
def lines(draw: st.DrawFn) -> tuple[Corner, ...]:
    """Lines of one to five legs that never turn back on themselves."""
    steps = st.integers(1, 3_000).map(lambda step: step * 360)
    upright = draw(st.booleans())
    corners = [(10_000_000, 10_000_000)]
    for _ in range(draw(st.integers(1, 5))):
        step = draw(steps) * draw(st.sampled_from((1, -1)))
        x, y = corners[-1]
        corners.append((x, y + step) if upright else (x + step, y))
        upright = not upright
    return tuple(corners)


@given(lines())
def test_the_preset_draws_the_very_line(line: tuple[Corner, ...]) -> None:
    points = drawn(connector_geometry(line))

    # A measured extent of 0 is written as 0.04 mm, half of it on either side.
    for corner, point in zip(line, points, strict=True):
        assert math.dist(corner, point) <= TENTH_OF_A_POINT


@given(lines())
def test_the_box_is_that_of_the_ends(line: tuple[Corner, ...]) -> None:
    x, y, width, height = connector_geometry(line).box

    assert abs(x - min(line[0][0], line[-1][0])) <= 1_440
    assert abs(y - min(line[0][1], line[-1][1])) <= 1_440
    assert abs(width - abs(line[-1][0] - line[0][0])) <= 1_440
    assert abs(height - abs(line[-1][1] - line[0][1])) <= 1_440


def test_more_than_four_bends_are_refused() -> None:
    stairs = [(0, 0)]
    for number in range(6):
        x, y = stairs[-1]
        stairs.append((x + 360, y) if number % 2 else (x, y + 360))
    with pytest.raises(TooManyBends):
        connector_geometry(tuple(stairs))


def test_corners_on_a_straight_run_vanish() -> None:
    line = simplified(((0, 0), (0, 0), (5, 0), (9, 0), (9, 4), (9, 4)))

    assert line == ((0, 0), (9, 0), (9, 4))
    assert all(before != after for before, after in pairwise(line))
