"""Older workbooks through LibreOffice, where it is installed.

It runs without window, with a profile of its own for each run: two runs that share one
fail. Macros are never run: the new profile's security keeps them off.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from sopeditor.excel.reader.errors import unreadable
from sopeditor.excel.reader.kinds_of_file import FileKind
from sopeditor.foundation.progress import UNWATCHED, Progress

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_SECONDS = 90
#: The time after which half of it may be done, and between two looks, in seconds.
_HALF_WAY, _LOOK_EVERY = 5.0, 0.05


def libreoffice() -> str | None:
    """Answer the program that converts, or None where it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or next((str(path) for path in _USUAL_PLACES if path.is_file()), None)


def converted(data: bytes, kind: FileKind, progress: Progress = UNWATCHED) -> bytes:
    """Answer the same workbook as `.xlsx`; raises UnreadableWorkbook, in words.

    Raises Cancelled when `progress` says so; LibreOffice is ended then.
    """
    program = libreoffice()
    if program is None:
        raise unreadable("save_as_xlsx", kind=kind.value)
    with tempfile.TemporaryDirectory(prefix="sopeditor-", ignore_cleanup_errors=True) as folder:
        return _run(program, Path(folder), data, kind, progress)


def _run(program: str, folder: Path, data: bytes, kind: FileKind, progress: Progress) -> bytes:
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
        # A session of its own: LibreOffice starts more processes, which end together.
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            try:
                _await(process, progress)
            finally:
                in_time = process.poll() is not None
                _end(process)
        if not in_time:
            raise unreadable("not_converted", kind=kind.value)
        return (results / "workbook.xlsx").read_bytes()
    except OSError as error:
        raise unreadable("not_converted", kind=kind.value) from error


def _await(process: subprocess.Popen[bytes], progress: Progress) -> None:
    """Wait for the end, or until the time is over, or somebody says to stop."""
    start = time.monotonic()
    while process.poll() is None and (spent := time.monotonic() - start) < _SECONDS:
        # Nobody knows how far it is: ever slower towards the end.
        progress.reach(spent / (spent + _HALF_WAY))
        time.sleep(_LOOK_EVERY)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that still runs, with all that it started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
