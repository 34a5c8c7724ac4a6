"""What a person corrects is read along, and taken back leaves no trace."""

import pytest

from sopeditor.excel.reader.corrections import (
    NO_CORRECTIONS,
    CellSays,
    Correction,
    Corrections,
    FieldSays,
    FlowAdded,
    LabelBelongs,
    LinesLead,
    LinkLeads,
    RowIs,
    RowUse,
    ShapeIs,
    ShapeStands,
    SheetIsOut,
    TableIs,
    Use,
)
from sopeditor.excel.reader.errors import UnreadableWorkbook
from sopeditor.excel.reader.reading import Imported, confirmation_of, open_workbook
from sopeditor.model.identity import Approver
from sopeditor.model.integrity import broken_references
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from tests.unit.excel.reader.office import HEAD, OfficeSheet, office_workbook
from tests.unit.excel.reader.test_charts import drawn, flows, three_steps, told

SHEET = "SOP 01"


def corrected(sheet: OfficeSheet, *said: Correction) -> Imported:
    workbook = open_workbook(office_workbook(sheet))
    imported = workbook.understood({}, NO_CORRECTIONS.with_all(*said))
    assert broken_references(imported.document) == ()
    return imported


def order(number: int) -> int:
    """Answer the order in the drawing of a shape by its number."""
    return number - 2


def kinds(imported: Imported) -> list[tuple[int, SymbolKind]]:
    return [(row + 1, symbol.kind) for row, symbol in imported.document.charts[0].symbols()]


def with_loose_line() -> tuple[OfficeSheet, int, int, int]:
    sheet = three_steps()
    first, second, _ = drawn(sheet)
    sheet.stroke((380, 300), (380, 330), "tail")
    return sheet, order(first), order(second), 3


def test_a_loose_line_leads_where_it_is_told() -> None:
    sheet, first, second, line = with_loose_line()

    imported = corrected(sheet, LinesLead(SHEET, (line,), ((first, second),), label="Ya"))

    assert flows(imported) == {"1>2:Ya"}
    assert told(imported) == set()
    (flow,) = imported.document.charts[0].flows
    assert imported.origins.flows[flow.id] == (SHEET, (line,))


def test_a_line_may_be_dropped() -> None:
    sheet, *_, line = with_loose_line()

    imported = corrected(sheet, LinesLead(SHEET, (line,), ()))

    assert flows(imported) == set()
    assert told(imported) == set()


def test_a_line_may_turn_round_or_lead_both_ways() -> None:
    sheet = three_steps()
    first, second, _ = drawn(sheet)
    sheet.line(first, second)
    one, other = order(first), order(second)

    assert flows(corrected(sheet, LinesLead(SHEET, (3,), ((other, one),)))) == {"2>1"}
    both = LinesLead(SHEET, (3,), ((one, other), (other, one)))
    assert flows(corrected(sheet, both)) == {"1>2", "2>1"}


def test_a_line_told_to_lead_to_what_is_gone_leads_nowhere() -> None:
    sheet, first, second, line = with_loose_line()
    said = LinesLead(SHEET, (line,), ((first, second),))

    assert flows(corrected(sheet, said, ShapeIs(SHEET, second, Use.NOTHING))) == set()


def test_a_told_line_still_takes_the_words_beside_it() -> None:
    sheet = three_steps()
    first, second, third = drawn(sheet)
    sheet.line(first, second)
    sheet.label("Ya", 250, 250)
    said = LinesLead(SHEET, (3,), ((order(second), order(third)),))

    assert flows(corrected(sheet, said)) == {"2>3:Ya"}


def test_a_plain_line_within_a_row_may_be_a_flow_and_the_other_way_round() -> None:
    sheet = three_steps()
    one, other = sheet.shape("rect", "C4"), sheet.shape("rect", "E4")
    pair = (order(one), order(other))

    joint = FlowAdded(SHEET, *pair, joint=True)

    assert flows(corrected(sheet)) == set()
    assert flows(corrected(sheet, joint)) == {"2=2"}
    assert flows(corrected(sheet, FlowAdded(SHEET, *pair, label="Ya"))) == {"2>2:Ya"}


@pytest.mark.parametrize("preset", ["rightArrow", "flowChartDocument"])
@pytest.mark.parametrize("use", [Use.TERMINATOR, Use.PROCESS, Use.DECISION])
def test_a_strange_shape_is_what_it_is_told_to_be(preset: str, use: Use) -> None:
    sheet = three_steps()
    strange = sheet.shape(preset, "D4")

    imported = corrected(sheet, ShapeIs(SHEET, order(strange), use))

    assert kinds(imported) == [(2, SymbolKind(use.value))]
    assert told(imported) == set()


