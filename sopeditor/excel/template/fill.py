"""`fill_template`: a document into an office's own workbook, all else left as it is."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from sopeditor.excel.chart_shapes import draw_chart
from sopeditor.excel.flavour import Flavour
from sopeditor.excel.plan import PageShift, SheetPlan
from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.book import Book, SheetEntry
from sopeditor.excel.template.copies import copy_sheet
from sopeditor.excel.template.corrections import NO_CORRECTIONS, Corrections, corrected_place
from sopeditor.excel.template.cover import CoverFiller, own_name
from sopeditor.excel.template.errors import refused
from sopeditor.excel.template.finding import Stretch, TablePlace, find_place, sheet_names
from sopeditor.excel.template.fitting import TextFitter
from sopeditor.excel.template.lanes import fit_lanes
from sopeditor.excel.template.metrics import PageRoom, anchor_grid, grid_of
from sopeditor.excel.template.notes import left_out
from sopeditor.excel.template.placeholders import replace_in_drawing, words_in_drawing
from sopeditor.excel.template.shapes import add_logo, add_shapes, remove_ours, remove_strangers
from sopeditor.excel.template.sheet import SheetCells, shared_strings, sheet_note
from sopeditor.excel.template.stopping import WatchedMeasurer
from sopeditor.excel.template.styles import CellStyles
from sopeditor.excel.template.table import (
    TableFiller,
    add_break,
    given_table,
    name_lanes,
    renumber_columns,
)
from sopeditor.excel.template.values import LOGO_WORD, as_text, main_word, values_of
from sopeditor.excel.workbook import sheet_name
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.progress import UNWATCHED, Progress
from sopeditor.layout.engine import lay_out
from sopeditor.layout.measure import TextMeasurer
from sopeditor.layout.placement import ChartPage
from sopeditor.layout.style import DEFAULT_STYLE, GivenTable
from sopeditor.layout.wrapping import Typesetter
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.model.step import Column

#: The shares of the work after which the template is open, covers are filled, the chart is
#: laid out and the tables are filled.
_OPENED, _COVERED, _LAID_OUT, _FILLED = 0.15, 0.25, 0.5, 0.9


class FillOptions(Struct, frozen=True, kw_only=True):
    """What a person may choose.

    `by_captions` fills fields of the cover that only their captions tell; `clear_shapes`
    drops shapes in the lanes that are not ours, such as the symbols of an older SOP.
    `corrections` by the names of sheets go before what is recognised there.
    """

    flavour: Flavour = Flavour.EXCEL
    by_captions: bool = True
    clear_shapes: bool = False
    corrections: Mapping[str, Corrections] = field(default_factory=dict)

    def corrections_of(self, sheet: str) -> Corrections:
        """Answer the corrections of a sheet."""
        return self.corrections.get(sheet, NO_CORRECTIONS)


PLAIN_OPTIONS = FillOptions()


class FilledTable(Struct, frozen=True):
    """What became of a table: rows and lanes before and after, its first row, its pages."""

    sheet: str
    first_row: int
    rows: tuple[int, int]
    lanes: tuple[int, int]
    pages: int


class Filled(Struct, frozen=True):
    """The workbook, what a person should know about it, and what became of its tables."""

    workbook: bytes
    notes: tuple[Message, ...] = ()
    tables: tuple[FilledTable, ...] = ()


def fill_template(
    template: bytes,
    document: Document,
    profile: Profile,
    measurer: TextMeasurer,
    options: FillOptions = PLAIN_OPTIONS,
    progress: Progress = UNWATCHED,
) -> Filled:
    """Answer the template with the document in it.

    Raises `UserError` with one sentence where the workbook can't be filled, `Cancelled` when
    `progress` says so.
    """
    watched = WatchedMeasurer(measurer, progress)
    return _Fill(Book.open(template), document, profile, watched, options).run(progress)


class _Table(Struct):
    """A sheet with a table, and the chart that goes there."""

    sheet: "_Sheet"
    chart: Chart
    place: TablePlace
    spare: tuple[Stretch, ...] = ()


class _Sheet(Struct):
    """A sheet of the template while it is filled."""

    entry: SheetEntry
    cells: SheetCells
    fitter: TextFitter
    place: TablePlace | None


class _Fill:
    """One run over one template."""

    def __init__(
        self,
        book: Book,
        document: Document,
        profile: Profile,
        measurer: TextMeasurer,
        options: FillOptions,
    ) -> None:
        self._book = book
        self._document = document
        self._profile = profile
        self._measurer = measurer
        self._options = options
        self._styles = CellStyles(book)
        self._setter = Typesetter(measurer)
        self._notes: list[Message] = []
        self._filled: set[str] = set()
        self._strings = shared_strings(book)

    def run(self, progress: Progress) -> Filled:
        """Fill everything."""
        opening, covers = progress.part(0.0, _OPENED), progress.part(_OPENED, _COVERED)
        sheets = [self._open(entry) for entry in opening.over(self._book.sheets)]
        tables = self._assign(sheets)
        before = [table.place for table in tables]
        for sheet in covers.over(sheets):
            self._fill_cover(sheet, tables)
        if not tables and not self._filled:
            raise refused("nothing_found")
        pages = self._lay_out(tables)
        filling = progress.part(_LAID_OUT, _FILLED)
        for index, table in enumerate(tables):
            part = filling.part(index / len(tables), (index + 1) / len(tables))
            self._fill_table(table, pages[table.chart.id], part)
        for sheet in sheets:
            self._place_logo(sheet)
        if self._book.related(self._book.workbook_part, "calcChain"):
            self._book.forget_calculation()
        self._notes += left_out(
            self._document, self._profile, self._filled, [t.place for t in tables]
        )
        told = tuple(map(_became, tables, before, (len(pages[t.chart.id]) for t in tables)))
        progress.reach(_FILLED)
        return Filled(self._book.save(), tuple(dict.fromkeys(self._notes)), told)

    def _open(self, entry: SheetEntry) -> _Sheet:
        cells = SheetCells(self._book, entry, self._strings)
        fitter = TextFitter(cells, self._styles, self._setter)
        corrections = self._options.corrections_of(entry.name)
        place = corrected_place(cells, find_place(self._book, cells), corrections)
        if place is not None or own_name(LOGO_WORD) in sheet_names(self._book, entry):
            remove_ours(cells)
        return _Sheet(entry, cells, fitter, place)

    def _assign(self, sheets: list[_Sheet]) -> list[_Table]:
        """Answer which chart goes into which table, both in their order.

        Where there are more charts, the sheet of the last table is copied for each.
        """
        charts = self._document.charts
        places = [(sheet, sheet.place) for sheet in sheets if sheet.place is not None]
        while places and len(places) < len(charts):
            taken = tuple(entry.name for entry in self._book.sheets)
            title = f"{self._profile.captions['sheet_chart']} {len(places) + 1}"
            copied = copy_sheet(self._book, places[-1][0].entry, sheet_name(title, taken))
            sheet = self._open(copied)
            if sheet.place is None:
                raise refused("too_few_tables", tables=len(places), charts=len(charts))
            sheets.append(sheet)
            places.append((sheet, sheet.place))
        for sheet, _ in places[len(charts) :]:
            self._notes.append(message("excel_template.note.table_unused", sheet=sheet.entry.name))
        return [
            _Table(sheet, chart, place)
            for (sheet, place), chart in zip(places, charts, strict=False)
        ]

    def _fill_cover(self, sheet: _Sheet, tables: list[_Table]) -> None:
        own = next((table for table in tables if table.sheet is sheet), None)
        chart = own.chart if own else next(iter(self._document.charts), None)
        values = values_of(self._document, chart, self._profile)
        corrections = self._options.corrections_of(sheet.entry.name)
        filler = CoverFiller(sheet.cells, sheet.fitter, values, corrections)
        filler.fill(by_captions=self._options.by_captions)
        self._filled |= filler.filled
        for shift in filler.shifts:
            if own is not None:
                own.place = own.place.moved(shift)
        for word, area in filler.unknown:
            note = sheet_note("unknown_placeholder", sheet.entry.name, area)
            self._notes.append(Message(note.key, (*note.values, ("word", word))))
        for part in self._book.related(sheet.entry.part, "drawing"):
            root = self._book.tree(part)
            self._filled.update(
                main_word(word) for word in words_in_drawing(root) if word in values
            )
            wording = {word: as_text(value) for word, value in values.items()}.get
            if replace_in_drawing(root, wording):
                self._book.touch(part)

    def _lay_out(self, tables: list[_Table]) -> Mapping[str, tuple[ChartPage, ...]]:
        """Answer the pages of all charts, laid out in the widths of their tables."""
        given = {table.chart.id: self._prepare(table) for table in tables}
        if not tables:
            return {}
        charts = tuple(table.chart for table in tables)
        first = tables[0]
        low, _ = first.place.columns[Column.ACTIVITY]
        font = self._styles.font(first.sheet.cells.style(first.place.first_row, low))
        page = replace(self._document.page, font_family=font.family, font_size=font.size)
        layout = lay_out(
            replace(self._document, charts=charts, page=page),
            self._profile,
            self._measurer,
            replace(DEFAULT_STYLE, tables=given),
        )
        return {chart.id: layout.chart_pages(chart.id) for chart in charts}

    def _prepare(self, table: _Table) -> GivenTable:
        """Bring a table to the chart's lanes; answer it with the room of its pages."""
        cells, before = table.sheet.cells, table.place
        if self._options.clear_shapes:
            remove_strangers(cells, before.body)
        lanes = table.chart.lanes
        table.place = fit_lanes(cells, before, len(lanes), self._styles.digit)
        if len(table.place.lanes) < len(before.lanes) and table.place.columns == before.columns:
            table.spare = before.lanes[len(table.place.lanes) :]
            area = CellRange(
                before.first_row, table.spare[0][0], before.last_row, table.spare[-1][1]
            )
            self._notes.append(sheet_note("spare_lanes", table.sheet.entry.name, area))
        names = [self._document.actor(actor).name for actor in lanes]
        if names:
            name_lanes(cells, table.sheet.fitter, table.place, names, list(table.spare))
        if table.place != before:
            renumber_columns(cells, table.place)
        grid = grid_of(cells, self._styles.digit)
        room = PageRoom(self._book, cells, grid, table.place)
        if room.is_cramped and table.place.header is not None:
            add_break(cells.root, table.place.header[0])
        return given_table(grid, table.place, room, has_lanes=bool(lanes))

    def _fill_table(self, table: _Table, pages: tuple[ChartPage, ...], progress: Progress) -> None:
        cells = table.sheet.cells
        filler = TableFiller(cells, self._styles, table.place, pages)
        table.place = filler.fill(progress)
        grid = grid_of(cells, self._styles.digit)
        shifts = tuple(
            PageShift(0.0, grid.rows.edge(top) - page.body.top)
            for page, top in zip(pages, filler.page_tops(), strict=True)
        )
        drawn_on = anchor_grid(grid, table.place.right + 1, table.place.last_row + 1)
        plan = SheetPlan(grid=drawn_on, cells=(), shifts=shifts)
        add_shapes(cells, draw_chart(plan, pages, self._options.flavour))

    def _place_logo(self, sheet: _Sheet) -> None:
        logo = self._document.identity.logo
        area = sheet_names(self._book, sheet.entry).get(own_name(LOGO_WORD))
        if area is None or logo is None:
            return
        sheet.cells.changed()
        grid = grid_of(sheet.cells, self._styles.digit)
        add_logo(sheet.cells, anchor_grid(grid, area.right + 1, area.bottom + 1), area, logo)


def _became(table: _Table, before: TablePlace, pages: int) -> FilledTable:
    place = table.place
    return FilledTable(
        sheet=table.sheet.entry.name,
        first_row=place.first_row,
        rows=(len(before.body.rows), len(place.body.rows)),
        lanes=(len(before.lanes), len(place.lanes)),
        pages=pages,
    )
