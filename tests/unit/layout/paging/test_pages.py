from collections import Counter
from itertools import pairwise

from msgspec.structs import replace

from sopeditor.foundation.geometry import Point
from sopeditor.layout.assembly import assemble
from sopeditor.layout.placement import ChartPage, PlacedLink
from sopeditor.layout.quality import drawn_charts
from sopeditor.layout.routing.problem import Routing, RoutingProblem
from sopeditor.layout.style import DEFAULT_STYLE
from sopeditor.model.chart import Chart
from sopeditor.model.flow import Flow, FlowHints, FlowKind, Side
from sopeditor.model.step import Column
from tests.unit.layout.support import (
    DECISION,
    PROFILE,
    HalfEm,
    chart,
    charts_of,
    document,
    flow,
    laid_out,
    procedure,
    step,
    straight,
    symbol,
)


def pages_of_long_chart() -> list[ChartPage]:
    """Answer the pages of 24 steps with one flow back from the last to the first."""
    drawn = procedure(24)
    flows = (*drawn.flows, flow(99, 23, 0, "Tidak"))
    return charts_of(laid_out(document(chart(drawn.steps, flows))))


def test_every_step_stands_once_in_order() -> None:
    pages = pages_of_long_chart()
    assert [row.step for page in pages for row in page.rows if row.step] == [
        f"s{n}" for n in range(24)
    ]
    assert len(pages) > 1


def test_every_page_repeats_the_head() -> None:
    heads = [tuple((c.field, c.rect) for c in page.header) for page in pages_of_long_chart()]
    assert len(set(heads)) == 1


def test_a_flow_over_a_page_break_has_two_links_of_one_number() -> None:
    links = [link for page in pages_of_long_chart() for link in page.links]
    by_flow = Counter((link.flow, link.number) for link in links)
    assert set(by_flow.values()) == {2}
    assert sorted({link.number for link in links}) == list(range(1, len(by_flow) + 1))


def test_links_are_numbered_as_they_appear() -> None:
    seen = [link.number for page in pages_of_long_chart() for link in page.links]
    firsts = list(dict.fromkeys(seen))
    assert firsts == sorted(firsts)


def test_numbers_run_on_over_all_charts() -> None:
    one = procedure(24)
    layout = laid_out(document(one, _renamed()))
    numbers = {link.flow: link.number for page in charts_of(layout) for link in page.links}
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))


def _renamed() -> Chart:
    drawn = procedure(24)
    steps = [step(n + 100, symbol(n + 100, n % 3)) for n, _ in enumerate(drawn.steps)]
    flows = [flow(n + 100, n + 100, n + 101) for n in range(23)]
    return replace(chart(steps, flows), id="c2")


def test_forward_links_are_at_the_break_and_backward_links_at_the_far_ends() -> None:
    first, *_, last = pages_of_long_chart()

    def row_of(page: ChartPage, link: PlacedLink) -> str:
        return "top" if link.row == 0 else "bottom" if link.row == len(page.rows) - 1 else ""

    back_out = next(link for link in last.links if link.flow == "f99")
    back_in = next(link for link in first.links if link.flow == "f99")
    assert (back_out.outgoing, row_of(last, back_out)) == (True, "top")
    assert (back_in.outgoing, row_of(first, back_in)) == (False, "bottom")
    forward = next(link for link in first.links if link.flow != "f99")
    assert (forward.outgoing, row_of(first, forward)) == (True, "bottom")


def test_both_links_of_a_flow_stand_in_the_lane_of_its_target() -> None:
    pages = pages_of_long_chart()
    lanes = {s.symbol: s.first_lane for page in pages for s in page.symbols}
    for page in pages:
        for link in page.links:
            target = 0 if link.flow == "f99" else int(link.flow[1:]) + 1
            assert link.lane == lanes[f"y{target}"]
            assert page.lane_at(link.rect.centre) == link.lane


def test_the_label_of_a_branch_stays_where_the_flow_starts() -> None:
    pieces = [f for page in pages_of_long_chart() for f in page.flows if f.flow == "f99"]
    labels = {piece.id: piece.label is not None for piece in pieces}
    assert labels == {"f99/out": True, "f99/in": False}


def test_pieces_end_at_symbols_and_links_of_their_page() -> None:
    for page in pages_of_long_chart():
        ids = {s.id for s in page.symbols} | {link.id for link in page.links}
        assert all({f.source, f.target} <= ids for f in page.flows)
        names = [*ids, *(f.id for f in page.flows)]
        assert len(names) == len(set(names))


