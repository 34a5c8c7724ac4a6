"""The table beside the sheet: chosen by menu, tab and key, and remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from sopeditor.model.document import Document
from sopeditor.session.selection import Selection
from sopeditor.tables.notation import Field
from sopeditor.tables.reader import read_table
from sopeditor.ui.grid.columns import FIELDS
from sopeditor.ui.grid.views import ViewMode
from tests.gui.grid.conftest import ALT, Sit, Typist
from tests.gui.ui.conftest import MakeStand, Stand

KEY = Qt.Key
NO_KEY = Qt.KeyboardModifier.NoModifier


def seen(stand: Stand) -> tuple[bool, bool]:
    return stand.window.sheet.isVisible(), stand.window.views.grid.isVisible()


def test_a_new_person_sees_the_sheet(stand: Stand) -> None:
    assert seen(stand) == (True, False)
    assert stand.window.actions_by_key["view_sheet"].isChecked()


@pytest.mark.parametrize(
    ("mode", "views"),
    [(ViewMode.TABLE, (False, True)), (ViewMode.BOTH, (True, True))],
)
def test_the_menu_chooses_what_is_seen_and_it_is_remembered(
    make_stand: MakeStand, mode: ViewMode, views: tuple[bool, bool]
) -> None:
    stand = make_stand()
    stand.act(f"view_{mode}")
    assert seen(stand) == views
    again = make_stand(stand.session)
    assert seen(again) == views
    assert again.window.actions_by_key[f"view_{mode}"].isChecked()


def test_the_tabs_choose_what_is_seen(stand: Stand) -> None:
    tabs = stand.named(QTabBar, "Tampilan dokumen")
    for index, views in ((1, (False, True)), (2, (True, True)), (0, (True, False))):
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, NO_KEY, tabs.tabRect(index).center())
        assert seen(stand) == views


def test_keys_choose_what_is_seen_and_work_there_at_once(stand: Stand) -> None:
    QTest.keyClick(stand.window, KEY.Key_2, ALT)
    assert seen(stand) == (False, True)
    assert stand.window.views.grid.view.hasFocus()
    QTest.keyClick(stand.window, KEY.Key_1, ALT)
    assert stand.window.sheet.hasFocus()


def test_what_is_being_typed_is_taken_over_before_saving(typist: Typist) -> None:
    typist.at(0, Field.OUTPUT).type("Konsep")
    typist.stand.window.views.finish_editing()
    assert typist.cell(0, Field.OUTPUT) == "Konsep"


def test_a_change_on_the_sheet_is_seen_in_the_table(sit: Sit) -> None:
    typist = sit(mode=ViewMode.BOTH)
    typist.session.select(Selection.of_steps("c1", "s2"))
    typist.stand.act("step_below")
    assert typist.column(Field.FLOW) == ["2", "Ya>3; Tidak>1", "4", "selesai"]
    assert typist.here[0] == 2


def test_a_hidden_table_shows_what_changed_meanwhile(stand: Stand) -> None:
    stand.select_step(1)
    stand.act("step_below")
    stand.act("view_table")
    typist = Typist(stand)
    assert len(typist.column(Field.ACTIVITY)) == 4
    assert typist.here[0] == 2


def test_the_column_peralatan_is_shown_where_it_is_used(sit: Sit) -> None:
    place = FIELDS.index(Field.TOOLS)
    typist = sit()
    assert typist.grid.view.isColumnHidden(place)
    typist.grid.menu().actions()[-1].trigger()
    assert not typist.grid.view.isColumnHidden(place)
    used = sit(read_table("Kegiatan,Pelaksana,Peralatan\nMulai,Camat,Komputer"))
    assert not used.grid.view.isColumnHidden(place)


def test_another_chart_is_shown_when_something_of_it_is_selected(sit: Sit) -> None:
    document = _two_charts()
    typist = sit(document)
    assert typist.chart.id == document.charts[0].id
    typist.session.select(Selection.of_steps(document.charts[1].id, document.charts[1].steps[1].id))
    assert typist.chart.id == document.charts[1].id
    assert typist.here[0] == 1


def _two_charts() -> Document:
    return read_table(
        "Kegiatan,Pelaksana\nMulai,Camat\nSelesai,Camat\n\n"
        "Bagan: Kedua\nKegiatan,Pelaksana\nMulai,Camat\nSelesai,Camat"
    )


def test_the_menu_edit_acts_on_the_cells_of_the_table(typist: Typist) -> None:
    typist.at(0, Field.ACTIVITY)
    typist.stand.act("delete")
    assert typist.column(Field.ACTIVITY) == ["", "Memeriksa konsep", "Mengirim surat"]
    typist.stand.act("edit_text")
    assert typist.editor.accessibleName() == "Kegiatan, langkah 1"
    typist.press(KEY.Key_Escape)
    typist.stand.act("select_all")
    assert typist.grid.view.selected_rows() == (0, 1, 2)


def test_undo_in_the_menu_takes_back_what_is_being_typed(typist: Typist) -> None:
    typist.at(0, Field.OUTPUT).enter("Konsep")
    typist.at(0, Field.REMARKS).type("Rahasia")
    typist.stand.act("undo")
    assert typist.grid.editing.field is None
    assert [typist.cell(0, f) for f in (Field.OUTPUT, Field.REMARKS)] == ["Konsep", ""]
