"""Any gestures and keys in any order on the real window keep a document sound.

What the window would have raised is kept and fails the example; undo leads back to where
it began.
"""

import gc
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from typing_extensions import override

from sopeditor.app import prepare
from sopeditor.canvas.carrying import symbol_mime
from sopeditor.canvas.context_pad import ContextPad
from sopeditor.foundation.geometry import Point
from sopeditor.layout.placement import ChartPage
from sopeditor.model.document import Document
from sopeditor.model.integrity import broken_references
from sopeditor.model.symbol import SymbolKind
from sopeditor.session.session import EditorSession
from sopeditor.tables.notation import Field
from sopeditor.ui.grid.views import ViewMode
from tests.builders import a_document
from tests.gui.canvas.conftest import Hand
from tests.gui.ui.conftest import Stand, stand_on

STARTS = (
    a_document(lanes="ABC", rows="(A) B? A+B B|C (C)", flows="1>2 2>3:Ya 2>1:Tidak 3>4 4>5"),
    a_document(lanes="ABCD", rows="(A) B A&B? C D? (A)", flows="1>2 2>3 3>4:Ya 3>1 4>5 5>6 5>2"),
    a_document(lanes="AB", rows=" ".join(["(A)", *["B", "A?"] * 11, "(B)"])),
    a_document(lanes="AB", rows="- -", flows=""),
)
NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

#: Keys that the sheet, its field and the menus understand; none opens a dialog.
KEYS = (
    *((key, held) for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
      for held in (NO_KEY, CTRL, ALT)),
    *((key, NO_KEY) for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
      Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Backspace)),
    (Qt.Key.Key_Return, SHIFT), (Qt.Key.Key_Return, CTRL), (Qt.Key.Key_Z, CTRL),
    (Qt.Key.Key_Y, CTRL), (Qt.Key.Key_A, CTRL), (Qt.Key.Key_D, CTRL), (Qt.Key.Key_1, CTRL),
    (Qt.Key.Key_2, CTRL), (Qt.Key.Key_3, CTRL), (Qt.Key.Key_C, CTRL), (Qt.Key.Key_X, CTRL),
    (Qt.Key.Key_V, CTRL), (Qt.Key.Key_4, ALT), (Qt.Key.Key_5, ALT),
)  # fmt: skip

places = st.tuples(st.integers(0, 10_000), st.sampled_from(range(9)), st.integers(-1, 1))
held = st.sampled_from((NO_KEY, NO_KEY, SHIFT, CTRL))
kinds = st.sampled_from(SymbolKind)


class Failures:
    """Keeps what was raised inside Qt's calls, where nobody could catch it."""

    def __init__(self) -> None:
        self.raised: list[BaseException] = []

    def __call__(
        self, kind: type[BaseException], value: BaseException, trace: TracebackType | None
    ) -> None:
        self.raised.append(value)


