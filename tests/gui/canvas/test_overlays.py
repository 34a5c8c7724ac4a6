"""What lies over the sheet: panes that keep headings in sight, and the map of the document."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from sopeditor.canvas.frozen import Pane
from sopeditor.foundation.geometry import Point
from sopeditor.model.step import Column
from tests.builders import a_document
from tests.gui.canvas.conftest import Hand, Show

LONG = " ".join(["(A)", *["B", "C"] * 12, "(A)"])
LEFT = Qt.MouseButton.LeftButton


def _long(show: Show, zoom: float = 2.0) -> Hand:
    hand = show(a_document(lanes="ABC", rows=LONG))
    hand.view.zoom_to(zoom)
    return hand


def _scroll_to(hand: Hand, x: float, y: float) -> None:
    """Bring a place of the sheet to the upper left corner of the view."""
    corner = hand.view.mapFromScene(QPointF(x, y))
    across, along = hand.view.horizontalScrollBar(), hand.view.verticalScrollBar()
    across.setValue(across.value() + corner.x())
    along.setValue(along.value() + corner.y())


def _into_rows(hand: Hand, step: str = "row5") -> None:
    found = hand.view.stage.sheet.row_of(step)
    assert found is not None
    rect = hand.view.stage.sheet.on_sheet(found[0], found[2].rect)
    _scroll_to(hand, 0, rect.top)


def _pane(hand: Hand, *, level: bool) -> Pane:
    found = [p for p in hand.view.panes.shown if (p.away.x == 0) is level]
    assert found, "no such pane"
    return found[0]


def test_nothing_is_frozen_while_the_heading_is_in_sight(show: Show) -> None:
    hand = _long(show, zoom=1.0)
    hand.view.verticalScrollBar().setValue(0)
    assert hand.view.panes.shown == ()


def test_the_heading_stays_in_sight_while_scrolling_down_a_page(show: Show) -> None:
    hand = _long(show)
    _into_rows(hand)
    pane = _pane(hand, level=True)
    assert pane.box.top <= hand.view.mapToScene(0, 0).y() + 1
    found = hand.view.stage.sheet.heading("B")
    assert found is not None
    assert found[1] in pane.cells


def test_the_frozen_heading_goes_with_the_last_row_of_its_page(show: Show) -> None:
    hand = _long(show)
    index, page = next(iter(hand.view.stage.sheet.chart_pages()))
    origin = hand.view.stage.sheet.origin(index)
    _scroll_to(hand, 0, origin.y + page.body.bottom - 10)
    pane = _pane(hand, level=True)
    assert pane.box.bottom <= origin.y + page.body.bottom + 0.01


def test_no_and_kegiatan_stay_in_sight_while_scrolling_across(show: Show) -> None:
    hand = _long(show)
    _into_rows(hand)
    columns = hand.view.stage.sheet.layout.chart_pages("chart")[0].columns
    column = next(column for column in columns if column.lane == 1)
    found = hand.view.stage.sheet.row_of("row5")
    assert found is not None
    top = hand.view.stage.sheet.on_sheet(found[0], found[2].rect).top
    _scroll_to(hand, column.left, top)
    pane = _pane(hand, level=False)
    fields = {cell.field for cell in pane.cells}
    assert fields == {Column.NUMBER, Column.ACTIVITY}
    assert abs(pane.box.left - hand.view.mapToScene(0, 0).x()) < 1


def test_where_both_columns_would_fill_the_view_only_no_stays(show: Show) -> None:
    hand = _long(show, zoom=4.0)
    _into_rows(hand)
    columns = hand.view.stage.sheet.layout.chart_pages("chart")[0].columns
    top = hand.view.mapToScene(0, 0).y()
    _scroll_to(hand, next(c.left for c in columns if c.lane == 1), top)
    assert {cell.field for cell in _pane(hand, level=False).cells} == {Column.NUMBER}


def test_a_press_on_the_frozen_heading_selects_its_lane(show: Show) -> None:
    hand = _long(show)
    _into_rows(hand)
    pane = _pane(hand, level=True)
    found = hand.view.stage.sheet.heading("B")
    assert found is not None
    centre = hand.view.stage.sheet.on_sheet(found[0], found[1].rect).centre
    pixel = hand.view.panes.pixel_of(pane, Point(centre.x, centre.y))
    QTest.mouseClick(hand.view.panes, LEFT, Qt.KeyboardModifier.NoModifier, pixel)
    assert hand.session.selection.actors == {"B"}


def test_a_frozen_heading_is_painted_like_the_heading(show: Show) -> None:
    hand = _long(show)
    _into_rows(hand)
    pane = _pane(hand, level=True)
    picture = hand.view.grab().toImage()
    fill = picture.pixelColor(hand.view.mapFromScene(QPointF(pane.box.centre.x, pane.box.top + 3)))
    assert fill != QColor(Qt.GlobalColor.white)


def test_on_the_endless_sheet_the_first_heading_stays_to_the_end(show: Show) -> None:
    hand = _long(show)
    hand.view.show_endless(endless=True)
    _into_rows(hand, "row20")
    assert _pane(hand, level=True).page == 1


def test_the_map_shows_where_one_is_and_goes_where_it_is_clicked(show: Show) -> None:
    hand = _long(show)
    assert not hand.view.minimap.isVisible()
    hand.view.minimap.show_map(shown=True)
    assert hand.view.minimap.isVisible()
    target = hand.cell("row25", Column.OUTPUT)
    place = hand.view.minimap.pixel_of(QPointF(target.x, target.y))
    QTest.mouseClick(hand.view.minimap, LEFT, Qt.KeyboardModifier.NoModifier, place)
    seen = hand.view.mapToScene(hand.view.viewport().rect()).boundingRect()
    assert seen.contains(QPointF(target.x, target.y))


def test_the_map_stays_inside_the_view(show: Show) -> None:
    hand = _long(show)
    hand.view.minimap.show_map(shown=True)
    for size in ((900, 700), (420, 320)):
        hand.view.resize(*size)
        assert hand.view.rect().contains(hand.view.minimap.geometry())


def test_the_map_is_painted(show: Show) -> None:
    hand = _long(show)
    hand.view.minimap.show_map(shown=True)
    picture = hand.view.minimap.grab().toImage()
    shades = {
        picture.pixelColor(QPoint(x, y)).rgb()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert len(shades) > 4
