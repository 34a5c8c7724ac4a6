"""How wide text is: asked of whoever knows fonts, so that layout needs none."""

from typing import Protocol

from msgspec import Struct


class Font(Struct, frozen=True):
    """A typeface at a size in points."""

    family: str
    size: float
    bold: bool = False
    italic: bool = False


class TextMeasurer(Protocol):
    """Tells how wide a text runs on one line."""

    def width(self, text: str, font: Font) -> float:
        """Answer the advance width of `text` in points, unhinted and without kerning."""
        ...
