"""Tells which lanes and rows are too narrow for the lines and labels that run in them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sopeditor.foundation.geometry import Polyline
from sopeditor.layout.routing.axis import LatticeLine
from sopeditor.layout.routing.drawing.tracks import Coordinates
from sopeditor.layout.routing.lattice import Lattice
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.problem import RoutingProblem

#: Index of a lane or row, and the points it lacks.
Shortage = tuple[tuple[int, float], ...]

#: A row grows by this more than the height of a label that had no room.
_AROUND_A_LABEL = 4.0
#: What a lane or row grows where symbols leave a flow no way at all.
_A_WAY = 9.0


def shortages(
    problem: RoutingProblem,
    lattice: Lattice,
    coordinates: Coordinates,
    cramped: Iterable[Party] = (),
    walled_in: Iterable[Party] = (),
    astray: Iterable[tuple[Party, Polyline, tuple[float, float]]] = (),
) -> tuple[Shortage, Shortage]:
    """Answer what lanes and rows must grow, in points.

    Symbols stand in the middle: a gap between two lanes grows when both do, one at the
    frame by half of what its lane grows. `cramped` are flows whose label had no room,
    `walled_in` those that symbols leave no way, `astray` those whose label lacks so much
    width and height beside the first leg of the line.
    """
    lanes = _wanted(problem.lanes, lattice.columns.lines, coordinates.column_shortage)
    rows = _wanted(problem.rows, lattice.rows.lines, coordinates.row_shortage)
    for own in cramped:
        if own.flow.label is not None:
            row = own.source.symbol.row
            rows[row] = max(rows[row], own.flow.label.height + _AROUND_A_LABEL)
    for own, line, (width, height) in astray:
        source = own.source.symbol
        lane = source.first_lane if line[1].x < line[0].x else source.last_lane
        lanes[lane] = max(lanes[lane], 2 * width)
        rows[source.row] = max(rows[source.row], 2 * height)
    for own in walled_in:
        for site in (own.source, own.target):
            rows[site.symbol.row] = max(rows[site.symbol.row], _A_WAY)
            for lane in range(site.symbol.first_lane, site.symbol.last_lane + 1):
                lanes[lane] = max(lanes[lane], _A_WAY)
    return _sorted(lanes), _sorted(rows)


def _sorted(wanted: dict[int, float]) -> Shortage:
    return tuple((part, lack) for part, lack in sorted(wanted.items()) if lack > 0.0)


def _wanted(
    boundaries: Sequence[float], lines: Sequence[LatticeLine], lacks: dict[int, float]
) -> dict[int, float]:
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
        part = max(0, min(bisect_right(boundaries, line.position) - 1, last))
        at_frame = number in (0, len(lines) - 1)
        wanted[part] = max(wanted[part], needed * (2 if at_frame else 1))
    return wanted
