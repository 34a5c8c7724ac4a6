"""The command line: what a person types, and what comes back."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from sopeditor.cli.exits import Exit
from sopeditor.cli.main import run
from sopeditor.foundation.geometry import Point
from sopeditor.model.flow import FlowHints
from sopeditor.storage.files import load, save

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def document(tmp_path: Path, qtbot: QtBot) -> Path:
    """Import a sample and answer the document's path."""
    path = tmp_path / "izin.sop"
    assert run(["import", str(SAMPLES / "S08.md"), "-o", str(path)]) == Exit.FINE
    return path


@pytest.mark.parametrize("ending", ["xlsx", "pdf", "svg", "png", "csv", "sop"])
def test_a_document_is_exported_in_every_form(document: Path, ending: str) -> None:
    output = document.with_name(f"hasil.{ending}")

    assert run(["export", str(document), "-o", str(output)]) == Exit.FINE
    assert output.stat().st_size > 500


def test_the_same_document_gives_the_same_workbook(document: Path) -> None:
    first, second = (document.with_name(f"{name}.xlsx") for name in "ab")
    for output in (first, second):
        run(["export", str(document), "-o", str(output)])

    assert first.read_bytes() == second.read_bytes()


def test_one_page_can_be_picked(document: Path) -> None:
    whole, single = (document.with_name(f"{name}.png") for name in ("semua", "satu"))
    run(["export", str(document), "-o", str(whole)])
    run(["export", str(document), "-o", str(single), "--page", "1"])

    assert single.stat().st_size < whole.stat().st_size


def test_a_page_that_is_not_there_is_wrong_use(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = document.with_name("x.pdf")

    code = run(["export", str(document), "-o", str(output), "--page", "99"])
    assert (code, output.exists()) == (Exit.WRONG_USE, False)
    assert "Halaman 99" in capsys.readouterr().err


def test_an_unknown_ending_is_wrong_use(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(document), "-o", "hasil.docx"]) == Exit.WRONG_USE
    assert capsys.readouterr().err.count("\n") == 1


def test_a_table_goes_in_and_out_unchanged(document: Path) -> None:
    table, again = document.with_name("a.csv"), document.with_name("lagi.sop")
    run(["export", str(document), "-o", str(table)])
    run(["import", str(table), "-o", str(again)])

    assert again.read_bytes() == document.read_bytes()


def test_check_tells_by_its_exit_code_whether_something_must_be_mended(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["check", str(document), "--format", "json"])

    severities = {found["severity"] for found in json.loads(capsys.readouterr().out)}
    assert code == (Exit.FINDINGS if "error" in severities else Exit.FINE)


def test_check_words_its_findings(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(document)])

    lines = capsys.readouterr().out.splitlines()
    assert all(line.split()[0] in {"Wajib", "Sebaiknya", "Saran"} for line in lines[:-1])


def test_check_names_the_line_whose_wishes_could_not_be_followed(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A way point far off the page is obeyed by no line; that is told, and at its flow."""
    made, _ = load(document)
    (chart,) = made.charts
    bent = replace(chart.flows[0], hints=FlowHints(way_points=(Point(5_000, 5_000),)))
    asked = replace(chart, flows=(bent, *chart.flows[1:]))
    save(replace(made, charts=(asked,)), document)
    run(["check", str(document), "--format", "json"])
    told = [found for found in json.loads(capsys.readouterr().out) if found["rule"] == "SB15"]
    (found,) = told
    assert found["place"]["flow"] == bent.id
    assert "ditata ulang otomatis" in found["message"]


def test_layout_gives_every_page_with_symbols_and_lines(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["layout", str(document), "--format", "json"]) == Exit.FINE

    pages = json.loads(capsys.readouterr().out)
    assert pages
    for page in pages:
        nodes = {node["id"] for node in page["nodes"]}
        assert all({edge["source"], edge["target"]} <= nodes for edge in page["edges"])
        assert all(len(edge["points"]) >= 2 for edge in page["edges"])


def test_a_damaged_file_is_one_sentence_and_exit_code_4(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rusak.sop"
    path.write_text("<sop", "utf-8")

    for command in ("check", "layout"):
        assert run([command, str(path)]) == Exit.UNREADABLE
    assert capsys.readouterr().err.count("\n") == 2


def test_a_missing_file_is_exit_code_4(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "tidak-ada.sop"]) == Exit.UNREADABLE
    assert "tidak-ada.sop" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["export"], ["export", "a.sop"], ["check", "a", "--format", "xml"], ["--apa"]]
)
def test_wrong_use_is_one_sentence_and_exit_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == Exit.WRONG_USE
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert " ".join(arguments) in error


@pytest.mark.parametrize(("language", "word"), [("id", "Pemakaian"), ("en", "Usage")])
def test_help_is_in_both_languages(
    language: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["--help"], ["export", "--help"], ["layout", "--help"]):
        with pytest.raises(SystemExit) as ended:
            run(["--language", language, *arguments])
        assert ended.value.code == 0
        told = capsys.readouterr().out
        assert told.startswith(f"{word}: sopeditor")
        assert told.count(word) == 1
        assert "arguments:" not in told


def test_a_result_that_can_not_be_written_is_exit_code_5(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = document.parent / "tidak" / "ada" / "x.csv"

    assert run(["export", str(document), "-o", str(output)]) == Exit.NOT_WRITTEN
    assert capsys.readouterr().err.count("\n") == 1
