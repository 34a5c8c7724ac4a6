"""The measures of a template's sheet: its columns, rows and the height of its pages."""

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from sopeditor.excel.grid import Axis, Grid
from sopeditor.excel.reader.grid import SheetGrid, read_grid
from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.book import Book, s
from sopeditor.excel.template.finding import TablePlace
from sopeditor.excel.template.numbers import length, whole
from sopeditor.excel.template.references import read_range
from sopeditor.excel.template.sheet import SheetCells
from sopeditor.foundation.units import POINTS_PER_INCH, mm_to_pt

#: Excel's codes of papers, upright, in millimetres; any other is taken for A4.
_PAPERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "1": (215.9, 279.4),
        "5": (215.9, 355.6),
        "8": (297.0, 420.0),
        "9": (210.0, 297.0),
        "11": (148.0, 210.0),
        "14": (215.9, 330.2),
    }
)
_A4 = _PAPERS["9"]
_USUAL_MARGINS = {"left": 0.7, "right": 0.7, "top": 0.75, "bottom": 0.75}
#: Excel prints rows a little higher than they are written.
_SAFE_SHARE = 0.97
#: Less than this share of a page below the head is no room to begin a table in.
_LEAST_SHARE = 0.25
#: A form that prints on one page, however small, has room for everything.
_NO_LIMIT = 100_000.0


def grid_of(cells: SheetCells, digit: int) -> SheetGrid:
    """Answer the grid of a sheet as it stands."""
    return read_grid(cells.root, digit)


def anchor_grid(grid: SheetGrid, columns: int, rows: int) -> Grid:
    """Answer the grid that shapes are anchored in, with so many columns and rows."""
    return Grid(
        Axis(tuple(grid.columns.edge(index) for index in range(columns + 1))),
        Axis(tuple(grid.rows.edge(index) for index in range(rows + 1))),
    )


def width_of(grid: SheetGrid, low: int, high: int) -> float:
    """Answer the width of columns `low` to `high` in points."""
    return grid.columns.edge(high + 1) - grid.columns.edge(low)


class PageRoom:
    """How much height the pages of a sheet have for the rows of its table, in points."""

    def __init__(self, book: Book, cells: SheetCells, grid: SheetGrid, place: TablePlace) -> None:
        self._grid = grid
        self._root = cells.root
        self._place = place
        self._area = _print_area(book, cells)
        self._titles = _title_rows(book, cells)

    @property
    def full(self) -> float:
        """The height for rows on every page after the first."""
        return max(0.0, self._page() - self._height(self._titles))

    @property
    def taken(self) -> float:
        """What of it is not free on the page where the table begins."""
        if self._page() >= _NO_LIMIT:
            return 0.0
        start, titles = self._start(), self._titles
        above = self._grid.rows.edge(self._place.first_row) - self._grid.rows.edge(start)
        # Title rows are printed once on the page that they stand on.
        return above - (self._height(titles) if titles and start <= titles[0] else 0.0)

    @property
    def is_cramped(self) -> bool:
        """Whether the table would do better to begin on a page of its own."""
        header = self._place.header
        if header is None or self._start() >= header[0]:
            return False
        return self.full - self.taken < self.full * _LEAST_SHARE

    def _start(self) -> int:
        """Answer the first row of the page where the table begins."""
        first = self._area.top if self._area else 0
        breaks = {whole(b.get("id")) for b in self._root.iterfind(f"{s('rowBreaks')}/{s('brk')}")}
        start, page = first, self._page()
        for row in range(first, self._place.first_row):
            used = self._grid.rows.edge(row + 1) - self._grid.rows.edge(start)
            if row > first and (row in breaks or used > page):
                start = row
        return start

    def _height(self, rows: tuple[int, int] | None) -> float:
        return self._grid.rows.edge(rows[1] + 1) - self._grid.rows.edge(rows[0]) if rows else 0.0

    def _page(self) -> float:
        """Answer the printable height of a page in points of the sheet."""
        setup = self._root.find(s("pageSetup"))
        options = {
            str(name): str(value) for name, value in (setup.items() if setup is not None else ())
        }
        width, height = _printable(self._root, options)
        if not is_fitted(self._root):
            return height * _SAFE_SHARE / (length(options.get("scale", "100")) / 100)
        if options.get("fitToHeight", "1") != "0":
            return _NO_LIMIT
        columns = self._columns()
        scale = min(1.0, width / columns) if columns else 1.0
        return height * _SAFE_SHARE / scale

    def _columns(self) -> float:
        """Answer how wide the printed columns are."""
        low, high = (
            (self._area.left, self._area.right)
            if self._area
            else (self._place.left, self._place.right)
        )
        return width_of(self._grid, low, high)


def is_fitted(root: etree._Element) -> bool:
    """Answer whether a sheet is printed to the size of the paper."""
    setting = root.find(f"{s('sheetPr')}/{s('pageSetUpPr')}")
    return setting is not None and setting.get("fitToPage") in {"1", "true"}


def _printable(root: etree._Element, options: Mapping[str, str]) -> tuple[float, float]:
    width, height = map(mm_to_pt, _PAPERS.get(options.get("paperSize", ""), _A4))
    if options.get("orientation") == "landscape":
        width, height = height, width
    element = root.find(s("pageMargins"))
    margins = {
        side: length(element.get(side) or usual) if element is not None else usual
        for side, usual in _USUAL_MARGINS.items()
    }
    return (
        width - (margins["left"] + margins["right"]) * POINTS_PER_INCH,
        height - (margins["top"] + margins["bottom"]) * POINTS_PER_INCH,
    )


def _print_area(book: Book, cells: SheetCells) -> CellRange | None:
    text = _name_text(book, cells, "_xlnm.Print_Area")
    return read_range(text.rpartition("!")[2].replace("$", "")) if text else None


def _title_rows(book: Book, cells: SheetCells) -> tuple[int, int] | None:
    """Answer the rows that are repeated at the top of every page."""
    for part in _name_text(book, cells, "_xlnm.Print_Titles").split(","):
        low, _, high = part.rpartition("!")[2].replace("$", "").partition(":")
        if low.isdigit() and high.isdigit():
            return int(low) - 1, int(high) - 1
    return None


def _name_text(book: Book, cells: SheetCells, name: str) -> str:
    scope = str(cells.entry.position)
    for element in book.names():
        if element.get("name") == name and element.get("localSheetId") == scope:
            return element.text or ""
    return ""
