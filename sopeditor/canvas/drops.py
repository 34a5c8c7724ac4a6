"""Where a symbol would land, as a command and as boxes to preview; pure functions."""

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.canvas.hit import BelowHit, LaneHit
from sopeditor.canvas.landing import BetweenHit, BorderHit, Landing
from sopeditor.canvas.parallel import split_parallel, twin_of
from sopeditor.canvas.sheet import Sheet
from sopeditor.editing.command import Command
from sopeditor.editing.compound import Compound
from sopeditor.editing.flows import Connect
from sopeditor.editing.inserting import insert_step_after
from sopeditor.editing.steps import InsertStep
from sopeditor.editing.symbols import AddSymbol, MoveSymbol
from sopeditor.foundation.geometry import Point, Rect, Size
from sopeditor.foundation.ids import IdSource, fresh_id
from sopeditor.foundation.message import message
from sopeditor.layout.placement import PlacedSymbol
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind

#: Height of the row that is shown below the last one before it exists, in points.
NEW_ROW_HEIGHT = 34.0

#: A symbol not yet laid out is shown in this share of its cell, at most this large.
_GHOST_SHARE = 0.7
_GHOST_SIZE = Size(40.0, 20.0)


class Ghost(Struct, frozen=True):
    """A symbol as it would stand, on the sheet."""

    kind: SymbolKind
    rect: Rect


class Drop(Struct, frozen=True):
    """What letting go would do: the command, the cells it fills, the symbols there.

    `mark` are the ends of the line between two rows at which a row opens.
    """

    command: Command
    cells: tuple[Rect, ...]
    ghosts: tuple[Ghost, ...]
    symbols: frozenset[str]
    mark: tuple[Point, Point] | None = None


def drop_new(
    sheet: Sheet, document: Document, kind: SymbolKind, landing: Landing, *, parallel: bool = False
) -> Drop | None:
    """Answer what dropping a new symbol does; None: nothing.

    `parallel`: beside a symbol of its kind it shares the ways in and out of that one.
    """
    match landing:
        case LaneHit(_, row, lane):
            return _drop_into_row(sheet, document, kind, row.step, (lane, lane), parallel=parallel)
        case BorderHit(_, row, lane):
            lanes = (lane, lane + 1)
            return _drop_into_row(sheet, document, kind, row.step, lanes, parallel=parallel)
        case BetweenHit() | BelowHit():
            opened = _opened(sheet, document, landing)
            ids = {name: fresh_id(name) for name in ("step", "symbol", "flow")}
            actor, chart = opened.actor, opened.chart
            command = insert_step_after(
                document, chart.id, opened.position - 1, actor, kind, ids.__getitem__
            )
            return opened.drop(sheet, kind, command, ids["symbol"])
        case _:
            return None


def drop_moved(
    sheet: Sheet, document: Document, symbols: frozenset[str], rows: int, lanes: int
) -> Drop | None:
    """Answer what moving symbols by rows and lanes does; None where one leaves the table."""
    moves: list[tuple[int, MoveSymbol, Rect, Ghost]] = []
    for symbol_id in symbols:
        found = sheet.symbol(symbol_id)
        moved = found and _moved(sheet, document, found[1], rows, lanes)
        if not moved:
            return None
        moves.append(moved)
    # The foremost goes first, so that none lands where another has not left yet.
    moves.sort(key=_order, reverse=rows > 0 or (rows == 0 and lanes > 0))
    commands = tuple(move[1] for move in moves)
    return Drop(
        commands[0] if len(commands) == 1 else _together("move_symbols", *commands),
        tuple(move[2] for move in moves),
        tuple(move[3] for move in moves),
        symbols,
    )


def drop_on_lanes(
    sheet: Sheet, document: Document, symbol_id: str, landing: LaneHit | BorderHit
) -> Drop | None:
    """Answer what moving one symbol to a lane, or onto the border of two, does."""
    found = sheet.symbol(symbol_id)
    first, last = _span(landing)
    cell = sheet.lane_cell(landing.row.step, first, last)
    if found is None or cell is None:
        return None
    placed = found[1]
    chart = document.chart_of_step(placed.step)
    actors = chart.lanes[first : last + 1]
    command = MoveSymbol(symbol=symbol_id, step=landing.row.step, actors=actors)
    ghost = Ghost(placed.kind, Rect.centred(cell.centre, placed.rect.size))
    return Drop(command, (cell,), (ghost,), frozenset({symbol_id}))


def drop_connected(
    sheet: Sheet, document: Document, source: str, landing: Landing, flow: Flow
) -> Drop | None:
    """Answer what drawing a line onto a free place does: a box there, and `flow` to it.

    Between rows and below them, the box gets a row of its own.
    """
    chart = document.chart_of_step(_step_of(document, source))
    if isinstance(landing, BetweenHit | BelowHit):
        return _drop_connected_row(sheet, document, chart, landing, flow)
    drop = drop_new(sheet, document, SymbolKind.PROCESS, landing)
    if drop is None:
        return None
    drawn = replace(flow, source=source, target=next(iter(drop.symbols)))
    command = _together("add_connected", drop.command, Connect(chart=chart.id, flow=drawn))
    return replace(drop, command=command)


def _order(move: tuple[int, MoveSymbol, Rect, Ghost]) -> tuple[int, float]:
    return move[0], move[2].left


