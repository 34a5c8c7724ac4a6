"""Old files are lifted step by step; newer ones are refused in words."""

from pathlib import Path

import pytest
from lxml import etree

from sopeditor.storage.errors import UnreadableFile
from sopeditor.storage.migrations import (
    CURRENT,
    MIGRATIONS,
    FormatVersion,
    migrate,
    read_version,
)
from sopeditor.storage.parsing import parse
from sopeditor.storage.reader import read_document
from sopeditor.storage.schema import Element, qualified
from sopeditor.storage.writer import write_document
from tests.formats.bad_files import sop

#: `<major>.sop` here is a file of that version, `<major>.expected.sop` what it becomes.
OLD_FILES = Path(__file__).parent / "migrations"


def rename_remark(root: Element) -> None:
    """Lift 1 to 2, in a made-up history: `<remark>` was called `<note>`."""
    for note in root.iter(qualified("note")):
        note.tag = qualified("remark")


def number_steps(root: Element) -> None:
    """Lift 2 to 3, in a made-up history: every remark got a number."""
    for number, remark in enumerate(root.iter(qualified("remark")), start=1):
        remark.set("number", str(number))


STEPS = {1: rename_remark, 2: number_steps}


def test_an_old_tree_is_lifted_through_every_version() -> None:
    root = parse(sop("<note>a</note><note>b</note>"))
    migrate(root, FormatVersion(3, 2), STEPS)
    assert root.get("format") == "3.0"
    assert [(e.tag, e.get("number"), e.text) for e in root] == [
        (qualified("remark"), "1", "a"),
        (qualified("remark"), "2", "b"),
    ]


def test_lifting_begins_at_the_version_of_the_file() -> None:
    root = parse(sop("<note/>", 'format="2.5"'))
    migrate(root, FormatVersion(3, 0), STEPS)
    assert [element.tag for element in root] == [qualified("note")]
    assert root.get("format") == "3.0"


def test_a_tree_of_the_current_or_a_newer_minor_version_is_left_alone() -> None:
    for version in ("3.0", "3.9", "3"):
        data = sop("<note/>", f'format="{version}"')
        root = parse(data)
        migrate(root, FormatVersion(3, 1), STEPS)
        assert etree.tostring(root) == etree.tostring(parse(data))


def test_a_newer_major_version_is_refused_naming_both_versions() -> None:
    with pytest.raises(UnreadableFile) as caught:
        migrate(parse(sop(attributes='format="4.2"')), FormatVersion(3, 1), STEPS)
    assert caught.value.words.key == "storage.read.too_new"
    assert dict(caught.value.words.values) == {"version": "4.2", "known": "3.1"}


def test_versions_are_ordered_by_number_not_by_letter() -> None:
    assert read_version(parse(sop(attributes='format="10.2"'))) > FormatVersion(9, 11)


def test_there_is_one_step_from_every_version_before_the_current() -> None:
    assert set(MIGRATIONS) == set(range(1, CURRENT.major))


def test_every_step_has_a_file_of_its_version_that_becomes_what_is_expected() -> None:
    for major in MIGRATIONS:
        old = (OLD_FILES / f"{major}.sop").read_bytes()
        expected = (OLD_FILES / f"{major}.expected.sop").read_bytes()
        assert read_version(parse(old)).major == major
        assert write_document(read_document(old)) == expected
