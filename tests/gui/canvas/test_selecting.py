"""Clicking, Ctrl and Shift, the rubber band, and the mirror of the session's selection."""

from PySide6.QtCore import Qt

from sopeditor.canvas.places import Spot
from sopeditor.foundation.geometry import Point
from sopeditor.model.flow import Side
from sopeditor.model.step import Column
from sopeditor.session.selection import NOTHING_SELECTED, Selection
from tests.builders import a_document
from tests.gui.canvas.conftest import Show

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_click_on_a_symbol_selects_it_alone(show: Show) -> None:
    hand = show(a_document())
    hand.click(hand.symbol("1A"))
    hand.click(hand.symbol("2B"))
    assert hand.session.selection == Selection.of_symbols("chart", "2B")


def test_ctrl_takes_symbols_in_and_out(show: Show) -> None:
    hand = show(a_document())
    hand.click(hand.symbol("1A"))
    hand.click(hand.symbol("2B"), CTRL)
    assert hand.session.selection.symbols == {"1A", "2B"}
    hand.click(hand.symbol("1A"), CTRL)
    assert hand.session.selection.symbols == {"2B"}


def test_a_row_number_selects_the_row_and_shift_a_range(show: Show) -> None:
    hand = show(a_document(rows="(A) B A B (A)"))
    hand.click(hand.cell("row2", Column.NUMBER))
    assert hand.session.selection == Selection.of_steps("chart", "row2")
    hand.click(hand.cell("row4", Column.NUMBER), SHIFT)
    assert hand.session.selection.steps == {"row2", "row3", "row4"}


def test_a_click_on_a_cell_puts_the_keys_there(show: Show) -> None:
    hand = show(a_document())
    hand.click(hand.cell("row2", Column.OUTPUT))
    assert hand.view.spot == Spot("row2", Column.OUTPUT)
    assert hand.session.selection.steps == {"row2"}


def test_a_click_on_a_line_selects_its_flow(show: Show) -> None:
    hand = show(a_document())
    flow = hand.view.stage.sheet.layout.chart_pages("chart")[0].flows[0]
    page = next(index for index, _ in hand.view.stage.sheet.chart_pages())
    origin = hand.view.stage.sheet.origin(page)
    start, end = flow.points[-2:]
    hand.click(Point((start.x + end.x) / 2 + origin.x, (start.y + end.y) / 2 + origin.y))
    assert hand.session.selection == Selection.of_flows("chart", flow.flow)


def test_a_click_on_bare_paper_and_escape_clear_the_selection(show: Show) -> None:
    hand = show(a_document())
    hand.click(hand.symbol("1A"))
    hand.key(Qt.Key.Key_Escape)
    assert hand.session.selection == NOTHING_SELECTED
    hand.click(hand.symbol("1A"))
    row = hand.cell("row1", Column.NUMBER)
    hand.click(Point(4, row.y))
    assert not hand.session.selection


def test_a_rubber_band_selects_the_symbols_it_touches(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B C (A)"))
    first, third = hand.symbol_rect("1A"), hand.symbol_rect("3C")
    outside = Point(first.left - 3, first.top - 2)
    hand.press(outside)
    hand.drag_to(Point(third.right - 2, third.centre.y))
    assert hand.session.selection.symbols == {"1A", "2B", "3C"}
    hand.release(Point(third.right - 2, third.centre.y))
    assert hand.session.selection.symbols == {"1A", "2B", "3C"}


def test_escape_during_a_rubber_band_brings_back_what_was_selected(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B C (A)"))
    hand.click(hand.lane("row1", 2))
    before = hand.session.selection
    first = hand.symbol_rect("3C")
    hand.press(hand.lane("row1", 2))
    hand.drag_to(first.centre)
    assert hand.session.selection.symbols
    hand.key(Qt.Key.Key_Escape)
    assert hand.session.selection == before


def test_what_others_select_is_pointed_out_on_the_sheet(show: Show) -> None:
    hand = show(a_document())
    hand.session.select(Selection.of_symbols("chart", "2B"))
    projector = hand.view.stage.scene.projector
    item, other = projector.item("symbol", "2B"), projector.item("symbol", "1A")
    assert item is not None
    assert other is not None
    assert item.selected
    assert not other.selected


def test_select_all_takes_the_whole_chart(show: Show) -> None:
    hand = show(a_document())
    hand.key(Qt.Key.Key_A, CTRL)
    assert hand.session.selection.steps == {"row1", "row2", "row3"}
    assert hand.session.selection.symbols == {"1A", "2B", "3A"}
    assert len(hand.session.selection.flows) == 2


def test_a_heading_selects_its_lane(show: Show) -> None:
    hand = show(a_document())
    found = hand.view.stage.sheet.heading("B")
    assert found is not None
    hand.click(hand.view.stage.sheet.on_sheet(found[0], found[1].rect).centre)
    assert hand.session.selection == Selection.of_actors("chart", "B")


def test_the_pointer_tells_what_a_press_would_do(show: Show) -> None:
    hand = show(a_document())
    viewport = hand.view.viewport()
    hand.hover(hand.symbol("2B"))
    assert viewport.cursor().shape() == Qt.CursorShape.SizeAllCursor
    hand.hover(hand.handle("2B", Side.RIGHT))
    assert viewport.cursor().shape() == Qt.CursorShape.CrossCursor
    hand.hover(hand.cell("row1", Column.OUTPUT))
    assert viewport.cursor().shape() == Qt.CursorShape.IBeamCursor