def test_a_block_arrow_may_be_a_flow() -> None:
    sheet = three_steps()
    first, second, _ = drawn(sheet)
    arrow = sheet.shape("rightArrow", "E4")
    said = LinesLead(SHEET, (order(arrow),), ((order(first), order(second)),))

    assert flows(corrected(sheet, said)) == {"1>2"}


def test_a_shape_outside_may_be_placed_and_one_inside_left_out() -> None:
    sheet = three_steps()
    outside = sheet.shape("flowChartProcess", "H4")

    placed = corrected(sheet, ShapeStands(SHEET, order(outside), 4, (2, 0)))

    chart = placed.document.charts[0]
    ((row, symbol),) = chart.symbols()
    assert row == 2
    assert symbol.actors == (chart.lanes[2], chart.lanes[0])
    assert told(placed) == set()
    assert kinds(corrected(sheet, ShapeIs(SHEET, order(outside), Use.NOTHING))) == []


def test_who_is_responsible_between_lanes_can_be_told() -> None:
    sheet = three_steps()
    shape = sheet.shape("diamond", "C4:D4")

    imported = corrected(sheet, ShapeStands(SHEET, order(shape), 3, (1, 0)))

    chart = imported.document.charts[0]
    assert [symbol.actors for _, symbol in chart.symbols()] == [(chart.lanes[1], chart.lanes[0])]
    assert told(imported) == set()


def test_words_may_belong_to_a_line_far_away() -> None:
    sheet = three_steps()
    first, second, _ = drawn(sheet)
    sheet.line(first, second)
    sheet.label("Ya", 340, 300)

    imported = corrected(sheet, LabelBelongs(SHEET, 4, 3))

    assert flows(imported) == {"1>2:Ya"}
    assert told(imported) == set()


def test_a_lonely_link_leads_where_it_is_told() -> None:
    sheet = three_steps()
    first, _, third = drawn(sheet)
    out = sheet.shape("homePlate", "E4", "B", (20, 20))
    sheet.line(first, out)

    imported = corrected(sheet, LinkLeads(SHEET, order(out), order(third)))

    assert flows(imported) == {"1>3"}
    assert told(imported) == set()


def test_a_lonely_link_comes_from_where_it_is_told() -> None:
    sheet = three_steps()
    first, _, third = drawn(sheet)
    back = sheet.shape("homePlate", "E4", "B", (20, 20))
    sheet.line(back, third)

    assert flows(corrected(sheet, LinkLeads(SHEET, order(back), order(first)))) == {"1>3"}


def test_exits_of_a_decision_without_label_are_told_but_no_guess() -> None:
    sheet = three_steps()
    first, second, third = drawn(sheet)
    sheet.line(second, first)
    sheet.line(second, third)

    imported = corrected(sheet)

    assert [found.rule for found in imported.findings if found.shapes] == ["unlabelled_exit"] * 2
    assert {found.rule for found in imported.doubtful} == {"no_cover"}
    lines = [found.shapes for found in imported.findings if found.shapes]
    said = LinesLead(SHEET, lines[0], ((order(second), order(first)),), label="Tidak")
    again = LinesLead(SHEET, lines[1], ((order(second), order(third)),), label="Ya")
    assert flows(corrected(sheet, said, again)) == {"2>1:Tidak", "2>3:Ya"}


def test_a_row_without_number_may_be_a_step_or_nothing() -> None:
    sheet = three_steps()
    sheet.cells["B6"] = "Melapor"

    def activities(*said: Correction) -> list[str]:
        imported = corrected(sheet, *said)
        assert not said or told(imported) == set()
        return [step.activity for step in imported.document.charts[0].steps][2:]

    assert activities() == ["Mengarsipkan surat Melapor"]
    assert activities(RowIs(SHEET, 5, RowUse.STEP)) == ["Mengarsipkan surat", "Melapor"]
    assert activities(RowIs(SHEET, 5, RowUse.CONTINUES)) == ["Mengarsipkan surat Melapor"]
    assert activities(RowIs(SHEET, 5, RowUse.NOTHING)) == ["Mengarsipkan surat"]


def test_a_cell_says_what_it_is_told_to_say() -> None:
    sheet = three_steps()
    sheet.cells["G3"] = "=1/0"

    assert told(corrected(sheet)) == {("G3", "no_value")}
    imported = corrected(sheet, CellSays(SHEET, 2, 6, "2 hari"))
    assert imported.document.charts[0].steps[0].quality.duration.text == "2 hari"
    assert told(imported) == set()


