"""Names of the file format `.sop`; `resources/schema/sop.xsd` describes each of them."""

from typing import TypeAlias

from lxml import etree

#: An element of a tree, as lxml gives it out.
Element: TypeAlias = etree._Element  # noqa: SLF001 - the only name that the class has

#: The namespace of every element that this program knows. It never changes: the version
#: stands in the attribute `format` of the root.
NAMESPACE = "urn:sopeditor:document"

ROOT = "sop"
FORMAT = "format"
ITEM = "item"

#: Elements whose whole content is text: blanks and line breaks in them belong to the text.
TEXT_ELEMENTS = frozenset(
    (
        "title", "agency", "unit", "sop-number", "created-on", "revised-on", "effective-on",
        "position", "name", "employee-id", "rank", ITEM, "piece",
        "subtitle", "activity", "inputs", "tools", "duration", "output", "remarks",
    )
)  # fmt: skip


def qualified(name: str) -> str:
    """Answer an element name of the format in Clark notation."""
    return f"{{{NAMESPACE}}}{name}"


def new_root() -> Element:
    """Answer an empty root element whose default namespace is that of the format."""
    namespaces = {None: NAMESPACE}
    return etree.Element(qualified(ROOT), nsmap=namespaces)  # type: ignore[arg-type] # stubs


def local_name(tag: str) -> str:
    """Answer the name without its namespace."""
    return tag.rpartition("}")[2]
