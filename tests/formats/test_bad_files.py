"""Whatever is called `.sop`: it opens, or one sentence says what is wrong and what to do."""

import os
import re
import sys
from pathlib import Path

import pytest

from sopeditor.model.document import Document
from sopeditor.storage.errors import UnreadableFile
from sopeditor.storage.files import load
from sopeditor.storage.reader import read_document
from sopeditor.storage.writer import write_document
from tests.formats.bad_files import COMPLETE, OPENS, Case, cases, chart, sop, step
from tests.unit.storage.samples import sample_document, sentence

ALL = list(cases())
#: Seconds after which a file counts as hanging the program.
HANGS = 30


def outcome(data: bytes) -> Document | UnreadableFile:
    try:
        return read_document(data)
    except UnreadableFile as error:
        return error


@pytest.mark.timeout(HANGS)
@pytest.mark.parametrize("case", ALL, ids=[name for name, _, _ in ALL])
def test_a_bad_file_opens_or_is_refused_in_one_sentence_without_a_hang(case: Case) -> None:
    _, data, expected = case
    found = outcome(data)
    if isinstance(found, Document):
        assert OPENS in expected.split("|")
        assert read_document(write_document(found)) == found
        return
    key = found.words.key.removeprefix("storage.read.")
    assert key in expected.split("|")
    for language in ("id", "en"):
        words = sentence(found, language)
        assert re.fullmatch(r"[^\n]{40,400}\.", words)
        assert not re.search(r"Traceback|lxml|NoneType|\{|\}", words)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<sop>\n<a></b></sop>", "baris 2, kolom"),
        (sop('\n\n<page font-size="besar"/>'), "“besar” tidak sah untuk atribut font-size"),
        (sop('\n\n<page font-size="besar"/>'), "<page>, baris 4"),
        (chart(steps=step(1) + step(1)), "“s1” dipakai lebih dari sekali"),
        (sop(attributes='format="3.1"'), "versi 3.1, sedangkan program ini mengenal sampai"),
    ],
)
def test_the_sentence_names_the_place(data: bytes, words: str) -> None:
    found = outcome(data)
    assert isinstance(found, UnreadableFile)
    assert words in sentence(found)


def test_every_shorter_beginning_of_a_small_file_is_refused() -> None:
    data = sop("<identity><title>é</title></identity>")
    for length in range(len(data)):
        assert isinstance(outcome(data[:length]), UnreadableFile)


def test_line_ends_of_another_system_change_nothing_but_themselves() -> None:
    assert read_document(COMPLETE.replace(b"\n", b"\r\n")) == sample_document()


def test_a_comment_does_not_split_a_text() -> None:
    data = COMPLETE.replace(b"Pengelolaan", b"Peng<!-- x -->elolaan", 1)
    assert read_document(data) == sample_document()


def test_nothing_is_fetched_or_included() -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/hostname"/>'
    found = read_document(sop(include))
    assert [element.xml for element in found.foreign.elements] == [
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/hostname"></xi:include>'
    ]


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        load(path)
    assert sentence(caught.value).endswith(".")
    return caught.value.words.key.removeprefix("storage.read.")


def test_18_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "folder"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_19_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa.sop"
    os.mkfifo(pipe)
    assert refusal(pipe) == "no_file"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /dev/zero on Windows")
def test_19_a_device_is_refused() -> None:
    assert refusal(Path("/dev/zero")) == "no_file"


def test_20_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "lingkar.sop"
    try:
        link.symlink_to(link)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    assert refusal(link) == "device"


def test_a_missing_file_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "tidak ada.sop") == "missing"
    assert refusal(tmp_path / "nol\0.sop") == "device"


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rahasia.sop"
    path.write_bytes(COMPLETE)
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        assert refusal(path) == "not_allowed"
    else:
        pytest.skip("this user may read everything")
    finally:
        path.chmod(0o600)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "besar.sop"
    with path.open("wb") as file:
        file.truncate(40_000_000_000 if sys.platform != "win32" else 30_000_000)
    assert refusal(path) == "too_big"
