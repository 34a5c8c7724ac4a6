"""Cut, copy and paste with real keys: in a document, between windows, with other programs."""

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from sopeditor.canvas.places import StepPlace
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.integrity import broken_references
from sopeditor.model.step import Column
from sopeditor.session.selection import Selection
from sopeditor.session.session import EditorSession
from sopeditor.tables.notation import Field
from sopeditor.ui.clipboard.contents import STEPS_MIME, SYMBOLS_MIME
from tests.builders import a_document
from tests.gui.ui.conftest import MakeStand, Stand

CTRL = Qt.KeyboardModifier.ControlModifier


def press(stand: Stand, key: Qt.Key) -> None:
    """Press Ctrl and a key on the sheet."""
    stand.window.activateWindow()
    assert QTest.qWaitForWindowActive(stand.window)
    stand.window.sheet.setFocus()
    QTest.keyClick(stand.window.sheet, key, CTRL)


def on_clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def put(text: str = "", html: str = "") -> None:
    """Put what another program would put on the clipboard."""
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def activities(document: Document) -> list[str]:
    return [step.activity for step in document.charts[0].steps]


def undo_words(stand: Stand) -> str:
    name = stand.session.undo_name
    return stand.desk.catalogue.word(name) if name else ""


def leads(chart: Chart, source: int, target: int) -> bool:
    """Answer whether a flow leads from one row to another, counted from 0."""
    rows = {symbol.id: row for row, symbol in chart.symbols()}
    return any((rows[f.source], rows[f.target]) == (source, target) for f in chart.flows)


def test_steps_are_copied_and_pasted_below_as_one_change_and_selected(stand: Stand) -> None:
    stand.session.select(Selection.of_steps("c1", "s1", "s2"))
    press(stand, Qt.Key.Key_C)
    press(stand, Qt.Key.Key_V)
    assert len(stand.chart.steps) == 5
    assert activities(stand.document)[2:4] == ["Menyusun konsep surat", "Memeriksa konsep"]
    assert leads(stand.chart, 2, 3)
    assert stand.session.selection.steps == {step.id for step in stand.chart.steps[2:4]}
    assert undo_words(stand) == "Tempel 2 langkah"
    press(stand, Qt.Key.Key_Z)
    assert len(stand.chart.steps) == 3


def test_cut_and_paste_moves_a_step_with_its_flow(make_stand: MakeStand) -> None:
    stand = make_stand(EditorSession(a_document(rows="(A) B A (B)")))
    stand.select_step(1)
    press(stand, Qt.Key.Key_X)
    assert undo_words(stand) == "Potong 1 langkah"
    stand.select_step(1)
    press(stand, Qt.Key.Key_V)
    assert activities(stand.document) == [f"Menyusun bahan {n}" for n in (1, 3, 2, 4)]
    assert all(leads(stand.chart, row, row + 1) for row in range(3))


def test_steps_go_from_one_window_to_another(make_stand: MakeStand) -> None:
    first = make_stand()
    second = make_stand(EditorSession(a_document(lanes="A", rows="(A)")))
    first.session.select(Selection.of_steps("c1", "s2", "s3"))
    press(first, Qt.Key.Key_C)
    second.select_step(0)
    press(second, Qt.Key.Key_V)
    assert activities(second.document)[1:] == ["Memeriksa konsep", "Mengirim surat"]
    names = [second.document.actor(lane).name for lane in second.chart.lanes]
    assert names == ["Jabatan A", "Sekretaris", "Kepala Dinas"]
    assert [flow.label for flow in second.chart.flows if flow.label] == ["Ya"]
    assert broken_references(second.document) == ()


def test_symbols_are_pasted_into_the_selected_row(stand: Stand) -> None:
    stand.session.select(Selection.of_symbols("c1", "n2"))
    press(stand, Qt.Key.Key_C)
    stand.select_step(2)
    press(stand, Qt.Key.Key_V)
    assert len(stand.chart.steps) == 3
    assert len(stand.chart.steps[2].symbols) == 2
    assert stand.session.selection.symbols == {stand.chart.steps[2].symbols[1].id}
    assert undo_words(stand) == "Tempel 1 simbol"


