"""The hidden copy of a document in its workbook, for reopening it exactly.

A part of the kind `customXml`, which Excel keeps and never shows, holds the document's own
file and a digest of the workbook's cells and shapes. Where the digest still fits, nobody
changed the workbook, and the copy is the document; else the workbook is read anew.
"""

import base64
import hashlib
import zlib
from collections.abc import Iterable, Iterator

from lxml import etree

from sopeditor.excel.package import Package, serialise
from sopeditor.excel.reader import limits
from sopeditor.excel.reader.book import Book
from sopeditor.excel.reader.errors import UnreadableWorkbook
from sopeditor.excel.reader.objects import DrawnObject
from sopeditor.excel.reader.parts import Parts
from sopeditor.excel.reader.sheet import ReadSheet, read_sheets
from sopeditor.model.document import Document
from sopeditor.storage.errors import SaveFailed, UnreadableFile
from sopeditor.storage.reader import read_document
from sopeditor.storage.writer import write_document

NAMESPACE = "urn:sopeditor:workbook-copy"
_WORKBOOK_PART = "xl/workbook.xml"
_ITEM, _PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
#: Made once for this kind of part; it tells it from those of other programs.
_ITEM_ID = "{6E1F3C0A-52B7-4D1E-9A64-0D5B7C1E8F23}"
#: Parsers refuse texts beyond ten million characters.
_PIECE = 100_000


def with_copy(package: Package, document: Document) -> bytes:
    """Answer the bytes of a workbook with the copy of its document.

    A document that no file can hold has none; its workbook is whole all the same.
    """
    bare = package.write()
    try:
        data = write_document(document)
    except SaveFailed:
        return bare
    digest = digest_of(read_sheets(Book(Parts(bare))))
    package.parts[_ITEM] = serialise(_packed(data, digest))
    package.relate(_WORKBOOK_PART, f"{_RELATIONS}/customXml", _ITEM)
    package.add_part(_PROPERTIES, serialise(_properties()), _PROPERTIES_TYPE)
    package.relate(_ITEM, f"{_RELATIONS}/customXmlProps", _PROPERTIES)
    return package.write()


def copy_of(parts: Parts, digest: str) -> Document | None:
    """Answer the document whose copy fits `digest`, or None; damage is no copy."""
    for name in parts.names():
        if not name.startswith("customxml/item") or name.startswith("customxml/itemprops"):
            continue
        try:
            root = parts.tree(name)
            if root.tag == f"{{{NAMESPACE}}}copy" and root.get("digest") == digest:
                return read_document(_unpacked(root))
        except (UnreadableWorkbook, UnreadableFile, ValueError, zlib.error):
            continue
    return None


def digest_of(sheets: Iterable[ReadSheet]) -> str:
    """Answer a digest of what a reader takes from sheets: texts, merges and shapes.

    Places are whole points: programs that save a workbook again may round them.
    """
    digest = hashlib.sha256()
    for sheet in sheets:
        for line in _told(sheet):
            digest.update(line.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _told(sheet: ReadSheet) -> Iterator[str]:
    yield f"sheet {sheet.name}"
    for place, text in sorted(sheet.cells.texts.items()):
        yield f"cell {place} {text}"
    for row, merged in sorted(sheet.cells.merges.items()):
        yield f"merged {row} {merged}"
    for drawn in sheet.objects:
        yield _drawn(drawn)


def _drawn(drawn: DrawnObject) -> str:
    box, looks = drawn.box, drawn.looks
    place = tuple(round(value) for value in (box.x, box.y, box.width, box.height))
    turned = (round(drawn.pose.turn), drawn.pose.mirrored, drawn.pose.upside_down)
    heads = (looks.head, looks.tail)
    return f"{drawn.sort} {looks.preset} {place} {turned} {heads} {looks.text}"


def _packed(data: bytes, digest: str) -> etree._Element:
    root = etree.fromstring(f'<copy xmlns="{NAMESPACE}" digest="{digest}"/>')
    text = base64.b64encode(zlib.compress(data, 9)).decode("ascii")
    for start in range(0, len(text), _PIECE):
        etree.SubElement(root, f"{{{NAMESPACE}}}piece").text = text[start : start + _PIECE]
    return root


def _unpacked(root: etree._Element) -> bytes:
    text = "".join(piece.text or "" for piece in root.iter(f"{{{NAMESPACE}}}piece"))
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(base64.b64decode(text, validate=True), limits.COPY_BYTES)
    if not unpacker.eof:
        raise ValueError("too long or cut")
    return data


def _properties() -> etree._Element:
    root = etree.Element(f"{{{_DATASTORE}}}datastoreItem", nsmap={"ds": _DATASTORE})
    root.set(f"{{{_DATASTORE}}}itemID", _ITEM_ID)
    references = etree.SubElement(root, f"{{{_DATASTORE}}}schemaRefs")
    reference = etree.SubElement(references, f"{{{_DATASTORE}}}schemaRef")
    reference.set(f"{{{_DATASTORE}}}uri", NAMESPACE)
    return root
