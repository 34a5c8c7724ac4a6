"""What every document keeps: unique ids, references that lead somewhere, possible widths."""

from collections import Counter
from collections.abc import Iterator

from sopeditor.foundation.message import Message, message
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.widths import ColumnWidths, is_width


def broken_references(document: Document) -> tuple[Message, ...]:
    """Answer what is inconsistent in `document`; nothing when all is well.

    Keys: `model.duplicate_id` (id), `model.unknown_lane` (chart, id),
    `model.unknown_actor` (symbol, id), `model.no_actor` (symbol),
    `model.unknown_symbol` (flow, id), `model.bad_width` (chart, column).
    """
    return (*_duplicate_ids(document), *_dangling(document), *_bad_widths(document))


def _all_ids(document: Document) -> Iterator[str]:
    yield from (actor.id for actor in document.actors)
    for chart in document.charts:
        yield chart.id
        yield from (step.id for step in chart.steps)
        yield from (symbol.id for _, symbol in chart.symbols())
        yield from (flow.id for flow in chart.flows)


def _duplicate_ids(document: Document) -> Iterator[Message]:
    for name, times in Counter(_all_ids(document)).items():
        if times > 1:
            yield message("model.duplicate_id", id=name)


def _dangling(document: Document) -> Iterator[Message]:
    actors = {actor.id for actor in document.actors}
    for chart in document.charts:
        for lane in chart.lanes:
            if lane not in actors:
                yield message("model.unknown_lane", chart=chart.id, id=lane)
        yield from _dangling_symbols(chart)
        yield from _dangling_flows(chart)


def _dangling_symbols(chart: Chart) -> Iterator[Message]:
    for _, symbol in chart.symbols():
        if not symbol.actors:
            yield message("model.no_actor", symbol=symbol.id)
        for actor in symbol.actors:
            if actor not in chart.lanes:
                yield message("model.unknown_actor", symbol=symbol.id, id=actor)


def _dangling_flows(chart: Chart) -> Iterator[Message]:
    symbols = chart.symbol_index()
    for flow in chart.flows:
        for end in (flow.source, flow.target):
            if end not in symbols:
                yield message("model.unknown_symbol", flow=flow.id, id=end)


def _bad_widths(document: Document) -> Iterator[Message]:
    """Widths out of range, and columns that are named twice or out of their order."""
    for chart in document.charts:
        for column, width in chart.widths.by_hand:
            if not is_width(width):
                yield message("model.bad_width", chart=chart.id, column=column.value)
        if chart.widths != ColumnWidths.of(dict(chart.widths.by_hand)):
            yield message("model.bad_width", chart=chart.id, column="")
