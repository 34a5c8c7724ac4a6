import pytest

from sopeditor.layout.lines import usable_width
from sopeditor.layout.table.columns import plan_columns, shown_columns
from sopeditor.layout.table.header import plan_header
from sopeditor.model.actor import Actor
from sopeditor.model.document import Document
from sopeditor.model.page import Orientation, PageSetup, Paper
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import Column, Step
from tests.unit.layout.support import chart, context_of, document, procedure, step, symbol


@pytest.mark.parametrize("lanes", range(15))
@pytest.mark.parametrize("paper", [Paper.F4, Paper.A4])
@pytest.mark.parametrize("orientation", list(Orientation))
def test_the_table_fills_the_width_of_any_paper(
    lanes: int, paper: Paper, orientation: Orientation
) -> None:
    drawn = procedure(9, lanes) if lanes else chart([Step(id="s1")], lanes=0)
    context = context_of(document(drawn, page=PageSetup(paper=paper, orientation=orientation)))
    plan = plan_columns(context, drawn, {})
    assert plan.left == context.sheet.body.left
    assert 0 <= context.sheet.body.right - plan.right < 3 * max(1, lanes)
    assert all(column.width % 3 == 0 and column.width > 0 for column in plan.columns)
    assert all(a.right == b.left for a, b in zip(plan.columns, plan.columns[1:], strict=False))


@pytest.mark.parametrize("lanes", [2, 5, 8, 12])
def test_lanes_are_equal_and_wider_than_their_symbols(lanes: int) -> None:
    drawn = procedure(9, lanes)
    plan = plan_columns(context_of(document(drawn)), drawn, {})
    assert len(set(plan.lanes.widths)) == 1
    assert plan.lanes.widths[0] >= plan.lanes.sizes.decision.width + 12


def test_few_lanes_have_room_for_two_lines_beside_the_largest_symbol() -> None:
    drawn = procedure(9, 4)
    plan = plan_columns(context_of(document(drawn)), drawn, {})
    assert plan.lanes.sizes.process.width >= 36
    assert plan.lanes.widths[0] >= plan.lanes.sizes.decision.width + 18


def test_too_many_lanes_are_told() -> None:
    drawn = procedure(20, 20)
    page = PageSetup(paper=Paper.A4, orientation=Orientation.PORTRAIT)
    plan = plan_columns(context_of(document(drawn, lanes=20, page=page)), drawn, {})
    assert plan.too_narrow
    assert not plan_columns(context_of(document(procedure(5))), procedure(5), {}).too_narrow


def test_a_lane_grows_where_its_lines_need_room() -> None:
    drawn = procedure(9, 4)
    context = context_of(document(drawn))
    plan = plan_columns(context, drawn, {1: 13.0})
    widths = plan.lanes.widths
    assert widths[1] == widths[0] + 15
    assert plan.right <= context.sheet.body.right


def test_a_lane_does_not_grow_where_the_paper_has_no_room() -> None:
    drawn = procedure(12, 12)
    plan = plan_columns(context_of(document(drawn)), drawn, {1: 200.0})
    assert len(set(plan.lanes.widths)) == 1


def test_tools_are_shown_only_where_a_step_has_tools() -> None:
    plain = Step(id="s1")
    with_tools = Step(id="s2", quality=QualityStandard(tools="Komputer"))
    assert Column.TOOLS not in shown_columns(tuple(Column), [plain])
    assert Column.TOOLS in shown_columns(tuple(Column), [plain, with_tools])


def test_columns_come_in_the_order_of_the_profile() -> None:
    order = (Column.NUMBER, Column.OUTPUT, Column.ACTORS, Column.ACTIVITY)
    assert shown_columns(order, [Step(id="s1")]) == order


def test_long_words_in_names_of_lanes_get_smaller_type_rather_than_a_cut() -> None:
    drawn = procedure(8, 8)
    names = ("Pengadministrasi", *("Kepala" for _ in range(7)))
    actors = tuple(Actor(id=f"a{n}", name=name) for n, name in enumerate(names))
    context = context_of(Document(actors=actors, charts=(drawn,)))
    plan = plan_columns(context, drawn, {})
    word = context.setter.longest_word("Pengadministrasi", plan.lane_heading)
    assert plan.lane_heading.size == 5.5 or word <= usable_width(plan.lanes.widths[0])


def test_a_slash_in_the_name_of_a_lane_breaks_the_line_rather_than_the_word() -> None:
    drawn = procedure(8, 8)
    actors = tuple(Actor(id=f"a{n}", name="Peserta/Penyedia") for n in range(8))
    context = context_of(Document(actors=actors, charts=(drawn,)))
    plan = plan_columns(context, drawn, {})
    header = plan_header(context, plan)
    texts = [cell.text for cell in header.cells(0.0) if cell.lane == 0 and cell.text]
    assert texts[0].lines == ("Peserta/", "Penyedia")


def test_text_columns_are_as_wide_as_their_longest_word() -> None:
    word = "Sanggahan/nihil"
    steps = [Step(id="s1", quality=QualityStandard(inputs="Berkas", output=word))]
    drawn = chart(steps, lanes=8)
    context = context_of(document(drawn))
    plan = plan_columns(context, drawn, {})
    wide = context.setter.longest_word(word, context.fonts.body)
    assert usable_width(plan.width(Column.OUTPUT)) >= wide


def test_a_column_that_is_empty_everywhere_leaves_its_room_to_the_others() -> None:
    def width(remarks: str) -> float:
        rows = [step(n, symbol(n, n % 8), remarks=remarks) for n in range(8)]
        drawn = chart(rows, lanes=8)
        return plan_columns(context_of(document(drawn)), drawn, {}).width(Column.REMARKS)

    assert 39 <= width("") < width("Surat keputusan kepala dinas")


@pytest.mark.parametrize("lanes", [4, 8])
def test_a_few_more_letters_move_no_column(lanes: int) -> None:
    def widths(activity: str) -> list[float]:
        rows = [step(n, symbol(n, n % lanes), activity=activity) for n in range(12)]
        drawn = chart(rows, lanes=lanes)
        plan = plan_columns(context_of(document(drawn)), drawn, {})
        return [column.width for column in plan.columns]

    text = "Memeriksa kelengkapan berkas permohonan izin"
    changes = sum(widths(text[:end]) != widths(text[: end + 1]) for end in range(20, len(text)))
    assert changes <= 3
