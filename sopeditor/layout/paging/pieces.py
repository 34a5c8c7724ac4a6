"""The lines of one page: whole flows, halves that end at a page link, plain lines."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.layout.paging.chart_plan import ChartPlan
from sopeditor.layout.paging.joints import Joint, in_lane_order
from sopeditor.layout.paging.labels import label_words
from sopeditor.layout.paging.links import FlowEnds, link_id
from sopeditor.layout.paging.pagination import Span
from sopeditor.layout.wrapping import NOTHING, Wrapped
from sopeditor.model.flow import NO_HINTS, FlowHints, FlowKind


class Piece(Struct, frozen=True):
    """A line to be drawn on this page; `flow` is empty for the line to a partner box.

    `unheeded` tells that wishes by hand are set aside, as they were for a line on one page.
    """

    id: str
    flow: str
    kind: FlowKind
    source: str
    target: str
    hints: FlowHints
    label: Wrapped = NOTHING
    unheeded: bool = False


def page_pieces(plan: ChartPlan, span: Span) -> Iterator[Piece]:
    """Answer the lines of the page that shows the rows of `span`."""
    touching = plan.links.touching(span.first, span.last)
    joints = _joints(plan, span, touching)
    flows = {ends.flow.id for ends in touching}
    for joint in joints.values():
        if joint.id not in flows:
            yield Piece(joint.id, "", FlowKind.JOINT, joint.source, joint.target, NO_HINTS)
    for ends in touching:
        yield _flow_piece(plan, span, ends, joints.get(ends.flow.id))


def _joints(plan: ChartPlan, span: Span, touching: list[FlowEnds]) -> Mapping[str, Joint]:
    """Answer the plain lines within rows, to partner boxes first, from lane to lane."""
    boxes = [box for row in plan.rows.rows[span.first : span.last + 1] for box in row.symbols.boxes]
    partners = [
        Joint(f"{left}-{right}", left, right)
        for row in plan.rows.rows[span.first : span.last + 1]
        for left, right in row.symbols.joints
    ]
    flows = [
        Joint(ends.flow.id, ends.flow.source, ends.flow.target)
        for ends in touching
        if ends.flow.kind is FlowKind.JOINT and ends.source_row == ends.target_row
    ]
    lanes = plan.columns.lanes
    axes = {box.id: lanes.middle(box.first_lane, box.last_lane) + box.dx for box in boxes}
    return {joint.id: joint for joint in in_lane_order([*partners, *flows], axes)}


def _flow_piece(plan: ChartPlan, span: Span, ends: FlowEnds, joint: Joint | None) -> Piece:
    """Answer a flow, or the half of it that is on this page; the label stays at its start."""
    flow = ends.flow
    leaves = not span.first <= ends.target_row <= span.last
    comes_in = not span.first <= ends.source_row <= span.last
    if comes_in:
        hints = FlowHints(target_side=flow.hints.target_side)
        link = link_id(flow, outgoing=False)
        return Piece(f"{flow.id}/in", flow.id, flow.kind, link, flow.target, hints)
    label = label_words(plan.context, flow.label)
    if leaves:
        hints = replace(flow.hints, target_side=None, way_points=())
        link = link_id(flow, outgoing=True)
        aside = bool(flow.hints.way_points)
        return Piece(f"{flow.id}/out", flow.id, flow.kind, flow.source, link, hints, label, aside)
    if joint and joint.pair != {flow.source, flow.target}:
        source, target, aside = joint.source, joint.target, flow.hints != NO_HINTS
        return Piece(flow.id, flow.id, flow.kind, source, target, NO_HINTS, label, aside)
    return Piece(flow.id, flow.id, flow.kind, flow.source, flow.target, flow.hints, label)
