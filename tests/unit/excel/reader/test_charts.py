"""Tables and flowcharts as offices draw them, read as what a person sees."""

from sopeditor.excel.reader.reading import Imported
from sopeditor.model.flow import FlowKind
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from tests.unit.excel.reader.office import HEAD, HEAD_MERGES, OfficeSheet, read_office


def flows(imported: Imported, chart: int = 0) -> set[str]:
    """Answer flows as `1>2`, `2>3:Ya`, plain lines as `2=2`, by the rows of their symbols."""
    found = imported.document.charts[chart]
    rows = {symbol.id: index + 1 for index, symbol in found.symbols()}
    return {
        f"{rows[flow.source]}{'=' if flow.kind is FlowKind.JOINT else '>'}{rows[flow.target]}"
        + (f":{flow.label}" if flow.label else "")
        for flow in found.flows
    }


def told(imported: Imported) -> set[tuple[str, str]]:
    """Answer the findings as cell and rule, those of the missing cover left out."""
    rules = {(found.cell, found.words.key.rpartition(".")[2]) for found in imported.findings}
    return {(cell, rule) for cell, rule in rules if rule != "no_cover"}


def three_steps() -> OfficeSheet:
    return OfficeSheet().steps("Menerima surat", "Memeriksa surat", "Mengarsipkan surat")


def drawn(sheet: OfficeSheet) -> tuple[int, int, int]:
    return (
        sheet.shape("flowChartTerminator", "C3"),
        sheet.shape("flowChartDecision", "D4"),
        sheet.shape("flowChartProcess", "C5"),
    )


def test_captions_of_an_older_regulation_are_known() -> None:
    sheet = three_steps()
    sheet.cells |= {"F3": "Surat", "G3": "5 menit", "H3": "Agenda", "I3": "catatan"}

    chart = read_office(sheet).document.charts[0]

    step = chart.steps[0]
    assert step.activity == "Menerima surat"
    assert [step.text(column) for column in (Column.INPUTS, Column.DURATION, Column.OUTPUT)] == [
        "Surat", "5 menit", "Agenda",
    ]  # fmt: skip
    assert step.remarks == "catatan"


def test_lanes_are_the_cells_below_pelaksana() -> None:
    document = read_office(three_steps()).document

    names = [document.actor(lane).name for lane in document.charts[0].lanes]
    assert names == ["Staf", "Kepala Seksi", "Kepala Dinas"]


def test_pelaksana_need_not_be_merged_over_all_lanes() -> None:
    sheet = three_steps()
    sheet.merges = tuple(m for m in HEAD_MERGES if m != "C1:E1")

    imported = read_office(sheet)

    assert len(imported.document.charts[0].lanes) == 3
    assert ("C1", "lanes_not_merged") in told(imported)


def test_flows_run_from_tail_to_head() -> None:
    sheet = three_steps()
    first, second, third = drawn(sheet)
    sheet.line(first, second)
    sheet.line(third, second, "head")

    assert flows(read_office(sheet)) == {"1>2", "2>3"}


def test_any_symbols_in_use_are_understood() -> None:
    sheet = OfficeSheet().steps(*"abcdef")
    for row, preset in enumerate(
        ("roundRect", "rect", "diamond", "ellipse", "flowChartAlternateProcess"), 3
    ):
        sheet.shape(preset, f"D{row}")

    chart = read_office(sheet).document.charts[0]

    kinds = [symbol.kind for _, symbol in chart.symbols()]
    terminator = SymbolKind.TERMINATOR
    assert kinds == [
        terminator, SymbolKind.PROCESS, SymbolKind.DECISION, terminator, terminator,
    ]  # fmt: skip


def test_a_strange_symbol_is_a_box_and_told() -> None:
    sheet = three_steps()
    sheet.shape("flowChartDocument", "D4")

    imported = read_office(sheet)

    assert [s.kind for _, s in imported.document.charts[0].symbols()] == [SymbolKind.PROCESS]
    assert told(imported) == {("D4", "shape_as_box")}


