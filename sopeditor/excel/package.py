"""The zip layer of a workbook: parts, content types and relationships, by lxml.

openpyxl writes cells but no shapes. What it wrote is opened here again as parts; our
drawing is added with all that must point to it.
"""

import io
import zipfile
from pathlib import PurePosixPath

from lxml import etree
from msgspec import Struct, field

from sopeditor.excel.names import CONTENT_TYPES, DCTERMS, RELATIONSHIPS, SHEET, R

#: One date for all entries: same document, same bytes.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

_NO_RELATIONS = f'<Relationships xmlns="{RELATIONSHIPS}"/>'

_CORE_PART = "docProps/core.xml"
_LONG_AGO = "2000-01-01T00:00:00Z"

_TYPES_PART = "[Content_Types].xml"

#: The elements that follow `drawing` in a worksheet, in the order of the standard.
_AFTER_DRAWING = (
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects",
    "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip


class Package(Struct):
    """The parts of a workbook by name, in their order."""

    parts: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes) -> "Package":
        """Open a workbook that we wrote ourselves."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    def write(self) -> bytes:
        """Answer the workbook's bytes, content types first."""
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(self.parts, key=lambda part: part != _TYPES_PART):
                entry = zipfile.ZipInfo(name, _ZIP_DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, self.parts[name])
        return data.getvalue()

    def add_part(self, name: str, content: bytes, content_type: str) -> None:
        """Add a part that carries its own content type."""
        self.parts[name] = content
        types = etree.fromstring(self.parts[_TYPES_PART])
        override = etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", content_type)
        self.parts[_TYPES_PART] = serialise(types)

    def add_media(self, name: str, content: bytes, extension: str, content_type: str) -> None:
        """Add a part whose content type its extension tells."""
        self.parts[name] = content
        types = etree.fromstring(self.parts[_TYPES_PART])
        defaults = types.findall(f"{{{CONTENT_TYPES}}}Default")
        if not any(default.get("Extension") == extension for default in defaults):
            default = etree.Element(f"{{{CONTENT_TYPES}}}Default")
            default.set("Extension", extension)
            default.set("ContentType", content_type)
            types.insert(len(defaults), default)
        self.parts[_TYPES_PART] = serialise(types)

    def relate(self, source: str, kind: str, target: str) -> str:
        """Add a relationship from part to part; answer its id."""
        name = _relations_of(source)
        if name in self.parts:
            relations = etree.fromstring(self.parts[name])
        else:
            relations = etree.fromstring(_NO_RELATIONS)
        taken = {relation.get("Id") for relation in relations}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        relation = etree.SubElement(relations, f"{{{RELATIONSHIPS}}}Relationship")
        relation.set("Id", f"rId{number}")
        relation.set("Type", kind)
        relation.set("Target", f"/{target}")
        self.parts[name] = serialise(relations)
        return f"rId{number}"

    def forget_time(self) -> None:
        """Replace the times of writing by one of long ago: same document, same bytes."""
        properties = etree.fromstring(self.parts[_CORE_PART])
        for tag in ("created", "modified"):
            for time in properties.iter(f"{{{DCTERMS}}}{tag}"):
                time.text = _LONG_AGO
        self.parts[_CORE_PART] = serialise(properties)

    def attach_drawing(self, sheet: str, relation: str) -> None:
        """Let a worksheet show the drawing of a relationship, at its place in the sheet."""
        root = etree.fromstring(self.parts[sheet])
        self.place_drawing(root, relation)
        self.parts[sheet] = serialise(root)

    @staticmethod
    def place_drawing(root: etree._Element, relation: str) -> None:
        """Add the element that shows the drawing of a relationship to a worksheet's root."""
        drawing = etree.Element(f"{{{SHEET}}}drawing", nsmap={"r": R})
        drawing.set(f"{{{R}}}id", relation)
        followers = {f"{{{SHEET}}}{tag}" for tag in _AFTER_DRAWING}
        position = next(
            (index for index, child in enumerate(root) if child.tag in followers), len(root)
        )
        root.insert(position, drawing)


def serialise(root: etree._Element) -> bytes:
    """Answer a part's bytes as Office writes them."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _relations_of(part: str) -> str:
    path = PurePosixPath(part)
    return str(path.parent / "_rels" / f"{path.name}.rels")
