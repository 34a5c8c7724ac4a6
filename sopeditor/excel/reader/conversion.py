"""Older workbooks through LibreOffice, where it is installed.

It runs without window, with a profile of its own for each run: two runs that share one
fail. Macros are never run: the new profile's security keeps them off.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from sopeditor.excel.reader.errors import unreadable
from sopeditor.excel.reader.kinds_of_file import FileKind

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_SECONDS = 90


def libreoffice() -> str | None:
    """Answer the program that converts, or None where it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or next((str(path) for path in _USUAL_PLACES if path.is_file()), None)


def converted(data: bytes, kind: FileKind) -> bytes:
    """Answer the same workbook as `.xlsx`; raises UnreadableWorkbook, in words."""
    program = libreoffice()
    if program is None:
        raise unreadable("save_as_xlsx", kind=kind.value)
    with tempfile.TemporaryDirectory(prefix="sopeditor-") as folder:
        return _run(program, Path(folder), data, kind)


def _run(program: str, folder: Path, data: bytes, kind: FileKind) -> bytes:
    source, results = folder / f"workbook.{kind.value}", folder / "results"
    source.write_bytes(data)
    command = [
        program,
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(results),
        str(source),
    ]
    try:
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        return (results / "workbook.xlsx").read_bytes()
    except (OSError, subprocess.SubprocessError) as error:
        raise unreadable("not_converted", kind=kind.value) from error
