"""Dragging the borders between headings: preview, drop, calling off, fitting, frozen headings."""

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sopeditor.canvas.border_guide import BorderGuide
from sopeditor.canvas.frozen import FrozenPanes
from sopeditor.canvas.hit import ColumnBorderHit
from sopeditor.editing.widths import SetColumnWidths
from sopeditor.foundation.geometry import Point
from sopeditor.layout.placement import ChartPage
from sopeditor.model.step import Column
from sopeditor.model.widths import AUTOMATIC_WIDTHS
from tests.builders import a_document
from tests.gui.canvas.conftest import Hand, Show


def _page(hand: Hand) -> tuple[int, ChartPage]:
    return next(iter(hand.view.stage.sheet.chart_pages()))


def _width(hand: Hand, column: Column) -> float:
    return next(c.width for c in _page(hand)[1].columns if c.column is column)


def _border(hand: Hand, column: Column, lane: int | None = None) -> Point:
    """Answer a point of the right border of a column, in the lower line of its heading."""
    index, page = _page(hand)
    found = next(c for c in page.columns if c.column is column and c.lane == lane)
    origin = hand.view.stage.sheet.origin(index)
    return Point(origin.x + found.right, origin.y + page.body.top - 4)


def _beside(point: Point, away: float) -> Point:
    return Point(point.x + away, point.y)


def _guide(hand: Hand) -> QPoint | None:
    guide = hand.view.findChild(BorderGuide)
    assert isinstance(guide, BorderGuide)
    return guide.place


def test_a_border_shows_by_the_cursor_that_it_can_be_dragged(show: Show) -> None:
    hand = show(a_document())
    hand.hover(_border(hand, Column.ACTIVITY))
    assert hand.cursor is Qt.CursorShape.SplitHCursor
    hand.hover(_beside(_border(hand, Column.ACTIVITY), -20))
    assert hand.cursor is not Qt.CursorShape.SplitHCursor


def test_the_edges_of_the_table_are_no_borders(show: Show) -> None:
    hand = show(a_document())
    last = _page(hand)[1].columns[-1]
    assert not isinstance(hand.view.stage.hit(_border(hand, last.column)), ColumnBorderHit)


