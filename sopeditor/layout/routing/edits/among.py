"""Draws new lines among those that stay, of which few lie beside them."""

from sopeditor.foundation.geometry import Polyline
from sopeditor.layout.routing.drawing.clashes import clashes
from sopeditor.layout.routing.drawing.tracks import Coordinates
from sopeditor.layout.routing.engine import drawn, drawn_apart
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.search import Search
from sopeditor.layout.routing.ways.occupancy import placed_walks
from sopeditor.layout.routing.ways.walks import Walk, spans


def drawn_among(
    lattice: Lattice, search: Search, in_place: bool
) -> tuple[Coordinates, list[Polyline], bool]:
    """Answer the lines of the flows that were searched for, apart from those that stay.

    As `drawn_apart`; but lines that stay are not held against each other where they all are
    `in_place`, for there they have been apart. Those of other lanes and rows have no say then.
    """
    if not in_place:
        return drawn_apart(lattice, search)
    walks = placed_walks(search.placed.walks)
    new = range(search.movable)
    taken = {line for number in new for line in _lines(walks[number])}
    staying = range(search.movable, len(walks))
    beside = [number for number in staying if not taken.isdisjoint(_lines(walks[number]))]
    numbers = [*new, *beside]
    walks = [walks[number] for number in numbers]
    parties = [search.parties[number] for number in numbers]
    coordinates, lines = drawn(lattice, parties, walks, search.placed.ends, search.movable)
    if clashes(coordinates.crowded, lines):
        return drawn_apart(lattice, search)
    return coordinates, lines, True


def _lines(walk: Walk) -> list[tuple[bool, int]]:
    """Answer the lines of the lattice that a walk runs on; upright ones are True."""
    return [(upright, line) for upright, line, _, _ in walk.spans or spans(walk)]
