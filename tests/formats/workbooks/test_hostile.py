"""Every bad workbook gets one clear sentence, no partial document, and does no harm."""

import base64
import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from sopeditor import assets
from sopeditor.cli.exits import Exit
from sopeditor.cli.main import run
from sopeditor.excel.reader.errors import UnreadableWorkbook
from sopeditor.foundation.message import Catalogue
from sopeditor.model.document import Document
from sopeditor.model.identity import Identity, Logo
from sopeditor.model.integrity import broken_references
from tests.builders import a_document
from tests.formats.workbooks import hands, hostile
from tests.formats.workbooks.conftest import read, workbook_of

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)
DOCUMENT: Document = replace(
    a_document(lanes="ABC", rows="(A) B? C (A)", flows="1>2 2>3:Ya 2>1:Tidak 3>4"),
    identity=Identity(title="Contoh", agency="Pemerintah Kota", unit="Dinas", logo=Logo(PNG)),
)
WORDS = Catalogue.read(assets.resource("translations", "id"))


@pytest.fixture(scope="module")
def good(qapp: object) -> bytes:
    return hands.without_copy(workbook_of(DOCUMENT))


def named(good: bytes) -> dict[str, hostile.Case]:
    return {case[0]: case for case in hostile.cases(good)}


def test_the_workbook_that_all_cases_spoil_is_good(good: bytes) -> None:
    document = read(good).document

    assert document.identity.logo == DOCUMENT.identity.logo
    assert len(document.charts[0].flows) == 4


@pytest.mark.timeout(120)
def test_every_case_is_answered_as_expected(good: bytes) -> None:
    answers = {name: answer(data) for name, data, _ in hostile.cases(good)}

    assert answers == {name: expected for name, _, expected in hostile.cases(good)}


def answer(data: bytes) -> str:
    """Answer the key of the sentence, or READS with a whole document."""
    try:
        document = read(data).document
    except UnreadableWorkbook as error:
        lines = WORDS.word(error.words).splitlines()
        return error.words.key.rpartition(".")[2] if len(lines) == 1 else "several lines"
    assert broken_references(document) == ()
    return hostile.READS


@pytest.mark.timeout(120)
def test_the_command_line_says_one_sentence_and_writes_nothing(
    good: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whatever is installed here, an office without LibreOffice is meant.
    monkeypatch.setattr("sopeditor.excel.reader.conversion.libreoffice", lambda: None)
    source, output = tmp_path / "sop.xlsx", tmp_path / "sop.sop"
    for name, data, expected in hostile.cases(good):
        if expected == hostile.READS:
            continue
        source.write_bytes(data)

        code = run(["import", str(source), "-o", str(output)])

        error = capsys.readouterr().err
        assert (code, error.count("\n")) == (Exit.UNREADABLE, 1), name
        assert not output.exists(), name


def test_a_broken_logo_is_left_out(good: bytes) -> None:
    found = named(good)

    for name in ("134 broken logo", "134 huge logo"):
        assert read(found[name][1]).document.identity.logo is None


def test_macros_are_told_but_no_doubt(good: bytes) -> None:
    imported = read(named(good)["127 macros"][1])

    assert [found.words.key for found in imported.findings if not found.doubtful] == [
        "excel_import.finding.macros"
    ]


@pytest.mark.timeout(120)
def test_no_flipped_byte_brings_it_down(good: bytes) -> None:
    chance = random.Random(7)
    for _ in range(300):
        spoiled = bytearray(good)
        spoiled[chance.randrange(len(good))] ^= 1 << chance.randrange(8)

        answer(bytes(spoiled))


@pytest.mark.timeout(120)
def test_no_flipped_byte_inside_a_part_brings_it_down(good: bytes) -> None:
    chance = random.Random(8)
    for _ in range(300):
        answer(hands.with_parts(good, lambda name, content: _flipped(name, content, chance)))


def _flipped(name: str, content: bytes, chance: random.Random) -> bytes:
    if not name.endswith(("sheet2.xml", "drawing2.xml", "styles.xml", "workbook.xml")):
        return content
    spoiled = bytearray(content)
    for _ in range(2):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(7)
    return bytes(spoiled)


def test_a_copy_that_unpacks_without_end_is_no_copy(qapp: object) -> None:
    import re
    import zlib

    bomb = base64.b64encode(zlib.compress(bytes(40_000_000)))

    def change(name: str, content: bytes) -> bytes:
        if name != "customXml/item1.xml":
            return content
        return re.sub(rb"<piece>.*</piece>", b"<piece>" + bomb + b"</piece>", content, flags=re.S)

    imported = read(hands.with_parts(workbook_of(DOCUMENT), change))

    assert not imported.exact
    assert imported.document.identity.title == "Contoh"
