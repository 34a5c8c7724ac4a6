"""Draws new lines among those that stay, of which few lie beside them."""

from collections.abc import Sequence
from itertools import pairwise

from sopeditor.foundation.geometry import Polyline
from sopeditor.layout.routing.drawing.clashes import clashes
from sopeditor.layout.routing.drawing.outline import polylines
from sopeditor.layout.routing.drawing.tracks import Coordinates, assign_tracks
from sopeditor.layout.routing.engine import drawn_apart
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.search import Search
from sopeditor.layout.routing.ways.occupancy import placed_walks
from sopeditor.layout.routing.ways.walks import Walk


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
    numbers = [*range(search.movable), *_beside(walks, search.movable)]
    walks = [walks[number] for number in numbers]
    parties = [search.parties[number] for number in numbers]
    found = assign_tracks(lattice, parties, walks, search.placed.ends, search.movable)
    if found.crowded and clashes(found.crowded, polylines(parties, walks, found.legs)):
        return drawn_apart(lattice, search)
    count = search.movable
    return found, polylines(parties[:count], walks[:count], found.legs[:count]), True


def _beside(walks: Sequence[Walk], movable: int) -> list[int]:
    """Answer the walks after the `movable` ones that run on lines of the lattice with them."""
    taken = {
        x if x == u else ~y for walk in walks[:movable] for (x, y), (u, _) in pairwise(walk.nodes)
    }
    found = []
    for number in range(movable, len(walks)):
        for (x, y), (u, _) in pairwise(walks[number].nodes):
            if (x if x == u else ~y) in taken:
                found.append(number)
                break
    return found
