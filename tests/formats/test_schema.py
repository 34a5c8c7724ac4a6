"""The schema validates what the program writes, and says what each thing is."""

from pathlib import Path

from hypothesis import given
from lxml import etree

from sopeditor.assets import resource
from sopeditor.model.document import Document
from sopeditor.storage.reader import read_document
from sopeditor.storage.schema import TEXT_ELEMENTS
from sopeditor.storage.writer import write_document
from tests.formats.bad_files import COMPLETE
from tests.strategies import documents
from tests.unit.storage.samples import sample_document

XS = "{http://www.w3.org/2001/XMLSchema}"
SCHEMA_TREE = etree.parse(str(resource("schema", "sop.xsd")))
SCHEMA = etree.XMLSchema(SCHEMA_TREE)


def valid(data: bytes) -> bool:
    return SCHEMA.validate(etree.fromstring(data))


@given(documents())
def test_every_file_that_is_written_is_valid(document: Document) -> None:
    SCHEMA.assertValid(etree.fromstring(write_document(document)))


def test_the_complete_example_is_valid_and_written_as_it_stands() -> None:
    assert valid(COMPLETE)
    assert read_document(COMPLETE) == sample_document()
    assert write_document(sample_document()) == COMPLETE


def test_markup_of_other_programs_is_valid_everywhere() -> None:
    marked = COMPLETE.replace(b"</title>", b'<x:a xmlns:x="urn:x"/></title>').replace(
        b"<margins ", b'<x:b xmlns:x="urn:x"/><margins xmlns:x="urn:x" x:c="1" '
    )
    assert valid(marked)
    assert valid(write_document(read_document(marked)))


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    for old, new in (
        (b'paper="A4"', b'paper="A9"'),
        (b'top="10"', b'top="1e1"'),
        (b'external="true"', b'external="1"'),
        (b'kind="decision"', b'kind="circle"'),
        (b'id="s2"', b'id="s1"'),
        (b'target="y3"', b'target="y9"'),
        (b'shared="inputs output"', b'shared="actors"'),
        (b"<lane actor", b"<lane actors"),
        (b'<widths number="40.5"', b'<widths number="11.9"'),
    ):
        assert old in COMPLETE
        assert not valid(COMPLETE.replace(old, new)), new


def test_every_element_attribute_and_type_is_described() -> None:
    described = ("element", "attribute", "complexType", "simpleType")
    for name in described:
        for node in SCHEMA_TREE.getroot().iter(XS + name):
            if node.get("name"):
                assert node.findtext(f"{XS}annotation/{XS}documentation"), node.get("name")


def test_the_program_and_the_schema_agree_which_elements_hold_text() -> None:
    texts = {
        node.get("name")
        for node in SCHEMA_TREE.getroot().iter(XS + "element")
        if node.get("type") == "text"
    }
    assert texts == TEXT_ELEMENTS


def test_the_example_uses_every_element_and_attribute_of_the_schema() -> None:
    used: set[str] = set()
    for node in etree.fromstring(COMPLETE).iter():
        used.add(etree.QName(node).localname)
        used.update(map(str, node.attrib))
    known = {
        str(node.get("name"))
        for kind in ("element", "attribute")
        for node in SCHEMA_TREE.getroot().iter(XS + kind)
    }
    assert known <= used


def test_the_schema_file_has_unix_line_ends() -> None:
    assert b"\r" not in Path(resource("schema", "sop.xsd")).read_bytes()
