"""Where on the pages the symbols, flows and steps stand that are looked at."""

from collections.abc import Iterator

from msgspec import Struct

from sopeditor.foundation.geometry import Polyline, Rect, bounding_box
from sopeditor.layout.placement import ChartPage, DocumentLayout

_HALO = 2.0


class Mark(Struct, frozen=True):
    """A box on a page by its index, in points; `line` for what is a line."""

    page: int
    box: Rect
    line: Polyline = ()


def marks_of(layout: DocumentLayout, names: frozenset[str]) -> Iterator[Mark]:
    """Answer the marks of symbols, flows and steps by their ids, from the first page on."""
    for number, page in enumerate(layout.pages):
        if isinstance(page, ChartPage):
            for symbol in page.symbols:
                if symbol.symbol in names:
                    yield Mark(number, symbol.rect.grown(_HALO))
            for flow in page.flows:
                if flow.flow in names:
                    yield Mark(number, bounding_box(flow.points).grown(_HALO), flow.points)
            for row in page.rows:
                if row.step in names:
                    yield Mark(number, row.rect)
