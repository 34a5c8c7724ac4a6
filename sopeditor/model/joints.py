"""Symbols done together (Langkah bersama): those of one row that plain lines join.

The first of them in `Step.symbols` is the responsible one; the flow enters and leaves
the group there.
"""

from sopeditor.model.chart import Chart
from sopeditor.model.flow import Flow, FlowKind


def joint_group(chart: Chart, symbol_id: str, ignoring: str = "") -> frozenset[str]:
    """Answer the symbols that joint lines tie to `symbol_id`, with itself.

    `ignoring` names a flow that does not count.
    """
    lines = [
        frozenset((flow.source, flow.target))
        for flow in chart.flows
        if flow.kind is FlowKind.JOINT and flow.id != ignoring
    ]
    group = frozenset((symbol_id,))
    while grown := group.union(*(line for line in lines if line & group)) - group:
        group |= grown
    return group


def joint_groups(flows: tuple[Flow, ...]) -> tuple[frozenset[str], ...]:
    """Answer the sets of symbols that joint lines tie together."""
    groups: list[frozenset[str]] = []
    for flow in flows:
        if flow.kind is not FlowKind.JOINT:
            continue
        met = [group for group in groups if group & {flow.source, flow.target}]
        groups = [group for group in groups if group not in met]
        groups.append(frozenset((flow.source, flow.target)).union(*met))
    return tuple(groups)