def test_hints_follow_the_half_they_are_for() -> None:
    hints = FlowHints(source_side=Side.RIGHT, target_side=Side.LEFT, way_points=(Point(9, 9),))
    drawn = procedure(24)
    back = Flow(id="f99", source="y23", target="y0", hints=hints)
    asked: dict[str, FlowHints] = {}

    def router(problem: RoutingProblem) -> Routing:
        asked.update({f.id: f.hints for f in problem.flows})
        return straight(problem)

    assemble(
        document(chart(drawn.steps, (*drawn.flows, back))), PROFILE, HalfEm(), DEFAULT_STYLE, router
    )
    assert asked["f99/out"] == FlowHints(source_side=Side.RIGHT)
    assert asked["f99/in"] == FlowHints(target_side=Side.LEFT)


def test_way_points_of_a_line_that_a_page_break_cuts_are_named_as_dropped() -> None:
    hints = FlowHints(way_points=(Point(9, 9),))
    drawn = procedure(24)
    back = Flow(id="f99", source="y23", target="y0", hints=hints)
    layout = laid_out(document(chart(drawn.steps, (*drawn.flows, back))))
    assert layout.dropped_hints == ("f99",)
    (figures,) = drawn_charts(layout)
    assert figures.dropped_hints == ("f99",)


def test_wishes_for_a_plain_line_that_runs_from_lane_to_lane_are_named_as_dropped() -> None:
    hints = FlowHints(way_points=(Point(9, 9),))
    steps = [step(0, symbol(0, 0), symbol(1, 2), symbol(2, 1))]
    ties = [
        Flow(id=f"f{n}", source="y0", target=f"y{n}", kind=FlowKind.JOINT, hints=hints)
        for n in (1, 2)
    ]
    layout = laid_out(document(chart(steps, ties)))
    assert layout.dropped_hints == ("f1",)


def test_partner_boxes_are_joined_by_plain_lines_that_are_no_flows() -> None:
    drawn = chart([step(1, symbol(1, 0, 2, kind=DECISION))])
    (page,) = charts_of(laid_out(document(drawn)))
    (line,) = page.flows
    assert (line.kind, line.flow) == (FlowKind.JOINT, "")
    assert {line.source, line.target} == {"y1", "y1~2"}
    assert [s.partner for s in page.symbols] == [False, True]


def test_members_of_a_group_are_joined_from_lane_to_lane() -> None:
    joined = [
        Flow(id=f"f{n}", source=f"y{n}", target=f"y{n + 1}", kind=FlowKind.JOINT)
        for n in range(1, 4)
    ]
    row = step(1, symbol(1, 3), symbol(2, 0), symbol(3, 2), symbol(4, 1))
    (page,) = charts_of(laid_out(document(chart([row], joined, lanes=4))))
    lanes = {s.id: s.first_lane for s in page.symbols}
    assert {abs(lanes[f.source] - lanes[f.target]) for f in page.flows} == {1}
    assert sorted(f.flow for f in page.flows) == ["f1", "f2", "f3"]


def test_a_symbol_between_two_lanes_has_one_cell_over_both() -> None:
    drawn = chart([step(1, symbol(1, 1, 2, kind=DECISION)), step(2, symbol(2, 0))], lanes=4)
    (page,) = charts_of(laid_out(document(drawn)))
    lanes = {c.lane: c for c in page.columns if c.lane is not None}
    spans = [
        [(c.lane, c.rect.left, c.rect.right) for c in row.cells if c.lane is not None]
        for row in page.rows
    ]
    assert [lane for lane, *_ in spans[0]] == [0, 1, 3]
    assert spans[0][1] == (1, lanes[1].left, lanes[2].right)
    assert [lane for lane, *_ in spans[1]] == [0, 1, 2, 3]


def test_cells_of_symbols_between_lanes_that_meet_are_one() -> None:
    row = step(1, symbol(1, 0, 1), symbol(2, 1, 2), symbol(3, 3, 4))
    (page,) = charts_of(laid_out(document(chart([row], lanes=6))))
    cells = [c for c in page.rows[0].cells if c.lane is not None]
    assert [cell.lane for cell in cells] == [0, 3, 5]
    assert all(a.rect.right == b.rect.left for a, b in pairwise(cells))


