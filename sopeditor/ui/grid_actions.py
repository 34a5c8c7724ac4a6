"""The actions of the step table as data; its context menu and the cheat sheet show them.

Texts live in the translations: `grid.action.<key>` (with mnemonic) and `grid.tip.<key>`.
"""

from msgspec import Struct
from PySide6.QtCore import Qt

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEY = Qt.Key


class GridAction(Struct, frozen=True):
    """One entry of the context menu: `key` names it and the method of `GridCommands`."""

    key: str
    pressed: Qt.Key
    modifiers: Qt.KeyboardModifier = _NONE
    icon: str = ""


#: The entries of the context menu; None stands for a line between them.
ACTIONS: tuple[GridAction | None, ...] = (
    GridAction("edit", _KEY.Key_F2, icon="edit"),
    GridAction("empty", _KEY.Key_Delete),
    GridAction("fill_down", _KEY.Key_D, _CTRL),
    None,
    GridAction("cut", _KEY.Key_X, _CTRL, icon="cut"),
    GridAction("copy", _KEY.Key_C, _CTRL, icon="copy"),
    GridAction("copy_headings", _KEY.Key_C, _CTRL | _SHIFT),
    GridAction("paste", _KEY.Key_V, _CTRL, icon="paste"),
    None,
    GridAction("insert_above", _KEY.Key_Return, _CTRL | _SHIFT, icon="step_above"),
    GridAction("insert_below", _KEY.Key_Return, _CTRL, icon="step_below"),
    GridAction("rows_up", _KEY.Key_Up, _ALT, icon="move_up"),
    GridAction("rows_down", _KEY.Key_Down, _ALT, icon="move_down"),
    GridAction("delete_rows", _KEY.Key_Delete, _CTRL, icon="delete"),
    None,
    GridAction("lane_left", _KEY.Key_Left, _ALT),
    GridAction("lane_right", _KEY.Key_Right, _ALT),
)
