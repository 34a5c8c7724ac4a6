from sopeditor.layout.links import FlowEnds, LinkPlanner
from sopeditor.layout.style import DEFAULT_STYLE, SYMBOL_SIZES
from sopeditor.layout.symbols import Lanes
from sopeditor.model.flow import Flow

LANES = Lanes(widths=(69.0, 69.0, 120.0), index={}, sizes=SYMBOL_SIZES[1])


def ends(number: int, source: int, target: int, lane: int = 0) -> FlowEnds:
    return FlowEnds(Flow(id=f"f{number}", source="x", target="y"), source, target, lane)


def planner(*flows: FlowEnds) -> LinkPlanner:
    return LinkPlanner(flows, LANES, DEFAULT_STYLE)


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
    assert right == -left >= LANES.sizes.link.width


def test_links_stand_one_below_the_other_where_the_lane_is_narrow() -> None:
    narrow = Lanes(widths=(42.0,), index={}, sizes=SYMBOL_SIZES[4])
    links = LinkPlanner([ends(1, 0, 5), ends(2, 1, 6)], narrow, DEFAULT_STYLE)
    _, bottom = links.rows(0, 3)
    upper, lower = bottom.ends
    assert upper.dx == lower.dx == 0
    assert lower.dy - upper.dy >= narrow.sizes.link.height + 6
    assert bottom.height % 3 == 0
    assert bottom.height >= 2 * narrow.sizes.link.height + 15


def test_flows_of_a_page_come_in_the_order_of_the_document() -> None:
    links = planner(ends(1, 3, 0), ends(2, 0, 1), ends(3, 8, 9), ends(4, 2, 7))
    assert [flow.flow.id for flow in links.touching(0, 3)] == ["f1", "f2", "f4"]
