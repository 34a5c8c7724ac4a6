"""A layout as plain data for measuring how well its lines run.

Each page of a chart becomes one routed diagram: `nodes` with `id, x, y, w, h, kind` and
`edges` with `id, source, target, label, points`; lengths in pixels of 1/96 inch. Only
arrows are edges: plain lines between symbols done together are left out. Lines that leave a
decision by one side under the same words are one branch; the first of them has its label.
`metrics` are the figures of the page that tell a good drawing from a poor one.
"""

from typing import Any

from sopeditor.foundation.geometry import Rect
from sopeditor.foundation.units import pt_to_px
from sopeditor.layout.placement import ChartPage, DocumentLayout, PlacedFlow
from sopeditor.layout.quality import (
    count_against_the_flow,
    count_bends,
    count_branches_together,
    count_crossings,
    count_through_symbols,
    length_of,
    most_bends,
    side_left_by,
)
from sopeditor.model.flow import FlowKind


def bench_pages(layout: DocumentLayout) -> list[dict[str, Any]]:
    """Answer every page of every chart as a routed diagram, in order."""
    return [
        _page(number, page)
        for number, page in enumerate(layout.pages, start=1)
        if isinstance(page, ChartPage)
    ]


def _page(number: int, page: ChartPage) -> dict[str, Any]:
    symbols = [_node(symbol.id, symbol.rect, symbol.kind.value) for symbol in page.symbols]
    links = [_node(link.id, link.rect, "offpage") for link in page.links]
    known: set[tuple[str, str, str]] = set()
    edges = [_edge(flow, known) for flow in page.flows if flow.kind is FlowKind.FLOW]
    return {
        "name": f"{page.chart}-{number}",
        "nodes": [*symbols, *links],
        "edges": edges,
        "metrics": {
            "crossings": count_crossings(page),
            "bends": count_bends(page),
            "most_bends": most_bends(page),
            "against_the_flow": count_against_the_flow(page),
            "branches_together": count_branches_together(page),
            "through_symbols": count_through_symbols(page),
            "length": round(pt_to_px(sum(map(length_of, page.flows))), 2),
        },
    }


def _node(name: str, rect: Rect, kind: str) -> dict[str, Any]:
    return {
        "id": name,
        "x": pt_to_px(rect.x),
        "y": pt_to_px(rect.y),
        "w": pt_to_px(rect.width),
        "h": pt_to_px(rect.height),
        "kind": kind,
    }


def _edge(flow: PlacedFlow, known: set[tuple[str, str, str]]) -> dict[str, Any]:
    edge: dict[str, Any] = {
        "id": flow.id,
        "source": flow.source,
        "target": flow.target,
        "points": [[pt_to_px(point.x), pt_to_px(point.y)] for point in flow.points],
    }
    if flow.label:
        branch = (flow.source, flow.label.raw, side_left_by(flow))
        if branch not in known:
            edge["label"] = " ".join(flow.label.lines)
        known.add(branch)
    return edge
