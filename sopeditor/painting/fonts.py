"""Typefaces: Arimo stands for Arial, so that a page breaks alike on every machine."""

from functools import lru_cache
from threading import get_ident

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from sopeditor import assets
from sopeditor.layout.measure import Font

#: Qt lays out text in whole pixels of a size; fonts are set this much larger and scaled
#: back, so that advances are exact to 1/20 point and never hinted.
TEXT_SCALE = 20

_STAND_INS = {"Arial": "Arimo"}


def load_fonts() -> None:
    """Register the bundled typefaces, before any text is measured; once is enough."""
    if QFontDatabase.hasFamily("Arimo"):
        return
    for path in assets.font_files():
        QFontDatabase.addApplicationFont(str(path))


def scaled_font(font: Font) -> QFont:
    """Answer the Qt font of `font`, `TEXT_SCALE` times its size in points as pixels."""
    # One for each thread: a Qt font keeps what the thread that used it last has loaded.
    return _scaled_font(font, get_ident())


@lru_cache(maxsize=128)
def _scaled_font(font: Font, _thread: int) -> QFont:
    result = QFont(_STAND_INS.get(font.family, font.family))
    result.setPixelSize(max(1, round(font.size * TEXT_SCALE)))
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    result.setKerning(False)
    result.setItalic(font.italic)
    if font.bold:
        _embolden(result)
    return result


def qfont(font: Font) -> QFont:
    """Answer the Qt font of `font` at its size in points, for editors on the screen."""
    result = QFont(scaled_font(font))
    result.setPointSizeF(font.size)
    return result


def missing_family(family: str) -> bool:
    """Answer whether the machine lacks `family`, so that measures are of another font."""
    if family in _STAND_INS:
        return False
    return QFontInfo(QFont(family)).family().casefold() != family.casefold()


def _embolden(font: QFont) -> None:
    # A variable font takes its weight from the axis alone: with setBold as well it would
    # be emboldened twice. Other families know nothing of the axis.
    if font.family() in _STAND_INS.values():
        font.setVariableAxis(QFont.Tag("wght"), 700)
    else:
        font.setBold(True)
