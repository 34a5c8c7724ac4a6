"""The drawing part of a sheet: shapes tied to the cells that they lie on."""

from collections.abc import Iterable

from lxml import etree

from sopeditor.excel.grid import Axis, Grid, Mark
from sopeditor.excel.names import XDR, A, xdr
from sopeditor.excel.shapes import Box


class DrawingPart:
    """Collects the anchored shapes of one sheet, from back to front."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._root = etree.Element(xdr("wsDr"), nsmap={"xdr": XDR, "a": A})

    @property
    def empty(self) -> bool:
        """Whether nothing has been added."""
        return len(self._root) == 0

    @property
    def has_picture(self) -> bool:
        """Whether a picture is among the shapes."""
        return next(self._root.iter(xdr("pic")), None) is not None

    @property
    def free_number(self) -> int:
        """The least number above those of all shapes."""
        named = self._root.iter(xdr("cNvPr"))
        return max((int(str(element.get("id"))) for element in named), default=0) + 1

    def in_one_column(self, x: int, width: int) -> bool:
        """Answer whether a box begins and ends in the same column."""
        columns = self._grid.columns
        return columns.mark(x).index == _far(columns, x, width).index

    def add(self, shape: etree._Element, box: Box) -> None:
        """Anchor a shape: it moves and grows with its cells, as shapes drawn in Excel do."""
        self._anchor(shape, box)

    def add_picture(self, shape: etree._Element, box: Box) -> None:
        """Anchor a picture: it moves with its cell and keeps its size."""
        self._anchor(shape, box).set("editAs", "oneCell")

    def element(self) -> etree._Element:
        """Answer the part's root."""
        return self._root

    def _anchor(self, shape: etree._Element, box: Box) -> etree._Element:
        x, y, width, height = box
        columns, rows = self._grid.columns, self._grid.rows
        anchor = etree.SubElement(self._root, xdr("twoCellAnchor"))
        _corner(anchor, "from", (columns.mark(x), rows.mark(y)))
        _corner(anchor, "to", (_far(columns, x, width), _far(rows, y, height)))
        anchor.append(shape)
        etree.SubElement(anchor, xdr("clientData"))
        return anchor


def _far(axis: Axis, start: int, extent: int) -> Mark:
    # An empty extent ends where it began, in the very same cell.
    return axis.far_mark(start + extent) if extent else axis.mark(start)


def _corner(anchor: etree._Element, tag: str, marks: Iterable[Mark]) -> None:
    corner = etree.SubElement(anchor, xdr(tag))
    for name, mark in zip(("col", "row"), marks, strict=True):
        etree.SubElement(corner, xdr(name)).text = str(mark.index)
        etree.SubElement(corner, xdr(f"{name}Off")).text = str(mark.offset)
