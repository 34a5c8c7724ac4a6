"""Validation of every part of a workbook by the schemas of ECMA-376 (transitional).

The schemas lie beside the checkout; without them the tests that need them are skipped.
"""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

SCHEMAS = Path(__file__).parents[3] / "shared" / "ooxml-xsd"

needs_schemas = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="the OOXML schemas are not beside this checkout"
)

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_ROOTS = (
    ("xl/drawings/drawing", "dml-spreadsheetDrawing.xsd"),
    ("xl/workbook.xml", "sml.xsd"),
    ("xl/worksheets/sheet", "sml.xsd"),
    ("xl/styles.xml", "sml.xsd"),
    ("xl/sharedStrings.xml", "sml.xsd"),
    ("xl/theme/", "dml-main.xsd"),
    ("[Content_Types].xml", "opc-contentTypes.xsd"),
)


def schema_errors(workbook: bytes) -> list[str]:
    """Answer `part: error` for all parts, in both branches of every choice."""
    errors = []
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        for name in archive.namelist():
            schema = _schema_of(name)
            if schema is None:
                continue
            for branch in ("Choice", "Fallback"):
                root = etree.fromstring(archive.read(name))
                _take_branch(root, branch)
                checker = _schema(schema)
                if not checker.validate(root):
                    errors.append(f"{name} ({branch}): {checker.error_log}")
    return errors


def _schema_of(name: str) -> str | None:
    if name.endswith(".rels"):
        return "opc-relationships.xsd"
    return next((schema for start, schema in _ROOTS if name.startswith(start)), None)


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / name))


def _take_branch(root: etree._Element, branch: str) -> None:
    for choice in list(root.iter(f"{{{_MC}}}AlternateContent")):
        parent = choice.getparent()
        assert parent is not None
        position = parent.index(choice)
        for child in list(_children(choice, branch)):
            parent.insert(position, child)
            position += 1
        parent.remove(choice)
    ignorable = root.attrib.pop(f"{{{_MC}}}Ignorable", "")
    spaces = {root.nsmap[str(prefix)] for prefix in str(ignorable).split()}
    for element in list(root.iter("*")):
        for attribute in list(element.attrib):
            if etree.QName(attribute).namespace in spaces:
                del element.attrib[attribute]


def _children(choice: etree._Element, branch: str) -> Iterator[etree._Element]:
    for part in choice.findall(f"{{{_MC}}}{branch}"):
        yield from part
