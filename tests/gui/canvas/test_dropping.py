"""Symbols from the palette: dragged in, or chosen and clicked down."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sopeditor.canvas.autoscroll import EDGE
from sopeditor.canvas.carrying import symbol_mime
from sopeditor.foundation.geometry import Point
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from tests.builders import a_document, flow_pairs, row_ids
from tests.gui.canvas.conftest import Hand, Show


def _below(hand: Hand, lane: int) -> Point:
    last = hand.view.stage.sheet.lane_cell(row_ids(hand.session.document)[-1], lane, lane)
    assert last is not None
    return Point(last.centre.x, last.bottom + 12)


def test_a_symbol_dropped_into_a_cell_joins_the_step(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    data = symbol_mime(SymbolKind.DECISION)
    hand.drop_in(data, hand.lane("row2", 2))
    added = hand.chart.steps[1].symbols[-1]
    assert (added.kind, added.actors) == (SymbolKind.DECISION, ("C",))
    assert hand.session.selection.symbols == {added.id}


def test_a_symbol_dropped_below_the_table_makes_a_connected_row(show: Show) -> None:
    hand = show(a_document(rows="(A) B"))
    hand.drop_in(symbol_mime(SymbolKind.PROCESS), _below(hand, 0))
    assert len(hand.chart.steps) == 3
    added = hand.chart.steps[2].symbols[0]
    assert added.actors == ("A",)
    assert f"2B>{added.id}" in flow_pairs(hand.session.document)
    hand.session.undo()
    assert len(hand.chart.steps) == 2


def test_after_the_end_a_dropped_symbol_is_not_connected(show: Show) -> None:
    hand = show(a_document(rows="(A) B (A)"))
    flows = flow_pairs(hand.session.document)
    hand.drop_in(symbol_mime(SymbolKind.PROCESS), _below(hand, 1))
    assert len(hand.chart.steps) == 4
    assert flow_pairs(hand.session.document) == flows


def test_a_drag_over_text_is_not_accepted(show: Show) -> None:
    hand = show(a_document())
    data = symbol_mime(SymbolKind.PROCESS)
    assert not hand.drag_in(data, hand.cell("row1", Column.OUTPUT))
    assert hand.drag_in(data, hand.lane("row1", 1))


def test_a_drag_that_leaves_leaves_nothing_behind(show: Show) -> None:
    hand = show(a_document())
    items = len(hand.view.stage.scene.items())
    hand.drag_in(symbol_mime(SymbolKind.PROCESS), hand.lane("row1", 1))
    assert len(hand.view.stage.scene.items()) > items
    QApplication.sendEvent(hand.view.viewport(), QDragLeaveEvent())
    assert len(hand.view.stage.scene.items()) == items


@pytest.mark.parametrize("payload", [b"", b"segilima", b"\xff\xfe"])
def test_any_other_drag_is_ignored(show: Show, payload: bytes) -> None:
    hand = show(a_document())
    before = hand.session.document
    data = QMimeData()
    data.setText("process")
    data.setData("application/x-sopeditor-symbol", payload)
    hand.drop_in(data, hand.lane("row1", 1))
    assert hand.session.document is before


def test_a_chosen_symbol_is_put_down_by_a_click_and_the_choice_ends(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    told: list[object] = []
    hand.view.tool_symbol_changed.connect(told.append)
    hand.view.set_tool_symbol(SymbolKind.PROCESS)
    hand.hover(hand.lane("row1", 2))
    hand.click(hand.lane("row1", 2))
    assert [symbol.actors for symbol in hand.chart.steps[0].symbols] == [("A",), ("C",)]
    assert told == [SymbolKind.PROCESS, None]
    hand.click(hand.lane("row2", 2))
    assert len(hand.chart.steps[1].symbols) == 1


def test_escape_puts_a_chosen_symbol_away(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    hand.view.set_tool_symbol(SymbolKind.PROCESS)
    hand.key(Qt.Key.Key_Escape)
    hand.click(hand.lane("row1", 2))
    assert len(hand.chart.steps[0].symbols) == 1


def test_a_double_click_on_a_free_cell_puts_a_box_there(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    hand.double_click(hand.lane("row1", 2))
    assert hand.chart.steps[0].symbols[-1].actors == ("C",)
    assert hand.chart.steps[0].symbols[-1].kind is SymbolKind.PROCESS


def test_a_symbol_held_near_the_edge_moves_the_sheet_along(show: Show) -> None:
    hand = show(a_document(rows=" ".join(["(A)", *["B", "A"] * 20, "(B)"])))
    hand.view.verticalScrollBar().setValue(0)
    low = hand.view.mapToScene(QPoint(400, hand.view.viewport().height() - EDGE // 2))
    hand.drag_in(symbol_mime(SymbolKind.PROCESS), Point(low.x(), low.y()))
    QTest.qWait(200)
    scrolled = hand.view.verticalScrollBar().value()
    assert scrolled > 0
    QApplication.sendEvent(hand.view.viewport(), QDragLeaveEvent())
    QTest.qWait(100)
    assert hand.view.verticalScrollBar().value() == scrolled
