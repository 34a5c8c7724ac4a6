"""Drawing lines from the handles of a symbol."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from sopeditor.canvas.proposals import Proposals
from sopeditor.model.flow import Side
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from tests.builders import a_document, flow_pairs
from tests.gui.canvas.conftest import Hand, Show


def _connect(hand: Hand, source: str, side: Side, target: str) -> None:
    hand.hover(hand.symbol(source))
    hand.drag(hand.handle(source, side), hand.symbol(target))


def test_a_line_drawn_to_a_symbol_connects_them(show: Show) -> None:
    hand = show(a_document(flows=""))
    _connect(hand, "1A", Side.RIGHT, "2B")
    assert flow_pairs(hand.session.document) == {"1A>2B"}
    assert hand.view.editing.editor is None


def test_a_branch_of_a_decision_asks_for_its_label(show: Show) -> None:
    hand = show(a_document(rows="(A) B? (A)", flows="1>2"))
    _connect(hand, "2B", Side.BOTTOM, "3A")
    assert "2B>3A" in flow_pairs(hand.session.document)
    assert hand.editor.toPlainText() == ""
    hand.type("Setuju")
    hand.key(Qt.Key.Key_Return)
    assert "2B>3A:Setuju" in flow_pairs(hand.session.document)


def test_a_proposed_label_is_taken_by_a_click(show: Show) -> None:
    hand = show(a_document(rows="(A) B? (A)", flows="1>2"))
    _connect(hand, "2B", Side.BOTTOM, "3A")
    proposals = hand.view.viewport().findChild(Proposals)
    assert isinstance(proposals, Proposals)
    button = next(b for b in proposals.findChildren(QPushButton) if b.text() == "Tidak")
    button.click()
    assert "2B>3A:Tidak" in flow_pairs(hand.session.document)
    assert hand.view.editing.editor is None


def test_a_proposed_label_is_taken_by_keys(show: Show) -> None:
    hand = show(a_document(rows="(A) B? (A)", flows="1>2"))
    _connect(hand, "2B", Side.BOTTOM, "3A")
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Return)
    assert "2B>3A:Tidak" in flow_pairs(hand.session.document)


def test_a_line_that_is_there_already_is_refused(show: Show) -> None:
    hand = show(a_document())
    before = hand.session.document
    _connect(hand, "1A", Side.RIGHT, "2B")
    assert hand.session.document is before


def test_a_line_drawn_to_a_free_cell_puts_a_connected_box_there(show: Show) -> None:
    hand = show(a_document(lanes="ABC", flows=""))
    hand.hover(hand.symbol("2B"))
    hand.drag(hand.handle("2B", Side.RIGHT), hand.lane("row3", 2))
    added = hand.chart.steps[2].symbols[-1]
    assert added.kind is SymbolKind.PROCESS
    assert added.actors == ("C",)
    assert flow_pairs(hand.session.document) == {f"2B>{added.id}"}


def test_a_line_drawn_to_a_text_draws_nothing(show: Show) -> None:
    hand = show(a_document(flows=""))
    before = hand.session.document
    hand.hover(hand.symbol("2B"))
    hand.drag(hand.handle("2B", Side.RIGHT), hand.cell("row2", Column.OUTPUT))
    assert hand.session.document is before


def test_a_selected_symbol_shows_handles_without_hovering(show: Show) -> None:
    hand = show(a_document(flows=""))
    hand.click(hand.symbol("1A"))
    hand.hover(hand.cell("row3", Column.OUTPUT))
    hand.drag(hand.handle("1A", Side.BOTTOM), hand.symbol("3A"))
    assert flow_pairs(hand.session.document) == {"1A>3A"}
