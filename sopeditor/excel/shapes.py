"""Native shapes: the XML of symbols, labels, pictures and connectors."""

from lxml import etree
from msgspec import Struct

from sopeditor.excel.connectors import ConnectorGeometry
from sopeditor.excel.names import A14, MC, R, a, xdr
from sopeditor.layout.measure import Font

#: x, y, width and height in EMU.
Box = tuple[int, int, int, int]

_LINE_WIDTH = 9_525
_BLACK = "000000"
_WHITE = "FFFFFF"


class Label(Struct, frozen=True):
    """Short text inside a shape or beside a line."""

    lines: tuple[str, ...]
    font: Font


class Glue(Struct, frozen=True):
    """Where a connector's end is fixed: a shape's id and the index of its site."""

    shape: int
    site: int


def symbol_shape(
    number: int, name: str, preset: str, box: Box, label: Label | None
) -> etree._Element:
    """Answer a white shape with a black outline, its text centred."""
    shape = etree.Element(xdr("sp"), macro="", textlink="")
    _named(etree.SubElement(shape, xdr("nvSpPr")), number, name, "cNvSpPr")
    properties = etree.SubElement(shape, xdr("spPr"))
    _transform(properties, box)
    _preset(properties, preset, ())
    _solid(properties, _WHITE)
    _outline(properties, arrow=False)
    _text_body(shape, label)
    return shape


def label_shape(number: int, name: str, box: Box, label: Label) -> etree._Element:
    """Answer a text box on a white patch, without outline."""
    shape = etree.Element(xdr("sp"), macro="", textlink="")
    _named(etree.SubElement(shape, xdr("nvSpPr")), number, name, "cNvSpPr", txBox="1")
    properties = etree.SubElement(shape, xdr("spPr"))
    _transform(properties, box)
    _preset(properties, "rect", ())
    _solid(properties, _WHITE)
    etree.SubElement(etree.SubElement(properties, a("ln")), a("noFill"))
    _text_body(shape, label)
    return shape


def picture(number: int, name: str, box: Box, relation: str) -> etree._Element:
    """Answer a picture that a relationship of the drawing part names."""
    shape = etree.Element(xdr("pic"))
    frame = _named(etree.SubElement(shape, xdr("nvPicPr")), number, name, "cNvPicPr")
    etree.SubElement(frame, a("picLocks"), noChangeAspect="1")
    fill = etree.SubElement(shape, xdr("blipFill"))
    etree.SubElement(fill, a("blip"), {f"{{{R}}}embed": relation})
    etree.SubElement(etree.SubElement(fill, a("stretch")), a("fillRect"))
    properties = etree.SubElement(shape, xdr("spPr"))
    _transform(properties, box)
    _preset(properties, "rect", ())
    return shape


def connector_shape(
    number: int,
    name: str,
    geometry: ConnectorGeometry,
    ends: tuple[Glue, Glue],
    *,
    arrow: bool,
) -> etree._Element:
    """Answer a connector glued at both ends; `arrow` puts a filled head at its end."""
    shape = etree.Element(xdr("cxnSp"), macro="")
    glue = _named(etree.SubElement(shape, xdr("nvCxnSpPr")), number, name, "cNvCxnSpPr")
    for tag, end in zip(("stCxn", "endCxn"), ends, strict=True):
        etree.SubElement(glue, a(tag), id=str(end.shape), idx=str(end.site))
    shape.append(_connector_properties(geometry, arrow=arrow))
    return shape


def plain_line(
    number: int, name: str, geometry: ConnectorGeometry, *, arrow: bool
) -> etree._Element:
    """Answer the same line as a mere shape, for programs that misdraw connectors."""
    shape = etree.Element(xdr("sp"), macro="", textlink="")
    _named(etree.SubElement(shape, xdr("nvSpPr")), number, name, "cNvSpPr")
    shape.append(_connector_properties(geometry, arrow=arrow))
    return shape


