"""Text as workbooks hold it: runs to be joined, escaped control characters."""

import re

from lxml import etree
from openpyxl.utils.escape import unescape

from sopeditor.excel.names import SHEET, A
from sopeditor.foundation.text import clean_text

_TEXT = f"{{{SHEET}}}t"
_PHONETIC = f"{{{SHEET}}}rPh"

#: The end of a line that was broken inside a word, and what then goes between.
_INSIDE, _GLUE = re.compile(r"\S[-/]$"), ""


def plain_text(raw: str) -> str:
    """Answer a text of a cell with its escapes read, one kind of line end, and clean."""
    text = unescape(raw) if "_x" in raw else raw
    return clean_text(text.replace("\r\n", "\n").replace("\r", "\n"))


def joined_text(holder: etree._Element) -> str:
    """Answer the text of a shared or inline string; readings of characters are left out."""
    pieces = [
        text.text or ""
        for text in holder.iter(_TEXT)
        if next(text.iterancestors(_PHONETIC), None) is None
    ]
    return plain_text("".join(pieces))


def shape_text(body: etree._Element | None) -> str:
    """Answer the text inside a shape, a line for each paragraph; nothing for None."""
    if body is None:
        return ""
    paragraphs = ["".join(_pieces(p)) for p in body.iter(f"{{{A}}}p")]
    return clean_text("\n".join(paragraphs)).strip()


def _pieces(paragraph: etree._Element) -> list[str]:
    wanted = {f"{{{A}}}t": None, f"{{{A}}}br": "\n"}
    return [wanted[str(e.tag)] or e.text or "" for e in paragraph.iter(*wanted)]


def unwrapped(text: str) -> str:
    """Answer the lines of a short text inside a drawing as one line.

    Whoever draws breaks labels by hand to fit; a line that ends with a hyphen or stroke
    after a word goes on without a blank.
    """
    joined = ""
    for line in (line.strip() for line in text.split("\n")):
        joined += (_GLUE if not joined or _INSIDE.search(joined) else " ") + line if line else ""
    return joined
