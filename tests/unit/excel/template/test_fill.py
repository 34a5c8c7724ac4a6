"""An office's workbook keeps everything of its own, and every reference follows."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree
from msgspec.structs import replace
from openpyxl import load_workbook

from sopeditor.excel.names import SHEET, XDR, A
from sopeditor.excel.template.fill import Filled, FillOptions, fill_template
from sopeditor.model.document import Document
from sopeditor.model.identity import Approver, Identity, Logo
from tests.builders import a_document
from tests.ooxml.lint import lint
from tests.ooxml.schemas import needs_schemas, schema_errors
from tests.unit.excel.template.office import PRINTER, a_png, office_template
from tests.unit.layout.support import PROFILE, HalfEm

_S = f"{{{SHEET}}}"
_X = f"{{{XDR}}}"

#: Five legal bases: four rows more. Seven steps on one page: six rows more.
_LISTS, _STEPS = 4, 6


A_PROFILE = replace(PROFILE, captions={**PROFILE.captions, "sheet_chart": "Bagan Alur"})


def a_filled_document(lanes: str = "ABC", rows: str = "(A) B C? B A C (A)") -> Document:
    flows = "1>2 2>3 3>4:Ya 3>2:Tidak 4>5 5>6 6>7"
    identity = Identity(
        title="Pelayanan Izin",
        sop_number="=1+1",
        legal_bases=tuple(f"Undang-Undang Nomor {number}" for number in range(1, 6)),
        equipment=("Komputer", "Pencetak"),
        approver=Approver(position="Kepala Dinas", name="Nama Pejabat"),
    )
    drawn = a_document(lanes, rows, flows if rows.count(" ") == 6 else None)
    return replace(drawn, identity=identity)


def filled(document: Document | None = None, template: bytes | None = None) -> Filled:
    workbook = office_template() if template is None else template
    return fill_template(workbook, document or a_filled_document(), A_PROFILE, HalfEm())


def parts(workbook: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(workbook: bytes, part: str = "xl/worksheets/sheet1.xml") -> etree._Element:
    return etree.fromstring(parts(workbook)[part])


@pytest.fixture(scope="module")
def result() -> bytes:
    return filled().workbook


def _texts(workbook: bytes, sheet: str = "Bagan") -> dict[str, object]:
    rows = load_workbook(io.BytesIO(workbook))[sheet].iter_rows()
    return {cell.coordinate: cell.value for row in rows for cell in row if cell.value is not None}


def _formula(workbook: bytes, cell: str, sheet: int = 1) -> str | None:
    root = tree(workbook, f"xl/worksheets/sheet{sheet}.xml")
    return next(c.findtext(f"{_S}f") for c in root.iter(f"{_S}c") if c.get("r") == cell)


def test_every_part_that_is_not_ours_is_the_same_byte_for_byte(result: bytes) -> None:
    before, after = parts(office_template()), parts(result)
    changed = {name for name in before if before[name] != after.get(name)}
    assert changed == {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/workbook.xml",
        "xl/styles.xml",
        "xl/calcChain.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/drawings/drawing9.xml",
        "xl/charts/chart1.xml",
        "xl/tables/table1.xml",
        "xl/comments/comment1.xml",
        "xl/drawings/commentsDrawing1.vml",
    }
    assert after.keys() == before.keys() - {"xl/calcChain.xml"}
    assert after["xl/printerSettings/printerSettings1.bin"] == PRINTER
    assert "xl/calcChain.xml" not in after
    assert next(iter(after)) == "[Content_Types].xml"


def test_steps_stand_in_rows_like_the_sample_row(result: bytes) -> None:
    texts = _texts(result)
    first = 9 + _LISTS
    assert texts[f"A{first}"] == 1
    assert texts[f"B{first}"] == "Menyusun bahan 1"
    assert texts[f"H{first + 6}"] == "Bahan 7"
    assert f"A{first + 7}" in texts
    sheet = load_workbook(io.BytesIO(result))["Bagan"]
    for row in range(first, first + 7):
        assert sheet.cell(row, 2).fill.fgColor.rgb == "00FFF2CC"
        assert sheet.cell(row, 9).border.left.style == "thin"
        assert (sheet.row_dimensions[row].height or 0) % 3 == 0


def test_lists_get_a_row_for_each_item_side_by_side(result: bytes) -> None:
    texts = _texts(result)
    assert [texts[f"A{row}"] for row in range(4, 9)] == [
        f"{number}. Undang-Undang Nomor {number}" for number in range(1, 6)
    ]
    assert [texts.get(f"F{row}") for row in range(4, 9)] == [
        "1. Komputer", "2. Pencetak", None, None, None,
    ]  # fmt: skip
    merges = {str(m) for m in load_workbook(io.BytesIO(result))["Bagan"].merged_cells.ranges}
    assert {f"A{row}:D{row}" for row in range(4, 9)} <= merges


def test_text_that_looks_like_a_formula_stays_text(result: bytes) -> None:
    cell = load_workbook(io.BytesIO(result))["Bagan"]["C2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_placeholders_amid_other_text_are_replaced(result: bytes) -> None:
    assert _texts(result)["A1"] == "SOP Pelayanan Izin (salinan)"


def test_a_placeholder_split_over_runs_of_a_shape_keeps_the_format_of_the_first(
    result: bytes,
) -> None:
    drawing = tree(result, "xl/drawings/drawing9.xml")
    runs = [
        (str(run.findtext(f"{{{A}}}t")), dict(run[0].attrib))
        for run in drawing.iter(f"{{{A}}}r")
        if run.getparent() is not None
    ]
    assert runs[:2] == [
        ("Judul: Pelayanan Izin", {"lang": "id-ID", "b": "1"}),
        (" resmi", {"lang": "id-ID", "i": "1"}),
    ]


def test_formulas_below_follow_and_totals_cover_all_steps(result: bytes) -> None:
    total = 10 + _LISTS + _STEPS
    assert _formula(result, f"B{total}") == f"COUNTA(B{9 + _LISTS}:B{total - 1})"
    assert _formula(result, f"G{total}") == f"B{total}*2"
    assert _formula(result, f"I{total}") == f"SUM(I{total + 1}:I{total + 2})"


def test_shared_formulas_are_written_out_where_they_moved(result: bytes) -> None:
    more = _LISTS + _STEPS
    written = [_formula(result, f"H{row + more}") for row in (15, 16, 17)]
    assert written == [f"G{row + more}+$B${10 + more}" for row in (15, 16, 17)]


def test_formulas_of_other_sheets_follow_but_not_what_they_quote(result: bytes) -> None:
    total = 10 + _LISTS + _STEPS
    found = [_formula(result, f"A{row}", sheet=2) for row in (1, 2, 3, 4)]
    assert found == [
        f"Bagan!B{total}",
        f"COUNTA(Bagan!B{9 + _LISTS}:B{total - 1})",
        'IF(A1=0,"Bagan!B10","")',
        "SUM(A1:A2)",
    ]


def test_names_print_area_and_titles_follow(result: bytes) -> None:
    more = _LISTS + _STEPS
    names = {
        str(name.get("name")): str(name.text)
        for name in tree(result, "xl/workbook.xml").iter(f"{_S}definedName")
    }
    assert names["Jumlah"] == f"Bagan!$B${10 + more}"
    assert names["Langkah"] == f"Bagan!$B${9 + _LISTS}:$B${9 + more}"
    assert names["_xlnm.Print_Area"] == f"'Bagan'!$A$1:$I${13 + more}"
    assert names["_xlnm.Print_Titles"] == f"'Bagan'!${7 + _LISTS}:${8 + _LISTS}"
    assert names["SOP_BARIS"] == f"'Bagan'!$A${9 + _LISTS}:$I${9 + more}"


def test_conditional_formats_and_validations_follow(result: bytes) -> None:
    root, more = tree(result), _LISTS + _STEPS
    formats = {
        str(f.get("sqref")): f.findtext(f"{_S}cfRule/{_S}formula")
        for f in root.iter(f"{_S}conditionalFormatting")
    }
    assert formats == {
        f"G{9 + _LISTS}:G{9 + more}": '""',
        f"A{10 + more}:I{12 + more}": f"$B${10 + more}>5",
    }
    rules = {
        str(v.get("sqref")): v.findtext(f"{_S}formula1") for v in root.iter(f"{_S}dataValidation")
    }
    assert rules == {
        f"I{9 + _LISTS}:I{9 + more}": f"$A${16 + more}:$A${17 + more}",
        f"B{10 + more}": "0",
    }


def test_links_breaks_panes_and_tables_follow(result: bytes) -> None:
    root, more = tree(result), _LISTS + _STEPS
    link = next(root.iter(f"{_S}hyperlink"))
    assert (link.get("ref"), link.get("location")) == (f"A{12 + more}", f"Bagan!A{15 + more}")
    assert [b.get("id") for b in root.iter(f"{_S}brk")] == [str(13 + more)]
    pane = next(root.iter(f"{_S}pane"))
    assert (pane.get("ySplit"), pane.get("topLeftCell")) == (str(8 + _LISTS), f"A{9 + _LISTS}")
    table = tree(result, "xl/tables/table1.xml")
    assert table.get("ref") == f"A{15 + more}:B{17 + more}"


def test_comments_follow_with_their_boxes(result: bytes) -> None:
    names = [name for name in parts(result) if "comment" in name.lower()]
    comments = next(name for name in names if name.endswith(".xml"))
    more = _LISTS + _STEPS
    places = [c.get("ref") for c in tree(result, comments).iter(f"{_S}comment")]
    assert places == ["I2", f"B{10 + more}"]
    notes = parts(result)[next(name for name in names if name.endswith(".vml"))]
    assert re.findall(rb"Row>(\d+)<", notes) == [b"1", b"%d" % (9 + more)]


def test_charts_follow(result: bytes) -> None:
    more = _LISTS + _STEPS
    chart = parts(result)["xl/charts/chart1.xml"].decode()
    assert f"'Bagan'!$B${15 + more}:$B${17 + more}" in chart
    assert f"'Bagan'!$A${15 + more}:$A${17 + more}" in chart


def _anchors(workbook: bytes) -> Iterator[tuple[str, int, int]]:
    for anchor in tree(workbook, "xl/drawings/drawing9.xml"):
        name = str(next(anchor.iter(f"{_X}cNvPr")).get("name"))
        rows = [int(str(anchor.findtext(f"{_X}{end}/{_X}row"))) for end in ("from", "to")]
        yield name, rows[0], rows[1]


def test_shapes_move_with_their_cells(result: bytes) -> None:
    found = {name: rows for name, *rows in _anchors(result)}
    more = _LISTS + _STEPS
    assert found["Lambang"] == [0, 2]
    assert found["Kotak judul"] == [0, 1]
    assert found["Stempel"] == [10 + more, 12 + more]
    assert found["Tetap"] == [10, 12]
    stamp = next(
        shape for shape in tree(result, "xl/drawings/drawing9.xml").iter(f"{_X}sp")
        if shape.get("textlink")
    )  # fmt: skip
    assert stamp.get("textlink") == f"Bagan!$B${10 + more}"


def test_our_shapes_come_after_theirs_under_new_ids(result: bytes) -> None:
    names = [name for name, *_ in _anchors(result)]
    assert names[:4] == ["Lambang", "Kotak judul", "Stempel", "Tetap"]
    assert all(name.startswith("SOP ") for name in names[4:])
    kinds = [name.rpartition(" ")[2] for name in names[4:]]
    assert (kinds.count("process"), kinds.count("terminator"), kinds.count("decision")) == (4, 2, 1)


def test_symbols_stand_in_their_rows(result: bytes) -> None:
    first = 8 + _LISTS
    rows = {
        name: (top, bottom) for name, top, bottom in _anchors(result) if name.endswith("process")
    }
    assert rows["SOP 2B process"] == (first + 1, first + 1)
    assert rows["SOP 6C process"] == (first + 5, first + 5)


def test_the_page_setup_keeps_the_printer(result: bytes) -> None:
    before, after = tree(office_template()), tree(result)
    for tag in ("pageSetup", "pageMargins", "headerFooter", "legacyDrawing", "cols"):
        old, new = (root.find(f"{_S}{tag}") for root in (before, after))
        assert old is not None
        assert new is not None
        assert etree.tostring(old, method="c14n") == etree.tostring(new, method="c14n")


def test_a_second_run_replaces_our_shapes_only(result: bytes) -> None:
    again = filled(template=result).workbook
    assert sorted(_anchors(again)) == sorted(_anchors(result))
    assert _texts(again) == _texts(result)
    assert lint(again) == []


def test_a_second_run_with_fewer_steps_and_items_takes_rows_away(result: bytes) -> None:
    short = a_filled_document(rows="(A) B (A)")
    short = replace(short, identity=replace(short.identity, legal_bases=("Satu",), equipment=()))
    once, twice = filled(short).workbook, filled(short, result).workbook
    assert _texts(twice)["B11"] == _texts(once)["B11"] == "Menyusun bahan 3"
    assert _formula(twice, "B12") == _formula(once, "B12") == "COUNTA(B9:B11)"
    shapes = [name for name, *_ in _anchors(twice)]
    assert sorted(shapes) == sorted(name for name, *_ in _anchors(once))


@needs_schemas
def test_all_parts_validate_and_no_rule_is_broken(result: bytes) -> None:
    assert schema_errors(office_template()) == []
    assert schema_errors(result) == []
    assert lint(result) == []


def test_the_same_document_gives_the_same_bytes(result: bytes) -> None:
    assert filled().workbook == result


def test_nothing_of_the_document_is_lost_without_a_word() -> None:
    document = a_filled_document()
    document = replace(document, identity=replace(document.identity, warnings=("Awas",)))
    keys = [note.key for note in filled(document).notes]
    assert keys == ["excel_template.note.field_left_out"]


def test_a_logo_goes_where_its_placeholder_stands() -> None:
    book = load_workbook(io.BytesIO(office_template()))
    book["Rekap"]["A9"] = "{{logo}}"
    data = io.BytesIO()
    book.save(data)
    document = a_filled_document()
    document = replace(document, identity=replace(document.identity, logo=Logo(a_png(8, 8))))
    once = filled(document, data.getvalue()).workbook
    twice = filled(document, once).workbook
    for workbook in (once, twice):
        drawings = [c for n, c in parts(workbook).items() if n.startswith("xl/drawings/drawing")]
        assert sum(content.count(b'name="SOP logo"') for content in drawings) == 1
        assert parts(workbook)["xl/media/sop_logo.png"] == a_png(8, 8)
        assert lint(workbook) == []


def test_old_symbols_go_when_they_are_asked_to(result: bytes) -> None:
    renamed = _renamed(result)
    kept = filled(template=renamed).workbook
    cleared = fill_template(
        renamed, a_filled_document(), PROFILE, HalfEm(), FillOptions(clear_shapes=True)
    ).workbook
    assert any(name.startswith("Lama") for name, *_ in _anchors(kept))
    assert not any(name.startswith("Lama") for name, *_ in _anchors(cleared))
    assert any(name == "Lambang" for name, *_ in _anchors(cleared))


def _renamed(workbook: bytes) -> bytes:
    """Answer the workbook with our shapes under names that are not ours."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in parts(workbook).items():
            archive.writestr(name, content.replace(b'name="SOP ', b'name="Lama '))
    return data.getvalue()
