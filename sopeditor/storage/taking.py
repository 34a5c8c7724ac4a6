"""Reading one element by taking what is known; what remains is foreign markup."""

from collections.abc import Callable
from typing import TypeVar

from lxml import etree

from sopeditor.foundation.text import clean_text
from sopeditor.model.foreign import NOTHING_FOREIGN, ForeignElement, ForeignMarkup
from sopeditor.storage.errors import shortened, unreadable_at
from sopeditor.storage.limits import FIELD_LENGTH, Allowance
from sopeditor.storage.schema import ITEM, Element, local_name, qualified

Value = TypeVar("Value")


class Taker:
    """Takes attributes, texts and children from an element and remembers which.

    Every method raises UnreadableFile that names the element and its line.
    """

    __slots__ = (
        "_allowance", "_attributes", "_children", "_holds_text", "_remembered", "element",
    )  # fmt: skip

    def __init__(self, element: Element, allowance: Allowance | None = None) -> None:
        self.element = element
        self._allowance = allowance or Allowance()
        self._attributes: set[str] = set()
        self._children: list[Taker] = []
        self._holds_text = False
        self._remembered = False

    def value(self, name: str, convert: Callable[[str], Value], default: Value) -> Value:
        """Answer an attribute as `convert` reads it, or `default` where it is absent."""
        return default if self.element.get(name) is None else self.required(name, convert)

    def required(self, name: str, convert: Callable[[str], Value]) -> Value:
        """Answer an attribute that must be there."""
        text = self.element.get(name)
        if text is None:
            raise unreadable_at("attribute_missing", self.element, attribute=name)
        self._attributes.add(name)
        try:
            return convert(self._checked(text))
        except ValueError as error:
            shown = shortened(text)
            raise unreadable_at("bad_value", self.element, attribute=name, value=shown) from error

    def text(self, name: str) -> str:
        """Answer the text of a child; nothing where the child is absent."""
        return self.child(name).own_text() if self._has(name) else ""

    def items(self, name: str) -> tuple[str, ...]:
        """Answer the texts of the items in a child."""
        return tuple(item.own_text() for item in self.child(name).children(ITEM))

    def own_text(self) -> str:
        """Answer the text of this element, blanks and line breaks included."""
        self._holds_text = True
        return self._checked(self.element.text or "")

    def child(self, name: str) -> "Taker":
        """Answer the only child of a name; an empty one where it is absent."""
        found = self.children(name)
        if len(found) > 1:
            raise unreadable_at("repeated", found[1].element)
        return found[0] if found else Taker(etree.Element(qualified(name)), self._allowance)

    def optional_child(self, name: str) -> "Taker | None":
        """Answer the only child of a name, or None."""
        return self.child(name) if self._has(name) else None

    def children(self, name: str) -> list["Taker"]:
        """Answer all children of a name, in their order."""
        elements = self.element.iterchildren(qualified(name))
        found = [Taker(element, self._allowance) for element in elements]
        self._children += found
        return found

    def rest(self) -> ForeignMarkup:
        """Answer what was not taken here and in the children without a rest of their own."""
        self._remembered = True
        return self._untaken()

    def _has(self, name: str) -> bool:
        return next(self.element.iterchildren(qualified(name)), None) is not None

    def _checked(self, text: str) -> str:
        if len(text) > FIELD_LENGTH:
            raise unreadable_at("too_long", self.element, limit=FIELD_LENGTH)
        return clean_text(text)

    def _untaken(self) -> ForeignMarkup:
        if self._holds_text and not len(self.element) and not self.element.attrib:
            return NOTHING_FOREIGN  # as nearly every element that holds a text
        self._refuse_stray_text()
        attributes = tuple(
            (str(name), str(value))
            for name, value in self.element.attrib.items()
            if name not in self._attributes
        )
        elements = tuple(self._unknown_children())
        self._allowance.spend(len(attributes), self.element)
        return ForeignMarkup(attributes, elements, tuple(self._inner()))

    def _unknown_children(self) -> list[ForeignElement]:
        if len(self.element) == len(self._children):
            return []
        # Late: few files hold anything unknown.
        from sopeditor.storage.foreign import foreign_text

        known = {taker.element for taker in self._children}
        found, after = [], 0
        for child in self.element:
            if child in known:
                after += 1
            else:
                self._allowance.spend(1, child)
                found.append(ForeignElement(after, foreign_text(child)))
        return found

    def _inner(self) -> list[tuple[str, ForeignMarkup]]:
        found: list[tuple[str, ForeignMarkup]] = []
        for place, taker in enumerate(self._children):
            if taker._remembered:  # noqa: SLF001 - of the same class
                continue
            rest = taker._untaken()  # noqa: SLF001
            if not rest:
                continue
            path = self._path(place)
            if rest.attributes or rest.elements:
                found.append((path, ForeignMarkup(rest.attributes, rest.elements)))
            found += [(f"{path}/{deeper}", markup) for deeper, markup in rest.inner]
        return found

    def _path(self, place: int) -> str:
        """Answer the name of a child and how many of that name there are up to it."""
        tag = self._children[place].element.tag
        count = sum(taker.element.tag == tag for taker in self._children[: place + 1])
        return f"{local_name(str(tag))}[{count}]"

    def _refuse_stray_text(self) -> None:
        """Text between elements has no place in the model; dropping it would lose it."""
        own = "" if self._holds_text else self.element.text or ""
        if own.strip() or any((child.tail or "").strip() for child in self.element):
            raise unreadable_at("stray_text", self.element)
