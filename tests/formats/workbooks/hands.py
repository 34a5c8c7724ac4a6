"""What happens to a workbook on its way through an office: each function is one mishap.

Written against the zip alone, apart from the code that writes and reads.
"""

import io
import random
import re
import zipfile
from collections.abc import Callable

from lxml import etree

XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PIXEL = 9_525

Edit = Callable[[etree._Element], None]


def with_parts(workbook: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Answer the workbook with every part as `change` leaves it; None drops a part."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = change(name, source.read(name))
            if content is not None:
                target.writestr(name, content)
    return out.getvalue()


def without_copy(workbook: bytes) -> bytes:
    """Answer the workbook without the hidden copy of the document, as LibreOffice leaves it."""
    return with_parts(workbook, _dropped)


def _dropped(name: str, content: bytes) -> bytes | None:
    if name.startswith("customXml/"):
        return None
    if name == "xl/_rels/workbook.xml.rels":
        return re.sub(rb'<Relationship [^>]*relationships/customXml"[^>]*/>', b"", content)
    if name == "[Content_Types].xml":
        return re.sub(rb"<Override [^>]*/customXml/[^>]*/>", b"", content)
    return content


def with_drawings(workbook: bytes, edit: Edit) -> bytes:
    """Answer the workbook with every drawing part edited."""

    def change(name: str, content: bytes) -> bytes:
        if not re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
            return content
        root = etree.fromstring(content)
        edit(root)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    return with_parts(workbook, change)


def without_glue(root: etree._Element) -> None:
    """Unfix all connectors."""
    for tag in ("stCxn", "endCxn"):
        for end in list(root.iter(f"{A}{tag}")):
            parent = end.getparent()
            assert parent is not None
            parent.remove(end)


def without_names(root: etree._Element) -> None:
    """Give all shapes one name, as some programs do."""
    for named in root.iter(f"{XDR}cNvPr"):
        named.set("name", "Shape")


def ends_moved(pixels: int, seed: int) -> Edit:
    """Answer an edit that moves every line by up to `pixels` each way, its glue gone."""
    chance = random.Random(seed)

    def edit(root: etree._Element) -> None:
        without_glue(root)
        for anchor in root.iter(f"{XDR}twoCellAnchor"):
            if next(anchor.iter(f"{XDR}cxnSp"), None) is not None:
                for axis in ("colOff", "rowOff"):
                    _shift(anchor, axis, chance.randint(-pixels, pixels) * _PIXEL)

    return edit


def _shift(anchor: etree._Element, axis: str, emu: int) -> None:
    marks = [anchor.find(f"{XDR}{end}/{XDR}{axis}") for end in ("from", "to")]
    values = [int(str(mark.text)) for mark in marks if mark is not None]
    if min(values) + emu < 0:
        return
    for mark in marks:
        assert mark is not None
        mark.text = str(int(str(mark.text)) + emu)


def symbols_grouped(root: etree._Element) -> None:
    """Put every symbol into a group whose inner space is twice as large and elsewhere."""
    for number, anchor in enumerate(list(root.iter(f"{XDR}twoCellAnchor")), start=9_000):
        shape = anchor.find(f"{XDR}sp")
        if shape is not None and shape.find(f"{XDR}nvSpPr/{XDR}cNvSpPr[@txBox]") is None:
            place = anchor.index(shape)
            anchor.insert(place, _group(shape, number))


def _group(shape: etree._Element, number: int) -> etree._Element:
    group = etree.Element(f"{XDR}grpSp")
    names = etree.SubElement(group, f"{XDR}nvGrpSpPr")
    etree.SubElement(names, f"{XDR}cNvPr", id=str(number), name=f"Group {number}")
    etree.SubElement(names, f"{XDR}cNvGrpSpPr")
    transform = etree.SubElement(etree.SubElement(group, f"{XDR}grpSpPr"), f"{A}xfrm")
    own = next(shape.iter(f"{A}xfrm"))
    offset, extent = own[0], own[1]
    width, height = (2 * int(str(extent.get(side))) for side in ("cx", "cy"))
    for name in ("off", "ext"):
        etree.SubElement(transform, f"{A}{name}", dict(own.find(f"{A}{name}").attrib))  # type: ignore[union-attr]
    etree.SubElement(transform, f"{A}chOff", x="7000", y="8000")
    etree.SubElement(transform, f"{A}chExt", cx=str(width), cy=str(height))
    offset.set("x", "7000")
    offset.set("y", "8000")
    extent.set("cx", str(width))
    extent.set("cy", str(height))
    group.append(shape)
    return group


def glue_confused(root: etree._Element) -> None:
    """Let glue name shapes that are not there, or far away, as LibreOffice writes it."""
    for tag, number in (("stCxn", "99999"), ("endCxn", "1")):
        for end in root.iter(f"{A}{tag}"):
            end.set("id", number)


def places_stale(root: etree._Element) -> None:
    """Leave wrong places inside the shapes, as Excel does when rows move."""
    for anchor in root.iter(f"{XDR}twoCellAnchor"):
        for offset in anchor.iter(f"{A}off"):
            offset.set("x", "123456")
            offset.set("y", "654321")


def drawn_backwards(root: etree._Element) -> None:
    """Put every arrow head at the start of a line that runs the other way round."""
    for properties in root.iter(f"{XDR}spPr"):
        transform, geometry = properties.find(f"{A}xfrm"), properties.find(f"{A}prstGeom")
        head = next(properties.iter(f"{A}tailEnd"), None)
        straight = geometry is not None and geometry.get("prst") == "straightConnector1"
        if head is None or transform is None or not straight:
            continue
        head.tag = f"{A}headEnd"
        for flip in ("flipH", "flipV"):
            transform.set(flip, "0" if transform.get(flip) == "1" else "1")
        for glue in properties.itersiblings(preceding=True):
            for end in list(glue.iter(f"{A}stCxn", f"{A}endCxn")):
                end.tag = f"{A}endCxn" if end.tag == f"{A}stCxn" else f"{A}stCxn"


def without_one_line(seed: int) -> Edit:
    """Answer an edit that takes one connector away."""
    return _without_one(_is_connector, seed)


def without_one_label(seed: int) -> Edit:
    """Answer an edit that takes one text box away."""
    return _without_one(_is_text_box, seed)


def _is_connector(anchor: etree._Element) -> bool:
    return anchor.find(f"{XDR}cxnSp") is not None


def _is_text_box(anchor: etree._Element) -> bool:
    return any(kind.get("txBox") == "1" for kind in anchor.iter(f"{XDR}cNvSpPr"))


def _without_one(wanted: Callable[[etree._Element], bool], seed: int) -> Edit:
    def edit(root: etree._Element) -> None:
        found = [anchor for anchor in root.iter(f"{XDR}twoCellAnchor") if wanted(anchor)]
        if found:
            root.remove(random.Random(seed).choice(found))

    return edit