def table(found: int | None = 0, **changes: object) -> TableIs:
    columns = (
        (Column.NUMBER, 0), (Column.ACTIVITY, 1), (Column.INPUTS, 5), (Column.DURATION, 6),
        (Column.OUTPUT, 7), (Column.REMARKS, 8),
    )  # fmt: skip
    given = {"top": 0, "bottom": 1, "lanes": (2, 4), "columns": columns} | changes
    return TableIs(sheet=SHEET, found=found, **given)  # type: ignore[arg-type]


def test_columns_are_what_they_are_told_to_be() -> None:
    sheet = three_steps()
    sheet.cells |= {"I1": "Lain-lain", "I3": "catatan"}

    assert ("I1", "unknown_column") in told(corrected(sheet))
    imported = corrected(sheet, table())
    assert imported.document.charts[0].steps[0].remarks == "catatan"
    assert told(imported) == set()


def test_a_table_that_was_not_found_can_be_told() -> None:
    sheet = OfficeSheet({**HEAD, "B1": "Apa", "C1": "Siapa"}).steps("Menerima", "Mengirim")
    workbook = open_workbook(office_workbook(sheet))
    with pytest.raises(UnreadableWorkbook):
        workbook.understood({})

    chart = corrected(sheet, table(None)).document.charts[0]

    assert [step.activity for step in chart.steps] == ["Menerima", "Mengirim"]
    assert len(chart.lanes) == 3


def test_a_table_ends_where_it_is_told_to() -> None:
    assert len(corrected(three_steps(), table(last=3)).document.charts[0].steps) == 2


def test_fields_say_what_they_are_told_to() -> None:
    cover = OfficeSheet(
        {"A1": "Nomor SOP", "B1": "7", "A2": "Nama SOP", "A3": "Peringatan", "F9": "Surat Masuk"},
        (), "Sampul",
    )  # fmt: skip
    workbook = open_workbook(office_workbook(cover, three_steps()))
    rules = {(found.cell, found.rule) for found in workbook.understood({}).findings}
    assert ("F9", "unused_text") in rules

    said = NO_CORRECTIONS.with_all(
        FieldSays("title", "Surat Masuk", "Sampul", (8, 5)),
        FieldSays("legal_bases", "1. UU 1\n2. UU 2"),
        FieldSays("created_on", "5 Maret 2026"),
        FieldSays("approver", "Kepala\nBudi\nNIP 1"),
    )
    imported = workbook.understood({}, said)

    identity = imported.document.identity
    assert (identity.title, identity.sop_number) == ("Surat Masuk", "7")
    assert identity.legal_bases == ("UU 1", "UU 2")
    assert identity.created_on.text == "2026-03-05"
    assert identity.approver == Approver(position="Kepala", name="Budi", employee_id="1")
    assert ("F9", "unused_text") not in {(found.cell, found.rule) for found in imported.findings}


def test_a_sheet_may_be_left_out() -> None:
    other = OfficeSheet(name="Konsep").steps("Lama")
    workbook = open_workbook(office_workbook(three_steps(), other))

    said = Corrections((SheetIsOut("Konsep"),))

    assert len(workbook.understood({}).document.charts) == 2
    assert len(workbook.understood({}, said).document.charts) == 1


def test_a_confirmed_finding_stays_but_is_no_doubt() -> None:
    sheet = three_steps()
    sheet.shape("flowChartDocument", "D4")
    before = corrected(sheet)

    imported = corrected(sheet, *map(confirmation_of, before.findings))

    assert len(imported.findings) == len(before.findings)
    assert imported.doubtful == ()
    assert imported.document == before.document


def test_a_later_correction_replaces_an_earlier_one_about_the_same() -> None:
    first, second = ShapeIs(SHEET, 1, Use.LINK), ShapeIs(SHEET, 1, Use.PROCESS)

    both = NO_CORRECTIONS.with_all(first, ShapeIs(SHEET, 2, Use.LINK), second)

    assert both.made == (ShapeIs(SHEET, 2, Use.LINK), second)
    assert both.without(second).made == (ShapeIs(SHEET, 2, Use.LINK),)


def test_taken_back_a_correction_leaves_no_trace() -> None:
    sheet, first, second, line = with_loose_line()
    workbook = open_workbook(office_workbook(sheet))
    said = LinesLead(SHEET, (line,), ((first, second),))

    there = NO_CORRECTIONS.with_one(said)

    assert workbook.understood({}, there).document != workbook.understood({}).document
    assert workbook.understood({}, there.without(said)).document == workbook.understood({}).document
