"""The menus that a right click opens: what can be done with what is under it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from sopeditor.canvas.view import SheetView
from sopeditor.session.session import EditorSession
from sopeditor.ui.menus import CONTEXT_MENU, fill

#: Answers the actions of a part for what is chosen in it.
OwnActions = Callable[[], Sequence[QAction]]


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

    def offer(self, part: QWidget, kind: str, own: OwnActions | None = None) -> None:
        """Let a right click on a part of the window, or its key, open the menu of a kind.

        `own` answers what only this part can do, which stands first.
        """
        part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        part.customContextMenuRequested.connect(partial(self._show_on, part, kind, own))

    def show_for_charts(self, point: QPoint) -> None:
        """Open the menu of a tab."""
        self._show("charts", point)

    def _show_on(self, part: QWidget, kind: str, own: OwnActions | None, place: QPoint) -> None:
        inside = part.viewport() if isinstance(part, QAbstractScrollArea) else part
        self._show(kind, inside.mapToGlobal(place), own() if own else ())

    def _show(self, kind: str, point: QPoint, own: Sequence[QAction] = ()) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(own)
        if own:
            menu.addSeparator()
        fill(menu, CONTEXT_MENU[kind], self._actions)
        menu.popup(point)
