"""A new workbook is made as a person asks, and the answer is the next suggestion."""

from pathlib import Path

from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from sopeditor.excel.flavour import Flavour
from sopeditor.ui.excel_options import ExcelOptions, ExcelOptionsDialog
from tests.gui.ui.conftest import Stand

ASKED = ExcelOptions(one_sheet=True, flavour=Flavour.COMPAT)


def test_the_boxes_show_and_answer_the_options(stand: Stand, qtbot: QtBot) -> None:
    dialog = ExcelOptionsDialog(ExcelOptions(), stand.desk.catalogue)
    qtbot.addWidget(dialog)
    assert dialog.chosen == ExcelOptions()
    dialog.one_sheet.click()
    dialog.compat.click()
    assert dialog.chosen == ASKED
    again = ExcelOptionsDialog(ASKED, stand.desk.catalogue)
    qtbot.addWidget(again)
    assert again.chosen == ASKED


def test_a_workbook_is_made_as_asked(stand: Stand, tmp_path: Path) -> None:
    stand.answers.path = tmp_path / "satu.xlsx"
    stand.answers.excel_options = ASKED
    stand.act("export_excel")
    assert len(load_workbook(stand.answers.path).sheetnames) == 1
    assert b"AlternateContent" in _drawing(stand.answers.path)
    assert ExcelOptions.kept(stand.desk.settings) == ASKED

    stand.answers.excel_options = ExcelOptions()
    stand.act("export_excel")
    assert ("excel_options", ASKED) in stand.answers.asked
    assert len(load_workbook(stand.answers.path).sheetnames) == 2


def test_no_answer_writes_nothing(stand: Stand, tmp_path: Path) -> None:
    stand.answers.path = tmp_path / "satu.xlsx"
    stand.answers.excel_options = None
    stand.act("export_excel")
    assert list(tmp_path.glob("*.xlsx")) == []


def _drawing(path: Path) -> bytes:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(n) for n in archive.namelist() if "drawings/drawing" in n)
