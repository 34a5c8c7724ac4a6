"""Short texts inside symbols: captions, and the numbers of page links."""

from msgspec.structs import replace

from sopeditor.foundation.geometry import Point, Rect, Size
from sopeditor.layout.context import Context
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import Align, PlacedText
from sopeditor.layout.wrapping import Wrapped
from sopeditor.model.symbol import SymbolKind

#: Type inside symbols, from large to small; what does not fit in the last is cut.
_SIZES = (7.0, 6.5, 6.0, 5.5)
#: The share of a symbol's width and height that text may fill.
_ROOM = {
    SymbolKind.PROCESS: (0.94, 0.94),
    SymbolKind.TERMINATOR: (0.88, 0.80),
    SymbolKind.DECISION: (0.62, 0.60),
}
#: The pentagon's point takes its lowest fifth.
_LINK_BODY = 0.8


def caption_text(
    context: Context, caption: str, kind: SymbolKind, symbol: Rect
) -> PlacedText | None:
    """Answer the caption of a symbol, as large as fits; None for an empty one."""
    if not caption.strip():
        return None
    share = _ROOM[kind]
    room = Rect.centred(symbol.centre, Size(symbol.width * share[0], symbol.height * share[1]))
    for size in _SIZES:
        font = replace(context.fonts.small, size=size)
        lines = context.setter.lines(caption, font, room.width)
        whole = context.setter.longest_word(caption, font) <= room.width
        if whole and len(lines) * font.size <= room.height:
            return _text(context, room, Wrapped(lines, caption), font)
    font = replace(context.fonts.small, size=_SIZES[-1])
    lines = context.setter.lines(caption, font, room.width)
    most = max(1, int(room.height // font.size))
    shown = Wrapped(context.setter.cut(lines, most), caption)
    return _text(context, room, shown, font)


def link_text(context: Context, number: int, link: Rect) -> PlacedText:
    """Answer the number inside a page link's pentagon."""
    height = link.height * _LINK_BODY
    room = Rect.centred(Point(link.centre.x, link.top + height / 2), Size(link.width - 1.5, height))
    font = replace(context.fonts.small, size=min(7.0, context.fonts.small.size))
    while font.size > _SIZES[-1] and context.setter.width(str(number), font) > room.width:
        font = replace(font, size=font.size - 0.5)
    return _text(context, room, Wrapped((str(number),), str(number)), font)


def _text(context: Context, room: Rect, words: Wrapped, font: Font) -> PlacedText:
    return PlacedText(
        rect=room,
        lines=words.lines,
        font=font,
        raw=words.raw,
        pitch=font.size * min(context.style.pitch, 1.0),
        align=Align.CENTRE,
    )
