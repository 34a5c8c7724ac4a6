"""The upper left of the cover: the emblem, the agency's name and the unit's, centred."""

import struct

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.foundation.geometry import Point, Rect, Size
from sopeditor.layout.context import Context
from sopeditor.layout.lines import line_height, lines_in, placed, usable_width
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import Align, CellRole, PlacedCell, VerticalAlign
from sopeditor.layout.style import grid_up
from sopeditor.layout.wrapping import Wrapped
from sopeditor.model.identity import Logo

#: The emblem is at most so high (about 3 cm) and so much of the block's width.
_MOST_HEIGHT = 90.0
_MOST_WIDTH_SHARE = 0.8
#: Between emblem and name, and above and below the whole.
_GAP = 9.0
_PNG_START = b"\x89PNG\r\n\x1a\n"


class EmblemBlock(Struct, frozen=True):
    """The cells of the block and the box of the emblem, if there is one."""

    cells: tuple[PlacedCell, ...]
    emblem: Rect | None


def emblem_block(context: Context, block: Rect, bold: Font) -> EmblemBlock:
    """Answer the block; the names take at most half of its height.

    The cell of the agency covers all of it; the unit stands in a cell without lines, from
    the agency's last line to the end of the block. They part on the grid, so that a
    workbook, which has a cell for each, has them on the very same height.
    """
    identity = context.document.identity
    agency_font, unit_font = replace(bold, size=bold.size + 2), replace(bold, size=bold.size + 1)
    agency = _lines(context, identity.agency, agency_font, block)
    unit = _lines(context, identity.unit, unit_font, block)
    agency_height = len(agency) * line_height(agency_font)
    names = agency_height + len(unit) * line_height(unit_font)
    size = emblem_size(identity.logo, _room(block, names))
    above = size.height + _GAP if size else 0.0
    top = block.top + (block.height - above - names) / 2
    part = grid_up(top + above + agency_height - block.top)
    top = block.top + part - agency_height - above
    agency_box = Rect(block.left, block.top, block.width, part)
    unit_box = Rect.spanning(block.left, agency_box.bottom, block.right, block.bottom)
    pitch, middle = context.style.pitch, Align.CENTRE
    shown = placed(
        agency_box,
        Wrapped(agency, identity.agency),
        agency_font,
        pitch,
        middle,
        VerticalAlign.BOTTOM,
    )
    below = placed(
        unit_box, Wrapped(unit, identity.unit), unit_font, pitch, middle, VerticalAlign.TOP
    )
    cells = (
        PlacedCell(rect=block, role=CellRole.COVER_LOGO, field="agency", text=shown),
        PlacedCell(rect=unit_box, role=CellRole.FREE, field="unit", text=below),
    )
    centre = Point(block.centre.x, top + above / 2 - _GAP / 2)
    return EmblemBlock(cells, Rect.centred(centre, size) if size else None)


def emblem_size(logo: Logo | None, room: Size) -> Size | None:
    """Answer the largest size of an emblem in a room, its shape kept; None without one."""
    pixels = _png_size(logo.png) if logo else None
    if pixels is None or min(*pixels, *room) <= 0:
        return None
    scale = min(room.width / pixels.width, room.height / pixels.height)
    return Size(pixels.width * scale, pixels.height * scale)


def _png_size(png: bytes) -> Size | None:
    """Answer width and height in pixels from a PNG's header; None when it is no PNG."""
    if png[:8] != _PNG_START or len(png) < 24:
        return None
    width, height = struct.unpack(">II", png[16:24])
    return Size(float(width), float(height))


def _room(block: Rect, names: float) -> Size:
    height = min(_MOST_HEIGHT, block.height - names - 3 * _GAP)
    return Size(block.width * _MOST_WIDTH_SHARE, height)


def _lines(context: Context, text: str, font: Font, block: Rect) -> tuple[str, ...]:
    setter = context.setter
    most = max(1, lines_in(block.height / 2, font) // 2)
    return setter.cut(setter.lines(text, font, usable_width(block.width)), most)