def test_a_block_arrow_is_no_symbol_and_told() -> None:
    sheet = three_steps()
    sheet.shape("rightArrow", "D4")

    imported = read_office(sheet)

    assert list(imported.document.charts[0].symbols()) == []
    assert told(imported) == {("D4", "loose_line")}


def test_a_block_arrow_between_symbols_is_a_flow() -> None:
    sheet = three_steps()
    sheet.shape("rect", "C3")
    sheet.shape("rect", "C4")
    sheet.shape("rect", "E4")
    sheet.placed("downArrow", (190, 166, 20, 28))
    sheet.placed("leftArrow", (227, 200, 148, 20))

    assert flows(read_office(sheet)) == {"1>2", "2>2"}


def test_a_block_arrow_that_points_nowhere_in_particular_is_told() -> None:
    sheet = three_steps()
    sheet.shape("rightArrow", "D4", size=(30, 30))

    assert told(read_office(sheet)) == {("D4", "strange_shape")}


def test_words_on_a_line_are_its_label() -> None:
    sheet = three_steps()
    sheet.shape("diamond", "C3")
    sheet.shape("rect", "C4")
    sheet.placed("downArrow", (190, 166, 20, 28), "Ya")

    assert flows(read_office(sheet)) == {"1>2:Ya"}


def test_a_closed_free_form_is_no_line() -> None:
    sheet = three_steps()
    path = "".join(
        f"<a:{tag}><a:pt x='{x}' y='{y}'/></a:{tag}>"
        for tag, x, y in (("moveTo", 5, 0), ("lnTo", 10, 5), ("lnTo", 0, 5), ("lnTo", 5, 0))
    )
    form = f"<a:custGeom><a:pathLst><a:path w='10' h='10'>{path}</a:path></a:pathLst></a:custGeom>"
    sheet.placed("", (330, 200, 40, 40), "", form)

    assert told(read_office(sheet)) == {("E4", "strange_shape")}


def test_a_picture_of_the_whole_chart_is_told_and_the_table_read() -> None:
    sheet = three_steps()
    sheet.pictured((170, 125, 220, 170))

    imported = read_office(sheet)

    assert list(imported.document.charts[0].symbols()) == []
    assert len(imported.document.charts[0].steps) == 3
    assert {rule for _, rule in told(imported)} == {"chart_picture"}


def test_a_picture_in_one_cell_is_a_box_and_told() -> None:
    sheet = three_steps()
    sheet.pictured((255, 190, 50, 30))

    imported = read_office(sheet)

    assert [s.kind for _, s in imported.document.charts[0].symbols()] == [SymbolKind.PROCESS]
    assert told(imported) == {("D4", "picture_as_box")}


def test_a_hidden_row_is_read_and_told() -> None:
    sheet = three_steps()
    sheet.hidden = (4,)

    imported = read_office(sheet)

    assert len(imported.document.charts[0].steps) == 3
    assert told(imported) == {("A4", "hidden_row")}


def test_a_shape_in_a_turned_group_is_told_to_be_only_near() -> None:
    sheet = three_steps()
    sheet.shape("rect", "D4")
    shape = sheet.shapes.pop()
    start, end = shape.index("<xdr:sp>"), shape.index("</xdr:sp>") + len("</xdr:sp>")
    group = (
        '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="90" name="G"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>'
        '<xdr:grpSpPr><a:xfrm rot="1200000"><a:off x="0" y="0"/><a:ext cx="9" cy="9"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="9" cy="9"/></a:xfrm></xdr:grpSpPr>'
    )
    inner = shape[start:end].replace(
        "<a:xfrm />", '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm>'
    )
    sheet.shapes.append(shape[:start] + group + inner + "</xdr:grpSp>" + shape[end:])

    assert told(read_office(sheet)) == {("D4", "turned_group")}


