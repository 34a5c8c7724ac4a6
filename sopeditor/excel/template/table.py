"""The step table in a sheet: lanes named, rows filled as the layout made them."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from sopeditor.excel.reader.grid import SheetGrid
from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.recognition.tables import is_number_row
from sopeditor.excel.template.book import s
from sopeditor.excel.template.finding import Stretch, TablePlace
from sopeditor.excel.template.fitting import TextFitter
from sopeditor.excel.template.metrics import PageRoom, width_of
from sopeditor.excel.template.numbers import whole
from sopeditor.excel.template.references import Along, Shift, absolute_name
from sopeditor.excel.template.sheet import SheetCells
from sopeditor.excel.template.sheet_shift import count_breaks
from sopeditor.excel.template.shifting import shift_book
from sopeditor.excel.template.styles import CellStyles
from sopeditor.excel.template.values import COLUMN_NAMES, LANE_HEADS_NAME, ROWS_NAME
from sopeditor.foundation.progress import UNWATCHED, Progress
from sopeditor.layout.placement import ChartPage, PlacedCell, PlacedRow
from sopeditor.layout.style import GivenColumn, GivenTable
from sopeditor.model.step import Column

_SAME = 0.01
#: What stands before the page breaks in a worksheet, in the order of the standard.
_BEFORE_BREAKS = {
    "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
    "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
    "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
    "pageSetup", "headerFooter",
}  # fmt: skip
_LAST_COLUMN = "16383"


def name_lanes(
    cells: SheetCells, fitter: TextFitter, place: TablePlace, names: list[str], spare: list[Stretch]
) -> None:
    """Write the names of the lanes into the head; lanes to spare lose theirs."""
    cells.changed()
    if place.heads is None:
        return
    sheet = cells.text()
    for (low, high), name in zip(place.lanes, names, strict=True):
        merged = sheet.range_at(place.heads, low)
        fitter.put(
            merged if merged.right == high else CellRange(place.heads, low, place.heads, high), name
        )
    for low, _ in spare:
        cells.clear(place.heads, low)
    fitter.grow_rows()


def renumber_columns(cells: SheetCells, place: TablePlace) -> None:
    """Write the numbers of the columns anew where the form has a row of their numbers."""
    row = place.first_row - 1
    sheet = cells.text()
    if not is_number_row(sheet, row):
        return
    first = sheet.text(row, sheet.by_row[row][0]).strip()
    column, number = place.left, 1
    while column <= place.right:
        merged = sheet.covering(row, column)
        cells.set_text(row, merged.left, first.replace("1", str(number), 1))
        column, number = merged.right + 1, number + 1


def given_table(
    grid: SheetGrid, place: TablePlace, room: PageRoom, *, has_lanes: bool
) -> GivenTable:
    """Answer the table as the layout takes it: in the sheet's own widths, from its left edge."""
    columns = [(column, stretch, None) for column, stretch in place.columns.items()]
    lanes = [
        (Column.ACTORS, stretch, lane if has_lanes else None)
        for lane, stretch in enumerate(place.lanes)
    ]
    return GivenTable(
        columns=tuple(
            GivenColumn(column, grid.columns.edge(low), width_of(grid, low, high), lane)
            for column, (low, high), lane in sorted((*columns, *lanes), key=lambda entry: entry[1])
        ),
        room=room.full,
        taken=room.taken,
    )


def add_break(root: etree._Element, row: int) -> None:
    """Begin a new page with a row of a worksheet."""
    holder = root.find(s("rowBreaks"))
    if holder is None:
        holder = etree.Element(s("rowBreaks"))
        tags = {s(tag) for tag in _BEFORE_BREAKS}
        last = max(index for index, child in enumerate(root) if child.tag in tags)
        root.insert(last + 1, holder)
    element = etree.Element(s("brk"), id=str(row), max=_LAST_COLUMN, man="1")
    later = [other for other in holder if whole(other.get("id")) > row]
    later[0].addprevious(element) if later else holder.append(element)
    count_breaks(holder)


class _RowOnPage(Struct, frozen=True):
    """A row of the layout: its page, and its index in the sheet."""

    page: ChartPage
    row: PlacedRow
    index: int


