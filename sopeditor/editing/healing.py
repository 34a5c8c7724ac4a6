"""The flow around symbols that are gone.

Where a symbol went that others did the step with, its flows pass to the first of those.
Where one went from the middle of the flow, what led into it leads on to where it led,
if that is one place; a branch keeps its label. What has no end left is dropped.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sopeditor.model.chart import Chart
from sopeditor.model.flow import NO_HINTS, Flow, FlowKind
from sopeditor.model.joints import joint_groups


def healed_chart(before: Chart | None, after: Chart) -> Chart:
    """Answer `after` with every flow between symbols that exist; `before` tells the rows."""
    alive = {symbol.id for _, symbol in after.symbols()}
    if all(flow.source in alive and flow.target in alive for flow in after.flows):
        return after
    rows = {symbol.id: index for index, symbol in (before or after).symbols()}
    flows = _passed_to_partners(after.flows, _heirs(after, alive), alive)
    return replace(after, flows=_bridged(flows, alive, rows))


def _heirs(chart: Chart, alive: set[str]) -> dict[str, tuple[str, ...]]:
    """Answer for every lost member of a joint step those who still do it, in their order."""
    order = [symbol.id for _, symbol in chart.symbols()]
    return {
        lost: tuple(sorted(group & alive, key=order.index))
        for group in joint_groups(chart.flows)
        for lost in group - alive
        if group & alive
    }


def _passed_to_partners(
    flows: Iterable[Flow], heirs: dict[str, tuple[str, ...]], alive: set[str]
) -> tuple[Flow, ...]:
    passed: dict[frozenset[str] | str, Flow] = {}
    for flow in flows:
        if flow.kind is FlowKind.JOINT:
            line = _rejoined(flow, heirs, alive)
            if line is not None:
                passed.setdefault(frozenset((line.source, line.target)), line)
        else:
            source = heirs.get(flow.source, (flow.source,))[0]
            target = heirs.get(flow.target, (flow.target,))[0]
            passed[flow.id] = _led(flow, source, target)
    return tuple(passed.values())


def _rejoined(flow: Flow, heirs: dict[str, tuple[str, ...]], alive: set[str]) -> Flow | None:
    """Answer a joint line with both ends alive, tied to another member of its group."""
    if {flow.source, flow.target} <= alive:
        return flow
    if not {flow.source, flow.target} & alive:
        members = heirs.get(flow.source, ())
        return _led(flow, members[0], members[1]) if len(members) > 1 else None
    own, lost = flow.source, flow.target
    if own not in alive:
        own, lost = lost, own
    others = [member for member in heirs[lost] if member != own]
    return _led(flow, own, others[0]) if others else None


def _bridged(flows: Sequence[Flow], alive: set[str], rows: dict[str, int]) -> tuple[Flow, ...]:
    """Answer the flows with those into lost symbols led on, and the rest of those dropped."""
    healed: list[Flow] = []
    for flow in flows:
        if flow.source not in alive:
            continue
        if flow.target in alive:
            healed.append(flow)
        elif (onward := _way_on(flow, flows, alive, rows)) is not None:
            healed.append(_led(flow, flow.source, onward))
    return without_twins(tuple(healed), flows)


def _way_on(flow: Flow, flows: Sequence[Flow], alive: set[str], rows: dict[str, int]) -> str | None:
    """Answer the one living symbol to which `flow` led through lost ones.

    If there are several, the ways back up are given up with the lost decision; if still
    not one is left, nobody can tell.
    """
    reached, lost, pending = set[str](), set[str](), [flow.target]
    while pending:
        place = pending.pop()
        if place in alive:
            reached.add(place)
        elif place not in lost:
            lost.add(place)
            pending.extend(f.target for f in flows if f.source == place and f.kind is flow.kind)
    reached.discard(flow.source)
    if len(reached) > 1:
        floor = rows.get(flow.target, 0)
        reached = {place for place in reached if rows.get(place, 0) > floor}
    return reached.pop() if len(reached) == 1 else None


def without_twins(flows: tuple[Flow, ...], old: Sequence[Flow]) -> tuple[Flow, ...]:
    """Answer `flows` less healed ones that repeat a line; labels tell branches apart."""
    kept: list[Flow] = []
    unmoved = [flow for flow in flows if flow in old]
    for flow in flows:
        others = [*kept, *(other for other in unmoved if other is not flow)]
        if flow in unmoved or not any(_says_the_same(flow, other) for other in others):
            kept.append(flow)
    return tuple(kept)


def _says_the_same(flow: Flow, other: Flow) -> bool:
    same_ends = (flow.source, flow.target) == (other.source, other.target)
    return same_ends and (not flow.label or flow.label == other.label)


def _led(flow: Flow, source: str, target: str) -> Flow:
    if (source, target) == (flow.source, flow.target):
        return flow
    return replace(flow, source=source, target=target, hints=NO_HINTS)
