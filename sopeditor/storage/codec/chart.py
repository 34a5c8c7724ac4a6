"""`<chart>`: lanes, widths, steps, flows and footnotes of one Bagan."""

from typing import TYPE_CHECKING

from sopeditor.model.chart import Chart
from sopeditor.model.step import Column
from sopeditor.model.widths import LEAST_WIDTH, MOST_WIDTH, ColumnWidths
from sopeditor.storage.codec.flow import read_flow, write_flow
from sopeditor.storage.codec.step import read_step, write_step
from sopeditor.storage.errors import unreadable_at
from sopeditor.storage.taking import Taker
from sopeditor.storage.values import identifier, number_between, number_text

if TYPE_CHECKING:
    from sopeditor.storage.making import Maker

#: What each column is called in `<widths>`: the one of the lanes is each of them.
_WIDTHS = {column: column.value for column in Column} | {Column.ACTORS: "lane"}
_POINTS = number_between(LEAST_WIDTH, MOST_WIDTH)


def read_chart(node: Taker) -> Chart:
    """Read `<chart>`."""
    return Chart(
        id=node.required("id", identifier),
        subtitle=node.text("subtitle"),
        lanes=_read_lanes(node.child("lanes")),
        steps=tuple(read_step(step) for step in node.child("steps").children("step")),
        flows=tuple(read_flow(flow) for flow in node.child("flows").children("flow")),
        footnotes=node.items("footnotes"),
        widths=_read_widths(node.optional_child("widths")),
        foreign=node.rest(),
    )


def write_chart(node: "Maker", chart: Chart) -> None:
    """Fill `<chart>`."""
    node.set("id", chart.id)
    node.text("subtitle", chart.subtitle)
    lanes = node.child("lanes")
    for actor in chart.lanes:
        lanes.child("lane").set("actor", actor)
    if chart.widths:
        _write_widths(node.child("widths"), chart.widths)
    steps = node.child("steps")
    for step in chart.steps:
        write_step(steps.child("step"), step)
    flows = node.child("flows")
    for flow in chart.flows:
        write_flow(flows.child("flow"), flow)
    node.items("footnotes", chart.footnotes)
    node.keep(chart.foreign)


def _read_lanes(node: Taker) -> tuple[str, ...]:
    lanes = tuple(lane.required("actor", identifier) for lane in node.children("lane"))
    if len(set(lanes)) < len(lanes):
        raise unreadable_at("lane_repeated", node.element)
    return lanes


def _read_widths(node: Taker | None) -> ColumnWidths:
    """Read what is set by hand; an absent attribute is a column of automatic width."""
    found = {} if node is None else {c: node.value(n, _POINTS, 0.0) for c, n in _WIDTHS.items()}
    return ColumnWidths.of({column: points for column, points in found.items() if points})


def _write_widths(node: "Maker", widths: ColumnWidths) -> None:
    for column, points in widths.by_hand:
        node.set(_WIDTHS[column], number_text(points))
