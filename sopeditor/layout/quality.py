"""How well a layout draws: the figures by which one drawing is better than another."""

import math
from itertools import pairwise

from sopeditor.layout.crossings import crossings, runs_through
from sopeditor.layout.placement import ChartPage, DocumentLayout, PlacedFlow
from sopeditor.model.drawn import DrawnChart
from sopeditor.model.flow import FlowKind


def drawn_charts(layout: DocumentLayout) -> tuple[DrawnChart, ...]:
    """Answer the figures of every chart, over all its pages."""
    charts: dict[str, list[ChartPage]] = {}
    for page in layout.pages:
        if isinstance(page, ChartPage):
            charts.setdefault(page.chart, []).append(page)
    return tuple(_drawn(chart, pages, layout.dropped_hints) for chart, pages in charts.items())


def count_crossings(page: ChartPage) -> int:
    """Answer how often lines of a page cross."""
    return sum(len(points) for points in crossings(page.flows).values())


def count_bends(page: ChartPage) -> int:
    """Answer the bends of all lines of a page."""
    return sum(max(0, len(flow.points) - 2) for flow in page.flows)


def length_of(flow: PlacedFlow) -> float:
    """Answer how long a line is, in points."""
    return sum(math.dist(before, after) for before, after in pairwise(flow.points))


def count_through_symbols(page: ChartPage) -> int:
    """Answer how many pairs of a line and a symbol that is not its own run through it."""
    boxes = [(symbol.id, symbol.rect) for symbol in page.symbols]
    boxes += [(link.id, link.rect) for link in page.links]
    return sum(
        runs_through(flow, rect)
        for flow in page.flows
        for name, rect in boxes
        if name not in {flow.source, flow.target}
    )


def _drawn(chart: str, pages: list[ChartPage], dropped: tuple[str, ...]) -> DrawnChart:
    drawn = {flow.flow for page in pages for flow in page.flows}
    return DrawnChart(
        chart=chart,
        lines=sum(flow.kind is FlowKind.FLOW for page in pages for flow in page.flows),
        crossings=sum(map(count_crossings, pages)),
        bends=sum(map(count_bends, pages)),
        through_symbols=sum(map(count_through_symbols, pages)),
        dropped_hints=tuple(flow for flow in dropped if flow in drawn),
    )
