"""One sheet as read: its cells, grid and drawn objects, before any meaning."""

from lxml import etree
from msgspec import Struct

from sopeditor.excel.names import SHEET, XDR
from sopeditor.excel.reader.book import Book, SheetEntry
from sopeditor.excel.reader.cells import SheetCells, read_cells
from sopeditor.excel.reader.grid import SheetGrid, read_grid
from sopeditor.excel.reader.objects import DrawnObject, read_objects
from sopeditor.foundation.geometry import Rect

#: Parts whose drawings are of older kinds that are not read.
_OLD_DRAWINGS = ("vmlDrawing", "control", "oleObject")


class ReadSheet(Struct, frozen=True):
    """A sheet; `images` leads from a picture's relationship to its part.

    `other_drawings` counts parts with comments, form controls or embedded documents.
    """

    name: str
    cells: SheetCells
    grid: SheetGrid
    objects: tuple[DrawnObject, ...] = ()
    images: tuple[tuple[str, str], ...] = ()
    other_drawings: int = 0
    paper: str = ""
    landscape: bool = True
    is_protected: bool = False

    def cell_of(self, box: Rect) -> tuple[int, int]:
        """Answer row and column of the cell under the middle of a box."""
        return self.grid.cell_at(box.centre.x, box.centre.y)


def read_sheets(book: Book) -> tuple[ReadSheet, ...]:
    """Answer all sheets of a workbook that can be seen."""
    return tuple(read_sheet(book, entry) for entry in book.sheets)


def read_sheet(book: Book, entry: SheetEntry) -> ReadSheet:
    """Answer a sheet; raises UnreadableWorkbook for damage and for more than an SOP holds."""
    parts = book.parts
    root = parts.tree(entry.part)
    grid = read_grid(root, book.styles.digit)
    objects: tuple[DrawnObject, ...] = ()
    images: tuple[tuple[str, str], ...] = ()
    for drawing in parts.related(entry.part, "drawing")[:1]:
        tree = parts.tree(drawing)
        if tree.tag == f"{{{XDR}}}wsDr":
            objects = read_objects(tree, grid, by_libreoffice=book.by_libreoffice)
        relations = parts.relations(drawing)
        images = tuple((name, found.target) for name, found in relations.items())
    setup = root.find(f"{{{SHEET}}}pageSetup")
    return ReadSheet(
        name=entry.name,
        cells=read_cells(root, book),
        grid=grid,
        objects=objects,
        images=images,
        other_drawings=sum(len(parts.related(entry.part, kind)) for kind in _OLD_DRAWINGS),
        paper=str(setup.get("paperSize", "")) if setup is not None else "",
        landscape=setup is None or setup.get("orientation") != "portrait",
        is_protected=_is_protected(root),
    )


def _is_protected(root: etree._Element) -> bool:
    protection = root.find(f"{{{SHEET}}}sheetProtection")
    return protection is not None and protection.get("sheet") in {"1", "true"}
