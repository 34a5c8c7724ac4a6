"""A workbook as parts: what is read is parsed once, only what was changed is written anew."""

import posixpath
from collections.abc import Iterator
from functools import cached_property

from lxml import etree
from msgspec import Struct

from sopeditor.excel.names import CONTENT_TYPES, DRAWING_RELATION, DRAWING_TYPE, SHEET, R, xdr
from sopeditor.excel.package import Package, serialise
from sopeditor.excel.template.errors import refused
from sopeditor.excel.template.opening import open_template, parsed

_TYPES_PART = "[Content_Types].xml"
_TEMPLATE_TYPE = b"spreadsheetml.template.main+xml"
_SHEET_TYPE = b"spreadsheetml.sheet.main+xml"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"

_BEFORE_NAMES = ("sheets", "functionGroups", "externalReferences")
_BEFORE_CALCULATION = (*_BEFORE_NAMES, "definedNames")


def s(tag: str) -> str:
    """Answer a tag of spreadsheets in Clark notation."""
    return f"{{{SHEET}}}{tag}"


class Relation(Struct, frozen=True):
    """A relationship of a part: its id, the last word of its type, and the part it names."""

    id: str
    kind: str
    target: str


class SheetEntry(Struct, frozen=True):
    """A worksheet: name, part and its place in the workbook, from 0."""

    name: str
    part: str
    position: int


