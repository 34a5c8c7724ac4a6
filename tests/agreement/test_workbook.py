"""The workbook shows what the layout placed: read back from its XML, to the tenth of a point."""

import io
import math

import openpyxl
import pytest
from msgspec.structs import replace

from sopeditor.excel.flavour import Flavour
from sopeditor.export.formats import Format, Output, encode
from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.placement import ChartPage
from sopeditor.model.flow import FlowKind
from sopeditor.model.step import Column
from tests.ooxml.geometry import Line, Shape, sheet_shapes
from tests.ooxml.lint import lint
from tests.ooxml.schemas import needs_schemas, schema_errors

CHART_SHEET = 2
#: How far what is read back may be from the layout, in points.
SLACK = 0.1


@pytest.fixture
def workbook(output: Output) -> bytes:
    return encode(output, Format.XLSX)


def pages_of(output: Output) -> list[ChartPage]:
    return [page for page in output.laid_out().pages if isinstance(page, ChartPage)]


def shifts(output: Output) -> list[tuple[ChartPage, float, float]]:
    """Answer every page with its distance from the sheet: pages stand below each other."""
    pages = pages_of(output)
    above = 0.0
    shifted = []
    for page in pages:
        head = pages[0].body.top - pages[0].table.top
        shifted.append((page, -page.table.left, head + above - page.body.top))
        above += sum(row.rect.height for row in page.rows)
    return shifted


def test_symbols_stand_where_the_layout_put_them(output: Output, workbook: bytes) -> None:
    shapes = {shape.name.split()[1]: shape for shape in sheet_shapes(workbook, CHART_SHEET)[0]}

    for page, dx, dy in shifts(output):
        boxes = [(symbol.id, symbol.rect) for symbol in page.symbols]
        boxes += [(link.id, link.rect) for link in page.links]
        for name, rect in boxes:
            assert_same_box(shapes[name], rect.moved(dx, dy))


def test_lines_run_where_the_router_led_them(output: Output, workbook: bytes) -> None:
    lines = sheet_shapes(workbook, CHART_SHEET)[1]

    drawn = [(flow, dx, dy) for page, dx, dy in shifts(output) for flow in page.flows]
    assert len(lines) == len(drawn)
    for line, (flow, dx, dy) in zip(lines, drawn, strict=True):
        points = tuple(Point(p.x + dx, p.y + dy) for p in flow.points)
        assert_same_line(line, points)
        assert line.arrow == (flow.kind is FlowKind.FLOW)
        assert line.start[0].split()[1] == flow.source
        assert line.end[0].split()[1] == flow.target


def test_labels_stand_where_the_layout_put_them(output: Output, workbook: bytes) -> None:
    shapes = sheet_shapes(workbook, CHART_SHEET)[0]
    labels = [shape for shape in shapes if shape.name.endswith(" label")]

    placed = [
        (flow.label, dx, dy)
        for page, dx, dy in shifts(output)
        for flow in page.flows
        if flow.label is not None
    ]
    for shape, (label, dx, dy) in zip(labels, placed, strict=True):
        assert_same_box(shape, label.rect.moved(dx, dy))
        assert shape.text == "\n".join(label.lines)


def test_both_flavours_draw_alike(output: Output, workbook: bytes) -> None:
    compat = encode(replace(output, flavour=Flavour.COMPAT), Format.XLSX)

    assert sheet_shapes(compat, CHART_SHEET) == sheet_shapes(workbook, CHART_SHEET)
    assert lint(compat) == []


def test_the_judges_find_nothing(workbook: bytes) -> None:
    assert lint(workbook) == []


@needs_schemas
def test_every_part_is_valid(output: Output, workbook: bytes) -> None:
    assert schema_errors(workbook) == []
    assert schema_errors(encode(replace(output, flavour=Flavour.COMPAT), Format.XLSX)) == []


def test_the_cells_hold_the_texts_of_the_steps(output: Output, workbook: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets[CHART_SHEET - 1]
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}

    for step in output.document.charts[0].steps:
        for column in (Column.ACTIVITY, Column.INPUTS, Column.DURATION, Column.OUTPUT):
            text = step.text(column)
            assert not text or any(text in held for held in texts), text


def test_no_cell_is_a_formula(workbook: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook))

    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    assert all(cell.data_type != "f" for cell in cells)


def test_the_sheet_breaks_where_the_pages_break(output: Output, workbook: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets[CHART_SHEET - 1]

    assert len(sheet.row_breaks.brk) == len(pages_of(output)) - 1
    assert sheet.print_title_rows
    assert sheet.page_setup.orientation == "landscape"


def assert_same_box(shape: Shape, rect: Rect) -> None:
    expected = (rect.left, rect.top, rect.right, rect.bottom)
    assert shape.box == pytest.approx(expected, abs=0.1), shape.name


def assert_same_line(line: Line, points: tuple[Point, ...]) -> None:
    assert len(line.points) == len(points), line.name
    for drawn, point in zip(line.points, points, strict=True):
        assert math.dist(drawn, point) <= SLACK, line.name


@pytest.mark.parametrize("one_sheet", [False, True])
def test_sizes_are_alike_on_screens_of_every_scale(output: Output, one_sheet: bool) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(encode(replace(output, one_sheet=one_sheet), Format.XLSX))
    )
    for sheet in book.worksheets:
        for column in sheet.column_dimensions.values():
            pixels = int((256 * column.width + 16) / 256 * 8)
            assert pixels % 4 == 0, (sheet.title, column.index, column.width)
        for row in sheet.row_dimensions.values():
            assert row.height % 3 == 0, (sheet.title, row.index, row.height)
