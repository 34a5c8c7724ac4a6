"""What is wrong with the lines of a finished page, found by looking at the page alone.

The judges of routed problems are asked about pages as they are printed: symbols, partner
boxes and page links stand for the router's symbols, halves of flows for its flows.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import dist

from sopeditor.foundation.geometry import Point, Rect, Size
from sopeditor.layout.placement import ChartPage, PlacedFlow
from sopeditor.layout.quality import side_left_by
from sopeditor.layout.routing.problem import (
    Outline,
    RoutingFlow,
    RoutingProblem,
    RoutingSymbol,
)
from sopeditor.model.flow import FlowKind
from sopeditor.model.symbol import SymbolKind
from tests.property.test_routing_properties import line_faults, overlaps, shared_ports

#: An arrow's head, and the stub beside which a label is read as that of its line, in points.
HEAD, STUB = 6.0, 7.5
#: Branches of a decision that have a side each wherever they can; the first three always do.
MOST_BRANCHES, SURE_BRANCHES = 4, 3
_SAME = 0.02


def page_faults(page: ChartPage) -> list[str]:
    """Answer what no page may have: lines through things, over each other, ends in the air."""
    problem = as_problem(page)
    symbols = {symbol.id: symbol for symbol in problem.symbols}
    lines = {flow.id: flow.points for flow in page.flows}
    found = [
        fault
        for flow in problem.flows
        for fault in line_faults(problem, flow, lines[flow.id], symbols)
    ]
    found += overlaps(lines)
    found += shared_ports(problem, lines)
    return found + branch_faults(page, SURE_BRANCHES)


def short_legs(page: ChartPage) -> list[str]:
    """Answer the lines whose arrow's head or label has too short a leg."""
    found = []
    for flow in page.flows:
        if flow.kind is FlowKind.FLOW and dist(*flow.points[-2:]) < HEAD - _SAME:
            found.append(f"{flow.id}: its last leg is shorter than its head")
        if flow.label is not None and dist(*flow.points[:2]) < STUB - _SAME:
            found.append(f"{flow.id}: its first leg is shorter than its label needs")
    return found


def as_problem(page: ChartPage) -> RoutingProblem:
    """Answer the page as the problem whose answer it shows."""
    lanes = [column for column in page.columns if column.lane is not None]
    links = (
        RoutingSymbol(
            id=link.id, rect=link.rect, row=link.row, first_lane=link.lane, last_lane=link.lane
        )
        for link in page.links
    )
    return RoutingProblem(
        lanes=(*(lane.left for lane in lanes), lanes[-1].right) if lanes else (0.0, 0.0),
        rows=(page.body.top, *(row.rect.bottom for row in page.rows)),
        symbols=(*routing_symbols(page), *links),
        flows=tuple(map(_flow, page.flows)),
    )


def routing_symbols(page: ChartPage) -> Iterator[RoutingSymbol]:
    """Answer the symbols and partner boxes of a page."""
    for symbol in page.symbols:
        is_diamond = symbol.kind is SymbolKind.DECISION and not symbol.partner
        yield RoutingSymbol(
            id=symbol.id,
            rect=symbol.rect,
            row=symbol.row,
            first_lane=symbol.first_lane,
            last_lane=symbol.last_lane,
            outline=Outline.DIAMOND if is_diamond else Outline.BOX,
        )


def _flow(flow: PlacedFlow) -> RoutingFlow:
    return RoutingFlow(
        id=flow.id,
        source=flow.source,
        target=flow.target,
        kind=flow.kind,
        label=Size(flow.label.rect.width, flow.label.rect.height) if flow.label else None,
        branch=flow.label.raw.strip().casefold() if flow.label else "",
    )


def branch_faults(page: ChartPage, most: int) -> list[str]:
    """Answer the decisions of up to `most` branches of which two leave by one side.

    Branches are known by their words.
    """
    decisions = {symbol.id for symbol in routing_symbols(page) if symbol.outline is Outline.DIAMOND}
    sides: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for flow in page.flows:
        if flow.label is not None and flow.source in decisions:
            words = flow.label.raw.strip().casefold()
            sides[flow.source][side_left_by(flow)].add(words)
    return [
        f"branches {sorted(words)} of {name} leave by its {side}"
        for name, own in sides.items()
        if len(set().union(*own.values())) <= most
        for side, words in own.items()
        if len(words) > 1
    ]


def label_faults(page: ChartPage) -> list[str]:
    """Answer the labels that stand on a line, on something that stands, or on each other."""
    labels = [(flow.id, flow.label.rect) for flow in page.flows if flow.label]
    standing = [(symbol.id, symbol.rect) for symbol in page.symbols]
    standing += [(link.id, link.rect) for link in page.links]
    found = []
    for place, (name, box) in enumerate(labels):
        inner = box.grown(-_SAME)
        found += [
            f"the label of {name} stands on {flow.id}"
            for flow in page.flows
            if any(_leg(a, b).intersects(inner) for a, b in pairwise(flow.points))
        ]
        for other, rect in (*standing, *labels[place + 1 :]):
            if rect.grown(-_SAME).intersects(inner) and not _beside_diamond(page, other, box):
                found.append(f"the label of {name} stands on {other}")
    return found


def _leg(a: Point, b: Point) -> Rect:
    return Rect.spanning(
        min(a.x, b.x) - _SAME, min(a.y, b.y) - _SAME, max(a.x, b.x) + _SAME, max(a.y, b.y) + _SAME
    )


def _beside_diamond(page: ChartPage, name: str, box: Rect) -> bool:
    """Answer whether a label stands in the empty corner of a diamond's box."""
    for symbol in page.symbols:
        if symbol.id == name and symbol.kind is SymbolKind.DECISION and not symbol.partner:
            near = Point(
                min(max(symbol.rect.centre.x, box.left), box.right),
                min(max(symbol.rect.centre.y, box.top), box.bottom),
            )
            across = abs(near.x - symbol.rect.centre.x) / (symbol.rect.width / 2)
            down = abs(near.y - symbol.rect.centre.y) / (symbol.rect.height / 2)
            return across + down >= 1
    return False
