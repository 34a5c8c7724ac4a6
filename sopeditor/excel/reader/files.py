"""Workbooks as files: what LibreOffice must convert first, and what it can't."""

from collections.abc import Mapping
from pathlib import Path

from sopeditor.excel.reader.conversion import converted
from sopeditor.excel.reader.errors import unreadable
from sopeditor.excel.reader.kinds_of_file import FileKind, kind_of_file
from sopeditor.excel.reader.limits import FILE_BYTES
from sopeditor.excel.reader.reading import Imported, read_workbook
from sopeditor.model.profile import Profile

#: The endings of workbooks, those that LibreOffice converts included.
ENDINGS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods")


def load_workbook(path: Path, profiles: Mapping[str, Profile]) -> Imported:
    """Read a workbook's file; raises UnreadableWorkbook, in words, and nothing else.

    Older and open formats go through LibreOffice where it is installed.
    """
    data = _content(path)
    kind = kind_of_file(data)
    if kind is not FileKind.XLSX:
        data = converted(data, kind)
    return read_workbook(data, profiles)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise unreadable("missing", name=path.name)
        with path.open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable("no_access", name=path.name) from error
