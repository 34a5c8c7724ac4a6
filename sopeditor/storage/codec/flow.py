"""`<flow>`: an arrow or joint line with the wishes of a person for its course."""

from typing import TYPE_CHECKING

from sopeditor.foundation.geometry import Point
from sopeditor.model.flow import NO_HINTS, Flow, FlowHints, FlowKind, Side
from sopeditor.storage.taking import Taker
from sopeditor.storage.values import identifier, number_between, number_text, plain

if TYPE_CHECKING:
    from sopeditor.storage.making import Maker

#: Points from the centre of the source; a chart of 5,000 rows is shorter.
_FARTHEST = 1_000_000.0


def read_flow(node: Taker) -> Flow:
    """Read `<flow>`."""
    return Flow(
        id=node.required("id", identifier),
        source=node.required("source", identifier),
        target=node.required("target", identifier),
        label=node.value("label", plain, ""),
        kind=node.value("kind", FlowKind, FlowKind.FLOW),
        hints=_read_hints(node.optional_child("hints")),
        foreign=node.rest(),
    )


def write_flow(node: "Maker", flow: Flow) -> None:
    """Fill `<flow>`."""
    node.set("id", flow.id)
    node.set("source", flow.source)
    node.set("target", flow.target)
    node.set("label", flow.label or None)
    node.set("kind", None if flow.kind is FlowKind.FLOW else flow.kind)
    if flow.hints != NO_HINTS:
        _write_hints(node.child("hints"), flow.hints)
    node.keep(flow.foreign)


def _read_hints(node: Taker | None) -> FlowHints:
    if node is None:
        return NO_HINTS
    label = node.optional_child("label-position")
    return FlowHints(
        source_side=node.value("source-side", Side, None),
        target_side=node.value("target-side", Side, None),
        way_points=tuple(_read_point(point) for point in node.children("way-point")),
        label_position=None if label is None else _read_point(label),
    )


def _write_hints(node: "Maker", hints: FlowHints) -> None:
    node.set("source-side", hints.source_side)
    node.set("target-side", hints.target_side)
    for point in hints.way_points:
        _write_point(node.child("way-point"), point)
    if hints.label_position is not None:
        _write_point(node.child("label-position"), hints.label_position)


def _read_point(node: Taker) -> Point:
    coordinate = number_between(-_FARTHEST, _FARTHEST)
    return Point(node.required("x", coordinate), node.required("y", coordinate))


def _write_point(node: "Maker", point: Point) -> None:
    node.set("x", number_text(point.x))
    node.set("y", number_text(point.y))
