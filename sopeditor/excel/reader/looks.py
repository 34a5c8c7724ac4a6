"""How an object looks: preset, text, fill, outline and arrow heads."""

from dataclasses import dataclass

from lxml import etree

from sopeditor.excel.names import a, xdr
from sopeditor.excel.reader.numbers import attribute, whole
from sopeditor.excel.reader.texts import shape_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What of an object's looks tells its meaning.

    `preset` is empty for a free form. `adjustments` are shares of the frame. `head` is an
    arrow at the start of a line, `tail` one at its end.
    """

    preset: str
    adjustments: tuple[float, ...] = ()
    text: str = ""
    text_box: bool = False
    filled: bool = True
    outlined: bool = True
    head: bool = False
    tail: bool = False


def read_looks(element: etree._Element) -> Looks:
    """Answer the looks of a shape, connector or picture."""
    properties = element.find(xdr("spPr"))
    geometry = properties.find(a("prstGeom")) if properties is not None else None
    line = properties.find(a("ln")) if properties is not None else None
    return Looks(
        preset=attribute(geometry, "prst"),
        adjustments=_adjustments(geometry),
        text=shape_text(element.find(xdr("txBody"))),
        text_box=attribute(next(element.iter(xdr("cNvSpPr")), None), "txBox") in {"1", "true"},
        filled=properties is None or properties.find(a("noFill")) is None,
        outlined=_outlined(element, line),
        head=_arrow(line, "headEnd"),
        tail=_arrow(line, "tailEnd"),
    )


def _adjustments(geometry: etree._Element | None) -> tuple[float, ...]:
    if geometry is None:
        return ()
    values = {"adj1": 0.5, "adj2": 0.5, "adj3": 0.5}
    for guide in geometry.iter(a("gd")):
        name = attribute(guide, "name")
        value = whole(attribute(guide, "fmla").removeprefix("val ")) / 100_000
        values["adj1" if name == "adj" else name] = value
    return values["adj1"], values["adj2"], values["adj3"]


def _outlined(element: etree._Element, line: etree._Element | None) -> bool:
    if line is not None and line.find(a("noFill")) is not None:
        return False
    if line is not None and len(line):
        return True
    # Without a line of its own a shape has that of its style, where it names one.
    style = element.find(f"{xdr('style')}/{a('lnRef')}")
    return attribute(style, "idx") not in {"", "0"}


def _arrow(line: etree._Element | None, tag: str) -> bool:
    end = line.find(a(tag)) if line is not None else None
    return attribute(end, "type") not in {"", "none"}