class Gestures(RuleBasedStateMachine):
    """A person with a mouse and keys at one window, on one document after another."""

    stand: Stand
    failures: Failures

    @initialize(start=st.sampled_from(range(len(STARTS))), zoom=st.sampled_from((0.4, 1.0, 2.0)))
    def begin(self, start: int, zoom: float) -> None:
        self.session.replace(STARTS[start])
        self.first = self.session.document
        self.hand = Hand(self.stand.window.sheet, self.session, [])
        self.stand.window.sheet.zoom_to(zoom)
        self.failures.raised.clear()

    @property
    def session(self) -> EditorSession:
        return self.stand.session

    def place(self, drawn: tuple[int, int, int]) -> Point:
        """Answer a place to aim at, or a little beside it."""
        found = list(_aims(self.stand))
        place = found[drawn[0] % len(found)] if found else Point(40.0, 40.0)
        return Point(place.x + (drawn[1] - 4) * drawn[2], place.y + (drawn[1] - 4) * drawn[2])

    @rule(at=places, keys=held)
    def click(self, at: tuple[int, int, int], keys: Qt.KeyboardModifier) -> None:
        place = self.place(at)
        self.hand.bring(place)
        self.hand.click(place, keys)

    @rule(at=places)
    def double_click(self, at: tuple[int, int, int]) -> None:
        place = self.place(at)
        self.hand.bring(place)
        self.hand.double_click(place)

    @rule(start=places, end=places, keys=held, gives_up=st.booleans())
    def drag(
        self,
        start: tuple[int, int, int],
        end: tuple[int, int, int],
        keys: Qt.KeyboardModifier,
        gives_up: bool,
    ) -> None:
        here, there = self.place(start), self.place(end)
        self.hand.bring(here)
        self.hand.hover(here)
        with self.hand.holding(keys):
            self.hand.press(here)
            self.hand.drag_to(there)
            if gives_up:
                QTest.keyClick(self.stand.window.sheet, Qt.Key.Key_Escape)
            self.hand.release(there)

    @rule(at=places, end=places)
    def draw_from_a_handle(self, at: tuple[int, int, int], end: tuple[int, int, int]) -> None:
        symbols = [s.id for chart in self.session.document.charts for _, s in chart.symbols()]
        if not symbols:
            return
        symbol = symbols[at[0] % len(symbols)]
        if self.stand.window.sheet.stage.sheet.symbol(symbol) is None:
            return
        self.hand.bring(self.hand.symbol(symbol))
        self.hand.hover(self.hand.symbol(symbol))
        grips = list(self.stand.window.sheet.stage.handles(symbol).values())
        if grips:
            self.hand.drag(grips[at[1] % len(grips)].centre, self.place(end))

    @rule(at=places, kind=kinds, keys=held)
    def drop_from_the_palette(
        self, at: tuple[int, int, int], kind: SymbolKind, keys: Qt.KeyboardModifier
    ) -> None:
        place = self.place(at)
        self.hand.bring(place)
        with self.hand.holding(keys):
            self.hand.drop_in(symbol_mime(kind), place)

    @rule(at=places, kind=kinds)
    def choose_in_the_palette_and_click(self, at: tuple[int, int, int], kind: SymbolKind) -> None:
        self.stand.window.sheet.set_tool_symbol(kind)
        self.click(at, NO_KEY)

    @rule(at=places, kind=kinds)
    def add_what_follows(self, at: tuple[int, int, int], kind: SymbolKind) -> None:
        pad = self.stand.window.sheet.findChild(ContextPad)
        assert isinstance(pad, ContextPad)
        place = self.place(at)
        self.hand.bring(place)
        self.hand.hover(place)
        pad.appear()
        button = pad.findChild(QToolButton, f"append_{kind.value}")
        assert isinstance(button, QToolButton)
        if pad.isVisible() and button.isEnabled():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @rule(key=st.sampled_from(KEYS))
    def press(self, key: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        focused = QApplication.focusWidget() or self.stand.window.sheet
        QTest.keyClick(focused, *key)

    @rule(text=st.sampled_from(("Surat", "1. a", "a. b", "Ya", "<&>", "  ")))
    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget() or self.stand.window.sheet, letter)

    @rule(out=st.booleans())
    def zoom(self, out: bool) -> None:
        sheet = self.stand.window.sheet
        sheet.zoom_out() if out else sheet.zoom_in()

    @rule(mode=st.sampled_from(ViewMode))
    def look(self, mode: ViewMode) -> None:
        """Choose sheet, table or both; keys and letters go where the focus is then."""
        self.stand.window.views.choose(mode)

    @rule(row=st.integers(0, 30), field=st.sampled_from(Field), keys=held)
    def click_in_the_table(self, row: int, field: Field, keys: Qt.KeyboardModifier) -> None:
        view = self.stand.window.views.grid.view
        if view.isVisible() and len(view.table):
            index = view.model().index(row % len(view.table), list(Field).index(field))
            view.scrollTo(index)
            place = view.visualRect(index).center()
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)

    @rule(row=st.integers(0, 30), way=st.integers(0, 1_000))
    def scroll_the_table(self, row: int, way: int) -> None:
        view = self.stand.window.views.grid.view
        view.horizontalScrollBar().setValue(way)
        view.verticalScrollBar().setValue(row * 10)

    @rule(text=st.sampled_from(("3", "Ya 2; Tidak 1", "A = Camat", "D", "A+B", "2 jam", "99")))
    def enter(self, text: str) -> None:
        """Type what the cells of the table understand, and finish the entry."""
        self.type(text)
        self.press((Qt.Key.Key_Return, NO_KEY))

    @rule()
    def leave_lines_to_the_program(self) -> None:
        self.stand.act("route_auto")

    @invariant()
    def nothing_was_raised(self) -> None:
        if self.failures.raised:
            raise AssertionError("raised inside a gesture") from self.failures.raised[0]

    @invariant()
    def everything_refers_to_something(self) -> None:
        assert broken_references(self.session.document) == ()

    @invariant()
    def the_sheet_shows_the_document(self) -> None:
        shown = {
            symbol.symbol
            for _, page in self.stand.window.sheet.stage.sheet.chart_pages()
            for symbol in page.symbols
        }
        document = self.session.document
        assert shown == {s.id for chart in document.charts for _, s in chart.symbols()}

    @override
    def teardown(self) -> None:
        self.stand.window.views.choose(ViewMode.SHEET)
        self.stand.window.sheet.set_tool_symbol(None)
        QTest.keyClick(self.stand.window.sheet, Qt.Key.Key_Escape)
        self.stand.window.sheet.finish_editing()
        while self.session.undo_name is not None:
            self.session.undo()
        assert self.session.document is self.first
        QTest.qWait(1)  # what was let go of goes, and timers end
        gc.collect(1)  # as the program does between events
        self.nothing_was_raised()


