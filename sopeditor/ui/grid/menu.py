"""The actions of the grid: its context menu and its keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from sopeditor.ui.desk import Desk
from sopeditor.ui.grid.commands import GridCommands
from sopeditor.ui.grid.moves import Moves
from sopeditor.ui.grid.view import Keys
from sopeditor.ui.grid_actions import ACTIONS, GridAction

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEY = Qt.Key


def keys_of(commands: GridCommands, moves: Moves) -> Keys:
    """Answer what every key of the grid does."""
    keys = {
        (action.pressed, action.modifiers): _slot(commands, action) for action in ACTIONS if action
    }
    return {
        **keys,
        (_KEY.Key_Enter, _CTRL): commands.insert_below,
        (_KEY.Key_Enter, _CTRL | _SHIFT): commands.insert_above,
        (_KEY.Key_Backspace, _NONE): commands.edit_anew,
        (_KEY.Key_Space, _SHIFT): commands.select_row,
        (_KEY.Key_Insert, _CTRL): commands.copy,
        (_KEY.Key_Insert, _SHIFT): commands.paste,
        (_KEY.Key_Return, _NONE): moves.down,
        (_KEY.Key_Enter, _NONE): moves.down,
        (_KEY.Key_Return, _SHIFT): moves.up,
        (_KEY.Key_Enter, _SHIFT): moves.up,
        (_KEY.Key_Tab, _NONE): moves.right,
        (_KEY.Key_Backtab, _SHIFT): moves.left,
        (_KEY.Key_Tab, _SHIFT): moves.left,
    }


def context_menu(parent: QWidget, commands: GridCommands, desk: Desk) -> QMenu:
    """Answer the menu of what can be done with the selected cells."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for entry in ACTIONS:
        if entry is None:
            menu.addSeparator()
        else:
            menu.addAction(_action(menu, entry, commands, desk))
    return menu


def _action(menu: QMenu, entry: GridAction, commands: GridCommands, desk: Desk) -> QAction:
    action = QAction(desk.catalogue.text(f"grid.action.{entry.key}"), menu)
    action.setObjectName(f"grid_{entry.key}")
    # Shown only: the grid itself takes its keys, before the window can.
    action.setShortcut(QKeySequence(entry.modifiers | entry.pressed))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    tip = desk.catalogue.text(f"grid.tip.{entry.key}")
    action.setToolTip(tip)
    action.setStatusTip(tip)
    if entry.icon:
        action.setIcon(desk.icons.action(entry.icon))
    action.triggered.connect(_slot(commands, entry))
    return action


def _slot(commands: GridCommands, entry: GridAction) -> Callable[[], None]:
    slot: Callable[[], None] = getattr(commands, entry.key)
    return slot
