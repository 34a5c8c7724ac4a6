"""`export --template`: a document into an office's own workbook."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from sopeditor import assets
from sopeditor.cli.exits import Exit
from sopeditor.cli.main import run
from tests.unit.excel.template.office import office_template

_DOCUMENT = assets.resource("examples", "pelayanan-izin.sop")
_FORM = assets.resource("templates", "format-sop-35-2012.xlsx")


def _export(output: Path, template: Path) -> int:
    return run(["export", str(_DOCUMENT), "-o", str(output), "--template", str(template)])


def test_a_form_is_filled(tmp_path: Path, qtbot: QtBot) -> None:
    output = tmp_path / "hasil.xlsx"
    assert _export(output, _FORM) == Exit.FINE
    sheet = load_workbook(output)["Bagan Alur"]
    assert sheet["B4"].value == "Mengajukan permohonan izin"
    assert "hasil.xlsx.bak" not in {path.name for path in tmp_path.iterdir()}


def test_what_found_no_place_is_told(
    tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    template = tmp_path / "kantor.xlsx"
    template.write_bytes(office_template())
    assert _export(tmp_path / "hasil.xlsx", template) == Exit.FINE
    assert "Kualifikasi Pelaksana" in capsys.readouterr().err


def test_a_template_that_is_overwritten_is_kept_beside(tmp_path: Path, qtbot: QtBot) -> None:
    template = tmp_path / "kantor.xlsx"
    template.write_bytes(office_template())
    assert _export(template, template) == Exit.FINE
    assert (tmp_path / "kantor.xlsx.bak").read_bytes() == office_template()
    assert template.read_bytes() != office_template()


def test_a_template_goes_out_as_a_workbook_only(
    tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _export(tmp_path / "hasil.pdf", _FORM) == Exit.WRONG_USE
    assert "hasil.pdf" in capsys.readouterr().err


def test_a_template_that_is_none_is_one_sentence(
    tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    template = tmp_path / "kantor.xlsx"
    template.write_bytes(b"bukan buku kerja")
    output = tmp_path / "hasil.xlsx"
    assert _export(output, template) == Exit.UNREADABLE
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert not output.exists()
