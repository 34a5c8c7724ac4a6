"""A flow between two symbols; flow lives between symbols, not between rows."""

from enum import StrEnum

from msgspec import Struct

from sopeditor.foundation.geometry import Point
from sopeditor.model.foreign import NOTHING_FOREIGN, ForeignMarkup


class FlowKind(StrEnum):
    """An arrow, or the plain line that joins symbols done together."""

    FLOW = "flow"
    JOINT = "joint"


class Side(StrEnum):
    """A side of a symbol, where flows leave and enter."""

    TOP = "top"
    LEFT = "left"
    BOTTOM = "bottom"
    RIGHT = "right"


class FlowHints(Struct, frozen=True, kw_only=True):
    """What a person wished for a line; the router obeys where no defect follows.

    `way_points` and `label_position` are points relative to the centre of the source.
    """

    source_side: Side | None = None
    target_side: Side | None = None
    way_points: tuple[Point, ...] = ()
    label_position: Point | None = None


NO_HINTS = FlowHints()


class Flow(Struct, frozen=True, kw_only=True):
    """A directed line from symbol id `source` to symbol id `target`, with its label."""

    id: str
    source: str
    target: str
    label: str = ""
    kind: FlowKind = FlowKind.FLOW
    hints: FlowHints = NO_HINTS
    foreign: ForeignMarkup = NOTHING_FOREIGN
