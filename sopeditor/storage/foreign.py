"""Unknown markup: cut out of a tree as text, and put back where it was."""

from lxml import etree

from sopeditor.model.foreign import ForeignElement, ForeignMarkup
from sopeditor.storage.parsing import safe_parser
from sopeditor.storage.schema import TEXT_ELEMENTS, Element, local_name, new_root, qualified

INDENT = "  "


def foreign_text(element: Element) -> str:
    """Answer the XML of an unknown element, the same for the same element in every file.

    The detour over a root of our own settles the order of its namespace declarations.
    """
    root = new_root()
    root.append(_element(etree.tostring(element, encoding="unicode", with_tail=False)))
    return etree.tostring(root[0], encoding="unicode")


def restore(element: Element, markup: ForeignMarkup) -> None:
    """Put `markup` back into the indented `element`, which holds only what we know yet.

    What belonged to an inner element that is gone is dropped with it.
    """
    for path, inner in markup.inner:
        target = element.find(_clark_path(path))
        if target is not None:
            restore(target, inner)
    for name, value in markup.attributes:
        if name not in element.attrib:
            element.set(name, value)
    known = len(element)
    for offset, foreign in enumerate(in_place(markup.elements)):
        _insert(element, min(foreign.after, known) + offset, _element(foreign.xml))


def in_place(elements: tuple[ForeignElement, ...]) -> tuple[ForeignElement, ...]:
    """Answer unknown elements in the order in which they stand in the file."""
    return tuple(sorted(elements, key=_place))


def _place(element: ForeignElement) -> int:
    return element.after


def _element(xml: str) -> Element:
    return etree.fromstring(xml, safe_parser())


def _clark_path(path: str) -> str:
    return "/".join(qualified(part) for part in path.split("/"))


def _insert(parent: Element, index: int, child: Element) -> None:
    """Insert `child` and give it a line of its own, unless blanks in `parent` are text."""
    if local_name(str(parent.tag)) in TEXT_ELEMENTS:
        parent.insert(index, child)
        return
    level = sum(1 for _ in parent.iterancestors())
    inside, outside = ("\n" + INDENT * depth for depth in (level + 1, level))
    child.tail = inside if index < len(parent) else outside
    if index == 0:
        parent.text = inside
    else:
        parent[index - 1].tail = inside
    parent.insert(index, child)
