"""The emblem on the cover, in the upper part of its cell, its shape kept."""

import struct

from sopeditor.drawing.strokes import ImageStroke
from sopeditor.foundation.geometry import Rect, Size
from sopeditor.layout.placement import CellRole, PlacedCell
from sopeditor.model.identity import Logo


def draw_logo(cell: PlacedCell, logo: Logo | None) -> tuple[ImageStroke, ...]:
    """Answer the emblem where `cell` is the one for it."""
    if logo is None or cell.role is not CellRole.COVER_LOGO:
        return ()
    room = logo_room(cell)
    width, height = png_size(logo.png)
    scale = min(room.width / width, room.height / height)
    return (ImageStroke(logo.png, Rect.centred(room.centre, Size(width * scale, height * scale))),)


def logo_room(cell: PlacedCell) -> Rect:
    """Answer the box for the emblem: the cell above its text, with some air."""
    bottom = _text_top(cell) if cell.text else cell.rect.bottom
    return Rect.spanning(cell.rect.left, cell.rect.top, cell.rect.right, bottom).grown(-6)


def _text_top(cell: PlacedCell) -> float:
    text = cell.text
    if text is None or not text.lines:
        return cell.rect.bottom
    return text.rect.bottom - len(text.lines) * text.pitch


def png_size(png: bytes) -> Size:
    """Answer width and height in pixels from a PNG's header; raises ValueError if it is none."""
    if png[:8] != b"\x89PNG\r\n\x1a\n" or len(png) < 24:
        raise ValueError("not a PNG")
    width, height = struct.unpack(">II", png[16:24])
    return Size(float(width), float(height))
