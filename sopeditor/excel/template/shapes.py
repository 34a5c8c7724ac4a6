"""Our shapes in a template's drawing: those of a run before replaced, all others kept."""

from lxml import etree

from sopeditor.excel.anchors import DrawingPart
from sopeditor.excel.grid import Grid
from sopeditor.excel.names import IMAGE_RELATION, a, xdr
from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.shapes import picture
from sopeditor.excel.template.numbers import whole
from sopeditor.excel.template.sheet import SheetCells
from sopeditor.foundation.units import pt_to_emu
from sopeditor.model.identity import Logo

_OURS = "SOP "
_LOGO_NAME = "SOP logo"
_LOGO_PART = "xl/media/sop_logo.png"
#: Free around the logo inside its cells, in points.
_LOGO_EDGE = 3.0


def is_ours(anchor: etree._Element) -> bool:
    """Answer whether an anchor holds nothing but shapes that we drew, grouped or not."""
    named = list(anchor.iter(xdr("cNvPr")))
    groups = {
        id(own) for group in anchor.iter(xdr("nvGrpSpPr")) for own in group.iter(xdr("cNvPr"))
    }
    shapes = [element for element in named if id(element) not in groups]
    return bool(shapes) and all(str(e.get("name")).startswith(_OURS) for e in shapes)


def remove_ours(cells: SheetCells) -> int:
    """Drop the shapes that a run before drew; answer how many."""
    dropped = 0
    for part in cells.book.related(cells.entry.part, "drawing"):
        root = cells.book.tree(part)
        for anchor in list(root):
            if is_ours(anchor):
                root.remove(anchor)
                dropped += 1
                cells.book.touch(part)
    return dropped


def strangers_in(cells: SheetCells, area: CellRange) -> list[etree._Element]:
    """Answer the anchors of shapes in an area that are not ours: old symbols, perhaps a logo."""
    found = []
    for part in cells.book.related(cells.entry.part, "drawing"):
        for anchor in cells.book.tree(part):
            start = anchor.find(xdr("from"))
            if start is None or is_ours(anchor):
                continue
            row, column = (whole(start.findtext(xdr(tag)) or 0) for tag in ("row", "col"))
            if area.holds(row, column):
                found.append(anchor)
    return found


def remove_strangers(cells: SheetCells, area: CellRange) -> None:
    """Drop the shapes in an area that are not ours."""
    for anchor in strangers_in(cells, area):
        parent = anchor.getparent()
        if parent is not None:
            parent.remove(anchor)
    for part in cells.book.related(cells.entry.part, "drawing"):
        cells.book.touch(part)


def add_shapes(cells: SheetCells, drawn: DrawingPart) -> None:
    """Put our shapes above those that are there, under ids that nobody has."""
    if drawn.empty:
        return
    part = cells.book.drawing_of(cells.entry, cells.root)
    root = cells.book.tree(part)
    highest = max((whole(e.get("id") or 0) for e in root.iter(xdr("cNvPr"))), default=0)
    for anchor in list(drawn.element()):
        for element in anchor.iter(xdr("cNvPr"), a("stCxn"), a("endCxn")):
            element.set("id", str(whole(element.get("id")) + highest))
        root.append(anchor)
    cells.book.touch(part)


def add_logo(cells: SheetCells, grid: Grid, area: CellRange, logo: Logo) -> None:
    """Put the emblem into the middle of cells, its shape kept."""
    left, right = grid.columns.edges[area.left], grid.columns.edges[area.right + 1]
    top, bottom = grid.rows.edges[area.top], grid.rows.edges[area.bottom + 1]
    width, height = right - left - 2 * _LOGO_EDGE, bottom - top - 2 * _LOGO_EDGE
    pixels = logo.pixels
    scale = min(width / pixels[0], height / pixels[1])
    if scale <= 0:
        return
    size = (pixels[0] * scale, pixels[1] * scale)
    box = (
        pt_to_emu((left + right - size[0]) / 2),
        pt_to_emu((top + bottom - size[1]) / 2),
        pt_to_emu(size[0]),
        pt_to_emu(size[1]),
    )
    part = cells.book.drawing_of(cells.entry, cells.root)
    drawn = DrawingPart(grid)
    drawn.add_picture(picture(1, _LOGO_NAME, box, _image(cells, part, logo)), box)
    add_shapes(cells, drawn)


def _image(cells: SheetCells, drawing: str, logo: Logo) -> str:
    """Answer the drawing's relationship to the emblem's part, made when it is not there."""
    package = cells.book.package
    known = [r.id for r in cells.book.relations(drawing) if r.target == _LOGO_PART]
    if _LOGO_PART in package.parts:
        package.parts[_LOGO_PART] = logo.png
    else:
        package.add_media(_LOGO_PART, logo.png, "png", "image/png")
    return known[0] if known else package.relate(drawing, IMAGE_RELATION, _LOGO_PART)
