"""What a document holds that the step table has no words for."""

from collections.abc import Iterator

from sopeditor.foundation.message import Message, message
from sopeditor.model.document import Document
from sopeditor.model.flow import NO_HINTS, Flow, FlowKind
from sopeditor.model.page import PageSetup
from sopeditor.model.profile import DEFAULT_PROFILE


def left_out(document: Document) -> tuple[Message, ...]:
    """Answer what `write_table` leaves out of this document, to be told before it is lost."""
    return (*_of_document(document), *_of_charts(document))


def _of_document(document: Document) -> Iterator[Message]:
    if document.identity.logo:
        yield message("tables.left_out.logo")
    if document.profile != DEFAULT_PROFILE:
        yield message("tables.left_out.profile")
    if document.page != PageSetup():
        yield message("tables.left_out.page")


def _of_charts(document: Document) -> Iterator[Message]:
    steps = [step for chart in document.charts for step in chart.steps]
    flows = [flow for chart in document.charts for flow in chart.flows]
    if any(symbol.caption for step in steps for symbol in step.symbols):
        yield message("tables.left_out.captions")
    if any(step.shared for step in steps):
        yield message("tables.left_out.shared")
    if any(step.break_before for step in steps):
        yield message("tables.left_out.breaks")
    if any(flow.hints != NO_HINTS for flow in flows):
        yield message("tables.left_out.hints")
    if any(_has_joint_label(flow) for flow in flows):
        yield message("tables.left_out.joint_labels")


def _has_joint_label(flow: Flow) -> bool:
    return flow.kind is FlowKind.JOINT and bool(flow.label)
