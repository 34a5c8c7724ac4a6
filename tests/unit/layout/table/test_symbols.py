from itertools import combinations

from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.style import DEFAULT_STYLE, SYMBOL_SIZES
from sopeditor.layout.table.symbols import Lanes, SymbolGroup, group_symbols
from sopeditor.model.symbol import Symbol
from tests.unit.layout.support import DECISION, PROCESS, TERMINATOR, step, symbol

LANES = Lanes(widths=(69.0,) * 4, index={f"a{n}": n for n in range(4)}, sizes=SYMBOL_SIZES[1])


def group(*symbols: Symbol, lanes: Lanes = LANES) -> SymbolGroup:
    return group_symbols(step(1, *symbols), lanes, DEFAULT_STYLE)


def rects(made: SymbolGroup, lanes: Lanes = LANES) -> list[Rect]:
    return [
        Rect.centred(Point(lanes.middle(box.first_lane, box.last_lane) + box.dx, box.dy), box.size)
        for box in made.boxes
    ]


def test_a_symbol_stands_in_the_middle_of_its_cell() -> None:
    (box,) = group(symbol(1, 2)).boxes
    assert (box.first_lane, box.last_lane, box.dx, box.dy) == (2, 2, 0, 0)


def test_rows_leave_room_for_lines_above_and_below() -> None:
    assert group(symbol(1, 0)).height == 33
    assert group(symbol(1, 0, kind=TERMINATOR)).height == 36
    assert group(symbol(1, 0, kind=DECISION)).height == 45


def test_a_symbol_of_two_neighbouring_lanes_stands_on_their_border() -> None:
    made = group(symbol(1, 2, 1, kind=DECISION))
    (box,) = made.boxes
    assert (box.first_lane, box.last_lane) == (1, 2)
    assert rects(made)[0].centre.x == 2 * 69
    assert made.joints == ()


def test_a_symbol_of_other_lanes_has_partner_boxes_joined_in_order() -> None:
    made = group(symbol(1, 2, 0, 3, kind=DECISION))
    main, *partners = made.boxes
    assert (main.id, main.kind, main.first_lane, main.partner) == ("y1", DECISION, 2, False)
    assert [(box.first_lane, box.kind, box.symbol) for box in partners] == [
        (0, PROCESS, "y1"),
        (3, PROCESS, "y1"),
    ]
    assert made.joints == (("y1~0", "y1"), ("y1", "y1~3"))


def test_symbols_of_one_cell_stand_one_below_the_other_where_the_lane_is_narrow() -> None:
    made = group(symbol(1, 0, kind=TERMINATOR), symbol(2, 0), symbol(3, 0, kind=DECISION))
    upper, middle, lower = rects(made)
    assert upper.bottom + 12 == middle.top
    assert middle.bottom + 12 == lower.top
    assert len({rect.centre.x for rect in (upper, middle, lower)}) == 1
    assert made.height % 3 == 0
    assert made.height >= lower.bottom - upper.top + 15


def test_symbols_of_one_cell_stand_side_by_side_where_they_fit() -> None:
    wide = Lanes(widths=(120.0,), index={"a0": 0}, sizes=SYMBOL_SIZES[1])
    made = group(symbol(1, 0), symbol(2, 0), lanes=wide)
    left, right = rects(made, wide)
    assert left.right + 6 == right.left
    assert left.top == right.top
    assert (left.left + right.right) / 2 == 60


def test_no_boxes_meet_whatever_shares_a_row() -> None:
    made = group(
        symbol(1, 0, 1, kind=DECISION),
        symbol(2, 0),
        symbol(3, 1, kind=TERMINATOR),
        symbol(4, 1, 2),
        symbol(5, 3),
        symbol(6, 3, 0, kind=DECISION),
    )
    for one, other in combinations(rects(made), 2):
        assert not one.intersects(other)


def test_a_symbol_alone_in_its_lane_stays_in_the_middle_beside_a_stack() -> None:
    made = group(symbol(1, 0), symbol(2, 0), symbol(3, 3))
    assert made.boxes[2].dy == 0


def test_a_symbol_whose_actor_has_no_lane_is_left_out() -> None:
    lost = Symbol(id="y1", kind=PROCESS, actors=("nobody",))
    assert group(lost) == SymbolGroup()
