"""Drawing lines from the handles of a symbol."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from sopeditor.canvas.grips import loose_ends
from sopeditor.canvas.proposals import Proposals
from sopeditor.foundation.geometry import Point
from sopeditor.model.flow import Side
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from sopeditor.session.selection import Selection
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


def _end(hand: Hand, flow: str, *, source: bool) -> Point:
    sheet = hand.view.stage.sheet
    for index, page in sheet.chart_pages():
        for piece, at_source, place in loose_ends(page, frozenset({flow})):
            if at_source is source and piece.flow == flow:
                origin = sheet.origin(index)
                return Point(place.x + origin.x, place.y + origin.y)
    raise AssertionError(f"{flow} has no such end")


def _select_flow(hand: Hand, flow: str) -> None:
    hand.session.select(Selection.of_flows("chart", flow))


def test_an_end_of_a_selected_line_is_tied_to_another_symbol(show: Show) -> None:
    hand = show(a_document(flows="1>2"))
    _select_flow(hand, "1A-2B")
    hand.drag(_end(hand, "1A-2B", source=False), hand.symbol("3A"))
    assert flow_pairs(hand.session.document) == {"1A>3A"}
    hand.drag(_end(hand, "1A-2B", source=True), hand.symbol("2B"))
    assert flow_pairs(hand.session.document) == {"2B>3A"}
    assert hand.session.selection.flows == {"1A-2B"}


def test_an_end_dropped_beside_symbols_stays_tied(show: Show) -> None:
    hand = show(a_document(flows="1>2"))
    before = hand.session.document
    _select_flow(hand, "1A-2B")
    hand.press(_end(hand, "1A-2B", source=False))
    hand.drag_to(hand.lane("row3", 1))
    assert hand.view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hand.release(hand.lane("row3", 1))
    assert hand.session.document is before


def test_an_end_may_not_double_a_line(show: Show) -> None:
    hand = show(a_document(flows="1>2 1>3"))
    before = hand.session.document
    _select_flow(hand, "1A-3A")
    hand.drag(_end(hand, "1A-3A", source=False), hand.symbol("2B"))
    assert hand.session.document is before
