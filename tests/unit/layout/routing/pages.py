"""Small pages for the router's tests: symbols on a grid of equal lanes and rows."""

from sopeditor.foundation.geometry import Point, Rect, Size
from sopeditor.layout.routing.problem import (
    Outline,
    RoutingFlow,
    RoutingProblem,
    RoutingSymbol,
)
from sopeditor.model.flow import NO_HINTS, FlowHints, FlowKind

LANE, ROW = 60.0, 50.0
BOX, DIAMOND = Size(35, 18), Size(50, 24)
LABEL = Size(14, 8)


def box(name: str, row: int, lane: int, last_lane: int | None = None) -> RoutingSymbol:
    """Answer a box in the middle of its cell, or on the boundary before `last_lane`."""
    return _symbol(name, row, (lane, lane if last_lane is None else last_lane), BOX)


def diamond(name: str, row: int, lane: int) -> RoutingSymbol:
    """Answer a decision in the middle of its cell."""
    return _symbol(name, row, (lane, lane), DIAMOND)


def _symbol(name: str, row: int, lanes: tuple[int, int], size: Size) -> RoutingSymbol:
    centre = Point((lanes[0] + lanes[1] + 1) * LANE / 2, (row + 0.5) * ROW)
    return RoutingSymbol(
        id=name,
        rect=Rect.centred(centre, size),
        row=row,
        first_lane=lanes[0],
        last_lane=lanes[1],
        outline=Outline.DIAMOND if size == DIAMOND else Outline.BOX,
    )


def arrow(name: str, ends: str, hints: FlowHints = NO_HINTS) -> RoutingFlow:
    """Answer a flow between symbols given as `source>target`."""
    source, target = ends.split(">")
    return RoutingFlow(id=name, source=source, target=target, hints=hints)


def branch(name: str, ends: str, hints: FlowHints = NO_HINTS) -> RoutingFlow:
    """Answer a labelled flow."""
    source, target = ends.split(">")
    return RoutingFlow(id=name, source=source, target=target, label=LABEL, hints=hints)


def joint(name: str, ends: str) -> RoutingFlow:
    """Answer a joint line."""
    source, target = ends.split(">")
    return RoutingFlow(id=name, source=source, target=target, kind=FlowKind.JOINT)


def page(lanes: int, rows: int, *parts: RoutingSymbol | RoutingFlow) -> RoutingProblem:
    """Answer a page with so many lanes and rows."""
    return RoutingProblem(
        lanes=tuple(LANE * k for k in range(lanes + 1)),
        rows=tuple(ROW * k for k in range(rows + 1)),
        symbols=tuple(part for part in parts if isinstance(part, RoutingSymbol)),
        flows=tuple(part for part in parts if isinstance(part, RoutingFlow)),
    )
