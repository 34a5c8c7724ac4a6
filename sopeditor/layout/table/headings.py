"""Captions above columns: a long word with a slash goes on in the next line after it.

Wrapping never breaks at a slash, because a workbook does not. In a heading the break is
put into the text itself, so that paper and workbook show the same lines.
"""

import re

from sopeditor.layout.lines import cell_lines, usable_width
from sopeditor.layout.measure import Font
from sopeditor.layout.wrapping import Typesetter, Wrapped

_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"[^/]*/|[^/]+$")


def heading_words(setter: Typesetter, words: str, font: Font, cell_width: float) -> Wrapped:
    """Answer a heading in the lines that fit a cell; its text holds the breaks after slashes."""
    usable = usable_width(cell_width)

    def broken(found: re.Match[str]) -> str:
        word = found.group()
        if "/" not in word or setter.width(word, font) <= usable:
            return word
        return "\n".join(_packed(setter, _PIECE.findall(word), font, usable))

    text = _WORD.sub(broken, words)
    return Wrapped(cell_lines(setter, text, font, cell_width), text)


def widest_piece(setter: Typesetter, words: str, font: Font) -> float:
    """Answer the width of the longest part of a heading that no line breaks."""
    return setter.longest_word(words.replace("/", "/ "), font)


def _packed(setter: Typesetter, pieces: list[str], font: Font, width: float) -> list[str]:
    """Answer pieces of a word joined to lines as long as they fit."""
    lines = pieces[:1]
    for piece in pieces[1:]:
        if setter.width(lines[-1] + piece, font) <= width:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines
