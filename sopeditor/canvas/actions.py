"""What menus and keys do with the selection, without a pointer."""

from sopeditor.canvas.appending import append_step, why_not_append
from sopeditor.canvas.drops import drop_moved, drop_new
from sopeditor.canvas.forgetting import forget_courses
from sopeditor.canvas.hit import LaneHit
from sopeditor.canvas.inline_editing import InlineEditing
from sopeditor.canvas.moving import moved_selection
from sopeditor.canvas.navigation import Direction, nearest_symbol
from sopeditor.canvas.parallel import split_parallel
from sopeditor.canvas.places import Spot
from sopeditor.canvas.selecting import everything, selection_of_spot
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.texts import ActorName, CellText, EditedText, FlowLabel, SymbolCaption
from sopeditor.editing.command import Refused
from sopeditor.editing.deletion import DeleteSelection
from sopeditor.editing.flows import Connect
from sopeditor.editing.parts import chart_of_symbol, step_of_symbol, symbol_by_id
from sopeditor.editing.rules import may_add_symbol
from sopeditor.foundation.ids import fresh_id
from sopeditor.layout.placement import ChartPage
from sopeditor.model.flow import Flow
from sopeditor.model.step import TEXT_COLUMNS, Column
from sopeditor.model.symbol import SymbolKind
from sopeditor.session.selection import Selection


class SelectionActions:
    """Deletes, selects, edits, moves and connects what is selected."""

    def __init__(self, stage: Stage, editing: InlineEditing) -> None:
        self._stage = stage
        self._editing = editing

    def delete(self) -> None:
        """Delete what is selected; where keys act on one cell, empty it, as spreadsheets do."""
        stage, selection = self._stage, self._stage.selection
        if stage.spot is not None and selection.steps == {stage.spot.step}:
            self._empty(stage.spot)
        elif selection.steps or selection.symbols or selection.flows:
            stage.execute(
                DeleteSelection(
                    steps=tuple(sorted(selection.steps)),
                    symbols=tuple(sorted(selection.symbols)),
                    flows=tuple(sorted(selection.flows)),
                )
            )

    def select_all(self) -> None:
        """Select everything of the chart in which something is selected, else of the first."""
        charts = [page.chart for _, page in self._stage.sheet.chart_pages()]
        chart = self._stage.selection.chart or next(iter(charts), "")
        if chart:
            self._stage.select(everything(self._stage.document, chart))

    def edit(self, typed: str = "") -> bool:
        """Open a field over the text of what is selected; answers whether it has one."""
        spot = self._stage.spot
        if spot is not None and spot.lane is not None:
            return not typed and self._put_process(spot)
        text = self._edited()
        return text is not None and self._editing.open(text, typed)

    def move(self, direction: Direction) -> bool:
        """Move the selected symbols, rows or lane by one; answers whether there are any."""
        stage, symbols = self._stage, self._stage.selection.symbols
        lanes, rows = direction.value
        if symbols:
            drop = drop_moved(stage.sheet, stage.document, symbols, rows, lanes)
            command = drop.command if drop else None
        else:
            command = moved_selection(stage.document, stage.selection, rows, lanes)
        if command is not None:
            stage.execute(command)
        return bool(symbols) or command is not None

    def connect(self, direction: Direction) -> None:
        """Connect the one selected symbol to the nearest one in a direction."""
        stage, symbols = self._stage, self._stage.selection.symbols
        source = next(iter(symbols)) if len(symbols) == 1 else ""
        target = nearest_symbol(stage.sheet, source, direction) if source else ""
        if not target:
            return
        flow = Flow(id=fresh_id("flow"), source=source, target=target)
        if not stage.execute(Connect(chart=stage.selection.chart, flow=flow)):
            return
        label = FlowLabel(flow.id)
        if label.proposals(stage.document):
            self._editing.open(label)

    def append(self, source: str, kind: SymbolKind) -> None:
        """Add the step that follows a symbol, and open a field for its first text."""
        stage = self._stage
        if why_not_append(stage.document, source, kind) is not None:
            return
        added = append_step(stage.document, source, kind, fresh_id)
        if not stage.execute(added.command):
            return
        chart = stage.document.chart_of_step(added.step).id
        stage.select(Selection.of_symbols(chart, added.symbol))
        label = FlowLabel(added.flow)
        if label.proposals(stage.document) and not label.text(stage.document):
            self._editing.open(label)
        else:
            self._editing.open(CellText(added.step, Column.ACTIVITY))

    def lanes_beside(self, symbol: str) -> tuple[str, ...]:
        """Answer the actors who could do a symbol's step at the same time."""
        document = self._stage.document
        try:
            chart, step = chart_of_symbol(document, symbol), step_of_symbol(document, symbol)
        except Refused:
            return ()
        kind = symbol_by_id(document, symbol).kind
        return tuple(
            lane for lane in chart.lanes if may_add_symbol(document, kind, step.id, (lane,))
        )

    def split(self, symbol: str, actor: str) -> None:
        """Let another actor do a symbol's step at the same time."""
        document = self._stage.document
        if actor in self.lanes_beside(symbol):
            chart, step = chart_of_symbol(document, symbol), step_of_symbol(document, symbol)
            original = symbol_by_id(document, symbol)
            split = split_parallel(chart, step.id, original, (actor,), fresh_id)
            self._stage.execute(split)

    def forget_courses(self) -> None:
        """Leave the selected lines to the router again."""
        stage = self._stage
        command = forget_courses(stage.document, stage.selection.flows)
        if command is not None:
            stage.execute(command)

    def _edited(self) -> EditedText | None:
        """Answer the text that belongs to the selection: of a cell, or of the one thing."""
        stage, selection = self._stage, self._stage.selection
        if stage.spot is not None:
            return CellText(stage.spot.step, stage.spot.column)
        if len(selection.ids) != 1:
            return None
        only = next(iter(selection.ids))
        if only in selection.symbols:
            return SymbolCaption(only)
        if only in selection.flows:
            return FlowLabel(only)
        return ActorName(only) if only in selection.actors else CellText(only, Column.ACTIVITY)

    def _empty(self, spot: Spot) -> None:
        stage = self._stage
        if spot.column not in TEXT_COLUMNS:
            return
        cell = CellText(spot.step, spot.column)
        if cell.text(stage.document):
            stage.execute(cell.command(stage.document, ""))

    def _put_process(self, spot: Spot) -> bool:
        """Put a box into an empty lane cell and select it."""
        stage = self._stage
        found = stage.sheet.row_of(spot.step)
        if found is None or spot.lane is None:
            return False
        index, page, row = found
        hit = LaneHit(index, row, spot.lane)
        drop = drop_new(stage.sheet, stage.document, SymbolKind.PROCESS, hit)
        if drop is not None and stage.execute(drop.command):
            stage.select(selection_of_spot(stage.sheet, spot))
        return drop is not None and isinstance(page, ChartPage)
