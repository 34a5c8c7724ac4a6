"""Bytes -> lxml tree, safely: no DTD, no entities, no network, no repair of damage."""

import re

from lxml import etree

from sopeditor.storage.errors import UnreadableFile, unreadable
from sopeditor.storage.limits import check_size
from sopeditor.storage.schema import Element, local_name

#: First bytes of other kinds of file; the sentence `storage.read.is_<value>` names them.
_SIGNATURES = (
    (b"PK\x03\x04", "workbook"),
    (b"PK\x05\x06", "workbook"),
    (b"\xd0\xcf\x11\xe0", "old_office"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"version https://git-lfs", "git_pointer"),
)
_DAMAGED_TEXTS = (
    (re.compile(rb"^(?:<{7}|>{7}) ", re.MULTILINE), "git_conflict"),
    (re.compile(rb"\A\s*<(?:!doctype\s+)?html\b", re.IGNORECASE), "web_page"),
)
#: Roots of other XML formats.
_FOREIGN_ROOTS = {
    "html": "web_page",
    "mxfile": "drawing",
    "mxGraphModel": "drawing",
    "VisioDocument": "drawing",
    "definitions": "drawing",
    "svg": "picture",
}
_HEAD = 4096


def safe_parser() -> etree.XMLParser:
    """Answer a parser that loads nothing but its bytes and repairs nothing.

    Comments and processing instructions are dropped: they would split texts in two.
    """
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
    )


def parse(data: bytes) -> Element:
    """Answer the root element of `data`; raises UnreadableFile in words."""
    check_size(len(data))
    if not data.strip():
        raise unreadable("empty")
    if not data.strip(b"\0"):
        raise unreadable("zeroed")
    try:
        root = etree.fromstring(data, safe_parser())
    except etree.XMLSyntaxError as error:
        raise _explained(data, error) from error
    _refuse_other_formats(root)
    return root


def _explained(data: bytes, error: etree.XMLSyntaxError) -> UnreadableFile:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return unreadable(f"is_{kind}")
    for pattern, kind in _DAMAGED_TEXTS:
        if pattern.search(data):
            return unreadable(f"is_{kind}")
    if b"<!DOCTYPE" in data[:_HEAD]:
        return unreadable("doctype")
    line, column = error.position
    return unreadable("damaged", line=line or 1, column=column or 1)


def _refuse_other_formats(root: Element) -> None:
    kind = _FOREIGN_ROOTS.get(local_name(str(root.tag)))
    if kind:
        raise unreadable(f"is_{kind}")
    if root.getroottree().docinfo.internalDTD is not None:
        raise unreadable("doctype")
