"""The cover as a sheet: the names of agency and unit stand on the height of the paper's."""

import struct

import pytest
from msgspec.structs import replace

from sopeditor import assets
from sopeditor.excel.flavour import Flavour
from sopeditor.excel.plan import SheetCell, plan_cover
from sopeditor.excel.reader.identity import names_of
from sopeditor.excel.workbook import write_workbook
from sopeditor.layout.engine import lay_out
from sopeditor.layout.placement import CellRole, CoverPage, DocumentLayout, VerticalAlign
from sopeditor.model.document import Document
from sopeditor.model.identity import Logo
from sopeditor.model.profile import Profile
from sopeditor.storage.files import load
from sopeditor.storage.profiles import profile_of, read_profiles
from tests.ooxml.lint import lint
from tests.unit.layout.support import HalfEm

EMBLEM = Logo(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 60, 70))

Made = tuple[Document, DocumentLayout, Profile]


@pytest.fixture(params=[None, EMBLEM], ids=["bare", "emblem"])
def made(request: pytest.FixtureRequest) -> Made:
    document, _ = load(assets.resource("examples", "pelayanan-izin.sop"))
    document = replace(document, identity=replace(document.identity, logo=request.param))
    profile = profile_of(document, read_profiles(assets.resource("profiles")))
    return document, lay_out(document, profile, HalfEm()), profile


def cover_of(made: Made) -> CoverPage:
    return next(page for page in made[1].pages if isinstance(page, CoverPage))


def names(made: Made) -> tuple[SheetCell, SheetCell]:
    """Answer the cells of the agency and of the unit on the sheet."""
    agency, unit = (
        cell for cell in plan_cover(cover_of(made)).cells if cell.cell.role is CellRole.COVER_LOGO
    )
    return agency, unit


def test_each_name_has_a_cell_that_ends_or_begins_where_it_does_on_paper(made: Made) -> None:
    cover, plan = cover_of(made), plan_cover(cover_of(made))
    top = min(cell.rect.top for cell in cover.cells)
    on_paper = {cell.field: cell for cell in cover.cells}
    agency, unit = names(made)
    assert agency.cell.text
    assert unit.cell.text
    edges = plan.grid.rows.edges
    assert edges[agency.bottom + 1] == edges[unit.top]
    assert edges[unit.top] == pytest.approx(on_paper["unit"].rect.top - top)
    assert edges[unit.top] % 3 == pytest.approx(0)
    assert agency.cell.text.valign is VerticalAlign.BOTTOM
    assert unit.cell.text.valign is VerticalAlign.TOP
    assert agency.cell.text.raw == made[0].identity.agency
    assert unit.cell.text.raw == made[0].identity.unit


def test_the_emblem_stands_above_the_lines_of_the_agency(made: Made) -> None:
    cover, (agency, _) = cover_of(made), names(made)
    if cover.logo is not None and agency.cell.text:
        lines = len(agency.cell.text.lines) * agency.cell.text.pitch
        assert agency.cell.rect.top < cover.logo.top
        assert cover.logo.bottom <= agency.cell.rect.bottom - lines


@pytest.mark.parametrize("flavour", list(Flavour))
def test_the_judges_find_nothing_on_such_a_cover(made: Made, flavour: Flavour) -> None:
    assert lint(write_workbook(*made, flavour)) == []


def test_the_two_names_are_read_back_from_their_cells(made: Made) -> None:
    identity = made[0].identity
    agency, unit = names(made)
    texts = [cell.cell.text.raw for cell in (agency, unit) if cell.cell.text]
    assert names_of("\n".join(texts)) == (identity.agency, identity.unit)
