"""Turns walks into coordinates: rows first, then columns with the rows' true extents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sopeditor.layout.routing.axis import BORDER_DISTANCE, LatticeLine
from sopeditor.layout.routing.crossings import Leg, order, touching_order, u_turn
from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.layout.routing.rooms import comfortable_room, leg_room
from sopeditor.layout.routing.spacing import WIDEST_SPACING, Pairs, Track, place, sequence
from sopeditor.layout.routing.templates import Walk
from sopeditor.model.flow import Side

#: Column legs whose extents come this near count as side by side, in points.
_NEAR = 0.5
#: What a loop back keeps from symbols beyond the necessary, in points.
_BESIDE_SYMBOLS = 3.0


@dataclass(slots=True, eq=False)
class _Piece:
    """A leg with the extent it covers along its line, and its track."""

    flow: int
    leg: Leg
    line: int
    start: float
    end: float
    track: Track


@dataclass(slots=True)
class Coordinates:
    """The coordinate of every leg by flow number and leg index, and lines that are too full.

    Shortages are in points by line of the lattice.
    """

    legs: dict[tuple[int, int], float] = field(default_factory=dict)
    column_shortage: dict[int, float] = field(default_factory=dict)
    row_shortage: dict[int, float] = field(default_factory=dict)


def assign_tracks(
    lattice: Lattice, flows: Sequence[RoutingFlow], walks: dict[int, Walk], strict: bool = False
) -> Coordinates:
    """Answer where every leg lies. `strict` keeps legs apart that only touch at a corner."""
    assignment = _Assignment(lattice, flows, walks, strict)
    assignment.place_rows()
    assignment.place_columns()
    return assignment.result


class _Assignment:
    def __init__(
        self,
        lattice: Lattice,
        flows: Sequence[RoutingFlow],
        walks: dict[int, Walk],
        strict: bool,
    ) -> None:
        self._lattice = lattice
        self._flows = flows
        self._walks = walks
        self._strict = strict
        self._ends = _count_ends(flows, walks)
        self.result = Coordinates()

    def place_rows(self) -> None:
        """Give the horizontal legs their y."""
        by_line: dict[int, list[_Piece]] = defaultdict(list)
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
        by_line: dict[int, list[_Piece]] = defaultdict(list)
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

    def _keep(self, pieces: Iterable[_Piece]) -> None:
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

    def _piece(self, number: int, index: int, line: int, start: float, end: float) -> _Piece:
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
        return _Piece(number, Leg(walk, index), line, start, end, track)

    def _row_pairs(self, pieces: list[_Piece]) -> Pairs:
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
        pieces: list[_Piece],
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
        if self._strict or (wanted and free):
            meeting.append((left, right))
            _note_order(orders, left, right, wanted)


def _column_pairs(pieces: list[_Piece]) -> Pairs:
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


def _row_order(a: _Piece, b: _Piece) -> int:
    return _forced_order(a.track, b.track) or order(a.leg, b.leg)


def _column_order(upper: _Piece, lower: _Piece) -> int:
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


def _oriented(pieces: list[_Piece], meeting: list[tuple[int, int]], orders: Pairs) -> Pairs:
    """Answer the meeting pairs along one sequence, so that they hold no circle."""
    if not meeting:
        return set()
    rank = {k: r for r, k in enumerate(sequence([p.track for p in pieces], orders))}
    return {(a, b) if rank[a] < rank[b] else (b, a) for a, b in meeting}


def _by_start(piece: _Piece) -> tuple[float, float, tuple[str, int]]:
    return piece.start, piece.end, piece.track.key


def _count_ends(
    flows: Sequence[RoutingFlow], walks: dict[int, Walk]
) -> dict[tuple[str, Side], int]:
    ends: dict[tuple[str, Side], int] = defaultdict(int)
    for number, walk in walks.items():
        ends[flows[number].source, walk.leave] += 1
        ends[flows[number].target, walk.enter] += 1
    return ends


def _place_line(line: LatticeLine, pieces: list[_Piece], pairs: Pairs) -> float:
    """Place the legs of one line group by group; answer what the line lacks, in points."""
    lack = 0.0
    for group in _groups(len(pieces), pairs):
        position = {k: n for n, k in enumerate(group)}
        inner = {(position[a], position[b]) for a, b in pairs if a in position}
        tracks = [pieces[k].track for k in group]
        _spread_wishes(line, [pieces[k] for k in group], inner)
        lack = max(lack, place(tracks, inner))
    return lack


def _spread_wishes(line: LatticeLine, pieces: list[_Piece], pairs: Pairs) -> None:
    """Wish free legs beside the border, and parallel ones evenly around the middle."""
    levels = _levels(len(pieces), pairs)
    count = max(levels) + 1
    sharing: dict[float, list[tuple[int, Track]]] = defaultdict(list)
    for piece, level in zip(pieces, levels, strict=True):
        track = piece.track
        if track.rank == 1:
            sharing[track.wish].append((level, track))
        elif track.rank == 2:
            track.wish = _free_wish(line, piece, level, count)
    for ends in sharing.values():
        _share_side(ends)


def _share_side(ends: list[tuple[int, Track]]) -> None:
    """Wish one of the ends of a side in its middle, where Excel glues, the others beside it."""
    ends.sort(key=lambda end: (end[0], end[1].key))
    middle = len(ends) // 2
    if len(ends) == 2 and ends[0][1].key < ends[1][1].key:
        middle = 0
    for index, (_, track) in enumerate(ends):
        track.wish += (index - middle) * WIDEST_SPACING


def _free_wish(line: LatticeLine, piece: _Piece, level: int, count: int) -> float:
    """Answer where a leg without ports lies best, as the `level`-th of `count`."""
    low, high = piece.track.comfort
    side = u_turn(piece.leg)
    if line.border is None:
        if side < 0:
            return low + _BESIDE_SYMBOLS + level * WIDEST_SPACING
        if side > 0:
            return high - _BESIDE_SYMBOLS - (count - 1 - level) * WIDEST_SPACING
        return line.position + (level - (count - 1) / 2) * WIDEST_SPACING
    before = count // 2
    if count % 2 and (side < 0 or (not side and line.border - low > high - line.border)):
        before += line.border - BORDER_DISTANCE >= low
    if level < before:
        return line.border - BORDER_DISTANCE - (before - 1 - level) * WIDEST_SPACING
    return line.border + BORDER_DISTANCE + (level - before) * WIDEST_SPACING


def _levels(count: int, pairs: Pairs) -> list[int]:
    """Answer for every track how many must lie below it at least."""
    levels = [0] * count
    changed = True
    while changed:
        changed = False
        for low, high in pairs:
            if levels[high] <= levels[low]:
                levels[high] = levels[low] + 1
                changed = True
    return levels


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
