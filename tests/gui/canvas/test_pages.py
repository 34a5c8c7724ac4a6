"""The pages on the sheet: apart or endless, and when they are laid out anew."""

from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sopeditor.canvas.hit import LaneHit, SymbolHit, cell_at
from sopeditor.canvas.pages import Pages
from sopeditor.canvas.sheet import GAP
from sopeditor.editing.flows import Connect, SetFlowLabel
from sopeditor.editing.steps import SetStepText
from sopeditor.editing.symbols import MoveSymbol
from sopeditor.foundation.geometry import Point
from sopeditor.layout.engine import lay_out
from sopeditor.layout.memory import LayoutMemory
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.step import Column
from tests.builders import a_document
from tests.gui.canvas.conftest import Hand, Show
from tests.unit.layout.support import PROFILE, HalfEm

LONG = " ".join(["(A)", *["B", "C"] * 12, "(A)"])
MANY_LINES = "\n".join(f"baris {number}" for number in range(20))


def _height(hand: Hand, step: str) -> float:
    found = hand.view.stage.sheet.row_of(step)
    assert found is not None
    return found[2].rect.height


def _layouts(hand: Hand) -> list[DocumentLayout]:
    made: list[DocumentLayout] = []
    hand.view.stage.laid_out.connect(made.append)
    return made


def test_keys_typed_in_a_panel_share_one_layout(show: Show, qtbot: QtBot) -> None:
    hand = show(a_document())
    made = _layouts(hand)
    for count in range(1, 8):
        hand.session.execute(
            SetStepText(step="row1", column=Column.OUTPUT, text=MANY_LINES[: 20 * count])
        )
    assert made == []
    qtbot.waitUntil(lambda: len(made) == 1)
    assert not hand.view.stage.pages.waiting


def test_painting_what_lies_over_the_sheet_does_not_end_the_pause(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows=LONG))
    hand.view.zoom_to(2.0)
    hand.view.minimap.show_map(shown=True)
    hand.view.centerOn(hand.symbol("6B").x, hand.symbol("6B").y)
    assert hand.view.panes.shown
    made = _layouts(hand)
    hand.session.execute(SetStepText(step="row1", column=Column.OUTPUT, text="Nota"))
    hand.view.grab()
    assert made == []
    assert hand.view.stage.pages.waiting


def test_whoever_asks_for_the_sheet_gets_what_was_typed(show: Show) -> None:
    hand = show(a_document())
    before = _height(hand, "row1")
    hand.session.execute(SetStepText(step="row1", column=Column.OUTPUT, text=MANY_LINES))
    assert _height(hand, "row1") > before


def test_other_changes_are_laid_out_at_once(show: Show) -> None:
    hand = show(a_document(flows=""))
    made = _layouts(hand)
    flow = Flow(id="new", source="1A", target="2B")
    hand.session.execute(Connect(chart="chart", flow=flow))
    assert len(made) == 1


def test_the_row_grows_while_one_types_and_shrinks_when_one_gives_up(
    show: Show, qtbot: QtBot
) -> None:
    hand = show(a_document())
    before, document = _height(hand, "row2"), hand.session.document
    hand.double_click(hand.cell("row2", Column.ACTIVITY))
    for letter in "kata " * 30:
        hand.type(letter)
    qtbot.waitUntil(lambda: not hand.view.stage.pages.waiting)
    assert _height(hand, "row2") > before
    assert hand.session.document is document
    hand.key(Qt.Key.Key_Escape)
    assert _height(hand, "row2") == before
    assert hand.session.document is document


def test_endless_pages_lie_without_a_gap(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows=LONG))
    apart = hand.view.stage.sheet
    hand.view.show_endless(endless=True)
    sheet = hand.view.stage.sheet
    pages = [index for index, _ in sheet.chart_pages()]
    assert len(pages) >= 2
    for above, below in pairwise(pages):
        assert sheet.paper_rect(below).top == pytest.approx(sheet.paper_rect(above).bottom)
    assert sheet.bounds.height < apart.bounds.height
    cover, first = sheet.paper_rect(0), sheet.paper_rect(1)
    assert first.top - cover.bottom == pytest.approx(GAP)


def test_endless_everything_is_found_where_it_shows(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows=LONG))
    hand.view.show_endless(endless=True)
    sheet = hand.view.stage.sheet
    for step in hand.chart.steps:
        symbol = step.symbols[0].id
        hit = hand.view.stage.hit(hand.symbol(symbol))
        assert isinstance(hit, SymbolHit)
        assert hit.symbol.symbol == symbol
        cell = cell_at(sheet, hand.symbol(symbol))
        assert isinstance(cell, LaneHit)
        assert cell.row.step == step.id


def test_only_the_first_page_of_an_endless_chart_repeats_no_heading(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows=LONG))
    projector = hand.view.stage.scene.projector
    assert projector.item("header", "2") is not None
    hand.view.show_endless(endless=True)
    assert projector.item("header", "1") is not None
    assert projector.item("header", "2") is None


def test_a_double_click_works_on_the_endless_sheet(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows=LONG))
    hand.view.show_endless(endless=True)
    last = hand.chart.steps[-1].id
    hand.bring(hand.cell(last, Column.ACTIVITY))
    hand.double_click(hand.cell(last, Column.ACTIVITY))
    hand.type("Selesai")
    hand.key(Qt.Key.Key_Return)
    assert hand.chart.steps[-1].activity == "Selesai"


def test_free_paper_of_no_page_belongs_to_none(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows=LONG))
    assert hand.view.stage.sheet.page_at(Point(-5, -5)) is None


def test_lines_stay_where_they_are_seen_not_where_they_were_tried() -> None:
    first = a_document(lanes="ABC", rows=LONG)
    arrow = Flow(id="back", source="6B", target="2B")
    second = Connect(chart="chart", flow=arrow).apply(first)
    tried = MoveSymbol(symbol="6B", step="row6", actors=("C",)).apply(second)
    third = SetFlowLabel(flow="back", label="Tidak").apply(second)
    shown: list[DocumentLayout] = []
    trials: tuple[Document, ...]
    for trials in ((), (tried,)):
        memory = LayoutMemory()
        pages = Pages(first, partial(lay_out, profile=PROFILE, measurer=HalfEm(), memory=memory))
        pages.show(second)
        seen = pages.sheet.layout
        for document in trials:
            assert pages.try_out(document) != seen
            assert pages.sheet.layout is seen
        pages.show(third)
        shown.append(pages.sheet.layout)
        pages.close()
    assert shown[0] == shown[1]
