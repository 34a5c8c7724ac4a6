"""Flows -> line, arrow head and label."""

import math

from sopeditor.drawing.strokes import (
    Close,
    Ink,
    LineTo,
    MoveTo,
    PathPart,
    PathStroke,
    Pen,
    Stroke,
    rectangle,
)
from sopeditor.drawing.text import draw_text
from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.layout.placement import PlacedFlow
from sopeditor.model.flow import FlowKind

FLOW_PEN = Pen(Ink.LINE, 0.75)

#: Length and half width of the filled arrow head, in points (practice: small and filled).
ARROW_LENGTH = 5.0
ARROW_HALF_WIDTH = 2.0


def draw_flow(flow: PlacedFlow) -> tuple[Stroke, ...]:
    """Answer a flow's line, its arrow head (a joint line has none) and its label."""
    return (*draw_line(flow), *(draw_label(flow)))


def draw_line(flow: PlacedFlow) -> tuple[Stroke, ...]:
    """Answer line and arrow head alone."""
    if flow.kind is FlowKind.JOINT:
        return (PathStroke(line_path(flow.points), FLOW_PEN),)
    line, head = _with_arrow(flow.points)
    return (PathStroke(line_path(line), FLOW_PEN), PathStroke(head, None, Ink.LINE))


def draw_label(flow: PlacedFlow) -> tuple[Stroke, ...]:
    """Answer the label's text on a patch of paper, so that no grid line runs through it."""
    if flow.label is None:
        return ()
    return (rectangle(flow.label.rect, None, Ink.PAPER), *draw_text(flow.label))


def line_path(points: Polyline) -> tuple[PathPart, ...]:
    """Answer the path through `points`."""
    return (MoveTo(points[0]), *(LineTo(point) for point in points[1:]))


def _with_arrow(points: Polyline) -> tuple[Polyline, tuple[PathPart, ...]]:
    """Answer the line, cut back to where the head begins, and the head's outline."""
    before, tip = points[-2], points[-1]
    length = math.dist(before, tip)
    ux, uy = (tip.x - before.x) / length, (tip.y - before.y) / length
    reach = min(ARROW_LENGTH, length)
    base = Point(tip.x - ux * reach, tip.y - uy * reach)
    side = Point(-uy * ARROW_HALF_WIDTH, ux * ARROW_HALF_WIDTH)
    head = (
        MoveTo(tip),
        LineTo(Point(base.x + side.x, base.y + side.y)),
        LineTo(Point(base.x - side.x, base.y - side.y)),
        Close(),
    )
    return (*points[:-1], base), head
