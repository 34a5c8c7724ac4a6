"""A person at the window: looks where things lie, and works mouse and keyboard there."""

import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from sopeditor.app import Program
from sopeditor.foundation.geometry import Point, Polyline, Rect
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Side
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from sopeditor.session.session import EditorSession
from tests.gui.journey import xdotool
from tests.gui.journey.sight import Sight, dialog_id, dialog_is_active, focused_text
from tests.gui.journey.watching import Asking, Watch

T = TypeVar("T")

#: How often Enter is struck at most until a dialog closes.
_ENTERS = 3
#: How long what was done may take to show, in seconds; and how often to look.
_PATIENCE = 10.0
_LOOK_EVERY = 0.01

#: The pointer is moved once more when it did not arrive within this time, in seconds.
_ONCE_MORE = 0.5


class Person:
    """Works on a program from a thread of its own, as people do: look, act, see it done."""

    def __init__(self, program: Program, asking: Asking, watch: Watch) -> None:
        self._sight = Sight(program)
        self._asking = asking
        self._watch = watch
        self.session: EditorSession = program.window.sheet.stage.session

    @property
    def document(self) -> Document:
        return self.ask(lambda: self._sight.document)

    @property
    def chart(self) -> Chart:
        return self.document.charts[0]

    @property
    def field(self) -> str | None:
        """What stands in the field that is open on the sheet; None when none is."""
        return self.ask(lambda: self._sight.field)

    @property
    def reason(self) -> str:
        """What the note by the pointer says; empty when there is none."""
        return self.ask(lambda: self._sight.reason)

    def text_cell(self, row: int, column: Column) -> Rect:
        return self.ask(partial(self._sight.cell, row, column, None))

    def lane_cell(self, row: int, lane: int) -> Rect:
        return self.ask(partial(self._sight.cell, row, Column.ACTORS, lane))

    def below(self, lane: int) -> Point:
        """Answer a place under the last row, in a lane."""
        cell = self.lane_cell(-1, lane)
        return Point(cell.centre.x, cell.bottom + 14.0)

    def heading(self, lane: int) -> Point:
        return self.ask(partial(self._sight.heading, lane))

    def symbol(self, symbol: str) -> Rect:
        return self.ask(partial(self._sight.symbol, symbol))

    def route(self, flow: str) -> Polyline:
        """Answer the line of a flow as it is laid out."""
        return self.ask(partial(self._sight.route, flow))

    def ask(self, question: Callable[[], T]) -> T:
        """Look at the program, in the thread of its window."""
        return self._asking.ask(question)

    def wait(self, condition: Callable[[], object], what: str) -> None:
        """Wait until something is so; `what` it is, in case it never comes."""
        if not _comes_true(condition, _PATIENCE):
            raise AssertionError(f"waited {_PATIENCE} s in vain: {what}")

    def take_the_keyboard(self) -> None:
        """Give the window the focus, which nobody else does without a window manager."""
        window = self._sight.program.window
        xdotool.focus(self.ask(lambda: self._sight.window_id))
        self.ask(window.activateWindow)
        self.wait(lambda: self.ask(window.isActiveWindow), "the window to be active")

    def strike(self, chord: str) -> None:
        """Strike a key; whoever calls sees to what comes of it."""
        xdotool.key(chord)

    def write(self, text: str) -> None:
        """Type into the field that is open, or that opens by typing."""
        xdotool.type_text(text)
        self.wait(lambda: self.field == text, f"the field to hold {text!r}")

    def close_field(self) -> None:
        """Press Enter in the field that is open."""
        self.strike("Return")
        self.wait(lambda: self.field is None, "the field to close")

    def click(self, place: Point) -> None:
        self._click(place, 1)

    def double_click(self, place: Point) -> None:
        self._click(place, 2)

    def hold(self, place: Point) -> None:
        """Press the left button at a place and keep it down."""
        self.point_at(place)
        self._press()

    def let_go(self) -> None:
        """Let go of the left button."""
        heard = self._watch.releases
        xdotool.release(xdotool.LEFT)
        self.wait(lambda: self._watch.releases > heard, "the release to arrive")
        self.ask(_nothing)

    def drag(self, start: Point, end: Point) -> None:
        """Drag on the sheet."""
        self.hold(start)
        self.point_at(end)
        self.let_go()

    def carry_symbol(self, kind: SymbolKind, end: Point) -> None:
        """Bring a symbol from the palette over a place of the sheet, and hold it there."""
        target = self._pixel(end)
        button = self.ask(partial(self._sight.palette_pixel, kind))
        self._point_at_pixel(button)
        self._press()
        # Qt begins to drag only after a first move away.
        xdotool.move(button.x() + 24, button.y() + 12)
        self._point_at_pixel(target)

    def drag_symbol(self, kind: SymbolKind, end: Point) -> None:
        """Drag a symbol from the palette onto the sheet."""
        self.carry_symbol(kind, end)
        self.let_go()

    def connect(self, source: str, side: Side, target: str) -> None:
        """Drag from a handle of one symbol onto another symbol."""
        self.point_at(self.symbol(source).centre)
        handle = self.ask(partial(self._sight.handle, source, side))
        self.wait(lambda: self.ask(partial(self._sight.is_handle, handle)), "handles to show")
        self.drag(handle, self.symbol(target).centre)

    def answer_file_dialog(self, path: str) -> None:
        """Type a path into the dialog for files and press Enter."""
        self.wait(lambda: self.ask(dialog_id), "a dialog for files")
        xdotool.focus(self.ask(dialog_id))
        self.wait(lambda: self.ask(dialog_is_active), "the dialog to be active")
        self.strike("ctrl+a")
        xdotool.type_text(path)
        self.wait(lambda: self.ask(focused_text) == path, "the path to be typed")
        for _ in range(_ENTERS):
            self._close_list_of_names()
            self.strike("Return")
            # The list may come up once more just then, and take the Enter: people strike again.
            if _comes_true(lambda: not self.ask(dialog_id), _PATIENCE / _ENTERS):
                break
        self.wait(lambda: not self.ask(dialog_id), "the dialog to close")
        self.take_the_keyboard()

    def point_at(self, place: Point) -> None:
        """Move the pointer to a place of the sheet, turning the wheel where it is out of view."""
        self._point_at_pixel(self._pixel(place))

    def _close_list_of_names(self) -> None:
        """Close the list of matching names, which would take the Enter for itself."""
        if self.ask(QApplication.activePopupWidget) is not None:
            self.strike("Escape")
            self.wait(lambda: self.ask(QApplication.activePopupWidget) is None, "no list of names")

    def _click(self, place: Point, times: int) -> None:
        self.point_at(place)
        heard = self._watch.releases
        xdotool.click(xdotool.LEFT, times)
        self.wait(lambda: self._watch.releases >= heard + times, "the click to arrive")
        self.ask(_nothing)

    def _press(self) -> None:
        heard = self._watch.presses
        xdotool.press(xdotool.LEFT)
        self.wait(lambda: self._watch.presses > heard, "the press to arrive")
        self.ask(_nothing)

    def _point_at_pixel(self, pixel: QPoint) -> None:
        """Move the pointer to a pixel of the screen, the last bit slowly as hands do."""
        for attempt in range(round(_PATIENCE / _ONCE_MORE)):
            xdotool.move(max(0, pixel.x() - 7 - attempt % 3), max(0, pixel.y() - 5))
            xdotool.move(pixel.x(), pixel.y())
            if _comes_true(lambda: self._watch.pointer == pixel, _ONCE_MORE):
                self.ask(_nothing)
                return
        raise AssertionError(f"the pointer never came to {pixel} but to {self._watch.pointer}")

    def _pixel(self, place: Point) -> QPoint:
        """Answer the pixel of a place on the screen, after bringing it into view."""
        look = partial(self._sight.pixel, place)
        pixel, view = self.ask(look)
        while not view.contains(pixel):
            self._point_at_pixel(view.center())
            before = pixel
            xdotool.click(xdotool.WHEEL_UP if pixel.y() < view.top() else xdotool.WHEEL_DOWN)
            self.wait(lambda: self.ask(look)[0] != before, f"{place} to come nearer")  # noqa: B023
            pixel, view = self.ask(look)
        return pixel


def _comes_true(condition: Callable[[], object], patience: float) -> bool:
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(_LOOK_EVERY)
    return True


def _nothing() -> None:
    """Be answered: everything that arrived before is dealt with."""
