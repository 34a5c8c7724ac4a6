"""One page of a chart before its lines: the rows in their places and what is to be routed."""

from collections.abc import Iterator

from msgspec import Struct

from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.paging.chart_plan import ChartPlan, link_rows
from sopeditor.layout.paging.labels import label_size
from sopeditor.layout.paging.links import LinkEnd, LinkRow
from sopeditor.layout.paging.pagination import Span
from sopeditor.layout.paging.pieces import Piece, page_pieces
from sopeditor.layout.routing.problem import (
    Outline,
    RoutingFlow,
    RoutingProblem,
    RoutingSymbol,
)
from sopeditor.layout.table.rows import Row
from sopeditor.layout.table.symbols import SymbolBox
from sopeditor.model.symbol import SymbolKind


class Slot(Struct, frozen=True):
    """A row of a page: of a step (`row`) or of links; `key` names it for its extra height."""

    key: str
    rect: Rect
    position: int
    index: int = -1
    row: Row | None = None
    links: LinkRow | None = None


class Standing(Struct, frozen=True):
    """A symbol or a page link in its place on the page."""

    what: SymbolBox | LinkEnd
    rect: Rect
    slot: int
    first_lane: int
    last_lane: int


class PageFrame(Struct, frozen=True):
    """A page with everything but its lines; `top` is the upper edge of the table."""

    plan: ChartPlan
    span: Span | None
    top: float
    slots: tuple[Slot, ...]
    standing: tuple[Standing, ...]
    pieces: tuple[Piece, ...]

    @property
    def is_first(self) -> bool:
        """Whether this is the first page of its chart."""
        return self.span is None or self.span.first == 0

    @property
    def is_last(self) -> bool:
        """Whether this is the last page of its chart."""
        return self.span is None or self.span.last == len(self.plan.rows.rows) - 1

    @property
    def body_top(self) -> float:
        """The upper edge of the first row."""
        return self.top + self.plan.header.height

    @property
    def bottom(self) -> float:
        """The lower edge of the table."""
        return self.slots[-1].rect.bottom if self.slots else self.body_top

    def problem(self) -> RoutingProblem:
        """Answer what the router is asked."""
        return RoutingProblem(
            lanes=self.plan.columns.lane_edges,
            rows=(*(slot.rect.top for slot in self.slots), self.bottom),
            symbols=tuple(_routing_symbol(standing) for standing in self.standing),
            flows=tuple(self._routing_flow(piece) for piece in self.pieces),
            trunks=self.plan.context.style.trunks,
        )

    def _routing_flow(self, piece: Piece) -> RoutingFlow:
        return RoutingFlow(
            id=piece.id,
            source=piece.source,
            target=piece.target,
            kind=piece.kind,
            label=label_size(self.plan.context, piece.label),
            branch=piece.label.raw.strip().casefold(),
            hints=piece.hints,
        )


def frame_of(plan: ChartPlan, span: Span | None) -> PageFrame:
    """Answer the page that shows the rows of `span`; None: the head alone."""
    if span is None:
        return PageFrame(plan, None, _top(plan, 0), (), (), ())
    top = _top(plan, span.first)
    slots = tuple(_slots(plan, span, top + plan.header.height))
    standing = tuple(_standing(plan, slots))
    return PageFrame(plan, span, top, slots, standing, tuple(page_pieces(plan, span)))


def _top(plan: ChartPlan, first: int) -> float:
    return plan.context.sheet.body.top + (0.0 if first else plan.above.height)


def _slots(plan: ChartPlan, span: Span, y: float) -> Iterator[Slot]:
    rows = plan.rows.rows
    left, width = plan.columns.left, plan.columns.right - plan.columns.left
    top, bottom = link_rows(plan, span)
    first, last = rows[span.first], rows[span.last]
    if top.ends:
        rect = Rect(left, y, width, top.height)
        yield Slot(f"top/{first.step.id}", rect, first.position, links=top)
        y += top.height
    heights = plan.rows.heights(span.first, span.last, plan.context)
    for index, height in enumerate(heights, start=span.first):
        row = rows[index]
        yield Slot(row.step.id, Rect(left, y, width, height), row.position, index, row)
        y += height
    if bottom.ends:
        rect = Rect(left, y, width, bottom.height)
        yield Slot(f"bottom/{last.step.id}", rect, last.position, links=bottom)


def _standing(plan: ChartPlan, slots: tuple[Slot, ...]) -> Iterator[Standing]:
    edges = plan.columns.lane_edges
    for place, slot in enumerate(slots):
        middle = slot.rect.centre.y
        for box in slot.row.symbols.boxes if slot.row else ():
            first, last = box.first_lane, box.last_lane
            axis = edges[last] if first != last else (edges[first] + edges[first + 1]) / 2
            rect = Rect.centred(Point(axis + box.dx, middle + box.dy), box.size)
            yield Standing(box, rect, place, first, last)
        for end in slot.links.ends if slot.links else ():
            axis = (edges[end.lane] + edges[end.lane + 1]) / 2
            rect = Rect.centred(Point(axis + end.dx, middle + end.dy), end.size)
            yield Standing(end, rect, place, end.lane, end.lane)


def _routing_symbol(standing: Standing) -> RoutingSymbol:
    what = standing.what
    is_diamond = isinstance(what, SymbolBox) and what.kind is SymbolKind.DECISION
    return RoutingSymbol(
        id=what.id,
        rect=standing.rect,
        row=standing.slot,
        first_lane=standing.first_lane,
        last_lane=standing.last_lane,
        outline=Outline.DIAMOND if is_diamond else Outline.BOX,
    )
