"""The lattice lines of one direction."""

from itertools import pairwise

from sopeditor.layout.routing.axis import CLEARANCE, build_axis


def test_symbols_in_two_lanes_give_centre_lines_and_gaps_around_them() -> None:
    axis = build_axis([0, 60, 120], [(12, 48), (72, 108)])
    assert [line.position for line in axis.lines] == [6, 30, 60, 90, 114]
    assert [line.gap for line in axis.lines] == [True, False, True, False, True]
    assert axis.centre_of == (1, 3)


def test_a_gap_keeps_clear_of_the_symbols_beside_it() -> None:
    gap = build_axis([0, 60, 120], [(12, 48), (72, 108)]).lines[2]
    assert (gap.low, gap.high, gap.border) == (48 + CLEARANCE, 72 - CLEARANCE, 60)


def test_an_empty_lane_gives_a_gap_on_each_of_its_borders() -> None:
    axis = build_axis([0, 60, 120, 180], [(12, 48), (132, 168)])
    assert [line.border for line in axis.lines if line.border] == [60, 120]


def test_a_symbol_between_two_lanes_stands_on_a_centre_line_at_the_border() -> None:
    axis = build_axis([0, 60, 120], [(12, 48), (72, 108), (42, 78)])
    assert axis.lines[axis.centre_of[2]].position == 60


def test_zones_never_meet() -> None:
    spans = [(5, 40), (20, 60), (44, 79), (80, 110), (81, 111), (30, 100)]
    for before, after in pairwise(build_axis([0, 120], spans).lines):
        assert before.high < after.low


def test_a_span_blocks_the_lines_that_it_leaves_no_room_on() -> None:
    axis = build_axis([0, 60, 120], [(12, 48), (72, 108), (42, 78)])
    reach = axis.reach(axis.centre_of[2], 42, 78)
    lines = axis.lines[reach.first : reach.last + 1]
    assert 60 in [line.position for line in lines]
    assert all(line.position not in (6, 114) for line in lines)
