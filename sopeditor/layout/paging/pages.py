"""A page of a chart put together: head, rows, symbols, page links and routed lines."""

from collections.abc import Iterator

from sopeditor.foundation.geometry import Point, Polyline, Rect, Size
from sopeditor.layout.context import Context
from sopeditor.layout.crossings import with_hops
from sopeditor.layout.paging.captions import caption_text, link_text
from sopeditor.layout.paging.cells import placed_rows
from sopeditor.layout.paging.frames import PageFrame, Standing
from sopeditor.layout.paging.labels import label_size
from sopeditor.layout.paging.links import LinkEnd
from sopeditor.layout.paging.pieces import Piece
from sopeditor.layout.placement import (
    Align,
    ChartPage,
    PlacedFlow,
    PlacedLink,
    PlacedSymbol,
    PlacedText,
)
from sopeditor.layout.routing.problem import Route, Routing
from sopeditor.layout.table.symbols import SymbolBox


class LinkNumbers:
    """Numbers page links over the whole document, in the order of appearance."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, flow: str) -> int:
        """Answer the number of a flow's links; the next one when it appears first."""
        return self._numbers.setdefault(flow, len(self._numbers) + 1)


def place_page(frame: PageFrame, routing: Routing, numbers: LinkNumbers) -> ChartPage:
    """Answer the page; every flow has a route, or the straight line where it has none."""
    plan = frame.plan
    columns, context = plan.columns, plan.context
    left, right = columns.left, columns.right
    above = plan.above.placed(context, left, right, context.sheet.body.top)
    below = plan.below.placed(context, left, right, frame.bottom)
    flows = tuple(_flows(frame, routing))
    return ChartPage(
        chart=plan.chart.id,
        columns=columns.columns,
        table=Rect.spanning(left, frame.top, right, frame.bottom),
        body=Rect.spanning(left, frame.body_top, right, frame.bottom),
        header=plan.header.cells(frame.top),
        rows=placed_rows(frame),
        symbols=tuple(_symbols(frame)),
        links=tuple(_links(frame, numbers)),
        flows=with_hops(flows) if context.style.hops else flows,
        above=(above,) if above and frame.is_first else (),
        below=(below,) if below and frame.is_last else (),
    )


def _symbols(frame: PageFrame) -> Iterator[PlacedSymbol]:
    for standing in frame.standing:
        box, slot = standing.what, frame.slots[standing.slot]
        if isinstance(box, SymbolBox) and slot.row:
            yield PlacedSymbol(
                id=box.id,
                symbol=box.symbol,
                step=slot.row.step.id,
                kind=box.kind,
                rect=standing.rect,
                row=standing.slot,
                first_lane=standing.first_lane,
                last_lane=standing.last_lane,
                caption=caption_text(frame.plan.context, box.caption, box.kind, standing.rect),
                partner=box.partner,
            )


def _links(frame: PageFrame, numbers: LinkNumbers) -> Iterator[PlacedLink]:
    for standing in frame.standing:
        if isinstance(standing.what, LinkEnd):
            yield _link(frame.plan.context, standing, standing.what, numbers)


def _link(context: Context, standing: Standing, end: LinkEnd, numbers: LinkNumbers) -> PlacedLink:
    number = numbers.number(end.flow.id)
    return PlacedLink(
        id=end.id,
        flow=end.flow.id,
        number=number,
        outgoing=end.outgoing,
        rect=standing.rect,
        row=standing.slot,
        lane=end.lane,
        text=link_text(context, number, standing.rect),
    )


def _flows(frame: PageFrame, routing: Routing) -> Iterator[PlacedFlow]:
    routes = {route.flow: route for route in routing.routes}
    rects = {standing.what.id: standing.rect for standing in frame.standing}
    for piece in frame.pieces:
        route = routes.get(piece.id)
        points = route.points if route else _straight(rects[piece.source], rects[piece.target])
        yield PlacedFlow(
            id=piece.id,
            flow=piece.flow,
            kind=piece.kind,
            source=piece.source,
            target=piece.target,
            points=points,
            label=_label(frame.plan.context, piece, route, points),
        )


def _straight(source: Rect, target: Rect) -> Polyline:
    return (source.centre, Point(target.centre.x, source.centre.y), target.centre)


def _label(
    context: Context, piece: Piece, route: Route | None, points: Polyline
) -> PlacedText | None:
    size = label_size(context, piece.label)
    if size is None:
        return None
    font, pitch = context.fonts.label, context.style.pitch * context.fonts.label.size
    rect = route.label if route and route.label else _beside(points, size)
    return PlacedText(
        rect=rect,
        lines=piece.label.lines,
        font=font,
        pitch=pitch,
        raw=piece.label.raw,
        align=Align.CENTRE,
    )


def _beside(points: Polyline, size: Size) -> Rect:
    """Answer a box at the first leg of a line, for a label that found no better place."""
    start, end = points[0], points[1]
    if start.y == end.y:
        left = start.x + 1.5 if end.x > start.x else start.x - 1.5 - size.width
        return Rect(left, start.y - size.height - 1.0, size.width, size.height)
    top = start.y + 1.0 if end.y > start.y else start.y - 1.0 - size.height
    return Rect(start.x + 1.5, top, size.width, size.height)
