"""Markup of newer versions and of other programs stays where it was."""

import re

import pytest

from sopeditor.storage.migrations import CURRENT
from sopeditor.storage.reader import read_document
from sopeditor.storage.writer import write_document
from tests.formats.bad_files import COMPLETE, sop
from tests.unit.storage.samples import sample_document

LINES = COMPLETE.decode().split("\n")[:-1]
PLANTS = (
    '<x:note xmlns:x="urn:x" x:a="1">satu <b xmlns="urn:y">dua</b>\n  tiga</x:note>',
    '<urgency level="2"><why>  sebab </why></urgency>',
    '<plain xmlns="" kind="x:y">teks</plain>',
    '<x:when xmlns:q="urn:q" xmlns:x="urn:x" type="q:date"/>',
)
#: Between the lines of the root: after its start, before its end.
GAPS = range(2, len(LINES))
OPENINGS = [at for at, line in enumerate(LINES) if at and re.match(r"\s*<[a-z]", line)]


def depth_of_gap(gap: int) -> int:
    """Answer the indentation of an element between the lines `gap - 1` and `gap`."""
    before = LINES[gap - 1]
    opens = re.fullmatch(r"\s*<[a-z][^>]*[^/]>", before)
    return len(before) - len(before.lstrip()) + (2 if opens else 0)


@pytest.mark.parametrize(
    "plant", PLANTS, ids=["foreign", "ours", "no namespace", "prefix in value"]
)
@pytest.mark.parametrize("gap", GAPS)
def test_an_unknown_element_anywhere_keeps_its_place_to_the_byte(gap: int, plant: str) -> None:
    lines = [*LINES[:gap], " " * depth_of_gap(gap) + plant, *LINES[gap:], ""]
    data = "\n".join(lines).encode()
    assert write_document(read_document(data)) == data


@pytest.mark.parametrize("at", OPENINGS)
def test_an_unknown_attribute_anywhere_is_kept_to_the_byte(at: int) -> None:
    lines = list(LINES)
    lines[at] = re.sub(r"^(\s*<[^>]*?)(/?>)", r'\1 colour="merah &amp; biru"\2', lines[at], count=1)
    data = "\n".join([*lines, ""]).encode()
    assert b"colour" in data
    assert write_document(read_document(data)) == data


@pytest.mark.parametrize("at", OPENINGS)
def test_an_attribute_of_another_namespace_is_kept(at: int) -> None:
    lines = list(LINES)
    lines[at] = re.sub(r"^(\s*<[^>]*?)(/?>)", r'\1 xmlns:x="urn:x" x:w="1"\2', lines[at], count=1)
    document = read_document("\n".join(lines).encode())
    data = write_document(document)
    assert b'xmlns:ns0="urn:x"' in data
    assert b'ns0:w="1"' in data
    assert read_document(data) == document


def test_an_element_inside_a_text_is_kept_and_the_text_too() -> None:
    data = COMPLETE.replace(b"Surat biasa", b'  Surat\nbiasa <x:b xmlns:x="urn:x"/>')
    document = read_document(data)
    assert document.charts[0].subtitle == "  Surat\nbiasa "
    assert write_document(document) == data


def test_several_unknown_elements_between_two_known_ones_keep_their_order() -> None:
    data = COMPLETE.replace(b"    <unit>", b"    <one/>\n    <two/>\n    <unit>").replace(
        b"  </identity>", b"    <three/>\n  </identity>"
    )
    assert write_document(read_document(data)) == data


def test_unknown_markup_follows_its_step_and_leaves_with_it() -> None:
    marked = COMPLETE.replace(b'<step id="s1"', b'<step id="s1" xmlns:x="urn:x" x:w="1"').replace(
        b"<inputs>Surat masuk", b'<inputs colour="red">Surat masuk'
    )
    document = read_document(marked)
    first, second = document.charts[0].steps
    assert first.foreign.attributes == (("{urn:x}w", "1"),)
    assert [path for path, _ in first.foreign.inner] == ["quality[1]/inputs[1]"]
    assert not second.foreign
    assert not document.foreign


def test_unknown_markup_of_an_entry_that_is_gone_is_dropped_and_saving_succeeds() -> None:
    marked = COMPLETE.replace(b"<item>Peraturan Bupati", b'<item colour="red">Peraturan Bupati')
    document = read_document(marked)
    identity = document.identity
    assert [path for path, _ in identity.foreign.inner] == ["legal-bases[1]/item[2]"]
    shorter = read_document(
        marked.replace(b'      <item colour="red">Peraturan Bupati</item>\n', b"")
    )
    assert not shorter.identity.foreign


def test_comments_and_instructions_are_dropped() -> None:
    data = COMPLETE.replace(b"  <identity>", b"  <!-- x --><?y z?>\n  <identity>", 1)
    assert read_document(data) == sample_document()


def test_a_file_of_a_newer_minor_version_keeps_what_is_new() -> None:
    found = read_document(sop('<risks level="2"/>', 'format="1.7" priority="high"'))
    data = write_document(found)
    assert f'format="{CURRENT}"'.encode() in data
    assert b'priority="high"' in data
    assert b'<risks level="2"/>' in data
