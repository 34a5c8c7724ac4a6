"""The colours around and above the paper, taken from the palette of the desktop."""

from msgspec import Struct
from PySide6.QtGui import QColor, QPalette

#: Contrast against white paper below which an accent is darkened (WCAG 2.1, 1.4.11).
LEAST_CONTRAST = 3.0


class SheetColours(Struct, frozen=True):
    """What the sheet is drawn with where the theme of the paper says nothing."""

    ground: QColor
    shadow: QColor
    accent: QColor
    refusal: QColor
    gone: QColor

    @classmethod
    def of(cls, palette: QPalette) -> "SheetColours":
        """Answer the colours that go with a palette, light or dark."""
        window = palette.color(QPalette.ColorRole.Window)
        dark = window.lightnessF() < 0.5
        return cls(
            ground=window.darker(125 if dark else 112),
            shadow=QColor(0, 0, 0, 130 if dark else 60),
            accent=_on_paper(palette.color(QPalette.ColorRole.Highlight)),
            refusal=QColor(190, 40, 30),
            gone=QColor(110, 110, 110),
        )


def tinted(colour: QColor, alpha: int) -> QColor:
    """Answer a colour, see-through: `alpha` from 0 (not there) to 255."""
    result = QColor(colour)
    result.setAlpha(alpha)
    return result


def _on_paper(colour: QColor) -> QColor:
    """Answer a colour that is seen on white: the palette's, darkened as far as needed."""
    result = QColor(colour)
    while _contrast_with_white(result) < LEAST_CONTRAST:
        result = result.darker(110)
    return result


def _contrast_with_white(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
