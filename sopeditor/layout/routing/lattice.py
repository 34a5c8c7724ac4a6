"""The lattice of one page: lines in both directions, and what the symbols block.

A route is first found as a walk over lattice points `(column, row)`; only later do its
legs get coordinates. A symbol blocks the points it covers and narrows the zones beside it.
"""

from dataclasses import dataclass, field

from sopeditor.layout.routing.axis import Axis, Reach, build_axis
from sopeditor.layout.routing.problem import RoutingProblem, RoutingSymbol

#: What is left of a zone: least and most coordinate.
Room = tuple[float, float]


@dataclass(slots=True, eq=False)
class Site:
    """A symbol on the lattice: its point, the lines it covers, and how far one can leave it.

    `left`, `right`, `down` and `up` are the last lines that a leg from that side reaches.
    """

    symbol: RoutingSymbol
    column: int
    row: int
    across: Reach
    along: Reach
    left: int = 0
    right: int = 0
    down: int = 0
    up: int = 0


@dataclass(slots=True)
class Lattice:
    """Lines, sites and blocked points; bit `j` of `column_blocks[i]` is the point (i, j)."""

    columns: Axis
    rows: Axis
    sites: dict[str, Site] = field(default_factory=dict)
    column_blocks: list[int] = field(default_factory=list)
    row_blocks: list[int] = field(default_factory=list)
    column_clips: list[dict[int, Room]] = field(default_factory=list)
    row_clips: list[dict[int, Room]] = field(default_factory=list)
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)

    def column_free(self, column: int, a: int, b: int) -> bool:
        """Answer whether the leg on `column` from row line `a` to `b` meets no symbol."""
        low, high = (a, b) if a < b else (b, a)
        return not (self.column_blocks[column] >> low) & ((2 << (high - low)) - 1)

    def row_free(self, row: int, a: int, b: int) -> bool:
        """Answer whether the leg on `row` from column line `a` to `b` meets no symbol."""
        low, high = (a, b) if a < b else (b, a)
        return not (self.row_blocks[row] >> low) & ((2 << (high - low)) - 1)


def build_lattice(problem: RoutingProblem) -> Lattice:
    """Answer the lattice of a page."""
    symbols = sorted(problem.symbols, key=_identity)
    columns = build_axis(problem.lanes, [(s.rect.left, s.rect.right) for s in symbols])
    rows = build_axis(problem.rows, [(s.rect.top, s.rect.bottom) for s in symbols])
    lattice = Lattice(
        columns,
        rows,
        column_blocks=[0] * len(columns.lines),
        row_blocks=[0] * len(rows.lines),
        column_clips=[{} for _ in columns.lines],
        row_clips=[{} for _ in rows.lines],
        xs=[line.position for line in columns.lines],
        ys=[line.position for line in rows.lines],
    )
    for symbol, column, row in zip(symbols, columns.centre_of, rows.centre_of, strict=True):
        rect = symbol.rect
        site = Site(
            symbol,
            column,
            row,
            columns.reach(column, rect.left, rect.right),
            rows.reach(row, rect.top, rect.bottom),
        )
        lattice.sites[symbol.id] = site
        _block(lattice, site)
    for site in lattice.sites.values():
        _measure_exits(lattice, site)
    return lattice


def _identity(symbol: RoutingSymbol) -> str:
    return symbol.id


def _block(lattice: Lattice, site: Site) -> None:
    across, along = site.across, site.along
    in_rows = ((2 << (along.last - along.first)) - 1) << along.first
    in_columns = ((2 << (across.last - across.first)) - 1) << across.first
    for column in range(across.first, across.last + 1):
        lattice.column_blocks[column] |= in_rows
    for row in range(along.first, along.last + 1):
        lattice.row_blocks[row] |= in_columns
    _clip(lattice.column_clips, across, range(along.first, along.last + 1))
    beside = range(max(0, across.first - 1), min(across.last + 2, len(lattice.xs)))
    _clip(lattice.row_clips, along, beside)


def _clip(clips: list[dict[int, Room]], reach: Reach, places: range) -> None:
    """Narrow the lines beside a symbol wherever they pass it at `places`."""
    if reach.most_before is not None:
        _narrow(clips[reach.first - 1], places, (float("-inf"), reach.most_before))
    if reach.least_after is not None:
        _narrow(clips[reach.last + 1], places, (reach.least_after, float("inf")))


def _narrow(clips: dict[int, Room], places: range, room: Room) -> None:
    for place in places:
        old = clips.get(place, room)
        clips[place] = (max(old[0], room[0]), min(old[1], room[1]))


def _measure_exits(lattice: Lattice, site: Site) -> None:
    blocks = lattice.column_blocks[site.column]
    site.down = _last_free(blocks, site.along.last, len(lattice.ys))
    site.up = (blocks & ((1 << site.along.first) - 1)).bit_length()
    blocks = lattice.row_blocks[site.row]
    site.right = _last_free(blocks, site.across.last, len(lattice.xs))
    site.left = (blocks & ((1 << site.across.first) - 1)).bit_length()


def _last_free(blocks: int, last: int, count: int) -> int:
    beyond = blocks >> (last + 1)
    if not beyond:
        return count - 1
    return last + (beyond & -beyond).bit_length() - 1
