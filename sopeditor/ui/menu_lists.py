"""Menus whose entries are known at run time only: recent files, examples, languages."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from sopeditor.assets import resource
from sopeditor.foundation.message import UserError
from sopeditor.storage.files import load
from sopeditor.ui.actions import explain
from sopeditor.ui.desk import Desk
from sopeditor.ui.language import LANGUAGES

OpenFile = Callable[[Path], object]


class RecentMenu:
    """Fills its menu anew whenever it is shown; missing files stay, greyed."""

    def __init__(self, menu: QMenu, desk: Desk, open_file: OpenFile) -> None:
        self._menu, self._desk, self._open = menu, desk, open_file
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Show the recent files as they are now."""
        self._menu.clear()
        recent = self._desk.settings.recent
        for number, path in enumerate(recent, start=1):
            self._add(number, path)
        if not recent:
            nothing = self._menu.addAction(self._desk.catalogue.text("ui.recent.none"))
            nothing.setEnabled(False)
            return
        self._menu.addSeparator()
        forget = self._menu.addAction(self._desk.catalogue.text("ui.recent.forget"))
        forget.setIcon(self._desk.icons.action("delete"))
        forget.triggered.connect(self._desk.settings.forget_recent)

    def _add(self, number: int, path: Path) -> None:
        exists = path.is_file()
        key = "ui.recent.entry" if exists else "ui.recent.missing"
        name = path.name.replace("&", "&&")
        action = self._menu.addAction(self._desk.catalogue.text(key, number=number, name=name))
        action.setToolTip(str(path))
        action.setStatusTip(str(path))
        action.setEnabled(exists)
        action.triggered.connect(partial(_call, self._open, path))


class ExamplesMenu:
    """Offers copies of the documents of `resources/examples` by their titles.

    The titles are read when the menu is first opened: the start need not wait for them.
    """

    def __init__(self, menu: QMenu, open_file: OpenFile) -> None:
        self._menu, self._open = menu, open_file
        self._paths = sorted(resource("examples").glob("*.sop"))
        menu.setEnabled(bool(self._paths))
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Show the examples, unless they are shown already."""
        if not self._menu.isEmpty():
            return
        for path in self._paths:
            action = self._menu.addAction(_title(path).replace("&", "&&"))
            action.triggered.connect(partial(_call, self._open, path))


def _title(path: Path) -> str:
    """Answer the title of a document, else the name of its file."""
    try:
        return load(path)[0].identity.title or path.stem
    except UserError:
        return path.stem


def fill_languages(menu: QMenu, desk: Desk, choose: Callable[[str], object]) -> QActionGroup:
    """Offer the languages; the one spoken is marked."""
    group = QActionGroup(menu)
    for language in LANGUAGES:
        action = QAction(desk.catalogue.text(f"ui.language.{language}"), group)
        action.setIcon(desk.icons.action("language"))
        action.setCheckable(True)
        action.setChecked(language == desk.catalogue.language)
        explain(action, desk.catalogue, f"ui.tip.language_{language}")
        action.triggered.connect(partial(_call, choose, language))
        menu.addAction(action)
    return group


def _call(receiver: Callable[..., object], value: object, _checked: bool = False) -> None:
    """Give `receiver` the value of an entry, and not whether the entry is checked."""
    receiver(value)
