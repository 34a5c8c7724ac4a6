"""A document of several charts: the sheet of the table is there once for each."""

import io

from msgspec.structs import replace
from openpyxl import load_workbook

from sopeditor.excel.names import SHEET
from sopeditor.model.document import Document
from tests.builders import a_chart
from tests.ooxml.lint import lint
from tests.ooxml.schemas import needs_schemas, schema_errors
from tests.unit.excel.template.test_fill import a_filled_document, filled, parts, tree

_S = f"{{{SHEET}}}"


def _several() -> Document:
    document = a_filled_document()
    more = (a_chart("AB", "(A) B (A)", name="dua"), a_chart("BC", "(B) C? B (C)", name="tiga"))
    renamed = (
        replace(
            chart,
            steps=tuple(
                replace(step, id=f"{chart.id}{step.id}", activity=f"{step.activity} ({chart.id})")
                for step in chart.steps
            ),
        )
        for chart in more
    )
    return replace(document, charts=(*document.charts, *renamed))


def test_each_chart_gets_a_sheet_of_its_own() -> None:
    workbook = filled(_several()).workbook
    book = load_workbook(io.BytesIO(workbook))
    assert book.sheetnames == ["Bagan", "Rekap", "Bagan Alur 2", "Bagan Alur 3"]
    found = [
        [cell.value for cell in book[name]["B"] if "bahan" in str(cell.value)]
        for name in ("Bagan", "Bagan Alur 2", "Bagan Alur 3")
    ]
    assert [len(steps) for steps in found] == [7, 3, 4]
    assert found[1][0] == "Menyusun bahan 1 (dua)"
    assert [book["Bagan Alur 3"].cell(12, column).value for column in (3, 4)] == [
        "Jabatan B", "Jabatan C",
    ]  # fmt: skip


def test_copies_have_names_notes_and_pictures_of_their_own() -> None:
    workbook = filled(_several()).workbook
    names = {
        (name.get("name"), name.get("localSheetId")): name.text
        for name in tree(workbook, "xl/workbook.xml").iter(f"{_S}definedName")
    }
    assert names["SOP_BARIS", "2"] == "'Bagan Alur 2'!$A$13:$H$15"
    assert names["_xlnm.Print_Titles", "2"] == "'Bagan Alur 2'!$11:$12"
    found = parts(workbook)
    assert sum(name.startswith("xl/drawings/drawing") for name in found) >= 4
    assert sum(name.startswith("xl/comments/") and name.endswith(".xml") for name in found) == 3
    assert sum(name.startswith("xl/media/") for name in found) == 1


@needs_schemas
def test_all_parts_validate() -> None:
    workbook = filled(_several()).workbook
    assert schema_errors(workbook) == []
    assert lint(workbook) == []


def test_a_second_run_fills_the_same_sheets() -> None:
    once = filled(_several()).workbook
    twice = filled(_several(), once).workbook
    assert load_workbook(io.BytesIO(twice)).sheetnames == load_workbook(io.BytesIO(once)).sheetnames
    assert lint(twice) == []


def test_a_table_without_a_chart_is_told() -> None:
    once = filled(_several()).workbook
    keys = [note.key for note in filled(a_filled_document(), once).notes]
    assert keys.count("excel_template.note.table_unused") == 2
