"""Placed text -> text strokes, line by line."""

from sopeditor.drawing.strokes import Ink, TextStroke
from sopeditor.foundation.geometry import Point
from sopeditor.layout.placement import Align, PlacedText, VerticalAlign

#: Height above and depth below the base line of Arial (and Arimo), in ems.
ASCENT = 0.905
DESCENT = 0.212


def draw_text(text: PlacedText, ink: Ink = Ink.TEXT) -> tuple[TextStroke, ...]:
    """Answer one stroke for each line that is not blank."""
    base = _first_base_line(text)
    x = {
        Align.LEFT: text.rect.left,
        Align.CENTRE: text.rect.centre.x,
        Align.RIGHT: text.rect.right,
    }[text.align]
    return tuple(
        TextStroke(line, Point(x, base + index * text.pitch), text.font, text.align, ink)
        for index, line in enumerate(text.lines)
        if line.strip()
    )


def _first_base_line(text: PlacedText) -> float:
    size = text.font.size
    height = (len(text.lines) - 1) * text.pitch + (ASCENT + DESCENT) * size
    top = {
        VerticalAlign.TOP: text.rect.top,
        VerticalAlign.MIDDLE: text.rect.centre.y - height / 2,
        VerticalAlign.BOTTOM: text.rect.bottom - height,
    }[text.valign]
    return top + ASCENT * size
