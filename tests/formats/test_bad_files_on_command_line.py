"""The same bad files on the command line: one sentence on stderr, exit code 4, no result."""

from pathlib import Path

import pytest

from sopeditor.cli.exits import Exit
from sopeditor.cli.main import run
from sopeditor.storage.errors import UnreadableFile
from sopeditor.storage.reader import read_document
from tests.formats.bad_files import Case, cases

ALL = list(cases())


@pytest.mark.timeout(30)
@pytest.mark.parametrize("case", ALL, ids=[name for name, _, _ in ALL])
def test_a_bad_file_gives_one_sentence_and_exit_code_4(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, output = tmp_path / "berkas.sop", tmp_path / "hasil.csv"
    path.write_bytes(case[1])

    code = run(["export", str(path), "-o", str(output)])

    error = capsys.readouterr().err
    if _opens(case[1]):
        # Some documents can't be told as a table; that too is one sentence.
        assert code == Exit.FINE or (code == Exit.NOT_WRITTEN and error.count("\n") == 1)
        return
    assert code == Exit.UNREADABLE
    assert error.count("\n") == 1
    assert not output.exists()
    assert path.read_bytes() == case[1]


def _opens(data: bytes) -> bool:
    try:
        read_document(data)
    except UnreadableFile:
        return False
    return True
