"""Flows -> line, arrow head and label."""

import math
from collections.abc import Iterator
from itertools import pairwise

from sopeditor.drawing.strokes import (
    Close,
    CurveTo,
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

#: Half the width of the bow with which a line hops over another, in points.
HOP_RADIUS = 2.5

#: Control points this many radii high draw half a circle.
_BOW = 4 / 3


def draw_flow(flow: PlacedFlow) -> tuple[Stroke, ...]:
    """Answer a flow's line, its arrow head (a joint line has none) and its label."""
    return (*draw_line(flow), *(draw_label(flow)))


def draw_line(flow: PlacedFlow) -> tuple[Stroke, ...]:
    """Answer line and arrow head alone."""
    if flow.kind is FlowKind.JOINT:
        return (PathStroke(line_path(flow.points, flow.hops), FLOW_PEN),)
    line, head = _with_arrow(flow.points)
    return (PathStroke(line_path(line, flow.hops), FLOW_PEN), PathStroke(head, None, Ink.LINE))


def draw_label(flow: PlacedFlow) -> tuple[Stroke, ...]:
    """Answer the label's text on a patch of paper, so that no grid line runs through it."""
    if flow.label is None:
        return ()
    return (rectangle(flow.label.rect, None, Ink.PAPER), *draw_text(flow.label))


def line_path(points: Polyline, hops: tuple[Point, ...] = ()) -> tuple[PathPart, ...]:
    """Answer the path through `points`, with a small bow over each of `hops`."""
    parts: list[PathPart] = [MoveTo(points[0])]
    for before, after in pairwise(points):
        parts += _bows(before, after, hops)
        parts.append(LineTo(after))
    return tuple(parts)


def _bows(before: Point, after: Point, hops: tuple[Point, ...]) -> Iterator[PathPart]:
    """Answer the bows on one level piece, in the order in which it runs."""
    if before.y != after.y:
        return
    forward = 1 if after.x > before.x else -1
    reached = before.x
    for hop in sorted(hops, key=lambda point: forward * point.x):
        start, end = hop.x - forward * HOP_RADIUS, hop.x + forward * HOP_RADIUS
        # A bow without room before it, or behind it up to the corner, would be a knot.
        if hop.y == before.y and _within(reached, start, end, after.x):
            yield LineTo(Point(start, hop.y))
            top = hop.y - HOP_RADIUS * _BOW
            yield CurveTo(Point(start, top), Point(end, top), Point(end, hop.y))
            reached = end


def _within(*places: float) -> bool:
    """Answer whether the places follow each other in one direction."""
    return list(places) in (sorted(places), sorted(places, reverse=True))


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
