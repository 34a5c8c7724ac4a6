"""Workbooks that are damaged, foreign or meant to harm, and what each is answered.

The keys are those of `excel_import.unreadable`; READS marks what is odd but right.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from openpyxl import Workbook

from tests.formats.workbooks.hands import with_parts

READS = ""
Case = tuple[str, bytes, str]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEET = "xl/worksheets/sheet2.xml"
_DRAWING = "xl/drawings/drawing2.xml"


def cases(good: bytes) -> Iterator[Case]:
    """Answer name, bytes and expected sentence; `good` is a workbook with two sheets."""
    yield from _no_workbooks()
    yield from _other_formats()
    yield from _bombs(good)
    yield from _damaged(good)
    yield from _sheets(good)
    yield from _drawings(good)


def archive(parts: dict[str, bytes]) -> bytes:
    """Answer a zip file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return data.getvalue()


def replaced(good: bytes, part: str, old: bytes, new: bytes, times: int = -1) -> bytes:
    """Answer a workbook with some bytes of a part replaced."""

    def change(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        assert old in content, old
        return content.replace(old, new, times)

    return with_parts(good, change)


def _ole(*streams: str) -> bytes:
    return _OLE + bytes(504) + b"".join(name.encode("utf-16-le") for name in streams) + bytes(512)


def _no_workbooks() -> Iterator[Case]:
    yield "empty", b"", "empty"
    yield "zeros", bytes(4096), "empty"
    yield "CSV", b"No;Kegiatan;Pelaksana\n1;Menerima;A\n", "not_a_workbook"
    yield "PDF", b"%PDF-1.7\n", "not_a_workbook"
    yield "web page", b"<html><table><tr><td>No</td></tr></table></html>", "not_a_workbook"
    yield "plain zip", archive({"a.txt": b"a"}), "not_a_workbook"
    yield "empty zip", archive({}), "not_a_workbook"
    word = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}
    yield "Word", archive(word), "not_a_workbook"
    yield "types alone", archive({"[Content_Types].xml": b"<Types/>"}), "not_a_workbook"
    yield "Word of old", _ole("WordDocument"), "not_a_workbook"


