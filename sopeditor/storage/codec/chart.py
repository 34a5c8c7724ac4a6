"""`<chart>`: lanes, steps, flows and footnotes of one Bagan."""

from sopeditor.model.chart import Chart
from sopeditor.storage.codec.flow import read_flow, write_flow
from sopeditor.storage.codec.step import read_step, write_step
from sopeditor.storage.errors import unreadable_at
from sopeditor.storage.making import Maker
from sopeditor.storage.taking import Taker
from sopeditor.storage.values import identifier


def read_chart(node: Taker) -> Chart:
    """Read `<chart>`."""
    return Chart(
        id=node.required("id", identifier),
        subtitle=node.text("subtitle"),
        lanes=_read_lanes(node.child("lanes")),
        steps=tuple(read_step(step) for step in node.child("steps").children("step")),
        flows=tuple(read_flow(flow) for flow in node.child("flows").children("flow")),
        footnotes=node.items("footnotes"),
        foreign=node.rest(),
    )


def write_chart(node: Maker, chart: Chart) -> None:
    """Fill `<chart>`."""
    node.set("id", chart.id)
    node.text("subtitle", chart.subtitle)
    lanes = node.child("lanes")
    for actor in chart.lanes:
        lanes.child("lane").set("actor", actor)
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