class TableFiller:
    """Fills the body of one table with the rows of the layout's pages."""

    def __init__(
        self,
        cells: SheetCells,
        styles: CellStyles,
        place: TablePlace,
        pages: tuple[ChartPage, ...],
    ) -> None:
        self._cells = cells
        self._styles = styles
        self._pages = pages
        self.place = place

    def fill(self, progress: Progress = UNWATCHED) -> TablePlace:
        """Write rows, cells and page breaks; answer where the table is now.

        Raises `Cancelled` between two rows when `progress` says so.
        """
        self._fit_rows(max(1, sum(len(page.rows) for page in self._pages)))
        for own in progress.over(list(self._rows())):
            self._cells.set_height(own.index, own.row.rect.height)
            for cell in own.row.cells:
                self._fill_cell(own, cell)
        self._set_breaks()
        self._define_names()
        return self.place

    def page_tops(self) -> list[int]:
        """Answer the first row of each page in the sheet."""
        tops = [self.place.first_row]
        for page in self._pages:
            tops.append(tops[-1] + len(page.rows))
        return tops[:-1]

    def _rows(self) -> Iterator[_RowOnPage]:
        for page, top in zip(self._pages, self.page_tops(), strict=True):
            for index, row in enumerate(page.rows, start=top):
                yield _RowOnPage(page, row, index)

    def _fit_rows(self, count: int) -> None:
        """Bring the body to `count` rows: the sample row copied, spare ones gone."""
        cells, place = self._cells, self.place
        pattern = [
            merge
            for merge in cells.merged.ranges()
            if merge.top == merge.bottom == place.first_row and not self._is_ours(merge)
        ]
        cells.merged.part(place.body)
        shift = Shift(Along.ROWS, place.first_row, place.last_row, count - len(place.body.rows))
        shift_book(cells.book, cells.entry, shift)
        cells.reindex()
        cells.copy_row(place.first_row, shift.new)
        self.place = place.moved(shift)
        for row in self.place.body.rows:
            for low, _ in (*self.place.columns.values(), *self.place.lanes):
                cells.clear(row, low)
            for merge in pattern:
                cells.merged.add(CellRange(row, merge.left, row, merge.right))

    def _is_ours(self, merge: CellRange) -> bool:
        """Answer whether a merged cell lies in a column that we fill."""
        low, high = self.place.area
        ours = [*self.place.columns.values(), (low, high)]
        return any(first <= merge.left and merge.right <= last for first, last in ours)

    def _fill_cell(self, own: _RowOnPage, cell: PlacedCell) -> None:
        area = self._area(own, cell)
        if area is None or cell.rect.height <= 0:
            return
        self._cells.merged.add(area)
        text = cell.text.raw if cell.text else ""
        if not text.strip():
            return
        if cell.field == Column.NUMBER and text.isascii() and text.isdigit():
            self._cells.set_number(area.top, area.left, int(text))
            return
        style = self._cells.style(area.top, area.left)
        self._cells.set_style(area.top, area.left, self._styles.for_text(style, text))
        self._cells.set_text(area.top, area.left, text)

    def _area(self, own: _RowOnPage, cell: PlacedCell) -> CellRange | None:
        """Answer the cells that a placed cell covers; shared cells run over several rows."""
        if cell.lane is not None:
            low, high = self.place.lanes[cell.lane]
            lanes = [column for column in own.page.columns if column.lane is not None]
            last = max(c.lane or 0 for c in lanes if c.right <= cell.rect.right + _SAME)
            high = self.place.lanes[last][1]
        elif (stretch := self.place.columns.get(Column(cell.field))) is not None:
            low, high = stretch
        else:
            return None
        below = sum(
            own.row.rect.top < row.rect.top < cell.rect.bottom - _SAME for row in own.page.rows
        )
        return CellRange(own.index, low, own.index + below, high)

    def _set_breaks(self) -> None:
        """Put page breaks where the layout has them, in place of those of a run before."""
        root = self._cells.root
        holder = root.find(s("rowBreaks"))
        for element in [] if holder is None else list(holder):
            if holder is not None and whole(element.get("id")) - 1 in self.place.body.rows[:-1]:
                holder.remove(element)
        if holder is not None and not len(holder):
            root.remove(holder)
        for top in self.page_tops()[1:]:
            add_break(root, top)

    def _define_names(self) -> None:
        """Leave names behind, by which the next run finds everything again."""
        place, entry, book = self.place, self._cells.entry, self._cells.book
        rows = CellRange(place.first_row, place.left, place.last_row, place.right)
        book.define(ROWS_NAME, entry, absolute_name(entry.name, rows))
        stretches = {**place.columns, Column.ACTORS: place.area}
        for name, column in COLUMN_NAMES.items():
            if column in stretches:
                low, high = stretches[column]
                area = CellRange(place.first_row, low, place.first_row, high)
                book.define(name, entry, absolute_name(entry.name, area))
        if place.heads is not None:
            low, high = place.area
            heads = CellRange(place.heads, low, place.heads, high)
            book.define(LANE_HEADS_NAME, entry, absolute_name(entry.name, heads))
        if len(self._pages) > 1 and place.header and not self._has_titles():
            titles = f"${place.header[0] + 1}:${place.header[1] + 1}"
            quoted = entry.name.replace("'", "''")
            book.define("_xlnm.Print_Titles", entry, f"'{quoted}'!{titles}")

    def _has_titles(self) -> bool:
        scope = str(self._cells.entry.position)
        return any(
            name.get("name") == "_xlnm.Print_Titles" and name.get("localSheetId") == scope
            for name in self._cells.book.names()
        )
