"""Find, replace and rename with real keys and clicks."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QWidget,
)

from sopeditor.model.document import Document
from sopeditor.session.selection import Selection
from sopeditor.tables.notation import Field
from sopeditor.ui.grid.columns import FIELDS
from sopeditor.ui.panels.fields import Choice
from sopeditor.ui.search.bar import SearchBar
from sopeditor.ui.search.rename_actor import RenameActorDialog
from tests.gui.ui.conftest import Stand

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def open_bar(stand: Stand, key: Qt.Key = Qt.Key.Key_F) -> SearchBar:
    """Open the bar with its key."""
    stand.window.activateWindow()
    assert QTest.qWaitForWindowActive(stand.window)
    stand.window.sheet.setFocus()
    QTest.keyClick(stand.window.sheet, key, CTRL)
    bar = stand.window.findChild(SearchBar)
    assert bar is not None
    assert bar.isVisible()
    return bar


def search_for(stand: Stand, text: str, key: Qt.Key = Qt.Key.Key_F) -> QLineEdit:
    open_bar(stand, key)
    line = stand.find(QLineEdit, "search_text")
    assert line.hasFocus()
    QTest.keyClicks(line, text)
    return line


def said(stand: Stand) -> str:
    """Answer everything that the bar tells in labels."""
    bar = stand.window.findChild(SearchBar)
    assert bar is not None
    return " | ".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())


def all_activities(document: Document) -> list[str]:
    return [step.activity for step in document.charts[0].steps]


def test_hits_are_counted_while_typing_and_nothing_is_selected(stand: Stand) -> None:
    search_for(stand, "konsep")
    assert "2 hasil" in said(stand)
    assert not stand.session.selection
    search_for(stand, "zzz")
    assert said(stand) == "Tidak ditemukan"


def test_enter_goes_from_hit_to_hit_and_around_and_stays_in_the_bar(stand: Stand) -> None:
    line = search_for(stand, "surat")
    places = []
    for _ in range(4):
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert line.hasFocus()
        places.append(said(stand))
    assert places[0].startswith("1 dari 3")
    assert "Identitas, Nama SOP: Pengiriman <b>Surat</b>" in places[0]
    assert "Langkah 1, Kegiatan" in places[1]
    assert "Langkah 3, Kegiatan: Mengirim <b>surat</b>" in places[2]
    assert places[3] == places[0]
    QTest.keyClick(line, Qt.Key.Key_Return, SHIFT)
    assert said(stand).startswith("3 dari 3")
    assert stand.session.selection.steps == {"s3"}


def test_f3_goes_on_from_the_sheet_and_the_selected_row_comes_first(stand: Stand) -> None:
    stand.select_step(2)
    search_for(stand, "surat")
    stand.window.sheet.setFocus()
    QTest.keyClick(stand.window.sheet, Qt.Key.Key_F3)
    assert said(stand).startswith("3 dari 3")
    QTest.keyClick(stand.window.sheet, Qt.Key.Key_F3, SHIFT)
    assert said(stand).startswith("2 dari 3")
    assert stand.window.sheet.spot is not None


def test_f3_without_a_search_opens_the_bar(stand: Stand) -> None:
    stand.act("find_next")
    assert stand.find(QLineEdit, "search_text").isVisible()


def test_case_and_whole_words_narrow_the_hits(stand: Stand) -> None:
    search_for(stand, "surat")
    stand.find(QToolButton, "search_match_case").click()
    assert "2 hasil" in said(stand)
    line = stand.find(QLineEdit, "search_text")
    line.selectAll()
    QTest.keyClicks(line, "irim")  # in Pengiriman and Mengirim
    assert "2 hasil" in said(stand)
    stand.find(QToolButton, "search_whole_word").click()
    assert said(stand) == "Tidak ditemukan"


@pytest.mark.parametrize(
    ("text", "flow", "actors"),
    [("Tidak", {"f3"}, set[str]()), ("Sekretaris", set[str](), {"a1"})],
)
def test_labels_and_headings_are_gone_to_too(
    stand: Stand, text: str, flow: set[str], actors: set[str]
) -> None:
    line = search_for(stand, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert stand.session.selection.flows == flow
    assert stand.session.selection.actors == actors


def test_a_hit_is_shown_in_the_step_table_where_that_is_seen(stand: Stand) -> None:
    stand.act("view_table")
    grid = stand.window.views.grid
    stand.act("find")
    line = stand.find(QLineEdit, "search_text")
    QTest.keyClicks(line, "mengirim")
    QTest.keyClick(line, Qt.Key.Key_Return)
    index = grid.view.currentIndex()
    assert (index.row(), FIELDS[index.column()]) == (2, Field.ACTIVITY)
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert grid.view.hasFocus()


def test_escape_puts_the_bar_away_and_the_sheet_has_the_keys(stand: Stand) -> None:
    line = search_for(stand, "surat")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert stand.window.sheet.hasFocus()


def test_all_is_replaced_by_one_click_and_one_undo(stand: Stand) -> None:
    before = stand.document
    search_for(stand, "surat", Qt.Key.Key_H)
    new = stand.find(QLineEdit, "search_new")
    new.setFocus()
    QTest.keyClicks(new, "naskah")
    button = stand.find(QPushButton, "search_all")
    assert button.text() == "Ganti Semua (3)"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stand.document.identity.title == "Pengiriman naskah"
    assert all_activities(stand.document)[2] == "Mengirim naskah"
    assert stand.desk.catalogue.word(stand.session.undo_name or pytest.fail("no undo")) == (
        "Ganti 3 hasil pencarian"
    )
    assert not button.isEnabled()
    stand.session.undo()
    assert stand.document == before


def test_one_after_the_other_is_replaced_by_enter(stand: Stand) -> None:
    search_for(stand, "surat", Qt.Key.Key_H)
    new = stand.find(QLineEdit, "search_new")
    new.setFocus()
    QTest.keyClicks(new, "surat dinas")
    QTest.keyClick(new, Qt.Key.Key_Return)  # goes to the first hit only
    assert stand.session.undo_name is None
    QTest.keyClick(new, Qt.Key.Key_Return)
    assert stand.document.identity.title == "Pengiriman surat dinas"
    assert "Langkah 1" in said(stand)
    QTest.keyClick(new, Qt.Key.Key_Return)
    assert all_activities(stand.document) == [
        "Menyusun konsep surat dinas",
        "Memeriksa konsep",
        "Mengirim surat",
    ]
    assert new.hasFocus()


def test_what_is_found_is_never_read_as_markup(stand: Stand) -> None:
    search_for(stand, "surat", Qt.Key.Key_H)
    new = stand.find(QLineEdit, "search_new")
    new.setText("<img src='x'>surat")
    stand.find(QPushButton, "search_all").click()
    stand.act("find_next")
    assert "&lt;img" in said(stand)
    assert "<img" not in said(stand)


def test_the_bar_follows_the_document(stand: Stand) -> None:
    search_for(stand, "konsep")
    stand.select_step(1)
    stand.act("delete")
    assert "1 hasil" in said(stand)


def test_every_part_of_the_bar_has_a_name(stand: Stand) -> None:
    bar = open_bar(stand, Qt.Key.Key_H)
    kinds = (QLineEdit, QToolButton, QPushButton)
    parts = [part for kind in kinds for part in bar.findChildren(kind)]
    assert len(parts) == 9
    for part in parts:
        text = part.text() if isinstance(part, QPushButton) else part.accessibleName()
        assert text, part.objectName()


def renaming(stand: Stand, steps: list[object]) -> None:
    """Open the dialog from the menu and carry out `steps` once it is shown."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RenameActorDialog)
        for step in steps:
            assert callable(step)
            step(dialog)

    QTimer.singleShot(0, act)
    stand.act("rename_actor")


