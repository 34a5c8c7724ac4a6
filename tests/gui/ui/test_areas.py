"""Keys lead from the views to every panel and back; a panel behind others comes forward."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from sopeditor.ui.areas import focus_first
from sopeditor.ui.grid.views import ViewMode
from tests.gui.ui.conftest import Stand


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(_focused(), key, held)


@pytest.mark.parametrize("mode", list(ViewMode))
def test_f6_goes_round_the_views_and_the_panels_in_sight(stand: Stand, mode: ViewMode) -> None:
    views = stand.window.views
    views.choose(mode)
    stand.select_step(0)
    start = _focused()
    reached = []
    for panel in stand.window.docks.shown():
        _press(Qt.Key.Key_F6)
        assert panel.isAncestorOf(_focused()), panel.accessibleName()
        reached.append(panel.accessibleName())
    assert len(reached) >= 3
    _press(Qt.Key.Key_F6)
    assert _focused() is start
    _press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert stand.window.docks.shown()[-1].isAncestorOf(_focused())


def test_a_panel_behind_others_comes_forward_with_the_focus(stand: Stand) -> None:
    dock = stand.find(QDockWidget, "dock_identity")
    assert not dock.widget().visibleRegion().boundingRect().isValid()
    stand.act("panel_identity")
    QTest.qWait(1)
    assert dock.isVisible()
    assert dock.isAncestorOf(_focused())
    assert stand.window.actions_by_key["panel_identity"].isChecked()


def test_a_panel_in_sight_is_put_away_and_its_entry_tells(stand: Stand) -> None:
    action = stand.window.actions_by_key["panel_step"]
    assert action.isChecked()
    action.trigger()
    assert stand.find(QDockWidget, "dock_step").isHidden()
    assert not action.isChecked()
    action.trigger()
    assert action.isChecked()
    assert stand.find(QDockWidget, "dock_step").isVisible()


def test_closing_a_panel_by_its_button_is_told_in_the_menu(stand: Stand) -> None:
    stand.find(QDockWidget, "dock_findings").close()
    assert not stand.window.actions_by_key["panel_findings"].isChecked()


def test_a_part_without_fields_gets_no_focus(stand: Stand) -> None:
    before = _focused()
    assert not focus_first(QWidget(stand.window))
    assert _focused() is before
