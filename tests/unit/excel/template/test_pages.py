"""A filled table breaks where the template's own pages end, with page links at the breaks."""

import io
from itertools import pairwise

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from sopeditor.excel.names import SHEET
from sopeditor.model.document import Document
from sopeditor.model.step import Step
from tests.builders import a_document
from tests.ooxml.lint import lint
from tests.unit.excel.template.test_fill import filled, parts, tree

_S = f"{{{SHEET}}}"
_STEPS = 40
#: A4 upright with the margins of openpyxl: 842 - 144 points, of which 3 % stay free.
_PAGE = (842 - 144) * 0.97


def _long() -> Document:
    return a_document("AB", " ".join(["(A)", *["B", "A"] * (_STEPS // 2 - 1), "(B)"]))


def _form(above: float = 15.0, titles: bool = True) -> Workbook:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for values in (
        ("Kepala surat",),
        ("No", "Kegiatan", "Pelaksana", None, "Kelengkapan", "Waktu", "Output"),
        (None, None, "{{pelaksana}}", "{{pelaksana}}"),
        ("{{no}}", "{{uraian}}", None, None, "{{kelengkapan}}", "{{waktu}}", "{{output}}"),
    ):
        sheet.append(values)
    for row, height in enumerate((above, 15, 15, 30), start=1):
        sheet.row_dimensions[row].height = height
    for letter, width in zip("ABCDEFG", (5, 40, 12, 12, 20, 10, 20), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.paperSize = 9
    margins = sheet.page_margins
    margins.top = margins.bottom = 1.0
    if titles:
        sheet.print_title_rows = "2:3"
    return book


def _fill(book: Workbook, document: Document | None = None) -> bytes:
    data = io.BytesIO()
    book.save(data)
    workbook = filled(document or _long(), data.getvalue()).workbook
    assert lint(workbook) == []
    return workbook


def _breaks(workbook: bytes) -> list[int]:
    return [int(str(element.get("id"))) for element in tree(workbook).iter(f"{_S}brk")]


def _heights(workbook: bytes) -> list[float]:
    rows = tree(workbook).iter(f"{_S}row")
    return [float(str(row.get("ht"))) for row in rows]


def _drawing(workbook: bytes) -> str:
    return parts(workbook)["xl/drawings/drawing1.xml"].decode()


def test_rows_between_breaks_fit_the_page_below_the_repeated_head() -> None:
    workbook = _fill(_form())
    heights, breaks = _heights(workbook), _breaks(workbook)
    assert len(breaks) >= 2
    assert sum(heights[: breaks[0]]) <= _PAGE
    for start, end in pairwise([*breaks, len(heights)]):
        assert sum(heights[1:3]) + sum(heights[start:end]) <= _PAGE
    assert _drawing(workbook).count("flowChartOffpageConnector") == 2 * len(breaks)


def test_a_table_with_hardly_any_room_left_begins_on_a_page_of_its_own() -> None:
    assert _breaks(_fill(_form(above=380.0)))[0] > 3
    book = _form(above=400.0)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.insert_rows(1)
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 400, 180
    for row, height in ((3, 15), (4, 15), (5, 30)):
        sheet.row_dimensions[row].height = height
    sheet.print_title_rows = "3:4"
    assert _breaks(_fill(book))[0] == 2


def test_a_form_that_prints_on_one_page_has_no_breaks() -> None:
    book = _form()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    workbook = _fill(book)
    assert _breaks(workbook) == []
    assert "flowChartOffpageConnector" not in _drawing(workbook)


@pytest.mark.parametrize("steps", [3, _STEPS])
def test_the_head_is_repeated_where_there_are_several_pages(steps: int) -> None:
    document = _long()
    chart = document.charts[0]
    short: tuple[Step, ...] = chart.steps[:steps]
    ids = {symbol.id for step in short for symbol in step.symbols}
    flows = tuple(flow for flow in chart.flows if {flow.source, flow.target} <= ids)
    document = replace(document, charts=(replace(chart, steps=short, flows=flows),))
    workbook = _fill(_form(titles=False), document)
    titles = load_workbook(io.BytesIO(workbook)).worksheets[0].print_title_rows
    assert titles == ("$2:$3" if steps > 3 else None)


def test_a_second_run_sets_the_breaks_anew() -> None:
    once = _fill(_form())
    twice = filled(_long(), once).workbook
    assert _breaks(twice) == _breaks(once)
