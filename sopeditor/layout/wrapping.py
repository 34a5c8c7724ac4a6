"""Wrapping text to lines as a workbook does: at spaces, after hyphens, never at a slash.

Longer words are cut hard, explicit line breaks are kept. Widths add up exactly because
text is measured without kerning; so every word is measured once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sopeditor.layout.measure import Font, TextMeasurer

#: Spaces, the part of a word up to and with a hyphen, or the (rest of a) word.
_TOKEN = re.compile(r"\s+|\S+?-(?=[^\s-])|\S+")


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Text in lines, and as it was before wrapping."""

    lines: tuple[str, ...]
    raw: str


NOTHING = Wrapped((), "")


class Typesetter:
    """Wraps text; remembers what it measured, so it lives as long as one layout."""

    def __init__(self, measurer: TextMeasurer) -> None:
        self._measurer = measurer
        self._widths: dict[tuple[str, Font], float] = {}
        self._lines: dict[tuple[str, Font, float], tuple[str, ...]] = {}
        self._longest: dict[tuple[str, Font], float] = {}

    def width(self, text: str, font: Font) -> float:
        """Answer the width of `text` on one line, in points."""
        key = (text, font)
        if key not in self._widths:
            self._widths[key] = self._measurer.width(text, font)
        return self._widths[key]

    def widest(self, lines: tuple[str, ...], font: Font) -> float:
        """Answer the width of the widest of `lines`; 0 for none."""
        return max((self.width(line, font) for line in lines), default=0.0)

    def longest_word(self, text: str, font: Font) -> float:
        """Answer the width of the widest piece that wrapping would have to cut."""
        key = (text, font)
        if key not in self._longest:
            pieces = (token for token in _TOKEN.findall(text) if not token.isspace())
            self._longest[key] = max((self.width(piece, font) for piece in pieces), default=0.0)
        return self._longest[key]

    def lines(self, text: str, font: Font, width: float) -> tuple[str, ...]:
        """Answer the lines of `text` in `width` points; none for blank text."""
        if not text.strip():
            return ()
        key = (text, font, width)
        if key not in self._lines:
            paragraphs = text.strip("\n").split("\n")
            self._lines[key] = tuple(
                line for paragraph in paragraphs for line in self._wrap(paragraph, font, width)
            )
        return self._lines[key]

    def cut(self, lines: tuple[str, ...], count: int) -> tuple[str, ...]:
        """Answer at most `count` lines; an ellipsis tells where text was left out."""
        if len(lines) <= count:
            return lines
        return (*lines[: count - 1], lines[count - 1].rstrip() + "…") if count else ()

    def _wrap(self, paragraph: str, font: Font, width: float) -> Iterator[str]:
        line, used, gap = "", 0.0, ""
        for token in _TOKEN.findall(paragraph):
            if token.isspace():
                gap = token
                continue
            advance = self.width(token, font)
            room = width - used - (self.width(gap, font) if gap else 0.0)
            if line and advance > room:
                yield line
                line, used, gap = "", 0.0, ""
            *full, rest = self._pieces(token, advance, font, width)
            yield from full
            if full:
                advance = self.width(rest, font)
            line, used, gap = self._joined(line, gap, rest), self._end(used, gap, advance, font), ""
        yield line

    @staticmethod
    def _joined(line: str, gap: str, word: str) -> str:
        return line + gap + word if line else word

    def _end(self, used: float, gap: str, advance: float, font: Font) -> float:
        """Answer where the line ends now; a space at its start does not count."""
        return used + (self.width(gap, font) if gap and used else 0.0) + advance

    def _pieces(self, word: str, advance: float, font: Font, width: float) -> list[str]:
        """Answer a word in pieces that fit; at least one character each."""
        if advance <= width:
            return [word]
        pieces, start, used = [], 0, 0.0
        for index, letter in enumerate(word):
            step = self.width(letter, font)
            if index > start and used + step > width:
                pieces.append(word[start:index])
                start, used = index, 0.0
            used += step
        return [*pieces, word[start:]]
