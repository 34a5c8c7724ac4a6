"""A sheet of a template once more, for each further chart of a document."""

import posixpath
import re
from copy import deepcopy

from lxml import etree

from sopeditor.excel.names import CONTENT_TYPES, RELATIONSHIPS, R, xdr
from sopeditor.excel.package import serialise
from sopeditor.excel.template.book import Book, SheetEntry, relations_part, s
from sopeditor.excel.template.numbers import whole
from sopeditor.excel.template.opening import parsed

_TYPES_PART = "[Content_Types].xml"
#: Parts that belong to one sheet alone and are copied with it.
_OWN = {"drawing", "comments", "threadedComment", "vmlDrawing"}
#: Parts that can't be there twice; the copy does without.
_NEVER = {"table", "pivotTable", "queryTable", "slicer", "timeline"}
_NUMBER = re.compile(r"\d*(\.\w+)$")


def copy_sheet(book: Book, sheet: SheetEntry, name: str) -> SheetEntry:
    """Add a copy of a sheet at the end of the workbook; answer it.

    Cells, print set-up, pictures, shapes and notes come along; Excel tables and charts not.
    """
    root = deepcopy(book.tree(sheet.part))
    for view in root.iter(s("sheetView")):
        view.attrib.pop("tabSelected", "")
    part = _copy_part(book, sheet.part, serialise(root))
    _copy_relations(book, sheet.part, part)
    _drop_unrelated(book, part)
    relation = book.package.relate(book.workbook_part, f"{R}/worksheet", part)
    sheets = book.workbook.find(s("sheets"))
    if sheets is None:
        raise ValueError("a workbook without sheets")
    numbers = [whole(element.get("sheetId")) for element in sheets]
    element = etree.SubElement(sheets, s("sheet"), name=name, sheetId=str(max(numbers) + 1))
    element.set(f"{{{R}}}id", relation)
    copied = SheetEntry(name, part, len(numbers))
    _copy_names(book, sheet, copied)
    book.touch(book.workbook_part)
    return copied


def _copy_part(book: Book, part: str, content: bytes) -> str:
    """Answer the name of a new part with the content type of another one."""
    ending = _NUMBER.search(part)
    start = part[: ending.start()] if ending else part
    copy = book.free_name(start, ending[1] if ending else "")
    kind = _content_type(book, part)
    if kind:
        book.package.add_part(copy, content, kind)
    else:
        book.package.parts[copy] = content
    return copy


def _content_type(book: Book, part: str) -> str:
    """Answer the content type that a part has of its own; empty when its ending tells it."""
    for override in parsed(book.package.parts[_TYPES_PART]).iter(f"{{{CONTENT_TYPES}}}Override"):
        if override.get("PartName") == f"/{part}":
            return str(override.get("ContentType"))
    return ""


def _copy_relations(book: Book, part: str, copy: str) -> None:
    """Give a copied part the relationships of the first one, to copies of what it owns."""
    name = relations_part(part)
    if name not in book.package.parts:
        return
    root = parsed(book.package.parts[name])
    for relation in list(root.iter(f"{{{RELATIONSHIPS}}}Relationship")):
        if relation.get("TargetMode") == "External":
            continue
        kind = str(relation.get("Type")).rpartition("/")[2]
        target = str(relation.get("Target"))
        path = posixpath.normpath(
            target[1:]
            if target.startswith("/")
            else posixpath.join(posixpath.dirname(part), target)
        )
        if kind in _NEVER or path not in book.package.parts:
            root.remove(relation)
        elif kind in _OWN:
            relation.set("Target", f"/{_copy_owned(book, path, kind)}")
    book.package.parts[relations_part(copy)] = serialise(root)


def _copy_owned(book: Book, part: str, kind: str) -> str:
    if kind == "vmlDrawing":
        copy = _copy_part(book, part, book.package.parts[part])
    else:
        root = deepcopy(book.tree(part))
        for frame in list(root.iter(xdr("graphicFrame"))):
            anchor = next((a for a in frame.iterancestors() if a.getparent() is root), None)
            if anchor is not None:
                root.remove(anchor)
        copy = _copy_part(book, part, serialise(root))
    _copy_pictures(book, part, copy)
    return copy


def _copy_pictures(book: Book, part: str, copy: str) -> None:
    """Let a copied drawing show the same pictures."""
    name = relations_part(part)
    if name in book.package.parts:
        root = parsed(book.package.parts[name])
        for relation in list(root):
            if str(relation.get("Type")).endswith("/chart"):
                root.remove(relation)
        book.package.parts[relations_part(copy)] = serialise(root)


def _drop_unrelated(book: Book, part: str) -> None:
    """Take out of a copied sheet what refers to parts that did not come along."""
    root = book.tree(part)
    kept = {relation.id for relation in book.relations(part)}
    for holder in list(root.iter(s("tableParts"))):
        for element in list(holder):
            if element.get(f"{{{R}}}id") not in kept:
                holder.remove(element)
        parent = holder.getparent()
        if not len(holder) and parent is not None:
            parent.remove(holder)
    book.touch(part)


def _copy_names(book: Book, sheet: SheetEntry, copy: SheetEntry) -> None:
    """Give the copy the names that the sheet has for itself, such as its print area."""
    quoted = copy.name.replace("'", "''")
    own = [f"{sheet.name}!", "'" + sheet.name.replace("'", "''") + "'!"]
    for element in book.names():
        if element.get("localSheetId") == str(sheet.position):
            text = element.text or ""
            for prefix in own:
                text = text.replace(prefix, f"'{quoted}'!")
            book.define(str(element.get("name")), copy, text)
