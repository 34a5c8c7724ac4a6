"""The merged ranges of a worksheet."""

from lxml import etree

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.book import s
from sopeditor.excel.template.references import range_name, read_range

#: What stands before `mergeCells` in a worksheet, in the order of the standard.
_BEFORE_MERGES = {
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews",
}  # fmt: skip


class MergedCells:
    """Reads and changes the merged ranges in a worksheet's own XML."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root

    def ranges(self) -> list[CellRange]:
        """Answer the merged ranges."""
        found = (read_range(str(m.get("ref"))) for m in self._root.iter(s("mergeCell")))
        return [cells for cells in found if cells]

    def add(self, cells: CellRange) -> None:
        """Merge cells that no other merged range has a part of."""
        if cells.top == cells.bottom and cells.left == cells.right:
            return
        merged = self._root.find(s("mergeCells"))
        if merged is None:
            merged = etree.Element(s("mergeCells"))
            tags = {s(tag) for tag in _BEFORE_MERGES}
            place = max(index for index, child in enumerate(self._root) if child.tag in tags)
            self._root.insert(place + 1, merged)
        etree.SubElement(merged, s("mergeCell"), ref=range_name(cells))
        merged.set("count", str(len(merged)))

    def part(self, area: CellRange) -> None:
        """Part the merged ranges that have a cell in an area."""
        merged = self._root.find(s("mergeCells"))
        for element in [] if merged is None else list(merged):
            cells = read_range(str(element.get("ref")))
            if cells and cells.meets(area) and merged is not None:
                merged.remove(element)
        if merged is not None and not len(merged):
            self._root.remove(merged)
        elif merged is not None:
            merged.set("count", str(len(merged)))
