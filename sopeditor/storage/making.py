"""Writing one element: attributes and children in a fixed order, foreign markup last."""

from collections.abc import Iterable

from lxml import etree

from sopeditor.foundation.text import clean_text
from sopeditor.model.foreign import ForeignMarkup
from sopeditor.storage.foreign import INDENT, restore
from sopeditor.storage.schema import ITEM, Element, new_root, qualified

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


class Maker:
    """Fills one element; all makers of a tree share the list of what is to be restored."""

    def __init__(self, element: Element, kept: list[tuple[Element, ForeignMarkup]]) -> None:
        self._element = element
        self._kept = kept

    @classmethod
    def root(cls) -> "Maker":
        """Answer the maker of a new tree."""
        return cls(new_root(), [])

    def set(self, name: str, value: str | None) -> None:
        """Write an attribute; None writes nothing."""
        if value is not None:
            self._element.set(name, clean_text(value))

    def child(self, name: str) -> "Maker":
        """Answer the maker of a new last child."""
        return Maker(etree.SubElement(self._element, qualified(name)), self._kept)

    def text(self, name: str, text: str) -> None:
        """Write a child that holds `text`."""
        element = etree.SubElement(self._element, qualified(name))
        element.text = clean_text(text) or None

    def items(self, name: str, texts: Iterable[str]) -> None:
        """Write a child with one item a text."""
        holder = self.child(name)
        for text in texts:
            holder.text(ITEM, text)

    def keep(self, markup: ForeignMarkup) -> None:
        """Restore `markup` in this element once the whole tree is made."""
        if markup:
            self._kept.append((self._element, markup))

    def finished(self) -> bytes:
        """Answer the whole tree as UTF-8: one element a line, a fixed declaration.

        Foreign markup comes last so that indenting never touches blanks inside it.
        """
        etree.indent(self._element, INDENT)
        for element, markup in self._kept:
            restore(element, markup)
        return _DECLARATION + etree.tostring(self._element, encoding="UTF-8") + b"\n"
