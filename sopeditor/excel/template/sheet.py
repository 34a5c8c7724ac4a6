"""The cells of one worksheet of a template, edited in its own XML; rows, columns from 0."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree
from openpyxl.formula.translate import Translator

from sopeditor.excel.recognition.cells import CellRange, SheetText
from sopeditor.excel.template.book import Book, SheetEntry, s
from sopeditor.excel.template.errors import refused
from sopeditor.excel.template.merges import MergedCells
from sopeditor.excel.template.numbers import whole
from sopeditor.excel.template.references import cell_name, range_name, read_range
from sopeditor.foundation.message import Message

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: What Excel would take for one of its own escapes of a character.
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
#: What Excel holds in one cell; longer text is cut visibly.
_MOST_CHARACTERS = 32_767


def clean(text: str) -> str:
    """Answer text as a workbook may hold it: no control characters, cut where it is too long."""
    kept = _CONTROL.sub("", text)
    return kept if len(kept) <= _MOST_CHARACTERS else kept[: _MOST_CHARACTERS - 1] + "…"


class SheetCells:
    """Rows, cells and merges of a worksheet."""

    def __init__(self, book: Book, entry: SheetEntry, strings: list[etree._Element]) -> None:
        self.book = book
        self.entry = entry
        self.root = book.tree(entry.part)
        self.merged = MergedCells(self.root)
        self._strings = strings
        data = self.root.find(s("sheetData"))
        if data is None:
            raise refused("damaged")
        self._data = data
        self._rows: dict[int, etree._Element] = {}
        self._cells: dict[tuple[int, int], etree._Element] = {}
        self.reindex()

    def reindex(self) -> None:
        """Look again where rows and cells are, after they moved."""
        self._rows, self._cells = {}, {}
        following = 0
        for row in self._data.iter(s("row")):
            # Both `r` may be left out: then it is the one after the one before.
            index = whole(row.get("r") or following + 1) - 1
            row.set("r", str(index + 1))
            following = index + 1
            self._rows[index] = row
            column = -1
            for cell in row.iter(s("c")):
                place = read_range(str(cell.get("r")))
                column = place.left if place else column + 1
                cell.set("r", cell_name(index, column))
                self._cells[index, column] = cell

    def changed(self) -> None:
        """Have the sheet written anew; raises `TemplateRefused` when it is protected."""
        if self.is_protected():
            raise refused("protected", sheet=self.entry.name)
        self.book.touch(self.entry.part)

    def is_protected(self) -> bool:
        """Answer whether a person locked the sheet against changes."""
        protection = self.root.find(s("sheetProtection"))
        return protection is not None and protection.get("sheet") in {"1", "true"}

    def text(self) -> SheetText:
        """Answer the sheet as recognition sees it."""
        texts = {place: self.cell_text(cell) for place, cell in self._cells.items()}
        return SheetText.of(texts, self.merged.ranges())

    def cell(self, row: int, column: int) -> etree._Element | None:
        """Answer the element of a cell, or None."""
        return self._cells.get((row, column))

    def cells(self) -> Iterator[tuple[int, int, etree._Element]]:
        """Answer row, column and element of every cell that the file holds."""
        for (row, column), cell in list(self._cells.items()):
            yield row, column, cell

    def ensure_row(self, index: int) -> etree._Element:
        """Answer the element of a row, a new one if there is none."""
        if index not in self._rows:
            row = etree.Element(s("row"), r=str(index + 1))
            after = [other for other in self._rows if other > index]
            if after:
                self._rows[min(after)].addprevious(row)
            else:
                self._data.append(row)
            self._rows[index] = row
        return self._rows[index]

    def ensure_cell(self, row: int, column: int) -> etree._Element:
        """Answer the element of a cell, a new one if there is none."""
        if (row, column) not in self._cells:
            cell = etree.Element(s("c"), r=cell_name(row, column))
            self._insert(self.ensure_row(row), column, cell)
            self._cells[row, column] = cell
        return self._cells[row, column]

    def shared_string(self, cell: etree._Element) -> etree._Element | None:
        """Answer the element that holds a cell's text, perhaps in runs; None for no text."""
        if cell.get("t") == "inlineStr":
            return cell.find(s("is"))
        value = cell.findtext(s("v"))
        if cell.get("t") != "s" or not (value or "").strip().isdigit():
            return None
        index = int(value or 0)
        return self._strings[index] if index < len(self._strings) else None

    def cell_text(self, cell: etree._Element) -> str:
        """Answer what a cell shows, numbers as the file has them."""
        holder = self.shared_string(cell)
        if holder is None:
            return "" if cell.get("t") == "s" else cell.findtext(s("v")) or ""
        runs = [holder, *holder.findall(s("r"))]
        return "".join(text.text or "" for run in runs for text in run.findall(s("t")))

    def set_text(self, row: int, column: int, text: str) -> None:
        """Put text into a cell, whose style stays; empty text empties it."""
        cell = self.ensure_cell(row, column)
        self.clear(row, column)
        if text:
            cell.set("t", "inlineStr")
            element = etree.SubElement(etree.SubElement(cell, s("is")), s("t"))
            element.text = _ESCAPE_LIKE.sub("_x005F_", clean(text))
            if text != text.strip():
                element.set(_SPACE, "preserve")

    def set_runs(self, row: int, column: int, holder: etree._Element) -> None:
        """Put rich text into a cell: a copy of a string's element."""
        cell = self.ensure_cell(row, column)
        self.clear(row, column)
        cell.set("t", "inlineStr")
        inline = etree.SubElement(cell, s("is"))
        inline.extend(deepcopy(child) for child in holder)

    def set_number(self, row: int, column: int, number: int) -> None:
        """Put a whole number into a cell."""
        cell = self.ensure_cell(row, column)
        self.clear(row, column)
        etree.SubElement(cell, s("v")).text = str(number)

    def clear(self, row: int, column: int) -> None:
        """Empty a cell; its style stays."""
        cell = self._cells.get((row, column))
        if cell is not None:
            cell.attrib.pop("t", "")
            for child in list(cell):
                cell.remove(child)

    def style(self, row: int, column: int) -> int:
        """Answer the number of a cell's style."""
        cell = self._cells.get((row, column))
        return whole(cell.get("s") or 0) if cell is not None else 0

    def set_style(self, row: int, column: int, style: int) -> None:
        """Give a cell a style by number."""
        self.ensure_cell(row, column).set("s", str(style))

    def set_height(self, row: int, height: float) -> None:
        """Give a row a height in points and show it."""
        element = self.ensure_row(row)
        element.set("ht", f"{height:g}")
        element.set("customHeight", "1")
        element.attrib.pop("hidden", "")

    def copy_row(self, source: int, targets: Iterable[int]) -> None:
        """Make new rows like another one: height, styles and formulas, but no values."""
        pattern = self._rows.get(source)
        if pattern is None:
            return
        for target in targets:
            row = self.ensure_row(target)
            for name, value in pattern.attrib.items():
                if name != "r":
                    row.set(name, value)
            for cell in pattern.iter(s("c")):
                place = read_range(str(cell.get("r")))
                if place is not None:
                    self.copy_cell((source, place.left), (target, place.left))

    def copy_cell(self, source: tuple[int, int], target: tuple[int, int]) -> None:
        """Give a cell the style and, if there is one, the formula of another, moved along."""
        pattern = self._cells.get(source)
        if pattern is None:
            return
        cell = self.ensure_cell(*target)
        self.clear(*target)
        if pattern.get("s"):
            cell.set("s", str(pattern.get("s")))
        formula = pattern.findtext(s("f"))
        if formula:
            moved = Translator(f"={formula}", cell_name(*source)).translate_formula(
                cell_name(*target)
            )
            etree.SubElement(cell, s("f")).text = moved.removeprefix("=")

    def _insert(self, row: etree._Element, column: int, cell: etree._Element) -> None:
        # From the right: rows are mostly filled from the left.
        for other in row.iterchildren(s("c"), reversed=True):
            place = read_range(str(other.get("r")))
            if place and place.left < column:
                other.addnext(cell)
                return
        row.insert(0, cell)


def shared_strings(book: Book) -> list[etree._Element]:
    """Answer the elements of the texts that the cells of all sheets share."""
    parts = book.related(book.workbook_part, "sharedStrings")
    return book.tree(parts[0]).findall(s("si")) if parts else []


def sheet_note(key: str, sheet: str, cells: CellRange) -> Message:
    """Answer the note `excel_template.note.<key>` about cells of a sheet."""
    place = (("sheet", sheet), ("cells", range_name(cells)))
    return Message(f"excel_template.note.{key}", place)