def child(dialog: QWidget, kind: type[QWidget]) -> QWidget:
    found = dialog.findChild(kind)
    assert found is not None
    return found


def test_an_actor_is_renamed_everywhere_after_a_preview(stand: Stand) -> None:
    stand.select_step(2)
    stand.window.sheet.setFocus()
    activity = "Kepala Dinas menandatangani, sekretaris mengirim"
    search_for(stand, "Mengirim surat", Qt.Key.Key_H)
    stand.find(QLineEdit, "search_new").setText(activity)
    stand.find(QPushButton, "search_all").click()
    stand.session.select(Selection.of_actors("c1", "a1"))
    shown: list[str] = []

    def type_name(dialog: QWidget) -> None:
        line = dialog.findChild(QLineEdit, "new_name")
        assert line is not None
        assert line.text() == "Sekretaris"
        assert not child(dialog, QPushButton).isEnabled()
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(line, "Kabag Umum")

    def look(dialog: QWidget) -> None:
        items = child(dialog, QListWidget)
        assert isinstance(items, QListWidget)
        shown.extend(items.item(row).text() for row in range(items.count()))

    def accept(dialog: QWidget) -> None:
        line = dialog.findChild(QLineEdit, "new_name")
        assert line is not None
        QTest.keyClick(line, Qt.Key.Key_Return)

    renaming(stand, [type_name, look, accept])
    assert len(shown) == 1
    assert "sekretaris → Kabag Umum" in shown[0]
    assert stand.document.actors[0].name == "Kabag Umum"
    assert all_activities(stand.document)[2] == ("Kepala Dinas menandatangani, Kabag Umum mengirim")
    stand.session.undo()
    assert stand.document.actors[0].name == "Sekretaris"
    assert all_activities(stand.document)[2] == activity


def test_texts_may_stay_and_cancelling_changes_nothing(stand: Stand) -> None:
    before = stand.document

    def cancel(dialog: QWidget) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    renaming(stand, [cancel])
    assert stand.document is before

    def only_the_heading(dialog: QWidget) -> None:
        choice, box = child(dialog, Choice), child(dialog, QCheckBox)
        assert isinstance(choice, Choice)
        assert isinstance(box, QCheckBox)
        choice.setCurrentIndex(1)
        choice.activated.emit(1)
        line = dialog.findChild(QLineEdit, "new_name")
        assert line is not None
        assert line.text() == "Kepala Dinas"
        line.setText("Plt. Kepala Dinas")
        box.setChecked(False)
        QTest.keyClick(line, Qt.Key.Key_Return)

    renaming(stand, [only_the_heading])
    assert stand.document.actors[1].name == "Plt. Kepala Dinas"
