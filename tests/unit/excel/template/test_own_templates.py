"""The forms that come with the program: made by their script, filled by any document."""

import io
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from sopeditor import assets
from sopeditor.excel.template.fill import fill_template
from sopeditor.excel.template.preview import examine_template
from sopeditor.storage.files import load
from sopeditor.storage.profiles import profile_of, read_profiles
from tests.ooxml.geometry import Shape, sheet_shapes
from tests.ooxml.lint import lint
from tests.ooxml.schemas import needs_schemas, schema_errors
from tests.unit.layout.support import HalfEm

_PACKAGING = Path(__file__).parents[4] / "packaging"
FORMS = sorted(assets.resource("templates").glob("*.xlsx"))
_EXAMPLES = sorted(assets.resource("examples").glob("*.sop"))

#: An extent of 0 is written as 0.04 mm where an adjustment needs a measure, half on each side.
_LEAST_EXTENT = 0.1


def test_there_are_two_forms() -> None:
    assert [form.name for form in FORMS] == ["format-sop-21-2008.xlsx", "format-sop-35-2012.xlsx"]


def test_the_script_makes_these_very_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(_PACKAGING))
    maker = __import__("make_templates")
    try:
        for form in maker.FORMS:
            assert maker.made(form) == assets.resource("templates", form.name).read_bytes()
    finally:
        sys.modules.pop("make_templates", None)


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_all_placeholders_of_a_form_are_known(form: Path) -> None:
    previews = examine_template(form.read_bytes())
    assert all(found.known for preview in previews for found in preview.words)
    assert sum(preview.table is not None for preview in previews) == 1


@needs_schemas
@pytest.mark.parametrize("example", _EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_every_example_fills_every_form_without_a_rest(form: Path, example: Path) -> None:
    document, _ = load(example)
    profile = profile_of(document, read_profiles(assets.resource("profiles")))
    result = fill_template(form.read_bytes(), document, profile, HalfEm())
    keys = {note.key for note in result.notes}
    assert keys <= {"excel_template.note.column_left_out"}
    assert lint(result.workbook) == []
    assert schema_errors(result.workbook) == []
    cells = [
        str(cell.value)
        for sheet in load_workbook(io.BytesIO(result.workbook))
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert not any("{{" in text for text in cells)
    assert document.identity.title in cells
    last = document.charts[0].steps[-1]
    assert last.activity in cells


@pytest.mark.parametrize("example", _EXAMPLES, ids=lambda path: path.stem)
def test_connectors_end_on_the_outlines_of_the_symbols_that_they_are_glued_to(
    example: Path,
) -> None:
    document, _ = load(example)
    profile = profile_of(document, read_profiles(assets.resource("profiles")))
    document = replace(document, charts=document.charts[:1])
    form = assets.resource("templates", "format-sop-21-2008.xlsx").read_bytes()
    shapes, lines = sheet_shapes(fill_template(form, document, profile, HalfEm()).workbook, 1)
    named = {shape.name: shape for shape in shapes}
    assert lines
    for line in lines:
        for end, (name, _) in ((line.points[0], line.start), (line.points[-1], line.end)):
            assert _from_outline(named[name], end) < _LEAST_EXTENT, line.name


def _from_outline(shape: Shape, end: tuple[float, float]) -> float:
    """Answer how far a point is from the outline of a symbol, in points."""
    left, top, right, bottom = shape.box
    across, down = abs(end[0] - (left + right) / 2), abs(end[1] - (top + bottom) / 2)
    width, height = (right - left) / 2, (bottom - top) / 2
    if shape.preset == "flowChartDecision":
        return abs(across / width + down / height - 1) * min(width, height)
    return abs(max(across - width, down - height))
