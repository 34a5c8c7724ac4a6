"""How the sheet is shown, as marks in the menu "Tampilan": endless or in pages, with a map."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence

from sopeditor.canvas.view import SheetView
from sopeditor.ui.actions import explain
from sopeditor.ui.desk import Desk

_SHORTCUTS = {
    "view_endless": QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_4),
    "view_minimap": QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_5),
}


class SheetChoices:
    """Two choices of how the sheet is shown; both are remembered."""

    def __init__(self, desk: Desk, sheet: SheetView) -> None:
        self._desk, self._sheet = desk, sheet
        self._actions = {key: self._action(key) for key in _SHORTCUTS}
        self._actions["view_endless"].toggled.connect(self._join_pages)
        self._actions["view_minimap"].toggled.connect(self._show_map)
        self._actions["view_endless"].setChecked(desk.settings.endless)
        self._actions["view_minimap"].setChecked(desk.settings.minimap)

    def actions_by_key(self) -> dict[str, QAction]:
        """Answer the actions that choose, keyed `view_endless` and `view_minimap`."""
        return dict(self._actions)

    def _action(self, key: str) -> QAction:
        action = QAction(self._desk.catalogue.text(f"ui.action.{key}"), self._sheet)
        action.setObjectName(f"action_{key}")
        action.setCheckable(True)
        action.setIcon(self._desk.icons.action(key))
        action.setShortcut(QKeySequence(_SHORTCUTS[key]))
        explain(action, self._desk.catalogue, f"ui.tip.{key}")
        return action

    def _join_pages(self, endless: bool) -> None:
        self._desk.settings.endless = endless
        self._sheet.show_endless(endless=endless)

    def _show_map(self, shown: bool) -> None:
        self._desk.settings.minimap = shown
        self._sheet.minimap.show_map(shown=shown)
