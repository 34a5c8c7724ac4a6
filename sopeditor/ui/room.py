"""The window as it is first painted, for the rest of it to be built into."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from sopeditor.canvas.places import Place
from sopeditor.canvas.view import SheetView
from sopeditor.foundation.message import Message
from sopeditor.ui.context_menus import OwnActions
from sopeditor.ui.desk import Desk
from sopeditor.ui.docks import Docks
from sopeditor.ui.grid.views import Views
from sopeditor.ui.status import StatusBar


class Room(Struct, frozen=True, kw_only=True):
    """A window without its panels: `column` holds its views, `docks` are still empty.

    `go_to` brings a person to a place and lets the keys act there, `show_place` only shows it;
    `tell_refused` words why something was not done; `forget_lines` has all lines found anew;
    `offer_menu` gives a part of the window a menu under the right button, of a kind.
    """

    window: QMainWindow
    desk: Desk
    sheet: SheetView
    views: Views
    column: QVBoxLayout
    docks: Docks
    status: StatusBar
    go_to: Callable[[Place], None]
    show_place: Callable[[Place], None]
    tell_refused: Callable[[Message], None]
    forget_lines: Callable[[], None]
    offer_menu: Callable[[QWidget, str, OwnActions | None], None]
