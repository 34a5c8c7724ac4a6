"""The panels edit the document through commands, and follow it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from sopeditor.model.identity import Nature
from sopeditor.model.page import Orientation, Paper
from sopeditor.model.symbol import SymbolKind
from sopeditor.session.selection import Selection
from sopeditor.ui.panels.fields import Choice
from tests.gui.ui.conftest import Stand


def type_into(widget: QWidget, text: str) -> None:
    """Replace the text of a field by typing."""
    widget.window().activateWindow()
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)


def choose(field: Choice, value: object) -> None:
    """Choose a value as the keyboard or a click would."""
    index = field.values.index(value)
    field.setCurrentIndex(index)
    field.activated.emit(index)


def test_what_is_typed_goes_into_the_step_and_undoes_as_one(stand: Stand) -> None:
    stand.select_step(0)
    activity = stand.find(QPlainTextEdit, "step_activity")
    assert activity.toPlainText() == "Menyusun konsep surat"
    type_into(activity, "Membuat konsep")
    assert stand.chart.steps[0].activity == "Membuat konsep"
    stand.act("undo")
    assert stand.chart.steps[0].activity == "Menyusun konsep surat"
    assert activity.toPlainText() == "Menyusun konsep surat"


def test_the_caret_stays_while_typing_in_the_middle(stand: Stand) -> None:
    stand.select_step(0)
    activity = stand.find(QPlainTextEdit, "step_activity")
    activity.setFocus()
    cursor = activity.textCursor()
    cursor.setPosition(9)
    activity.setTextCursor(cursor)
    QTest.keyClicks(activity, "isi ")
    assert stand.chart.steps[0].activity == "Menyusun isi konsep surat"
    assert activity.textCursor().position() == 13


def test_a_blank_at_the_end_can_be_typed(stand: Stand) -> None:
    stand.select_step(0)
    type_into(stand.find(QPlainTextEdit, "step_output"), "Surat ")
    QTest.keyClicks(stand.find(QPlainTextEdit, "step_output"), "dinas")
    assert stand.chart.steps[0].quality.output == "Surat dinas"


def test_undo_keys_in_a_field_undo_the_document(stand: Stand) -> None:
    stand.select_step(0)
    stand.window.activateWindow()
    remarks = stand.find(QPlainTextEdit, "step_remarks")
    type_into(remarks, "Lihat lampiran")
    QTest.keyClick(remarks, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stand.chart.steps[0].remarks == ""
    assert remarks.toPlainText() == ""


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1 hari kerja", "terbaca: 1 hari kerja"),
        ("5-10 menit", "terbaca: 5 menit sampai 10 menit"),
        ("2 menit/berkas", "terbaca: 2 menit per berkas"),
        ("maks. 1,5 jam", "terbaca: paling lama 1,5 jam"),
        ("H-3", "terbaca: 3 hari sebelum hari pelaksanaan"),
        ("Sesuai jadwal", "Bukan lama waktu; dicetak apa adanya."),
    ],
)
def test_the_reading_of_the_time_is_told(stand: Stand, typed: str, told: str) -> None:
    stand.select_step(0)
    type_into(stand.find(QPlainTextEdit, "step_duration"), typed)
    assert told in {label.text() for label in stand.window.findChildren(QLabel)}


def test_kind_and_lane_of_a_symbol_are_chosen(stand: Stand) -> None:
    stand.select_step(1)
    choose(stand.named(Choice, stand.words("symbol.kind")), SymbolKind.PROCESS)
    choose(stand.named(Choice, stand.words("symbol.lane")), "a1")
    symbol = stand.chart.steps[1].symbols[0]
    assert (symbol.kind, symbol.actors) == (SymbolKind.PROCESS, ("a1",))


def test_a_symbol_is_shared_between_actors(stand: Stand) -> None:
    stand.select_step(1)
    menu = stand.named(QToolButton, stand.words("symbol.joint")).menu()
    menu.actions()[0].trigger()
    assert set(stand.chart.steps[1].symbols[0].actors) == {"a2", "a1"}


def test_arrows_are_added_labelled_led_elsewhere_and_removed(stand: Stand) -> None:
    stand.select_step(0)
    add = next(b for b in stand.window.findChildren(QPushButton) if b.isVisible()
               and b.text() == stand.words("symbol.add_flow"))  # fmt: skip
    add.click()
    QTest.qWait(1)
    assert [f.target for f in stand.chart.flows if f.source == "n1"] == ["n2", "n3"]
    labels = [
        field
        for field in stand.window.findChildren(QLineEdit)
        if field.isVisible() and field.accessibleName() == stand.words("flow.label")
    ]
    type_into(labels[1], "Selesai")
    added = next(f for f in stand.chart.flows if (f.source, f.target) == ("n1", "n3"))
    assert added.label == "Selesai"
    remove = [
        button
        for button in stand.window.findChildren(QToolButton)
        if button.isVisible() and button.accessibleName() == stand.words("flow.remove")
    ]
    remove[1].click()
    assert [f.target for f in stand.chart.flows if f.source == "n1"] == ["n2"]


def test_steps_are_walked_through(stand: Stand) -> None:
    stand.select_step(0)
    stand.named(QToolButton, stand.words("step.next")).click()
    assert stand.session.selection.steps == {"s2"}
    assert stand.find(QLabel, "step_title").text() == "Langkah 2 dari 3"
    stand.named(QToolButton, stand.words("step.previous")).click()
    assert stand.session.selection.steps == {"s1"}


def test_showing_a_step_flashes_no_window_and_keeps_the_focus(stand: Stand) -> None:
    stand.select_step(0)
    activity = stand.find(QPlainTextEdit, "step_activity")
    activity.setFocus()
    for position in (1, 2, 0):
        stand.select_step(position)
        assert QApplication.activeWindow() is stand.window
        assert activity.hasFocus()


def test_page_break_and_own_number(stand: Stand) -> None:
    stand.select_step(1)
    breaks = [b for b in stand.window.findChildren(QCheckBox) if b.isVisible()]
    breaks[0].click()
    assert stand.chart.steps[1].break_before
    label = stand.named(QLineEdit, "Nomor sendiri (kosong: otomatis)")
    type_into(label, "1a")
    assert stand.chart.row_labels() == ("1", "1a", "2")


def test_identity_takes_texts_dates_and_lists(stand: Stand) -> None:
    stand.show_panel("identity")
    type_into(stand.find(QLineEdit, "identity_agency"), "Dinas Kearsipan")
    bases = stand.find(QPlainTextEdit, "identity_legal_bases")
    type_into(bases, "UU Nomor 43 Tahun 2009")
    QTest.keyClick(bases, Qt.Key.Key_Return)
    QTest.keyClicks(bases, "PP Nomor 28 Tahun 2012")
    date = stand.find(QWidget, "identity_created_on").findChildren(QLineEdit)[0]
    type_into(date, "05-03-2026")
    identity = stand.document.identity
    assert identity.agency == "Dinas Kearsipan"
    assert identity.legal_bases == ("UU Nomor 43 Tahun 2009", "PP Nomor 28 Tahun 2012")
    assert identity.created_on.text == "2026-03-05"
    assert date.text() == "05-03-2026"
    stand.find(QLineEdit, "identity_agency").setFocus()
    assert date.text() == "5 Maret 2026"


def test_a_text_that_is_no_date_is_kept_and_told(stand: Stand) -> None:
    stand.show_panel("identity")
    field = stand.find(QWidget, "identity_effective_on")
    type_into(field.findChildren(QLineEdit)[0], "31 Februari 2026")
    assert stand.document.identity.effective_on.text == "31 Februari 2026"
    assert stand.words("identity.no_date") in {x.text() for x in field.findChildren(QLabel)}


def test_approver_and_classification(stand: Stand) -> None:
    stand.show_panel("identity")
    type_into(stand.find(QLineEdit, "identity_approver_position"), "Kepala Dinas")
    choose(stand.named(Choice, stand.words("identity.nature").replace("&", "")), Nature.TECHNICAL)
    assert stand.document.identity.approver.position == "Kepala Dinas"
    assert stand.document.identity.classification.nature is Nature.TECHNICAL


def test_a_logo_is_encoded_anew_and_made_small(stand: Stand, tmp_path: Path) -> None:
    picture = QImage(2400, 1200, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    path = tmp_path / "lambang.jpg"
    assert picture.save(str(path))
    stand.show_panel("identity")
    stand.answers.path = path
    next(b for b in stand.window.findChildren(QPushButton)
         if b.text() == stand.words("identity.choose_logo")).click()  # fmt: skip
    logo = stand.document.identity.logo
    assert logo is not None
    kept = QImage.fromData(logo.png)
    assert (kept.width(), kept.height()) == (1000, 500)
    assert logo.png.startswith(b"\x89PNG")


@pytest.mark.parametrize("content", [b"", b"GIF89a" + bytes(40), b"\x89PNG\r\n\x1a\n" + bytes(50)])
def test_what_is_no_picture_is_refused_in_words(
    stand: Stand, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "lambang.png"
    path.write_bytes(content)
    stand.show_panel("identity")
    stand.answers.path = path
    next(b for b in stand.window.findChildren(QPushButton)
         if b.text() == stand.words("identity.choose_logo")).click()  # fmt: skip
    assert stand.document.identity.logo is None
    assert [stand.desk.catalogue.word(words) for words in stand.answers.errors]


def test_an_actor_with_symbols_is_removed_only_after_a_question(stand: Stand) -> None:
    stand.show_panel("actors")
    stand.session.select(Selection.of_actors("c1", "a2"))
    remove = stand.named(QToolButton, stand.words("actors.delete"))
    remove.click()
    assert stand.answers.asked == [("Kepala Dinas", 1)]
    assert [*stand.chart.lanes] == ["a1", "a2"]
    stand.answers.agree = True
    remove.click()
    assert [*stand.chart.lanes] == ["a1"]
    stand.act("undo")
    assert [*stand.chart.lanes] == ["a1", "a2"]


def test_an_actor_without_symbols_goes_without_a_question(stand: Stand) -> None:
    stand.act("actor")
    added = stand.chart.lanes[-1]
    assert stand.document.actor(added).name == "Pelaksana 3"
    stand.named(QToolButton, stand.words("actors.delete")).click()
    assert stand.answers.asked == []
    assert stand.chart.lanes == ("a1", "a2")


def test_actors_are_renamed_and_moved(stand: Stand) -> None:
    stand.show_panel("actors")
    names = stand.named(QListWidget, stand.words("actors.list"))
    names.setCurrentRow(0)
    names.item(0).setText("Sekretaris Dinas")
    assert stand.document.actor("a1").name == "Sekretaris Dinas"
    stand.named(QToolButton, stand.words("actors.move_down")).click()
    assert stand.chart.lanes == ("a2", "a1")
    assert names.item(1).text() == "Sekretaris Dinas"
    stand.named(QToolButton, stand.words("actors.move_up")).click()
    assert stand.chart.lanes == ("a1", "a2")


def test_dragging_in_the_list_moves_the_lane(stand: Stand) -> None:
    stand.show_panel("actors")
    names = stand.named(QListWidget, stand.words("actors.list"))
    root = names.rootIndex()
    assert names.model().moveRow(root, 0, root, 2)
    QTest.qWait(10)
    assert stand.chart.lanes == ("a2", "a1")
    assert names.item(0).text() == "Kepala Dinas"


def test_code_and_external_party(stand: Stand) -> None:
    stand.show_panel("actors")
    stand.session.select(Selection.of_actors("c1", "a2"))
    type_into(stand.named(QLineEdit, "Kode singkat"), "KD")
    next(b for b in stand.window.findChildren(QCheckBox) if b.isVisible()).click()
    actor = stand.document.actor("a2")
    assert (actor.code, actor.external) == ("KD", True)


def test_paper_and_profile_are_chosen(stand: Stand) -> None:
    stand.show_panel("page")
    choose(stand.named(Choice, "Kertas"), Paper.A4)
    choose(stand.named(Choice, "Arah kertas"), Orientation.PORTRAIT)
    choose(stand.named(Choice, "Profil Peraturan"), "permendagri_52_2011")
    page = stand.document.page
    assert (page.paper, page.orientation) == (Paper.A4, Orientation.PORTRAIT)
    assert stand.document.profile == "permendagri_52_2011"


def test_a_choice_ignores_the_wheel_unless_it_has_the_focus(stand: Stand) -> None:
    stand.show_panel("page")
    assert stand.named(Choice, "Kertas").focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_refused_change_is_told_and_taken_back_on_screen(stand: Stand) -> None:
    stand.select_step(1)
    kind = stand.named(Choice, stand.words("symbol.kind"))
    refused: list[object] = []
    stand.session.refused.connect(refused.append)
    target = next(
        field
        for field in stand.window.findChildren(Choice)
        if field.isVisible() and field.accessibleName() == stand.words("flow.target")
    )
    shown = target.currentIndex()
    taken = {flow.target for flow in stand.chart.flows if flow.source == "n2"}
    choose(target, (taken - {target.values[shown]}).pop())
    assert refused
    assert target.currentIndex() == shown
    assert kind.isVisible()


def test_several_rows_show_what_they_have_in_common_and_are_written_at_once(stand: Stand) -> None:
    steps = [step.id for step in stand.chart.steps]
    stand.select_step(0)
    type_into(stand.find(QPlainTextEdit, "step_duration"), "5 menit")
    stand.select_step(1)
    type_into(stand.find(QPlainTextEdit, "step_duration"), "5 menit")
    stand.session.select(Selection.of_steps("c1", *steps[:2]))
    activity = stand.find(QPlainTextEdit, "step_activity")
    duration = stand.find(QPlainTextEdit, "step_duration")
    assert stand.find(QLabel, "step_title").text() == "2 langkah dipilih"
    assert (activity.toPlainText(), activity.placeholderText()) == ("", "(berbeda-beda)")
    assert (duration.toPlainText(), duration.placeholderText()) == ("5 menit", "")
    before = stand.document
    type_into(stand.find(QPlainTextEdit, "step_output"), "Surat")
    assert [step.quality.output for step in stand.chart.steps] == ["Surat", "Surat", ""]
    name = stand.session.undo_name
    assert name is not None
    assert stand.desk.catalogue.word(name) == "Ubah Output 2 langkah"
    stand.act("undo")
    assert stand.document == before


def test_what_differs_becomes_one_text_for_all_by_typing(stand: Stand) -> None:
    stand.session.select(Selection.of_steps("c1", "s1", "s3"))
    activity = stand.find(QPlainTextEdit, "step_activity")
    type_into(activity, "Mencatat")
    assert [step.activity for step in stand.chart.steps] == [
        "Mencatat",
        "Memeriksa konsep",
        "Mencatat",
    ]
    assert activity.toPlainText() == "Mencatat"
    assert activity.placeholderText() == ""


def test_page_breaks_of_several_rows_are_set_by_one_click(stand: Stand) -> None:
    box = next(
        box for box in stand.window.findChildren(QCheckBox)
        if box.text() == stand.words("step.page_break")
    )  # fmt: skip
    stand.select_step(1)
    box.click()
    stand.session.select(Selection.of_steps("c1", "s2", "s3"))
    assert box.checkState() is Qt.CheckState.PartiallyChecked
    box.click()
    assert [step.break_before for step in stand.chart.steps] == [False, True, True]
    assert box.checkState() is Qt.CheckState.Checked
    box.click()
    assert [step.break_before for step in stand.chart.steps] == [False, False, False]
    stand.act("undo")
    assert stand.chart.steps[2].break_before


def test_what_one_row_has_of_its_own_is_hidden_for_several(stand: Stand) -> None:
    stand.session.select(Selection.of_steps("c1", "s1", "s2"))
    assert not [c for c in stand.window.findChildren(Choice)
                if c.isVisible() and c.accessibleName() == stand.words("symbol.kind")]  # fmt: skip
    stand.select_step(0)
    assert stand.named(Choice, stand.words("symbol.kind")).isVisible()
