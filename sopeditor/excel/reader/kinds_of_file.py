"""What kind of file the bytes are, told by how they begin."""

import io
import zipfile
from enum import StrEnum

from sopeditor.excel.reader import limits
from sopeditor.excel.reader.errors import unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Names of streams in an OLE file, as its directory writes them.
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
_BOOK_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


class FileKind(StrEnum):
    """A kind of workbook, as far as reading it goes."""

    XLSX = "xlsx"
    OLD_EXCEL = "xls"
    OPEN_DOCUMENT = "ods"
    BINARY = "xlsb"


def kind_of_file(data: bytes) -> FileKind:
    """Answer the kind of workbook; raises UnreadableWorkbook for all that is none."""
    if len(data) > limits.FILE_BYTES:
        raise unreadable("too_big")
    if not data.strip(b"\0 \r\n\t"):
        raise unreadable("empty")
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise unreadable("not_a_workbook")
    return _kind_of_zip(data)


def refuse_other_files(data: bytes) -> None:
    """Raise UnreadableWorkbook for all but `.xlsx` and its kin."""
    kind = kind_of_file(data)
    if kind is not FileKind.XLSX:
        raise unreadable("save_as_xlsx", kind=kind.value)


def _kind_of_ole(data: bytes) -> FileKind:
    if _LOCKED_STREAM in data:
        raise unreadable("encrypted")
    if any(stream in data for stream in _BOOK_STREAMS):
        return FileKind.OLD_EXCEL
    raise unreadable("not_a_workbook")


def _kind_of_zip(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lower() for name in archive.namelist()[: limits.ENTRIES + 1]}
            if "mimetype" in names and _begins(archive, _ODS_TYPE):
                return FileKind.OPEN_DOCUMENT
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        raise unreadable("damaged") from error
    if "xl/workbook.bin" in names:
        return FileKind.BINARY
    if len(names) <= limits.ENTRIES and "[content_types].xml" not in names:
        raise unreadable("not_a_workbook")
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise unreadable("not_a_workbook")
    return FileKind.XLSX


def _begins(archive: zipfile.ZipFile, start: bytes) -> bool:
    entry = archive.getinfo("mimetype")
    if entry.flag_bits & 1:
        raise unreadable("encrypted")
    with archive.open(entry) as file:
        return file.read(len(start)) == start
