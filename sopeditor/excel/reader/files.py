"""Workbooks as files: what LibreOffice must convert first, and what it can't."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from sopeditor.excel.reader.conversion import converted
from sopeditor.excel.reader.errors import unreadable
from sopeditor.excel.reader.kinds_of_file import FileKind, kind_of_file
from sopeditor.excel.reader.limits import FILE_BYTES
from sopeditor.excel.reader.reading import Imported, OpenWorkbook, open_workbook
from sopeditor.foundation.progress import UNWATCHED, Progress
from sopeditor.model.profile import Profile

#: The endings of workbooks, those that LibreOffice converts included.
ENDINGS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods")


#: The shares of the work after which the file is read, and converted where that is needed.
_READ, _CONVERTED = 0.05, 0.7


def load_workbook(
    path: Path, profiles: Mapping[str, Profile], progress: Progress = UNWATCHED
) -> Imported:
    """Read a workbook's file; raises UnreadableWorkbook, in words, and when stopped Cancelled.

    Older and open formats go through LibreOffice where it is installed.
    """
    return open_file(path, progress).understood(profiles)


def open_file(path: Path, progress: Progress = UNWATCHED) -> OpenWorkbook:
    """Read the parts of a workbook's file; raises as `load_workbook` does."""
    data = _content(path)
    kind = kind_of_file(data)
    progress.reach(_READ)
    if kind is not FileKind.XLSX:
        data = converted(data, kind, progress.part(_READ, _CONVERTED))
    progress.reach(_CONVERTED)
    return replace(open_workbook(data), from_xls=kind is FileKind.OLD_EXCEL)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise unreadable("missing", name=path.name)
        with path.open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable("no_access", name=path.name) from error
