"""What a walk costs; one bend is the unit."""

from sopeditor.layout.routing.hints import detour_cost, way_points
from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.layout.routing.occupancy import Occupancy
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.layout.routing.sides import BOTTOM, LEFT, RIGHT, TOP, is_upright
from sopeditor.layout.routing.templates import Shape
from sopeditor.layout.routing.walks import Walk
from sopeditor.model.flow import FlowKind

#: Points of length that cost as much as a bend.
LENGTH_OF_A_BEND = 385.0
USED_SIDE_OF_DIAMOND = 0.9
USED_SIDE = 0.5
ENTERING_BY_A_SIDE = 0.25
NO_ROOM_FOR_AN_END = 1.2
#: A leg by the top or bottom of a symbol between two lanes runs along their border.
ALONG_A_BORDER = 0.3
#: Leaving by a side where the label does not fit between the symbol and the frame.
NO_ROOM_FOR_A_LABEL = 0.4
#: Against the flow: only where all else fails.
LAST_RESORT = 50.0
#: A second branch of a decision on one side: a defect, so even later than that.
SECOND_BRANCH = 120.0
#: A decision with more branches than sides may double them.
MOST_BRANCHES = 4

_FAR = float("inf")

#: A last leg this long holds the arrow head (8 px).
ARROW_LENGTH = 6.0
#: A first leg this long holds the label beside it (10 px).
LABELLED_STUB = 7.5
#: Any other first leg is at least this long.
PLAIN_STUB = 3.0


def stub_length(flow: RoutingFlow) -> float:
    """Answer how long the first leg of a flow ought to be, in points."""
    return LABELLED_STUB if flow.label is not None else PLAIN_STUB


def end_length(flow: RoutingFlow) -> float:
    """Answer how long the last leg of a flow ought to be, in points."""
    return PLAIN_STUB if flow.kind is FlowKind.JOINT else ARROW_LENGTH


class Pricing:
    """What walks of one flow cost: alone, and among those placed."""

    def __init__(self, lattice: Lattice, flow: RoutingFlow, branch: int) -> None:
        self._lattice = lattice
        self.source = lattice.sites[flow.source]
        self.target = lattice.sites[flow.target]
        #: The first ports of both ends.
        self.ports = (4 * self.source.number, 4 * self.target.number)
        self.stub, self.end = stub_length(flow), end_length(flow)
        self.distance = _distance(lattice, self.source, self.target)
        direct = self.source.column == self.target.column or self.source.row == self.target.row
        length = self.distance / LENGTH_OF_A_BEND
        #: For every level, a price that no walk of it goes below.
        self.least = (length if direct else 1 + length, 2 + length, 3 + length, 4 + length, _FAR)
        self._is_arrow = flow.kind is FlowKind.FLOW
        self._branch = branch
        self._way_points = way_points(lattice, flow) if flow.hints.way_points else ()
        self._on_border = self.source.on_border or self.target.on_border
        self._no_label = _sides_without_label(lattice, self.source, flow)
        self._leaving = _use_of_a_side(self.source)
        self._entering = _use_of_a_side(self.target)

    def alone(self, shape: Shape) -> float:
        """Answer the price of bends, length and directions."""
        length, nodes, leave, enter = shape
        bends = len(nodes) - 2
        cost = bends + length / LENGTH_OF_A_BEND
        if leave == TOP or enter == BOTTOM:
            cost += LAST_RESORT
        if enter != TOP and self._is_arrow:
            cost += ENTERING_BY_A_SIDE
        if leave in self._no_label:
            cost += NO_ROOM_FOR_A_LABEL
        if self._on_border:
            cost += ALONG_A_BORDER * self._legs_on_borders(leave, enter)
        if self._way_points:
            cost += detour_cost(self._lattice, self._way_points, nodes)
        if bends > 0 and not self._has_room(shape):
            cost += NO_ROOM_FOR_AN_END
        return cost

    def among(self, placed: Occupancy, walk: Walk, limit: float) -> float:
        """Answer the price of crossings, sharing and used sides; from `limit` on maybe too low."""
        cost = self._for_sides(placed, walk, 0)
        return cost if cost >= limit else cost + placed.toll(walk, limit - cost)

    def among_in_place(self, placed: Occupancy, number: int, walk: Walk) -> float:
        """Answer what the placed walk of this flow, which has this number, pays for others."""
        return self._for_sides(placed, walk, 1) + placed.toll_in_place(number, walk)

    def _for_sides(self, placed: Occupancy, walk: Walk, own: int) -> float:
        """Answer the price of sides that others use; `own` is 1 for a walk that is placed."""
        leave = self.ports[0] + walk.leave
        cost = self._leaving * (placed.ends[leave] - own)
        cost += self._entering * (placed.ends[self.ports[1] + walk.enter] - own)
        return cost + SECOND_BRANCH if placed.is_taken(leave, self._branch) else cost

    def _legs_on_borders(self, leave: int, enter: int) -> int:
        leaves = self.source.on_border and is_upright(leave)
        return leaves + (self.target.on_border and is_upright(enter))

    def _has_room(self, shape: Shape) -> bool:
        """Answer whether first and last leg can be long enough."""
        _, nodes, leave, enter = shape
        if self._lattice.room_before(self.source, leave, nodes[1]) < self.stub:
            return False
        if self._lattice.room_before(self.target, enter, nodes[-2]) < self.end:
            return False
        if len(nodes) != 4:
            return True
        return _between(self.source, self.target, leave, enter) >= self.stub + self.end


def _between(s: Site, t: Site, leave: int, enter: int) -> float:
    """Answer what both ends have together when they face each other across one line."""
    if leave == BOTTOM and enter == TOP:
        return t.top - s.bottom
    if leave == RIGHT and enter == LEFT:
        return t.left - s.right
    if leave == LEFT and enter == RIGHT:
        return s.left - t.right
    return _FAR


def _sides_without_label(lattice: Lattice, source: Site, flow: RoutingFlow) -> tuple[int, ...]:
    """Answer the sides where the label of a flow does not fit before the frame."""
    if flow.label is None:
        return ()
    width = flow.label.width
    left, right = lattice.columns.ends
    sides = ((LEFT, source.left - left), (RIGHT, right - source.right))
    return tuple(side for side, room in sides if room < width)


def _use_of_a_side(site: Site) -> float:
    """Answer what it costs to share a side of a symbol, for each other end there."""
    return USED_SIDE_OF_DIAMOND if site.is_diamond else USED_SIDE


def _distance(lattice: Lattice, source: Site, target: Site) -> float:
    across = abs(lattice.xs[source.column] - lattice.xs[target.column])
    return across + abs(lattice.ys[source.row] - lattice.ys[target.row])
