"""How an object looks: preset, text, fill, outline and arrow heads."""

import math
from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree
from msgspec import Struct

from sopeditor.excel.names import a, xdr
from sopeditor.excel.reader.numbers import attribute, whole
from sopeditor.excel.reader.texts import shape_text
from sopeditor.foundation.geometry import Point, Polyline

_ALONG, _DOWN = (Point(0, 0.5), Point(1, 0.5)), (Point(0.5, 0), Point(0.5, 1))
#: Block arrows: the path along each, and whether a head is at its start and at its end.
_BLOCK_ARROWS: Mapping[str, tuple[Polyline, tuple[bool, bool]]] = MappingProxyType(
    {
        "rightArrow": (_ALONG, (False, True)),
        "notchedRightArrow": (_ALONG, (False, True)),
        "stripedRightArrow": (_ALONG, (False, True)),
        "leftArrow": (_ALONG, (True, False)),
        "leftRightArrow": (_ALONG, (True, True)),
        "downArrow": (_DOWN, (False, True)),
        "upArrow": (_DOWN, (True, False)),
        "upDownArrow": (_DOWN, (True, True)),
    }
)
#: A free form whose ends are nearer than this share of its frame is an outline.
_CLOSED = 0.02


class Looks(Struct, frozen=True, kw_only=True):
    """What of an object's looks tells its meaning.

    `preset` is empty for a free form. `adjustments` are shares of the frame. `head` is an
    arrow at the start of a line, `tail` one at its end. `path` is that of an open free form
    or along a block arrow, in shares of the frame; empty for all else.
    """

    preset: str
    adjustments: tuple[float, ...] = ()
    text: str = ""
    text_box: bool = False
    filled: bool = True
    outlined: bool = True
    head: bool = False
    tail: bool = False
    path: Polyline = ()


def read_looks(element: etree._Element) -> Looks:
    """Answer the looks of a shape, connector or picture."""
    properties = element.find(xdr("spPr"))
    geometry = properties.find(a("prstGeom")) if properties is not None else None
    line = properties.find(a("ln")) if properties is not None else None
    preset = attribute(geometry, "prst")
    path, arrow_heads = _BLOCK_ARROWS.get(preset, ((), (False, False)))
    return Looks(
        preset=preset,
        adjustments=_adjustments(geometry),
        text=shape_text(element.find(xdr("txBody"))),
        text_box=attribute(next(element.iter(xdr("cNvSpPr")), None), "txBox") in {"1", "true"},
        filled=properties is None or properties.find(a("noFill")) is None,
        outlined=_outlined(element, line),
        head=_arrow(line, "headEnd") or arrow_heads[0],
        tail=_arrow(line, "tailEnd") or arrow_heads[1],
        path=path or _free_path(properties),
    )


def _free_path(properties: etree._Element | None) -> Polyline:
    """Answer the path of a free form that is one open line, in shares of its frame."""
    form = properties.find(a("custGeom")) if properties is not None else None
    paths = list(form.iter(a("path"))) if form is not None else []
    if len(paths) != 1 or paths[0].find(a("close")) is not None:
        return ()
    sides = [max(1, whole(attribute(paths[0], name))) for name in ("w", "h")]
    # Of a curve only the end counts: what lies between says nothing about where it leads.
    ends = [list(part.iter(a("pt")))[-1:] for part in paths[0]]
    points = [
        Point(*(whole(attribute(pt, n)) / side for n, side in zip("xy", sides, strict=True)))
        for pt in (pt for found in ends for pt in found)
    ]
    is_open = len(points) > 1 and math.dist(points[0], points[-1]) > _CLOSED
    return tuple(points) if is_open else ()


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
