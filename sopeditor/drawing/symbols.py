"""The five symbols as outlines (PermenPAN-RB 35/2012, II.B.b)."""

from sopeditor.drawing.strokes import (
    Close,
    CurveTo,
    Ink,
    LineTo,
    MoveTo,
    PathPart,
    PathStroke,
    Pen,
    Stroke,
    rectangle,
)
from sopeditor.drawing.text import draw_text
from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.placement import PlacedLink, PlacedSymbol
from sopeditor.model.symbol import SymbolKind

#: Line width of real documents (domain: 0.75 pt dominant).
SYMBOL_PEN = Pen(Ink.LINE, 0.75)

#: Control points at this share of the radius make a Bezier piece a quarter of a circle.
_CIRCLE = 0.5523


def symbol_path(kind: SymbolKind, rect: Rect) -> tuple[PathPart, ...]:
    """Answer the outline of a symbol that fills `rect`."""
    if kind is SymbolKind.TERMINATOR:
        return _capsule(rect)
    if kind is SymbolKind.DECISION:
        return _diamond(rect)
    return rectangle(rect).parts


def link_path(rect: Rect) -> tuple[PathPart, ...]:
    """Answer the pentagon of a page link: square above, pointed below."""
    shoulder = rect.top + rect.height * 0.8
    return (
        MoveTo(Point(rect.left, rect.top)),
        LineTo(Point(rect.right, rect.top)),
        LineTo(Point(rect.right, shoulder)),
        LineTo(Point(rect.centre.x, rect.bottom)),
        LineTo(Point(rect.left, shoulder)),
        Close(),
    )


def draw_symbol(symbol: PlacedSymbol) -> tuple[Stroke, ...]:
    """Answer outline and caption of a symbol."""
    outline = PathStroke(symbol_path(symbol.kind, symbol.rect), SYMBOL_PEN, Ink.SYMBOL_FILL)
    return (outline, *(draw_text(symbol.caption) if symbol.caption else ()))


def draw_link(link: PlacedLink) -> tuple[Stroke, ...]:
    """Answer outline and number of a page link."""
    return (PathStroke(link_path(link.rect), SYMBOL_PEN, Ink.SYMBOL_FILL), *draw_text(link.text))


def _capsule(rect: Rect) -> tuple[PathPart, ...]:
    radius = min(rect.width, rect.height) / 2
    pull = radius * (1 - _CIRCLE)
    left, right, top, bottom = rect.left, rect.right, rect.top, rect.bottom
    middle = rect.centre.y
    return (
        MoveTo(Point(left + radius, top)),
        LineTo(Point(right - radius, top)),
        CurveTo(Point(right - pull, top), Point(right, top + pull), Point(right, middle)),
        CurveTo(
            Point(right, bottom - pull), Point(right - pull, bottom), Point(right - radius, bottom)
        ),
        LineTo(Point(left + radius, bottom)),
        CurveTo(Point(left + pull, bottom), Point(left, bottom - pull), Point(left, middle)),
        CurveTo(Point(left, top + pull), Point(left + pull, top), Point(left + radius, top)),
        Close(),
    )


def _diamond(rect: Rect) -> tuple[PathPart, ...]:
    centre = rect.centre
    return (
        MoveTo(Point(centre.x, rect.top)),
        LineTo(Point(rect.right, centre.y)),
        LineTo(Point(centre.x, rect.bottom)),
        LineTo(Point(rect.left, centre.y)),
        Close(),
    )
