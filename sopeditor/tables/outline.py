"""A chart as the notation sees it: rows with labels and groups, ready to be written."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from sopeditor.foundation.message import message
from sopeditor.model.chart import Chart
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol
from sopeditor.tables.cast import Cast
from sopeditor.tables.errors import UnwritableError
from sopeditor.tables.labels import label_rows
from sopeditor.tables.notation import tidy
from sopeditor.tables.plan import Group, Place, Plan


class Outline(Struct, frozen=True):
    """The rows of a chart, the step that holds each symbol, and what leaves each symbol."""

    plan: Plan
    rows: tuple[tuple[Step, Place], ...]
    place_of: Mapping[str, Place]
    symbols: Mapping[str, Symbol]
    leaving: Mapping[str, Sequence[Flow]]


def outline(chart: Chart, cast: Cast) -> Outline:
    """Answer the rows of a chart; raises UnwritableError where the notation has no words."""
    rows = loose_outline(chart, cast)
    for label, times in Counter(place.label for place in rows.plan.places).items():
        if times > 1:
            raise UnwritableError(message("tables.unwritable.double_label", label=label))
    for place in rows.plan.places:
        _check_place(place)
    _check_joints(chart, rows.place_of)
    return rows


def loose_outline(chart: Chart, cast: Cast) -> Outline:
    """Answer the rows of any chart, to be shown: what the notation can't tell is in them too."""
    labels = [label.name for label in label_rows(map(tidy, chart.row_labels()))]
    joined = _joined(chart)
    places = [_place(label, step, joined) for label, step in zip(labels, chart.steps, strict=True)]
    place_of = {
        symbol.id: place for place in places for group in place.groups for symbol in group.symbols
    }
    leaving: dict[str, list[Flow]] = {}
    for flow in chart.flows:
        if flow.kind is FlowKind.FLOW:
            leaving.setdefault(flow.source, []).append(flow)
    symbols = {symbol.id: symbol for _, symbol in chart.symbols()}
    rows = tuple(zip(chart.steps, places, strict=True))
    return Outline(Plan(places, cast), rows, place_of, symbols, leaving)


def _joined(chart: Chart) -> dict[str, set[str]]:
    """Answer for every symbol the ids of those that a joint line ties to it."""
    joined: dict[str, set[str]] = {}
    for flow in chart.flows:
        if flow.kind is FlowKind.JOINT:
            joined.setdefault(flow.source, set()).add(flow.target)
            joined.setdefault(flow.target, set()).add(flow.source)
    return joined


def _place(label: str, step: Step, joined: Mapping[str, set[str]]) -> Place:
    return Place(label, tuple(_groups(step.symbols, joined)))


def _check_place(place: Place) -> None:
    label = place.label
    lanes = [lane for group in place.groups for lane in group.lanes]
    if len(set(lanes)) < len(lanes):
        raise UnwritableError(message("tables.unwritable.lane_twice", label=label))
    if any(len({symbol.kind for symbol in group.symbols}) > 1 for group in place.groups):
        raise UnwritableError(message("tables.unwritable.mixed_joint", label=label))


def _groups(symbols: Iterable[Symbol], joined: Mapping[str, set[str]]) -> Iterable[Group]:
    """Part the symbols of a row into those tied to each other, keeping their order."""
    waiting = list(symbols)
    while waiting:
        tied = {waiting[0].id}
        while found := {other for one in tied for other in joined.get(one, ())} - tied:
            tied |= found
        yield Group(tuple(symbol for symbol in waiting if symbol.id in tied))
        waiting = [symbol for symbol in waiting if symbol.id not in tied]


def _check_joints(chart: Chart, place_of: Mapping[str, Place]) -> None:
    for flow in chart.flows:
        source = place_of[flow.source]
        if flow.kind is FlowKind.JOINT and source is not place_of[flow.target]:
            raise UnwritableError(message("tables.unwritable.joint_apart", label=source.label))
