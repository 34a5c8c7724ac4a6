"""Any document survives the file; any damage of a file is told in words."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sopeditor.foundation.text import clean_text
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.foreign import ForeignElement, ForeignMarkup
from sopeditor.model.identity import Identity
from sopeditor.model.integrity import broken_references
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.storage.errors import UnreadableFile
from sopeditor.storage.reader import read_document
from sopeditor.storage.writer import as_stored, write_document
from tests.strategies import any_text, documents, texts
from tests.unit.storage.samples import sentence

COMPLETE = (Path(__file__).parents[1] / "formats" / "complete.sop").read_bytes()

foreign_elements = st.builds(
    lambda after, text: ForeignElement(after, f'<x:note xmlns:x="urn:x">{text}</x:note>'),
    st.integers(0, 9),
    st.sampled_from(("", "teks", "<b/> <i>dua\n\nbaris</i> ", "&lt;&amp;&#13;")),
)
foreign_markup = st.builds(
    ForeignMarkup,
    st.dictionaries(st.sampled_from(("colour", "{urn:x}weight")), texts).map(
        lambda named: tuple(named.items())
    ),
    st.lists(foreign_elements, max_size=3).map(tuple),
)


@given(documents())
def test_reading_what_was_written_gives_the_same_document(document: Document) -> None:
    assert read_document(write_document(document)) == document


@given(documents())
def test_every_generated_document_keeps_the_promises_of_the_model(document: Document) -> None:
    assert broken_references(document) == ()


@given(documents())
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    data = write_document(document)
    assert write_document(document) == data
    assert write_document(read_document(data)) == data
    assert b"\r" not in data
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<sop ')


@given(any_text)
def test_any_text_comes_back_clean_and_otherwise_unchanged(text: str) -> None:
    document = Document(
        identity=Identity(title=text, legal_bases=(text, "", text)),
        profile=text,
        actors=(Actor(id="a", name=text, code=text),),
        charts=(
            Chart(
                id="c",
                lanes=("a",),
                steps=(
                    Step(
                        id="s",
                        activity=text,
                        label=text,
                        symbols=(
                            Symbol(id="y", kind=SymbolKind.PROCESS, actors=("a",), caption=text),
                        ),
                    ),
                ),
            ),
        ),
    )
    found = read_document(write_document(document))
    clean = clean_text(text)
    assert found.identity == Identity(title=clean, legal_bases=(clean, "", clean))
    assert found.profile == clean
    assert found.actors == (Actor(id="a", name=clean, code=clean),)
    assert found == as_stored(document)


@given(any_text)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(foreign_markup, foreign_markup, documents())
def test_unknown_markup_is_written_back_and_settles_at_once(
    root: ForeignMarkup, cover: ForeignMarkup, document: Document
) -> None:
    marked = replace(document, foreign=root, identity=replace(document.identity, foreign=cover))
    data = write_document(marked)
    found = read_document(data)
    assert as_stored(found) == as_stored(marked)
    assert found.foreign.attributes == root.attributes
    assert write_document(found) == data


@given(st.integers(0, len(COMPLETE) * 8 - 1))
@settings(max_examples=500)
def test_one_flipped_bit_is_read_or_refused_in_words(bit: int) -> None:
    damaged = bytearray(COMPLETE)
    damaged[bit // 8] ^= 1 << bit % 8
    _read_or_refused(bytes(damaged))


@given(st.integers(0, len(COMPLETE) - 2))
@settings(max_examples=200)
def test_a_file_cut_anywhere_is_refused_in_words(length: int) -> None:
    assert _read_or_refused(COMPLETE[:length]) is None


@given(st.lists(st.sampled_from(COMPLETE.split(b"\n")), max_size=60))
@settings(max_examples=200, suppress_health_check=[HealthCheck.large_base_example])
def test_shuffled_lines_are_read_or_refused_in_words(lines: list[bytes]) -> None:
    _read_or_refused(b"\n".join(lines))


@given(st.lists(st.integers(1, 100), max_size=4))
@settings(max_examples=200)
def test_missing_and_repeated_lines_are_read_or_refused_in_words(
    places: list[int],
) -> None:
    lines = COMPLETE.split(b"\n")
    for place in places:
        at = place % (len(lines) - 1)
        lines[at : at + 1] = [] if place % 2 else [lines[at], lines[at]]
    _read_or_refused(b"\n".join(lines))


def _read_or_refused(data: bytes) -> Document | None:
    """Answer what was read; whatever is read can be written again."""
    outcome = _outcome(data)
    if isinstance(outcome, UnreadableFile):
        assert sentence(outcome).endswith(".")
        return None
    assert read_document(write_document(outcome)) == outcome
    return outcome


def _outcome(data: bytes) -> Document | UnreadableFile:
    try:
        return read_document(data)
    except UnreadableFile as error:
        return error
