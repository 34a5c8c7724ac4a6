"""The figures of the layout, in points, each with where it comes from.

Everything stands on the grid of a workbook: lengths of symbols and places inside cells are
multiples of 0.75 pt (one pixel), columns and rows multiples of 3 pt (four pixels), which
stay whole on screens scaled to 125, 150 and 200 %.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from sopeditor.foundation.geometry import Size
from sopeditor.layout.measure import Font
from sopeditor.model.page import PageSetup
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind

#: Column widths and row heights are multiples of this (four pixels).
GRID = 3.0
#: Places inside a cell are multiples of this (one pixel).
PIXEL = 0.75
#: No row of a workbook is higher (409.5 pt, on the grid).
HIGHEST_ROW = 408.0


def grid_up(length: float) -> float:
    """Answer the next multiple of 3 pt that is not below `length`."""
    return math.ceil(round(length / GRID, 6)) * GRID


def grid_down(length: float) -> float:
    """Answer the next multiple of 3 pt that is not above `length`."""
    return math.floor(round(length / GRID, 6)) * GRID


class SymbolSizes(Struct, frozen=True, kw_only=True):
    """The sizes of all symbols in lanes that are at least `lane` wide."""

    lane: float
    process: Size
    terminator: Size
    decision: Size
    link: Size

    def of(self, kind: SymbolKind) -> Size:
        """Answer the size of a kind of symbol."""
        return {
            SymbolKind.PROCESS: self.process,
            SymbolKind.TERMINATOR: self.terminator,
            SymbolKind.DECISION: self.decision,
        }[kind]


#: From wide lanes to narrow ones. Measured in 348 signed SOPs: box 35 x 18 (also 42 x 18
#: and 29 x 18), kapsul 37 x 20, diamond 50 x 24 (also 57 wide), segilima 26 x 14; here on
#: whole pixels with an even count, so that they centre exactly. Down to the third size
#: 9 pt stay free beside the diamond: two lines fit between it and the edge of its lane.
SYMBOL_SIZES = (
    SymbolSizes(
        lane=75.0,
        process=Size(42.0, 18.0),
        terminator=Size(43.5, 19.5),
        decision=Size(57.0, 27.0),
        link=Size(25.5, 13.5),
    ),
    SymbolSizes(
        lane=69.0,
        process=Size(36.0, 18.0),
        terminator=Size(37.5, 19.5),
        decision=Size(51.0, 24.0),
        link=Size(25.5, 13.5),
    ),
    SymbolSizes(
        lane=57.0,
        process=Size(28.5, 18.0),
        terminator=Size(30.0, 18.0),
        decision=Size(39.0, 22.5),
        link=Size(24.0, 13.5),
    ),
    SymbolSizes(
        lane=45.0,
        process=Size(25.5, 16.5),
        terminator=Size(27.0, 16.5),
        decision=Size(33.0, 19.5),
        link=Size(21.0, 13.5),
    ),
    SymbolSizes(
        lane=36.0,
        process=Size(21.0, 15.0),
        terminator=Size(22.5, 15.0),
        decision=Size(27.0, 16.5),
        link=Size(18.0, 13.5),
    ),
    SymbolSizes(
        lane=27.0,
        process=Size(15.0, 13.5),
        terminator=Size(15.0, 13.5),
        decision=Size(18.0, 15.0),
        link=Size(15.0, 13.5),
    ),
    SymbolSizes(
        lane=0.0,
        process=Size(6.0, 6.0),
        terminator=Size(6.0, 6.0),
        decision=Size(6.0, 6.0),
        link=Size(6.0, 6.0),
    ),
)


class WidthRange(Struct, frozen=True):
    """How wide a column may be: least, usual and most, in points."""

    least: float
    usual: float
    most: float


#: Medians and 10-90 % of 33 signed SOPs, on tables of 719 pt.
_TEXT_WIDTHS = MappingProxyType(
    {
        Column.ACTIVITY: WidthRange(75.0, 109.0, 192.0),
        Column.INPUTS: WidthRange(60.0, 85.0, 144.0),
        Column.TOOLS: WidthRange(54.0, 75.0, 120.0),
        Column.DURATION: WidthRange(42.0, 49.0, 63.0),
        Column.OUTPUT: WidthRange(57.0, 71.0, 108.0),
        Column.REMARKS: WidthRange(45.0, 60.0, 150.0),
    }
)


class GivenColumn(Struct, frozen=True):
    """A column of a given table; `lane` is the lane's index where `column` is ACTORS."""

    column: Column
    left: float
    width: float
    lane: int | None = None


class GivenTable(Struct, frozen=True, kw_only=True):
    """The columns of a table that is there already, from left to right, in points.

    `room` is the height for rows on a page, `taken` what of it is not free on the first.
    """

    columns: tuple[GivenColumn, ...]
    room: float
    taken: float = 0.0


class LayoutStyle(Struct, frozen=True, kw_only=True):
    """The figures that a house style might change."""

    number_width: float = 24.0
    text_widths: Mapping[Column, WidthRange] = field(default_factory=lambda: _TEXT_WIDTHS)
    #: The least width of a text column that is empty in the whole chart.
    empty_column: float = 39.0
    #: The width of the tables that the usual widths were measured on.
    measured_table: float = 719.0
    symbol_sizes: tuple[SymbolSizes, ...] = SYMBOL_SIZES
    #: 10-90 % of one lane is 20 to 92 pt.
    widest_lane: float = 93.0
    narrowest_lane: float = 27.0
    #: Free above and below a symbol: an arrow's head, and one turn of a line.
    row_gap: float = 7.5
    decision_gap: float = 10.5
    #: Between symbols stacked in one cell: an arrow with its head.
    stack_gap: float = 12.0
    #: Between symbols side by side in one cell, and between them and the cell's edge.
    side_gap: float = 6.0
    #: Between page links stacked in one lane: lines reach each of them from either side.
    link_gap: float = 15.0
    #: Between page links side by side in one lane, and between them and its edges.
    link_side_gap: float = 4.5
    link_edge: float = 3.0
    #: The width of page links that share a narrow lane: two digits fit in.
    narrow_link: float = 18.0
    #: Free above and below page links that share a lane: a line turns there.
    shared_link_gap: float = 10.5
    #: Free below a symbol between two lanes: its line must leave the border in its own row.
    border_gap: float = 15.0
    #: Distance of painted base lines, in ems; lines of a workbook are never closer.
    pitch: float = 1.15
    #: Widest label of a branch before it wraps.
    label_width: float = 54.0
    #: Whether a line hops over another with a small bow; a workbook shows plain crossings.
    hops: bool = True
    #: Whether flows that enter a symbol by one side share the last piece of their way.
    trunks: bool = False
    #: How often lines that lack room may make rows and lanes grow.
    rounds: int = 3
    #: Tables of a workbook that is filled, by the id of their chart.
    tables: Mapping[str, GivenTable] = field(default_factory=dict)


DEFAULT_STYLE = LayoutStyle()


class Fonts(Struct, frozen=True):
    """The typefaces of one document, derived from that of its body."""

    body: Font
    heading: Font
    label: Font
    small: Font

    @classmethod
    def of(cls, page: PageSetup) -> "Fonts":
        """Answer the fonts of a page setup: labels and numbers a point smaller, not below 5."""
        family, size = page.font_family, page.font_size
        smaller = max(min(size, 5.0), min(size - 1, 9.0))
        return cls(
            body=Font(family, size),
            heading=Font(family, min(size, 10.0), bold=True),
            label=Font(family, smaller),
            small=Font(family, smaller),
        )
