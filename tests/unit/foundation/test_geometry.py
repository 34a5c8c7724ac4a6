import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopeditor.foundation.geometry import Point, Rect, Size, bounding_box

BOX = Rect(10, 20, 30, 40)
PLACES = st.builds(
    Point,
    st.floats(-10_000, 10_000, allow_nan=False),
    st.floats(-10_000, 10_000, allow_nan=False),
)


def test_a_box_knows_its_edges_its_middle_and_its_size() -> None:
    assert (BOX.left, BOX.top, BOX.right, BOX.bottom) == (10, 20, 40, 60)
    assert BOX.centre == Point(25, 40)
    assert BOX.size == Size(30, 40)


def test_a_box_around_a_centre_has_that_centre() -> None:
    assert Rect.centred(Point(25, 40), Size(30, 40)) == BOX


def test_a_box_between_edges_is_the_box_with_these_edges() -> None:
    assert Rect.spanning(10, 20, 40, 60) == BOX


@pytest.mark.parametrize("point", [Point(10, 20), Point(40, 60), Point(25, 40)])
def test_a_box_contains_its_inside_and_its_edges(point: Point) -> None:
    assert BOX.contains(point)


@pytest.mark.parametrize(
    "point", [Point(9.9, 40), Point(40.1, 40), Point(25, 19.9), Point(25, 60.1)]
)
def test_a_box_does_not_contain_what_lies_beyond_an_edge(point: Point) -> None:
    assert not BOX.contains(point)


def test_a_box_encloses_itself_and_what_lies_within_its_slack() -> None:
    assert BOX.encloses(BOX)
    assert not BOX.encloses(BOX.grown(1))
    assert BOX.encloses(BOX.grown(1), slack=1)


@pytest.mark.parametrize(("dx", "dy"), [(-5, 0), (5, 0), (0, -5), (0, 5)])
def test_a_box_does_not_enclose_a_box_that_sticks_out_on_one_side(dx: float, dy: float) -> None:
    assert not BOX.encloses(BOX.moved(dx, dy))


def test_boxes_that_only_touch_do_not_intersect() -> None:
    assert not BOX.intersects(BOX.moved(30, 0))
    assert not BOX.intersects(BOX.moved(0, 40))
    assert BOX.intersects(BOX.moved(29.9, 39.9))


def test_moving_keeps_the_size_and_growing_keeps_the_centre() -> None:
    assert BOX.moved(3, -4) == Rect(13, 16, 30, 40)
    assert BOX.grown(2) == Rect(8, 18, 34, 44)
    assert BOX.grown(-2).centre == BOX.centre


@given(st.lists(PLACES, min_size=1, max_size=12))
def test_the_bounding_box_reaches_each_point_and_no_further(points: list[Point]) -> None:
    box = bounding_box(points)
    assert box.left == min(p.x for p in points)
    assert box.top == min(p.y for p in points)
    assert box.right == pytest.approx(max(p.x for p in points), abs=1e-6)
    assert box.bottom == pytest.approx(max(p.y for p in points), abs=1e-6)


def test_no_points_have_no_bounding_box() -> None:
    with pytest.raises(ValueError, match="empty"):
        bounding_box([])
