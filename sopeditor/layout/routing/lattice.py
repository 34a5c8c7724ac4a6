"""The lattice of one page: lines in both directions, and what the symbols block.

A route is first found as a walk over lattice points `(column, row)`; only later do its
legs get coordinates. A symbol blocks the points it covers and narrows the zones beside it.
"""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from sopeditor.layout.routing.axis import Axis, LatticeLine, Reach, build_axis
from sopeditor.layout.routing.problem import Outline, RoutingProblem, RoutingSymbol

#: What is left of a zone: least and most coordinate.
Room = tuple[float, float]

#: Ports keep to this share of half a side around its middle.
_PORT_SHARE = 0.6
#: On a diamond less: ends on neighbouring slanted edges must not cross.
_DIAMOND_PORT_SHARE = 0.45


#: Asked for once: members of an enumeration are slow to find.
_DIAMOND = Outline.DIAMOND
#: Stands for a line that nothing narrows; never changed.
_NO_CLIPS: dict[int, Room] = {}


class Site(Struct, eq=False, gc=False):
    """A symbol on the lattice, known by number: its edges, its point, the lines it covers.

    `across` and `along` are where legs may be attached: to top and bottom, to left and
    right. `reach_left`, `reach_right`, `reach_down` and `reach_up` are the last lines that a
    leg from that side reaches. `on_border` tells that it stands between two lanes, so that a
    leg by its top or bottom must stay between `row_top` and `row_bottom`; 0 for all others.
    """

    number: int
    symbol: RoutingSymbol
    is_diamond: bool
    left: float
    right: float
    top: float
    bottom: float
    centre_x: float
    centre_y: float
    across: Room
    along: Room
    column: int
    first_column: int
    last_column: int
    row: int
    first_row: int
    last_row: int
    reach_left: int
    reach_right: int
    reach_up: int
    reach_down: int
    on_border: bool = False
    row_top: float = 0.0
    row_bottom: float = 0.0


class Lattice(Struct):
    """Lines, sites and blocked points; bit `j` of `column_blocks[i]` is the point (i, j).

    It is narrow when symbols leave each other's lines or sides less room than usual.
    """

    columns: Axis
    rows: Axis
    sites: dict[str, Site] = {}
    column_blocks: list[int] = []
    row_blocks: list[int] = []
    column_clips: list[dict[int, Room]] = []
    row_clips: list[dict[int, Room]] = []
    xs: list[float] = []
    ys: list[float] = []
    column_zones: list[Room] = []
    row_zones: list[Room] = []
    is_narrow: bool = False

    def column_free(self, column: int, a: int, b: int) -> bool:
        """Answer whether the leg on `column` from row line `a` to `b` meets no symbol."""
        if a > b:
            a, b = b, a
        return not (self.column_blocks[column] >> a) & ((2 << (b - a)) - 1)

    def row_free(self, row: int, a: int, b: int) -> bool:
        """Answer whether the leg on `row` from column line `a` to `b` meets no symbol."""
        if a > b:
            a, b = b, a
        return not (self.row_blocks[row] >> a) & ((2 << (b - a)) - 1)


def build_lattice(problem: RoutingProblem) -> Lattice:
    """Answer the lattice of a page."""
    rects = [symbol.rect for symbol in problem.symbols]
    columns = build_axis(problem.lanes, [(r.x, r.x + r.width) for r in rects])
    rows = build_axis(problem.rows, [(r.y, r.y + r.height) for r in rects])
    lattice = Lattice(
        columns,
        rows,
        column_blocks=[0] * len(columns.lines),
        row_blocks=[0] * len(rows.lines),
        column_clips=[_NO_CLIPS] * len(columns.lines),
        row_clips=[_NO_CLIPS] * len(rows.lines),
        xs=[line.position for line in columns.lines],
        ys=[line.position for line in rows.lines],
        column_zones=[(line.low, line.high) for line in columns.lines],
        row_zones=[(line.low, line.high) for line in rows.lines],
    )
    _settle(lattice, problem.symbols)
    for group in columns.groups:
        if columns.lines[columns.centre_of[group[0]]].border is not None:
            for number in group:
                _stand_on_border(problem, lattice.sites[problem.symbols[number].id])
    if columns.crowded or rows.crowded:
        _spread(lattice)
    return lattice


def _settle(lattice: Lattice, symbols: Sequence[RoutingSymbol]) -> None:
    """Put every symbol on its point, column by column from top to bottom.

    The ones before and after it in its column and row are where its legs end.
    """
    sites, row_of = lattice.sites, lattice.rows.centre_of
    column_blocks, row_blocks = lattice.column_blocks, lattice.row_blocks
    beside: list[Site | None] = [None] * len(lattice.ys)
    last_column, last_row = len(lattice.xs) - 1, len(lattice.ys) - 1
    for group in lattice.columns.groups:
        column = lattice.columns.centre_of[group[0]]
        numbers = sorted(group, key=row_of.__getitem__)
        rows = [row_of[number] for number in numbers]
        bit, blocks, up = 1 << column, 0, 0
        for number, row, below in zip(numbers, rows, [*rows[1:], last_row + 1], strict=True):
            symbol, before = symbols[number], beside[row]
            if before is None:
                left = 0
                row_blocks[row] = bit
            else:
                left = before.column + 1
                before.reach_right = column - 1
                row_blocks[row] |= bit
            site = site_at(number, symbol, column, row, (left, last_column, up, below - 1))
            sites[symbol.id] = beside[row] = site
            blocks |= 1 << row
            up = row + 1
        column_blocks[column] = blocks


