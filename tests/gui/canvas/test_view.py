"""Zooming, shifting, going to places, menus, tips, and following the session."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QNativeGestureEvent,
    QPalette,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from sopeditor.canvas.autoscroll import EDGE
from sopeditor.canvas.places import ActorPlace, FieldPlace, FlowPlace, Place, StepPlace, SymbolPlace
from sopeditor.editing.steps import SetStepText
from sopeditor.foundation.geometry import Point
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.step import Column
from sopeditor.session.selection import Selection
from tests.builders import a_document
from tests.gui.canvas.conftest import Hand, Show

#: More rows than a page holds.
LONG = "(A) " + "B A " * 15 + "(B)"


def test_true_size_is_true(show: Show) -> None:
    hand = show(a_document())
    hand.view.zoom_to(1.0)
    inch = hand.pixel(Point(72, 0)).x() - hand.pixel(Point(0, 0)).x()
    assert inch == pytest.approx(hand.view.logicalDpiX(), abs=1)


def test_zoom_steps_go_up_and_down_and_end(show: Show) -> None:
    view = show(a_document()).view
    told: list[float] = []
    view.zoom_changed.connect(told.append)
    view.zoom_in()
    assert view.zoom == pytest.approx(1.25)
    view.zoom_out()
    view.zoom_out()
    assert view.zoom == pytest.approx(0.9)
    assert told == pytest.approx([1.25, 1.0, 0.9])
    for _ in range(30):
        view.zoom_out()
    assert view.zoom == pytest.approx(0.1)


def test_ctrl_and_the_wheel_zoom_and_keep_the_place_under_the_pointer(show: Show) -> None:
    hand = show(a_document(rows=LONG))
    pixel = QPoint(600, 500)
    QTest.mouseMove(hand.view.viewport(), pixel)
    before = hand.view.mapToScene(pixel)
    event = QWheelEvent(
        QPointF(pixel),
        QPointF(hand.view.viewport().mapToGlobal(pixel)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hand.view.viewport(), event)
    assert hand.view.zoom == pytest.approx(1.2)
    after = hand.view.mapToScene(pixel)
    assert (after - before).manhattanLength() < 3


def test_a_pinch_zooms_and_keeps_the_place_between_the_fingers(show: Show) -> None:
    hand = show(a_document(rows=LONG))
    pixel = QPoint(600, 500)
    before, place = hand.view.mapToScene(pixel), QPointF(pixel)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        place,
        place,
        QPointF(hand.view.viewport().mapToGlobal(pixel)),
        0.25,
        QPointF(),
    )
    QApplication.sendEvent(hand.view.viewport(), event)
    assert hand.view.zoom == pytest.approx(1.25)
    assert (hand.view.mapToScene(pixel) - before).manhattanLength() < 3


def test_fitting_shows_the_page_or_its_width_without_a_level_scroll_bar(show: Show) -> None:
    hand = show(a_document())
    paper = hand.view.layout_shown.paper
    hand.view.fit_width()
    seen = hand.view.mapToScene(hand.view.viewport().rect()).boundingRect()
    assert paper.width <= seen.width() <= paper.width * 1.1
    QApplication.processEvents()
    assert not hand.view.horizontalScrollBar().isVisible()
    hand.view.fit_page()
    seen = hand.view.mapToScene(hand.view.viewport().rect()).boundingRect()
    assert seen.height() >= paper.height


@pytest.mark.parametrize("space", [False, True])
def test_the_sheet_is_shifted_by_hand(show: Show, *, space: bool) -> None:
    hand = show(a_document(rows=LONG))
    start = hand.view.mapToScene(QPoint(400, 400))
    grabbed, end = Point(start.x(), start.y()), Point(start.x(), start.y() - 60)
    before = hand.view.verticalScrollBar().value()
    button = Qt.MouseButton.LeftButton if space else Qt.MouseButton.MiddleButton
    if space:
        QTest.keyPress(hand.view, Qt.Key.Key_Space)
    pixel = hand.pixel(end)
    hand.press(grabbed, button)
    hand.drag_to(end, button)
    distance = 400 - pixel.y()
    assert hand.view.verticalScrollBar().value() == pytest.approx(before + distance, abs=2)
    QTest.mouseRelease(hand.view.viewport(), button, Qt.KeyboardModifier.NoModifier, pixel)
    if space:
        QTest.keyRelease(hand.view, Qt.Key.Key_Space)
    assert not hand.session.selection


def test_dragging_near_the_edge_moves_the_sheet_along(show: Show) -> None:
    hand = show(a_document(rows=LONG))
    hand.view.go_to(SymbolPlace("5A"))
    hand.bring(hand.symbol("5A"))
    before = hand.view.verticalScrollBar().value()
    hand.press(hand.symbol("5A"))
    low = hand.view.mapToScene(QPoint(400, hand.view.viewport().height() - EDGE // 2))
    hand.drag_to(Point(low.x(), low.y()))
    QTest.qWait(200)
    assert hand.view.verticalScrollBar().value() > before
    hand.key(Qt.Key.Key_Escape)
    stopped = hand.view.verticalScrollBar().value()
    QTest.qWait(100)
    assert hand.view.verticalScrollBar().value() == stopped


@pytest.mark.parametrize(
    ("place", "selected"),
    [
        (StepPlace("row9"), Selection.of_steps("chart", "row9")),
        (StepPlace("row9", Column.OUTPUT), Selection.of_steps("chart", "row9")),
        (SymbolPlace("9A"), Selection.of_symbols("chart", "9A")),
        (FlowPlace("9A-10B"), Selection.of_flows("chart", "9A-10B")),
        (ActorPlace("B"), Selection.of_actors("chart", "B")),
        (FieldPlace("sop_number"), Selection()),
    ],
)
def test_every_place_is_brought_into_view_and_selected(
    show: Show, place: Place, selected: Selection
) -> None:
    hand = show(a_document(rows=LONG))
    hand.view.zoom_to(2.0)
    assert hand.view.go_to(place)
    assert hand.session.selection == selected


@pytest.mark.parametrize("place", [SymbolPlace("5A"), SymbolPlace("6B")])
def test_a_place_is_not_left_behind_the_headings_that_stay(show: Show, place: SymbolPlace) -> None:
    hand = show(a_document(rows=LONG))
    hand.view.zoom_to(2.0)
    box = hand.symbol_rect(place.symbol)
    corner = hand.pixel(Point(box.left, box.top))
    for bar, along in (
        (hand.view.horizontalScrollBar(), corner.x()),
        (hand.view.verticalScrollBar(), corner.y()),
    ):
        bar.setValue(bar.value() + along - 2)
    assert hand.view.panes.cover(box)
    assert hand.view.go_to(place)
    assert not hand.view.panes.cover(box)


def test_a_place_that_is_gone_moves_nothing(show: Show) -> None:
    hand = show(a_document())
    before = hand.view.verticalScrollBar().value()
    assert not hand.view.go_to(SymbolPlace("gone"))
    assert hand.view.verticalScrollBar().value() == before


def test_a_changed_document_is_laid_out_and_told(show: Show) -> None:
    hand = show(a_document())
    told: list[DocumentLayout] = []
    hand.view.layout_changed.connect(told.append)
    words = "Menelaah usul kenaikan pangkat dan mencocokkannya dengan daftar urut " * 3
    height = hand.view.stage.sheet.row_of("row1")
    hand.session.execute(SetStepText(step="row1", column=Column.ACTIVITY, text=words))
    grown = hand.view.stage.sheet.row_of("row1")
    assert height is not None
    assert grown is not None
    assert grown[2].rect.height > height[2].rect.height
    assert told == [hand.view.layout_shown]


def test_undo_brings_back_the_very_items(show: Show) -> None:
    hand = show(a_document(rows="(A) B A B (A)"))
    scene = hand.view.stage.scene
    before = {name: scene.projector.item("row", name) for name in ("row1", "row5")}
    hand.click(hand.cell("row3", Column.NUMBER))
    hand.key(Qt.Key.Key_Delete)
    assert scene.projector.item("row", "row3") is None
    hand.session.undo()
    assert {name: scene.projector.item("row", name) for name in before} == before
    assert scene.projector.item("row", "row3") is not None


def test_items_of_pages_that_vanish_go_with_them(show: Show) -> None:
    hand = show(a_document(rows=LONG))
    many = len(hand.view.stage.scene.items())
    hand.session.replace(a_document())
    few = len(hand.view.stage.scene.items())
    assert few < many / 3
    fresh = show(a_document())
    assert few == len(fresh.view.stage.scene.items())


def test_a_right_click_selects_what_the_menu_is_about(show: Show) -> None:
    hand = show(a_document())
    asked: list[QPoint] = []
    hand.view.context_requested.connect(asked.append)
    pixel = hand.pixel(hand.symbol("2B"))
    viewport = hand.view.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, pixel)
    place = viewport.mapToGlobal(pixel)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, pixel, place)
    QApplication.sendEvent(viewport, menu)
    assert hand.session.selection.symbols == {"2B"}
    assert asked == [place]


def test_a_right_click_on_one_of_several_keeps_them_selected(show: Show) -> None:
    hand = show(a_document())
    hand.click(hand.symbol("1A"))
    hand.click(hand.symbol("2B"), Qt.KeyboardModifier.ControlModifier)
    hand.press(hand.symbol("1A"), Qt.MouseButton.RightButton)
    assert hand.session.selection.symbols == {"1A", "2B"}


def _link(hand: Hand, *, outgoing: bool) -> Point:
    sheet = hand.view.stage.sheet
    for index, page in sheet.chart_pages():
        for link in page.links:
            if link.outgoing is outgoing:
                return sheet.on_sheet(index, link.rect).centre
    raise AssertionError("no page link")


def test_a_page_link_says_that_it_comes_by_itself(show: Show) -> None:
    hand = show(a_document(rows=LONG))
    point = _link(hand, outgoing=True)
    hand.bring(point)
    viewport, pixel = hand.view.viewport(), hand.pixel(point)
    event = QHelpEvent(QEvent.Type.ToolTip, pixel, viewport.mapToGlobal(pixel))
    QApplication.sendEvent(viewport, event)
    assert QToolTip.text() == hand.view.catalogue.text("canvas.tip.link", number=1)
    QToolTip.hideText()


def test_a_double_click_on_a_page_link_goes_to_its_pair(show: Show) -> None:
    hand = show(a_document(rows=LONG))
    hand.bring(_link(hand, outgoing=True))
    hand.double_click(_link(hand, outgoing=True))
    arrived = hand.pixel(_link(hand, outgoing=False))
    assert hand.view.viewport().rect().contains(arrived)
    assert len(hand.session.selection.flows) == 1


def test_paper_stays_white_on_a_dark_desktop(show: Show) -> None:
    hand = show(a_document())
    dark = QPalette(QColor(45, 45, 48))
    hand.view.setPalette(dark)
    hand.view.fit_page()
    image = hand.view.grab().toImage()
    ground = QColor(image.pixel(2, 2))
    index = hand.view.stage.sheet.nearest_page(hand.view.mapToScene(600, 400).y())
    corner = hand.view.stage.sheet.origin(index)
    paper = hand.pixel(Point(corner.x + 10, corner.y + 10)) * image.devicePixelRatio()
    assert ground.lightness() < 80
    assert QColor(image.pixel(paper)) == QColor(255, 255, 255)


def test_a_closed_sheet_no_longer_follows_the_session(show: Show) -> None:
    hand = show(a_document())
    hand.view.stage.close()
    shown = hand.view.layout_shown
    hand.session.execute(SetStepText(step="row1", column=Column.ACTIVITY, text="Lain"))
    assert hand.view.layout_shown is shown
