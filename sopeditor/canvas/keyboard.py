"""Keys on the sheet, as in a spreadsheet: arrows go, Enter and typing edit, Del deletes.

Arrows go from cell to cell; Tab goes to the next text or, from a symbol, to the next
symbol. With a symbol selected, Alt and an arrow move it, Ctrl and an arrow connect it.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from sopeditor.canvas.actions import SelectionActions
from sopeditor.canvas.navigation import (
    Direction,
    beside,
    first_spot,
    next_symbol,
    next_text,
    spot_of_symbol,
)
from sopeditor.canvas.places import Spot
from sopeditor.canvas.selecting import selection_of_spot
from sopeditor.canvas.stage import Stage
from sopeditor.model.step import Column
from sopeditor.session.selection import NOTHING_SELECTED, Selection

_ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_EDITING = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def _tab_step(event: QKeyEvent) -> int:
    """Answer where Tab goes: 1 forwards, -1 back."""
    back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return -1 if back or event.key() == Qt.Key.Key_Backtab else 1


class Keyboard:
    """Turns keys into steps of the selection and into actions on it."""

    def __init__(self, stage: Stage, actions: SelectionActions) -> None:
        self._stage = stage
        self._actions = actions

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; answers whether it said anything here."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            return self._arrow(_ARROWS[key], event.modifiers())
        if key in _EDITING:
            return self._actions.edit()
        if key in _DELETING:
            self._actions.delete()
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._tab(_tab_step(event))
        if key == Qt.Key.Key_Escape:
            self._stage.select(NOTHING_SELECTED)
            return True
        return self._letter(key, event)

    def _letter(self, key: Qt.Key, event: QKeyEvent) -> bool:
        commanding = event.modifiers() & _COMMANDING
        if key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._actions.select_all()
            return True
        typed = event.text()
        if commanding or not typed.strip() or not typed.isprintable():
            return False
        return self._actions.edit(typed)

    def _arrow(self, direction: Direction, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return self._actions.move(direction)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._actions.connect(direction)
            return True
        here = self._here(direction)
        if here is None:
            return False
        self._go(here[0] if here[1] else beside(self._stage.sheet, here[0], direction))
        return True

    def _here(self, direction: Direction) -> tuple[Spot, bool] | None:
        """Answer the cell where keys are, and whether they only arrive there now."""
        stage, selection = self._stage, self._stage.selection
        if stage.spot is not None:
            return stage.spot, False
        for symbol in sorted(selection.symbols):
            spot = spot_of_symbol(stage.sheet, symbol, direction)
            return (spot, False) if spot else None
        for step in sorted(selection.steps):
            return Spot(step, Column.ACTIVITY), direction is Direction.RIGHT
        chart = selection.chart or next((page.chart for _, page in stage.sheet.chart_pages()), "")
        first = first_spot(stage.sheet, chart)
        return (first, True) if first else None

    def _tab(self, step: int) -> bool:
        stage = self._stage
        if stage.spot is not None:
            following = next_text(stage.sheet, stage.spot, step)
            if following is not None:
                self._go(following)
            return following is not None
        for symbol in sorted(stage.selection.symbols):
            found = next_symbol(stage.document, symbol, step)
            if found:
                stage.select(Selection.of_symbols(stage.selection.chart, found))
            return bool(found)
        return False

    def _go(self, spot: Spot) -> None:
        stage = self._stage
        selection = selection_of_spot(stage.sheet, spot)
        stage.select(selection, None if selection.symbols else spot)
