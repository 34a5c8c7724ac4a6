from collections.abc import Sequence

from sopeditor.layout.paging.links import FlowEnds, LinkPlanner, drawable_flows
from sopeditor.layout.style import DEFAULT_STYLE, SYMBOL_SIZES
from sopeditor.layout.table.symbols import Lanes, SymbolBox, SymbolGroup, group_symbols
from sopeditor.model.flow import Flow
from sopeditor.model.symbol import SymbolKind
from tests.unit.layout.support import chart, flow, step, symbol

LANES = Lanes(widths=(69.0, 69.0, 120.0), index={}, sizes=SYMBOL_SIZES[1])
NARROW = Lanes(widths=(42.0,), index={}, sizes=SYMBOL_SIZES[4])


def ends(number: int, source: int, target: int, lane: int = 0, source_lane: int = 0) -> FlowEnds:
    return FlowEnds(
        flow=Flow(id=f"f{number}", source="x", target="y"),
        source_row=source,
        target_row=target,
        source_at=source_lane,
        target_at=lane,
        lane=lane,
    )


def planner(
    *flows: FlowEnds, lanes: Lanes = LANES, standing: Sequence[int | None] = ()
) -> LinkPlanner:
    """Answer the planner of ten rows; `standing` tells in which lane each has its symbol."""
    groups = [_group(lane) for lane in (*standing, *[None] * (10 - len(standing)))]
    return LinkPlanner(flows, groups, lanes, DEFAULT_STYLE)


def _group(lane: int | None) -> SymbolGroup:
    if lane is None:
        return SymbolGroup()
    size = LANES.sizes.process
    box = SymbolBox(
        id="y", symbol="y", kind=SymbolKind.PROCESS, size=size, first_lane=lane, last_lane=lane
    )
    return SymbolGroup((box,))


def test_a_forward_flow_leaves_below_and_comes_in_above() -> None:
    links = planner(ends(1, 2, 5, lane=1))
    top, bottom = links.rows(0, 3)
    assert (top.ends, top.height) == ((), 0.0)
    assert [(end.outgoing, end.lane) for end in bottom.ends] == [(True, 1)]
    top, bottom = links.rows(4, 7)
    assert [(end.outgoing, end.lane) for end in top.ends] == [(False, 1)]
    assert bottom.ends == ()


def test_a_backward_flow_leaves_above_and_comes_in_below() -> None:
    links = planner(ends(1, 5, 2))
    assert [end.outgoing for end in links.rows(4, 7)[0].ends] == [True]
    assert [end.outgoing for end in links.rows(0, 3)[1].ends] == [False]


def test_a_flow_within_a_page_or_past_it_needs_no_link() -> None:
    links = planner(ends(1, 1, 2), ends(2, 0, 9))
    assert links.rows(1, 3)[0].ends == ()
    assert links.rows(1, 3)[1].ends == ()


def test_links_of_one_lane_stand_side_by_side_where_they_fit() -> None:
    _, bottom = planner(ends(1, 0, 5, 2), ends(2, 0, 6, 2), ends(3, 1, 7, 2)).rows(0, 3)
    assert len({end.dy for end in bottom.ends}) == 1
    left, middle, right = (end.dx for end in bottom.ends)
    assert middle == 0
    assert right == -left >= bottom.ends[0].size.width


def test_links_stand_one_below_the_other_where_the_lane_is_narrow() -> None:
    _, bottom = planner(ends(1, 0, 5), ends(2, 1, 6), lanes=NARROW).rows(0, 3)
    upper, lower = bottom.ends
    assert upper.dx == lower.dx == 0
    assert lower.dy - upper.dy >= NARROW.sizes.link.height + 6
    assert bottom.height % 3 == 0
    assert bottom.height >= 2 * NARROW.sizes.link.height + 15


def test_the_link_straight_below_a_symbol_stands_on_the_axis() -> None:
    flows = ends(1, 0, 8), ends(2, 1, 9), ends(3, 2, 7)
    _, bottom = planner(*flows, standing=[0, 1, 0]).rows(0, 4)
    assert [(end.flow.id, end.dx == 0) for end in bottom.ends] == [
        ("f1", False),
        ("f3", True),
        ("f2", False),
    ]


def test_the_other_links_stand_on_the_side_that_their_lines_come_from() -> None:
    flows = ends(1, 1, 8, lane=1, source_lane=2), ends(2, 2, 7, lane=1, source_lane=1)
    _, bottom = planner(*flows, standing=[0, 2, 1]).rows(0, 4)
    assert [end.flow.id for end in bottom.ends] == ["f2", "f1"]
    assert [end.dx == 0 for end in bottom.ends] == [True, False]


def test_in_a_narrow_lane_the_straight_link_is_nearest_to_the_steps() -> None:
    flows = ends(1, 0, 8), ends(2, 3, 7)
    links = planner(*flows, lanes=NARROW, standing=[0, None, None, 0, None, None, None, 0, 0])
    _, bottom = links.rows(0, 4)
    assert [end.flow.id for end in bottom.ends] == ["f2", "f1"]
    top, _ = links.rows(5, 9)
    assert [end.flow.id for end in top.ends] == ["f1", "f2"]


def test_links_stay_inside_their_lane_and_apart() -> None:
    for width in range(27, 130, 3):
        lanes = Lanes(widths=(float(width),), index={}, sizes=SYMBOL_SIZES[5])
        for count in range(1, 8):
            flows = [ends(number, 0, 9) for number in range(count)]
            _, bottom = planner(*flows, lanes=lanes, standing=[0]).rows(0, 4)
            spots = {(end.dx, end.dy) for end in bottom.ends}
            assert len(spots) == count
            assert all(abs(end.dx) + end.size.width / 2 <= width / 2 for end in bottom.ends)
            assert all(
                abs(end.dy) + end.size.height / 2 <= bottom.height / 2 for end in bottom.ends
            )


def test_growing_pages_tell_the_heights_that_rows_of_links_have() -> None:
    flows = [ends(1, 0, 8), ends(2, 3, 7, 1), ends(3, 6, 2), ends(4, 5, 9), ends(5, 4, 4)]
    links = planner(*flows, lanes=LANES, standing=[0, 1, 2, 0, 1, 2, 0, 1, 2, 0])
    for first in range(10):
        for last, heights in enumerate(links.growing(first), start=first):
            top, bottom = links.rows(first, last)
            assert (heights.top, heights.bottom) == (top.height, bottom.height)
            assert heights.links == len(top.ends) + len(bottom.ends)


def test_flows_of_a_page_come_in_the_order_of_the_document() -> None:
    links = planner(ends(1, 3, 0), ends(2, 0, 1), ends(3, 8, 9), ends(4, 2, 7))
    assert [flow.flow.id for flow in links.touching(0, 3)] == ["f1", "f2", "f4"]


def test_only_flows_between_two_standing_symbols_are_drawn() -> None:
    steps = [step(1, symbol(1, 0)), step(2, symbol(2, 1, 2)), step(3, symbol(3, 9))]
    drawn = chart(steps, [flow(1, 1, 2), flow(2, 2, 3), flow(3, 1, 1)])
    lanes = Lanes(widths=(69.0,) * 3, index={"a0": 0, "a1": 1, "a2": 2}, sizes=SYMBOL_SIZES[1])
    groups = [group_symbols(row, lanes, DEFAULT_STYLE) for row in steps]
    (only,) = drawable_flows(drawn, groups)
    assert (only.flow.id, only.source_row, only.target_row) == ("f1", 0, 1)
    assert (only.source_at, only.target_at, only.lane) == (0, 1.5, 1)
