"""Drawings -> SVG, page below page: real text in the embedded typeface; no Qt here."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import cast

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from lxml import etree

from sopeditor.drawing.strokes import (
    Close,
    CurveTo,
    Drawing,
    ImageStroke,
    Ink,
    LineTo,
    MoveTo,
    PathPart,
    PathStroke,
    Stroke,
    TextStroke,
)
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.foundation.progress import UNWATCHED, Progress
from sopeditor.layout.placement import Align

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_NAMESPACES = cast("Mapping[str, str]", {None: _SVG, "xlink": _XLINK})

#: Distance between pages, in points.
_GAP = 12.0

_ANCHORS = {Align.LEFT: "start", Align.CENTRE: "middle", Align.RIGHT: "end"}


def write_svg(
    drawings: Sequence[Drawing],
    title: str,
    fonts: tuple[Path, Path],
    progress: Progress = UNWATCHED,
) -> bytes:
    """Answer one SVG of all drawings; `fonts` are the upright and the italic Arimo.

    Raises `Cancelled` between two pages.
    """
    height = sum(drawing.size.height for drawing in drawings) + _GAP * (len(drawings) - 1)
    width = max(drawing.size.width for drawing in drawings)
    root = etree.Element(f"{{{_SVG}}}svg", nsmap=_NAMESPACES)
    root.set("width", f"{_number(width)}pt")
    root.set("height", f"{_number(height)}pt")
    root.set("viewBox", f"0 0 {_number(width)} {_number(height)}")
    _child(root, "title").text = title
    _child(root, "style").text = _style(drawings, fonts)
    top = 0.0
    for drawing in progress.over(drawings):
        page = _child(root, "g", transform=f"translate(0 {_number(top)})")
        for stroke in drawing.strokes:
            _write(page, stroke)
        top += drawing.size.height + _GAP
    etree.indent(root, space=" ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _child(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_SVG}}}{tag}", attributes)


def _write(page: etree._Element, stroke: Stroke) -> None:
    match stroke:
        case PathStroke():
            _write_path(page, stroke)
        case TextStroke():
            _write_text(page, stroke)
        case ImageStroke(png, rect):
            image = _child(
                page,
                "image",
                x=_number(rect.x),
                y=_number(rect.y),
                width=_number(rect.width),
                height=_number(rect.height),
            )
            image.set(f"{{{_XLINK}}}href", f"data:image/png;base64,{b64encode(png).decode()}")


def _write_path(page: etree._Element, stroke: PathStroke) -> None:
    path = _child(page, "path", d=" ".join(map(_path_part, stroke.parts)))
    path.set("fill", "none" if stroke.fill is None else _colour(stroke.fill))
    if stroke.pen is not None:
        path.set("stroke", _colour(stroke.pen.ink))
        path.set("stroke-width", _number(stroke.pen.width))
        if stroke.pen.dashed:
            path.set("stroke-dasharray", "3 2")


def _path_part(part: PathPart) -> str:
    match part:
        case MoveTo(to):
            return f"M{_number(to.x)} {_number(to.y)}"
        case LineTo(to):
            return f"L{_number(to.x)} {_number(to.y)}"
        case CurveTo(first, second, to):
            points = (first, second, to)
            return "C" + " ".join(f"{_number(p.x)} {_number(p.y)}" for p in points)
        case Close():
            return "Z"


def _write_text(page: etree._Element, stroke: TextStroke) -> None:
    text = _child(page, "text", x=_number(stroke.origin.x), y=_number(stroke.origin.y))
    text.set("font-size", _number(stroke.font.size))
    text.set("fill", _colour(stroke.ink))
    if stroke.font.bold:
        text.set("font-weight", "700")
    if stroke.font.italic:
        text.set("font-style", "italic")
    if stroke.align is not Align.LEFT:
        text.set("text-anchor", _ANCHORS[stroke.align])
    if stroke.font.family != "Arial":
        text.set("font-family", stroke.font.family)
    text.text = stroke.text


def _style(drawings: Sequence[Drawing], fonts: tuple[Path, Path]) -> str:
    """Answer the typefaces as data and the habits of all text."""
    rules = [
        "text{font-family:Arimo,Arial,sans-serif;font-kerning:none;white-space:pre}",
        *(
            f"@font-face{{font-family:Arimo;font-weight:400 700;font-style:{style};"
            f"src:url(data:font/ttf;base64,{_subset(path, letters)}) format('truetype')}}"
            for path, style, letters in zip(
                fonts, ("normal", "italic"), _letters(drawings), strict=True
            )
            if letters
        ),
    ]
    return "\n".join(rules)


def _letters(drawings: Sequence[Drawing]) -> tuple[str, str]:
    """Answer the letters used upright and in italics."""
    used: tuple[set[str], set[str]] = (set(), set())
    for text in _texts(drawings):
        used[text.font.italic].update(text.text)
    return "".join(sorted(used[0])), "".join(sorted(used[1]))


def _texts(drawings: Sequence[Drawing]) -> Iterator[TextStroke]:
    for drawing in drawings:
        for stroke in drawing.strokes:
            if isinstance(stroke, TextStroke):
                yield stroke


def _subset(path: Path, letters: str) -> str:
    # Time stamps would give other bytes at every export.
    font = TTFont(path, recalcTimestamp=False)
    options = Options()
    options.layout_features = []
    subsetter = Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    data = BytesIO()
    font.save(data)
    return b64encode(data.getvalue()).decode()


def _colour(ink: Ink) -> str:
    return "#{:02x}{:02x}{:02x}".format(*PAPER_THEME.colour(ink))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