def site_at(
    number: int, symbol: RoutingSymbol, column: int, row: int, reach: tuple[int, int, int, int]
) -> Site:
    """Answer a symbol on a point; its legs reach so far to the left, to the right, up and down."""
    rect = symbol.rect
    reach_left, reach_right, reach_up, reach_down = reach
    left, top, half_width, half_height = rect.x, rect.y, rect.width / 2, rect.height / 2
    x, y = left + half_width, top + half_height
    is_diamond = symbol.outline is _DIAMOND
    share = _DIAMOND_PORT_SHARE if is_diamond else _PORT_SHARE
    from_x, from_y = half_width * share, half_height * share
    return Site(
        number,
        symbol,
        is_diamond,
        left,
        left + rect.width,
        top,
        top + rect.height,
        x,
        y,
        (x - from_x, x + from_x),
        (y - from_y, y + from_y),
        column,
        column,
        column,
        row,
        row,
        row,
        reach_left,
        reach_right,
        reach_up,
        reach_down,
    )


def _spread(lattice: Lattice) -> None:
    """Let symbols cover and narrow the lines beside them, where there is no gap between."""
    columns, rows = lattice.columns, lattice.rows
    for site in lattice.sites.values():
        if site.column in columns.crowded or site.row in rows.crowded:
            site.across = _within(site.across, columns.lines[site.column])
            site.along = _within(site.along, rows.lines[site.row])
            _block(lattice, site)
    lattice.is_narrow = (
        any(lattice.column_clips)
        or any(lattice.row_clips)
        or any(not _has_ports(site) for site in lattice.sites.values())
    )
    ends = len(columns.lines) - 1, len(rows.lines) - 1
    for site in lattice.sites.values():
        in_column, in_row = lattice.column_blocks[site.column], lattice.row_blocks[site.row]
        _measure_exits(site, in_column, in_row, ends)


def _has_ports(site: Site) -> bool:
    """Answer whether legs may be attached on all sides."""
    return site.across[0] <= site.across[1] and site.along[0] <= site.along[1]


def _within(room: Room, line: LatticeLine) -> Room:
    low, high = room
    least, most = line.low, line.high
    return (low if low > least else least), (high if high < most else most)


def _stand_on_border(problem: RoutingProblem, site: Site) -> None:
    following = bisect_right(problem.rows, site.centre_y)
    below = max(1, min(following, len(problem.rows) - 1))
    site.on_border = True
    site.row_top = min(problem.rows[below - 1], site.top)
    site.row_bottom = max(problem.rows[below], site.bottom)


def _block(lattice: Lattice, site: Site) -> None:
    across = lattice.columns.reach(site.column, site.left, site.right)
    along = lattice.rows.reach(site.row, site.top, site.bottom)
    first_column, last_column, before, after = across
    first_row, last_row, above, below = along
    site.first_column, site.last_column = first_column, last_column
    site.first_row, site.last_row = first_row, last_row
    in_rows = ((2 << (last_row - first_row)) - 1) << first_row
    in_columns = ((2 << (last_column - first_column)) - 1) << first_column
    for column in range(first_column, last_column + 1):
        lattice.column_blocks[column] |= in_rows
    for row in range(first_row, last_row + 1):
        lattice.row_blocks[row] |= in_columns
    if before is not None or after is not None:
        _clip(lattice.column_clips, across, range(first_row, last_row + 1))
    if above is not None or below is not None:
        beside = range(max(0, first_column - 1), min(last_column + 2, len(lattice.xs)))
        _clip(lattice.row_clips, along, beside)


def _clip(clips: list[dict[int, Room]], reach: Reach, places: range) -> None:
    """Narrow the lines beside a symbol wherever they pass it at `places`."""
    if reach.most_before is not None:
        _narrow(clips, reach.first - 1, places, (float("-inf"), reach.most_before))
    if reach.least_after is not None:
        _narrow(clips, reach.last + 1, places, (reach.least_after, float("inf")))


def _narrow(clips: list[dict[int, Room]], line: int, places: range, room: Room) -> None:
    if clips[line] is _NO_CLIPS:
        clips[line] = {}
    for place in places:
        old = clips[line].get(place, room)
        clips[line][place] = (max(old[0], room[0]), min(old[1], room[1]))


def _measure_exits(site: Site, in_column: int, in_row: int, ends: tuple[int, int]) -> None:
    """Find how far legs reach, from what is blocked in the symbol's column and row."""
    last_column, last_row = ends
    site.reach_up = (in_column & ((1 << site.first_row) - 1)).bit_length()
    beyond = in_column >> site.last_row + 1
    site.reach_down = site.last_row + _free(beyond) if beyond else last_row
    site.reach_left = (in_row & ((1 << site.first_column) - 1)).bit_length()
    beyond = in_row >> site.last_column + 1
    site.reach_right = site.last_column + _free(beyond) if beyond else last_column


def _free(beyond: int) -> int:
    """Answer how many lines are free before the first blocked one."""
    return (beyond & -beyond).bit_length() - 1
