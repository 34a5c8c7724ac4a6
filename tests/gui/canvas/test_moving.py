"""Dragging symbols: preview, drop, refusal, several at once, calling off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsRectItem

from sopeditor.canvas.reason_label import ReasonLabel
from sopeditor.foundation.geometry import Point
from sopeditor.model.step import Column
from tests.builders import a_document, row_ids
from tests.gui.canvas.conftest import Hand, Show


def _heading(hand: Hand, actor: str) -> Point:
    found = hand.view.stage.sheet.heading(actor)
    assert found is not None
    return hand.view.stage.sheet.on_sheet(found[0], found[1].rect).centre


def _place(hand: Hand, symbol: str) -> tuple[str, tuple[str, ...]]:
    index, found = hand.chart.symbol_index()[symbol]
    return hand.chart.steps[index].id, found.actors


def test_a_symbol_is_dragged_to_another_lane(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    hand.drag(hand.symbol("2B"), hand.lane("row2", 2))
    assert _place(hand, "2B") == ("row2", ("C",))
    hand.session.undo()
    assert _place(hand, "2B") == ("row2", ("B",))


def test_a_symbol_is_dragged_to_another_row_and_lane(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    hand.drag(hand.symbol("2B"), hand.lane("row3", 2))
    assert _place(hand, "2B") == ("row3", ("C",))


def test_while_dragging_the_target_cell_is_shown_and_nothing_changes(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    before = hand.session.document
    hand.press(hand.symbol("2B"))
    hand.drag_to(hand.lane("row2", 2))
    target = hand.view.stage.sheet.lane_cell("row2", 2, 2)
    assert target is not None
    shown = [
        item.rect().center().toTuple()
        for item in hand.view.stage.scene.items()
        if isinstance(item, QGraphicsRectItem)
    ]
    assert target.centre in shown
    assert hand.session.document is before
    hand.release(hand.lane("row2", 2))
    assert hand.session.document is not before


def test_a_drop_outside_the_lanes_is_refused_in_words(show: Show) -> None:
    hand = show(a_document())
    before = hand.session.document
    hand.press(hand.symbol("2B"))
    hand.drag_to(hand.cell("row2", Column.OUTPUT))
    note = hand.view.findChild(ReasonLabel)
    assert isinstance(note, ReasonLabel)
    assert note.isVisible()
    assert note.text() == hand.view.catalogue.text("canvas.refused.no_cell")
    assert hand.view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hand.release(hand.cell("row2", Column.OUTPUT))
    assert hand.session.document is before
    assert not note.isVisible()


def test_a_drop_that_a_rule_refuses_changes_nothing(show: Show) -> None:
    hand = show(a_document(rows="(A) A (B)"))
    before = hand.session.document
    hand.press(hand.symbol("1A"))
    hand.drag_to(hand.lane("row3", 1))
    note = hand.view.findChild(ReasonLabel)
    assert isinstance(note, ReasonLabel)
    assert note.text() == hand.view.catalogue.text("editing.refused.same_symbol")
    hand.release(hand.lane("row3", 1))
    assert hand.session.document is before


def test_escape_calls_a_drag_off(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    before = hand.session.document
    hand.press(hand.symbol("2B"))
    hand.drag_to(hand.lane("row2", 2))
    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.lane("row2", 2))
    assert hand.session.document is before


def test_several_symbols_move_together_and_undo_as_one(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) A A (A)"))
    before = hand.session.document
    hand.click(hand.symbol("2A"))
    hand.click(hand.symbol("3A"), Qt.KeyboardModifier.ControlModifier)
    hand.drag(hand.symbol("2A"), hand.lane("row2", 1))
    assert _place(hand, "2A") == ("row2", ("B",))
    assert _place(hand, "3A") == ("row3", ("B",))
    hand.session.undo()
    assert hand.session.document is before


def test_symbols_of_one_column_move_down_into_each_others_places(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B B C"))
    hand.click(hand.symbol("2B"))
    hand.click(hand.symbol("3B"), Qt.KeyboardModifier.ControlModifier)
    hand.drag(hand.symbol("2B"), hand.lane("row3", 1))
    assert _place(hand, "2B") == ("row3", ("B",))
    assert _place(hand, "3B") == ("row4", ("B",))


def test_a_symbol_of_two_lanes_moves_with_both(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) A&B? (A)", flows="1>2 2>3:Ya"))
    here = hand.symbol_rect("2A.B")
    start = Point(here.centre.x - 4, here.centre.y)
    lane = hand.lane("row2", 1).x - hand.lane("row2", 0).x
    hand.drag(start, Point(start.x + lane, start.y))
    assert _place(hand, "2A.B") == ("row2", ("B", "C"))


def test_a_decision_dropped_inside_a_lane_leaves_the_border(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) A&B? (A)", flows="1>2 2>3:Ya"))
    hand.drag(hand.symbol("2A.B"), hand.lane("row2", 2))
    assert _place(hand, "2A.B") == ("row2", ("C",))


def test_a_decision_dropped_on_the_border_of_lanes_belongs_to_both(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B? (A)", flows="1>2 2>3:Ya"))
    border = (hand.lane("row2", 1).x + hand.lane("row2", 2).x) / 2
    hand.drag(hand.symbol("2B"), Point(border, hand.symbol("2B").y))
    assert _place(hand, "2B") == ("row2", ("B", "C"))


def test_a_box_dropped_on_the_border_stays_in_one_lane(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B (A)"))
    border = (hand.lane("row2", 1).x + hand.lane("row2", 2).x) / 2 + 2
    hand.drag(hand.symbol("2B"), Point(border, hand.symbol("2B").y))
    assert _place(hand, "2B") == ("row2", ("C",))


def test_a_lane_is_dragged_by_its_heading(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B C"))
    first, last = _heading(hand, "A"), _heading(hand, "C")
    hand.drag(first, Point(last.x + 8, last.y))
    assert hand.chart.lanes == ("B", "C", "A")
    assert hand.session.selection.actors == {"A"}
    hand.session.undo()
    assert hand.chart.lanes == ("A", "B", "C")


def test_a_lane_dropped_beside_the_lanes_stays_and_says_why(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B C"))
    before, away = hand.session.document, hand.cell("row1", Column.OUTPUT)
    hand.press(_heading(hand, "A"))
    hand.drag_to(away)
    assert hand.reason
    assert hand.cursor == Qt.CursorShape.ForbiddenCursor
    hand.release(away)
    assert hand.session.document is before
    assert hand.reason == ""


def test_a_click_on_a_heading_only_selects_the_lane(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B C"))
    before = hand.session.document
    hand.click(_heading(hand, "B"))
    assert hand.session.selection.actors == {"B"}
    assert hand.session.document is before


def test_a_press_without_dragging_moves_nothing(show: Show) -> None:
    hand = show(a_document())
    before = hand.session.document
    point = hand.symbol("2B")
    hand.press(point)
    hand.drag_to(Point(point.x + 1, point.y + 1))
    hand.release(Point(point.x + 1, point.y + 1))
    assert hand.session.selection.symbols == {"2B"}
    assert hand.session.document is before or hand.session.document == before


def test_what_is_under_a_dragged_symbol_keeps_its_items(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    projector = hand.view.stage.scene.projector
    first = projector.item("symbol", "1A")
    moved = projector.item("symbol", "2B")
    hand.drag(hand.symbol("2B"), hand.lane("row2", 2))
    assert projector.item("symbol", "1A") is first
    assert projector.item("symbol", "2B") is moved
    assert moved is not None
    assert moved.selected


def test_rows_are_dragged_by_their_number(show: Show) -> None:
    hand = show(a_document(rows="(A) B A (A)"))
    start = hand.cell("row2", Column.NUMBER)
    last = hand.cell("row4", Column.NUMBER)
    hand.drag(start, Point(last.x, last.y + 4))
    assert row_ids(hand.session.document) == ("row1", "row3", "row4", "row2")
    hand.session.undo()
    assert row_ids(hand.session.document) == ("row1", "row2", "row3", "row4")


def test_several_rows_are_dragged_together(show: Show) -> None:
    hand = show(a_document(rows="(A) B A (A)"))
    hand.click(hand.cell("row3", Column.NUMBER))
    hand.click(hand.cell("row4", Column.NUMBER), Qt.KeyboardModifier.ControlModifier)
    first = hand.cell("row1", Column.NUMBER)
    hand.drag(hand.cell("row4", Column.NUMBER), Point(first.x, first.y - 4))
    assert row_ids(hand.session.document) == ("row3", "row4", "row1", "row2")


def test_a_row_dropped_where_it_was_or_beside_the_table_stays(show: Show) -> None:
    hand = show(a_document(rows="(A) B A (A)"))
    before = hand.session.document
    start, third = hand.cell("row2", Column.NUMBER), hand.cell("row3", Column.NUMBER)
    hand.drag(start, Point(third.x, third.y - 6))
    assert hand.session.document is before
    hand.press(start)
    hand.drag_to(Point(start.x, start.y - 5000))
    assert hand.view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hand.key(Qt.Key.Key_Escape)
    assert hand.session.document is before


def test_undo_by_key_in_the_middle_of_a_drag_calls_it_off(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    hand.drag(hand.symbol("2B"), hand.lane("row2", 2))
    hand.press(hand.symbol("2B"))
    hand.drag_to(hand.lane("row3", 2))
    hand.session.undo()
    undone = hand.session.document
    hand.release(hand.lane("row3", 2))
    assert hand.session.document is undone


def test_a_decision_dropped_on_its_like_is_refused_with_words(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B?|C? (A)", flows="1>2B 2B>3:Ya"))
    before = hand.session.document
    hand.press(hand.symbol("2B"))
    hand.drag_to(hand.lane("row2", 2))
    assert hand.reason
    hand.release(hand.lane("row2", 2))
    assert hand.session.document is before
