"""Ids are unique and references lead somewhere; everything else is legal."""

import pytest
from msgspec.structs import replace

from sopeditor.assets import resource
from sopeditor.foundation.message import Catalogue, Message, message
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.integrity import broken_references
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind
from tests.unit.storage.samples import sample_document

ACTOR = Actor(id="a", name="Kepala")
SYMBOL = Symbol(id="y", kind=SymbolKind.PROCESS, actors=("a",))


def document(*flows: Flow, symbol: Symbol = SYMBOL, lanes: tuple[str, ...] = ("a",)) -> Document:
    steps = (Step(id="s", symbols=(symbol,)),)
    chart = Chart(id="c", lanes=lanes, steps=steps, flows=flows)
    return Document(actors=(ACTOR,), charts=(chart,))


def test_a_whole_document_has_nothing_broken() -> None:
    assert broken_references(sample_document()) == ()
    assert broken_references(Document()) == ()


def test_a_flow_to_itself_and_circles_are_legal() -> None:
    there, back = Flow(id="f", source="y", target="y"), Flow(id="g", source="y", target="y")
    assert broken_references(document(there, back)) == ()


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        (document(Flow(id="s", source="y", target="y")), message("model.duplicate_id", id="s")),
        (document(Flow(id="a", source="y", target="y")), message("model.duplicate_id", id="a")),
        (document(lanes=("a", "z")), message("model.unknown_lane", chart="c", id="z")),
        (document(lanes=()), message("model.unknown_actor", symbol="y", id="a")),
        (
            document(symbol=replace(SYMBOL, actors=("a", "z"))),
            message("model.unknown_actor", symbol="y", id="z"),
        ),
        (document(symbol=replace(SYMBOL, actors=())), message("model.no_actor", symbol="y")),
        (
            document(Flow(id="f", source="y", target="z")),
            message("model.unknown_symbol", flow="f", id="z"),
        ),
        (
            document(Flow(id="f", source="z", target="y")),
            message("model.unknown_symbol", flow="f", id="z"),
        ),
    ],
)
def test_what_is_broken_is_named(broken: Document, expected: Message) -> None:
    assert broken_references(broken) == (expected,)
    for language in ("id", "en"):
        words = Catalogue.read(resource("translations", language)).word(expected)
        for _, value in expected.values:
            assert f"“{value}”" in words


def test_a_symbol_of_another_chart_is_no_end_of_a_flow() -> None:
    other = Chart(id="d", flows=(Flow(id="f", source="y", target="y"),))
    both = replace(document(), charts=(*document().charts, other))
    assert set(broken_references(both)) == {message("model.unknown_symbol", flow="f", id="y")}


def test_the_same_id_in_two_charts_is_a_duplicate() -> None:
    twice = replace(document(), charts=(*document().charts, Chart(id="d", steps=(Step(id="s"),))))
    assert broken_references(twice) == (message("model.duplicate_id", id="s"),)