def test_a_symbol_goes_into_the_lane_cell_that_keys_act_on(stand: Stand) -> None:
    stand.session.select(Selection.of_symbols("c1", "n2"))
    press(stand, Qt.Key.Key_C)
    stand.window.sheet.go_to(StepPlace("s1", Column.ACTIVITY))
    stand.window.sheet.setFocus()
    for _ in range(2):
        QTest.keyClick(stand.window.sheet, Qt.Key.Key_Right)
    if stand.window.sheet.spot is None:  # the first lane holds a symbol
        QTest.keyClick(stand.window.sheet, Qt.Key.Key_Right)
    press(stand, Qt.Key.Key_V)
    assert stand.chart.steps[0].symbols[1].actors == ("a2",)


def test_cut_symbols_leave_their_row(stand: Stand) -> None:
    stand.session.select(Selection.of_symbols("c1", "n2"))
    press(stand, Qt.Key.Key_X)
    assert stand.chart.steps[1].symbols == ()
    assert undo_words(stand) == "Potong 1 simbol"


def test_where_keys_act_on_one_cell_its_text_is_copied_cut_and_pasted(stand: Stand) -> None:
    sheet = stand.window.sheet
    sheet.go_to(StepPlace("s1", Column.ACTIVITY))
    press(stand, Qt.Key.Key_C)
    sheet.go_to(StepPlace("s2", Column.REMARKS))
    press(stand, Qt.Key.Key_V)
    assert stand.chart.steps[1].remarks == "Menyusun konsep surat"
    press(stand, Qt.Key.Key_X)
    assert stand.chart.steps[1].remarks == ""
    assert on_clipboard().text() == "Menyusun konsep surat"
    assert len(stand.chart.steps) == 3


def test_other_programs_get_a_table_as_text_and_html_and_a_picture(stand: Stand) -> None:
    stand.select_step(1)
    press(stand, Qt.Key.Key_C)
    data = on_clipboard()
    assert data.text().splitlines()[1].split("\t")[:3] == ["2", "Memeriksa konsep", "Kepala Dinas"]
    assert data.text().splitlines()[1].split("\t")[-1] == ""
    assert "<td>Memeriksa konsep</td>" in data.html()
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1_000
    assert _dark_dots(image) > 1_000


def test_a_picture_alone_shows_only_the_rows_chosen(stand: Stand) -> None:
    heights = []
    for steps in (("s1",), ("s1", "s3")):
        stand.session.select(Selection.of_steps("c1", *steps))
        stand.act("copy_picture")
        assert not on_clipboard().hasText()
        heights.append(QGuiApplication.clipboard().image().height())
    assert heights[0] < heights[1]


def test_a_table_of_another_program_becomes_steps(stand: Stand) -> None:
    stand.select_step(1)
    put(
        text="ignored",
        html="<table><tr><td>No<td>Kegiatan<td>Pelaksana<td>Waktu</tr>"
        "<tr><td>1<td>Mencatat surat<td>Arsiparis<td>5 menit</tr>"
        "<tr><td>2<td>Memberi nomor<td>sekretaris<td>5 menit</tr></table>",
    )
    press(stand, Qt.Key.Key_V)
    assert activities(stand.document)[2:4] == ["Mencatat surat", "Memberi nomor"]
    assert stand.chart.steps[2].quality.duration.text == "5 menit"
    assert len(stand.document.actors) == 3
    assert stand.chart.steps[3].symbols[0].actors == ("a1",)


def test_lines_of_text_become_activities_in_the_flow(stand: Stand) -> None:
    stand.select_step(1)
    put(text="1. Mencatat surat\r\n2. Memberi nomor\r\n")
    press(stand, Qt.Key.Key_V)
    assert activities(stand.document)[2:4] == ["Mencatat surat", "Memberi nomor"]
    assert all(leads(stand.chart, row, row + 1) for row in (1, 2, 3))
    assert undo_words(stand) == "Tempel 2 langkah"


