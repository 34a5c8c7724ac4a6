"""Rows or columns of one sheet come or go, and the whole workbook follows.

The sheet itself, its drawing, comments and tables; formulas, links and names anywhere;
charts and pivot tables that read the sheet.
"""

import re

from lxml import etree

from sopeditor.excel.template.book import Book, SheetEntry, s
from sopeditor.excel.template.errors import refused
from sopeditor.excel.template.numbers import whole
from sopeditor.excel.template.references import (
    Along,
    Shift,
    read_range,
    shifted_formula,
    shifted_range,
)
from sopeditor.excel.template.sheet_shift import (
    shift_anchors,
    shift_foreign_formulas,
    shift_sheet,
)

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"

#: One note in a legacy drawing, its corner marks in pixels, and the cell that it is tied to.
_VML_SHAPE = re.compile(rb"<(\w+:)?shape\b.*?</\1?shape>", re.DOTALL)
_VML_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor>)([^<]*)(</(?:\w+:)?Anchor>)")
_VML_CELL = {
    Along.ROWS: re.compile(rb"(<(?:\w+:)?Row>\s*)(\d+)(\s*</)"),
    Along.COLUMNS: re.compile(rb"(<(?:\w+:)?Column>\s*)(\d+)(\s*</)"),
}
_TABLE_FORMULAS = ("calculatedColumnFormula", "totalsRowFormula")


def shift_book(book: Book, sheet: SheetEntry, shift: Shift) -> None:
    """Carry out a shift; raises `TemplateRefused` when it would tear an Excel table apart."""
    if not shift.count:
        return
    _shift_tables(book, sheet, shift)
    shift_sheet(book.tree(sheet.part), shift, sheet.name)
    book.touch(sheet.part)
    for other in book.sheets:
        root = book.tree(other.part)
        if other != sheet and shift_foreign_formulas(root, shift, sheet.name, other.name):
            book.touch(other.part)
    for part in book.related(sheet.part, "drawing"):
        if shift_anchors(book.tree(part), shift):
            book.touch(part)
    _shift_links_of_shapes(book, sheet, shift)
    _shift_comments(book, sheet, shift)
    _shift_names(book, sheet, shift)
    _shift_charts(book, sheet, shift)
    _shift_pivots(book, sheet, shift)
    book.forget_calculation()


def _shift_tables(book: Book, sheet: SheetEntry, shift: Shift) -> None:
    """Shift the Excel tables of a sheet; their columns can't come or go."""
    for part in book.related(sheet.part, "table"):
        root = book.tree(part)
        cells = read_range(str(root.get("ref")))
        if cells is None:
            continue
        if shift.along is Along.COLUMNS and cells.left <= shift.last < cells.right:
            raise refused("table_object", sheet=sheet.name, table=str(root.get("displayName")))
        for element in (root, *root.iter(s("autoFilter"), s("sortState"), s("sortCondition"))):
            moved = shifted_range(str(element.get("ref")), shift, grows=True)
            if moved:
                element.set("ref", moved)
        for tag in _TABLE_FORMULAS:
            for formula in root.iter(s(tag)):
                formula.text = shifted_formula(formula.text or "", shift, sheet.name, sheet.name)
        book.touch(part)


def _shift_links_of_shapes(book: Book, sheet: SheetEntry, shift: Shift) -> None:
    """Shift the cells whose text a shape shows, in the drawings of all sheets."""
    for other in book.sheets:
        for part in book.related(other.part, "drawing"):
            for element in book.tree(part).iter():
                link = element.get("textlink")
                if link and _set(element, "textlink", _formula(link, shift, sheet, other)):
                    book.touch(part)


def _formula(text: str, shift: Shift, sheet: SheetEntry, own: SheetEntry) -> str:
    return shifted_formula(text, shift, sheet.name, own.name, grows=False)


def _set(element: etree._Element, name: str, value: str) -> bool:
    changed = element.get(name) != value
    if changed:
        element.set(name, value)
    return changed


def _shift_comments(book: Book, sheet: SheetEntry, shift: Shift) -> None:
    for kind, tag in (
        ("comments", s("comment")),
        ("threadedComment", f"{_THREADED}threadedComment"),
    ):
        for part in book.related(sheet.part, kind):
            for comment in list(book.tree(part).iter(tag)):
                moved = shifted_range(str(comment.get("ref")), shift, grows=False)
                parent = comment.getparent()
                if moved:
                    comment.set("ref", moved)
                elif parent is not None:
                    parent.remove(comment)
            book.touch(part)
    for part in book.related(sheet.part, "vmlDrawing"):
        before = book.package.parts[part]
        book.package.parts[part] = _VML_SHAPE.sub(
            lambda found: _shifted_note(found[0], shift), before
        )


def _shifted_note(note: bytes, shift: Shift) -> bytes:
    """Answer a note or control of the legacy drawing; nothing when its cell goes.

    This markup is not always well formed, so it is changed as text.
    """
    cell = _VML_CELL[shift.along].search(note)
    if cell and shift.index(int(cell[2])) is None:
        return b""
    if cell:
        note = note.replace(cell[0], cell[1] + b"%d" % shift.place(int(cell[2])) + cell[3])
    anchor = _VML_ANCHOR.search(note)
    numbers = anchor[2].split(b",") if anchor else []
    if anchor and len(numbers) == 8:
        for index in (2, 6) if shift.along is Along.ROWS else (0, 4):
            numbers[index] = b" %d" % shift.place(whole(numbers[index].decode()))
        note = note.replace(anchor[0], anchor[1] + b",".join(numbers) + anchor[3])
    return note


def _shift_names(book: Book, sheet: SheetEntry, shift: Shift) -> None:
    names = {entry.position: entry.name for entry in book.sheets}
    for element in book.names():
        own = names.get(whole(element.get("localSheetId") or -1), "")
        before = element.text or ""
        after = shifted_formula(before, shift, sheet.name, own)
        if after != before:
            element.text = after
            book.touch(book.workbook_part)


def _shift_charts(book: Book, sheet: SheetEntry, shift: Shift) -> None:
    for part in book.parts_of_type("drawingml.chart+xml"):
        for formula in book.tree(part).iter(f"{_CHART}f"):
            before = formula.text or ""
            after = shifted_formula(before, shift, sheet.name, "")
            if after != before:
                formula.text = after
                book.touch(part)


def _shift_pivots(book: Book, sheet: SheetEntry, shift: Shift) -> None:
    for part in book.parts_of_type("pivotCacheDefinition+xml"):
        for source in book.tree(part).iter(s("worksheetSource")):
            if str(source.get("sheet")).casefold() != sheet.name.casefold():
                continue
            before = str(source.get("ref"))
            if _set(source, "ref", shifted_range(before, shift, grows=True) or before):
                book.touch(part)
