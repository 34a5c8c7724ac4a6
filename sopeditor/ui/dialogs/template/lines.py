"""What was found in one sheet of a template, line by line, to be shown and set right."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.finding import TablePlace
from sopeditor.excel.template.preview import SheetPreview
from sopeditor.excel.template.values import COLUMN_WORDS, FIELD_WORDS, main_word
from sopeditor.model.step import Column

#: The columns of the table in the order in which they are told.
COLUMNS = (
    Column.NUMBER, Column.ACTIVITY, Column.ACTORS, Column.INPUTS, Column.TOOLS,
    Column.DURATION, Column.OUTPUT, Column.REMARKS,
)  # fmt: skip

#: The field of `Identity` that a placeholder stands for.
FIELDS_OF_WORDS = {word: name for name, word in FIELD_WORDS.items()}


class Sort(StrEnum):
    """What a line is about."""

    FIELD = "field"
    COLUMN = "column"
    FIRST_ROW = "first_row"
    WORD = "word"  # a placeholder without a field of its own, known or not


class By(StrEnum):
    """How it was found."""

    PLACEHOLDER = "placeholder"
    NAME = "name"
    CAPTION = "caption"
    PERSON = "person"
    UNKNOWN = "unknown"  # a placeholder that stands for nothing
    NOTHING = "nothing"  # not found


class FoundLine(Struct, frozen=True):
    """One thing found, or missed: `name` is a field, a column or a word; `area` its cells."""

    sort: Sort
    name: str
    by: By
    area: CellRange | None = None

    @property
    def movable(self) -> bool:
        """Whether a person may give it another place: placeholders are moved in Excel."""
        if self.sort is Sort.FIELD:
            return self.by in {By.CAPTION, By.PERSON, By.NOTHING}
        return self.sort is not Sort.WORD


def lines_of(
    sheet: SheetPreview, previews: Sequence[SheetPreview], corrected: frozenset[str]
) -> tuple[FoundLine, ...]:
    """Answer the lines of one of the `previews`; `corrected` names what a person set right.

    Fields that no sheet has a place for are told with every sheet, and so is the table.
    """
    return (*_cover_lines(sheet, previews, corrected), *_table_lines(sheet, previews, corrected))


def _cover_lines(
    sheet: SheetPreview, previews: Sequence[SheetPreview], corrected: frozenset[str]
) -> Iterator[FoundLine]:
    own: dict[str, FoundLine] = {}
    for line in _found_fields(sheet, corrected):
        # A placeholder may stand in several places: the first in cells is the one to be shown.
        if line.name not in own or own[line.name].area is None:
            own[line.name] = line
    elsewhere = {
        line.name
        for other in previews
        if other is not sheet
        for line in _found_fields(other, frozenset())
    }
    for name in FIELD_WORDS:
        if name in own:
            yield own[name]
        elif name not in elsewhere:
            yield FoundLine(Sort.FIELD, name, By.PERSON if name in corrected else By.NOTHING)
    for found in sheet.words:
        if main_word(found.word) not in FIELDS_OF_WORDS and not _is_of_table(found.word, sheet):
            by = By.PLACEHOLDER if found.known else By.UNKNOWN
            yield FoundLine(Sort.WORD, found.word, by, found.cells)


def _found_fields(sheet: SheetPreview, corrected: frozenset[str]) -> Iterator[FoundLine]:
    for name, area in sheet.fields:
        by = By.PERSON if name in corrected else By.CAPTION
        yield FoundLine(Sort.FIELD, name, by, area)
    for word, area in sheet.named:
        if word in FIELDS_OF_WORDS:
            yield FoundLine(Sort.FIELD, FIELDS_OF_WORDS[word], By.NAME, area)
    for found in sheet.words:
        if main_word(found.word) in FIELDS_OF_WORDS:
            name = FIELDS_OF_WORDS[main_word(found.word)]
            yield FoundLine(Sort.FIELD, name, By.PLACEHOLDER, found.cells)


def _is_of_table(word: str, sheet: SheetPreview) -> bool:
    return sheet.table is not None and word in COLUMN_WORDS


def _table_lines(
    sheet: SheetPreview, previews: Sequence[SheetPreview], corrected: frozenset[str]
) -> Iterator[FoundLine]:
    place = sheet.table
    if place is None and any(other.table for other in previews):
        return
    by = By.NOTHING if place is None else _BY_MEANS[place.means.value]
    area = None
    if place is not None:
        area = CellRange(place.first_row, place.left, place.first_row, place.right)
    first = By.PERSON if Sort.FIRST_ROW.value in corrected else by
    yield FoundLine(Sort.FIRST_ROW, Sort.FIRST_ROW.value, first, area)
    for column in COLUMNS:
        cells = None if place is None else _cells_of(place, column)
        how = by if cells is not None else By.NOTHING
        how = By.PERSON if column.value in corrected else how
        yield FoundLine(Sort.COLUMN, column.value, how, cells)


_BY_MEANS = {"placeholders": By.PLACEHOLDER, "names": By.NAME, "headings": By.CAPTION}


def _cells_of(place: TablePlace, column: Column) -> CellRange | None:
    stretch = place.area if column is Column.ACTORS else place.columns.get(column)
    if stretch is None:
        return None
    return CellRange(place.first_row, stretch[0], place.first_row, stretch[1])
