"""A shown sheet with a real session, worked by real mouse and key events."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sopeditor.assets import resource
from sopeditor.canvas.cell_editor import CellEditor
from sopeditor.canvas.navigation import spot_rect
from sopeditor.canvas.places import Spot
from sopeditor.canvas.reason_label import ReasonLabel
from sopeditor.canvas.view import SheetView
from sopeditor.foundation.geometry import Point, Rect
from sopeditor.foundation.message import Catalogue, Message
from sopeditor.layout.engine import lay_out
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Side
from sopeditor.model.profile import Profile
from sopeditor.model.step import Column
from sopeditor.painting.fonts import load_fonts
from sopeditor.painting.measuring import QtMeasurer
from sopeditor.session.session import EditorSession
from sopeditor.storage.profiles import read_profiles


@dataclass
class Hand:
    """A person at the sheet: presses, drags and types where things lie."""

    view: SheetView
    session: EditorSession
    refusals: list[Message]
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    @property
    def chart(self) -> Chart:
        return self.session.document.charts[0]

    @property
    def editor(self) -> CellEditor:
        editor = self.view.editing.editor
        assert editor is not None, "no field is open"
        return editor

    def pixel(self, point: Point) -> QPoint:
        return self.view.mapFromScene(QPointF(point.x, point.y))

    def cell(self, step: str, column: Column, lane: int | None = None) -> Point:
        rect = spot_rect(self.view.stage.sheet, Spot(step, column, lane))
        assert rect is not None
        return rect.centre

    def lane(self, step: str, lane: int) -> Point:
        rect = self.view.stage.sheet.lane_cell(step, lane, lane)
        assert rect is not None
        return rect.centre

    def symbol_rect(self, symbol: str) -> Rect:
        found = self.view.stage.sheet.symbol(symbol)
        assert found is not None
        return self.view.stage.sheet.on_sheet(found[0], found[1].rect)

    def symbol(self, symbol: str) -> Point:
        return self.symbol_rect(symbol).centre

    def handle(self, symbol: str, side: Side) -> Point:
        return self.view.stage.handles(symbol)[side].centre

    def bring(self, point: Point) -> None:
        self.view.centerOn(point.x, point.y)

    def click(self, point: Point, modifiers: Qt.KeyboardModifier | None = None) -> None:
        # The state of the keyboard is Qt's own: a press of a key with the click sets it.
        held = modifiers or Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self._viewport, Qt.MouseButton.LeftButton, held, self.pixel(point))

    def double_click(self, point: Point) -> None:
        self.click(point)
        QTest.mouseDClick(
            self._viewport,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self.pixel(point),
        )

    def hover(self, point: Point) -> None:
        self._move(point, Qt.MouseButton.NoButton)

    def hover_pixel(self, pixel: QPoint) -> None:
        self._move_pixel(pixel, Qt.MouseButton.NoButton)

    def press(self, point: Point, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        QTest.mousePress(self._viewport, button, Qt.KeyboardModifier.NoModifier, self.pixel(point))

    def drag_to(self, point: Point, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Move there in two steps, the button held."""
        here = self.pixel(point)
        self._move_pixel(here + QPoint(9, 6), button)
        self._move_pixel(here, button)

    def release(self, point: Point, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        QTest.mouseRelease(
            self._viewport, button, Qt.KeyboardModifier.NoModifier, self.pixel(point)
        )

    def drag(self, start: Point, end: Point) -> None:
        self.press(start)
        self.drag_to(end)
        self.release(end)

    @contextmanager
    def holding(self, keys: Qt.KeyboardModifier) -> Iterator[None]:
        """Hold keys down while dragging."""
        self.held = keys
        yield
        self.held = Qt.KeyboardModifier.NoModifier

    @property
    def cursor(self) -> Qt.CursorShape:
        return self._viewport.cursor().shape()

    @property
    def reason(self) -> str:
        """What the note by the pointer says; empty when there is none."""
        note = self.view.findChild(ReasonLabel)
        return note.text() if isinstance(note, ReasonLabel) and note.isVisible() else ""

    def drag_in(self, data: QMimeData, point: Point) -> bool:
        """Drag over the sheet from elsewhere; answer whether `point` accepts it."""
        pixel = self.pixel(point)
        left, no_key = Qt.MouseButton.LeftButton, self.held
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(pixel, copy, data, left, no_key)
        QApplication.sendEvent(self._viewport, enter)
        move = QDragMoveEvent(pixel, copy, data, left, no_key)
        QApplication.sendEvent(self._viewport, move)
        return move.isAccepted()

    def drop_in(self, data: QMimeData, point: Point) -> None:
        self.drag_in(data, point)
        left, no_key = Qt.MouseButton.LeftButton, self.held
        place, copy = QPointF(self.pixel(point)), Qt.DropAction.CopyAction
        QApplication.sendEvent(self._viewport, QDropEvent(place, copy, data, left, no_key))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self._focused, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._focused, letter)

    @property
    def _viewport(self) -> QWidget:
        return self.view.viewport()

    @property
    def _focused(self) -> QWidget:
        return self.view.editing.editor or self.view

    def _move(self, point: Point, button: Qt.MouseButton) -> None:
        self._move_pixel(self.pixel(point), button)

    def _move_pixel(self, pixel: QPoint, button: Qt.MouseButton) -> None:
        # QTest.mouseMove carries no buttons, as if nothing were held.
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(pixel),
            QPointF(self._viewport.mapToGlobal(pixel)),
            Qt.MouseButton.NoButton,
            button,
            self.held,
        )
        QApplication.sendEvent(self._viewport, event)


#: Shows a document and answers a hand over it.
Show = Callable[[Document], Hand]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.read(resource("translations", "id"))


@pytest.fixture(scope="session")
def profiles() -> dict[str, Profile]:
    return read_profiles(resource("profiles"))


@pytest.fixture(scope="session")
def measurer(qapp: QApplication) -> QtMeasurer:
    load_fonts()
    return QtMeasurer()


@pytest.fixture
def show(
    qtbot: QtBot, catalogue: Catalogue, profiles: dict[str, Profile], measurer: QtMeasurer
) -> Show:
    def shown(document: Document) -> Hand:
        session = EditorSession(document)
        profile = profiles[document.profile]
        view = SheetView(session, partial(_laid_out, profile, measurer), catalogue)
        view.make_ready()
        qtbot.addWidget(view)
        view.resize(1300, 900)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        refusals: list[Message] = []
        session.refused.connect(refusals.append)
        hand = Hand(view, session, refusals)
        rows = document.charts[0].steps if document.charts else ()
        if rows:
            hand.bring(hand.cell(rows[0].id, Column.ACTIVITY))
        view.setFocus()
        return hand

    return shown


def _laid_out(profile: Profile, measurer: QtMeasurer, document: Document) -> DocumentLayout:
    return lay_out(document, profile, measurer)
