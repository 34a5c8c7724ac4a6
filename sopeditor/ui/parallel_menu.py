"""The menu "Bagi Paralel ke": the lanes that can do the selected step at the same time."""

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from sopeditor.canvas.view import SheetView
from sopeditor.ui.actions import explain
from sopeditor.ui.desk import Desk


class ParallelMenu:
    """Fills its menu anew whenever it is shown."""

    def __init__(self, menu: QMenu, desk: Desk, sheet: SheetView) -> None:
        self._menu, self._desk, self._sheet = menu, desk, sheet
        explain(menu.menuAction(), desk.catalogue, "ui.tip.parallel")
        menu.aboutToShow.connect(self.fill)

    def action(self) -> QAction:
        """Answer the entry that opens the menu, for other menus to hold as well."""
        return self._menu.menuAction()

    def fill(self) -> None:
        """Show the lanes as they are now."""
        self._menu.clear()
        symbols = self._desk.session.selection.symbols
        only = next(iter(symbols)) if len(symbols) == 1 else ""
        lanes = self._sheet.lanes_beside(only) if only else ()
        for actor in lanes:
            name = self._desk.session.document.actor(actor).name
            entry = self._menu.addAction(name.replace("&", "&&"))
            entry.triggered.connect(partial(self._split, only, actor))
        if not lanes:
            nothing = self._menu.addAction(self._desk.catalogue.text("ui.parallel.none"))
            nothing.setEnabled(False)

    def _split(self, symbol: str, actor: str, _checked: bool = False) -> None:
        self._sheet.split_parallel(symbol, actor)
