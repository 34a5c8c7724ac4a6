"""Strokes: the few things that every surface can paint, in points.

A `Drawing` is what is on a page, from back to front. Screen, PDF, PNG and print paint
it with one painter; SVG writes it.
"""

from enum import StrEnum

from msgspec import Struct

from sopeditor.foundation.geometry import Point, Rect, Size
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import Align


class Ink(StrEnum):
    """What a colour is for; the theme says which colour it is."""

    LINE = "line"
    TEXT = "text"
    PAPER = "paper"
    SYMBOL_FILL = "symbol_fill"
    HEADER_FILL = "header_fill"
    NUMBER_FILL = "number_fill"
    MUTED = "muted"


class Pen(Struct, frozen=True, gc=False):
    """A line's ink and width in points; `dashed` for what is provisional."""

    ink: Ink
    width: float
    dashed: bool = False


class MoveTo(Struct, frozen=True, gc=False):
    """Start a new part of the path at `to`."""

    to: Point


class LineTo(Struct, frozen=True, gc=False):
    """A straight piece to `to`."""

    to: Point


class CurveTo(Struct, frozen=True, gc=False):
    """A cubic Bezier piece to `to`."""

    first: Point
    second: Point
    to: Point


class Close(Struct, frozen=True, gc=False):
    """A straight piece back to the start of this part."""


PathPart = MoveTo | LineTo | CurveTo | Close


class PathStroke(Struct, frozen=True, gc=False):
    """An outline, filled, drawn or both."""

    parts: tuple[PathPart, ...]
    pen: Pen | None = None
    fill: Ink | None = None


class TextStroke(Struct, frozen=True, gc=False):
    """One line of text; `origin` lies on its base line, at the end that `align` names.

    Centred text has its middle there, right-aligned text its right end: so that drawing
    need not know how wide text is.
    """

    text: str
    origin: Point
    font: Font
    align: Align = Align.LEFT
    ink: Ink = Ink.TEXT


class ImageStroke(Struct, frozen=True, gc=False):
    """A PNG picture stretched over `rect`."""

    png: bytes
    rect: Rect


Stroke = PathStroke | TextStroke | ImageStroke


class Drawing(Struct, frozen=True, gc=False):
    """A page's strokes from back to front, on paper of `size`."""

    size: Size
    strokes: tuple[Stroke, ...]


def rectangle(rect: Rect, pen: Pen | None = None, fill: Ink | None = None) -> PathStroke:
    """Answer the outline of a box."""
    return PathStroke(
        (
            MoveTo(Point(rect.left, rect.top)),
            LineTo(Point(rect.right, rect.top)),
            LineTo(Point(rect.right, rect.bottom)),
            LineTo(Point(rect.left, rect.bottom)),
            Close(),
        ),
        pen,
        fill,
    )
