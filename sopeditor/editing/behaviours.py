"""What follows from a change: pure functions of the documents before and after it.

They run from top to bottom of `BEHAVIOURS`; each is idempotent and gives back the very
object where it has nothing to do, so that what is unchanged stays shared.
"""

from collections.abc import Callable
from itertools import zip_longest

from msgspec.structs import replace

from sopeditor.editing.healing import healed_chart, without_twins
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import NO_HINTS, Flow, FlowKind
from sopeditor.model.joints import joint_groups
from sopeditor.model.step import Column, Step

Behaviour = Callable[[Document, Document], Document]


def heal_flows(before: Document, after: Document) -> Document:
    """Lead the flow around symbols that are gone, and drop what has no end left."""
    return _with_charts(before, after, healed_chart)


def keep_joints_in_their_row(before: Document, after: Document) -> Document:
    """Drop joint lines between symbols that no longer stand in one row."""
    return _with_charts(before, after, _with_joints_in_rows)


def lead_joint_flows_to_the_first(before: Document, after: Document) -> Document:
    """Let flows enter and leave symbols done together at the first, the responsible one."""
    return _with_charts(before, after, _with_joint_flows_at_first)


def end_shared_cells(before: Document, after: Document) -> Document:
    """Part cells that ran on into a row which is no longer the next one."""
    return _with_charts(before, after, _with_sound_sharing)


def forget_idle_actors(before: Document, after: Document) -> Document:
    """Drop actors whose last lane went with this change."""
    laned = {lane for chart in after.charts for lane in chart.lanes}
    had = {lane for chart in before.charts for lane in chart.lanes}
    kept = tuple(actor for actor in after.actors if actor.id in laned or actor.id not in had)
    return after if kept == after.actors else replace(after, actors=kept)


#: Every behaviour, in the order in which it runs.
BEHAVIOURS: tuple[Behaviour, ...] = (
    heal_flows,
    keep_joints_in_their_row,
    lead_joint_flows_to_the_first,
    end_shared_cells,
    forget_idle_actors,
)


def with_behaviours(before: Document, after: Document) -> Document:
    """Answer `after` with every consequence of the change from `before` drawn."""
    for behaviour in BEHAVIOURS:
        after = behaviour(before, after)
    return after


def _with_charts(
    before: Document, after: Document, change: Callable[[Chart | None, Chart], Chart]
) -> Document:
    """Answer `after` with `change(old chart, new chart)` for each chart that changed."""
    old = {chart.id: chart for chart in before.charts}
    charts = tuple(
        chart if chart is old.get(chart.id) else change(old.get(chart.id), chart)
        for chart in after.charts
    )
    if all(new is chart for new, chart in zip(charts, after.charts, strict=True)):
        return after
    return replace(after, charts=charts)


def _with_flows(chart: Chart, flows: tuple[Flow, ...]) -> Chart:
    return chart if flows == chart.flows else replace(chart, flows=flows)


def _with_joints_in_rows(_: Chart | None, chart: Chart) -> Chart:
    row = {symbol.id: index for index, symbol in chart.symbols()}
    kept = tuple(
        flow
        for flow in chart.flows
        if flow.kind is FlowKind.FLOW or row[flow.source] == row[flow.target]
    )
    return _with_flows(chart, kept)


def _with_joint_flows_at_first(_: Chart | None, chart: Chart) -> Chart:
    order = [symbol.id for _, symbol in chart.symbols()]
    first = {
        member: min(group, key=order.index)
        for group in joint_groups(chart.flows)
        for member in group
    }
    if not first:
        return chart
    led = (_led(flow, first) for flow in chart.flows)
    return _with_flows(
        chart, without_twins(tuple(flow for flow in led if flow is not None), chart.flows)
    )


def _led(flow: Flow, first: dict[str, str]) -> Flow | None:
    """Answer the flow between the responsible symbols; None when those are one."""
    if flow.kind is FlowKind.JOINT:
        return flow
    source, target = first.get(flow.source, flow.source), first.get(flow.target, flow.target)
    if (source, target) == (flow.source, flow.target):
        return flow
    return None if source == target else replace(flow, source=source, target=target, hints=NO_HINTS)


def _with_sound_sharing(old: Chart | None, chart: Chart) -> Chart:
    steps = tuple(
        _parted(step, below, old) for step, below in zip_longest(chart.steps, chart.steps[1:])
    )
    return chart if steps == chart.steps else replace(chart, steps=steps)


def _parted(step: Step, below: Step | None, old: Chart | None) -> Step:
    if not step.shared:
        return step
    kept = step.shared & _shared_run(step, below, old) if below else frozenset[Column]()
    return step if kept == step.shared else replace(step, shared=kept)


def _shared_run(step: Step, below: Step | None, old: Chart | None) -> frozenset[Column]:
    """Answer the columns that may run from `step` into `below`, judged by the old rows.

    Rows that were not there before are trusted: what they share was meant.
    """
    ids = [row.id for row in old.steps] if old else []
    if old is None or below is None or step.id not in ids:
        return frozenset(Column)
    if below.id not in ids:
        return frozenset()
    start, end = ids.index(step.id), ids.index(below.id)
    if end == start + 1:
        return frozenset(Column)
    if end < start:
        return frozenset()
    return frozenset.intersection(*(row.shared for row in old.steps[start:end]))
