"""What a click, a rubber band or a key selects; pure functions of layout and selection."""

from sopeditor.canvas.hit import (
    CellHit,
    EndHit,
    FlowHit,
    HandleHit,
    HeadingHit,
    Hit,
    LaneHit,
    LinkHit,
    NumberHit,
    SymbolHit,
)
from sopeditor.canvas.navigation import rows_of, symbol_in
from sopeditor.canvas.places import Spot
from sopeditor.canvas.sheet import Sheet
from sopeditor.foundation.geometry import Rect
from sopeditor.model.document import Document
from sopeditor.model.step import Column
from sopeditor.session.selection import NOTHING_SELECTED, Selection


def selection_at(sheet: Sheet, hit: Hit) -> Selection:
    """Answer what a click on `hit` selects; a page link stands for its flow."""
    match hit:
        case SymbolHit(page, symbol) | HandleHit(page, symbol, _):
            return Selection(chart=sheet.chart_of(page), symbols=frozenset({symbol.symbol}))
        case FlowHit(page, flow, _) | EndHit(page, flow, _):
            return _flow(sheet, page, flow.flow)
        case LinkHit(page, link):
            return _flow(sheet, page, link.flow)
        case CellHit(page, row, _) | NumberHit(page, row) | LaneHit(page, row, _):
            return Selection(chart=sheet.chart_of(page), steps=frozenset({row.step}))
        case HeadingHit(page, cell):
            return Selection(chart=sheet.chart_of(page), actors=frozenset({cell.source}))
        case _:
            return NOTHING_SELECTED


def spot_at(hit: Hit) -> Spot | None:
    """Answer the cell that keys act on after a click on `hit`; a row number has none."""
    match hit:
        case CellHit(_, row, _):
            return Spot(row.step, hit.column)
        case LaneHit(_, row, lane):
            return Spot(row.step, Column.ACTORS, lane)
        case _:
            return None


def selection_of_spot(sheet: Sheet, spot: Spot) -> Selection:
    """Answer what is selected with a cell: the symbol that stands in it, else its row."""
    found = sheet.row_of(spot.step)
    if found is None:
        return NOTHING_SELECTED
    symbol = symbol_in(sheet, spot)
    chart = found[1].chart
    return Selection.of_symbols(chart, symbol) if symbol else Selection.of_steps(chart, spot.step)


def rows_between(sheet: Sheet, selection: Selection, step: str) -> Selection:
    """Answer the rows from the topmost selected one to `step`, for Shift and click."""
    found = sheet.row_of(step)
    if found is None:
        return selection
    page = found[1]
    rows = rows_of(sheet, page.chart)
    chosen = [index for index, row in enumerate(rows) if row in selection.steps] or [0]
    here = rows.index(step)
    first, last = min(here, chosen[0]), max(here, chosen[0])
    return Selection(chart=page.chart, steps=frozenset(rows[first : last + 1]))


def within(sheet: Sheet, band: Rect) -> Selection:
    """Answer the symbols that a rubber band touches, of the first chart that it meets."""
    for chart in dict.fromkeys(page.chart for _, page in sheet.chart_pages()):
        symbols = frozenset(
            symbol.symbol
            for index, page in sheet.chart_pages()
            if page.chart == chart
            for symbol in page.symbols
            if sheet.on_sheet(index, symbol.rect).intersects(band)
        )
        if symbols:
            return Selection(chart=chart, symbols=symbols)
    return NOTHING_SELECTED


def everything(document: Document, chart_id: str) -> Selection:
    """Answer all rows, symbols and flows of a chart."""
    chart = document.chart(chart_id)
    return Selection(
        chart=chart_id,
        steps=frozenset(step.id for step in chart.steps),
        symbols=frozenset(symbol.id for _, symbol in chart.symbols()),
        flows=frozenset(flow.id for flow in chart.flows),
    )


def _flow(sheet: Sheet, page: int, flow: str) -> Selection:
    if not flow:
        return NOTHING_SELECTED
    return Selection(chart=sheet.chart_of(page), flows=frozenset({flow}))
