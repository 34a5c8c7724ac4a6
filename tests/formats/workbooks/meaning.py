"""What a document says, without ids and codes: two documents of equal meaning are equal here."""

from collections import Counter
from collections.abc import Iterator

from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import FlowKind
from sopeditor.model.joints import joint_groups
from sopeditor.model.step import TEXT_COLUMNS, Step
from sopeditor.model.symbol import Symbol

_IDENTITY = (
    "title", "agency", "unit", "sop_number", "created_on", "revised_on", "effective_on",
    "approver", "legal_bases", "related_sops", "warnings", "actor_qualifications", "equipment",
    "records", "logo",
)  # fmt: skip

#: A symbol: index of its step, kind, lanes, caption, and a number among its likes.
_Key = tuple[int, str, tuple[int, ...], str, int]


def meaning(document: Document) -> dict[str, object]:
    """Answer all that a workbook shows of a document."""
    said: dict[str, object] = {name: getattr(document.identity, name) for name in _IDENTITY}
    said["profile"] = document.profile
    for number, chart in enumerate(document.charts):
        said |= {f"chart {number} {key}": value for key, value in _chart(chart, document)}
    return said


def _chart(chart: Chart, document: Document) -> Iterator[tuple[str, object]]:
    keys = dict(_keys(chart))
    yield "subtitle", chart.subtitle
    yield "footnotes", chart.footnotes
    yield "lanes", [document.actor(lane).name for lane in chart.lanes]
    for index, (step, label) in enumerate(zip(chart.steps, chart.row_labels(), strict=True)):
        yield f"step {index}", (label, *_step(step))
        yield f"symbols {index}", sorted(keys[symbol.id] for symbol in step.symbols)
    yield (
        "flows",
        Counter(
            (keys[flow.source], keys[flow.target], flow.label)
            for flow in chart.flows
            if flow.kind is FlowKind.FLOW
        ),
    )
    yield (
        "joints",
        sorted(
            (_lead(group, chart, keys), sorted(keys[name] for name in group))
            for group in joint_groups(chart.flows)
        ),
    )


def _step(step: Step) -> tuple[object, ...]:
    return (*(step.text(column) for column in TEXT_COLUMNS), sorted(step.shared))


def _lead(group: frozenset[str], chart: Chart, keys: dict[str, _Key]) -> _Key:
    return next(keys[symbol.id] for _, symbol in chart.symbols() if symbol.id in group)


def _keys(chart: Chart) -> Iterator[tuple[str, _Key]]:
    counted = Counter[tuple[object, ...]]()
    for index, symbol in chart.symbols():
        key = (index, symbol.kind.value, _lanes(symbol, chart), symbol.caption)
        counted[key] += 1
        yield symbol.id, (*key, counted[key])


def _lanes(symbol: Symbol, chart: Chart) -> tuple[int, ...]:
    """Answer the lanes, the responsible first; between two lanes that can't be drawn."""
    first, *others = (chart.lanes.index(actor) for actor in symbol.actors)
    if len(others) == 1 and abs(first - others[0]) == 1:
        return tuple(sorted((first, *others)))
    return (first, *sorted(others))