def test_a_legend_outside_the_lanes_is_told_and_left_out() -> None:
    sheet = three_steps()
    drawn(sheet)
    sheet.shape("flowChartProcess", "H4")
    sheet.shape("flowChartProcess", "D9")

    imported = read_office(sheet)

    assert len(list(imported.document.charts[0].symbols())) == 3
    assert told(imported) == {("H4", "unused_shape"), ("D9", "unused_shape")}


def test_a_line_that_ends_nowhere_is_told() -> None:
    sheet = three_steps()
    first, *_ = drawn(sheet)
    x, y, width, height = sheet.boxes[first]
    sheet.stroke((x + width / 2, y + height), (x + width / 2, y + height + 30), "tail")

    imported = read_office(sheet)

    assert flows(imported) == set()
    assert {rule for _, rule in told(imported)} == {"loose_line"}


def test_a_line_without_head_between_rows_leads_down() -> None:
    sheet = three_steps()
    first, second, _ = drawn(sheet)
    sheet.line(first, second, "")

    imported = read_office(sheet)

    assert flows(imported) == {"1>2"}
    assert {rule for _, rule in told(imported)} == {"no_arrow"}


def test_a_plain_line_within_a_row_joins() -> None:
    sheet = three_steps()
    one, other = sheet.shape("rect", "C4"), sheet.shape("rect", "E4")
    y = sheet.boxes[one][1] + 15
    sheet.stroke((sheet.boxes[one][0] + 50, y), (sheet.boxes[other][0], y))

    imported = read_office(sheet)

    assert flows(imported) == {"2=2"}
    assert told(imported) == set()


def test_boxes_joined_to_a_decision_are_its_further_actors() -> None:
    sheet = three_steps()
    one, other = sheet.shape("diamond", "C4"), sheet.shape("rect", "E4")
    y = sheet.boxes[one][1] + 15
    sheet.stroke((sheet.boxes[one][0] + 50, y), (sheet.boxes[other][0], y))

    chart = read_office(sheet).document.charts[0]

    assert [symbol.actors for _, symbol in chart.symbols()] == [(chart.lanes[0], chart.lanes[2])]
    assert chart.flows == ()


def test_a_joined_box_with_a_flow_of_its_own_stays_a_box() -> None:
    sheet = three_steps()
    one, other = sheet.shape("diamond", "C4"), sheet.shape("rect", "E4")
    below = sheet.shape("rect", "E5")
    y = sheet.boxes[one][1] + 15
    sheet.stroke((sheet.boxes[one][0] + 50, y), (sheet.boxes[other][0], y))
    sheet.line(other, below)

    assert flows(read_office(sheet)) == {"2=2", "2>3"}


def test_a_symbol_between_two_lanes_belongs_to_both() -> None:
    sheet = three_steps()
    sheet.shape("diamond", "C4:D4")

    imported = read_office(sheet)

    chart = imported.document.charts[0]
    assert [symbol.actors for _, symbol in chart.symbols()] == [chart.lanes[:2]]
    assert {rule for _, rule in told(imported)} == {"between_lanes"}


def test_pieces_of_an_elbow_are_one_flow() -> None:
    sheet = three_steps()
    first, second = sheet.shape("rect", "C3"), sheet.shape("rect", "E5")
    x, y, width, height = sheet.boxes[first]
    start, corner = (x + width, y + height / 2), (sheet.boxes[second][0] + 25, y + height / 2)
    sheet.stroke(start, corner)
    sheet.stroke(corner, (corner[0], sheet.boxes[second][1]), "tail")

    imported = read_office(sheet)

    assert flows(imported) == {"1>3"}
    assert {rule for _, rule in told(imported)} == {"joined_lines"}


