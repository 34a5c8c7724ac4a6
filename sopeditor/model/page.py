"""Paper and type of a document."""

from enum import StrEnum

from msgspec import Struct

from sopeditor.foundation.geometry import Size
from sopeditor.foundation.units import mm_to_pt
from sopeditor.model.foreign import NOTHING_FOREIGN, ForeignMarkup


class Paper(StrEnum):
    """A paper that government offices stock."""

    F4 = "F4"
    A4 = "A4"
    LEGAL = "Legal"
    LETTER = "Letter"


class Orientation(StrEnum):
    """Which way the paper lies."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


#: Width and height of each paper upright, in millimetres.
_UPRIGHT_MM = {
    Paper.F4: (215.0, 330.0),
    Paper.A4: (210.0, 297.0),
    Paper.LEGAL: (215.9, 355.6),
    Paper.LETTER: (215.9, 279.4),
}


class Margins(Struct, frozen=True, kw_only=True):
    """Free edges of the paper, in millimetres."""

    top: float = 15.0
    right: float = 15.0
    bottom: float = 12.0
    left: float = 15.0


class PageSetup(Struct, frozen=True, kw_only=True):
    """Paper, edges and type.

    `foot_zone` (mm) above the lower margin stays free of the table: there the mark of
    the electronic signature is stamped later. `font_size` is that of the body, in points.
    """

    paper: Paper = Paper.F4
    orientation: Orientation = Orientation.LANDSCAPE
    margins: Margins = Margins()
    foot_zone: float = 20.0
    font_family: str = "Arial"
    font_size: float = 8.0
    foreign: ForeignMarkup = NOTHING_FOREIGN

    @property
    def size(self) -> Size:
        """The paper as it lies, in points."""
        width, height = (mm_to_pt(side) for side in _UPRIGHT_MM[self.paper])
        if self.orientation is Orientation.LANDSCAPE:
            return Size(height, width)
        return Size(width, height)