class _Opened(Struct, frozen=True):
    """A row that would open: its index, its lane, where it would show."""

    chart: Chart
    position: int
    actor: str
    cell: Rect
    mark: tuple[Point, Point] | None

    def drop(self, sheet: Sheet, kind: SymbolKind, command: Command, symbol: str) -> Drop:
        """Answer the drop that opens it with a symbol."""
        ghost = Ghost(kind, Rect.centred(self.cell.centre, _ghost_size(sheet, self.cell)))
        cells = () if self.mark else (self.cell,)
        return Drop(command, cells, (ghost,), frozenset({symbol}), self.mark)


def _opened(sheet: Sheet, document: Document, landing: BetweenHit | BelowHit) -> _Opened:
    chart = document.chart(landing.chart)
    page = dict(sheet.chart_pages())[landing.page]
    column = next(column for column in page.columns if column.lane == landing.lane)
    actor = chart.lanes[landing.lane]
    if isinstance(landing, BelowHit):
        below = Rect(column.left, page.table.bottom, column.width, NEW_ROW_HEIGHT)
        return _Opened(chart, len(chart.steps), actor, sheet.on_sheet(landing.page, below), None)
    middle = landing.y - NEW_ROW_HEIGHT / 2
    cell = sheet.on_sheet(landing.page, Rect(column.left, middle, column.width, NEW_ROW_HEIGHT))
    table = sheet.on_sheet(landing.page, page.table)
    mark = Point(table.left, cell.centre.y), Point(table.right, cell.centre.y)
    return _Opened(chart, landing.position, actor, cell, mark)


def _drop_connected_row(
    sheet: Sheet, document: Document, chart: Chart, landing: BetweenHit | BelowHit, flow: Flow
) -> Drop | None:
    """Answer the drop of a line between rows or below them: the next step, with its flow."""
    if landing.chart != chart.id or flow.kind is FlowKind.JOINT:
        return None
    opened = _opened(sheet, document, landing)
    kind, ids = SymbolKind.PROCESS, {name: fresh_id(name) for name in ("step", "symbol", "flow")}
    led = insert_step_after(
        document, chart.id, opened.position - 1, opened.actor, kind, ids.__getitem__
    )
    if any(
        (drawn.source, drawn.target) == (flow.source, ids["symbol"])
        for drawn in led.apply(document).chart(chart.id).flows
    ):
        return opened.drop(sheet, kind, led, ids["symbol"])
    symbol = Symbol(id=ids["symbol"], kind=kind, actors=(opened.actor,))
    step = Step(id=ids["step"], symbols=(symbol,))
    insert = InsertStep(chart=chart.id, position=opened.position, step=step)
    connect = Connect(chart=chart.id, flow=replace(flow, target=symbol.id))
    return opened.drop(sheet, kind, _together("add_connected", insert, connect), symbol.id)


def _drop_into_row(
    sheet: Sheet,
    document: Document,
    kind: SymbolKind,
    step: str,
    lanes: tuple[int, int],
    *,
    parallel: bool,
) -> Drop | None:
    chart = document.chart_of_step(step)
    cell = sheet.lane_cell(step, *lanes)
    if cell is None:
        return None
    actors, new = chart.lanes[lanes[0] : lanes[1] + 1], fresh_id("symbol")
    twin = twin_of(chart, step, kind) if parallel else None
    command: Command
    if twin is not None:
        command = split_parallel(chart, step, twin, actors, _beginning_with(new))
    else:
        command = AddSymbol(step=step, symbol=Symbol(id=new, kind=kind, actors=actors))
    ghost = Ghost(kind, Rect.centred(cell.centre, _ghost_size(sheet, cell)))
    return Drop(command, (cell,), (ghost,), frozenset({new}))


def _beginning_with(symbol: str) -> IdSource:
    """Answer a source of fresh ids whose symbol is known beforehand."""

    def ids(prefix: str) -> str:
        return symbol if prefix == "symbol" else fresh_id(prefix)

    return ids


def _span(landing: LaneHit | BorderHit) -> tuple[int, int]:
    return landing.lane, landing.lane + isinstance(landing, BorderHit)


def _moved(
    sheet: Sheet, document: Document, placed: PlacedSymbol, rows: int, lanes: int
) -> tuple[int, MoveSymbol, Rect, Ghost] | None:
    chart = document.chart_of_step(placed.step)
    _, symbol = chart.symbol_index()[placed.symbol]
    position = chart.step_position(placed.step) + rows
    columns = [chart.lanes.index(actor) + lanes for actor in symbol.actors]
    if not 0 <= position < len(chart.steps) or not _all_within(columns, len(chart.lanes)):
        return None
    step, actors = chart.steps[position].id, tuple(chart.lanes[lane] for lane in columns)
    cell = sheet.lane_cell(step, placed.first_lane + lanes, placed.last_lane + lanes)
    if cell is None:
        return None
    ghost = Ghost(placed.kind, Rect.centred(cell.centre, placed.rect.size))
    return position, MoveSymbol(symbol=symbol.id, step=step, actors=actors), cell, ghost


def _all_within(lanes: list[int], count: int) -> bool:
    return all(0 <= lane < count for lane in lanes)


def _ghost_size(sheet: Sheet, cell: Rect) -> Size:
    for _, page in sheet.chart_pages():
        for symbol in page.symbols:
            if symbol.first_lane == symbol.last_lane:
                return symbol.rect.size
    return Size(
        min(_GHOST_SIZE.width, cell.width * _GHOST_SHARE),
        min(_GHOST_SIZE.height, cell.height * _GHOST_SHARE),
    )


def _step_of(document: Document, symbol: str) -> str:
    for chart in document.charts:
        for index, other in chart.symbols():
            if other.id == symbol:
                return chart.steps[index].id
    raise KeyError(symbol)


def _together(key: str, *commands: Command) -> Compound:
    return Compound(name=message(f"canvas.name.{key}"), commands=commands)
