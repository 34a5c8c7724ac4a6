"""Cover and chart on one sheet print and measure as they do apart."""

import io

import pytest
from openpyxl import load_workbook

from sopeditor import assets
from sopeditor.excel.workbook import write_workbook
from sopeditor.layout.engine import lay_out
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.storage.files import load
from sopeditor.storage.profiles import profile_of, read_profiles
from tests.ooxml.geometry import Line, Shape, sheet_shapes
from tests.ooxml.lint import lint
from tests.ooxml.schemas import needs_schemas, schema_errors
from tests.unit.layout.support import HalfEm


@pytest.fixture(scope="module")
def laid_out() -> tuple[Document, DocumentLayout, Profile]:
    document, _ = load(assets.resource("examples", "pelayanan-izin.sop"))
    profile = profile_of(document, read_profiles(assets.resource("profiles")))
    return document, lay_out(document, profile, HalfEm()), profile


@pytest.fixture(scope="module")
def apart(laid_out: tuple[Document, DocumentLayout, Profile]) -> bytes:
    return write_workbook(*laid_out)


@pytest.fixture(scope="module")
def together(laid_out: tuple[Document, DocumentLayout, Profile]) -> bytes:
    return write_workbook(*laid_out, one_sheet=True)


def test_there_is_one_sheet_with_the_cover_above_the_chart(together: bytes, apart: bytes) -> None:
    both = load_workbook(io.BytesIO(together))
    cover, chart = load_workbook(io.BytesIO(apart)).worksheets
    assert both.sheetnames == [chart.title]
    sheet = both.worksheets[0]
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    parts = [
        cell.value
        for part in (cover, chart)
        for row in part.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert texts == parts


def test_the_chart_begins_a_page_and_its_head_is_repeated(together: bytes, apart: bytes) -> None:
    sheet = load_workbook(io.BytesIO(together)).worksheets[0]
    cover, chart = load_workbook(io.BytesIO(apart)).worksheets
    above = cover.max_row
    breaks = [above, *(above + int(brk.id) for brk in chart.row_breaks.brk)]
    assert [int(brk.id) for brk in sheet.row_breaks.brk] == breaks
    first, last = (int(row.strip("$")) for row in str(chart.print_title_rows).split(":"))
    assert sheet.print_title_rows == f"${first + above}:${last + above}"
    assert sheet.freeze_panes is None


def test_symbols_and_lines_stand_as_they_do_on_a_sheet_of_their_own(
    together: bytes, apart: bytes
) -> None:
    cover = load_workbook(io.BytesIO(apart)).worksheets[0]
    down = sum(cover.row_dimensions[row].height or 0 for row in range(1, cover.max_row + 1))
    shapes, lines = sheet_shapes(together, 1)
    own_shapes, own_lines = sheet_shapes(apart, 2)
    boxes = {shape.name: shape for shape in shapes}
    for own in own_shapes:
        assert boxes[own.name].box == pytest.approx(_lower(own, down), abs=0.02)
    found = {line.name: line for line in lines}
    for line in own_lines:
        assert [*_flat(found[line.name], 0.0)] == pytest.approx([*_flat(line, down)], abs=0.02)


def _lower(shape: Shape, down: float) -> tuple[float, ...]:
    left, top, right, bottom = shape.box
    return left, top + down, right, bottom + down


def _flat(line: Line, down: float) -> list[float]:
    return [value for x, y in line.points for value in (x, y + down)]


@needs_schemas
def test_all_parts_validate(together: bytes) -> None:
    assert schema_errors(together) == []
    assert lint(together) == []
