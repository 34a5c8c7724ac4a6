"""Turns walks into coordinates: rows first, then columns with the rows' true extents.

Every leg first lies as if it were alone; then those that meet others on their line move apart.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from sopeditor.layout.routing.axis import LatticeLine
from sopeditor.layout.routing.drawing.lone import is_led_by_target, lone_legs
from sopeditor.layout.routing.drawing.orders import column_pairs, row_pairs
from sopeditor.layout.routing.drawing.spacing import ALONE, FREE, SHARED, Pairs, place
from sopeditor.layout.routing.drawing.stretches import (
    Leg,
    Stretch,
    extent,
    level_stretches,
    meeting,
    upright_stretches,
)
from sopeditor.layout.routing.drawing.wishes import Piece, leave_border, spread_wishes
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.ways.rooms import comfortable_room, leg_rooms
from sopeditor.layout.routing.ways.walks import Walk, spans

#: A line is crowded where legs that meet on it come nearer than this, in points.
_CLOSE = 1.0


class Coordinates(Struct):
    """The coordinate of every leg by flow number and leg, and lines that are too full.

    Shortages are in points by line of the lattice; `crowded` holds the legs of every line on
    which some come so close that they may lie on each other, and whether they are upright.
    """

    legs: list[list[float]]
    column_shortage: dict[int, float] = {}
    row_shortage: dict[int, float] = {}
    crowded: list[tuple[bool, list[Leg]]] = []


def assign_tracks(
    lattice: Lattice,
    parties: Sequence[Party],
    walks: Sequence[Walk],
    ends: Sequence[int],
    movable: int | None = None,
) -> Coordinates:
    """Answer where every leg lies; `ends` counts the ends at every port.

    Where only the first so many are `movable`, the rooms of all others leave them one place: no
    more is asked of lines on which none but those meet.
    """
    movable = len(walks) if movable is None else movable
    assignment = _Assignment(lattice, parties, walks, ends, movable)
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
        movable: int,
    ) -> None:
        self._lattice = lattice
        self._parties = parties
        self._walks = walks
        self._ends = ends
        self._movable = movable
        pairs = list(zip(parties, walks, strict=True))
        legs = [lone_legs(lattice, own, walk, ends) for own, walk in pairs[:movable]]
        for own, walk in pairs[movable:]:
            legs.append([place for place, _ in walk.rooms or leg_rooms(lattice, own, walk)])
        self.result = Coordinates(legs)

    def place_rows(self) -> None:
        """Give the horizontal legs their y."""
        lines, shortage = self._lattice.rows.lines, self.result.row_shortage
        stretches = level_stretches(self._walks)
        self._move_apart(stretches, lines, shortage, upright=False)

    def place_columns(self) -> None:
        """Give the vertical legs their x; the horizontal ones have theirs."""
        lines, shortage = self._lattice.columns.lines, self.result.column_shortage
        stretches = upright_stretches(self._parties, self._walks, self.result.legs)
        self._move_apart(stretches, lines, shortage, upright=True)

    def _move_apart(
        self,
        stretches: list[Stretch],
        lines: Sequence[LatticeLine],
        shortage: dict[int, float],
        upright: bool,
    ) -> None:
        """Move the legs that meet apart, and find the lines that are too full or crowded."""
        legs = self.result.legs
        crowded: dict[int, list[Leg]] = {}
        for together in meeting(stretches):
            if min([flow for _, _, _, flow, _ in together]) >= self._movable:
                continue
            number = together[0][0]
            pieces = [self._piece(flow, leg, upright) for _, _, _, flow, leg in together]
            pairs = column_pairs(pieces) if upright else row_pairs(pieces)
            if pairs:
                lack = _place_apart(lines[number], pieces, pairs)
                if lack > shortage.get(number, 0.0):
                    shortage[number] = lack
                for piece in pieces:
                    legs[piece.flow][piece.leg] = piece.place
            if _are_close(pieces):
                crowded[number] = []
        if crowded:
            for number, _, _, flow, leg in stretches:
                if number in crowded:
                    crowded[number].append((flow, leg))
            self.result.crowded += [(upright, found) for found in crowded.values()]

    def _piece(self, number: int, index: int, upright: bool) -> Piece:
        """Answer a leg with all that the legs beside it must know, where it lies so far."""
        own, walk, legs = self._parties[number], self._walks[number], self.result.legs[number]
        piece = Piece(number, walk, index, (own.flow.id, index))
        if upright:
            piece.start, piece.end = extent(own, walk, index, legs)
        else:
            _, _, piece.start, piece.end = (walk.spans or spans(walk))[index]
        piece.rank, piece.wish = self._wish(own, walk, index, upright)
        room = (walk.rooms or leg_rooms(self._lattice, own, walk))[index]
        piece.least, piece.most = room
        piece.comfort = comfortable_room(own, walk, index, room)
        piece.place = legs[index]
        return piece

    def _wish(self, own: Party, walk: Walk, index: int, upright: bool) -> tuple[int, float]:
        """Answer the rank of a leg and, where it has a port, the middle of the side there."""
        last = len(walk.nodes) - 2
        if 0 < index < last:
            return FREE, 0.0
        if index or (index == last and is_led_by_target(own, walk, self._ends)):
            site, port = own.target, own.enters + walk.enter
        else:
            site, port = own.source, own.leaves + walk.leave
        rank = ALONE if self._ends[port] == 1 else SHARED
        return rank, site.centre_x if upright else site.centre_y


def _are_close(pieces: list[Piece]) -> bool:
    """Answer whether some legs come so near to each other that they may lie on each other."""
    if len(pieces) == 2:
        return -_CLOSE < pieces[0].place - pieces[1].place < _CLOSE
    places = sorted([piece.place for piece in pieces])
    return any(high - low < _CLOSE for low, high in pairwise(places))


def _place_apart(line: LatticeLine, pieces: list[Piece], pairs: Pairs) -> float:
    """Place the legs of one line group by group; answer what the line lacks, in points."""
    if len(pieces) == 2:
        return _place_group(line, pieces, pairs)
    return max(
        _place_group(line, [pieces[k] for k in group], inner)
        for group, inner in _groups(len(pieces), pairs)
    )


def _place_group(line: LatticeLine, group: list[Piece], pairs: Pairs) -> float:
    spread_wishes(line, group, pairs)
    lack = place(group, pairs)
    leave_border(line, group, pairs)
    return lack


def _groups(count: int, pairs: Pairs) -> list[tuple[list[int], Pairs]]:
    """Answer the connected groups of two or more, each with its pairs by position in the group."""
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
    inner: dict[int, Pairs] = defaultdict(set)
    for a, b in pairs:
        inner[find(a)].add((position[a], position[b]))
    return [(members[root], found) for root, found in inner.items()]
