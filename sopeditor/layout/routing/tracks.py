"""Turns walks into coordinates: rows first, then columns with the rows' true extents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sopeditor.layout.routing.axis import LatticeLine
from sopeditor.layout.routing.crossings import Leg, order, touching_order
from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.layout.routing.rooms import comfortable_room, leg_room
from sopeditor.layout.routing.spacing import Pairs, Track, place, sequence
from sopeditor.layout.routing.templates import Walk
from sopeditor.layout.routing.wishes import Piece, spread_wishes
from sopeditor.model.flow import Side

#: Column legs whose extents come this near count as side by side, in points.
_NEAR = 0.5


@dataclass(slots=True)
class Coordinates:
    """The coordinate of every leg by flow number and leg index, and lines that are too full.

    Shortages are in points by line of the lattice.
    """

    legs: dict[tuple[int, int], float] = field(default_factory=dict)
    column_shortage: dict[int, float] = field(default_factory=dict)
    row_shortage: dict[int, float] = field(default_factory=dict)


def assign_tracks(
    lattice: Lattice, flows: Sequence[RoutingFlow], walks: dict[int, Walk]
) -> Coordinates:
    """Answer where every leg lies."""
    assignment = _Assignment(lattice, flows, walks)
    assignment.place_rows()
    assignment.place_columns()
    return assignment.result


class _Assignment:
    def __init__(
        self,
        lattice: Lattice,
        flows: Sequence[RoutingFlow],
        walks: dict[int, Walk],
    ) -> None:
        self._lattice = lattice
        self._flows = flows
        self._walks = walks
        self._ends = _count_ends(flows, walks)
        self.result = Coordinates()

    def place_rows(self) -> None:
        """Give the horizontal legs their y."""
        by_line: dict[int, list[Piece]] = defaultdict(list)
        for number, walk in self._walks.items():
            for index, (a, b) in enumerate(pairwise(walk.nodes)):
                if a[1] == b[1]:
                    start, end = sorted((a[0], b[0]))
                    by_line[a[1]].append(self._piece(number, index, a[1], start, end))
        for line in sorted(by_line):
            pieces = by_line[line]
            pairs = self._row_pairs(pieces)
            lack = _place_line(self._lattice.rows.lines[line], pieces, pairs)
            if lack:
                self.result.row_shortage[line] = lack
            self._keep(pieces)

    def place_columns(self) -> None:
        """Give the vertical legs their x; the horizontal ones have theirs."""
        by_line: dict[int, list[Piece]] = defaultdict(list)
        for number, walk in self._walks.items():
            for index, (a, b) in enumerate(pairwise(walk.nodes)):
                if a[0] == b[0]:
                    start, end = sorted(
                        (self._end_y(number, index - 1), self._end_y(number, index + 1))
                    )
                    by_line[a[0]].append(self._piece(number, index, a[0], start, end))
        for line in sorted(by_line):
            pieces = by_line[line]
            pairs = _column_pairs(pieces)
            lack = _place_line(self._lattice.columns.lines[line], pieces, pairs)
            if lack:
                self.result.column_shortage[line] = lack
            self._keep(pieces)

    def _keep(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            self.result.legs[piece.flow, piece.leg.number] = piece.track.place

    def _end_y(self, number: int, neighbour: int) -> float:
        """Answer where a vertical leg ends: at its neighbour leg, or at a symbol."""
        found = self.result.legs.get((number, neighbour))
        if found is not None:
            return found
        flow, walk = self._flows[number], self._walks[number]
        at_source = neighbour < 0
        site = self._lattice.sites[flow.source if at_source else flow.target]
        side = walk.leave if at_source else walk.enter
        rect = site.symbol.rect
        return rect.top if side is Side.TOP else rect.bottom

    def _piece(self, number: int, index: int, line: int, start: float, end: float) -> Piece:
        flow, walk = self._flows[number], self._walks[number]
        room = leg_room(self._lattice, flow, walk, index)
        comfort = comfortable_room(self._lattice, flow, walk, index, room)
        vertical = walk.nodes[index][0] == walk.nodes[index + 1][0]
        lines = self._lattice.columns.lines if vertical else self._lattice.rows.lines
        wish, rank = lines[line].position, 2
        last = len(walk.nodes) - 2
        ports: list[tuple[Site, Side]] = []
        if index == 0:
            ports.append((self._lattice.sites[flow.source], walk.leave))
        if index == last:
            ports.append((self._lattice.sites[flow.target], walk.enter))
        for site, side in ports:
            alone = self._ends[site.symbol.id, side] == 1
            if (0 if alone else 1) < rank:
                rank = 0 if alone else 1
                centre = site.symbol.rect.centre
                wish = centre.x if vertical else centre.y
        track = Track((flow.id, index), room[0], room[1], wish, rank, comfort)
        return Piece(number, Leg(walk, index), start, end, track)

    def _row_pairs(self, pieces: list[Piece]) -> Pairs:
        """Answer the pairs of horizontal legs that must keep apart, first one above."""
        pieces.sort(key=_by_start)
        meeting: list[tuple[int, int]] = []
        orders: Pairs = set()
        active: list[int] = []
        for number, piece in enumerate(pieces):
            active = [k for k in active if pieces[k].end >= piece.start]
            for other in active:
                if pieces[other].end > piece.start:
                    meeting.append((other, number))
                    _note_order(orders, other, number, _row_order(pieces[other], piece))
                else:
                    self._touch(pieces, other, number, meeting, orders)
            active.append(number)
        return _oriented(pieces, meeting, orders)

    def _touch(
        self,
        pieces: list[Piece],
        left: int,
        right: int,
        meeting: list[tuple[int, int]],
        orders: Pairs,
    ) -> None:
        a, b = pieces[left], pieces[right]
        if a.leg.walk is b.leg.walk:
            return
        wanted = touching_order(a.leg, b.leg)
        free = a.track.rank == 2 and b.track.rank == 2
        if wanted and free:
            meeting.append((left, right))
            _note_order(orders, left, right, wanted)


def _column_pairs(pieces: list[Piece]) -> Pairs:
    """Answer the pairs of vertical legs that must keep apart, first one on the left."""
    pieces.sort(key=_by_start)
    meeting: list[tuple[int, int]] = []
    orders: Pairs = set()
    active: list[int] = []
    for number, piece in enumerate(pieces):
        active = [k for k in active if pieces[k].end > piece.start - _NEAR]
        for other in active:
            meeting.append((other, number))
            _note_order(orders, other, number, _column_order(pieces[other], piece))
        active.append(number)
    return _oriented(pieces, meeting, orders)


def _row_order(a: Piece, b: Piece) -> int:
    return _forced_order(a.track, b.track) or order(a.leg, b.leg)


def _column_order(upper: Piece, lower: Piece) -> int:
    """Answer the order of two vertical legs, whether they overlap on the lattice or touch."""
    forced = _forced_order(upper.track, lower.track)
    if forced:
        return forced
    a, b = upper.leg, lower.leg
    rows_a = sorted(node[1] for node in a.walk.nodes[a.number : a.number + 2])
    rows_b = sorted(node[1] for node in b.walk.nodes[b.number : b.number + 2])
    if min(rows_a[1], rows_b[1]) > max(rows_a[0], rows_b[0]):
        return order(a, b)
    if rows_a[1] <= rows_b[0]:
        return touching_order(a, b)
    return -touching_order(b, a)


def _forced_order(a: Track, b: Track) -> int:
    """Answer the only order that two rooms allow, or 0 where they meet."""
    if a.most < b.least:
        return -1
    return 1 if b.most < a.least else 0


def _note_order(orders: Pairs, a: int, b: int, side: int) -> None:
    if side < 0:
        orders.add((a, b))
    elif side > 0:
        orders.add((b, a))


def _oriented(pieces: list[Piece], meeting: list[tuple[int, int]], orders: Pairs) -> Pairs:
    """Answer the meeting pairs along one sequence, so that they hold no circle."""
    if not meeting:
        return set()
    rank = {k: r for r, k in enumerate(sequence([p.track for p in pieces], orders))}
    return {(a, b) if rank[a] < rank[b] else (b, a) for a, b in meeting}


def _by_start(piece: Piece) -> tuple[float, float, tuple[str, int]]:
    return piece.start, piece.end, piece.track.key


def _count_ends(
    flows: Sequence[RoutingFlow], walks: dict[int, Walk]
) -> dict[tuple[str, Side], int]:
    ends: dict[tuple[str, Side], int] = defaultdict(int)
    for number, walk in walks.items():
        ends[flows[number].source, walk.leave] += 1
        ends[flows[number].target, walk.enter] += 1
    return ends


def _place_line(line: LatticeLine, pieces: list[Piece], pairs: Pairs) -> float:
    """Place the legs of one line group by group; answer what the line lacks, in points."""
    lack = 0.0
    for group in _groups(len(pieces), pairs):
        position = {k: n for n, k in enumerate(group)}
        inner = {(position[a], position[b]) for a, b in pairs if a in position}
        tracks = [pieces[k].track for k in group]
        spread_wishes(line, [pieces[k] for k in group], inner)
        lack = max(lack, place(tracks, inner))
    return lack


def _groups(count: int, pairs: Pairs) -> list[list[int]]:
    """Answer the connected groups of tracks."""
    leader = list(range(count))

    def find(k: int) -> int:
        while leader[k] != k:
            leader[k] = leader[leader[k]]
            k = leader[k]
        return k

    for a, b in pairs:
        leader[find(a)] = find(b)
    groups: dict[int, list[int]] = defaultdict(list)
    for k in range(count):
        groups[find(k)].append(k)
    return list(groups.values())
