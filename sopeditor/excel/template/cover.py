"""The cover's fields in a sheet: placeholders, names of a run before, captions."""

from collections.abc import Iterator
from copy import deepcopy

from sopeditor.excel.recognition.cells import CellRange, SheetText
from sopeditor.excel.recognition.cover import LIST_FIELDS, FoundField, Side, find_cover
from sopeditor.excel.template.book import s
from sopeditor.excel.template.corrections import NO_CORRECTIONS, Corrections, corrected_cover
from sopeditor.excel.template.finding import sheet_names
from sopeditor.excel.template.fitting import TextFitter
from sopeditor.excel.template.lists import ListPlace, fill_lists, place_lists
from sopeditor.excel.template.placeholders import only_word, replace_in_elements, words_in
from sopeditor.excel.template.references import Shift, absolute_name
from sopeditor.excel.template.sheet import SheetCells
from sopeditor.excel.template.values import (
    COLUMN_WORDS,
    FIELD_WORDS,
    LOGO_WORD,
    NAME_PREFIX,
    Values,
    as_text,
    main_word,
    numbered,
)


def own_name(word: str) -> str:
    """Answer the defined name that marks the cells of a placeholder after it was replaced."""
    return f"{NAME_PREFIX}{main_word(word).upper()}"


class CoverFiller:
    """Fills the fields of one sheet; `filled` has the words of those that found a place."""

    def __init__(
        self,
        cells: SheetCells,
        fitter: TextFitter,
        values: Values,
        corrections: Corrections = NO_CORRECTIONS,
    ) -> None:
        self._cells = cells
        self._fitter = fitter
        self._values = values
        self._corrections = corrections
        self.filled: set[str] = set()
        self.unknown: list[tuple[str, CellRange]] = []
        self.shifts: list[Shift] = []
        self._lists: list[ListPlace] = []

    def fill(self, *, by_captions: bool) -> None:
        """Fill everything; `by_captions` also where nothing but a caption tells the place."""
        sheet = self._cells.text()
        table = {word for text in sheet.texts.values() for word in words_in(text)} & set(
            COLUMN_WORDS
        )
        for row, column, text in _with_words(sheet):
            self._fill_cell(sheet.range_at(row, column), text, bool(table))
        for name, area in sheet_names(self._cells.book, self._cells.entry).items():
            self._fill_named(name, area)
        for found in corrected_cover(sheet, self._corrections):
            if by_captions or found.field in self._corrections.fields:
                self._fill_found(sheet, found)
        if self._lists:
            self._cells.changed()
            self._lists, self.shifts = place_lists(self._cells, self._lists)
            fill_lists(self._cells, self._fitter, self._lists)
            for place in self._lists:
                if place.ours:
                    self._name(place.word, place.cells)
        self._fitter.grow_rows()

    def _fill_cell(self, area: CellRange, text: str, has_table: bool) -> None:
        cell = self._cells.cell(area.top, area.left)
        words = [word for word in words_in(text) if word not in COLUMN_WORDS or not has_table]
        if cell is None or not words or cell.find(s("f")) is not None:
            return
        word = only_word(text)
        known = [one for one in words if one in self._values or one == LOGO_WORD]
        self.unknown += [(one, area) for one in words if one not in known]
        if not known:
            return
        self._cells.changed()
        self.filled.update(map(main_word, known))
        if word == LOGO_WORD:
            self._cells.clear(area.top, area.left)
            self._name(word, area)
        elif word and self._is_list(word) and area.top == area.bottom:
            self._add_list(word, area, ours=True)
        elif word:
            self._fitter.put(area, as_text(self._values[word]))
            self._name(word, area)
        else:
            self._replace(area)

    def _replace(self, area: CellRange) -> None:
        """Replace placeholders amid other text, formats of its runs kept."""
        cell = self._cells.ensure_cell(area.top, area.left)
        holder = self._cells.shared_string(cell)
        if holder is None:
            return
        copy = deepcopy(holder)
        runs = [copy, *copy.findall(s("r"))]
        texts = [text for run in runs for text in run.findall(s("t"))]
        replace_in_elements(texts, self._wording)
        self._cells.set_runs(area.top, area.left, copy)
        self._fitter.fit(area)

    def _wording(self, word: str) -> str | None:
        return as_text(self._values[word]) if word in self._values else None

    def _fill_named(self, name: str, area: CellRange) -> None:
        word = name.removeprefix(NAME_PREFIX).lower()
        if (
            not name.startswith(NAME_PREFIX)
            or word not in self._values
            or main_word(word) in self.filled
        ):
            return
        self._cells.changed()
        self.filled.add(main_word(word))
        if self._is_list(word):
            self._add_list(word, area, ours=True)
        else:
            self._fitter.put(area, as_text(self._values[word]))

    def _fill_found(self, sheet: SheetText, found: FoundField) -> None:
        word = FIELD_WORDS[found.field]
        text = as_text(self._values[word])
        if word in self.filled or not text or self._has_own_words(sheet, found):
            return
        self._cells.changed()
        self.filled.add(word)
        if found.side is Side.WITHIN:
            caption = sheet.text(found.caption.top, found.caption.left).partition(":")[0]
            self._fitter.put(found.caption, f"{caption}: {text}")
        elif found.field in LIST_FIELDS and found.value.top == found.value.bottom:
            rows = _rows_below(sheet, self._cells, found)
            area = CellRange(found.value.top, found.value.left, rows, found.value.right)
            self._add_list(word, area, ours=False)
        else:
            self._fitter.put(found.value, text)

    def _has_own_words(self, sheet: SheetText, found: FoundField) -> bool:
        """Answer whether a placeholder or a formula stands where the value would go."""
        cell = self._cells.cell(found.value.top, found.value.left)
        words = words_in(sheet.text(found.value.top, found.value.left))
        return bool(words) or (cell is not None and cell.find(s("f")) is not None)

    def _is_list(self, word: str) -> bool:
        return not isinstance(self._values[word], str)

    def _add_list(self, word: str, area: CellRange, *, ours: bool) -> None:
        value = self._values[word]
        items = numbered(value) if not isinstance(value, str) else (value,)
        self._lists.append(ListPlace(word, area, items, ours))

    def _name(self, word: str, area: CellRange) -> None:
        text = absolute_name(self._cells.entry.name, area)
        self._cells.book.define(own_name(word), self._cells.entry, text)


def _with_words(sheet: SheetText) -> Iterator[tuple[int, int, str]]:
    for (row, column), text in sorted(sheet.texts.items()):
        if words_in(text):
            yield row, column, text


def _rows_below(sheet: SheetText, cells: SheetCells, found: FoundField) -> int:
    """Answer the last row that a form keeps for a list below its caption."""
    others = [other.caption for other in find_cover(sheet) if other.field != found.field]
    style = cells.style(found.value.top, found.value.left)
    row = found.value.top
    while True:
        below = row + 1
        taken = any(below in other.rows and _overlap(other, found.value) for other in others)
        alike = style != 0 and cells.style(below, found.value.left) == style
        if taken or not (alike or sheet.text(below, found.value.left)):
            return row
        row = below


def _overlap(one: CellRange, other: CellRange) -> bool:
    return one.left <= other.right and other.left <= one.right
