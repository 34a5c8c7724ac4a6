"""Where a symbol would land, as a command and as boxes to preview; pure functions."""

from dataclasses import dataclass

from sopeditor.canvas.hit import BelowHit, Hit, LaneHit
from sopeditor.canvas.sheet import Sheet
from sopeditor.editing.command import Command
from sopeditor.editing.compound import Compound
from sopeditor.editing.flows import Connect
from sopeditor.editing.inserting import insert_step_after
from sopeditor.editing.symbols import AddSymbol, MoveSymbol
from sopeditor.foundation.geometry import Rect, Size
from sopeditor.foundation.ids import fresh_id
from sopeditor.foundation.message import message
from sopeditor.layout.placement import PlacedSymbol
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.symbol import Symbol, SymbolKind

#: Height of the row that is shown below the last one before it exists, in points.
NEW_ROW_HEIGHT = 34.0

#: A symbol not yet laid out is shown in this share of its cell, at most this large.
_GHOST_SHARE = 0.7
_GHOST_SIZE = Size(40.0, 20.0)


@dataclass(frozen=True, slots=True)
class Ghost:
    """A symbol as it would stand, on the sheet."""

    kind: SymbolKind
    rect: Rect


@dataclass(frozen=True, slots=True)
class Drop:
    """What letting go would do: the command, the cells it fills, the symbols there."""

    command: Command
    cells: tuple[Rect, ...]
    ghosts: tuple[Ghost, ...]
    symbols: frozenset[str]


def drop_new(sheet: Sheet, document: Document, kind: SymbolKind, hit: Hit) -> Drop | None:
    """Answer what dropping a new symbol does; `hit` is of `hit.cell_at`. None: nothing."""
    match hit:
        case LaneHit(_, row, lane):
            return _drop_into_row(sheet, document, kind, row.step, lane)
        case BelowHit(page, chart, lane):
            return _drop_below(sheet, document, kind, document.chart(chart), page, lane)
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


def drop_connected(
    sheet: Sheet, document: Document, source: str, hit: Hit, flow_id: str
) -> Drop | None:
    """Answer what drawing a line from `source` onto a free cell does: a box at its end."""
    drop = drop_new(sheet, document, SymbolKind.PROCESS, hit)
    if drop is None or isinstance(hit, BelowHit):
        return None
    chart = document.chart_of_step(_step_of(document, source))
    flow = Flow(id=flow_id, source=source, target=next(iter(drop.symbols)))
    command = _together("add_connected", drop.command, Connect(chart=chart.id, flow=flow))
    return Drop(command, drop.cells, drop.ghosts, drop.symbols)


def _order(move: tuple[int, MoveSymbol, Rect, Ghost]) -> tuple[int, float]:
    return move[0], move[2].left


def _drop_into_row(
    sheet: Sheet, document: Document, kind: SymbolKind, step: str, lane: int
) -> Drop | None:
    chart = document.chart_of_step(step)
    symbol = Symbol(id=fresh_id("symbol"), kind=kind, actors=(chart.lanes[lane],))
    cell = sheet.lane_cell(step, lane, lane)
    if cell is None:
        return None
    command = AddSymbol(step=step, symbol=symbol)
    ghost = Ghost(kind, Rect.centred(cell.centre, _ghost_size(sheet, cell)))
    return Drop(command, (cell,), (ghost,), frozenset({symbol.id}))


def _drop_below(
    sheet: Sheet, document: Document, kind: SymbolKind, chart: Chart, page: int, lane: int
) -> Drop | None:
    placed = dict(sheet.chart_pages())[page]
    column = next(column for column in placed.columns if column.lane == lane)
    cell = Rect(column.left, placed.table.bottom, column.width, NEW_ROW_HEIGHT)
    ids = {name: fresh_id(name) for name in ("step", "symbol", "flow")}
    command = insert_step_after(
        document, chart.id, len(chart.steps) - 1, chart.lanes[lane], kind, ids.__getitem__
    )
    on_sheet = sheet.on_sheet(page, cell)
    ghost = Ghost(kind, Rect.centred(on_sheet.centre, _ghost_size(sheet, on_sheet)))
    return Drop(command, (on_sheet,), (ghost,), frozenset({ids["symbol"]}))


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
