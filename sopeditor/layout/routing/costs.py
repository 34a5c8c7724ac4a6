"""What a walk costs; one bend is the unit."""

from sopeditor.layout.routing.hints import detour_cost, way_points
from sopeditor.layout.routing.lattice import Lattice, Room, Site
from sopeditor.layout.routing.occupancy import Occupancy
from sopeditor.layout.routing.problem import Outline, RoutingFlow
from sopeditor.layout.routing.templates import Walk
from sopeditor.model.flow import FlowKind, Side

CROSSING = 2.4
SHARING = 0.12
#: For every leg more than a line can hold at the smallest spacing.
CROWDING = 2.5
#: Points of length that cost as much as a bend.
LENGTH_OF_A_BEND = 420.0
USED_SIDE_OF_DIAMOND = 0.9
USED_SIDE = 0.5
ENTERING_BY_A_SIDE = 0.25
NO_ROOM_FOR_AN_END = 1.2
#: A leg by the top or bottom of a symbol between two lanes runs along their border.
ALONG_A_BORDER = 0.3
#: Against the flow: only where all else fails.
LAST_RESORT = 50.0
#: A second branch of a decision on one side: a defect, so even later than that.
SECOND_BRANCH = 120.0
#: A decision with more labelled branches than sides to leave by may double them.
SIDES_TO_LEAVE_BY = 3

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

    def __init__(self, lattice: Lattice, flow: RoutingFlow) -> None:
        self._lattice = lattice
        self._flow = flow
        self._source = lattice.sites[flow.source]
        self._target = lattice.sites[flow.target]
        self._way_points = way_points(lattice, flow)
        self._distance = _distance(lattice, self._source, self._target)
        lines = lattice.columns.lines
        self._on_border = tuple(
            lines[site.column].border is not None for site in (self._source, self._target)
        )
        self._leaving = _use_of_a_side(self._source)
        self._entering = _use_of_a_side(self._target)

    def least(self, bends: int) -> float:
        """Answer a price that no walk with so many bends goes below."""
        return bends + self._distance / LENGTH_OF_A_BEND

    def alone(self, walk: Walk) -> float:
        """Answer the price of bends, length and directions."""
        xs, ys = self._lattice.xs, self._lattice.ys
        length = 0.0
        (x, y) = walk.nodes[0]
        for u, v in walk.nodes:
            length += abs(xs[u] - xs[x]) + abs(ys[v] - ys[y])
            x, y = u, v
        cost = walk.bends + length / LENGTH_OF_A_BEND
        if walk.leave is Side.TOP or walk.enter is Side.BOTTOM:
            cost += LAST_RESORT
        if walk.enter is not Side.TOP and self._flow.kind is FlowKind.FLOW:
            cost += ENTERING_BY_A_SIDE
        cost += ALONG_A_BORDER * self._legs_on_borders(walk)
        if self._way_points:
            cost += detour_cost(self._lattice, self._way_points, walk)
        if walk.bends and not self._has_room(walk):
            cost += NO_ROOM_FOR_AN_END
        return cost

    def among(self, placed: Occupancy, walk: Walk, limit: float) -> float:
        """Answer the price of crossings, sharing and used sides; from `limit` on maybe too low."""
        flow = self._flow
        cost = self._leaving * placed.ends[flow.source, walk.leave]
        cost += self._entering * placed.ends[flow.target, walk.enter]
        if flow.label is not None and placed.branches[flow.source, walk.leave]:
            cost += SECOND_BRANCH
        if cost >= limit:
            return cost
        crossed, shared, crowd = placed.meets(walk)
        cost += CROSSING * crossed + SHARING * shared + CROWDING * crowd
        if shared and cost < limit:
            cost += CROSSING * placed.crossings_beside(walk)
        return cost

    def _legs_on_borders(self, walk: Walk) -> int:
        leaves = walk.leave in (Side.TOP, Side.BOTTOM) and self._on_border[0]
        return leaves + (walk.enter in (Side.TOP, Side.BOTTOM) and self._on_border[1])

    def _has_room(self, walk: Walk) -> bool:
        """Answer whether first and last leg can be long enough."""
        stub, end = stub_length(self._flow), end_length(self._flow)
        first = _room_before(self._lattice, self._source, walk.leave, walk.nodes[1])
        last = _room_before(self._lattice, self._target, walk.enter, walk.nodes[-2])
        if first[1] < stub or last[1] < end:
            return False
        if walk.bends != 2:
            return True
        both = _room_between(self._source, self._target, walk)
        return both is None or both >= stub + end


def _use_of_a_side(site: Site) -> float:
    """Answer what it costs to share a side of a symbol, for each other end there."""
    return USED_SIDE_OF_DIAMOND if site.symbol.outline is Outline.DIAMOND else USED_SIDE


def _distance(lattice: Lattice, source: Site, target: Site) -> float:
    across = abs(lattice.xs[source.column] - lattice.xs[target.column])
    return across + abs(lattice.ys[source.row] - lattice.ys[target.row])


def _room_before(lattice: Lattice, site: Site, side: Side, node: tuple[int, int]) -> Room:
    """Answer the least and most length of the leg between a symbol's side and a line."""
    rect = site.symbol.rect
    if side in (Side.LEFT, Side.RIGHT):
        line = lattice.columns.lines[node[0]]
        near, far = (rect.left, rect.right)
    else:
        line = lattice.rows.lines[node[1]]
        near, far = (rect.top, rect.bottom)
    if side in (Side.LEFT, Side.TOP):
        return near - line.high, near - line.low
    return line.low - far, line.high - far


def _room_between(source: Site, target: Site, walk: Walk) -> float | None:
    """Answer what both ends have together when they face each other across one line."""
    s, t = source.symbol.rect, target.symbol.rect
    if (walk.leave, walk.enter) == (Side.BOTTOM, Side.TOP):
        return t.top - s.bottom
    if (walk.leave, walk.enter) == (Side.RIGHT, Side.LEFT):
        return t.left - s.right
    if (walk.leave, walk.enter) == (Side.LEFT, Side.RIGHT):
        return s.left - t.right
    return None
