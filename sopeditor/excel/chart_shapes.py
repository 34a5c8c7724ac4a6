"""The drawing of a chart's sheet: symbols, page links, glued connectors and labels."""

import math
from collections.abc import Iterator

from sopeditor.excel.anchors import DrawingPart
from sopeditor.excel.connectors import connector_geometry
from sopeditor.excel.flavour import Flavour
from sopeditor.excel.plan import PageShift, SheetPlan
from sopeditor.excel.shapes import (
    Glue,
    Label,
    connector_shape,
    either,
    label_shape,
    plain_line,
    symbol_shape,
)
from sopeditor.foundation.geometry import Point, Rect
from sopeditor.foundation.progress import UNWATCHED, Progress
from sopeditor.layout.placement import ChartPage, PlacedFlow, PlacedText
from sopeditor.model.flow import FlowKind
from sopeditor.model.symbol import SymbolKind

_PRESETS = {
    SymbolKind.TERMINATOR: "flowChartTerminator",
    SymbolKind.PROCESS: "flowChartProcess",
    SymbolKind.DECISION: "flowChartDecision",
}
_LINK_PRESET = "flowChartOffpageConnector"

#: Names survive every program that opens the workbook; a reader recognises ours by this.
_OURS = "SOP"


def draw_chart(
    plan: SheetPlan,
    pages: tuple[ChartPage, ...],
    flavour: Flavour = Flavour.EXCEL,
    progress: Progress = UNWATCHED,
) -> DrawingPart:
    """Answer the drawing of all pages of a chart; raises `Cancelled` between two pages."""
    part = DrawingPart(plan.grid)
    first = 1
    for page, shift in zip(progress.over(pages), plan.shifts, strict=True):
        first = _PageShapes(part, page, shift, flavour, first).draw()
    return part


class _PageShapes:
    """Draws one page; numbers its shapes from `first` on."""

    def __init__(
        self, part: DrawingPart, page: ChartPage, shift: PageShift, flavour: Flavour, first: int
    ) -> None:
        self._part = part
        self._page = page
        self._shift = shift
        self._flavour = flavour
        self._rects = {symbol.id: symbol.rect for symbol in page.symbols}
        self._rects |= {link.id: link.rect for link in page.links}
        self._numbers = {name: first + index for index, name in enumerate(self._rects)}
        self._next = first + len(self._rects)

    def draw(self) -> int:
        """Add all shapes, lines first so that symbols cover their ends; answer the next id."""
        for flow in self._page.flows:
            self._draw_flow(flow)
        for symbol in self._page.symbols:
            self._draw_symbol(symbol.id, symbol.kind.value, _PRESETS[symbol.kind], symbol.caption)
        for link in self._page.links:
            self._draw_symbol(link.id, f"{link.number}", _LINK_PRESET, link.text)
        for flow in self._page.flows:
            if flow.label is not None:
                self._draw_label(flow, flow.label)
        return self._next

    def _draw_symbol(self, name: str, kind: str, preset: str, caption: PlacedText | None) -> None:
        box = self._shift.box(self._rects[name])
        shape = symbol_shape(
            self._numbers[name], f"{_OURS} {name} {kind}", preset, box, _label(caption)
        )
        self._part.add(shape, box)

    def _draw_flow(self, flow: PlacedFlow) -> None:
        geometry = connector_geometry(tuple(map(self._shift.corner, flow.points)))
        number, name = self._number(), _flow_name(flow)
        ends = (
            self._glue(flow.source, flow.points[0]),
            self._glue(flow.target, flow.points[-1]),
        )
        arrow = flow.kind is FlowKind.FLOW
        native = connector_shape(number, name, geometry, ends, arrow=arrow)
        if self._flavour is Flavour.COMPAT:
            native = either(native, plain_line(number, name, geometry, arrow=arrow))
        self._part.add(native, geometry.box)

    def _draw_label(self, flow: PlacedFlow, text: PlacedText) -> None:
        box = self._shift.box(text.rect)
        label = Label(text.lines, text.font)
        self._part.add(label_shape(self._number(), f"{_flow_name(flow)} label", box, label), box)

    def _number(self) -> int:
        self._next += 1
        return self._next - 1

    def _glue(self, name: str, end: Point) -> Glue:
        sites = list(_sites(self._rects[name]))
        nearest = min(range(len(sites)), key=lambda index: math.dist(sites[index], end))
        return Glue(self._numbers[name], nearest)


def _sites(rect: Rect) -> Iterator[Point]:
    """Answer the connection sites that all four presets have: top, left, bottom, right."""
    centre = rect.centre
    yield Point(centre.x, rect.top)
    yield Point(rect.left, centre.y)
    yield Point(centre.x, rect.bottom)
    yield Point(rect.right, centre.y)


def _flow_name(flow: PlacedFlow) -> str:
    label = f" {' '.join(flow.label.lines)}" if flow.label else ""
    return f"{_OURS} {flow.source}>{flow.target}{label}"


def _label(text: PlacedText | None) -> Label | None:
    return Label(text.lines, text.font) if text else None
