"""Commands on symbols."""

from sopeditor.editing.flows import SetFlowHints
from sopeditor.editing.symbols import (
    AddSymbol,
    DeleteSymbols,
    MoveSymbol,
    SetSymbolCaption,
    SetSymbolKind,
)
from sopeditor.model.document import Document
from sopeditor.model.flow import NO_HINTS, FlowHints, Side
from sopeditor.model.symbol import Symbol, SymbolKind
from tests.builders import a_document, flow_pairs
from tests.unit.editing.applying import changed, reason


def symbol(document: Document, symbol_id: str) -> tuple[int, Symbol]:
    return document.charts[0].symbol_index()[symbol_id]


def test_a_symbol_joins_those_of_its_row() -> None:
    new = Symbol(id="new", kind=SymbolKind.DECISION, actors=("A",), caption="Setuju?\x01")
    after = changed(a_document(), AddSymbol(step="row2", symbol=new))
    assert [s.id for s in after.charts[0].steps[1].symbols] == ["2B", "new"]
    assert symbol(after, "new")[1].caption == "Setuju?"


def test_a_symbol_of_no_lane_is_refused() -> None:
    nowhere = Symbol(id="new", kind=SymbolKind.PROCESS, actors=())
    assert (
        reason(a_document(), AddSymbol(step="row1", symbol=nowhere)) == "editing.refused.no_actor"
    )


def test_a_symbol_moves_to_another_row_and_lane_with_its_flows() -> None:
    document = a_document(rows="(A) B - (A)", flows="1A>2B 2B>4A")
    after = changed(document, MoveSymbol(symbol="2B", step="row3", actors=("A",)))
    row, moved = symbol(after, "2B")
    assert (row, moved.actors) == (2, ("A",))
    assert flow_pairs(after) == flow_pairs(document)


def test_a_symbol_moves_between_two_lanes_of_its_row() -> None:
    after = changed(a_document(), MoveSymbol(symbol="2B", step="row2", actors=("A", "B")))
    assert symbol(after, "2B")[1].actors == ("A", "B")


def test_wishes_about_the_flows_of_a_moved_symbol_are_forgotten() -> None:
    hints = FlowHints(source_side=Side.LEFT)
    document = changed(a_document(), SetFlowHints(flow="1A-2B", hints=hints))
    document = changed(document, SetFlowHints(flow="2B-3A", hints=hints))
    after = changed(document, MoveSymbol(symbol="1A", step="row1", actors=("B",)))
    assert after.charts[0].flow("1A-2B").hints == NO_HINTS
    assert after.charts[0].flow("2B-3A").hints == hints


def test_a_joint_line_goes_when_a_symbol_leaves_the_row() -> None:
    document = a_document(rows="(A) A+B -")
    after = changed(document, MoveSymbol(symbol="2B", step="row3", actors=("B",)))
    assert flow_pairs(after) == {"1A>2A"}


def test_deleting_a_symbol_closes_the_flow_and_leaves_the_row() -> None:
    after = changed(a_document(), DeleteSymbols(symbols=("2B",)))
    assert len(after.charts[0].steps) == 3
    assert flow_pairs(after) == {"1A>3A"}


def test_a_kotak_becomes_a_belah_ketupat() -> None:
    after = changed(a_document(), SetSymbolKind(symbol="2B", kind=SymbolKind.DECISION))
    assert symbol(after, "2B")[1].kind is SymbolKind.DECISION


def test_a_caption_is_written_and_typing_merges() -> None:
    command = SetSymbolCaption(symbol="2B", caption="Sah?")
    assert symbol(changed(a_document(), command), "2B")[1].caption == "Sah?"
    assert command.merge_key == SetSymbolCaption(symbol="2B", caption="Sa").merge_key
