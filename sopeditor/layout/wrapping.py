"""Wrapping text to lines as a workbook does: at spaces, after hyphens, never at a slash.

Longer words are cut hard, explicit line breaks are kept. Widths add up exactly because
text is measured without kerning; so every word is measured once.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from sopeditor.layout.measure import Font, TextMeasurer

#: Spaces, the part of a word up to and with a hyphen, or the (rest of a) word.
_TOKEN = re.compile(r"\s+|\S+?-(?=[^\s-])|\S+")


class Wrapped(Struct, frozen=True, gc=False):
    """Text in lines, and as it was before wrapping."""

    lines: tuple[str, ...]
    raw: str


NOTHING = Wrapped((), "")


class _Word(Struct, frozen=True, gc=False):
    """A piece that a line does not break, with the space before it; widths in points."""

    gap: str
    gap_width: float
    text: str
    width: float


class _OneFont:
    """Words and lines in one font."""

    def __init__(self, measurer: TextMeasurer, font: Font) -> None:
        self._measurer = measurer
        self._font = font
        self._widths: dict[str, float] = {}
        self._words: dict[str, tuple[tuple[_Word, ...], ...]] = {}
        self._lines: dict[tuple[str, float], tuple[str, ...]] = {}

    def width(self, text: str) -> float:
        known = self._widths.get(text)
        if known is None:
            known = self._widths[text] = self._measurer.width(text, self._font)
        return known

    @property
    def texts(self) -> int:
        return len(self._lines)

    def longest_word(self, text: str) -> float:
        return max((word.width for words in self._split(text) for word in words), default=0.0)

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        known = self._lines.get((text, width))
        if known is None:
            paragraphs = self._split(text)
            known = tuple(line for words in paragraphs for line in self._wrap(words, width))
            self._lines[text, width] = known
        return known

    def _split(self, text: str) -> tuple[tuple[_Word, ...], ...]:
        """Answer the words of each paragraph."""
        known = self._words.get(text)
        if known is None:
            paragraphs = text.strip("\n").split("\n")
            known = self._words[text] = tuple(tuple(self._measured(p)) for p in paragraphs)
        return known

    def _measured(self, paragraph: str) -> Iterator[_Word]:
        gap = ""
        for token in _TOKEN.findall(paragraph):
            if token.isspace():
                gap = token
                continue
            yield _Word(gap, self.width(gap) if gap else 0.0, token, self.width(token))
            gap = ""

    def _wrap(self, words: tuple[_Word, ...], width: float) -> Iterator[str]:
        line, used = "", 0.0
        for word in words:
            if line and used + word.gap_width + word.width <= width:
                line += word.gap + word.text
                used += word.gap_width + word.width
                continue
            if line:
                yield line
            line, used = word.text, word.width
            if used > width:
                *full, line = self._pieces(word.text, width)
                yield from full
                used = self.width(line)
        yield line

    def _pieces(self, word: str, width: float) -> list[str]:
        """Answer a word in pieces that fit; at least one character each."""
        pieces, start, used = [], 0, 0.0
        for index, letter in enumerate(word):
            step = self.width(letter)
            if index > start and used + step > width:
                pieces.append(word[start:index])
                start, used = index, 0.0
            used += step
        return [*pieces, word[start:]]


class Typesetter:
    """Wraps text; remembers what it measured, for as many layouts as it is used for."""

    def __init__(self, measurer: TextMeasurer) -> None:
        self._measurer = measurer
        self._fonts: dict[Font, _OneFont] = {}

    @property
    def texts(self) -> int:
        """How many wrapped texts are remembered."""
        return sum(font.texts for font in self._fonts.values())

    def width(self, text: str, font: Font) -> float:
        """Answer the width of `text` on one line, in points."""
        return self._in(font).width(text)

    def widest(self, lines: tuple[str, ...], font: Font) -> float:
        """Answer the width of the widest of `lines`; 0 for none."""
        return max((self.width(line, font) for line in lines), default=0.0)

    def longest_word(self, text: str, font: Font) -> float:
        """Answer the width of the widest piece that wrapping would have to cut."""
        return self._in(font).longest_word(text)

    def lines(self, text: str, font: Font, width: float) -> tuple[str, ...]:
        """Answer the lines of `text` in `width` points; none for blank text."""
        return self._in(font).lines(text, width) if text.strip() else ()

    def cut(self, lines: tuple[str, ...], count: int) -> tuple[str, ...]:
        """Answer at most `count` lines; an ellipsis tells where text was left out."""
        if len(lines) <= count:
            return lines
        return (*lines[: count - 1], lines[count - 1].rstrip() + "…") if count else ()

    def _in(self, font: Font) -> _OneFont:
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = _OneFont(self._measurer, font)
        return known
