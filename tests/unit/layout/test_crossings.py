"""Where lines cross, and what they run through."""

import pytest

from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.crossings import crossings, runs_through, with_hops
from sopeditor.layout.placement import PlacedFlow
from sopeditor.model.flow import FlowKind


def line(name: str, *points: tuple[float, float]) -> PlacedFlow:
    return PlacedFlow(
        id=name, flow=name, kind=FlowKind.FLOW, source="a", target="b",
        points=tuple(Point(*point) for point in points),
    )  # fmt: skip


LEVEL = line("level", (0, 50), (100, 50))
UPRIGHT = line("upright", (40, 0), (40, 100))


def test_a_crossing_belongs_to_the_level_line() -> None:
    assert crossings([LEVEL, UPRIGHT]) == {0: (Point(40, 50),)}


def test_lines_that_only_touch_do_not_cross() -> None:
    assert crossings([LEVEL, line("end", (40, 0), (40, 50))]) == {}
    assert crossings([LEVEL, line("corner", (100, 0), (100, 100))]) == {}


def test_a_line_does_not_cross_itself() -> None:
    assert crossings([line("knot", (0, 50), (100, 50), (100, 0), (40, 0), (40, 100))]) == {}


def test_the_level_line_hops() -> None:
    level, upright = with_hops((LEVEL, UPRIGHT))

    assert level.hops == (Point(40, 50),)
    assert upright is UPRIGHT


@pytest.mark.parametrize(
    ("rect", "through"),
    [
        (Rect(30, 40, 20, 20), True),
        (Rect(30, 50, 20, 20), False),
        (Rect(30, 60, 20, 20), False),
        (Rect(100, 40, 20, 20), False),
    ],
)
def test_a_line_along_an_edge_runs_not_through(rect: Rect, through: bool) -> None:
    assert runs_through(LEVEL, rect) is through
