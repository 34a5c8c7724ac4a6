"""What a template offers, told before anything is written: to be shown and confirmed."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.book import Book
from sopeditor.excel.template.corrections import (
    NO_CORRECTIONS,
    Corrections,
    corrected_cover,
    corrected_place,
)
from sopeditor.excel.template.finding import TablePlace, find_place, sheet_names
from sopeditor.excel.template.placeholders import words_in, words_in_drawing
from sopeditor.excel.template.shapes import is_ours, strangers_in
from sopeditor.excel.template.sheet import SheetCells, shared_strings
from sopeditor.excel.template.values import (
    COLUMN_WORDS,
    FIELD_WORDS,
    LOGO_WORD,
    NAME_PREFIX,
    main_word,
    values_of,
)
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile


class FoundWord(Struct, frozen=True):
    """A placeholder in a cell, or (without cells) in a shape; `known` tells whether we fill it."""

    word: str
    cells: CellRange | None
    known: bool


class SheetPreview(Struct, frozen=True, kw_only=True):
    """What one sheet offers.

    `fields` are those of the cover that only a caption tells, with the cells of their value;
    `named` the words of those that a defined name marks, such as a run before left behind.
    `ours` counts the shapes that a run before drew and that will be replaced, `strangers`
    the others in the body of the table, which stay unless they are asked to go.
    """

    name: str
    protected: bool
    words: tuple[FoundWord, ...]
    fields: tuple[tuple[str, CellRange], ...]
    named: tuple[tuple[str, CellRange], ...]
    table: TablePlace | None
    lanes: tuple[str, ...] = ()
    ours: int = 0
    strangers: int = 0


def examine_template(
    template: bytes, corrections: Mapping[str, Corrections] = MappingProxyType({})
) -> tuple[SheetPreview, ...]:
    """Answer what each sheet of a template offers; raises `UserError` as filling would.

    `corrections` by the names of sheets count as recognised.
    """
    book = Book.open(template)
    strings = shared_strings(book)
    return tuple(
        _preview(
            book, SheetCells(book, entry, strings), corrections.get(entry.name, NO_CORRECTIONS)
        )
        for entry in book.sheets
    )


def _preview(book: Book, cells: SheetCells, corrections: Corrections) -> SheetPreview:
    sheet = cells.text()
    place = corrected_place(cells, find_place(book, cells), corrections)
    known = _known_words()
    words = [
        FoundWord(word, sheet.range_at(*at), word in known)
        for at, text in sorted(sheet.texts.items())
        for word in words_in(text)
    ]
    drawings = [book.tree(part) for part in book.related(cells.entry.part, "drawing")]
    words += [
        FoundWord(word, None, word in known) for root in drawings for word in words_in_drawing(root)
    ]
    named = tuple(_named(book, cells, known))
    marked = {main_word(found.word) for found in words} | {word for word, _ in named}
    heads = None if place is None else place.heads
    return SheetPreview(
        name=cells.entry.name,
        protected=cells.is_protected(),
        words=tuple(words),
        fields=tuple(
            (found.field, found.value)
            for found in corrected_cover(sheet, corrections)
            if FIELD_WORDS[found.field] not in marked
        ),
        named=named,
        table=place,
        lanes=()
        if place is None or heads is None
        else tuple(sheet.text(heads, low) for low, _ in place.lanes),
        ours=sum(is_ours(anchor) for root in drawings for anchor in root),
        strangers=len(strangers_in(cells, place.body)) if place else 0,
    )


def _named(book: Book, cells: SheetCells, known: frozenset[str]) -> Iterator[tuple[str, CellRange]]:
    for name, area in sheet_names(book, cells.entry).items():
        word = name.removeprefix(NAME_PREFIX).lower()
        if name.startswith(NAME_PREFIX) and word in known and word not in COLUMN_WORDS:
            yield main_word(word), area


def _known_words() -> frozenset[str]:
    nothing = Profile(id="", name="", captions={}, columns=())
    return frozenset((*values_of(Document(), None, nothing), *COLUMN_WORDS, LOGO_WORD))
