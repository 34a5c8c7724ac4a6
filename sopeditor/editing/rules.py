"""What may be done, asked while hovering and by the commands themselves.

Rules are lenient: a draft is incomplete, and what is unwise is a finding of the checks.
They refuse only what a document can't hold or what has no meaning.
"""

from collections.abc import Sequence

from msgspec import Struct

from sopeditor.editing.command import Refused
from sopeditor.editing.parts import (
    actor_by_id,
    chart_of_step,
    chart_of_symbol,
    step_of_symbol,
    symbol_by_id,
)
from sopeditor.foundation.message import Message, message
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import FlowKind
from sopeditor.model.joints import joint_group
from sopeditor.model.symbol import SymbolKind


class Verdict(Struct, frozen=True):
    """Whether something may be done, and if not, why not."""

    allowed: bool
    reason: Message | None = None

    def __bool__(self) -> bool:
        """Answer whether it is allowed."""
        return self.allowed

    def insist(self) -> None:
        """Do nothing when it is allowed; otherwise raise `Refused` with the reason."""
        if self.reason is not None:
            raise Refused(self.reason)


ALLOWED = Verdict(True)


def refusal(key: str, **values: object) -> Verdict:
    """Answer the verdict that refuses for the reason `editing.refused.<key>`."""
    return Verdict(False, message(f"editing.refused.{key}", **values))


def may_add_symbol(
    document: Document, kind: SymbolKind, step_id: str, actor_ids: Sequence[str]
) -> Verdict:
    """Answer whether a symbol of `kind` may stand in these lanes of a step.

    Several symbols may share a cell (signed SOPs do so); only the same kind twice for
    the same actors says nothing.
    """
    try:
        chart = chart_of_step(document, step_id)
    except Refused as absent:
        return Verdict(False, absent.words)
    if not (verdict := _may_use_lanes(chart, actor_ids)):
        return verdict
    twins = (s for s in chart.step(step_id).symbols if s.kind is kind)
    if any(set(twin.actors) == set(actor_ids) for twin in twins):
        return refusal("same_symbol")
    return ALLOWED


def may_move_symbol(
    document: Document, symbol_id: str, step_id: str, actor_ids: Sequence[str]
) -> Verdict:
    """Answer whether a symbol may move to these lanes of a step of its chart."""
    try:
        chart, home = chart_of_symbol(document, symbol_id), step_of_symbol(document, symbol_id)
        target = chart_of_step(document, step_id)
    except Refused as absent:
        return Verdict(False, absent.words)
    if target.id != chart.id:
        return refusal("other_chart")
    symbol = symbol_by_id(document, symbol_id)
    if home.id == step_id and set(symbol.actors) == set(actor_ids):
        return _may_use_lanes(chart, actor_ids)
    return may_add_symbol(document, symbol.kind, step_id, actor_ids)


def may_connect(
    document: Document,
    source_id: str,
    target_id: str,
    kind: FlowKind = FlowKind.FLOW,
    ignoring: str = "",
) -> Verdict:
    """Answer whether a line may go from one symbol to another.

    `ignoring` names a flow that does not count as already there: the one being moved.
    """
    try:
        chart = chart_of_symbol(document, source_id)
        target_chart = chart_of_symbol(document, target_id)
    except Refused as absent:
        return Verdict(False, absent.words)
    if chart.id != target_chart.id:
        return refusal("other_chart")
    if source_id == target_id:
        return refusal("to_itself")
    if target_id in joint_group(chart, source_id, ignoring):
        return refusal("already_joint")
    if kind is FlowKind.JOINT:
        return _may_join(chart, source_id, target_id)
    return _may_flow(chart, source_id, target_id, ignoring)


def may_remove_actor(document: Document, actor_id: str, chart_id: str = "") -> Verdict:
    """Answer whether a lane may go, from one chart or (no `chart_id`) from all."""
    try:
        actor = actor_by_id(document, actor_id)
    except Refused as absent:
        return Verdict(False, absent.words)
    charts = (chart for chart in document.charts if chart_id in {"", chart.id})
    if any(chart.lanes == (actor_id,) for chart in charts):
        return refusal("last_lane", name=actor.name)
    return ALLOWED


def _may_use_lanes(chart: Chart, actor_ids: Sequence[str]) -> Verdict:
    if not actor_ids:
        return refusal("no_actor")
    if len(set(actor_ids)) < len(actor_ids) or not set(actor_ids) <= set(chart.lanes):
        return refusal("unknown_lane")
    return ALLOWED


def _may_join(chart: Chart, source_id: str, target_id: str) -> Verdict:
    index = chart.symbol_index()
    if index[source_id][0] != index[target_id][0]:
        return refusal("joint_needs_one_row")
    return ALLOWED


def _may_flow(chart: Chart, source_id: str, target_id: str, ignoring: str) -> Verdict:
    """Answer whether the very arrow is not there yet."""
    others = (flow for flow in chart.flows if flow.id != ignoring)
    arrows = (flow for flow in others if flow.kind is FlowKind.FLOW)
    if any((arrow.source, arrow.target) == (source_id, target_id) for arrow in arrows):
        return refusal("already_connected")
    return ALLOWED
