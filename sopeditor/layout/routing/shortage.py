"""Tells which lanes and rows are too narrow for the lines that run in them."""

from collections import defaultdict
from collections.abc import Sequence

from sopeditor.layout.routing.axis import LatticeLine
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.problem import RoutingProblem
from sopeditor.layout.routing.tracks import Coordinates

#: Index of a lane or row, and the points it lacks.
Shortage = tuple[tuple[int, float], ...]


def shortages(
    problem: RoutingProblem, lattice: Lattice, coordinates: Coordinates
) -> tuple[Shortage, Shortage]:
    """Answer what lanes and rows must grow, in points.

    Symbols stand in the middle: a gap between two lanes grows when both do, one at the
    frame by half of what its lane grows.
    """
    return (
        _shortage(problem.lanes, lattice.columns.lines, coordinates.column_shortage),
        _shortage(problem.rows, lattice.rows.lines, coordinates.row_shortage),
    )


def _shortage(
    boundaries: Sequence[float], lines: Sequence[LatticeLine], lacks: dict[int, float]
) -> Shortage:
    wanted: dict[int, float] = defaultdict(float)
    last = len(boundaries) - 2
    for number, lack in lacks.items():
        line = lines[number]
        needed = lack + line.squeezed
        if line.border is not None:
            upper = boundaries.index(line.border)
            for part in (upper - 1, upper):
                wanted[part] = max(wanted[part], needed)
            continue
        part = sum(boundary <= line.position for boundary in boundaries) - 1
        part = max(0, min(part, last))
        at_frame = number in (0, len(lines) - 1)
        wanted[part] = max(wanted[part], needed * (2 if at_frame else 1))
    return tuple(sorted(wanted.items()))
