"""Bytes -> parts of a template, or one sentence why not.

The file comes from outside: it is measured before it is unpacked, and its XML is parsed
without entities, DTD or network.
"""

import io
import zipfile
import zlib

from lxml import etree

from sopeditor.excel.package import Package
from sopeditor.excel.reader.parts import Parts
from sopeditor.excel.template.errors import refused

_STRICT = b"http://purl.oclc.org/ooxml/"
_WORKBOOK_TYPES = (
    b"spreadsheetml.sheet.main+xml",
    b"spreadsheetml.template.main+xml",
)
_TYPES_PART = "[Content_Types].xml"


def open_template(data: bytes) -> Package:
    """Answer the parts of a workbook; raises `UnreadableWorkbook` and `TemplateRefused`."""
    # Refuses what is no workbook, encrypted, too big or damaged.
    Parts(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            package = Package({name: archive.read(name) for name in archive.namelist()})
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise refused("damaged") from error
    _check_kind(package)
    for name, content in package.parts.items():
        if name == _TYPES_PART or name.endswith(".rels"):
            parsed(content)
    return package


def _check_kind(package: Package) -> None:
    types = package.parts.get(_TYPES_PART, b"")
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in package.parts):
        raise refused("macros")
    if not any(kind in types for kind in _WORKBOOK_TYPES):
        raise refused("no_workbook")
    if any(name.startswith("_xmlsignatures/") for name in package.parts):
        raise refused("signed")
    if _STRICT in package.parts.get("_rels/.rels", b""):
        raise refused("strict")


def parsed(content: bytes) -> etree._Element:
    """Answer the root of a part; raises `TemplateRefused` for damage and for a DTD.

    Comments and instructions are kept, unlike in files that are only read.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, strip_cdata=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise refused("damaged") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refused("damaged")
    return root
