"""While something is dragged, the sheet shows what letting go would do."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sopeditor.canvas import foresight
from sopeditor.canvas.carrying import symbol_mime
from sopeditor.canvas.pages import Pages
from sopeditor.canvas.sheet import Sheet
from sopeditor.editing.symbols import MoveSymbol
from sopeditor.foundation.geometry import Point, Polyline, Rect
from sopeditor.layout.engine import lay_out
from sopeditor.layout.memory import LayoutMemory
from sopeditor.layout.placement import CellRole, ChartPage, DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.flow import Side
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from sopeditor.session.selection import Selection
from tests.builders import a_document
from tests.gui.canvas.conftest import Hand, Show
from tests.unit.layout.support import PROFILE, HalfEm


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every layout be quick enough, on any machine."""
    monkeypatch.setattr(foresight, "QUICK_MS", float("inf"))


def _a_document() -> Document:
    return a_document(
        lanes="ABC",
        rows="(A) B A? C (A)",
        flows="1>2 2>3 3>4:Ya 3>2:Tidak 4>5",
    )


def _lines(hand: Hand) -> dict[str, Polyline]:
    """Answer the lines that the scene shows, by the key of their items."""
    projector = hand.view.stage.scene.projector
    lines = {}
    for flow in hand.chart.flows:
        item = projector.item("flow", flow.id, "1") or projector.item("flow", flow.id, "0")
        if item is not None:
            lines[flow.id] = item.placement.points
    return lines


def _laid(layout: DocumentLayout) -> dict[str, Polyline]:
    pages = [page for page in layout.pages if isinstance(page, ChartPage)]
    return {flow.flow: flow.points for page in pages for flow in page.flows if flow.flow}


def _shown(hand: Hand) -> Sheet | None:
    outlook = hand.view.stage.foresight.shown
    return outlook.sheet if outlook else None


def test_a_dragged_symbol_shows_the_lines_of_the_drop(show: Show) -> None:
    hand = show(_a_document())
    before = _lines(hand)
    hand.press(hand.symbol("2B"))
    hand.drag_to(hand.lane("row2", 2))
    foreseen = _lines(hand)
    assert foreseen != before
    hand.release(hand.lane("row2", 2))
    assert _lines(hand) == foreseen == _laid(hand.view.layout_shown)
    assert _shown(hand) is None


def test_escape_brings_the_sheet_back(show: Show) -> None:
    hand = show(_a_document())
    before, items = _lines(hand), len(hand.view.stage.scene.items())
    hand.press(hand.symbol("2B"))
    hand.drag_to(hand.lane("row2", 2))
    assert _lines(hand) != before
    hand.key(Qt.Key.Key_Escape)
    assert _lines(hand) == before
    assert _shown(hand) is None
    hand.release(hand.lane("row2", 2))
    hand.view.stage.select(Selection())
    hand.view.stage.hover(None)
    assert len(hand.view.stage.scene.items()) == items


def test_back_where_it_was_nothing_is_foreseen(show: Show) -> None:
    hand = show(_a_document())
    before = _lines(hand)
    hand.press(hand.symbol("2B"))
    hand.drag_to(hand.lane("row2", 2))
    hand.drag_to(hand.lane("row2", 1))
    assert _lines(hand) == before
    hand.release(hand.lane("row2", 1))


def test_a_refused_place_shows_the_sheet_as_it_is_and_says_why(show: Show) -> None:
    hand = show(_a_document())
    before = _lines(hand)
    hand.press(hand.symbol("2B"))
    hand.drag_to(hand.lane("row2", 2))
    hand.drag_to(hand.cell("row2", Column.REMARKS))
    assert _lines(hand) == before
    assert hand.reason
    hand.release(hand.cell("row2", Column.REMARKS))


def test_a_symbol_between_two_rows_shows_the_row_that_opens(show: Show) -> None:
    hand = show(_a_document())
    data = symbol_mime(SymbolKind.PROCESS)
    place = hand.view.stage.sheet.lane_cell("row3", 1, 1)
    assert place is not None
    gap = Point(place.centre.x, place.top + 1)
    assert hand.drag_in(data, gap)
    foreseen = _shown(hand)
    assert foreseen is not None
    rows = [row.step for _, page in foreseen.chart_pages() for row in page.rows if row.step]
    assert len(rows) == 6
    assert rows[:2] + rows[3:] == ["row1", "row2", "row3", "row4", "row5"]
    hand.drop_in(data, gap)
    placed = [row for _, page in hand.view.stage.sheet.chart_pages() for row in page.rows]
    assert [row.rect for row in placed if row.step] == [
        row.rect for _, page in foreseen.chart_pages() for row in page.rows if row.step
    ]


def test_a_dragged_row_shows_its_new_place(show: Show) -> None:
    hand = show(_a_document())
    target = hand.cell("row4", Column.NUMBER)
    below = Point(target.x, target.y + 4)
    hand.press(hand.cell("row2", Column.NUMBER))
    hand.drag_to(below)
    foreseen = _shown(hand)
    assert foreseen is not None
    rows = [row.step for _, page in foreseen.chart_pages() for row in page.rows if row.step]
    assert rows == ["row1", "row3", "row4", "row2", "row5"]
    hand.release(below)
    assert [step.id for step in hand.chart.steps] == rows