def test_several_lines_go_into_the_one_cell_unless_they_are_activities(stand: Stand) -> None:
    put(text="1. Surat\n2. Berkas")
    stand.window.sheet.go_to(StepPlace("s1", Column.INPUTS))
    press(stand, Qt.Key.Key_V)
    assert stand.chart.steps[0].quality.inputs == "1. Surat\n2. Berkas"
    stand.window.sheet.go_to(StepPlace("s1", Column.ACTIVITY))
    press(stand, Qt.Key.Key_V)
    assert len(stand.chart.steps) == 5


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe garbage",
        b"<sop/>",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        b'<sop xmlns="urn:sopeditor:document" format="1"/>',
    ],
)
@pytest.mark.parametrize("kind", [STEPS_MIME, SYMBOLS_MIME])
def test_garbage_under_our_own_name_changes_nothing_and_is_told(
    stand: Stand, kind: str, content: bytes
) -> None:
    stand.select_step(0)
    before = stand.document
    data = QMimeData()
    data.setData(kind, QByteArray(content))
    QGuiApplication.clipboard().setMimeData(data)
    press(stand, Qt.Key.Key_V)
    assert stand.document is before
    assert "papan klip" in stand.window.statusBar().currentMessage()


def test_a_clipboard_with_nothing_to_paste_is_told(stand: Stand) -> None:
    stand.select_step(0)
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    press(stand, Qt.Key.Key_V)
    assert "papan klip" in stand.window.statusBar().currentMessage()


def test_a_table_that_contradicts_itself_is_told_and_changes_nothing(stand: Stand) -> None:
    before = stand.document
    stand.select_step(0)
    put(text="Kegiatan\tPelaksana\tAlur\nMencatat\tStaf\t99\n")
    press(stand, Qt.Key.Key_V)
    assert stand.document is before
    assert stand.window.statusBar().currentMessage()


def test_more_steps_than_a_file_holds_are_not_taken(stand: Stand) -> None:
    before = stand.document
    stand.select_step(0)
    put(text="baris\n" * 5_000)
    press(stand, Qt.Key.Key_V)
    assert stand.document is before


def test_what_no_file_can_hold_is_left_out_of_pasted_text(stand: Stand) -> None:
    stand.select_step(0)
    put(text="Menca\x0btat\x00 surat\x1b\ufffe")
    press(stand, Qt.Key.Key_V)
    assert activities(stand.document)[1] == "Menca\ntat surat"


def test_in_a_text_field_the_menu_acts_on_its_text(stand: Stand) -> None:
    stand.select_step(0)
    activity = stand.find(QPlainTextEdit, "step_activity")
    activity.setFocus()
    activity.selectAll()
    stand.act("copy")
    assert on_clipboard().text() == "Menyusun konsep surat"
    assert not on_clipboard().hasFormat(STEPS_MIME)
    stand.show_panel("identity")
    number = stand.find(QLineEdit, "identity_sop_number")
    number.setFocus()
    stand.act("paste")
    assert stand.document.identity.sop_number == "Menyusun konsep surat"
    assert len(stand.chart.steps) == 3


def test_in_the_step_table_the_menu_acts_on_its_cells(stand: Stand) -> None:
    stand.act("view_table")
    stand.window.views.grid.view.go_to(1, Field.ACTIVITY)
    stand.act("copy")
    assert on_clipboard().text().strip() == "Memeriksa konsep"
    stand.window.views.grid.view.go_to(2, Field.OUTPUT)
    stand.act("paste")
    assert stand.chart.steps[2].quality.output == "Memeriksa konsep"
    assert len(stand.chart.steps) == 3


def test_copying_waits_for_something_to_copy(stand: Stand) -> None:
    keys = ("cut", "copy", "copy_picture")
    stand.session.select(Selection())
    assert not any(stand.window.actions_by_key[key].isEnabled() for key in keys)
    stand.select_step(0)
    assert all(stand.window.actions_by_key[key].isEnabled() for key in keys)


def _dark_dots(image: QImage) -> int:
    return sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )
