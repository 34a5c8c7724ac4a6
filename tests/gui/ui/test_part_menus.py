"""Every part of the window has a menu under the right button."""

from collections import Counter
from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from sopeditor.canvas.minimap import Minimap
from sopeditor.ui.menus import CONTEXT_MENU
from sopeditor.ui.palette import Palette
from sopeditor.ui.panels.actors_panel import ActorsPanel
from sopeditor.ui.panels.findings_panel import FindingsPanel
from sopeditor.ui.panels.history_panel import HistoryPanel
from sopeditor.ui.status import StatusBar
from tests.gui.ui.conftest import MakeStand, Stand
from tests.gui.ui.test_actions_and_menus import mnemonic


def _one(stand: Stand, kind: type[QWidget]) -> QWidget:
    found = stand.window.findChildren(kind)
    assert len(found) == 1
    return found[0]


def _list(stand: Stand, kind: type[ActorsPanel | FindingsPanel | HistoryPanel]) -> QWidget:
    panel = _one(stand, kind)
    assert isinstance(panel, ActorsPanel | FindingsPanel | HistoryPanel)
    return panel.listing


_PARTS: Mapping[str, Callable[[Stand], QWidget]] = {
    "actor_list": lambda stand: _list(stand, ActorsPanel),
    "finding_list": lambda stand: _list(stand, FindingsPanel),
    "history_list": lambda stand: _list(stand, HistoryPanel),
    "palette": lambda stand: _one(stand, Palette),
    "minimap": lambda stand: _one(stand, Minimap),
    "status": lambda stand: _one(stand, StatusBar),
}


def _menu(part: QWidget) -> QMenu:
    part.customContextMenuRequested.emit(QPoint(3, 3))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", list(_PARTS))
def test_a_part_opens_its_menu_with_letters_of_their_own(
    make_stand: MakeStand, kind: str, language: str
) -> None:
    stand = make_stand(language=language)
    menu = _menu(_PARTS[kind](stand))
    shown = [action for action in menu.actions() if not action.isSeparator()]
    letters = Counter(mnemonic(action.text()) for action in shown)
    names = {action.objectName() for action in shown}
    menu.close()
    assert letters.most_common(1)[0][1] == 1, letters
    assert "" not in letters
    assert {f"action_{key}" for key in CONTEXT_MENU[kind] if key != "-"} <= names


def test_the_key_for_menus_works_in_a_list(stand: Stand) -> None:
    stand.window.docks.show("actors")
    part = _list(stand, ActorsPanel)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), QPoint(2, 2))
    QApplication.sendEvent(part, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_a_finding_is_copied_with_its_place(stand: Stand) -> None:
    panel = _one(stand, FindingsPanel)
    assert isinstance(panel, FindingsPanel)
    stand.window.docks.show("findings")
    panel.check()
    panel.refresh()
    tree = panel.listing
    group = tree.topLevelItem(0)
    assert group is not None
    tree.setCurrentItem(group)
    assert [action.isEnabled() for action in panel.actions_on_current()] == [False, False]
    finding = group.child(0)
    assert finding is not None
    tree.setCurrentItem(finding)
    _, copy = panel.actions_on_current()
    copy.trigger()
    assert QApplication.clipboard().text().startswith(finding.text(0))


def test_a_state_of_the_history_is_gone_to_from_its_menu(stand: Stand) -> None:
    panel = _one(stand, HistoryPanel)
    assert isinstance(panel, HistoryPanel)
    stand.window.docks.show("history")
    stand.select_step(1)
    stand.window.actions_by_key["step_below"].trigger()
    panel.refresh()
    assert stand.session.position == 1
    panel.listing.setCurrentRow(0)
    panel.actions_on_current()[0].trigger()
    assert stand.session.position == 0
