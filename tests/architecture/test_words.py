"""The project's files speak of the project: no machine of ours, nothing left half done."""

import re

import pytest

from tests.architecture.source import ROOT, tracked_files

#: This file names what it forbids.
_SELF = "tests/architecture/test_words.py"
_TEXT = (".py", ".toml", ".md", ".xml", ".xsd", ".sop", ".svg", ".ts", ".html", ".nsi", ".yml")

#: A place that exists on one machine only.
_MACHINE = re.compile(r"(?<![\w.])/(work|home|root|Users|var/tmp|opt)/|[A-Z]:\\\\?Users\\")
_BESIDE = "../" + "shared"
_UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|^(<{7}|>{7}) ", re.MULTILINE)


def _texts() -> list[tuple[str, str]]:
    files = [file for file in tracked_files() if file.endswith(_TEXT) and file != _SELF]
    return [(file, (ROOT / file).read_text("utf-8")) for file in files]


def _of_program(file: str) -> bool:
    return not file.startswith(("tests/", ".ci/"))


def test_no_file_of_the_program_names_a_place_of_one_machine() -> None:
    found = [
        f"{file}: {match.group()}"
        for file, text in _texts()
        if _of_program(file) and (match := _MACHINE.search(text))
    ]
    assert found == []


def test_no_file_of_the_program_reaches_beside_the_checkout() -> None:
    assert [file for file, text in _texts() if _of_program(file) and _BESIDE in text] == []


def test_nothing_is_marked_as_unfinished() -> None:
    marked = [file for file, text in _texts() if _UNFINISHED.search(text)]
    assert marked == []


@pytest.mark.parametrize("line", ['see "/home/budi/x"', r"C:\Users\Budi", "in /work/sop"])
def test_the_look_for_places_finds_them(line: str) -> None:
    assert _MACHINE.search(line)


@pytest.mark.parametrize("line", ["https://example.go.id/home/", "resources/work/", "a/opt/b"])
def test_the_look_for_places_leaves_addresses_alone(line: str) -> None:
    assert not _MACHINE.search(line)


def test_texts_are_utf_8_with_plain_line_ends() -> None:
    files = [file for file in tracked_files() if file.endswith(_TEXT)]
    assert [file for file in files if b"\r" in (ROOT / file).read_bytes()] == []
