"""Rows or columns come or go: all that a worksheet's own XML says of its cells follows."""

from copy import deepcopy

from lxml import etree

from sopeditor.excel.names import xdr
from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.book import s
from sopeditor.excel.template.numbers import length, whole
from sopeditor.excel.template.references import (
    Along,
    Shift,
    cell_name,
    range_name,
    read_range,
    shifted_formula,
    shifted_range,
    shifted_ranges,
)
from sopeditor.excel.template.unshare import unshare

_XM = "{http://schemas.microsoft.com/office/excel/2006/main}"

#: Elements with a list of ranges in `sqref`, and whether those grow with the block.
_LISTS = {
    "conditionalFormatting": True,
    "dataValidation": True,
    "protectedRange": True,
    "ignoredError": True,
    "selection": False,
}
#: Elements with one range in `ref`.
_RANGES = {
    "hyperlink": False,
    "autoFilter": True,
    "sortState": True,
    "sortCondition": True,
    "dimension": True,
}
#: Elements that hold nothing any more when their children went, with the count that they keep.
_HOLDERS = ("mergeCells", "hyperlinks", "dataValidations", "protectedRanges", "ignoredErrors")
_FORMULAS = {s("formula"), s("formula1"), s("formula2"), f"{_XM}f"}


def shift_sheet(root: etree._Element, shift: Shift, name: str) -> None:
    """Shift the worksheet `name`; the new rows or columns are empty afterwards."""
    unshare(root)
    _shift_formulas(root, shift, name)
    _shift_cells(root, shift)
    if shift.along is Along.COLUMNS:
        _shift_columns(root, shift)
    _shift_merges(root, shift)
    _shift_ranges(root, shift)
    _shift_views(root, shift)
    _shift_breaks(root, shift)
    shift_anchors(root, shift)
    _drop_empty(root)


def shift_foreign_formulas(root: etree._Element, shift: Shift, name: str, own: str) -> bool:
    """Shift what another sheet `own` calculates from sheet `name`; answer whether it did."""
    formulas = [f.text or "" for f in root.iter(s("f"))]
    if not any(name.casefold().replace("'", "''") in text.casefold() for text in formulas):
        changed = False
    else:
        unshare(root)
        moved = [_shift_formula(f, shift, name, own, True) for f in root.iter(s("f"))]
        changed = any(moved)
    others = [
        _shift_formula(element, shift, name, own, True)
        for tag in _FORMULAS
        for element in root.iter(tag)
    ]
    links = [_shift_location(link, shift, name, own) for link in root.iter(s("hyperlink"))]
    return changed or any(others) or any(links)


def shift_anchors(root: etree._Element, shift: Shift) -> bool:
    """Shift the corners of all anchors below a root; answer whether any moved."""
    moved = False
    for start in list(root.iter(xdr("from"), s("from"))):
        anchor = start.getparent()
        end = None if anchor is None else anchor.find(str(start.tag).replace("from", "to"))
        if anchor is None or anchor.get("editAs") == "absolute":
            continue
        moved |= _shift_anchor(start, end, shift, keeps_size=anchor.get("editAs") == "oneCell")
    return moved


def _shift_anchor(
    start: etree._Element, end: etree._Element | None, shift: Shift, *, keeps_size: bool
) -> bool:
    tag = "row" if shift.along is Along.ROWS else "col"
    first, first_offset = start.find(xdr(tag)), start.find(xdr(f"{tag}Off"))
    if first is None or first_offset is None:
        return False
    before = whole(first.text or 0)
    after = shift.place(before)
    if before in shift.gone:
        first_offset.text = "0"
    first.text = str(after)
    if end is None:
        return after != before
    last, last_offset = end.find(xdr(tag)), end.find(xdr(f"{tag}Off"))
    if last is None or last_offset is None:
        return after != before
    old = whole(last.text or 0)
    if keeps_size:
        new = old + after - before
    elif last_offset.text == "0" and old > before:
        # Ends on the border: it belongs to the row before.
        new = shift.place(old - 1) + (0 if old - 1 in shift.gone else 1)
    else:
        new = shift.place(old)
        if old in shift.gone:
            last_offset.text = "0"
    last.text = str(new)
    return (after, new) != (before, old)


def _shift_formulas(root: etree._Element, shift: Shift, name: str) -> None:
    for cell in root.iter(s("c")):
        formula = cell.find(s("f"))
        if formula is None:
            continue
        place = read_range(str(cell.get("r")))
        inside = place is not None and _inside(place, shift)
        _shift_formula(formula, shift, name, name, not inside)
        for attribute in ("ref", "r1", "r2"):
            if formula.get(attribute):
                moved = shifted_range(str(formula.get(attribute)), shift, grows=False)
                formula.set(attribute, moved or str(formula.get(attribute)))
    for tag in _FORMULAS:
        for element in root.iter(tag):
            _shift_formula(element, shift, name, name, True)
    for link in root.iter(s("hyperlink")):
        _shift_location(link, shift, name, name)


def _inside(cell: CellRange, shift: Shift) -> bool:
    at = cell.top if shift.along is Along.ROWS else cell.left
    return shift.first <= at <= shift.last