def _other_formats() -> Iterator[Case]:
    ods = b"application/vnd.oasis.opendocument.spreadsheet"
    yield "encrypted", _ole("EncryptionInfo", "EncryptedPackage"), "encrypted"
    yield "xls", _ole("Workbook"), "save_as_xlsx"
    yield "xls of 1995", _ole("Book"), "save_as_xlsx"
    yield "ods", archive({"mimetype": ods, "content.xml": b"<x/>"}), "save_as_xlsx"
    binary = {"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b""}
    yield "xlsb", archive(binary), "save_as_xlsx"


def _bombs(good: bytes) -> Iterator[Case]:
    def swollen(name: str, content: bytes) -> bytes:
        return content + b" " * 49_000_000 if name == _SHEET else content

    yield "120 one large part", with_parts(good, swollen), "too_big"
    entries = {f"xl/media/{number}.bin": b"" for number in range(2_001)}
    yield "120 many entries", archive({"[Content_Types].xml": b"<Types/>"} | entries), "too_big"
    many = {f"xl/media/{number}.bin": bytes(1_000_000) for number in range(60)}
    yield "120 many large entries", archive({"[Content_Types].xml": b""} | many), "too_big"
    dense = {"[Content_Types].xml": b"<Types/>", "xl/media/1.bin": bytes(9_000_000)}
    yield "120 packed too well", archive(dense), "too_big"
    yield "120 too long", b"PK\x03\x04" + bytes(25_000_001), "too_big"
    locked = bytearray(archive({"[Content_Types].xml": b"<Types/>"}))
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    yield "locked entry", bytes(locked), "encrypted"


def _damaged(good: bytes) -> Iterator[Case]:
    for percent in (10, 50, 90, 99):
        yield f"cut at {percent} %", good[: len(good) * percent // 100], "damaged"
    book = "xl/workbook.xml"
    yield "no workbook part", with_parts(good, _without(book)), "not_a_workbook"
    yield "no sheet part", with_parts(good, _without(_SHEET)), "damaged"
    yield "no styles", with_parts(good, _without("xl/styles.xml")), READS
    yield "broken sheet", replaced(good, _SHEET, b"</sheetData>", b""), "damaged"
    doctype = b'<!DOCTYPE x [<!ENTITY l "ha">]><worksheet '
    yield "doctype", replaced(good, _SHEET, b"<worksheet ", doctype, 1), "damaged"
    entity = b'<!DOCTYPE x [<!ENTITY l SYSTEM "file:///etc/hostname">]><worksheet '
    yield "external entity", replaced(good, _SHEET, b"<worksheet ", entity, 1), "damaged"
    doubled = io.BytesIO(good)
    with zipfile.ZipFile(doubled, "a") as target:
        target.writestr("XL/Workbook.xml", b"<x/>")
    yield "part twice", doubled.getvalue(), "damaged"
    slip = io.BytesIO(good)
    with zipfile.ZipFile(slip, "a") as target:
        target.writestr("../../evil.txt", b"x")
        target.writestr("C:\\evil.txt", b"x")
    yield "names that lead outside", slip.getvalue(), READS
    hidden = replaced(good, book, b'state="visible"', b'state="hidden"')
    yield "all sheets hidden", hidden, "no_sheets"


def _without(part: str) -> Callable[[str, bytes], bytes | None]:
    return lambda name, content: None if name == part else content


def _sheets(good: bytes) -> Iterator[Case]:
    yield "123 no table", _table_less(), "no_table"
    yield "123 no lanes", replaced(good, _SHEET, b"Pelaksana", b"Pelaku X"), "no_table"
    everything = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    yield "124 all merged", _merged(good, everything), "no_table"
    crossing = b"".join(b'<mergeCell ref="A%d:XFD1048576"/>' % row for row in range(1, 60_000))
    yield (
        "124 many merges",
        _merged(good, b"<mergeCells>" + crossing + b"</mergeCells>"),
        "no_table",
    )
    yield (
        "124 nonsense merged",
        _merged(good, b'<mergeCells><mergeCell ref="?"/></mergeCells>'),
        ("damaged"),
    )
    rows = b"".join(
        b'<row r="%d" s="1" customFormat="1" ht="15"/>' % r for r in range(900, 400_000)
    )
    yield "125 many rows", replaced(good, _SHEET, b"</sheetData>", rows + b"</sheetData>"), READS
    million = b"".join(b'<row r="%d" s="1" ht="15"/>' % r for r in range(900, 1_048_577))
    yield (
        "125 all rows",
        replaced(good, _SHEET, b"</sheetData>", million + b"</sheetData>"),
        ("too_big"),
    )
    for width in (b"NaN", b"1e999", b"-5", b"x"):
        cols = b'<cols><col min="1" max="3" width="%s"/></cols>' % width
        yield f"width {width.decode()}", _with_columns(good, cols), "damaged"
    wide = b'<cols><col min="1" max="99999999" width="9"/></cols>'
    yield "too many columns", _with_columns(good, wide), "damaged"
    yield "127 external links", _external(good), READS
    protected = b'<sheetProtection password="CC1A" sheet="1" objects="1"/></sheetData>'
    shut = b"</sheetData>" + protected.removesuffix(b"</sheetData>")
    yield "127 protected sheet", replaced(good, _SHEET, b"</sheetData>", shut), READS
    yield "127 macros", _with_macros(good), READS


def _merged(good: bytes, merges: bytes) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        if name != _SHEET:
            return content
        start, end = content.index(b"<mergeCells"), content.index(b"</mergeCells>") + 13
        return content[:start] + merges + content[end:]

    return with_parts(good, change)


def _with_columns(good: bytes, columns: bytes) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        if name != _SHEET:
            return content
        start, end = content.index(b"<cols>"), content.index(b"</cols>") + 7
        return content[:start] + columns + content[end:]

    return with_parts(good, change)


def _table_less() -> bytes:
    book, data = Workbook(), io.BytesIO()
    book.worksheets[0]["A1"] = "Daftar hadir"
    book.save(data)
    return data.getvalue()


def _external(good: bytes) -> bytes:
    link = (
        b'<Relationship Id="rId99" TargetMode="External" Target="file:///etc/hostname" Type="http:'
        b'//schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
    )
    rels = "xl/_rels/workbook.xml.rels"
    return replaced(good, rels, b"</Relationships>", link + b"</Relationships>")


def _with_macros(good: bytes) -> bytes:
    data = io.BytesIO(good)
    with zipfile.ZipFile(data, "a") as target:
        target.writestr("xl/vbaProject.bin", _OLE + bytes(100))
    return data.getvalue()


def _drawings(good: bytes) -> Iterator[Case]:
    far = b"<xdr:col>99999999</xdr:col>"
    yield "shape beyond the sheet", replaced(good, _DRAWING, b"<xdr:col>2</xdr:col>", far), READS
    yield "no place", replaced(good, _DRAWING, b"xdr:from>", b"xdr:form>"), "damaged"
    negative = b"<xdr:rowOff>-99999999999999"
    yield "offset below 0", replaced(good, _DRAWING, b"<xdr:rowOff>", negative, 3), READS
    yield "huge bend", replaced(good, _DRAWING, b"val ", b"val 9999999999"), READS
    deep = b"<xdr:grpSp>" * 60 + b"</xdr:grpSp>" * 60
    anchor = (
        b"<xdr:absoluteAnchor><xdr:pos x='0' y='0'/><xdr:ext cx='9' cy='9'/>%s<xdr:clientData/>"
        b"</xdr:absoluteAnchor></xdr:wsDr>"
    )
    yield "deep groups", replaced(good, _DRAWING, b"</xdr:wsDr>", anchor % deep), "damaged"
    many = b"".join(anchor[:-11] % b"<xdr:sp><xdr:spPr/></xdr:sp>" for _ in range(20_001))
    yield "many shapes", replaced(good, _DRAWING, b"</xdr:wsDr>", many + b"</xdr:wsDr>"), "too_big"
    picture = replaced(good, "xl/media/logo.png", b"\x89PNG", b"\x00PNG")
    yield "134 broken logo", picture, READS
    yield "134 huge logo", with_parts(good, _huge_logo), READS


def _huge_logo(name: str, content: bytes) -> bytes:
    if name != "xl/media/logo.png":
        return content
    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    size = struct.pack(">I", len(head))
    return content[:8] + size + chunk + struct.pack(">I", zlib.crc32(chunk)) + content[33:]
