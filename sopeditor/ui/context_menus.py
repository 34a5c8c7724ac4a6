"""The menus that a right click opens: what can be done with what is under it."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sopeditor.canvas.view import SheetView
from sopeditor.session.session import EditorSession
from sopeditor.ui.menus import CONTEXT_MENU, fill


class ContextMenus:
    """Opens the menu of a kind of thing at a point of the screen."""

    def __init__(
        self,
        window: QWidget,
        session: EditorSession,
        sheet: SheetView,
        actions: Mapping[str, QAction],
    ) -> None:
        self._window, self._session, self._sheet = window, session, sheet
        self._actions = actions

    def show_for_selection(self, point: QPoint) -> None:
        """Open the menu of what is selected, else of the heading under the pointer."""
        selection = self._session.selection
        kinds = {
            "symbols": selection.symbols,
            "flows": selection.flows,
            "actors": selection.actors,
            "steps": selection.steps,
        }
        nothing = "columns" if self._sheet.columns.on_heading else ""
        self._show(next((kind for kind, ids in kinds.items() if ids), nothing), point)

    def show_for_charts(self, point: QPoint) -> None:
        """Open the menu of a tab."""
        self._show("charts", point)

    def _show(self, kind: str, point: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu, CONTEXT_MENU[kind], self._actions)
        menu.popup(point)
