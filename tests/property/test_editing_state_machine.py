"""Any edits in any order keep a document sound, and undo leads back to where it began."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from typing_extensions import override

from sopeditor.editing.actors import AddActor, MoveLane, RemoveActor, RenameActor
from sopeditor.editing.behaviours import with_behaviours
from sopeditor.editing.charts import SetFootnotes
from sopeditor.editing.command import Command, Refused
from sopeditor.editing.deletion import DeleteSelection
from sopeditor.editing.flows import Connect, DeleteFlows, Reattach, SetFlowLabel
from sopeditor.editing.history import History
from sopeditor.editing.identity import SetIdentityField
from sopeditor.editing.inserting import insert_step_after
from sopeditor.editing.parts import known_ids
from sopeditor.editing.steps import (
    DuplicateSteps,
    MoveSteps,
    SetShared,
    SetStepText,
    ids_for_copy,
)
from sopeditor.editing.symbols import AddSymbol, DeleteSymbols, MoveSymbol, SetSymbolKind
from sopeditor.editing.widths import FitColumns, SetColumnWidths
from sopeditor.foundation.ids import fresh_id
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.integrity import broken_references
from sopeditor.model.step import TEXT_COLUMNS, Column
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.model.widths import ColumnWidths
from tests.builders import a_document
from tests.strategies import any_text, column_widths, documents

_STARTS = st.sampled_from(
    [
        a_document(lanes="ABC", rows="(A) B? A+B B|C (C)", flows="1>2 2>3:Ya 2>1:Tidak 3>4 4>5"),
        a_document(lanes="AB", rows="(A) B A B (A)"),
    ]
)


class Editing(RuleBasedStateMachine):
    """A history under random commands; refused ones must leave it alone."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History(Document())
        self.first = Document()

    @initialize(document=_STARTS | documents())
    def begin(self, document: Document) -> None:
        self.history = History(document)
        self.first = document

    @property
    def document(self) -> Document:
        return self.history.document

    @property
    def charts(self) -> tuple[Chart, ...]:
        return self.document.charts

    def execute(self, command: Command) -> None:
        before = self.document
        try:
            after = with_behaviours(before, command.apply(before))
            name = command.named(before)
        except Refused:
            assert self.document is before
            return
        assert with_behaviours(before, after) == after
        self.history.push(name, after, command.merge_key)

    def pick_steps(self, data: st.DataObject, chart: Chart) -> tuple[str, ...]:
        ids = [step.id for step in chart.steps]
        return tuple(data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True)))

    def pick_symbols(self, data: st.DataObject, chart: Chart, most: int = 2) -> tuple[str, ...]:
        ids = [symbol.id for _, symbol in chart.symbols()]
        return tuple(data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=most)))

    def pick_chart(self, data: st.DataObject) -> Chart | None:
        """Answer a chart that has lanes and symbols, to aim commands at."""
        usable = [chart for chart in self.charts if chart.lanes and any(chart.symbols())]
        return data.draw(st.sampled_from(usable)) if usable else None

    @rule(data=st.data(), kind=st.sampled_from(SymbolKind))
    def insert_step(self, data: st.DataObject, kind: SymbolKind) -> None:
        if chart := self.pick_chart(data):
            position = data.draw(st.integers(-1, len(chart.steps)))
            lane = data.draw(st.sampled_from(chart.lanes))
            self.execute(insert_step_after(self.document, chart.id, position, lane, kind, fresh_id))

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        if chart := self.pick_chart(data):
            flows = [flow.id for flow in chart.flows]
            command = DeleteSelection(
                steps=self.pick_steps(data, chart)[:2],
                symbols=tuple(set(self.pick_symbols(data, chart))),
                flows=tuple(data.draw(st.lists(st.sampled_from(flows), unique=True)))
                if flows
                else (),
            )
            self.execute(command)

    @rule(data=st.data())
    def delete_symbols(self, data: st.DataObject) -> None:
        if chart := self.pick_chart(data):
            self.execute(DeleteSymbols(symbols=self.pick_symbols(data, chart)))

    @rule(data=st.data())
    def move_steps(self, data: st.DataObject) -> None:
        if chart := self.pick_chart(data):
            steps = self.pick_steps(data, chart)
            position = data.draw(st.integers(-1, len(chart.steps) + 1))
            self.execute(MoveSteps(steps=steps, position=position))

    @rule(data=st.data())
    def duplicate_steps(self, data: st.DataObject) -> None:
        if chart := self.pick_chart(data):
            steps = self.pick_steps(data, chart)[:2]
            new_ids = ids_for_copy(self.document, steps, fresh_id)
            self.execute(DuplicateSteps(steps=steps, new_ids=new_ids))

    @rule(data=st.data(), column=st.sampled_from(TEXT_COLUMNS), text=any_text)
    def write(self, data: st.DataObject, column: Column, text: str) -> None:
        if chart := self.pick_chart(data):
            step = self.pick_steps(data, chart)[0]
            self.execute(SetStepText(step=step, column=column, text=text))

    @rule(data=st.data(), column=st.sampled_from(TEXT_COLUMNS), shared=st.booleans())
    def share(self, data: st.DataObject, column: Column, shared: bool) -> None:
        if chart := self.pick_chart(data):
            step = self.pick_steps(data, chart)[0]
            self.execute(SetShared(step=step, column=column, shared=shared))

    @rule(data=st.data(), kind=st.sampled_from(SymbolKind))
    def add_symbol(self, data: st.DataObject, kind: SymbolKind) -> None:
        if chart := self.pick_chart(data):
            lanes = data.draw(st.lists(st.sampled_from(chart.lanes), max_size=2))
            symbol = Symbol(id=fresh_id("symbol"), kind=kind, actors=tuple(lanes))
            self.execute(AddSymbol(step=self.pick_steps(data, chart)[0], symbol=symbol))

    @rule(data=st.data(), kind=st.sampled_from(SymbolKind))
    def change_symbol(self, data: st.DataObject, kind: SymbolKind) -> None:
        if chart := self.pick_chart(data):
            self.execute(SetSymbolKind(symbol=self.pick_symbols(data, chart)[0], kind=kind))

    @rule(data=st.data())
    def move_symbol(self, data: st.DataObject) -> None:
        if chart := self.pick_chart(data):
            lanes = data.draw(st.lists(st.sampled_from(chart.lanes), min_size=1, max_size=2))
            symbol = self.pick_symbols(data, chart)[0]
            step = self.pick_steps(data, chart)[0]
            self.execute(MoveSymbol(symbol=symbol, step=step, actors=tuple(lanes)))

    @rule(data=st.data(), kind=st.sampled_from(FlowKind), label=any_text)
    def connect(self, data: st.DataObject, kind: FlowKind, label: str) -> None:
        if chart := self.pick_chart(data):
            source, target = self.pick_symbols(data, chart)[0], self.pick_symbols(data, chart)[0]
            flow = Flow(id=fresh_id("flow"), source=source, target=target, kind=kind, label=label)
            self.execute(Connect(chart=chart.id, flow=flow))

    @rule(data=st.data(), label=any_text)
    def change_flow(self, data: st.DataObject, label: str) -> None:
        chart = self.pick_chart(data)
        if chart and chart.flows:
            flow = data.draw(st.sampled_from(chart.flows)).id
            other = self.pick_symbols(data, chart)[0]
            command: Command = data.draw(
                st.sampled_from(
                    [
                        SetFlowLabel(flow=flow, label=label),
                        Reattach(flow=flow, target=other),
                        Reattach(flow=flow, source=other),
                        DeleteFlows(flows=(flow,)),
                    ]
                )
            )
            self.execute(command)

    @rule(data=st.data(), name=any_text)
    def change_lanes(self, data: st.DataObject, name: str) -> None:
        if chart := self.pick_chart(data):
            lane = data.draw(st.sampled_from(chart.lanes))
            position = data.draw(st.integers(-1, len(chart.lanes) + 1))
            new = Actor(id=fresh_id("actor"), name=name)
            command: Command = data.draw(
                st.sampled_from(
                    [
                        RenameActor(actor=lane, name=name),
                        MoveLane(chart=chart.id, actor=lane, position=position),
                        AddActor(chart=chart.id, position=position, actor=new),
                        RemoveActor(actor=lane),
                        RemoveActor(actor=lane, chart=chart.id),
                    ]
                )
            )
            self.execute(command)

    @rule(title=any_text)
    def change_cover(self, title: str) -> None:
        self.execute(SetIdentityField(field="title", value=title))

    @rule(note=any_text)
    @precondition(lambda self: bool(self.charts))
    def change_footnotes(self, note: str) -> None:
        self.execute(SetFootnotes(chart=self.charts[0].id, footnotes=(note,)))

    @rule(widths=column_widths.filter(bool))
    @precondition(lambda self: bool(self.charts))
    def set_widths(self, widths: ColumnWidths) -> None:
        self.execute(SetColumnWidths(chart=self.charts[0].id, widths=widths.by_hand))

    @rule(columns=st.lists(st.sampled_from(Column), max_size=2))
    @precondition(lambda self: bool(self.charts))
    def fit_columns(self, columns: list[Column]) -> None:
        self.execute(FitColumns(chart=self.charts[0].id, columns=tuple(columns)))

    @rule()
    def undo(self) -> None:
        self.history.undo()

    @rule()
    def redo(self) -> None:
        self.history.redo()

    @invariant()
    def everything_refers_to_something(self) -> None:
        assert broken_references(self.document) == ()

    @invariant()
    def nobody_is_lost(self) -> None:
        """Every actor that is gone is gone from everywhere."""
        lanes = {lane for chart in self.charts for lane in chart.lanes}
        assert lanes <= {actor.id for actor in self.document.actors} <= known_ids(self.document)

    @override
    def teardown(self) -> None:
        while self.history.can_redo:
            self.history.redo()
        last = self.document
        while self.history.can_undo:
            self.history.undo()
        assert self.document is self.first
        while self.history.can_redo:
            self.history.redo()
        assert self.document is last


TestEditing = Editing.TestCase
TestEditing.settings = settings(stateful_step_count=30)