def test_a_line_being_drawn_shows_how_it_would_run(show: Show) -> None:
    hand = show(_a_document())
    hand.view.stage.select(Selection(chart=hand.chart.id, symbols=frozenset({"2B"})))
    hand.press(hand.handle("2B", Side.RIGHT))
    hand.drag_to(hand.symbol("4C"))
    outlook = hand.view.stage.foresight.shown
    assert outlook is not None
    before = {flow.id for flow in hand.chart.flows}
    drawn = {flow.id for flow in outlook.document.charts[0].flows} - before
    assert len(drawn) == 1
    assert drawn <= outlook.ids
    hand.release(hand.symbol("4C"))
    assert {flow.id for flow in hand.chart.flows} - before == drawn


def test_a_dragged_end_and_a_dragged_lane_are_foreseen(show: Show) -> None:
    hand = show(_a_document())
    heading = hand.view.stage.sheet.heading(hand.chart.lanes[0])
    assert heading is not None
    start = hand.view.stage.sheet.on_sheet(heading[0], heading[1].rect).centre
    hand.press(start)
    hand.drag_to(Point(hand.lane("row1", 2).x + 8, start.y))
    outlook = hand.view.stage.foresight.shown
    assert outlook is not None
    assert outlook.shifted
    assert outlook.document.charts[0].lanes[-1] == hand.chart.lanes[0]
    hand.key(Qt.Key.Key_Escape)
    flow = next(flow for flow in hand.chart.flows if flow.target == "5A")
    hand.view.stage.select(Selection(chart=hand.chart.id, flows=frozenset({flow.id})))
    page = next(p for p in hand.view.stage.sheet.layout.pages if isinstance(p, ChartPage))
    index = hand.view.stage.sheet.layout.pages.index(page)
    origin = hand.view.stage.sheet.origin(index)
    end = next(placed for placed in page.flows if placed.flow == flow.id).points[-1]
    hand.press(Point(end.x + origin.x, end.y + origin.y))
    hand.drag_to(hand.symbol("2B"))
    outlook = hand.view.stage.foresight.shown
    assert outlook is not None
    assert flow.id in outlook.ids
    hand.release(hand.symbol("2B"))
    assert hand.chart.flow(flow.id).target == "2B"


def test_slow_layouts_wait_until_the_pointer_rests(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = show(_a_document())
    monkeypatch.setattr(foresight, "QUICK_MS", -1.0)
    monkeypatch.setattr(foresight, "BEARABLE_MS", float("inf"))
    before = _lines(hand)
    hand.press(hand.symbol("2B"))
    hand.drag_to(hand.lane("row2", 2))
    assert _lines(hand) == before
    hand.view.stage.foresight.work_out()
    assert _lines(hand) != before
    hand.key(Qt.Key.Key_Escape)
    assert _lines(hand) == before
    QApplication.processEvents()
    assert _shown(hand) is None


def test_an_edit_from_elsewhere_ends_what_was_foreseen(show: Show) -> None:
    hand = show(_a_document())
    hand.press(hand.symbol("2B"))
    hand.drag_to(hand.lane("row2", 2))
    hand.session.execute(MoveSymbol(symbol="4C", step="row4", actors=(hand.chart.lanes[1],)))
    assert _shown(hand) is None
    assert _lines(hand) == _laid(hand.view.layout_shown)


def test_trying_out_leaves_no_trace_in_the_memory() -> None:
    """After any tries, the same edit gives the same lines as without them."""
    first, measurer = _a_document(), HalfEm()
    lanes = first.charts[0].lanes

    def moved(symbol: str, step: str, lane: int) -> Document:
        return MoveSymbol(symbol=symbol, step=step, actors=(lanes[lane],)).apply(first)

    tries = [moved("2B", "row2", 2), moved("2B", "row2", 0), moved("4C", "row4", 0)]
    layouts = []
    for tried in ((), tries, tries[::-1]):
        memory = LayoutMemory()
        lay = partial(lay_out, profile=PROFILE, measurer=measurer, memory=memory)

        def aside(
            document: Document,
            lay: partial[DocumentLayout] = lay,
            memory: LayoutMemory = memory,
        ) -> DocumentLayout:
            with memory.aside():
                return lay(document)

        pages = Pages(first, lay, aside)
        foreseen = [pages.try_out(document) for document in tried]
        pages.show(tries[0])
        layouts.append(pages.sheet.layout)
        if tried:
            assert foreseen[[*tried].index(tries[0])] == pages.sheet.layout
    assert layouts[0] == layouts[1] == layouts[2]


def test_frozen_columns_show_the_row_that_would_open(show: Show) -> None:
    hand = show(_a_document())
    hand.view.zoom_to(3.0)
    hand.bring(hand.lane("row3", 2))
    before = _frozen_numbers(hand)
    assert len(before) == 5
    cell = hand.view.stage.sheet.lane_cell("row3", 2, 2)
    assert cell is not None
    assert hand.drag_in(symbol_mime(SymbolKind.PROCESS), Point(cell.centre.x, cell.top + 1))
    assert len(_frozen_numbers(hand)) == 6
    hand.view.stage.foresight.forget()
    assert _frozen_numbers(hand) == before


def _frozen_numbers(hand: Hand) -> list[Rect]:
    """Answer the cells of the column No that stand frozen at the left."""
    return [
        cell.rect
        for pane in hand.view.panes.shown
        if pane.away.y == 0
        for cell in pane.cells
        if cell.field == Column.NUMBER and cell.role is CellRole.BODY
    ]
