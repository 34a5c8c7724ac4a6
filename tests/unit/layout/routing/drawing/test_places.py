"""Places for labels: what meets them, whatever rows and borders it stands in."""

from sopeditor.foundation.geometry import Point, Rect, Size
from sopeditor.layout.routing.drawing.places import HIT, IN_CORNER, Places
from sopeditor.layout.routing.problem import Outline, RoutingProblem, RoutingSymbol

SIZE = Size(20.0, 10.0)


def _places(*symbols: RoutingSymbol) -> Places:
    return Places(
        RoutingProblem(
            lanes=(0.0, 100.0, 200.0), rows=(0.0, 40.0, 80.0, 120.0), symbols=symbols, flows=()
        )
    )


def test_the_first_place_beside_a_leg_is_the_best_where_all_are_free() -> None:
    box, cost, _ = _places().beside((Point(10.0, 20.0), Point(90.0, 20.0)), SIZE)

    assert (box, cost) == ((11.0, 9.0, 31.0, 19.0), 0.0)


def test_a_label_rather_goes_on_than_onto_a_border() -> None:
    box, cost, _ = _places().beside((Point(95.0, 20.0), Point(190.0, 20.0)), SIZE)

    assert (box, cost) == ((100.0, 9.0, 120.0, 19.0), 2.0)


def test_what_reaches_through_rows_is_met_once_and_every_leg_upwards_too() -> None:
    for line in ((Point(50.0, 5.0), Point(50.0, 90.0)), (Point(50.0, 90.0), Point(50.0, 5.0))):
        places = _places()
        places.add_lines([line])

        assert places.cost((40.0, 30.0, 60.0, 38.0)) == HIT
        assert places.cost((40.0, 34.0, 60.0, 44.0)) == HIT + 10.0
        assert places.cost((40.0, 82.0, 60.0, 92.0)) == HIT
        assert places.cost((40.0, 92.0, 60.0, 102.0)) == 0.0


def test_the_corner_beside_a_diamond_is_better_than_a_meeting() -> None:
    rect = Rect(30.0, 5.0, 40.0, 30.0)
    places = _places(
        RoutingSymbol(id="a", rect=rect, row=0, first_lane=0, last_lane=0, outline=Outline.DIAMOND)
    )

    assert places.cost((65.0, 2.0, 85.0, 8.0)) == IN_CORNER
    assert places.cost((45.0, 2.0, 65.0, 8.0)) == HIT


def test_what_is_removed_is_in_nobodys_way() -> None:
    places = _places()
    box = (10.0, 30.0, 30.0, 50.0)
    places.add(box)
    assert places.cost((12.0, 42.0, 28.0, 47.0)) == HIT

    places.remove(box)

    assert places.cost((12.0, 42.0, 28.0, 47.0)) == 0.0
