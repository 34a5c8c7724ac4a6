"""The paper as the layout uses it: what may be printed on, what stays free."""

import math

from msgspec import Struct

from sopeditor.foundation.geometry import Rect, Size
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.units import mm_to_pt
from sopeditor.layout.style import PIXEL, grid_down
from sopeditor.model.page import Margins, PageSetup

#: Margins that leave less of the paper than this share are not obeyed.
_LEAST_SHARE = 0.5
#: The foot zone leaves at least this share of the printable height to the table.
_LEAST_BODY = 0.6
_DEFAULT_MARGINS = Margins()
#: The lowest part of the paper that the page number needs, however small the margin.
_NUMBER_HEIGHT = 18.0


class Sheet(Struct, frozen=True, kw_only=True):
    """Paper, the box inside the margins and the foot zone, in points.

    `body` is what tables and texts fill: it ends where the foot zone begins, begins on a
    whole pixel, and its width and height are on the grid.
    """

    paper: Size
    printable: Rect
    foot_zone: Rect
    body: Rect
    notes: tuple[Message, ...] = ()

    @property
    def page_number(self) -> Rect:
        """The box of the page number: the lower margin, as wide as the body."""
        top = min(self.printable.bottom, self.paper.height - _NUMBER_HEIGHT)
        return Rect.spanning(self.body.left, top, self.body.right, self.paper.height)


def sheet_of(page: PageSetup) -> Sheet:
    """Answer the sheet of a page setup; margins that leave no room are replaced, with a note."""
    printable, notes = _printable(page)
    zone_height = mm_to_pt(page.foot_zone)
    most = printable.height * (1 - _LEAST_BODY)
    if zone_height > most:
        zone_height, notes = most, (*notes, message("layout.note.foot_zone_too_high"))
    zone = Rect.spanning(
        printable.left, printable.bottom - zone_height, printable.right, printable.bottom
    )
    left, top = _pixel_up(printable.left), _pixel_up(printable.top)
    bottom = min(zone.top, page.size.height - _NUMBER_HEIGHT)
    body = Rect(left, top, grid_down(printable.right - left), grid_down(bottom - top))
    centred = body.moved(_pixel_down((printable.right - body.right) / 2), 0.0)
    return Sheet(paper=page.size, printable=printable, foot_zone=zone, body=centred, notes=notes)


def _printable(page: PageSetup) -> tuple[Rect, tuple[Message, ...]]:
    box = _inside(page.size, page.margins)
    wanting = (
        box.width < _LEAST_SHARE * page.size.width or box.height < _LEAST_SHARE * page.size.height
    )
    if wanting:
        note = message("layout.note.margins_too_wide")
        return _inside(page.size, _DEFAULT_MARGINS), (note,)
    return box, ()


def _inside(paper: Size, margins: Margins) -> Rect:
    return Rect.spanning(
        mm_to_pt(margins.left),
        mm_to_pt(margins.top),
        paper.width - mm_to_pt(margins.right),
        paper.height - mm_to_pt(margins.bottom),
    )


def _pixel_up(length: float) -> float:
    return math.ceil(length / PIXEL) * PIXEL


def _pixel_down(length: float) -> float:
    return math.floor(length / PIXEL) * PIXEL