def test_a_line_that_runs_into_another_shares_its_target() -> None:
    sheet = three_steps()
    first, target = sheet.shape("rect", "C3"), sheet.shape("rect", "C5")
    other = sheet.shape("rect", "E3")
    sheet.line(first, target)
    middle = (sheet.boxes[first][0] + 25, 240.0)
    x, y, _, height = sheet.boxes[other]
    sheet.stroke((x + 25, y + height), (x + 25, 240.0))
    sheet.stroke((x + 25, 240.0), middle)

    found = read_office(sheet).document.charts[0]

    lanes = {
        (found.symbol_index()[flow.source][1].actors[0], found.symbol_index()[flow.target][0])
        for flow in found.flows
    }
    assert lanes == {(found.lanes[0], 2), (found.lanes[2], 2)}


def test_labels_go_to_the_nearest_line_of_a_decision() -> None:
    sheet = three_steps()
    first, second, third = drawn(sheet)
    sheet.line(first, second)
    sheet.line(second, third)
    x, y, _, height = sheet.boxes[second]
    sheet.label("Tidak", x - 30, y + height + 10)

    assert flows(read_office(sheet)) == {"1>2", "2>3:Tidak"}


def test_words_near_no_line_are_told() -> None:
    sheet = three_steps()
    drawn(sheet)
    sheet.label("Ya", 340, 150)

    assert {rule for _, rule in told(read_office(sheet))} == {"unused_text"}


def test_pentagons_of_any_make_pair_by_their_text() -> None:
    sheet = OfficeSheet().steps("a", "b")
    sheet.cells |= {"A6": 3, "B6": "c"}
    first, last = sheet.shape("rect", "C4"), sheet.shape("rect", "D6")
    out = sheet.shape("homePlate", "C5", "A", (20, 20), "")
    back = sheet.shape("flowChartOffpageConnector", "D5", "A", (20, 20))
    sheet.line(first, out)
    sheet.line(back, last)

    imported = read_office(sheet)

    assert flows(imported) == {"2>3"}
    assert told(imported) == set()


def test_pentagons_without_text_pair_in_their_lane() -> None:
    sheet = OfficeSheet().steps("a", "b")
    sheet.cells |= {"A7": 3, "B7": "c"}
    first, last = sheet.shape("rect", "C4"), sheet.shape("rect", "C7")
    out, back = (sheet.shape("homePlate", f"C{row}", "", (20, 20)) for row in (5, 6))
    sheet.line(first, out)
    sheet.line(back, last)

    assert flows(read_office(sheet)) == {"2>3"}


def test_a_pentagon_without_mate_is_told() -> None:
    sheet = three_steps()
    first, *_ = drawn(sheet)
    link = sheet.shape("homePlate", "E4", "B", (20, 20))
    sheet.line(first, link)

    imported = read_office(sheet)

    assert flows(imported) == set()
    assert told(imported) == {("E4", "lonely_link")}


def test_a_small_circle_in_a_line_is_a_bend() -> None:
    sheet = three_steps()
    first, _, third = drawn(sheet)
    bend = sheet.shape("flowChartConnector", "E4", "", (8, 8))
    sheet.line(first, bend)
    sheet.line(bend, third)

    assert flows(read_office(sheet)) == {"1>3"}


def test_repeated_heads_and_column_numbers_are_no_steps() -> None:
    sheet = three_steps()
    sheet.cells |= {f"{letter}7": f"({number})" for number, letter in enumerate("ABCDEFGHI", 1)}
    sheet.cells |= {place.replace("1", "8").replace("2", "9"): v for place, v in HEAD.items()}
    sheet.cells |= {"A10": 4, "B10": "Melapor"}
    sheet.merges = (*HEAD_MERGES, "C8:E8", "F8:H8", "A8:A9", "B8:B9", "I8:I9")

    imported = read_office(sheet)

    (chart,) = imported.document.charts
    assert [step.activity for step in chart.steps][3:] == ["Melapor"]
    assert chart.row_labels() == ("1", "2", "3", "4")


