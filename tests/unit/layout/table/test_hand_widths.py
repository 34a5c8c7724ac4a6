import pytest
from msgspec.structs import replace

from sopeditor.layout.lines import usable_width
from sopeditor.layout.table.columns import ColumnPlan, plan_columns
from sopeditor.layout.table.hand_widths import Need, granted_widths
from sopeditor.model.chart import Chart
from sopeditor.model.page import Orientation, PageSetup, Paper
from sopeditor.model.step import Column
from sopeditor.model.widths import ColumnWidths
from tests.unit.layout.support import chart, context_of, document, procedure, step, symbol

NEEDS = {Column.ACTIVITY: Need(60.0), Column.ACTORS: Need(30.0, 4), Column.OUTPUT: Need(40.0)}


def _plan(drawn: Chart, widths: dict[Column, float], page: PageSetup | None = None) -> ColumnPlan:
    by_hand = replace(drawn, widths=ColumnWidths.of(widths))
    lanes = len(drawn.lanes)
    context = context_of(document(by_hand, lanes=lanes, page=page or PageSetup()))
    plan = plan_columns(context, by_hand, {})
    assert 0 <= context.sheet.body.right - plan.right < 3 * max(1, lanes)
    return plan


def test_a_wish_that_has_room_is_granted_on_the_grid() -> None:
    assert granted_widths({Column.ACTIVITY: 100.4}, NEEDS, 400.0) == {Column.ACTIVITY: 99.0}


def test_no_wish_goes_below_what_is_readable() -> None:
    assert granted_widths({Column.ACTORS: 12.0}, NEEDS, 400.0) == {Column.ACTORS: 30.0}


def test_wishes_share_what_the_others_leave() -> None:
    wanted = {Column.ACTIVITY: 160.0, Column.OUTPUT: 90.0}
    granted = granted_widths(wanted, NEEDS | {Column.OUTPUT: Need(42.0)}, 300.0)
    assert granted[Column.ACTIVITY] + granted[Column.OUTPUT] <= 300.0 - 4 * 30.0
    above = {column: granted[column] - NEEDS[column].least for column in granted}
    assert above[Column.ACTIVITY] > above[Column.OUTPUT] > 0


def test_without_any_room_each_gets_its_least() -> None:
    assert granted_widths({Column.ACTIVITY: 200.0}, NEEDS, 100.0) == {Column.ACTIVITY: 60.0}


def test_a_column_that_is_not_there_gets_nothing() -> None:
    assert granted_widths({Column.TOOLS: 60.0}, NEEDS, 400.0) == {}


@pytest.mark.parametrize(
    ("column", "points"),
    [
        (Column.NUMBER, 36.0),
        (Column.ACTIVITY, 210.0),
        (Column.ACTORS, 90.0),
        (Column.INPUTS, 126.0),
        (Column.DURATION, 75.0),
        (Column.OUTPUT, 63.0),
        (Column.REMARKS, 120.0),
    ],
)
def test_the_layout_keeps_to_a_width_by_hand(column: Column, points: float) -> None:
    plan = _plan(procedure(9, 4), {column: points})
    assert plan.width(column) == points
    assert not plan.hands_cut


def test_the_other_columns_are_still_divided_as_is_best() -> None:
    usual = _plan(procedure(9, 4), {})
    plan = _plan(procedure(9, 4), {Column.ACTIVITY: usual.width(Column.ACTIVITY) + 60})
    assert plan.width(Column.INPUTS) < usual.width(Column.INPUTS)
    assert plan.width(Column.OUTPUT) < usual.width(Column.OUTPUT)


def test_two_columns_set_against_each_other_move_no_lane() -> None:
    usual = _plan(procedure(9, 5), {})
    output, remarks = usual.width(Column.OUTPUT), usual.width(Column.REMARKS)
    plan = _plan(procedure(9, 5), {Column.OUTPUT: output - 15, Column.REMARKS: remarks + 15})
    assert plan.lane_edges == usual.lane_edges
    assert plan.width(Column.OUTPUT) == output - 15


def test_no_column_by_hand_cuts_a_word() -> None:
    rows = [step(n, symbol(n, n % 4), activity="Mempertanggungjawabkan hasil") for n in range(5)]
    drawn = chart(rows, lanes=4)
    plan = _plan(drawn, {Column.ACTIVITY: 12.0})
    context = context_of(document(drawn))
    word = context.setter.longest_word("Mempertanggungjawabkan", context.fonts.body)
    assert usable_width(plan.width(Column.ACTIVITY)) >= word
    assert not plan.hands_cut


@pytest.mark.parametrize("points", [12.0, 30.0, 60.0, 300.0])
@pytest.mark.parametrize("lanes", [1, 4, 12])
def test_lanes_are_never_narrower_than_their_symbols(points: float, lanes: int) -> None:
    plan = _plan(procedure(9, lanes), {Column.ACTORS: points})
    assert len(set(plan.lanes.widths)) == 1
    assert plan.lanes.widths[0] >= max(27.0, plan.lanes.sizes.decision.width + 9)


def test_a_lane_by_hand_still_grows_where_its_lines_need_room() -> None:
    drawn = replace(procedure(9, 4), widths=ColumnWidths.of({Column.ACTORS: 75.0}))
    plan = plan_columns(context_of(document(drawn)), drawn, {2: 13.0})
    assert plan.lanes.widths == (75.0, 75.0, 90.0, 75.0)


def test_what_the_paper_has_no_room_for_is_cut_and_told() -> None:
    page = PageSetup(paper=Paper.A4, orientation=Orientation.PORTRAIT)
    widths = {Column.ACTIVITY: 400.0, Column.OUTPUT: 300.0, Column.ACTORS: 120.0}
    plan = _plan(procedure(9, 4), widths, page)
    assert plan.hands_cut
    assert all(column.width >= 12 for column in plan.columns)
    assert plan.width(Column.ACTIVITY) > plan.width(Column.REMARKS)


def test_all_columns_by_hand_share_a_wider_paper() -> None:
    plan = _plan(procedure(9, 2), dict.fromkeys(Column, 60.0))
    texts = [c.width for c in plan.columns if c.lane is None and c.column is not Column.NUMBER]
    assert max(texts) - min(texts) <= 3


def test_surplus_goes_to_columns_that_are_not_set() -> None:
    narrow = {Column.ACTIVITY: 75.0, Column.INPUTS: 60.0, Column.OUTPUT: 60.0, Column.ACTORS: 60.0}
    plan = _plan(procedure(9, 2), narrow)
    assert [plan.width(column) for column in narrow] == list(narrow.values())