def either(native: etree._Element, plain: etree._Element) -> etree._Element:
    """Answer a choice: `native` for Excel, `plain` for programs that take the fallback."""
    both = etree.Element(f"{{{MC}}}AlternateContent", nsmap={"mc": MC})
    choice = etree.SubElement(both, f"{{{MC}}}Choice", nsmap={"a14": A14}, Requires="a14")
    choice.append(native)
    etree.SubElement(both, f"{{{MC}}}Fallback").append(plain)
    return both


def _named(
    parent: etree._Element, number: int, name: str, kind: str, **attributes: str
) -> etree._Element:
    etree.SubElement(parent, xdr("cNvPr"), id=str(number), name=name)
    return etree.SubElement(parent, xdr(kind), attributes)


def _transform(properties: etree._Element, box: Box) -> None:
    transform = etree.SubElement(properties, a("xfrm"))
    _place(transform, (box[0], box[1]), (box[2], box[3]))


def _place(transform: etree._Element, offset: tuple[int, int], extent: tuple[int, int]) -> None:
    # Excel ignores the offset of a top-level object, but reads only those not negative.
    etree.SubElement(transform, a("off"), x=str(offset[0]), y=str(offset[1]))
    etree.SubElement(transform, a("ext"), cx=str(extent[0]), cy=str(extent[1]))


def _preset(properties: etree._Element, preset: str, adjustments: tuple[int, ...]) -> None:
    geometry = etree.SubElement(properties, a("prstGeom"), prst=preset)
    guides = etree.SubElement(geometry, a("avLst"))
    for number, value in enumerate(adjustments, 1):
        etree.SubElement(guides, a("gd"), name=f"adj{number}", fmla=f"val {value}")


def _solid(parent: etree._Element, colour: str) -> None:
    etree.SubElement(etree.SubElement(parent, a("solidFill")), a("srgbClr"), val=colour)


def _outline(properties: etree._Element, *, arrow: bool) -> None:
    line = etree.SubElement(properties, a("ln"), w=str(_LINE_WIDTH))
    _solid(line, _BLACK)
    etree.SubElement(line, a("prstDash"), val="solid")
    etree.SubElement(line, a("miter"), lim="800000")
    if arrow:
        etree.SubElement(line, a("tailEnd"), type="triangle", w="med", len="med")


def _connector_properties(geometry: ConnectorGeometry, *, arrow: bool) -> etree._Element:
    properties = etree.Element(xdr("spPr"))
    transform = etree.SubElement(properties, a("xfrm"))
    if geometry.rotation:
        transform.set("rot", str(geometry.rotation))
    if geometry.flip_horizontal:
        transform.set("flipH", "1")
    if geometry.flip_vertical:
        transform.set("flipV", "1")
    _place(transform, geometry.offset, geometry.extent)
    _preset(properties, geometry.preset, geometry.adjustments)
    etree.SubElement(properties, a("noFill"))
    _outline(properties, arrow=arrow)
    return properties


def _text_body(shape: etree._Element, label: Label | None) -> None:
    body = etree.SubElement(shape, xdr("txBody"))
    insets = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), "0")
    etree.SubElement(
        body,
        a("bodyPr"),
        {"vertOverflow": "overflow", "horzOverflow": "overflow", "wrap": "none", **insets},
        rtlCol="0",
        anchor="ctr",
    )
    etree.SubElement(body, a("lstStyle"))
    for line in label.lines if label else ("",):
        paragraph = etree.SubElement(body, a("p"))
        etree.SubElement(paragraph, a("pPr"), algn="ctr")
        if label:
            _run(paragraph, line, label.font)


def _run(paragraph: etree._Element, text: str, font: Font) -> None:
    run = etree.SubElement(paragraph, a("r"))
    properties = etree.SubElement(
        run,
        a("rPr"),
        lang="id-ID",
        sz=str(round(font.size * 100)),
        b="1" if font.bold else "0",
    )
    _solid(properties, _BLACK)
    etree.SubElement(properties, a("latin"), typeface=font.family)
    etree.SubElement(run, a("t")).text = text
