"""What a command would lead to, as it is shown: the sheet afterwards and what differs on it."""

from collections.abc import Iterator

from msgspec import Struct

from sopeditor.canvas.sheet import Sheet
from sopeditor.foundation.geometry import Point, Polyline, Rect
from sopeditor.layout.placement import ChartPage, Page
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind


class PastSymbol(Struct, frozen=True):
    """A symbol where it stands now and would not stand any more, on the sheet."""

    kind: SymbolKind
    rect: Rect


class Outlook(Struct, frozen=True):
    """The document and the sheet as they would be.

    `ids` are the steps, symbols and flows that would be new or different. `lines` and
    `symbols` are what would be gone from its place, on pages whose rows and lanes stay.
    `shifted` tells that rows or lanes of some page would stand elsewhere.
    """

    document: Document
    sheet: Sheet
    ids: frozenset[str]
    lines: tuple[Polyline, ...]
    symbols: tuple[PastSymbol, ...]
    shifted: bool


def outlook(now: tuple[Document, Sheet], then: tuple[Document, Sheet]) -> Outlook:
    """Answer what shows of the way from one document, as laid out, to another."""
    (before, sheet_before), (after, sheet_after) = now, then
    steady = _steady(sheet_before, sheet_after)
    symbols = _differing(_symbols(before), _symbols(after))
    flows = _differing(_flows(before), _flows(after))
    flows |= {
        flow.id
        for chart in after.charts
        for flow in chart.flows
        if flow.source in symbols or flow.target in symbols
    }
    flows |= _led_otherwise(sheet_before, sheet_after, steady)
    steps = _steps(after) - _steps(before)
    if _steps(after) == _steps(before):
        # Rows or lanes in another order: the lines between them become others.
        flows |= _differing(_ways(before), _ways(after))
    return Outlook(
        after,
        sheet_after,
        frozenset(symbols | flows | steps),
        tuple(_past_lines(sheet_before, sheet_after, steady)),
        tuple(_past_symbols(sheet_before, sheet_after, steady)),
        len(steady) < max(len(sheet_before.strips), len(sheet_after.strips)),
    )


def _differing(before: dict[str, object], after: dict[str, object]) -> set[str]:
    return {name for name, thing in after.items() if before.get(name) != thing}


def _symbols(document: Document) -> dict[str, object]:
    """Answer by id where each symbol stands and what it is."""
    return {symbol.id: (step.id, symbol) for step, symbol in _placed(document)}


def _placed(document: Document) -> Iterator[tuple[Step, Symbol]]:
    for chart in document.charts:
        for step in chart.steps:
            for symbol in step.symbols:
                yield step, symbol


def _flows(document: Document) -> dict[str, object]:
    flows: Iterator[Flow] = (flow for chart in document.charts for flow in chart.flows)
    return {flow.id: flow for flow in flows}


def _ways(document: Document) -> dict[str, object]:
    """Answer by id how many rows down and lanes to the right each flow leads."""
    ways: dict[str, object] = {}
    for chart in document.charts:
        places = {
            symbol.id: (row, chart.lanes.index(symbol.actors[0])) for row, symbol in chart.symbols()
        }
        for flow in chart.flows:
            (row, lane), (to_row, to_lane) = places[flow.source], places[flow.target]
            ways[flow.id] = to_row - row, to_lane - lane
    return ways


def _steps(document: Document) -> set[str]:
    return {step.id for chart in document.charts for step in chart.steps}


def _steady(before: Sheet, after: Sheet) -> frozenset[int]:
    """Answer the pages whose rows and lanes stay where they are."""
    pairs = zip(before.layout.pages, after.layout.pages, strict=False)
    same = {number for number, (old, new) in enumerate(pairs) if _frame(old) == _frame(new)}
    return frozenset(
        number for number in same if before.strips[number].origin == after.strips[number].origin
    )


def _frame(page: Page) -> object:
    """Answer where rows and lanes stand."""
    if not isinstance(page, ChartPage):
        return None
    rows = tuple((row.step, row.rect) for row in page.rows)
    lanes = tuple((column.actor, column.left, column.width) for column in page.columns)
    return page.chart, rows, lanes


def _steady_pairs(
    before: Sheet, after: Sheet, steady: frozenset[int]
) -> Iterator[tuple[int, ChartPage, ChartPage]]:
    for number in sorted(steady):
        old, new = before.layout.pages[number], after.layout.pages[number]
        if old is not new and isinstance(old, ChartPage) and isinstance(new, ChartPage):
            yield number, old, new


def _led_otherwise(before: Sheet, after: Sheet, steady: frozenset[int]) -> set[str]:
    """Answer the flows that would run elsewhere although rows and lanes stay."""
    led: set[str] = set()
    for _, old, new in _steady_pairs(before, after, steady):
        lines = {flow.id: flow.points for flow in old.flows}
        led |= {flow.flow for flow in new.flows if lines.get(flow.id) != flow.points}
    return led - {""}


def _past_lines(before: Sheet, after: Sheet, steady: frozenset[int]) -> Iterator[Polyline]:
    for number, old, new in _steady_pairs(before, after, steady):
        kept, origin = {flow.points for flow in new.flows}, before.origin(number)
        for flow in old.flows:
            if flow.points not in kept:
                yield tuple(Point(x + origin.x, y + origin.y) for x, y in flow.points)


def _past_symbols(before: Sheet, after: Sheet, steady: frozenset[int]) -> Iterator[PastSymbol]:
    for number, old, new in _steady_pairs(before, after, steady):
        kept = {symbol.rect for symbol in new.symbols}
        for symbol in old.symbols:
            if symbol.rect not in kept:
                yield PastSymbol(symbol.kind, before.on_sheet(number, symbol.rect))