def test_dragging_a_border_sets_the_column_at_its_left(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    before, border = _width(hand, Column.ACTIVITY), _border(hand, Column.ACTIVITY)
    hand.drag(border, _beside(border, 30))
    assert _width(hand, Column.ACTIVITY) == before + 30
    assert hand.chart.widths.by_hand == ((Column.ACTIVITY, before + 30),)
    assert hand.session.change_names[-1].key == "editing.name.column_width"
    hand.session.undo()
    assert hand.chart.widths is AUTOMATIC_WIDTHS
    assert _width(hand, Column.ACTIVITY) == before


def test_between_two_texts_the_border_stays_where_it_was_dropped(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    border = _border(hand, Column.OUTPUT)
    remarks, edges = _width(hand, Column.REMARKS), _border(hand, Column.ACTORS, 2)
    hand.drag(border, _beside(border, -12))
    assert _border(hand, Column.OUTPUT).x == border.x - 12
    assert _width(hand, Column.REMARKS) == remarks + 12
    assert _border(hand, Column.ACTORS, 2).x == edges.x


def test_any_border_of_the_lanes_sets_them_all(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    before, border = _width(hand, Column.ACTORS), _border(hand, Column.ACTORS, 1)
    hand.drag(border, _beside(border, -24))
    lanes = {c.width for c in _page(hand)[1].columns if c.lane is not None}
    assert lanes == {before - 12}
    assert hand.chart.widths.get(Column.ACTORS) == before - 12


def test_while_dragging_a_line_and_the_widths_are_shown_and_nothing_changes(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    before, border = hand.session.document, _border(hand, Column.ACTIVITY)
    mm = round((_width(hand, Column.ACTIVITY) + 30) * 25.4 / 72)
    hand.press(border)
    hand.drag_to(_beside(border, 30))
    assert hand.reason == f"Kegiatan: {mm} mm"
    place = _guide(hand)
    assert place is not None
    assert abs(place.x() - hand.pixel(_beside(border, 30)).x()) <= 1
    assert hand.session.document is before
    hand.release(_beside(border, 30))
    assert hand.session.document is not before
    assert _guide(hand) is None
    assert hand.reason == ""


def test_what_is_shown_is_what_the_drop_does_even_where_the_paper_ends(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    border = _border(hand, Column.ACTIVITY)
    hand.press(border)
    hand.drag_to(_beside(border, 600))
    place, told = _guide(hand), hand.reason
    assert place is not None
    hand.release(_beside(border, 600))
    shown = _border(hand, Column.ACTIVITY)
    assert abs(hand.pixel(shown).x() - place.x()) <= 1
    assert told == f"Kegiatan: {round(_width(hand, Column.ACTIVITY) * 25.4 / 72)} mm"
    assert all(c.width >= 27 for c in _page(hand)[1].columns if c.column is not Column.NUMBER)


@pytest.mark.parametrize("away", [-400.0, -21.0, 21.0, 400.0])
@pytest.mark.parametrize(
    ("column", "lane"),
    [
        (Column.NUMBER, None),
        (Column.ACTIVITY, None),
        (Column.ACTORS, 0),
        (Column.ACTORS, 2),
        (Column.INPUTS, None),
        (Column.OUTPUT, None),
    ],
)
def test_the_width_that_is_told_is_the_width_that_comes(
    show: Show, column: Column, lane: int | None, away: float
) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B? C (A)"))
    border = _border(hand, column, lane)
    hand.press(border)
    hand.drag_to(_beside(border, away))
    told = hand.reason
    hand.release(_beside(border, away))
    millimetres = round(_width(hand, column) * 25.4 / 72)
    assert re.search(rf"\b{millimetres} mm", told), (told, millimetres)
    for placed in _page(hand)[1].columns:
        assert placed.width >= placed.least


def test_escape_calls_the_drag_off(show: Show) -> None:
    hand = show(a_document())
    before, border = hand.session.document, _border(hand, Column.ACTIVITY)
    hand.press(border)
    hand.drag_to(_beside(border, 30))
    hand.key(Qt.Key.Key_Escape)
    assert _guide(hand) is None
    hand.release(_beside(border, 30))
    assert hand.session.document is before


def test_a_double_click_on_a_border_fits_the_columns_beside_it(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    before, border = hand.session.document, _border(hand, Column.OUTPUT)
    hand.drag(border, _beside(border, -12))
    assert {column for column, _ in hand.chart.widths.by_hand} == {Column.OUTPUT, Column.REMARKS}
    hand.double_click(_border(hand, Column.OUTPUT))
    assert hand.session.document == before
    assert hand.session.change_names[-1].key == "editing.name.fit_column"


def _send(panes: FrozenPanes, kind: QEvent.Type, pixel: QPoint, held: Qt.MouseButton) -> None:
    left = Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else left
    place, key = QPointF(pixel), Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, place, QPointF(panes.mapToGlobal(pixel)), button, held, key)
    QApplication.sendEvent(panes, event)


def test_a_border_of_a_frozen_heading_is_dragged_alike(show: Show) -> None:
    rows = " ".join("A" for _ in range(30))
    hand = show(a_document(lanes="ABC", rows=rows))
    hand.view.resize(700, 420)
    hand.view.zoom_to(1.5)
    border, before = _border(hand, Column.NUMBER), _width(hand, Column.NUMBER)
    bars = hand.view.horizontalScrollBar(), hand.view.verticalScrollBar()
    hand.view.centerOn(border.x, border.y + 200)
    bars[0].setValue(hand.pixel(border).x() + bars[0].value() + 10)
    panes = hand.view.panes
    corner = panes.shown[-1]
    assert corner.away.x > 0
    assert corner.away.y > 0
    start = panes.pixel_of(corner, border)
    end = panes.pixel_of(corner, _beside(border, 12))
    QTest.mouseMove(panes, start)
    _send(panes, QEvent.Type.MouseMove, start, Qt.MouseButton.NoButton)
    assert panes.cursor().shape() is Qt.CursorShape.SplitHCursor
    _send(panes, QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton)
    _send(panes, QEvent.Type.MouseMove, end + QPoint(15, 0), Qt.MouseButton.LeftButton)
    _send(panes, QEvent.Type.MouseMove, end, Qt.MouseButton.LeftButton)
    place = _guide(hand)
    assert place is not None
    assert abs(place.x() - end.x()) <= 1
    _send(panes, QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton)
    assert _width(hand, Column.NUMBER) == before + 12


def test_the_column_at_hand_is_that_of_the_menu_else_of_the_cell(show: Show) -> None:
    hand = show(a_document(lanes="ABC"))
    widths = ((Column.ACTIVITY, 150.0), (Column.OUTPUT, 90.0))
    hand.session.execute(SetColumnWidths(chart="chart", widths=widths))
    columns = hand.view.columns
    columns.point(_beside(_border(hand, Column.ACTIVITY), -20))
    assert columns.on_heading
    columns.fit()
    assert hand.chart.widths.by_hand == ((Column.OUTPUT, 90.0),)
    columns.forget()
    assert not columns.on_heading
    hand.click(hand.cell("row1", Column.OUTPUT))
    columns.fit()
    assert not hand.chart.widths


def test_a_frozen_heading_has_the_menu_of_what_it_shows(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows=" ".join("A" for _ in range(30))))
    hand.view.resize(900, 420)
    found = hand.view.stage.sheet.heading("B")
    assert found is not None
    place = hand.view.stage.sheet.on_sheet(found[0], found[1].rect).centre
    hand.view.centerOn(place.x, place.y + 300)
    panes, asked = hand.view.panes, list[QPoint]()
    hand.view.context_requested.connect(asked.append)
    pixel = panes.pixel_of(panes.shown[-1], place)
    mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(panes, QContextMenuEvent(mouse, pixel, panes.mapToGlobal(pixel)))
    assert asked == [panes.mapToGlobal(pixel)]
    assert hand.session.selection.actors == {"B"}
    assert hand.view.columns.column is Column.ACTORS
