"""Turns walks into coordinates: rows first, then columns with the rows' true extents."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from sopeditor.layout.routing.axis import LatticeLine
from sopeditor.layout.routing.drawing.spacing import ALONE, FREE, SHARED, Pairs, place, sequence
from sopeditor.layout.routing.drawing.wishes import (
    Piece,
    leave_border,
    place_alone,
    settle_alone,
    spread_wishes,
)
from sopeditor.layout.routing.lattice import Lattice, Room
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.sides import TOP
from sopeditor.layout.routing.ways.crossings import facing, order, touching_order
from sopeditor.layout.routing.ways.rooms import comfortable_room, leg_rooms
from sopeditor.layout.routing.ways.walks import Walk, spans

#: Column legs whose extents come this near count as side by side, in points.
_NEAR = 0.5
#: Level legs nearer than this are on one height, in points.
_SAME = 0.03

#: A leg by the number of its flow and its own.
_Leg = tuple[int, int]


class Coordinates(Struct):
    """The coordinate of every leg by flow number and leg, and lines that are too full.

    Shortages are in points by line of the lattice; `crowded` holds the legs of every line
    that has several.
    """

    legs: list[list[float]]
    column_shortage: dict[int, float] = {}
    row_shortage: dict[int, float] = {}
    crowded: list[list[Piece]] = []


def assign_tracks(
    lattice: Lattice, parties: Sequence[Party], walks: Sequence[Walk], ends: Sequence[int]
) -> Coordinates:
    """Answer where every leg lies; `ends` counts the ends at every port."""
    assignment = _Assignment(lattice, parties, walks, ends)
    assignment.place_rows()
    assignment.place_columns()
    return assignment.result


class _Assignment:
    def __init__(
        self,
        lattice: Lattice,
        parties: Sequence[Party],
        walks: Sequence[Walk],
        ends: Sequence[int],
    ) -> None:
        self._lattice = lattice
        self._parties = parties
        self._walks = walks
        self._ends = ends
        self.result = Coordinates([[0.0] * (len(walk.nodes) - 1) for walk in walks])
        #: The legs of either direction, by the line that they run on.
        self._level: dict[int, list[_Leg]] = defaultdict(list)
        self._upright: dict[int, list[_Leg]] = defaultdict(list)
        for number, walk in enumerate(walks):
            for index, (upright, line, _, _) in enumerate(walk.spans or spans(walk)):
                (self._upright if upright else self._level)[line].append((number, index))

    def place_rows(self) -> None:
        """Give the horizontal legs their y."""
        lines = self._lattice.rows.lines
        for number, legs in sorted(self._level.items()):
            if len(legs) == 1:
                self._place_alone(lines[number], legs[0], upright=False)
                continue
            pieces = [self._piece(leg, upright=False) for leg in legs]
            for piece in pieces:
                walk = piece.walk
                _, _, piece.start, piece.end = (walk.spans or spans(walk))[piece.leg]
            lack = self._place_together(lines[number], pieces, _row_pairs(pieces))
            if lack:
                self.result.row_shortage[number] = lack

    def place_columns(self) -> None:
        """Give the vertical legs their x; the horizontal ones have theirs."""
        lines = self._lattice.columns.lines
        for number, legs in sorted(self._upright.items()):
            if len(legs) == 1:
                self._place_alone(lines[number], legs[0], upright=True)
                continue
            pieces = [self._piece(leg, upright=True) for leg in legs]
            for piece in pieces:
                start, end = self._extent(piece)
                piece.start, piece.end = (start, end) if start < end else (end, start)
            lack = self._place_together(lines[number], pieces, _column_pairs(pieces))
            if lack:
                self.result.column_shortage[number] = lack

    def _place_alone(self, line: LatticeLine, leg: _Leg, upright: bool) -> None:
        """Place a leg that has its line to itself."""
        number, index = leg
        own, walk = self._parties[number], self._walks[number]
        rank, wish = self._wish(own, walk, index, upright)
        comfort = self._comfort(own, walk, index)
        at = place_alone(line, (walk, index), comfort, None if rank == FREE else wish)
        self.result.legs[number][index] = at

    def _place_together(self, line: LatticeLine, pieces: list[Piece], pairs: Pairs) -> float:
        """Place the legs of one line; answer what the line lacks, in points."""
        self.result.crowded.append(pieces)
        lack = _place_line(line, pieces, pairs)
        legs = self.result.legs
        for piece in pieces:
            legs[piece.flow][piece.leg] = piece.place
        return lack

    def _extent(self, piece: Piece) -> tuple[float, float]:
        """Answer where a vertical leg begins and ends: at its neighbours, or at a symbol."""
        walk, index = piece.walk, piece.leg
        legs, own = self.result.legs[piece.flow], self._parties[piece.flow]
        if index:
            start = legs[index - 1]
        else:
            start = own.source.top if walk.leave == TOP else own.source.bottom
        if index < len(legs) - 1:
            return start, legs[index + 1]
        return start, own.target.top if walk.enter == TOP else own.target.bottom

    def _piece(self, leg: _Leg, upright: bool) -> Piece:
        number, index = leg
        own, walk = self._parties[number], self._walks[number]
        piece = Piece(number, walk, index, (own.flow.id, index))
        piece.rank, piece.wish = self._wish(own, walk, index, upright)
        piece.comfort = self._comfort(own, walk, index)
        piece.least, piece.most = (walk.rooms or leg_rooms(self._lattice, own, walk))[index]
        return piece

    def _wish(self, own: Party, walk: Walk, index: int, upright: bool) -> tuple[int, float]:
        """Answer the rank of a leg and, where it has a port, the middle of the side there."""
        rank, wish = FREE, 0.0
        if index == 0:
            rank = ALONE if self._ends[own.leaves + walk.leave] == 1 else SHARED
            wish = own.source.centre_x if upright else own.source.centre_y
        if index == len(walk.nodes) - 2 and rank != ALONE:
            alone = self._ends[own.enters + walk.enter] == 1
            if alone or rank == FREE:
                rank = ALONE if alone else SHARED
                wish = own.target.centre_x if upright else own.target.centre_y
        return rank, wish

    def _comfort(self, own: Party, walk: Walk, index: int) -> Room:
        """Answer where a leg lies well."""
        room = (walk.rooms or leg_rooms(self._lattice, own, walk))[index]
        if index == 1 or index == len(walk.nodes) - 3:
            return comfortable_room(own, walk, index, room)
        return room


def _row_pairs(pieces: list[Piece]) -> Pairs:
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
            elif (side := _touch(pieces[other], piece)) != 0:
                meeting.append((other, number))
                _note_order(orders, other, number, side)
        active.append(number)
    return _oriented(pieces, meeting, orders)


def _touch(a: Piece, b: Piece) -> int:
    """Answer the order of two free legs that only touch on the lattice."""
    if a.rank != FREE or b.rank != FREE or a.walk is b.walk:
        return 0
    return touching_order(a.walk, a.leg, b.walk, b.leg)


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
    return _forced_order(a, b) or order(a.walk, a.leg, b.walk, b.leg)


def _column_order(upper: Piece, lower: Piece) -> int:
    """Answer the order of two vertical legs, whether they overlap on the lattice or touch."""
    forced = _forced_order(upper, lower) or _face_to_face(upper, lower)
    if forced:
        return forced
    _, _, low, high = (upper.walk.spans or spans(upper.walk))[upper.leg]
    _, _, other_low, other_high = (lower.walk.spans or spans(lower.walk))[lower.leg]
    if min(high, other_high) > max(low, other_low):
        return order(upper.walk, upper.leg, lower.walk, lower.leg)
    if high <= other_low:
        return touching_order(upper.walk, upper.leg, lower.walk, lower.leg)
    return -touching_order(lower.walk, lower.leg, upper.walk, upper.leg)


def _face_to_face(a: Piece, b: Piece) -> int:
    """Answer the only order of two vertical legs that are reached on one height from both sides.

    The other way round the level legs, which have their places, would lie on each other: a
    crossing more is the lesser evil. 0 where none or both of their ends say so.
    """
    sides = {
        facing(a.walk, a.leg, b.walk, b.leg, at_high)
        for at_high, apart in ((False, a.start - b.start), (True, a.end - b.end))
        if abs(apart) < _SAME
    } - {0}
    return sides.pop() if len(sides) == 1 else 0


def _forced_order(a: Piece, b: Piece) -> int:
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
    if len(meeting) == 1:
        return orders or _by_wish(pieces, *meeting[0])
    rank = {k: r for r, k in enumerate(sequence(pieces, orders))}
    return {(a, b) if rank[a] < rank[b] else (b, a) for a, b in meeting}


def _by_wish(pieces: list[Piece], a: int, b: int) -> Pairs:
    one, other = pieces[a], pieces[b]
    return {(a, b) if (one.wish, one.key) < (other.wish, other.key) else (b, a)}


def _by_start(piece: Piece) -> tuple[float, float, tuple[str, int]]:
    return piece.start, piece.end, piece.key


def _place_line(line: LatticeLine, pieces: list[Piece], pairs: Pairs) -> float:
    """Place the legs of one line group by group; answer what the line lacks, in points."""
    if not pairs:
        for piece in pieces:
            settle_alone(line, piece)
        return 0.0
    lack = 0.0
    for group, inner in _groups(len(pieces), pairs):
        if len(group) == 1:
            settle_alone(line, pieces[group[0]])
            continue
        members = [pieces[k] for k in group]
        spread_wishes(line, members, inner)
        lack = max(lack, place(members, inner))
        leave_border(line, members, inner)
    return lack


def _groups(count: int, pairs: Pairs) -> list[tuple[list[int], Pairs]]:
    """Answer the connected groups of legs, each with its pairs by position in the group."""
    leader = list(range(count))

    def find(k: int) -> int:
        while leader[k] != k:
            leader[k] = leader[leader[k]]
            k = leader[k]
        return k

    for a, b in pairs:
        leader[find(a)] = find(b)
    members: dict[int, list[int]] = defaultdict(list)
    position = [0] * count
    for k in range(count):
        group = members[find(k)]
        position[k] = len(group)
        group.append(k)
    inner: dict[int, Pairs] = {root: set() for root in members}
    for a, b in pairs:
        inner[find(a)].add((position[a], position[b]))
    return [(group, inner[root]) for root, group in members.items()]
