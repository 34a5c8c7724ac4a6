"""Colours of a palette that make text hard to read, moved until it is read easily."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

#: What small text needs at least against its ground (WCAG 2.1, 1.4.3).
LEAST_CONTRAST = 4.5
_STEP = 104
_LIGHTEST = 255
_SEEN = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)
_Role = QPalette.ColorRole


def make_legible(application: QApplication) -> None:
    """Let words in empty fields and words that are selected stand out; keep all other colours."""
    palette = application.palette()
    own = QPalette(palette)
    base = palette.color(_Role.Base)
    faint = faint_on(base, palette.color(_Role.PlaceholderText), palette.color(_Role.Text))
    accent = ground_under(palette.color(_Role.Highlight), palette.color(_Role.HighlightedText))
    changed = False
    for role, colour in ((_Role.PlaceholderText, faint), (_Role.Highlight, accent)):
        if colour != palette.color(role):
            changed = True
            for group in _SEEN:
                own.setColor(group, role, colour)
    if changed:
        application.setPalette(own)


def faint_on(base: QColor, faint: QColor, text: QColor) -> QColor:
    """Answer a faint colour, as near to that of text as it must be to be read on `base`."""
    result = QColor(faint)
    while contrast(over(base, result), base) < LEAST_CONTRAST and result != text:
        strength = min(_LIGHTEST, result.alpha() + 8)
        result = QColor(text)
        result.setAlpha(strength)
    return result


def ground_under(ground: QColor, text: QColor) -> QColor:
    """Answer a ground, darkened or lightened until `text` is read on it."""
    result = QColor(ground)
    lighter = text.lightness() < ground.lightness()
    while contrast(text, result) < LEAST_CONTRAST and 0 < result.lightness() < _LIGHTEST:
        result = result.lighter(_STEP) if lighter else result.darker(_STEP)
    return result


def over(base: QColor, colour: QColor) -> QColor:
    """Answer how a colour that is partly see-through looks on `base`."""
    share = colour.alphaF()
    parts = zip(
        (colour.red(), colour.green(), colour.blue()),
        (base.red(), base.green(), base.blue()),
        strict=True,
    )
    return QColor(*(round(front * share + back * (1 - share)) for front, back in parts))


def contrast(one: QColor, other: QColor) -> float:
    """Answer the contrast of two colours, from 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
