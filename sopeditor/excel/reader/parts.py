"""The zip layer of a stranger's workbook: parts by name, safely unpacked and parsed."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from sopeditor.excel.names import RELATIONSHIPS
from sopeditor.excel.reader import limits
from sopeditor.excel.reader.errors import unreadable
from sopeditor.excel.reader.kinds_of_file import refuse_other_files
from sopeditor.storage.parsing import safe_parser

#: The namespaces of "Strict Open XML" that we meet, and those that all else writes.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main",
     b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
     b"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"),
    (b"http://purl.oclc.org/ooxml/drawingml/main",
     b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip
#: Set in a zip entry whose content needs a password.
_LOCKED = 0x1


class Relation(Struct, frozen=True):
    """Where a relationship leads: its type's last word, such as `drawing`, and the part."""

    kind: str
    target: str


class Parts:
    """The parts of one workbook; every method raises UnreadableWorkbook for damage."""

    def __init__(self, data: bytes) -> None:
        refuse_other_files(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise unreadable("damaged") from error
        _check(entries, len(data))
        self._entries = {entry.filename.lower(): entry for entry in entries}
        if len(self._entries) < len(entries):
            raise unreadable("damaged")

    def names(self) -> Iterator[str]:
        """Answer the names of all parts, in small letters."""
        return iter(self._entries)

    def __contains__(self, name: str) -> bool:
        """Answer whether a part is there; capitals don't count."""
        return name.lower() in self._entries

    def content(self, name: str) -> bytes:
        """Answer the bytes of a part."""
        try:
            return self._archive.read(self._entries[name.lower()])
        except (
            KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError,
            NotImplementedError, RuntimeError,
        ) as error:  # fmt: skip
            raise unreadable("damaged") from error

    def tree(self, name: str) -> etree._Element:
        """Answer the root element of a part."""
        data = self.content(name)
        if b"http://purl.oclc.org/ooxml/" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        try:
            root = etree.fromstring(data, safe_parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise unreadable("damaged") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise unreadable("damaged")
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """Answer the relationships of a part (of the package, for an empty name) by id."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self:
            return {}
        found = {}
        for element in self.tree(rels).iter(f"{{{RELATIONSHIPS}}}Relationship"):
            if element.get("TargetMode") == "External":
                continue
            kind = str(element.get("Type")).rpartition("/")[2]
            target = str(element.get("Target"))
            path = target if target.startswith("/") else posixpath.join(folder, target)
            found[str(element.get("Id"))] = Relation(kind, posixpath.normpath(path).lstrip("/"))
        return found

    def related(self, part: str, kind: str) -> list[str]:
        """Answer the parts that relationships of one type lead to, those that are there."""
        relations = self.relations(part).values()
        return [found.target for found in relations if found.kind == kind and found.target in self]


def _check(entries: list[zipfile.ZipInfo], packed: int) -> None:
    """Raise for more than any SOP holds, before anything is unpacked."""
    unpacked = sum(entry.file_size for entry in entries)
    biggest = max((entry.file_size for entry in entries if _is_markup(entry)), default=0)
    if (
        len(entries) > limits.ENTRIES
        or unpacked > limits.UNPACKED_BYTES
        or biggest > limits.PART_BYTES
        or (unpacked > limits.SMALL_BYTES and unpacked > limits.RATIO * packed)
    ):
        raise unreadable("too_big")
    if any(entry.flag_bits & _LOCKED for entry in entries):
        raise unreadable("encrypted")


def _is_markup(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels", ".vml"))