def _aims(stand: Stand) -> Iterator[Point]:
    sheet = stand.window.sheet.stage.sheet
    for index, page in sheet.chart_pages():
        origin = sheet.origin(index)
        for place in _aims_on(page):
            yield Point(place.x + origin.x, place.y + origin.y)


def _aims_on(page: ChartPage) -> Iterator[Point]:
    yield from (symbol.rect.centre for symbol in page.symbols)
    yield from (link.rect.centre for link in page.links)
    yield from (flow.label.rect.centre for flow in page.flows if flow.label)
    for flow in page.flows:
        yield from flow.points
        yield Point(
            (flow.points[0].x + flow.points[1].x) / 2, (flow.points[0].y + flow.points[1].y) / 2
        )
    for cell in page.header:
        yield cell.rect.centre
        yield Point(cell.rect.right, cell.rect.bottom - 1)
    for row in page.rows:
        for cell in row.cells:
            yield cell.rect.centre
            yield Point(cell.rect.centre.x, cell.rect.bottom - 1)
            if cell.lane is not None:
                yield Point(cell.rect.right, cell.rect.centre.y)
    yield Point(page.table.centre.x, page.table.bottom + 14)
    yield Point(page.table.left / 2, page.table.top / 2)


@pytest.fixture(scope="module", autouse=True)
def window(qapp: QApplication) -> Iterator[None]:
    prepare(qapp)
    with tempfile.TemporaryDirectory() as folder:
        stand = stand_on(EditorSession(Document()), "id", Path(folder) / "settings.ini")
        Gestures.stand, Gestures.failures = stand, Failures()
        stand.window.resize(1366, 738)
        stand.window.show()
        stand.window.activateWindow()
        QTest.qWaitForWindowActive(stand.window)
        yield
        stand.window.leave_to_successor()
        stand.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def failures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", Gestures.failures)


_HEALTH = (HealthCheck.too_slow, HealthCheck.data_too_large)


class ManyGestures(Gestures):
    """More of them, for the thorough run."""


TestGestures = Gestures.TestCase
TestGestures.settings = settings(
    max_examples=6, stateful_step_count=25, deadline=None, suppress_health_check=_HEALTH
)
TestManyGestures = pytest.mark.timeout(3_000)(pytest.mark.deep(ManyGestures.TestCase))
TestManyGestures.settings = settings(
    max_examples=200, stateful_step_count=50, deadline=None, suppress_health_check=_HEALTH
)
