"""The lattice of one page: lines in both directions, and what the symbols block.

A route is first found as a walk over lattice points `(column, row)`; only later do its
legs get coordinates. A symbol blocks the points it covers and narrows the zones beside it.
"""

from msgspec import Struct

from sopeditor.layout.routing.axis import Axis, LatticeLine, Reach, build_axis
from sopeditor.layout.routing.problem import Outline, RoutingProblem, RoutingSymbol

#: What is left of a zone: least and most coordinate.
Room = tuple[float, float]

#: Ports keep to this share of half a side around its middle.
_PORT_SHARE = 0.6
#: On a diamond less: ends on neighbouring slanted edges must not cross.
_DIAMOND_PORT_SHARE = 0.45


#: Stands for a line that nothing narrows; never changed.
_NO_CLIPS: dict[int, Room] = {}


class Site:
    """A symbol on the lattice, known by number: its edges, its point, the lines it covers.

    `reach_left`, `reach_right`, `reach_down` and `reach_up` are the last lines that a leg
    from that side reaches. `on_border` tells that it stands between two lanes, so that a
    leg by its top or bottom must stay between `row_top` and `row_bottom`. `across` and
    `along` are where legs may be attached: to top and bottom, to left and right.
    """

    __slots__ = (
        "across",
        "along",
        "bottom",
        "centre_x",
        "centre_y",
        "column",
        "first_column",
        "first_row",
        "is_diamond",
        "last_column",
        "last_row",
        "left",
        "number",
        "on_border",
        "reach_down",
        "reach_left",
        "reach_right",
        "reach_up",
        "right",
        "row",
        "row_bottom",
        "row_top",
        "symbol",
        "top",
    )

    def __init__(self, number: int, symbol: RoutingSymbol, column: int, row: int) -> None:
        rect = symbol.rect
        self.number = number
        self.symbol = symbol
        self.is_diamond = symbol.outline is Outline.DIAMOND
        self.left, self.top = left, top = rect.x, rect.y
        width, height = rect.width, rect.height
        self.right, self.bottom = left + width, top + height
        self.centre_x = centre_x = left + width / 2
        self.centre_y = centre_y = top + height / 2
        self.column = self.first_column = self.last_column = column
        self.row = self.first_row = self.last_row = row
        self.reach_left = self.reach_right = column
        self.reach_up = self.reach_down = row
        self.on_border = False
        self.row_top, self.row_bottom = self.top, self.bottom
        share = _DIAMOND_PORT_SHARE if self.is_diamond else _PORT_SHARE
        half = width / 2 * share
        self.across = (centre_x - half, centre_x + half)
        half = height / 2 * share
        self.along = (centre_y - half, centre_y + half)


class Lattice(Struct):
    """Lines, sites and blocked points; bit `j` of `column_blocks[i]` is the point (i, j)."""

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
    has_clips: bool = False

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
    symbols = sorted(problem.symbols, key=_identity)
    rects = [symbol.rect for symbol in symbols]
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
    crowded_columns, crowded_rows = columns.crowded, rows.crowded
    places = zip(symbols, columns.centre_of, rows.centre_of, strict=True)
    for number, (symbol, column, row) in enumerate(places):
        upright, level = columns.lines[column], rows.lines[row]
        site = lattice.sites[symbol.id] = Site(number, symbol, column, row)
        site.across, site.along = _within(site.across, upright), _within(site.along, level)
        if column in crowded_columns or row in crowded_rows:
            _block(lattice, site)
        else:
            lattice.column_blocks[column] |= 1 << row
            lattice.row_blocks[row] |= 1 << column
        if upright.border is not None:
            _stand_on_border(problem, site)
    lattice.has_clips = any(lattice.column_clips) or any(lattice.row_clips)
    for site in lattice.sites.values():
        _measure_exits(lattice, site)
    return lattice


def _identity(symbol: RoutingSymbol) -> str:
    return symbol.id


def _within(room: Room, line: LatticeLine) -> Room:
    low, high = room
    least, most = line.low, line.high
    return (low if low > least else least), (high if high < most else most)


def _stand_on_border(problem: RoutingProblem, site: Site) -> None:
    row = max(0, min(site.symbol.row, len(problem.rows) - 2))
    site.on_border = True
    site.row_top = min(problem.rows[row], site.top)
    site.row_bottom = max(problem.rows[row + 1], site.bottom)


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


def _measure_exits(lattice: Lattice, site: Site) -> None:
    blocks = lattice.column_blocks[site.column]
    site.reach_up = (blocks & ((1 << site.first_row) - 1)).bit_length()
    beyond = blocks >> site.last_row + 1
    site.reach_down = site.last_row + _free(beyond) if beyond else len(lattice.ys) - 1
    blocks = lattice.row_blocks[site.row]
    site.reach_left = (blocks & ((1 << site.first_column) - 1)).bit_length()
    beyond = blocks >> site.last_column + 1
    site.reach_right = site.last_column + _free(beyond) if beyond else len(lattice.xs) - 1


def _free(beyond: int) -> int:
    """Answer how many lines are free before the first blocked one."""
    return (beyond & -beyond).bit_length() - 1
