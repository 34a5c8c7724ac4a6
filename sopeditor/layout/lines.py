"""How much height and width text takes: as a workbook gives it, so that both agree.

Heights of n lines are n times the default row of the font; the usable width of a cell is
its pixels less five, times 0.96, which breaks no line that a spreadsheet would not, and
leaves three points free beside its borders.
"""

import math

from sopeditor.foundation.geometry import Rect
from sopeditor.foundation.units import pt_to_px, px_to_pt
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import Align, PlacedText, VerticalAlign
from sopeditor.layout.style import grid_up
from sopeditor.layout.wrapping import Typesetter, Wrapped

#: Default row heights of Excel, in points, by typeface and size.
_ROWS = {
    ("Arial", 8.0): 11.25,
    ("Arial", 10.0): 12.75,
    ("Arial", 11.0): 14.25,
    ("Arial", 12.0): 15.0,
    ("Arial", 14.0): 18.0,
    ("Arial", 16.0): 20.25,
    ("Bookman Old Style", 12.0): 15.75,
}
#: Ascent and descent of a typeface, in ems; the last for those not named.
_EM_HEIGHTS = {"Arial": 1.117, "Arial Narrow": 1.146, "Calibri": 1.221, "Times New Roman": 1.107}
_EM_HEIGHT = 1.25
#: Pixels of a cell that text never uses, and the share of the rest that is safe to use.
_CELL_EDGES_PX = 5.0
_SAFE_SHARE = 0.96
#: Free at the left and right of text in a cell, in points.
_PADDING = 3.0
#: Added to the lines of a row, in points.
_ROW_EXTRA = 3.0


def line_height(font: Font) -> float:
    """Answer the height that one line of a font takes in a row, in points."""
    known = _ROWS.get((font.family, font.size))
    if known is not None:
        return known
    em = pt_to_px(font.size) * _EM_HEIGHTS.get(font.family, _EM_HEIGHT)
    return px_to_pt(math.ceil(em) + 3)


def text_height(count: int, font: Font) -> float:
    """Answer the height of a row of `count` lines, on the grid; 0 for no line."""
    return grid_up(count * line_height(font) + _ROW_EXTRA) if count else 0.0


def lines_in(height: float, font: Font) -> int:
    """Answer how many lines a row of `height` holds, at least one."""
    return max(1, math.floor((height - _ROW_EXTRA) / line_height(font)))


def usable_width(cell_width: float) -> float:
    """Answer how wide the lines in a cell may be, in points."""
    safe = (cell_width - px_to_pt(_CELL_EDGES_PX)) * _SAFE_SHARE
    return max(0.0, min(safe, cell_width - 2 * _PADDING))


def cell_width_for(text_width: float) -> float:
    """Answer the width of the narrowest cell on the grid whose lines may be so wide."""
    safe = text_width / _SAFE_SHARE + px_to_pt(_CELL_EDGES_PX)
    return grid_up(max(safe, text_width + 2 * _PADDING))


def inset(cell: Rect) -> Rect:
    """Answer the box for the text of a cell."""
    return Rect(
        cell.x + _PADDING,
        cell.y + _ROW_EXTRA / 2,
        max(0.0, cell.width - 2 * _PADDING),
        max(0.0, cell.height - _ROW_EXTRA),
    )


def placed(
    rect: Rect,
    words: Wrapped,
    font: Font,
    pitch: float,
    align: Align = Align.LEFT,
    valign: VerticalAlign = VerticalAlign.MIDDLE,
) -> PlacedText | None:
    """Answer words in the cell `rect`, lines `pitch` ems apart; None where there are none."""
    if not words.raw.strip():
        return None
    return PlacedText(
        rect=inset(rect),
        lines=words.lines,
        font=font,
        pitch=pitch * font.size,
        raw=words.raw,
        align=align,
        valign=valign,
    )


def cell_lines(setter: Typesetter, text: str, font: Font, cell_width: float) -> tuple[str, ...]:
    """Answer the lines of `text` in a cell."""
    return setter.lines(text, font, usable_width(cell_width))
