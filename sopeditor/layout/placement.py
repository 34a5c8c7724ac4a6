"""What the layout answers: pages with everything on them in its place, in points.

Every coordinate counts from the upper left corner of its page. Each placement carries
the id of what it shows, so that a screen, a picture and a workbook can refer back.
"""

from enum import StrEnum

from msgspec import Struct

from sopeditor.foundation.geometry import Point, Polyline, Rect, Size
from sopeditor.foundation.message import Message
from sopeditor.layout.measure import Font
from sopeditor.model.flow import FlowKind
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind


class Align(StrEnum):
    """Where text stands across its cell."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class VerticalAlign(StrEnum):
    """Where text stands along the height of its cell."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class CellRole(StrEnum):
    """What a cell is for; decides its fill and lines, never its place."""

    HEADER = "header"
    COLUMN_NUMBER = "column_number"
    BODY = "body"
    LANE = "lane"
    COVER_LOGO = "cover_logo"
    COVER_CAPTION = "cover_caption"
    COVER_HEADING = "cover_heading"
    COVER_VALUE = "cover_value"
    FREE = "free"  # text without lines: subtitle, footnotes, page number


class PlacedText(Struct, frozen=True, kw_only=True, gc=False):
    """Wrapped text in a box: the block of lines is aligned inside `rect` (already inset).

    `pitch` is the distance of base lines, in points. `raw` is the text before wrapping,
    with its own line breaks: what a workbook's cell holds.
    """

    rect: Rect
    lines: tuple[str, ...]
    font: Font
    pitch: float
    raw: str = ""
    align: Align = Align.LEFT
    valign: VerticalAlign = VerticalAlign.MIDDLE


class PlacedCell(Struct, frozen=True, kw_only=True, gc=False):
    """A cell of the table or of the cover.

    `field` names what it shows: a `Column` value, a caption key of the profile, or the
    name of a field of `Identity`. `source` is the id of its step (body), actor (heading
    of a lane; lane cells of a row carry the step) or empty. `lane` is the lane's index.
    """

    rect: Rect
    role: CellRole
    field: str
    source: str = ""
    lane: int | None = None
    text: PlacedText | None = None


class PlacedColumn(Struct, frozen=True, kw_only=True, gc=False):
    """A column of the table; `lane` is the lane's index where `column` is ACTORS.

    By hand it can be as narrow as `least`; `kept` is what it keeps when others grow by hand.
    """

    column: Column
    left: float
    width: float
    lane: int | None = None
    actor: str = ""
    least: float = 0.0
    kept: float = 0.0

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width


class PlacedRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of a page's table.

    `step` is empty for the row of page links at the end or the start of a page.
    `position` is the index of the step in its chart (for a row of links: of the step that
    stands above or below it on this page).
    """

    step: str
    position: int
    rect: Rect
    cells: tuple[PlacedCell, ...]


class PlacedSymbol(Struct, frozen=True, kw_only=True, gc=False):
    """A symbol in its lane; `caption` is its text inside, or None.

    `symbol` is the id in the document. A symbol of several actors whose lanes are not
    neighbours stands in the lane of the first; each other actor gets a box with the same
    `symbol` and `partner` true, joined to it by a plain line.
    """

    id: str
    symbol: str
    step: str
    kind: SymbolKind
    rect: Rect
    row: int
    first_lane: int
    last_lane: int
    caption: PlacedText | None = None
    partner: bool = False


class PlacedLink(Struct, frozen=True, kw_only=True, gc=False):
    """A page link (segilima): where a flow leaves this page or comes in.

    Both ends of a flow carry the same `number`, counted over the whole document in the
    order of appearance (PermenPAN-RB 35/2012, II.B.b; style C of practice).
    """

    id: str
    flow: str
    number: int
    outgoing: bool
    rect: Rect
    row: int
    lane: int
    text: PlacedText


class PlacedFlow(Struct, frozen=True, kw_only=True, gc=False):
    """The piece of a flow on this page; whole where both its symbols are here.

    `source` and `target` are ids of `PlacedSymbol`s or `PlacedLink`s of this page.
    `flow` is the id in the document, empty for the line to a partner box. `hops` are the
    points on level pieces where it jumps over another line.
    """

    id: str
    flow: str
    kind: FlowKind
    source: str
    target: str
    points: Polyline
    label: PlacedText | None = None
    hops: tuple[Point, ...] = ()


class CoverPage(Struct, frozen=True, kw_only=True, gc=False):
    """The identity page; `logo` is the box that the emblem fills, its shape kept."""

    cells: tuple[PlacedCell, ...]
    frame: Rect
    texts: tuple[PlacedText, ...] = ()
    logo: Rect | None = None


class ChartPage(Struct, frozen=True, kw_only=True, gc=False):
    """One page of a chart: repeated header, rows, symbols, links and lines.

    All pages of one chart have the same columns. `table` spans header and rows; `body`
    the rows alone. `above` and `below` are texts outside the table: subtitle, footnotes.
    """

    chart: str
    columns: tuple[PlacedColumn, ...]
    table: Rect
    body: Rect
    header: tuple[PlacedCell, ...]
    rows: tuple[PlacedRow, ...]
    symbols: tuple[PlacedSymbol, ...]
    links: tuple[PlacedLink, ...]
    flows: tuple[PlacedFlow, ...]
    above: tuple[PlacedText, ...] = ()
    below: tuple[PlacedText, ...] = ()
    texts: tuple[PlacedText, ...] = ()

    def lane_at(self, point: Point) -> int | None:
        """Answer the index of the lane that `point` lies in, or None."""
        for column in self.columns:
            if column.lane is not None and column.left <= point.x < column.right:
                return column.lane
        return None

    def row_at(self, point: Point) -> PlacedRow | None:
        """Answer the row that `point` lies in, or None."""
        for row in self.rows:
            if row.rect.top <= point.y < row.rect.bottom:
                return row
        return None


Page = CoverPage | ChartPage


class DocumentLayout(Struct, frozen=True, kw_only=True, gc=False):
    """All pages in order, on paper of one size.

    `printable` is the box inside the margins; `foot_zone` the part of it kept free for
    the electronic signature. `notes` says what did not fit and was done about it;
    `dropped_hints` names the flows whose wishes by hand would have caused a defect.
    """

    paper: Size
    printable: Rect
    foot_zone: Rect
    pages: tuple[Page, ...]
    notes: tuple[Message, ...] = ()
    dropped_hints: tuple[str, ...] = ()

    def chart_pages(self, chart_id: str) -> tuple[ChartPage, ...]:
        """Answer the pages of one chart, in order."""
        return tuple(
            page for page in self.pages if isinstance(page, ChartPage) and page.chart == chart_id
        )
