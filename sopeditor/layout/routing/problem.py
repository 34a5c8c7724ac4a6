"""What the router is asked and what it answers; all lengths in points.

The router sees one page: symbols that stand on a grid of rows and lanes, and the flows
between them. It knows nothing of documents, text or pages.
"""

from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from sopeditor.foundation.geometry import Polyline, Rect, Size
from sopeditor.layout.routing.filing import Extent, Filing, filed
from sopeditor.model.flow import NO_HINTS, FlowHints, FlowKind


class Outline(StrEnum):
    """The outline of a symbol, as far as a line's end must know it."""

    BOX = "box"  # kotak, kapsul and segilima: the middles of the sides are on the outline
    DIAMOND = "diamond"


class RoutingSymbol(Struct, frozen=True, kw_only=True):
    """A symbol in its place.

    `row` counts rows of the page from 0. `first_lane` and `last_lane` differ for a symbol
    that stands between two lanes. Several symbols may share a cell; their boxes never meet.
    """

    id: str
    rect: Rect
    row: int
    first_lane: int
    last_lane: int
    outline: Outline = Outline.BOX


class RoutingFlow(Struct, frozen=True, kw_only=True):
    """A flow to be drawn from symbol id `source` to symbol id `target`.

    `label` is the size of its label's text, or None where it has none. Labelled flows of one
    symbol with the same `branch`, the words of the label, are one branch: they may leave by
    the same side, different branches may not.
    """

    id: str
    source: str
    target: str
    kind: FlowKind = FlowKind.FLOW
    label: Size | None = None
    branch: str = ""
    hints: FlowHints = NO_HINTS


class RoutingProblem(Struct, frozen=True, kw_only=True):
    """One page: lane boundaries in x (one more than lanes), row boundaries in y.

    With `trunks`, flows that enter a symbol by one side share the last piece of their way.
    """

    lanes: tuple[float, ...]
    rows: tuple[float, ...]
    symbols: tuple[RoutingSymbol, ...]
    flows: tuple[RoutingFlow, ...]
    trunks: bool = False


class Route(Struct, frozen=True, kw_only=True, dict=True):
    """The line of one flow: at least two points, neighbours differ in one coordinate.

    It runs from the source's outline to the target's outline. `label` is where the text
    of the label goes: on no line, symbol or border.
    """

    flow: str
    points: Polyline
    label: Rect | None = None

    @cached_property
    def extent(self) -> tuple[float, float]:
        """From where to where the line reaches down the page."""
        heights = [y for _, y in self.points]
        return min(heights), max(heights)


class Routing(Struct, frozen=True, kw_only=True, dict=True):
    """The routes in the order of the flows asked, and what was wanting.

    `lane_shortage` and `row_shortage` give, by lane or row index, how many points that
    lane or row must grow so that its parallel lines keep their distance; empty when all is
    well. `dropped_hints` names the flows whose hints would have caused a defect.
    """

    routes: tuple[Route, ...]
    lane_shortage: tuple[tuple[int, float], ...] = ()
    row_shortage: tuple[tuple[int, float], ...] = ()
    dropped_hints: tuple[str, ...] = ()

    @cached_property
    def extents(self) -> list[Extent]:
        """From where to where down the page the routes reach; never changed."""
        return [route.extent for route in self.routes]

    @cached_property
    def filing(self) -> Filing:
        """The routes, by number, filed by where they reach."""
        return filed(self.extents)
