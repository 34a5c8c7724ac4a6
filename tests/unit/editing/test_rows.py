"""Writing rows: texts, symbols and flows of several rows at once."""

import pytest
from msgspec.structs import replace

from sopeditor.editing.behaviours import with_behaviours
from sopeditor.editing.command import Refused
from sopeditor.editing.rows import WriteRows, WrittenRow
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import message
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import NO_HINTS, Flow, FlowHints
from sopeditor.model.integrity import broken_references
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind

BENT = FlowHints(way_points=(Point(1, 2),))
NAME = message("editing.name.insert_step")


def symbol(name: str, lane: str, caption: str = "") -> Symbol:
    return Symbol(id=name, kind=SymbolKind.PROCESS, actors=(lane,), caption=caption)


@pytest.fixture
def document() -> Document:
    """Answer three rows in two lanes, one after the other, their lines bent by hand."""
    steps = tuple(Step(id=f"s{n}", symbols=(symbol(f"n{n}", "a1", "x"),)) for n in (1, 2, 3))
    flows = (
        Flow(id="f1", source="n1", target="n2", hints=BENT),
        Flow(id="f2", source="n2", target="n3", hints=BENT),
    )
    chart = Chart(id="c1", lanes=("a1", "a2"), steps=steps, flows=flows)
    actors = (Actor(id="a1", name="Camat"), Actor(id="a2", name="Staf"))
    return Document(actors=actors, charts=(chart,))


def written(document: Document, command: WriteRows) -> Chart:
    after = with_behaviours(document, command.apply(document))
    assert broken_references(after) == ()
    return after.charts[0]


def test_texts_and_label_are_written_and_cleaned(document: Document) -> None:
    row = WrittenRow(
        step="s2",
        texts=((Column.ACTIVITY, "a\r\nb\x07"), (Column.DURATION, "1 jam")),
        label=" 2a\n",
    )
    step = written(document, WriteRows(name=NAME, chart="c1", rows=(row,))).steps[1]
    assert (step.activity, step.quality.duration.text, step.label) == ("a\nb", "1 jam", "2a")


def test_a_symbol_that_is_there_keeps_its_caption_and_its_lines(document: Document) -> None:
    moved = Symbol(id="n2", kind=SymbolKind.DECISION, actors=("a2",))
    row = WrittenRow(step="s2", symbols=(moved,))
    chart = written(document, WriteRows(name=NAME, chart="c1", rows=(row,)))
    assert chart.steps[1].symbols == (replace(moved, caption="x"),)
    assert [(f.id, f.hints) for f in chart.flows] == [("f1", NO_HINTS), ("f2", NO_HINTS)]


def test_a_line_keeps_its_course_while_its_ends_stay(document: Document) -> None:
    flows = (Flow(id="f1", source="n1", target="n2", label="Ya"),)
    command = WriteRows(name=NAME, chart="c1", rows=(), sources=frozenset({"n1"}), flows=flows)
    assert written(document, command).flows[0] == replace(flows[0], hints=BENT)
    led = WriteRows(
        name=NAME,
        chart="c1",
        rows=(),
        sources=frozenset({"n1"}),
        flows=(replace(flows[0], target="n3"),),
    )
    assert written(document, led).flows[0].hints == NO_HINTS


def test_new_lines_stand_where_the_old_ones_of_their_symbol_stood(document: Document) -> None:
    flows = (Flow(id="f8", source="n1", target="n3"), Flow(id="f9", source="n1", target="n2"))
    command = WriteRows(name=NAME, chart="c1", rows=(), sources=frozenset({"n1"}), flows=flows)
    assert [flow.id for flow in written(document, command).flows] == ["f8", "f9", "f2"]


def test_rows_are_added_at_the_end(document: Document) -> None:
    row = WrittenRow(step="s4", symbols=(symbol("n4", "a2"),))
    flow = Flow(id="f3", source="n3", target="n4")
    command = WriteRows(
        name=NAME, chart="c1", rows=(row,), added=("s4",), sources=frozenset({"n3"}), flows=(flow,)
    )
    chart = written(document, command)
    assert [step.id for step in chart.steps] == ["s1", "s2", "s3", "s4"]
    assert chart.flows[-1] == flow


def test_a_row_without_symbols_is_led_around(document: Document) -> None:
    row = WrittenRow(step="s2", symbols=())
    chart = written(document, WriteRows(name=NAME, chart="c1", rows=(row,)))
    assert [(flow.source, flow.target) for flow in chart.flows] == [("n1", "n3")]


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (WriteRows(name=NAME, chart="c1", rows=(WrittenRow(step="s9"),)), "gone"),
        (WriteRows(name=NAME, chart="c1", rows=(), added=("s1",)), "taken"),
        (
            WriteRows(
                name=NAME, chart="c1", rows=(WrittenRow(step="s1", symbols=(symbol("n1", "a9"),)),)
            ),
            "unknown_lane",
        ),
        (
            WriteRows(
                name=NAME, chart="c1", rows=(), flows=(Flow(id="f9", source="n1", target="n9"),)
            ),
            "gone",
        ),
    ],
)
def test_what_does_not_fit_is_refused(document: Document, command: WriteRows, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        command.apply(document)
    assert caught.value.words.key == f"editing.refused.{reason}"
