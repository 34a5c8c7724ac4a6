"""A layout with memory is the layout without, but for lines that an edit left where they were."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from random import Random

import pytest
from hypothesis import settings
from hypothesis.stateful import initialize, invariant
from msgspec.structs import replace
from typing_extensions import override

from sopeditor.editing.behaviours import with_behaviours
from sopeditor.editing.command import Command, Refused
from sopeditor.editing.flows import Connect, DeleteFlows, SetFlowLabel
from sopeditor.editing.inserting import insert_step_after
from sopeditor.editing.steps import DeleteSteps, MoveSteps, SetStepText
from sopeditor.editing.symbols import MoveSymbol
from sopeditor.layout.engine import lay_out
from sopeditor.layout.memory import LayoutMemory
from sopeditor.layout.placement import ChartPage, DocumentLayout, PlacedFlow
from sopeditor.layout.routing.engine import route
from sopeditor.layout.routing.memory import RoutingMemory
from sopeditor.layout.routing.problem import Routing, RoutingProblem
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from sopeditor.tables.files import load_table
from tests.property.test_editing_state_machine import _STARTS, Editing
from tests.property.test_routing_properties import faults
from tests.strategies import documents
from tests.unit.layout.support import PROFILE, SAMPLES, HalfEm, charts_of

MEASURER = HalfEm()


class Watched(RoutingMemory):
    """A memory of lines that tells what it was asked and what it answered."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[tuple[RoutingProblem, Routing]] = []

    @override
    def __call__(self, problem: RoutingProblem, whole: Routing | None = None) -> Routing:
        routing = super().__call__(problem, whole)
        self.answers.append((problem, routing))
        return routing


class Desk:
    """Lays out a document as it is edited; every layout is held against one without memory."""

    def __init__(self) -> None:
        self.memory = LayoutMemory()
        self.lines = self.memory.lines = Watched()
        #: Documents, kept so that each keeps its identity, and the lines they were drawn with.
        self.seen: dict[int, tuple[Document, DocumentLayout]] = {}

    def lay_out(self, document: Document) -> DocumentLayout:
        self.lines.answers.clear()
        layout = lay_out(document, PROFILE, MEASURER, memory=self.memory)
        assert bare(layout) == bare(lay_out(document, PROFILE, MEASURER))
        _, before = self.seen.setdefault(id(document), (document, layout))
        assert layout == before
        return layout


def bare(layout: DocumentLayout) -> DocumentLayout:
    """Answer a layout without what lines decide."""
    pages = tuple(
        replace(page, flows=tuple(_bare_flows(page))) if isinstance(page, ChartPage) else page
        for page in layout.pages
    )
    return replace(layout, pages=pages, dropped_hints=())


def _bare_flows(page: ChartPage) -> Iterator[PlacedFlow]:
    for flow in page.flows:
        label = flow.label and replace(flow.label, rect=page.table)
        yield replace(flow, points=(), hops=(), label=label)


class Remembering(Editing):
    """Random commands, undone and done again, each laid out with what was laid out before."""

    desk = Desk()

    @initialize(document=_STARTS | documents())
    @override
    def begin(self, document: Document) -> None:
        super().begin(document)
        self.desk = Desk()

    @invariant()
    def the_layout_is_the_one_without_memory(self) -> None:
        self.desk.lay_out(self.document)


TestRemembering = Remembering.TestCase
TestRemembering.settings = settings(max_examples=25, stateful_step_count=15)


def an_edit(document: Document, random: Random, number: int) -> Command:
    """Answer an edit as people make them."""
    chart = random.choice([chart for chart in document.charts if len(chart.steps) > 1])
    step = random.choice(chart.steps)
    symbol, other = random.choice(list(chart.symbols())), random.choice(list(chart.symbols()))
    flow = random.choice(chart.flows)
    position, lane = random.randrange(len(chart.steps)), random.choice(chart.lanes)
    words = "memeriksa kelengkapan berkas " * random.randrange(4)
    arrow = Flow(id=f"new{number}", source=symbol[1].id, target=other[1].id)
    return random.choice(
        [
            SetStepText(step=step.id, column=Column.ACTIVITY, text=words),
            SetStepText(step=step.id, column=Column.REMARKS, text=words[:12]),
            MoveSymbol(symbol=symbol[1].id, step=chart.steps[symbol[0]].id, actors=(lane,)),
            MoveSteps(steps=(step.id,), position=position),
            Connect(chart=chart.id, flow=arrow),
            insert_step_after(
                document, chart.id, position, lane, SymbolKind.PROCESS, partial(named, number)
            ),
            DeleteSteps(steps=(step.id,)),
            SetFlowLabel(flow=flow.id, label=random.choice(("", "Ya", "Tidak"))),
            DeleteFlows(flows=(flow.id,)),
        ]
    )


def named(number: int, kind: str) -> str:
    return f"new-{kind}-{number}"


def edits_of(document: Document, random: Random, count: int) -> Iterator[Document]:
    """Yield a document as it becomes, edit by edit; refused ones are left out."""
    for number in range(count):
        try:
            after = an_edit(document, random, number).apply(document)
        except Refused:
            continue
        if after.charts[0].flows:
            document = with_behaviours(document, after)
            yield document


@pytest.mark.parametrize("name", ["S08", "S22", "S26"])
def test_long_editing_keeps_lines_right_and_near_the_best(name: str) -> None:
    desk = Desk()
    first = load_table(SAMPLES / f"{name}.md")
    costs = [0.0, 0.0]
    shown = [(first, desk.lay_out(first))]
    for document in edits_of(first, Random(name), 40):
        shown.append((document, desk.lay_out(document)))
        for problem, routing in desk.lines.answers:
            assert faults(problem, routing) == []
            costs[0] += cost(routing)
            costs[1] += cost(route(problem))
    assert costs[0] <= 1.02 * costs[1]
    for document, layout in reversed(shown):  # as undone one after the other
        assert desk.lay_out(document) == layout


def cost(routing: Routing) -> float:
    """Answer bends and lengths as the router weighs them; no length is for nothing."""
    return sum(
        len(one.points)
        - 2
        + sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(one.points)) / 375
        for one in routing.routes
    )


@pytest.mark.parametrize("name", ["S08", "S22", "S26"])
def test_lines_that_an_edit_does_not_touch_stay(name: str) -> None:
    """Lines between symbols that stand where they stood are the same, but for a few."""
    desk = Desk()
    before = desk.lay_out(load_table(SAMPLES / f"{name}.md"))
    stayed = bystanders = 0
    for document in edits_of(load_table(SAMPLES / f"{name}.md"), Random(name), 40):
        after = desk.lay_out(document)
        same, of = kept(before, after)
        stayed, bystanders, before = stayed + same, bystanders + of, after
    assert stayed >= 0.97 * bystanders > 0


def kept(before: DocumentLayout, after: DocumentLayout) -> tuple[int, int]:
    """Answer how many bystanders have the same line, and how many there are."""
    places = {symbol.id: symbol.rect for page in charts_of(before) for symbol in page.symbols}
    lines = {
        (flow.id, flow.source, flow.target): flow
        for page in charts_of(before)
        for flow in page.flows
    }
    same = of = 0
    for page in charts_of(after):
        still = {symbol.id for symbol in page.symbols if places.get(symbol.id) == symbol.rect}
        for flow in page.flows:
            was = lines.get((flow.id, flow.source, flow.target))
            if was is not None and {flow.source, flow.target} <= still:
                of += 1
                same += was.points == flow.points
    return same, of
