"""Adding steps, symbols and lanes from menu, keys and palette, beside what is selected."""

from collections.abc import Callable

from sopeditor.editing.command import Command
from sopeditor.editing.compound import Compound
from sopeditor.editing.flows import Connect
from sopeditor.editing.inserting import insert_step_after
from sopeditor.editing.steps import DuplicateSteps, InsertStep, ids_for_copy
from sopeditor.editing.symbols import AddSymbol
from sopeditor.foundation.ids import fresh_id
from sopeditor.model.chart import Chart
from sopeditor.model.flow import Flow
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.session.selection import Selection
from sopeditor.session.session import EditorSession
from sopeditor.ui.focus import focused_actor, focused_chart, focused_step
from sopeditor.ui.placing import free_lane, lane_above


class Insertion:
    """The slots of the menu "Sisip"; `add_actor` opens the panel of the lanes."""

    def __init__(self, session: EditorSession, add_actor: Callable[[], None]) -> None:
        self._session = session
        self._add_actor = add_actor

    def step_below(self) -> None:
        """Add a row below the selected one, else at the end."""
        chart = self._chart()
        if chart is not None:
            self._add_row(chart, self._position(chart, default=len(chart.steps) - 1))

    def step_above(self) -> None:
        """Add a row above the selected one, else at the top."""
        chart = self._chart()
        if chart is not None:
            self._add_row(chart, self._position(chart, default=0) - 1)

    def terminator(self) -> None:
        """Add a kapsul (Mulai/Selesai)."""
        self.symbol(SymbolKind.TERMINATOR)

    def process(self) -> None:
        """Add a kotak (Proses)."""
        self.symbol(SymbolKind.PROCESS)

    def decision(self) -> None:
        """Add a belah ketupat (Keputusan)."""
        self.symbol(SymbolKind.DECISION)

    def symbol(self, kind: SymbolKind) -> None:
        """Put a symbol into the selected step; where that has one already, into a new row below."""
        chart = self._chart()
        if chart is None:
            return
        found = focused_step(self._session.document, self._session.selection)
        if found is not None and not found[1].symbols:
            self._fill_row(*found, kind)
        else:
            self._add_row(chart, self._position(chart, default=len(chart.steps) - 1), kind)

    def actor(self) -> None:
        """Add a lane."""
        self._add_actor()

    def duplicate_steps(self) -> None:
        """Copy the selected rows, with their symbols and the flows among them, below them."""
        found = focused_step(self._session.document, self._session.selection)
        if found is None:
            return
        steps = tuple(self._session.selection.steps) or (found[1].id,)
        ids = ids_for_copy(self._session.document, steps, fresh_id)
        if self._session.execute(DuplicateSteps(steps=steps, new_ids=ids)):
            copies = [new for old, new in ids if old in steps]
            self._session.select(Selection.of_steps(found[0].id, *copies))

    def _chart(self) -> Chart | None:
        return focused_chart(self._session.document, self._session.selection)

    def _position(self, chart: Chart, default: int) -> int:
        found = focused_step(self._session.document, self._session.selection)
        return chart.step_position(found[1].id) if found else default

    def _add_row(self, chart: Chart, position: int, kind: SymbolKind = SymbolKind.PROCESS) -> None:
        """Add a row below `position` with a symbol in the lane chosen, else that above."""
        document = self._session.document
        wish = focused_actor(document, self._session.selection)
        lanes = (wish, lane_above(chart, position), *chart.lanes)
        lane = next((lane for lane in lanes if lane in chart.lanes), None)
        command: Command
        if lane is None:
            step = Step(id=fresh_id("step"))
            command = InsertStep(chart=chart.id, position=position + 1, step=step)
        else:
            command = insert_step_after(document, chart.id, position, lane, kind, fresh_id)
        if self._session.execute(command):
            added = self._session.document.chart(chart.id).steps[position + 1]
            self._session.select(Selection.of_steps(chart.id, added.id))

    def _fill_row(self, chart: Chart, step: Step, kind: SymbolKind) -> None:
        """Give an empty row its symbol, reached from a symbol above where the flow stops."""
        document = self._session.document
        wish = focused_actor(document, self._session.selection)
        symbol = Symbol(
            id=fresh_id("symbol"), kind=kind, actors=free_lane(document, step.id, kind, wish)
        )
        commands: list[Command] = [AddSymbol(step=step.id, symbol=symbol)]
        if source := _open_end(chart, chart.step_position(step.id)):
            flow = Flow(id=fresh_id("flow"), source=source, target=symbol.id)
            commands.append(Connect(chart=chart.id, flow=flow))
        name = commands[0].named(document)
        self._session.execute(Compound(name=name, commands=tuple(commands)))


def _open_end(chart: Chart, position: int) -> str:
    """Answer the only symbol of the row above `position` when no flow leaves it."""
    if position < 1 or len(chart.steps[position - 1].symbols) != 1:
        return ""
    last = chart.steps[position - 1].symbols[0]
    leaves = any(flow.source == last.id for flow in chart.flows)
    reached = any(flow.target == last.id for flow in chart.flows)
    ends = last.kind is SymbolKind.TERMINATOR and reached
    return "" if leaves or ends else last.id
