"""Commands on flows: connect, relabel, reattach, delete."""

from msgspec.structs import replace

from sopeditor.editing.cleaning import clean_flow, one_line
from sopeditor.editing.command import Command, Refused
from sopeditor.editing.naming import label_of_symbol
from sopeditor.editing.parts import (
    chart_by_id,
    chart_of_flow,
    chart_of_symbol,
    flow_by_id,
    refuse_taken,
    with_chart,
    with_flow,
    without,
)
from sopeditor.editing.rules import may_connect
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.document import Document
from sopeditor.model.flow import NO_HINTS, Flow, FlowHints, FlowKind


class Connect(Command, frozen=True, kw_only=True):
    """Draw a flow, or a joint line, between two symbols of a chart."""

    chart: str
    flow: Flow

    @override
    def named(self, document: Document) -> Message:
        joint = self.flow.kind is FlowKind.JOINT
        return _between(document, "join" if joint else "connect", self.flow)

    @override
    def apply(self, document: Document) -> Document:
        flow = self.flow
        may_connect(document, flow.source, flow.target, flow.kind).insist()
        refuse_taken(document, flow.id)
        chart = chart_by_id(document, self.chart)
        if chart_of_symbol(document, flow.source).id != chart.id:
            raise Refused(message("editing.refused.other_chart"))
        return with_chart(document, replace(chart, flows=(*chart.flows, clean_flow(flow))))


class DeleteFlows(Command, frozen=True, kw_only=True):
    """Take flows away."""

    flows: tuple[str, ...]

    @override
    def named(self, document: Document) -> Message:
        if len(self.flows) == 1:
            return _between(document, "disconnect", flow_by_id(document, self.flows[0]))
        return message("editing.name.delete_flows", count=len(self.flows))

    @override
    def apply(self, document: Document) -> Document:
        for flow_id in self.flows:
            chart = chart_of_flow(document, flow_id)
            document = with_chart(document, replace(chart, flows=without(chart.flows, (flow_id,))))
        return document


class SetFlowLabel(Command, frozen=True, kw_only=True):
    """Write the label of a flow ("Ya")."""

    flow: str
    label: str

    @property
    @override
    def merge_key(self) -> str:
        return f"label {self.flow}"

    @override
    def named(self, document: Document) -> Message:
        return _between(document, "flow_label", flow_by_id(document, self.flow))

    @override
    def apply(self, document: Document) -> Document:
        flow = flow_by_id(document, self.flow)
        return with_flow(document, replace(flow, label=one_line(self.label)))


class SetFlowHints(Command, frozen=True, kw_only=True):
    """Wish for a course of a line; no hints: the router decides alone."""

    flow: str
    hints: FlowHints

    @override
    def named(self, document: Document) -> Message:
        key = "reroute" if self.hints != NO_HINTS else "forget_route"
        return _between(document, key, flow_by_id(document, self.flow))

    @override
    def apply(self, document: Document) -> Document:
        flow = flow_by_id(document, self.flow)
        return with_flow(document, replace(flow, hints=self.hints))


class Reattach(Command, frozen=True, kw_only=True):
    """Move one or both ends of a flow to other symbols."""

    flow: str
    source: str | None = None
    target: str | None = None

    @override
    def named(self, document: Document) -> Message:
        return _between(document, "reattach", self._moved(document))

    @override
    def apply(self, document: Document) -> Document:
        moved = self._moved(document)
        home = chart_of_flow(document, self.flow)
        if chart_of_symbol(document, moved.source).id != home.id:
            raise Refused(message("editing.refused.other_chart"))
        verdict = may_connect(document, moved.source, moved.target, moved.kind, ignoring=moved.id)
        verdict.insist()
        return with_flow(document, moved)

    def _moved(self, document: Document) -> Flow:
        flow = flow_by_id(document, self.flow)
        source, target = self.source or flow.source, self.target or flow.target
        if (source, target) == (flow.source, flow.target):
            return flow
        return replace(flow, source=source, target=target, hints=NO_HINTS)


def _between(document: Document, key: str, flow: Flow) -> Message:
    return message(
        f"editing.name.{key}",
        source=label_of_symbol(document, flow.source),
        target=label_of_symbol(document, flow.target),
    )
