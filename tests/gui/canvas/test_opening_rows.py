"""Rows that open where a symbol or a line is dropped, joint lines and parallel symbols."""

from PySide6.QtCore import Qt

from sopeditor.canvas.carrying import symbol_mime
from sopeditor.foundation.geometry import Point
from sopeditor.model.flow import FlowKind, Side
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from tests.builders import a_document, flow_pairs, row_ids
from tests.gui.canvas.conftest import Hand, Show

SHIFT = Qt.KeyboardModifier.ShiftModifier


def _above(hand: Hand, step: str, lane: int) -> Point:
    """Answer the line above a row, in a lane."""
    rect = hand.view.stage.sheet.lane_cell(step, lane, lane)
    assert rect is not None
    return Point(rect.centre.x, rect.top + 1)


def _below_all(hand: Hand, lane: int) -> Point:
    rect = hand.view.stage.sheet.lane_cell(row_ids(hand.session.document)[-1], lane, lane)
    assert rect is not None
    return Point(rect.centre.x, rect.bottom + 12)


def test_a_symbol_dropped_between_two_rows_opens_one_in_the_flow(show: Show) -> None:
    hand = show(a_document(lanes="AB", rows="(A) B (A)"))
    place = _above(hand, "row3", 1)
    data = symbol_mime(SymbolKind.DECISION)
    assert hand.drag_in(data, place)
    hand.drop_in(data, place)
    added = hand.chart.steps[2]
    assert len(hand.chart.steps) == 4
    assert added.symbols[0].kind is SymbolKind.DECISION
    assert added.symbols[0].actors == ("B",)
    new = added.symbols[0].id
    assert flow_pairs(hand.session.document) == {"1A>2B", f"2B>{new}", f"{new}>3A"}
    assert hand.session.selection.symbols == {new}
    hand.session.undo()
    assert len(hand.chart.steps) == 3


def test_a_symbol_dropped_above_the_first_row_becomes_the_first(show: Show) -> None:
    hand = show(a_document())
    hand.drop_in(symbol_mime(SymbolKind.PROCESS), _above(hand, "row1", 0))
    assert row_ids(hand.session.document)[1:] == ("row1", "row2", "row3")


def test_a_line_drawn_between_two_rows_makes_the_next_step(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B? (A)", flows="1>2 2>3:Ya"))
    hand.hover(hand.symbol("2B"))
    hand.drag(hand.handle("2B", Side.RIGHT), _above(hand, "row3", 2))
    assert len(hand.chart.steps) == 4
    new = hand.chart.steps[2].symbols[0]
    assert new.actors == ("C",)
    assert any(f.source == "2B" and f.target == new.id for f in hand.chart.flows)


def test_a_line_drawn_below_the_last_row_makes_the_next_step(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B? C", flows="1>2 2>3:Ya"))
    hand.hover(hand.symbol("2B"))
    hand.drag(hand.handle("2B", Side.LEFT), _below_all(hand, 0))
    new = hand.chart.steps[3].symbols[0]
    assert new.actors == ("A",)
    assert f"2B>{new.id}" in flow_pairs(hand.session.document)
    assert f"3C>{new.id}" not in flow_pairs(hand.session.document)
    hand.key(Qt.Key.Key_Escape)
    hand.session.undo()
    assert len(hand.chart.steps) == 3


def test_the_open_end_is_led_on_once(show: Show) -> None:
    hand = show(a_document(lanes="AB", rows="(A) B"))
    hand.hover(hand.symbol("2B"))
    hand.drag(hand.handle("2B", Side.BOTTOM), _below_all(hand, 1))
    new = hand.chart.steps[2].symbols[0].id
    assert flow_pairs(hand.session.document) == {"1A>2B", f"2B>{new}"}


def test_with_shift_a_line_joins_symbols_of_a_row(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B|C (A)", flows="1>2B 2B>3"))
    hand.hover(hand.symbol("2B"))
    with hand.holding(SHIFT):
        hand.drag(hand.handle("2B", Side.RIGHT), hand.symbol("2C"))
    assert "2B=2C" in flow_pairs(hand.session.document)


def test_with_shift_a_line_to_a_free_cell_of_the_row_puts_a_partner_there(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B (A)"))
    hand.hover(hand.symbol("2B"))
    with hand.holding(SHIFT):
        hand.drag(hand.handle("2B", Side.RIGHT), hand.lane("row2", 2))
    joint = [flow for flow in hand.chart.flows if flow.kind is FlowKind.JOINT]
    assert len(joint) == 1
    assert joint[0].source == "2B"
    assert hand.chart.steps[1].symbols[1].actors == ("C",)


def test_a_joint_line_to_another_row_is_refused_with_words(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B (A)"))
    before = hand.session.document
    hand.hover(hand.symbol("2B"))
    with hand.holding(SHIFT):
        hand.press(hand.handle("2B", Side.RIGHT))
        hand.drag_to(hand.symbol("3A"))
        assert hand.reason
        hand.release(hand.symbol("3A"))
    assert hand.session.document is before


def test_with_shift_a_second_symbol_of_a_kind_is_done_in_parallel(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B (A)"))
    data = symbol_mime(SymbolKind.PROCESS)
    with hand.holding(SHIFT):
        hand.drop_in(data, hand.lane("row2", 2))
    new = hand.chart.steps[1].symbols[1].id
    assert flow_pairs(hand.session.document) == {"1A>2B", "2B>3A", f"1A>{new}", f"{new}>3A"}
    hand.session.undo()
    assert flow_pairs(hand.session.document) == {"1A>2B", "2B>3A"}


def test_without_shift_a_second_symbol_stands_alone(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B (A)"))
    hand.drop_in(symbol_mime(SymbolKind.PROCESS), hand.lane("row2", 2))
    assert len(hand.chart.steps[1].symbols) == 2
    assert flow_pairs(hand.session.document) == {"1A>2B", "2B>3A"}


def test_a_decision_from_the_palette_lands_between_two_lanes(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) - (A)", flows=""))
    border = (hand.lane("row2", 0).x + hand.lane("row2", 1).x) / 2
    place = Point(border, hand.lane("row2", 0).y)
    hand.drop_in(symbol_mime(SymbolKind.DECISION), place)
    assert hand.chart.steps[1].symbols[0].actors == ("A", "B")


def test_a_refused_drop_from_the_palette_says_why(show: Show) -> None:
    hand = show(a_document())
    assert not hand.drag_in(symbol_mime(SymbolKind.PROCESS), hand.cell("row1", Column.OUTPUT))
    assert hand.reason
