"""`import` on the command line: report, strictness, and nothing by halves."""

import json
from pathlib import Path

import pytest

from sopeditor.cli.exits import Exit
from sopeditor.cli.main import run
from sopeditor.excel.reader.findings import FindingKind
from sopeditor.storage.files import load
from tests.builders import a_document
from tests.formats.workbooks import hands
from tests.formats.workbooks.clerks import Manner, drawn, freeform
from tests.formats.workbooks.conftest import workbook_of
from tests.unit.excel.reader.office import OfficeSheet, office_workbook
from tests.unit.excel.reader.test_charts import three_steps

KEYS = ["kind", "sheet", "cell", "rule", "message", "doubtful"]


def a_doubtful_sheet() -> OfficeSheet:
    sheet = three_steps()
    first = sheet.shape("flowChartDecision", "C3")
    second = sheet.shape("flowChartDocument", "D4")
    third = sheet.shape("rect", "C5")
    sheet.line(first, second)
    sheet.line(first, third)
    sheet.stroke((380, 300), (380, 330), "tail")
    sheet.label("Draf", 680, 150)
    return sheet


def imported(folder: Path, workbook: bytes, *more: str) -> tuple[int, Path, Path]:
    source, output, report = (folder / name for name in ("a.xlsx", "a.sop", "a.json"))
    source.write_bytes(workbook)
    code = run(["import", str(source), "-o", str(output), "--report", str(report), *more])
    return code, output, report


def test_the_report_names_kind_sheet_and_cell(tmp_path: Path) -> None:
    code, output, report = imported(tmp_path, office_workbook(a_doubtful_sheet()))

    assert code == Exit.FINE
    assert output.exists()
    found = json.loads(report.read_text("utf-8"))
    assert all(list(one) == KEYS for one in found)
    assert {one["kind"] for one in found} <= {kind.value for kind in FindingKind}
    said = {(one["kind"], one["sheet"], one["cell"], one["rule"]) for one in found}
    assert ("unknown_preset", "SOP 01", "D4", "shape_as_box") in said
    assert ("loose_end", "SOP 01", "E6", "loose_line") in said
    assert ("unused", "SOP 01", "I3", "unused_text") in said
    assert {one["rule"] for one in found if not one["doubtful"]} == {"unlabelled_exit"}


def test_strict_writes_no_document_where_anything_was_guessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, output, report = imported(tmp_path, office_workbook(a_doubtful_sheet()), "--strict")

    assert (code, output.exists()) == (Exit.FINDINGS, False)
    found = json.loads(report.read_text("utf-8"))
    assert len(capsys.readouterr().err.splitlines()) == len(found) + 1


def test_strict_keeps_an_old_document_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.sop").write_text("lama", "utf-8")

    _, output, _ = imported(tmp_path, office_workbook(a_doubtful_sheet()), "--strict")

    assert output.read_text("utf-8") == "lama"


def test_strict_takes_what_needs_no_guess(tmp_path: Path, qapp: object) -> None:
    workbook = workbook_of(a_document("AB", "(A) B (A)"))

    code, output, report = imported(tmp_path, workbook, "--strict")

    assert code == Exit.FINE
    assert json.loads(report.read_text("utf-8")) == []
    assert load(output)[0] == a_document("AB", "(A) B (A)")


def test_macros_are_told_before_the_document_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    ours = workbook_of(a_document("AB", "(A) B (A)"))
    with_macros = hands.with_parts(ours, lambda _, content: content)
    for workbook in (_with_macros(with_macros), _with_macros(hands.without_copy(ours))):
        _, output, report = imported(tmp_path, workbook)

        told = [one for one in json.loads(report.read_text("utf-8")) if one["rule"] == "macros"]
        assert [one["kind"] for one in told] == ["note"]
        assert "Makro" in capsys.readouterr().err
        assert b"vba" not in output.read_bytes().lower()


def _with_macros(workbook: bytes) -> bytes:
    import io
    import zipfile

    data = io.BytesIO(workbook)
    with zipfile.ZipFile(data, "a") as target:
        target.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return data.getvalue()


def test_protection_is_told_and_does_not_stop_reading(tmp_path: Path, qapp: object) -> None:
    def shut(name: str, content: bytes) -> bytes:
        if name == "xl/workbook.xml":
            lock = b'<workbookProtection lockStructure="1"/>'
            return content.replace(b"<workbookProtection/>", lock)
        protection = b'</sheetData><sheetProtection sheet="1" objects="1"/>'
        return content.replace(b"</sheetData>", protection)

    ours = hands.without_copy(workbook_of(a_document("AB", "(A) B (A)")))

    code, output, report = imported(tmp_path, hands.with_parts(ours, shut))

    found = json.loads(report.read_text("utf-8"))
    told = {(one["rule"], one["sheet"]) for one in found if one["kind"] == "note"}
    assert told == {
        ("protected_book", "Identitas"),
        ("protected_sheet", "Identitas"),
        ("protected_sheet", "Bagan Alur"),
    }
    assert code == Exit.FINE
    assert len(load(output)[0].charts[0].flows) == 2


def test_a_drawn_chart_goes_through(tmp_path: Path) -> None:
    document = a_document("ABC", "(A) B? C (A)", "1>2 2>3:Ya 2>1:Tidak 3>4")

    code, output, _ = imported(tmp_path, drawn(document, Manner(lines=freeform)))

    assert code == Exit.FINE
    assert len(load(output)[0].charts[0].flows) == 4


@pytest.mark.parametrize("ending", ["xlsx", "xlsm", "xls", "ods", "csv", "md"])
def test_a_workbook_by_any_other_name_is_read_or_answered_in_one_sentence(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, output = tmp_path / f"a.{ending}", tmp_path / "a.sop"
    source.write_bytes(office_workbook(three_steps()))

    code = run(["import", str(source), "-o", str(output)])

    errors = capsys.readouterr().err.splitlines()
    assert (code == Exit.FINE) == output.exists()
    assert output.exists() == (ending not in {"csv", "md"})
    assert output.exists() or len(errors) == 1


@pytest.mark.parametrize("name", ["tidak ada.xlsx", "folder.xlsx"])
def test_what_is_no_file_is_answered_in_one_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.xlsx").mkdir()

    code = run(["import", str(tmp_path / name), "-o", str(tmp_path / "a.sop")])

    assert code != Exit.FINE
    assert capsys.readouterr().err.count("\n") == 1