def test_numbers_that_begin_anew_make_another_chart() -> None:
    sheet = three_steps()
    sheet.cells |= {place.replace("1", "8").replace("2", "9"): v for place, v in HEAD.items()}
    sheet.cells |= {"A7": "Pemeriksaan ulang", "A10": 1, "B10": "Melapor"}
    sheet.merges = (*HEAD_MERGES, "A7:I7", "C8:E8", "F8:H8", "A8:A9", "B8:B9", "I8:I9")

    first, second = read_office(sheet).document.charts

    assert len(first.steps) == 3
    assert second.subtitle == "Pemeriksaan ulang"
    assert second.lanes == first.lanes


def test_every_sheet_with_a_table_is_a_chart() -> None:
    other = OfficeSheet(name="SOP 02").steps("Melapor")

    document = read_office(three_steps(), other).document

    assert [len(chart.steps) for chart in document.charts] == [3, 1]
    assert len(document.actors) == 3


def test_merged_cells_run_on_into_the_next_step() -> None:
    sheet = three_steps()
    sheet.cells["G3"] = "1 hari"
    sheet.merges = (*HEAD_MERGES, "G3:G4")

    steps = read_office(sheet).document.charts[0].steps

    assert steps[0].shared == {Column.DURATION}
    assert [step.quality.duration.text for step in steps] == ["1 hari", "", ""]


def test_a_step_may_take_several_rows() -> None:
    sheet = OfficeSheet()
    sheet.cells |= {"A3": 1, "B3": "Menerima", "A5": 2, "B5": "Memeriksa"}
    sheet.merges = (*HEAD_MERGES, "A3:A4", "B3:B4")
    sheet.shape("rect", "C4")

    chart = read_office(sheet).document.charts[0]

    assert [step.activity for step in chart.steps] == ["Menerima", "Memeriksa"]
    assert len(chart.steps[0].symbols) == 1


def test_own_labels_stay() -> None:
    sheet = OfficeSheet()
    rows = ("1", "2", "2a", "3.")
    sheet.cells |= {f"A{index + 3}": label for index, label in enumerate(rows)}
    sheet.cells |= {f"B{index + 3}": "Bekerja" for index in range(4)}

    chart = read_office(sheet).document.charts[0]

    assert chart.row_labels() == ("1", "2", "2a", "3")


def test_a_row_without_number_goes_on_with_the_step_above() -> None:
    sheet = three_steps()
    sheet.cells["B6"] = "dan menyusunnya"

    imported = read_office(sheet)

    steps = imported.document.charts[0].steps
    assert steps[-1].activity == "Mengarsipkan surat dan menyusunnya"
    assert told(imported) == {("A6", "row_continued")}


def test_notes_across_the_table_are_footnotes() -> None:
    sheet = three_steps()
    sheet.cells["A7"] = "*) Sesuai jadwal"
    sheet.merges = (*HEAD_MERGES, "A7:I7")

    assert read_office(sheet).document.charts[0].footnotes == ("*) Sesuai jadwal",)


def test_a_signature_below_the_table_is_no_step() -> None:
    sheet = three_steps()
    sheet.cells |= {"H9": "Kepala Dinas", "H12": "Nama"}

    chart = read_office(sheet).document.charts[0]

    assert len(chart.steps) == 3
    assert "Kepala Dinas" not in chart.steps[-1].quality.output


def test_the_line_above_the_only_table_is_the_title_where_there_is_no_cover() -> None:
    sheet = OfficeSheet(cells={"A1": "SOP Surat Masuk"})
    sheet.cells |= {f"{k[0]}{int(k[1:]) + 2}": value for k, value in HEAD.items()}
    sheet.cells |= {"A5": 1, "B5": "Menerima"}
    sheet.merges = ("A1:I1", "A3:A4", "B3:B4", "C3:E3", "F3:H3", "I3:I4")

    imported = read_office(sheet)

    assert imported.document.identity.title == "SOP Surat Masuk"
    assert {f.words.key for f in imported.findings} == {"excel_import.finding.no_cover"}
