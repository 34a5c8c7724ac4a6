"""Unknown markup: cut out of a tree as text, and put back where it was."""

import re

from lxml import etree

from sopeditor.model.foreign import ForeignElement, ForeignMarkup
from sopeditor.storage.parsing import safe_parser
from sopeditor.storage.schema import TEXT_ELEMENTS, Element, local_name, qualified

INDENT = "  "
_PREFIX = re.compile(r"([^\W\d][\w.\-]*):")
_START = re.compile(r"(<[^\s/>]+)")
_DEFAULT_DECLARED = re.compile(r'<[^\s/>]+ xmlns="')


def foreign_text(element: Element) -> str:
    """Answer the XML of an unknown element, the same wherever in a file it stands.

    Canonical XML keeps of the namespaces in scope only those that are used. Prefixes may
    also be used in values (`type="xs:date"`), so those that are mentioned stay too.
    """
    xml = etree.tostring(
        element,
        method="c14n",
        exclusive=True,
        inclusive_ns_prefixes=_mentioned_prefixes(element),
        with_tail=False,
    ).decode()
    if _DEFAULT_DECLARED.match(xml) or all(str(each.tag)[0] == "{" for each in element.iter()):
        return xml
    # Without this, names without a namespace would slip into ours where they are put in.
    return _START.sub(r'\1 xmlns=""', xml, count=1)


def settled(xml: str) -> str:
    """Answer the XML of an unknown element in the one form in which it reads back."""
    return foreign_text(_element(xml))


def restore(element: Element, markup: ForeignMarkup) -> None:
    """Put `markup` back into the indented `element`, which holds only what we know yet.

    What belonged to an inner element that is gone is dropped with it. Attributes come last,
    and inner elements before outer ones: a namespace declared around an element that is put
    in would rename its prefixes.
    """
    for path, inner in markup.inner:
        target = element.find(_clark_path(path))
        if target is not None:
            restore(target, inner)
    known = len(element)
    for offset, foreign in enumerate(in_place(markup.elements)):
        _insert(element, min(foreign.after, known) + offset, _element(settled(foreign.xml)))
    for name, value in markup.attributes:
        if name not in element.attrib:
            element.set(name, value)


def in_place(elements: tuple[ForeignElement, ...]) -> tuple[ForeignElement, ...]:
    """Answer unknown elements in the order in which they stand in the file."""
    return tuple(sorted(elements, key=_place))


def _place(element: ForeignElement) -> int:
    return element.after


def _mentioned_prefixes(element: Element) -> list[str]:
    """Answer the prefixes in scope that a text or value inside begins a name with."""
    mentioned: set[str] = set()
    for each in element.iter():
        for text in (each.text or "", each.tail or "", *map(str, each.attrib.values())):
            if ":" in text:
                mentioned.update(set(_PREFIX.findall(text)) & set(each.nsmap))
    return sorted(mentioned)


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
