"""What a walk costs alone; one bend is the unit."""

from sopeditor.foundation.geometry import Size
from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP, is_upright
from sopeditor.layout.routing.ways.hints import detour_cost, way_points
from sopeditor.layout.routing.ways.shapes import Shape
from sopeditor.model.flow import FlowKind

ENTERING_BY_A_SIDE = 0.25
NO_ROOM_FOR_AN_END = 1.2
#: A leg by the top or bottom of a symbol between two lanes runs along their border.
ALONG_A_BORDER = 0.3
#: Leaving by a side where the label does not fit between the symbol and the frame.
NO_ROOM_FOR_A_LABEL = 0.4
#: Against the flow: only where all else fails.
LAST_RESORT = 50.0
#: A decision with more branches than sides may double them.
MOST_BRANCHES = 4

_FLOW = FlowKind.FLOW


class Pricing:
    """What walks of one flow cost alone."""

    __slots__ = (
        "_by_a_side",
        "_lattice",
        "_no_label",
        "_on_border",
        "_party",
        "way_points",
    )

    def __init__(self, lattice: Lattice, party: Party) -> None:
        source, target, flow = party.source, party.target, party.flow
        self._lattice, self._party = lattice, party
        self._by_a_side = ENTERING_BY_A_SIDE if flow.kind is _FLOW else 0.0
        #: The hinted way points on the page.
        self.way_points = way_points(lattice, flow) if flow.hints.way_points else ()
        self._on_border = source.on_border or target.on_border
        label = flow.label
        self._no_label = () if label is None else _sides_without_label(lattice, source, label)

    def with_detours(self, shapes: list[Shape]) -> list[Shape]:
        """Answer shapes, priced as far as they miss hinted way points, too."""
        return [
            (price + detour_cost(self._lattice, self.way_points, nodes), nodes, leave, enter)
            for price, nodes, leave, enter in shapes
        ]

    def of_ends(self, leave: int, enter: int, has_room: bool) -> float:
        """Answer the price of the sides of a walk, and of ends without room."""
        cost = 0.0 if has_room else NO_ROOM_FOR_AN_END
        if leave == TOP or enter == BOTTOM:
            cost += LAST_RESORT
        if enter != TOP:
            cost += self._by_a_side
        if leave in self._no_label:
            cost += NO_ROOM_FOR_A_LABEL
        if self._on_border:
            cost += ALONG_A_BORDER * self._legs_on_borders(leave, enter)
        return cost

    def _legs_on_borders(self, leave: int, enter: int) -> int:
        leaves = self._party.source.on_border and is_upright(leave)
        return leaves + (self._party.target.on_border and is_upright(enter))


def _sides_without_label(lattice: Lattice, source: Site, label: Size) -> tuple[int, ...]:
    """Answer the sides where a label does not fit between the source and the frame."""
    (left, right), width = lattice.columns.ends, label.width
    if source.left - left < width:
        return (LEFT, RIGHT) if right - source.right < width else (LEFT,)
    return (RIGHT,) if right - source.right < width else ()