def test_the_row_of_a_decision_is_high_enough_for_the_labels_of_its_exits() -> None:
    def height(*labels: str) -> float:
        steps = [
            step(0, symbol(0, 0, kind=DECISION)),
            *(step(n, symbol(n, 0)) for n in (1, 2, 3, 4)),
        ]
        flows = [flow(n, 0, n, label) for n, label in enumerate(labels, start=1)]
        (page,) = charts_of(laid_out(document(chart(steps, flows))))
        return page.rows[0].rect.height

    assert height("Ya", "Tidak") < height("Disetujui dengan catatan", "Tidak")
    assert height("Ya", "Tidak") < height("Ya", "Tidak", "Ragu", "Batal")


def test_symbols_stand_on_the_axis_of_their_lane_and_the_middle_of_their_row() -> None:
    for page in pages_of_long_chart():
        lanes = {c.lane: c for c in page.columns if c.lane is not None}
        for placed in page.symbols:
            lane, row = lanes[placed.first_lane], page.rows[placed.row]
            assert placed.rect.centre == ((lane.left + lane.right) / 2, row.rect.centre.y)


def test_a_shared_cell_spans_its_rows() -> None:
    shared = frozenset({Column.DURATION})
    drawn = chart([step(1, symbol(1, 0), shared=shared), step(2, symbol(2, 0))])
    (page,) = charts_of(laid_out(document(drawn)))
    upper = [c for c in page.rows[0].cells if c.field == "duration"]
    assert upper[0].rect.height == page.rows[0].rect.height + page.rows[1].rect.height
    assert not [c for c in page.rows[1].cells if c.field == "duration"]


def test_rows_and_lanes_grow_where_lines_lack_room() -> None:
    def router(problem: RoutingProblem) -> Routing:
        narrow = problem.rows[1] - problem.rows[0] < 60
        return Routing(
            routes=straight(problem).routes,
            row_shortage=((0, 60 - (problem.rows[1] - problem.rows[0])),) if narrow else (),
        )

    made = assemble(document(procedure(3)), PROFILE, HalfEm(), DEFAULT_STYLE, router)
    (page,) = charts_of(made)
    assert page.rows[0].rect.height == 60


def test_a_shortage_that_never_ends_does_not_grow_forever() -> None:
    rounds = []

    def router(problem: RoutingProblem) -> Routing:
        rounds.append(problem)
        return Routing(
            routes=straight(problem).routes, row_shortage=((0, 9.0),), lane_shortage=((0, 9.0),)
        )

    assemble(document(procedure(3)), PROFILE, HalfEm(), DEFAULT_STYLE, router)
    assert len(rounds) <= DEFAULT_STYLE.rounds + 1


def test_a_flow_without_a_route_is_drawn_all_the_same() -> None:
    def router(_: RoutingProblem) -> Routing:
        return Routing(routes=())

    drawn = chart([step(0, symbol(0, 0)), step(1, symbol(1, 1))], [flow(0, 0, 1, "Ya")])
    made = assemble(document(drawn), PROFILE, HalfEm(), DEFAULT_STYLE, router)
    (line,) = charts_of(made)[0].flows
    assert len(line.points) >= 2
    assert line.label
    assert line.label.lines == ("Ya",)


def test_subtitle_stands_above_the_first_table_and_footnotes_below_the_last() -> None:
    drawn = procedure(24)
    made = chart(drawn.steps, drawn.flows, subtitle="Bagian A", footnotes=("Satu", "Dua"))
    first, *_, last = charts_of(laid_out(document(made)))
    assert [text.lines for text in first.above] == [("Bagian A",)]
    assert first.above[0].rect.bottom <= first.table.top
    assert [text.lines for text in last.below] == [("Satu", "Dua")]
    assert last.below[0].rect.top >= last.table.bottom
    assert not last.above
    assert not first.below


def test_a_chart_without_steps_has_one_page_with_its_head() -> None:
    (page,) = charts_of(laid_out(document(chart([]))))
    assert page.rows == ()
    assert page.header
    assert page.table.bottom == page.body.top == page.body.bottom


def test_a_chart_without_lanes_keeps_an_empty_column_for_them() -> None:
    (page,) = charts_of(laid_out(document(chart([step(1, symbol(1, 0))], lanes=0))))
    assert [c.lane for c in page.columns if c.column is Column.ACTORS] == [None]
    assert page.symbols == ()


def test_captions_shrink_to_fit_their_symbol() -> None:
    drawn = chart([step(1, symbol(1, 0, caption="Ya"), symbol(2, 1, caption="Kelengkapannya"))])
    (page,) = charts_of(laid_out(document(drawn)))
    short, long = (s.caption for s in page.symbols)
    assert short
    assert long
    assert short.lines == ("Ya",)
    assert long.font.size < short.font.size
    assert all(s.rect.encloses(s.caption.rect) for s in page.symbols if s.caption)
