"""More or fewer lanes than the template has: columns come or go and everything follows."""

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from sopeditor.excel.template.errors import TemplateRefused
from tests.ooxml.lint import lint
from tests.ooxml.schemas import needs_schemas, schema_errors
from tests.unit.excel.template.office import office_template
from tests.unit.excel.template.test_fill import a_filled_document, filled, tree

_MORE = a_filled_document("ABCDE", "(A) B C? D E C (A)")
_FEWER = a_filled_document("AB", "(A) B A? B A B (A)")
_HEAD = 12


def _sheet(workbook: bytes, name: str = "Bagan") -> Worksheet:
    sheet = load_workbook(io.BytesIO(workbook))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def _merges(workbook: bytes) -> set[str]:
    return {str(cells) for cells in _sheet(workbook).merged_cells.ranges}


def _pixels(workbook: bytes) -> list[int]:
    tag = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}col"
    return [
        int((256 * float(str(column.get("width"))) + 18) / 256 * 7)
        for column in tree(workbook).iter(tag)
        for _ in range(int(str(column.get("min"))), int(str(column.get("max"))) + 1)
    ]


def test_columns_are_inserted_for_more_lanes_and_their_width_is_shared() -> None:
    workbook = filled(_MORE).workbook
    names = [_sheet(workbook).cell(_HEAD, column).value for column in range(3, 8)]
    assert names == [f"Jabatan {lane}" for lane in "ABCDE"]
    before, after = _pixels(office_template()), _pixels(workbook)
    assert len(after) == 11
    assert sum(after[2:7]) == pytest.approx(sum(before[2:5]), abs=2)
    assert max(after[2:7]) - min(after[2:7]) <= 1
    assert after[7:] == before[5:]


def test_headings_stretch_over_inserted_lanes() -> None:
    merges = _merges(filled(_MORE).workbook)
    assert {"C11:G11", "H11:J11", "A1:K1", "K11:K12", "A4:D4", "H4:K4"} <= merges


def test_columns_go_with_lanes_that_are_too_many() -> None:
    workbook = filled(_FEWER).workbook
    sheet = _sheet(workbook)
    assert [sheet.cell(_HEAD, column).value for column in (3, 4)] == ["Jabatan A", "Jabatan B"]
    assert sheet.cell(_HEAD, 5).value == "Kelengkapan"
    assert {"C11:D11", "E11:G11"} <= _merges(workbook)


def test_formulas_of_other_sheets_follow_the_columns() -> None:
    book = load_workbook(io.BytesIO(office_template()))
    book["Rekap"]["D9"] = "=Bagan!G10+SUM(Bagan!C9:E9)"
    data = io.BytesIO()
    book.save(data)
    more = filled(_MORE, data.getvalue()).workbook
    assert _sheet(more, "Rekap")["D9"].value == "=Bagan!I20+SUM(Bagan!C13:G19)"


def test_lanes_stay_empty_where_something_else_stands_in_their_columns() -> None:
    book = load_workbook(io.BytesIO(office_template()))
    book["Bagan"]["E14"] = "Mengetahui"
    data = io.BytesIO()
    book.save(data)
    result = filled(_FEWER, data.getvalue())
    assert [note.key for note in result.notes] == ["excel_template.note.spare_lanes"]
    sheet = _sheet(result.workbook)
    assert [sheet.cell(_HEAD, column).value for column in (3, 4, 5)] == [
        "Jabatan A", "Jabatan B", None,
    ]  # fmt: skip
    assert sheet["E24"].value == "Mengetahui"


def test_an_excel_table_is_not_torn_apart() -> None:
    book = load_workbook(io.BytesIO(office_template()))
    book["Bagan"].add_table(Table(displayName="Lain", ref="A30:K32"))
    for column in range(1, 12):
        book["Bagan"].cell(30, column).value = f"K{column}"
    data = io.BytesIO()
    book.save(data)
    with pytest.raises(TemplateRefused) as refusal:
        filled(_MORE, data.getvalue())
    assert refusal.value.words.key == "excel_template.refused.table_object"


def test_one_lane_of_a_form_becomes_several_under_one_heading() -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for values in (
        ("No", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Output"),
        (None, None, "{{pelaksana}}"),
        ("{{no}}", "{{kegiatan}}", None, "{{kelengkapan}}", "{{waktu}}", "{{output}}"),
    ):
        sheet.append(values)
    sheet.column_dimensions["C"].width = 40
    data = io.BytesIO()
    book.save(data)
    workbook = filled(_MORE, data.getvalue()).workbook
    assert "C1:G1" in {str(cells) for cells in _sheet(workbook, "Sheet").merged_cells.ranges}
    assert lint(workbook) == []


def test_numbers_of_columns_are_written_anew() -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for values in (
        ("No", "Kegiatan", "Pelaksana", None, "Mutu Baku", None, None),
        (None, None, "Satu", "Dua", "Kelengkapan", "Waktu", "Output"),
        tuple(f"({number})" for number in range(1, 8)),
        (1, "contoh"),
    ):
        sheet.append(values)
    for area in ("A1:A2", "B1:B2", "C1:D1", "E1:G1"):
        sheet.merge_cells(area)
    data = io.BytesIO()
    book.save(data)
    workbook = filled(_MORE, data.getvalue()).workbook
    row = [cell.value for cell in _sheet(workbook, "Sheet")[3]]
    assert row == [f"({number})" for number in range(1, 11)]


@needs_schemas
@pytest.mark.parametrize("document", [_MORE, _FEWER])
def test_all_parts_validate(document: object) -> None:
    workbook = filled(_MORE if document is _MORE else _FEWER).workbook
    assert schema_errors(workbook) == []
    assert lint(workbook) == []
