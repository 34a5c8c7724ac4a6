"""The table is found by placeholders, by names, or by its headings alone."""

import io

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.errors import TemplateRefused
from sopeditor.excel.template.finding import Means
from sopeditor.excel.template.preview import SheetPreview, examine_template
from sopeditor.model.step import Column
from tests.ooxml.lint import lint
from tests.unit.excel.template.office import office_template
from tests.unit.excel.template.support import with_text
from tests.unit.excel.template.test_fill import a_filled_document, filled

_HEAD = (
    ("Nama SOP", ":", "lama", None, None, None, None, None, None),
    ("Dasar Hukum :", None, None, None, None, "Peringatan", None, None, None),
    ("1. Undang-Undang lama", None, None, None, None, None, None, None, None),
    (None,) * 9,
    ("No.", "Uraian Prosedur", "Pelaksana", None, None, "Mutu Baku", None, None, "Ket"),
    (None, None, "JFU", "Kasi", "Kabid", "Persyaratan/ Perlengkapan", "Waktu", "Output", None),
)  # fmt: skip


def _form(rows: tuple[tuple[str | int | None, ...], ...] = (), blank: int = 0) -> Workbook:
    """Answer an office's form without a single placeholder."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Format"
    for values in (*_HEAD, *rows):
        sheet.append(values)
    for area in ("A5:A6", "B5:B6", "C5:E5", "F5:H5", "I5:I6"):
        sheet.merge_cells(area)
    thin = Side(style="thin")
    for row in range(7, 7 + max(len(rows), blank)):
        for column in range(1, 10):
            sheet.cell(row, column).border = Border(thin, thin, thin, thin)
    return book


def _bytes(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _sheet(workbook: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(workbook)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def _only(template: bytes) -> SheetPreview:
    (preview,) = examine_template(template)
    return preview


def test_the_preview_tells_what_was_found_before_anything_is_written() -> None:
    preview, other = examine_template(office_template())
    assert preview.table is not None
    assert preview.table.means is Means.PLACEHOLDERS
    assert preview.table.columns[Column.INPUTS] == (5, 5)
    assert preview.table.lanes == ((2, 2), (3, 3), (4, 4))
    words = {found.word: found for found in preview.words}
    assert words["nomor_sop"].cells == CellRange(1, 2, 1, 3)
    assert words["judul"].known
    assert (preview.ours, preview.strangers, other.table) == (0, 0, None)


def test_the_preview_counts_shapes_of_a_run_before() -> None:
    preview, _ = examine_template(filled().workbook)
    assert preview.table is not None
    assert preview.table.means is Means.NAMES
    assert preview.ours > 7
    assert preview.strangers == 0


def test_a_form_without_placeholders_is_filled_by_its_headings() -> None:
    template = _bytes(_form(blank=3))
    preview = _only(template)
    assert preview.table is not None
    assert (preview.table.means, preview.table.body) == (Means.HEADINGS, CellRange(6, 0, 8, 8))
    assert preview.lanes == ("JFU", "Kasi", "Kabid")
    sheet = _sheet(filled(template=template).workbook)
    steps = [cell.value for cell in sheet["B"][10:] if cell.value]
    assert steps == [f"Menyusun bahan {number}" for number in range(1, 8)]
    assert [sheet.cell(10, column).value for column in (3, 4, 5)] == [
        "Jabatan A", "Jabatan B", "Jabatan C",
    ]  # fmt: skip


def test_fields_of_the_cover_are_found_by_their_captions() -> None:
    template = _bytes(_form(blank=1))
    assert [field for field, _ in _only(template).fields] == ["title", "legal_bases", "warnings"]
    sheet = _sheet(filled(template=template).workbook)
    assert sheet["C1"].value == "Pelayanan Izin"
    assert [sheet.cell(row, 1).value for row in (3, 4, 7)] == [
        "1. Undang-Undang Nomor 1", "2. Undang-Undang Nomor 2", "5. Undang-Undang Nomor 5",
    ]  # fmt: skip


def test_steps_of_an_older_sop_are_replaced() -> None:
    rows = tuple((number, f"Langkah lama {number}", *(None,) * 7) for number in range(1, 10))
    sheet = _sheet(filled(template=_bytes(_form((*rows, ("Catatan", *(None,) * 8))))).workbook)
    column = [cell.value for cell in sheet["B"]]
    assert "Langkah lama 1" not in column
    assert column.count("Menyusun bahan 7") == 1
    assert "Catatan" in [cell.value for cell in sheet["A"]]


def test_names_tell_the_place_where_no_heading_is_known() -> None:
    book = Workbook()
    form = book.active
    assert isinstance(form, Worksheet)
    form.append(("#", "What", "Who 1", "Who 2", "Who 3", "When"))
    form.append(("x", "x"))
    for name, cells in (
        ("SOP_BARIS", "$A$2:$F$2"), ("SOP_NO", "$A$2"), ("SOP_URAIAN", "$B$2"),
        ("SOP_PELAKSANA", "$C$2:$E$2"), ("SOP_WAKTU", "$F$2"), ("SOP_JUDUL", "$H$1"),
    ):  # fmt: skip
        book.defined_names[name] = DefinedName(name, attr_text=f"Sheet!{cells}")
    template = _bytes(book)
    preview = _only(template)
    assert preview.table is not None
    assert (preview.table.means, len(preview.table.lanes)) == (Means.NAMES, 3)
    sheet = _sheet(filled(template=template).workbook)
    assert [sheet["B8"].value, sheet["F8"].value, sheet["H1"].value] == [
        "Menyusun bahan 7", "7 jam", "Pelayanan Izin",
    ]  # fmt: skip
    assert sheet["C1"].value == "Who 1"


def test_rich_text_in_a_cell_keeps_its_runs() -> None:
    template = office_template()
    runs = (("b", "Nomor {{nomor"), ("i", "_sop}} resmi"))
    marked = "".join(f"<r><rPr><{mark}/></rPr><t>{text}</t></r>" for mark, text in runs)
    rich = f"<is>{marked}</is>"
    workbook = filled(
        template=with_text(template, "xl/worksheets/sheet2.xml", "A20", rich)
    ).workbook
    text = load_workbook(io.BytesIO(workbook), rich_text=True)["Rekap"]["A20"].value
    assert [str(run) for run in text] == ["Nomor =1+1", " resmi"]
    assert [run.font.b for run in text] == [True, False]


def test_an_unknown_placeholder_is_left_and_told() -> None:
    book = load_workbook(io.BytesIO(office_template()))
    book["Bagan"]["B6"] = "{{warna}}"
    result = filled(template=_bytes(book))
    assert [note.key for note in result.notes] == ["excel_template.note.unknown_placeholder"]
    assert _sheet(result.workbook)["B10"].value == "{{warna}}"
    assert lint(result.workbook) == []


def test_a_workbook_that_offers_nothing_is_refused() -> None:
    book = Workbook()
    book.create_sheet("Hadir")["A1"] = "Daftar hadir"
    with pytest.raises(TemplateRefused) as refusal:
        filled(template=_bytes(book))
    assert refusal.value.words.key == "excel_template.refused.nothing_found"


def test_a_table_that_only_the_workbook_names_can_not_be_copied() -> None:
    document = a_filled_document()
    document = replace(
        document, charts=(document.charts[0], replace(document.charts[0], id="lain"))
    )
    book = Workbook()
    form = book.active
    assert isinstance(form, Worksheet)
    for name, cells in (
        ("SOP_BARIS", "$A$2:$F$2"), ("SOP_URAIAN", "$B$2"), ("SOP_PELAKSANA", "$C$2:$E$2"),
    ):  # fmt: skip
        book.defined_names[name] = DefinedName(name, attr_text=f"Sheet!{cells}")
    with pytest.raises(TemplateRefused) as refusal:
        filled(document, _bytes(book))
    assert refusal.value.words.key == "excel_template.refused.too_few_tables"
