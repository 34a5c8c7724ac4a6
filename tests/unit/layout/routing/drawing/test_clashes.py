"""Lines that share a piece although they should not."""

from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.layout.routing.drawing.clashes import clashes

LONG: Polyline = (Point(0, 10), Point(50, 10), Point(50, 40))
BESIDE: Polyline = (Point(30, 10.02), Point(90, 10.02))
BELOW: Polyline = (Point(30, 10.5), Point(90, 10.5))
BEYOND: Polyline = (Point(50, 10), Point(90, 10))


def test_lines_in_one_place_clash_where_they_overlap() -> None:
    lines = [BELOW, LONG, BESIDE]
    assert clashes([(False, [(0, 0), (1, 0), (2, 0)])], lines) == [(1, 2)]


def test_lines_that_touch_or_run_apart_do_not_clash() -> None:
    assert clashes([(False, [(0, 0), (1, 0)])], [LONG, BEYOND]) == []
    assert clashes([(False, [(0, 0), (1, 0)])], [LONG, BELOW]) == []


def test_upright_legs_clash_like_level_ones() -> None:
    turned = [(Point(50, 30), Point(50, 60)), LONG]
    assert clashes([(True, [(0, 0), (1, 1)])], turned) == [(0, 1)]
