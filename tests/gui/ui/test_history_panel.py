"""The panel "Riwayat" with real clicks and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QListWidget
from pytestqt.qtbot import QtBot

from tests.gui.ui.conftest import Stand


@pytest.fixture
def shown(stand: Stand) -> QListWidget:
    """Answer the shown list after three changes."""
    for position in range(3):
        stand.select_step(position)
        stand.act("duplicate")
    stand.show_panel("history")
    return stand.named(QListWidget, "Riwayat perubahan")


def texts(shown: QListWidget) -> list[str]:
    return [shown.item(row).text() for row in range(shown.count())]


def click(shown: QListWidget, row: int) -> None:
    rect = shown.visualItemRect(shown.item(row))
    QTest.mouseClick(
        shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center()
    )


def bold_rows(shown: QListWidget) -> list[int]:
    return [row for row in range(shown.count()) if shown.item(row).font().bold()]


def test_the_panel_is_put_away_until_it_is_asked_for(stand: Stand) -> None:
    dock = stand.find(QDockWidget, "dock_history")
    assert dock.isHidden()
    stand.act("panel_history")
    assert dock.isVisible()


def test_the_panel_leaves_room_for_the_one_above(stand: Stand, qtbot: QtBot) -> None:
    stand.act("panel_history")
    step, history = (stand.find(QDockWidget, f"dock_{name}") for name in ("step", "history"))
    qtbot.waitUntil(lambda: step.height() > history.height() > 150)


def test_every_change_is_listed_by_name_and_the_present_one_stands_out(
    shown: QListWidget,
) -> None:
    assert texts(shown) == [
        "Dokumen dibuka (tersimpan)",
        "Gandakan langkah 1",
        "Gandakan langkah 2",
        "Gandakan langkah 3",
    ]
    assert bold_rows(shown) == [3]
    spoken = shown.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Gandakan langkah 3, keadaan sekarang"


def test_a_click_goes_back_and_another_goes_forth(stand: Stand, shown: QListWidget) -> None:
    last = stand.document
    click(shown, 1)
    assert len(stand.chart.steps) == 4
    assert bold_rows(shown) == [1]
    faint = shown.item(2).foreground().color()
    assert faint != shown.item(0).foreground().color()
    assert shown.item(2).data(Qt.ItemDataRole.AccessibleTextRole).endswith("diurungkan")
    click(shown, 3)
    assert stand.document is last


def test_keys_choose_a_state_and_enter_goes_there(stand: Stand, shown: QListWidget) -> None:
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert len(stand.chart.steps) == 6
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert len(stand.chart.steps) == 3


def test_a_new_change_takes_the_place_of_those_undone(stand: Stand, shown: QListWidget) -> None:
    click(shown, 0)
    stand.select_step(0)
    stand.act("delete")
    assert texts(shown)[1:] == ["Hapus langkah 1"]


def test_saving_moves_the_mark(stand: Stand, shown: QListWidget, tmp_path: Path) -> None:
    stand.answers.path = tmp_path / "surat.sop"
    stand.act("save")
    assert [text for text in texts(shown) if "tersimpan" in text] == [
        "Gandakan langkah 3 (tersimpan)"
    ]
    stand.act("undo")
    assert bold_rows(shown) == [2]
    assert texts(shown)[3].endswith("(tersimpan)")
