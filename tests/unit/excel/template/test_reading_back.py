"""A filled form read back says what the document said: nothing was lost or misplaced."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sopeditor import assets
from sopeditor.cli.typesetting import lay_out_offscreen, offscreen_measurer
from sopeditor.excel.template.fill import fill_template
from sopeditor.excel.workbook import write_workbook
from sopeditor.storage.profiles import profile_of
from sopeditor.tables.files import load_table
from tests.formats.workbooks.conftest import SAMPLES, all_profiles, read
from tests.formats.workbooks.hands import without_copy
from tests.formats.workbooks.meaning import meaning
from tests.unit.excel.template.test_own_templates import FORMS


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_every_sample_is_read_back_from_every_form(form: Path, path: Path, qtbot: QtBot) -> None:
    document = load_table(path)
    profile = profile_of(document, all_profiles())
    filled = fill_template(form.read_bytes(), document, profile, offscreen_measurer())

    found = meaning(read(filled.workbook).document)

    # The form's own captions tell another regulation than the document's.
    assert {**found, "profile": document.profile} == meaning(document)
    assert filled.notes == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_is_read_back_from_one_sheet(path: Path, qtbot: QtBot) -> None:
    document = load_table(path)
    profile = profile_of(document, all_profiles())
    layout = lay_out_offscreen(document, profile)
    workbook = write_workbook(document, layout, profile, one_sheet=True)

    assert meaning(read(without_copy(workbook)).document) == meaning(document)


def test_there_are_forms_and_samples() -> None:
    assert len(FORMS) == len(list(assets.resource("templates").glob("*.xlsx"))) == 2
    assert len(SAMPLES) == 18
