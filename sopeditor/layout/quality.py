"""How well a layout draws: the figures by which one drawing is better than another."""

import math
from collections import defaultdict
from itertools import pairwise

from sopeditor.layout.crossings import crossings, runs_through
from sopeditor.layout.placement import ChartPage, DocumentLayout, PlacedFlow
from sopeditor.model.drawn import DrawnChart
from sopeditor.model.flow import FlowKind, Side


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


def most_bends(page: ChartPage) -> int:
    """Answer the bends of the line that has most; Excel's connectors end at four."""
    return max((len(flow.points) - 2 for flow in page.flows), default=0)


def count_against_the_flow(page: ChartPage) -> int:
    """Answer how many arrows leave upwards or arrive from below."""
    arrows = [flow.points for flow in page.flows if flow.kind is FlowKind.FLOW]
    return sum((line[1].y < line[0].y) + (line[-1].y < line[-2].y) for line in arrows)


def count_branches_together(page: ChartPage) -> int:
    """Answer how many branches of decisions leave by a side that another branch has."""
    taken: dict[tuple[str, str], set[str]] = defaultdict(set)
    for flow in page.flows:
        if flow.label is not None and flow.kind is FlowKind.FLOW:
            taken[flow.source, side_left_by(flow)].add(flow.label.raw)
    return sum(len(branches) - 1 for branches in taken.values())


def side_left_by(flow: PlacedFlow) -> Side:
    """Answer the side by which a line leaves its symbol."""
    start, following = flow.points[0], flow.points[1]
    if start.x == following.x:
        return Side.BOTTOM if following.y > start.y else Side.TOP
    return Side.RIGHT if following.x > start.x else Side.LEFT


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
