"""The sheet without a mouse."""

import pytest
from PySide6.QtCore import Qt

from sopeditor.canvas.places import Spot, StepPlace, SymbolPlace
from sopeditor.model.step import Column
from sopeditor.session.selection import NOTHING_SELECTED, Selection
from tests.builders import a_document, flow_pairs, row_ids
from tests.gui.canvas.conftest import Show

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_the_first_arrow_enters_the_table(show: Show) -> None:
    hand = show(a_document())
    hand.key(Qt.Key.Key_Down)
    assert hand.view.spot == Spot("row1", Column.ACTIVITY)


def test_arrows_go_through_cells_lanes_and_symbols(show: Show) -> None:
    hand = show(a_document())
    hand.click(hand.cell("row2", Column.ACTIVITY))
    hand.key(Qt.Key.Key_Right)
    assert hand.view.spot == Spot("row2", Column.ACTORS, 0)
    hand.key(Qt.Key.Key_Right)
    assert hand.session.selection == Selection.of_symbols("chart", "2B")
    assert hand.view.spot is None
    hand.key(Qt.Key.Key_Right)
    assert hand.view.spot == Spot("row2", Column.INPUTS)
    hand.key(Qt.Key.Key_Down)
    assert hand.view.spot == Spot("row3", Column.INPUTS)
    hand.key(Qt.Key.Key_Down)
    assert hand.view.spot == Spot("row3", Column.INPUTS)


def test_tab_goes_from_symbol_to_symbol(show: Show) -> None:
    hand = show(a_document())
    hand.click(hand.symbol("1A"))
    hand.key(Qt.Key.Key_Tab)
    assert hand.session.selection.symbols == {"2B"}
    hand.key(Qt.Key.Key_Backtab)
    assert hand.session.selection.symbols == {"1A"}


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_cell_is_edited_by_key(show: Show, key: Qt.Key) -> None:
    hand = show(a_document())
    hand.click(hand.cell("row1", Column.OUTPUT))
    hand.key(key)
    assert hand.editor.toPlainText() == "Bahan 1"
    hand.key(Qt.Key.Key_Escape)
    assert hand.session.selection.steps == {"row1"}


def test_typing_replaces_what_a_cell_says(show: Show) -> None:
    hand = show(a_document())
    hand.click(hand.cell("row1", Column.OUTPUT))
    hand.type("Nota")
    hand.key(Qt.Key.Key_Return)
    assert hand.chart.steps[0].quality.output == "Nota"


def test_enter_on_a_free_lane_cell_puts_a_box_there(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    hand.click(hand.lane("row1", 2))
    hand.key(Qt.Key.Key_Return)
    added = hand.chart.steps[0].symbols[-1]
    assert added.actors == ("C",)
    assert hand.session.selection.symbols == {added.id}


def test_delete_takes_away_the_selected_symbol(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B (C)"))
    hand.click(hand.symbol("2B"))
    hand.key(Qt.Key.Key_Delete)
    assert hand.chart.steps[1].symbols == ()
    assert flow_pairs(hand.session.document) == {"1A>3C"}


def test_delete_on_a_cell_empties_it_and_keeps_the_row(show: Show) -> None:
    hand = show(a_document())
    hand.click(hand.cell("row2", Column.OUTPUT))
    hand.key(Qt.Key.Key_Delete)
    assert hand.chart.steps[1].quality.output == ""
    assert len(hand.chart.steps) == 3


def test_delete_on_a_lane_cell_does_nothing(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    before = hand.session.document
    hand.click(hand.lane("row1", 2))
    hand.key(Qt.Key.Key_Delete)
    assert hand.session.document is before


def test_delete_takes_away_rows_chosen_by_their_number(show: Show) -> None:
    hand = show(a_document())
    hand.click(hand.cell("row2", Column.NUMBER))
    hand.key(Qt.Key.Key_Delete)
    assert row_ids(hand.session.document) == ("row1", "row3")
    assert not hand.session.selection


def test_alt_and_an_arrow_move_the_selected_step(show: Show) -> None:
    hand = show(a_document())
    hand.click(hand.cell("row2", Column.OUTPUT))
    hand.key(Qt.Key.Key_Up, ALT)
    assert row_ids(hand.session.document) == ("row2", "row1", "row3")
    hand.key(Qt.Key.Key_Up, ALT)
    hand.key(Qt.Key.Key_Down, ALT)
    hand.key(Qt.Key.Key_Down, ALT)
    assert row_ids(hand.session.document) == ("row1", "row3", "row2")
    hand.key(Qt.Key.Key_Delete)
    assert hand.chart.steps[2].quality.output == "", "keys still act on the cell that moved"


def test_alt_and_an_arrow_move_several_steps_together(show: Show) -> None:
    hand = show(a_document(rows="(A) B A B (A)"))
    hand.click(hand.cell("row2", Column.NUMBER))
    hand.click(hand.cell("row3", Column.NUMBER), Qt.KeyboardModifier.ShiftModifier)
    hand.key(Qt.Key.Key_Down, ALT)
    assert row_ids(hand.session.document) == ("row1", "row4", "row2", "row3", "row5")
    hand.session.undo()
    assert row_ids(hand.session.document) == ("row1", "row2", "row3", "row4", "row5")


def test_alt_and_an_arrow_move_the_selected_lane(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    found = hand.view.stage.sheet.heading("B")
    assert found is not None
    hand.click(hand.view.stage.sheet.on_sheet(found[0], found[1].rect).centre)
    hand.key(Qt.Key.Key_Right, ALT)
    assert hand.chart.lanes == ("A", "C", "B")
    hand.key(Qt.Key.Key_Left, ALT)
    hand.key(Qt.Key.Key_Left, ALT)
    hand.key(Qt.Key.Key_Left, ALT)
    assert hand.chart.lanes == ("B", "A", "C")


def test_alt_and_an_arrow_move_a_symbol(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    hand.click(hand.symbol("2B"))
    hand.key(Qt.Key.Key_Right, ALT)
    assert hand.chart.symbol_index()["2B"][1].actors == ("C",)
    hand.key(Qt.Key.Key_Right, ALT)
    assert hand.chart.symbol_index()["2B"][1].actors == ("C",)
    hand.key(Qt.Key.Key_Up, ALT)
    assert hand.chart.symbol_index()["2B"][0] == 0


def test_ctrl_and_an_arrow_connect_a_symbol(show: Show) -> None:
    hand = show(a_document(flows=""))
    hand.click(hand.symbol("1A"))
    hand.key(Qt.Key.Key_Down, CTRL)
    assert flow_pairs(hand.session.document) == {"1A>2B"}


def test_keys_keep_what_they_reach_in_view(show: Show) -> None:
    hand = show(a_document(rows="(A) B A B A B A B A B (A)"))
    hand.view.zoom_to(3.0)
    hand.view.go_to(StepPlace("row1", Column.ACTIVITY))
    for _ in range(10):
        hand.key(Qt.Key.Key_Down)
    assert hand.view.spot == Spot("row11", Column.ACTIVITY)
    centre = hand.pixel(hand.cell("row11", Column.ACTIVITY))
    assert hand.view.viewport().rect().contains(centre)


def test_escape_goes_from_the_inside_out(show: Show) -> None:
    hand = show(a_document())
    hand.view.go_to(SymbolPlace("2B"))
    hand.key(Qt.Key.Key_F2)
    hand.key(Qt.Key.Key_Escape)
    assert hand.session.selection.symbols == {"2B"}
    hand.key(Qt.Key.Key_Escape)
    assert hand.session.selection == NOTHING_SELECTED
