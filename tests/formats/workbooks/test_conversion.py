"""Older and open formats through LibreOffice: the real one, a slow one, and none."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typing_extensions import override

from sopeditor.cli.exits import Exit
from sopeditor.cli.main import run
from sopeditor.excel.reader import conversion
from sopeditor.excel.reader.conversion import converted, libreoffice
from sopeditor.excel.reader.errors import UnreadableWorkbook
from sopeditor.excel.reader.files import load_workbook
from sopeditor.excel.reader.kinds_of_file import FileKind
from sopeditor.foundation.progress import Cancelled, WatchedProgress
from tests.builders import a_document
from tests.formats.workbooks.conftest import all_profiles, workbook_of
from tests.formats.workbooks.meaning import meaning

DOCUMENT = a_document("ABC", "(A) B? C (A)", "1>2 2>3:Ya 2>1:Tidak 3>4")

needs_libreoffice = pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def saved_as(ending: str, folder: Path) -> Path:
    source = folder / "sop.xlsx"
    source.write_bytes(workbook_of(DOCUMENT))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(libreoffice()), "--headless", profile, "--convert-to", ending]
    subprocess.run(
        [*command, "--outdir", str(folder), str(source)],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    return folder / f"sop.{ending}"


@pytest.mark.timeout(180)
@needs_libreoffice
def test_an_open_document_is_read_whole(tmp_path: Path, qapp: object) -> None:
    imported = load_workbook(saved_as("ods", tmp_path), all_profiles())

    assert meaning(imported.document) == meaning(DOCUMENT)


@pytest.mark.timeout(180)
@needs_libreoffice
def test_an_old_workbook_is_read_with_its_texts_and_said_to_be_doubtful(
    tmp_path: Path, qapp: object
) -> None:
    imported = load_workbook(saved_as("xls", tmp_path), all_profiles())

    (chart,) = imported.document.charts
    assert [step.activity for step in chart.steps] == [
        step.activity for step in DOCUMENT.charts[0].steps
    ]
    assert "from_xls" in {found.rule for found in imported.doubtful}


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let LibreOffice be a program that starts another, notes its number, and never ends."""
    note = tmp_path / "number"
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {note}\nwait\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(conversion, "libreoffice", lambda: str(program))
    return note


def is_gone(note: Path) -> bool:
    """Answer whether the process ends within a moment (it may wait to be buried)."""
    number = int(note.read_text("utf-8"))
    for _ in range(100):
        try:
            os.kill(number, 0)
            state = Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


@posix
def test_one_that_takes_too_long_is_ended_with_all_that_it_started(
    slow: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "_SECONDS", 1.0)

    with pytest.raises(UnreadableWorkbook) as caught:
        converted(b"", FileKind.OLD_EXCEL)

    assert caught.value.words.key == "excel_import.unreadable.not_converted"
    assert is_gone(slow)


class _CancelledOnceStarted(WatchedProgress):
    """Progress of work that a person stops as soon as the other program runs."""

    def __init__(self, note: Path) -> None:
        super().__init__()
        self._note = note

    @override
    def reach(self, share: float) -> None:
        if self._note.exists() and self._note.read_text("utf-8").strip():
            self.cancel()
        super().reach(share)


@posix
def test_one_that_is_cancelled_is_ended_with_all_that_it_started(slow: Path) -> None:
    with pytest.raises(Cancelled):
        converted(b"", FileKind.OPEN_DOCUMENT, _CancelledOnceStarted(slow))

    assert is_gone(slow)


@posix
def test_one_that_writes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(conversion, "libreoffice", lambda: str(program))

    with pytest.raises(UnreadableWorkbook) as caught:
        converted(b"", FileKind.OLD_EXCEL)

    assert caught.value.words.key == "excel_import.unreadable.not_converted"


def test_without_libreoffice_the_way_out_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(conversion, "libreoffice", lambda: None)
    source = tmp_path / "lama.xls"
    source.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le")
    )

    code = run(["import", str(source), "-o", str(tmp_path / "a.sop")])

    error = capsys.readouterr().err
    assert code == Exit.UNREADABLE
    assert "Simpan Sebagai" in error
    assert ".xlsx" in error
