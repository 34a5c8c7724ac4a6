"""Attributes and whole numbers of drawings, as strict as the standard and no stricter."""

import re

from lxml import etree

_WHOLE = re.compile(r"\s*([-+]?[0-9]{1,12})(?:\.[0-9]*)?\s*")
#: Farther than any place on a sheet, in EMU.
_FAR = 10**11


def attribute(element: etree._Element | None, name: str) -> str:
    """Answer an attribute's text; nothing where element or attribute is missing."""
    return "" if element is None else str(element.get(name, ""))


def whole(text: object) -> int:
    """Answer a whole number; 0 for what is none, as programs that draw do."""
    found = _WHOLE.fullmatch(str(text))
    return min(_FAR, max(-_FAR, int(found[1]))) if found else 0