class Book:
    """The parts of one template; `tree` to read, `touch` to have a part written anew."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._trees: dict[str, etree._Element] = {}
        self._touched: set[str] = set()
        self._as_workbook()
        if etree.QName(self.workbook).namespace != SHEET:
            raise refused("strict" if _STRICT in self.workbook.nsmap.values() else "no_workbook")

    @classmethod
    def open(cls, data: bytes) -> "Book":
        """Open a template; raises `TemplateRefused`."""
        return cls(open_template(data))

    def save(self) -> bytes:
        """Answer the workbook's bytes."""
        for part in self._touched & self.package.parts.keys():
            self.package.parts[part] = serialise(self._trees[part])
        self._touched.clear()
        return self.package.write()

    def tree(self, part: str) -> etree._Element:
        """Answer the root of a part; raises `TemplateRefused` when it is not there."""
        if part not in self._trees:
            if part not in self.package.parts:
                raise refused("damaged")
            self._trees[part] = parsed(self.package.parts[part])
        return self._trees[part]

    def touch(self, part: str) -> None:
        """Have a part written anew."""
        self._touched.add(part)

    @cached_property
    def workbook_part(self) -> str:
        """The name of the workbook's own part."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument":
                return relation.target
        raise refused("no_workbook")

    @property
    def workbook(self) -> etree._Element:
        """The root of the workbook's own part."""
        return self.tree(self.workbook_part)

    @property
    def sheets(self) -> tuple[SheetEntry, ...]:
        """The worksheets in order; chart sheets and dialogs are left out."""
        targets = {r.id: r for r in self.relations(self.workbook_part)}
        found = []
        for position, sheet in enumerate(self.workbook.iter(s("sheet"))):
            relation = targets.get(str(sheet.get(f"{{{R}}}id")))
            if relation is not None and relation.kind == "worksheet":
                found.append(SheetEntry(str(sheet.get("name")), relation.target, position))
        return tuple(found)

    def relations(self, part: str) -> Iterator[Relation]:
        """Answer the relationships of a part to parts; of the package for an empty name."""
        folder = posixpath.dirname(part)
        name = relations_part(part)
        if name not in self.package.parts:
            return
        for relation in parsed(self.package.parts[name]):
            if relation.get("TargetMode") == "External":
                continue
            target = str(relation.get("Target"))
            path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = str(relation.get("Type")).rpartition("/")[2]
            yield Relation(str(relation.get("Id")), kind, posixpath.normpath(path))

    def related(self, part: str, kind: str) -> list[str]:
        """Answer the parts that a part has a relationship of a kind to, if they are there."""
        return [
            relation.target
            for relation in self.relations(part)
            if relation.kind == kind and relation.target in self.package.parts
        ]

    def parts_of_type(self, ending: str) -> Iterator[str]:
        """Answer the parts whose content type ends so."""
        for override in parsed(self.package.parts[_TYPES_PART]).iter(
            f"{{{CONTENT_TYPES}}}Override"
        ):
            name = str(override.get("PartName")).lstrip("/")
            if str(override.get("ContentType")).endswith(ending) and name in self.package.parts:
                yield name

    def remove_part(self, part: str, source: str) -> None:
        """Drop a part, its content type and the relationship that `source` has to it."""
        self.package.parts.pop(part, None)
        types = parsed(self.package.parts[_TYPES_PART])
        for override in types.findall(f"{{{CONTENT_TYPES}}}Override"):
            if override.get("PartName") == f"/{part}":
                types.remove(override)
        self.package.parts[_TYPES_PART] = serialise(types)
        gone = {relation.id for relation in self.relations(source) if relation.target == part}
        name = relations_part(source)
        tree = parsed(self.package.parts[name])
        for relation in list(tree):
            if relation.get("Id") in gone:
                tree.remove(relation)
        self.package.parts[name] = serialise(tree)

    def drawing_of(self, sheet: SheetEntry, tree: etree._Element) -> str:
        """Answer the drawing part of a sheet, whose root is `tree`; a new one if it has none."""
        known = self.related(sheet.part, "drawing")
        if known and tree.find(s("drawing")) is not None:
            return known[0]
        name = self.free_name("xl/drawings/drawing", ".xml")
        self.package.add_part(name, serialise(etree.Element(xdr("wsDr"))), DRAWING_TYPE)
        relation = self.package.relate(sheet.part, DRAWING_RELATION, name)
        self.package.place_drawing(tree, relation)
        self.touch(sheet.part)
        return name

    def free_name(self, start: str, end: str) -> str:
        """Answer a name for a new part: the first number that is not taken."""
        number = 1
        while f"{start}{number}{end}" in self.package.parts:
            number += 1
        return f"{start}{number}{end}"

    def names(self) -> list[etree._Element]:
        """Answer the elements of the defined names."""
        return list(self.workbook.iter(s("definedName")))

    def define(self, name: str, sheet: SheetEntry, text: str) -> None:
        """Give a name of a sheet a meaning, in place of the one that it had."""
        scope = str(sheet.position)
        for element in self.names():
            if element.get("name") == name and element.get("localSheetId") == scope:
                break
        else:
            element = etree.SubElement(
                self._child("definedNames", _BEFORE_NAMES), s("definedName"), name=name
            )
            element.set("localSheetId", scope)
        element.text = text
        self.touch(self.workbook_part)

    def forget_calculation(self) -> None:
        """Drop the order of calculation and have all formulas calculated on opening."""
        for part in self.related(self.workbook_part, "calcChain"):
            self.remove_part(part, self.workbook_part)
        self._child("calcPr", _BEFORE_CALCULATION).set("fullCalcOnLoad", "1")
        self.touch(self.workbook_part)

    def _child(self, tag: str, before: tuple[str, ...]) -> etree._Element:
        """Answer a child of the workbook; a new one stands right after those `before` it."""
        found = self.workbook.find(s(tag))
        if found is not None:
            return found
        place = max(i for i, child in enumerate(self.workbook) if child.tag in map(s, before))
        element = etree.Element(s(tag))
        self.workbook.insert(place + 1, element)
        return element

    def _as_workbook(self) -> None:
        """Turn a template (`.xltx`) into a workbook: its content type is all that differs."""
        types = self.package.parts[_TYPES_PART]
        self.package.parts[_TYPES_PART] = types.replace(_TEMPLATE_TYPE, _SHEET_TYPE)


def relations_part(part: str) -> str:
    """Answer the name of the part that holds the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