def _shift_formula(element: etree._Element, shift: Shift, name: str, own: str, grows: bool) -> bool:
    before = element.text or ""
    after = shifted_formula(before, shift, name, own, grows=grows) if before else before
    if after != before:
        element.text = after
    return after != before


def _shift_location(link: etree._Element, shift: Shift, name: str, own: str) -> bool:
    before = link.get("location") or ""
    after = shifted_formula(before, shift, name, own, grows=False) if before else before
    if after != before:
        link.set("location", after)
    return after != before


def _shift_cells(root: etree._Element, shift: Shift) -> None:
    data = root.find(s("sheetData"))
    for row in [] if data is None else list(data.iter(s("row"))):
        index = whole(row.get("r") or 1) - 1
        if shift.along is Along.COLUMNS:
            row.attrib.pop("spans", "")
        elif (moved := shift.index(index)) is None:
            data.remove(row) if data is not None else None
            continue
        else:
            row.set("r", str(moved + 1))
        for cell in list(row.iter(s("c"))):
            _shift_cell(row, cell, shift)


def _shift_cell(row: etree._Element, cell: etree._Element, shift: Shift) -> None:
    place = read_range(str(cell.get("r")))
    if place is None:
        return
    moved = shift.range(place, grows=False)
    if moved is None:
        row.remove(cell)
    else:
        cell.set("r", cell_name(moved.top, moved.left))


def _shift_columns(root: etree._Element, shift: Shift) -> None:
    """Shift widths and styles of columns; a copy gets those of the block's last column."""
    columns = root.find(s("cols"))
    if columns is None:
        return
    before = list(columns)
    for column in before:
        columns.remove(column)
    for column in before:
        low, high = whole(column.get("min")) - 1, whole(column.get("max")) - 1
        span = shift.span(low, high, grows=False)
        if span is None:
            continue
        ends = span[1]
        if low <= shift.last == high and shift.count > 0:
            ends += shift.count
        piece = deepcopy(column)
        piece.set("min", str(span[0] + 1))
        piece.set("max", str(ends + 1))
        columns.append(piece)
    if not len(columns):
        root.remove(columns)


def _shift_merges(root: etree._Element, shift: Shift) -> None:
    for merge in list(root.iter(s("mergeCell"))):
        cells = read_range(str(merge.get("ref")))
        if cells is None:
            continue
        low, high = (
            (cells.top, cells.bottom) if shift.along is Along.ROWS else (cells.left, cells.right)
        )
        # A merged cell of one member is copied with it; one over several grows.
        moved = shift.range(cells, grows=low < high)
        if moved is None or CellRange.cell(moved.top, moved.left) == moved:
            _remove(merge)
        else:
            merge.set("ref", range_name(moved))


def _shift_ranges(root: etree._Element, shift: Shift) -> None:
    for tag, grows in _LISTS.items():
        for element in list(root.iter(s(tag))):
            moved = shifted_ranges(str(element.get("sqref")), shift, grows=grows)
            if moved:
                element.set("sqref", moved)
            elif tag == "selection":
                element.attrib.clear()
            else:
                _remove(element)
    for tag, grows in _RANGES.items():
        for element in list(root.iter(s(tag))):
            one = shifted_range(str(element.get("ref")), shift, grows=grows)
            element.set("ref", one) if one else _remove(element)
    for element in list(root.iter(f"{_XM}sqref")):
        # Excel keeps newer conditional formats and validations in the extension list.
        element.text = shifted_ranges(element.text or "", shift, grows=True) or "A1"


def _shift_views(root: etree._Element, shift: Shift) -> None:
    for element in root.iter(s("selection"), s("pane"), s("sheetView")):
        for attribute in ("activeCell", "topLeftCell"):
            if element.get(attribute):
                moved = shifted_range(str(element.get(attribute)), shift, grows=False)
                element.set(attribute, moved or "A1")
    split = "ySplit" if shift.along is Along.ROWS else "xSplit"
    for pane in root.iter(s("pane")):
        frozen = str(pane.get("state")).startswith("frozen")
        if frozen and int(length(pane.get(split) or 0)) > shift.last:
            pane.set(split, str(int(length(pane.get(split))) + shift.count))


def _shift_breaks(root: etree._Element, shift: Shift) -> None:
    holder = root.find(s("rowBreaks" if shift.along is Along.ROWS else "colBreaks"))
    if holder is None:
        return
    seen: set[int] = set()
    for element in list(holder):
        # Below row `id`, from 1: the last row before the break counts, from 0.
        last = whole(element.get("id")) - 1
        if shift.count > 0:
            moved = last + shift.count if last >= shift.last else last
        else:
            moved = shift.gone.start - 1 if last in shift.gone else shift.place(last)
        if moved in seen:
            holder.remove(element)
        seen.add(moved)
        element.set("id", str(moved + 1))
    count_breaks(holder)


def count_breaks(holder: etree._Element) -> None:
    """Set the counts that a list of page breaks carries."""
    holder.set("count", str(len(holder)))
    by_hand = sum(element.get("man") in {"1", "true"} for element in holder)
    holder.set("manualBreakCount", str(by_hand))


def _drop_empty(root: etree._Element) -> None:
    for tag in _HOLDERS:
        for holder in list(root.iter(s(tag))):
            if not len(holder):
                _remove(holder)
            elif holder.get("count"):
                holder.set("count", str(len(holder)))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
