"""What may follow a symbol, offered where the pointer rests."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from sopeditor.canvas.context_pad import ContextPad, pad_place
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from tests.builders import a_document, flow_pairs
from tests.gui.canvas.conftest import Hand, Show


def _pad(hand: Hand) -> ContextPad:
    pad = hand.view.findChild(ContextPad)
    assert isinstance(pad, ContextPad)
    return pad


def _rest(hand: Hand, qtbot: QtBot, symbol: str) -> ContextPad:
    pad = _pad(hand)
    hand.hover(hand.symbol(symbol))
    qtbot.waitUntil(pad.isVisible)
    return pad


def _button(pad: ContextPad, kind: SymbolKind) -> QToolButton:
    button = pad.findChild(QToolButton, f"append_{kind.value}")
    assert isinstance(button, QToolButton)
    return button


def _click(pad: ContextPad, kind: SymbolKind) -> None:
    QTest.mouseClick(_button(pad, kind), Qt.MouseButton.LeftButton)


def test_one_click_adds_the_next_step_with_its_flow(show: Show, qtbot: QtBot) -> None:
    hand = show(a_document(lanes="AB", rows="(A) B"))
    _click(_rest(hand, qtbot, "2B"), SymbolKind.PROCESS)
    added = hand.chart.steps[2]
    assert added.symbols[0].actors == ("B",)
    assert flow_pairs(hand.session.document) == {"1A>2B", f"2B>{added.symbols[0].id}"}
    hand.type("Mengirim surat")
    hand.key(Qt.Key.Key_Return)
    assert hand.chart.steps[2].activity == "Mengirim surat"
    hand.session.undo()
    hand.session.undo()
    assert len(hand.chart.steps) == 2


def test_a_step_in_the_middle_is_led_through(show: Show, qtbot: QtBot) -> None:
    hand = show(a_document(lanes="AB", rows="(A) B (A)"))
    _click(_rest(hand, qtbot, "1A"), SymbolKind.PROCESS)
    new = hand.chart.steps[1].symbols[0].id
    assert flow_pairs(hand.session.document) == {f"1A>{new}", f"{new}>2B", "2B>3A"}


def test_a_branch_of_a_decision_asks_for_its_label(show: Show, qtbot: QtBot) -> None:
    hand = show(a_document(lanes="AB", rows="(A) B? (A)", flows="1>2 2>3:Ya"))
    _click(_rest(hand, qtbot, "2B"), SymbolKind.PROCESS)
    new = hand.chart.steps[2].symbols[0].id
    hand.type("Tidak")
    hand.key(Qt.Key.Key_Return)
    assert flow_pairs(hand.session.document) == {"1A>2B", "2B>3A:Ya", f"2B>{new}:Tidak"}


def test_an_end_is_not_offered_where_the_flow_goes_on(show: Show, qtbot: QtBot) -> None:
    hand = show(a_document(lanes="AB", rows="(A) B A"))
    pad = _rest(hand, qtbot, "2B")
    assert not _button(pad, SymbolKind.TERMINATOR).isEnabled()
    assert _button(pad, SymbolKind.TERMINATOR).toolTip()
    before = hand.session.document
    _click(pad, SymbolKind.TERMINATOR)
    assert hand.session.document is before
    hand.hover(hand.cell("row1", Column.OUTPUT))
    assert _button(_rest(hand, qtbot, "3A"), SymbolKind.TERMINATOR).isEnabled()


def test_the_pad_stays_on_the_way_to_it_and_goes_when_the_pointer_leaves(
    show: Show, qtbot: QtBot
) -> None:
    hand = show(a_document())
    pad = _rest(hand, qtbot, "2B")
    between = hand.pixel(hand.symbol("2B")) + pad.geometry().center()
    hand.hover_pixel(QPoint(between.x() // 2, between.y() // 2))
    assert pad.isVisible()
    hand.hover(hand.cell("row3", Column.OUTPUT))
    assert not pad.isVisible()


def test_the_pad_goes_when_something_is_pressed(show: Show, qtbot: QtBot) -> None:
    hand = show(a_document())
    pad = _rest(hand, qtbot, "2B")
    hand.click(hand.symbol("2B"))
    assert not pad.isVisible()


def test_passing_over_a_symbol_shows_no_pad(show: Show) -> None:
    hand = show(a_document())
    hand.hover(hand.symbol("2B"))
    hand.hover(hand.cell("row3", Column.OUTPUT))
    assert not _pad(hand).isVisible()


def test_every_button_has_a_name_for_those_who_do_not_see_it(show: Show) -> None:
    pad = _pad(show(a_document()))
    assert all(_button(pad, kind).accessibleName() for kind in SymbolKind)


@pytest.mark.parametrize("corner", [QPoint(0, 0), QPoint(760, 0), QPoint(0, 580), QPoint(760, 580)])
def test_the_pad_stands_inside_the_view_beside_the_symbol(corner: QPoint) -> None:
    symbol, view, size = QRect(corner, QSize(40, 20)), QRect(0, 0, 800, 600), QSize(80, 26)
    place = QRect(pad_place(symbol, size, view, ()), size)
    assert view.contains(place)
    assert not place.intersects(symbol)


def test_the_pad_hides_no_label_while_there_is_a_free_corner() -> None:
    symbol, view, size = QRect(300, 300, 40, 20), QRect(0, 0, 800, 600), QSize(80, 26)
    first = QRect(pad_place(symbol, size, view, ()), size)
    second = QRect(pad_place(symbol, size, view, (first,)), size)
    assert not second.intersects(first)
