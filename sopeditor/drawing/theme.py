"""Which colour each ink is."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from sopeditor.drawing.strokes import Ink

#: Red, green and blue, 0 to 255.
Colour = tuple[int, int, int]


class Theme(Struct, frozen=True):
    """A colour for every ink."""

    colours: Mapping[Ink, Colour]

    def colour(self, ink: Ink) -> Colour:
        """Answer the colour of an ink."""
        return self.colours[ink]


#: What goes onto paper: black on white, headings on light grey (domain: no fill to light
#: grey is what signed documents show), symbols white so that lines end at their edge.
PAPER_THEME = Theme(
    MappingProxyType(
        {
            Ink.LINE: (0, 0, 0),
            Ink.TEXT: (0, 0, 0),
            Ink.PAPER: (255, 255, 255),
            Ink.SYMBOL_FILL: (255, 255, 255),
            Ink.HEADER_FILL: (230, 233, 237),
            Ink.NUMBER_FILL: (243, 244, 246),
            Ink.MUTED: (90, 90, 90),
        }
    )
)
