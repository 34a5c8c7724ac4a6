"""Guesses of an import, confirmed and corrected in the dialog by mouse and keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sopeditor.excel.reader.findings import Topic
from sopeditor.foundation.progress import UNWATCHED
from sopeditor.model.document import Document
from sopeditor.model.flow import FlowKind
from sopeditor.model.symbol import SymbolKind
from sopeditor.ui.intake.dialog import ImportDialog
from sopeditor.ui.intake.review import ImportReview
from sopeditor.ui.intake.subject import Subject
from sopeditor.ui.workbook_import import review_of
from tests.gui.ui.conftest import Stand
from tests.unit.excel.reader.office import COLUMN, HEAD, ROW, OfficeSheet, office_workbook

SHEET = "SOP 01"


def a_sheet() -> OfficeSheet:
    """Answer a chart with a loose line, a strange shape, words and a link that lead nowhere."""
    sheet = OfficeSheet().steps("Menerima", "Memeriksa", "Mengesahkan", "Mengarsipkan")
    sheet.cells["B7"] = "lalu melapor"
    first = sheet.shape("flowChartTerminator", "C3")
    sheet.shape("flowChartDecision", "D4")
    sheet.shape("flowChartDocument", "E5")
    link = sheet.shape("homePlate", "C5", "9", (20, 20))
    sheet.line(first, link)
    sheet.stroke((380, 200), (380, 230), "tail")
    sheet.label("Ya", 680, 150)
    return sheet


#: The orders of its shapes.
START, CHECK, STRANGE, LINK, LINE, LOOSE, WORDS = range(7)


class Desk:
    """The dialog and ways to use it."""

    def __init__(self, dialog: ImportDialog, review: ImportReview) -> None:
        self.dialog = dialog
        self.review = review

    @property
    def document(self) -> Document:
        assert self.review.imported is not None
        return self.review.imported.document

    def rules(self) -> list[str]:
        return [found.rule for found in self.review.open]

    def look(self, rule: str) -> None:
        """Choose the first finding of a rule."""
        rules = [found.rule for found in self.dialog.findings.findings]
        self.dialog.findings.look_at(rules.index(rule))
        QTest.qWait(5)

    def click(self, x: float, y: float) -> None:
        """Click into the sheet, at a place in its pixels."""
        picture = self.dialog.picture
        assert picture is not None
        scale = picture.scale * 0.75
        QTest.mouseClick(
            picture, Qt.MouseButton.LeftButton, pos=QPoint(round(x * scale), round(y * scale))
        )
        QTest.qWait(5)

    def choose(self, name: str, words: str) -> None:
        """Choose by typing in a list of choices, as keyboards do."""
        box = self.field(QComboBox, name)
        index = next(n for n in range(box.count()) if words in box.itemText(n))
        box.setFocus()
        for _ in range(2 * box.count()):
            if box.currentIndex() == index:
                return
            down = box.currentIndex() < index
            QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
            QTest.qWait(5)
            box = self.field(QComboBox, name)
        raise AssertionError(f"{words} can't be reached in {name}")

    def press(self, name: str) -> None:
        QTest.mouseClick(self.field(QPushButton, name), Qt.MouseButton.LeftButton)
        QTest.qWait(5)

    def field(self, kind: type[QWidget], name: str):  # type: ignore[no-untyped-def]
        form = self.dialog.panel.form
        assert form is not None
        found = form.findChild(kind, name)
        assert found is not None, name
        return found

    def flows(self) -> set[str]:
        (chart,) = self.document.charts
        rows = {symbol.id: index + 1 for index, symbol in chart.symbols()}
        marks = {FlowKind.FLOW: ">", FlowKind.JOINT: "="}
        return {
            f"{rows[flow.source]}{marks[flow.kind]}{rows[flow.target]}:{flow.label}".rstrip(":")
            for flow in chart.flows
        }


def desk_of(stand: Stand, sheet: OfficeSheet, folder: Path, qtbot: QtBot) -> Desk:
    path = folder / "surat.xlsx"
    path.write_bytes(office_workbook(sheet))
    review = review_of(path, stand.desk.profiles, UNWATCHED)
    dialog = ImportDialog(review, stand.desk.catalogue)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    QTest.qWait(5)
    return Desk(dialog, review)


@pytest.fixture
def desk(stand: Stand, tmp_path: Path, qtbot: QtBot) -> Desk:
    return desk_of(stand, a_sheet(), tmp_path, qtbot)


def test_space_confirms_and_goes_on_with_the_next(desk: Desk) -> None:
    rules = desk.rules()
    assert desk.dialog.findings.hasFocus()
    desk.look(rules[0])

    QTest.keyClick(desk.dialog.findings, Qt.Key.Key_Space)

    assert desk.rules() == rules[1:]
    found = desk.dialog.findings.current()
    assert found is not None
    assert found.rule == rules[1]


def test_space_elsewhere_confirms_nothing(desk: Desk) -> None:
    rules = desk.rules()
    desk.look("shape_as_box")
    others = desk.field(QListWidget, "others")
    others.setFocus()
    others.setCurrentRow(0)

    QTest.keyClick(others, Qt.Key.Key_Space)
    QTest.qWait(5)

    assert desk.rules() == rules
    assert len(desk.document.charts[0].steps[2].symbols[0].actors) == 2


def test_all_can_be_confirmed_and_taken_back(desk: Desk) -> None:
    before, rules = desk.document, desk.rules()

    layout = desk.review.layout

    QTest.mouseClick(desk.dialog.buttons.all_right, Qt.MouseButton.LeftButton)
    assert desk.rules() == []
    assert desk.review.layout is layout
    assert QApplication.overrideCursor() is None
    assert desk.document == before
    assert not desk.dialog.buttons.all_right.isEnabled()

    QTest.keyClick(desk.dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.rules() == rules


def test_a_loose_line_is_led_by_the_keyboard(desk: Desk) -> None:
    desk.look("loose_line")
    desk.choose("source0", "Memeriksa")
    desk.choose("target0", "Mengesahkan")

    assert desk.flows() == {"2>3"}
    assert "loose_line" not in desk.rules()

    desk.choose("label", "Ya")
    assert desk.flows() == {"2>3:Ya"}
    desk.press("turn")
    assert desk.flows() == {"3>2:Ya"}
    desk.press("both_ways")
    assert desk.flows() == {"3>2:Ya", "2>3:Ya"}
    desk.press("drop_line")
    assert desk.flows() == set()


def test_corrections_are_taken_back_one_by_one_or_by_name(desk: Desk) -> None:
    rules = desk.rules()
    desk.look("loose_line")
    desk.press("drop_line")
    desk.look("shape_as_box")
    desk.choose("use", "belah ketupat")
    corrected = desk.rules()

    desk.dialog.buttons.back.click()
    assert "shape_as_box" in desk.rules()
    desk.dialog.buttons.again.click()
    assert desk.rules() == corrected

    findings = desk.dialog.findings
    findings.look_at(len(findings.findings))
    assert findings.current_correction() is not None
    findings.setFocus()
    QTest.keyClick(findings, Qt.Key.Key_Delete)
    assert "loose_line" in desk.rules()
    assert "shape_as_box" not in desk.rules()
    desk.dialog.buttons.back.click()
    desk.dialog.buttons.back.click()
    desk.dialog.buttons.back.click()
    assert desk.rules() == rules


def test_a_correction_in_the_list_is_looked_at_and_changed_again(desk: Desk) -> None:
    desk.look("shape_as_box")
    desk.choose("use", "belah ketupat")
    findings = desk.dialog.findings
    item = findings.topLevelItem(len(findings.findings))
    assert item is not None
    assert item.text(0) == "SOP 01!E5"

    findings.look_at(len(findings.findings))
    QTest.qWait(5)
    desk.choose("use", "kapsul")

    assert desk.document.charts[0].steps[2].symbols[0].kind is SymbolKind.TERMINATOR
    assert len(desk.review.made) == 1


def test_a_shape_gets_its_kind_step_and_lanes(desk: Desk) -> None:
    desk.look("shape_as_box")
    desk.choose("use", "belah ketupat")
    desk.choose("step", "4 ·")
    desk.choose("lane", "Staf")
    others = desk.field(QListWidget, "others")
    others.item(1).setCheckState(Qt.CheckState.Checked)
    QTest.qWait(5)

    (chart,) = desk.document.charts
    symbol = chart.steps[3].symbols[0]
    assert symbol.kind is SymbolKind.DECISION
    assert symbol.actors == (chart.lanes[0], chart.lanes[1])


def test_a_shape_can_be_connected_to_another(desk: Desk) -> None:
    desk.look("shape_as_box")
    target = desk.field(QWidget, "new_flow").findChildren(QComboBox)[1]
    target.setCurrentIndex(next(n for n in range(target.count()) if "2 ·" in target.itemText(n)))
    desk.press("add_flow")

    assert desk.flows() == {"3>2"}


def test_words_become_the_label_of_a_line(desk: Desk) -> None:
    desk.look("lonely_link")
    desk.choose("link_to", "Memeriksa")
    assert desk.flows() == {"1>2"}

    desk.look("unused_text")
    desk.choose("label_of", "→")

    assert desk.flows() == {"1>2:Ya"}
    assert {"lonely_link", "unused_text"}.isdisjoint(desk.rules())


def test_a_row_becomes_a_step(desk: Desk) -> None:
    desk.look("row_continued")
    desk.choose("row", "tersendiri")

    assert [step.activity for step in desk.document.charts[0].steps][-1] == "lalu melapor"


def test_a_clicked_cell_can_say_something_else(desk: Desk) -> None:
    desk.click(1.5 * COLUMN, 3.5 * ROW)
    text = desk.field(QPlainTextEdit, "cell_text")
    assert text.toPlainText() == "Memeriksa"
    text.setPlainText("Memeriksa berkas")
    desk.press("take_over")

    assert desk.document.charts[0].steps[1].activity == "Memeriksa berkas"


def test_a_clicked_shape_can_be_left_out(desk: Desk) -> None:
    desk.click(3.5 * COLUMN, 3.5 * ROW)
    assert desk.dialog.findings.current() is None
    desk.choose("use", "bukan bagian")

    assert desk.document.charts[0].steps[1].symbols == ()


def test_a_clicked_heading_opens_the_table(desk: Desk) -> None:
    desk.click(8.5 * COLUMN, 0.5 * ROW)
    desk.choose("column_remarks", "(tidak ada)")
    desk.choose("column_tools", "I ·")

    assert desk.review.imported is not None
    ((_, head),) = desk.review.imported.heads
    assert {column.value: place[0] for column, place in head.columns.items()}["tools"] == 8


def test_looking_at_a_table_corrects_nothing(desk: Desk) -> None:
    desk.click(8.5 * COLUMN, 0.5 * ROW)
    for box in ("head_rows0", "head_rows1", "last_row"):
        desk.field(QSpinBox, box).setFocus()
        QTest.keyClick(desk.field(QSpinBox, box), Qt.Key.Key_Tab)

    assert desk.review.made == ()


def test_the_last_row_of_a_table_can_be_told(desk: Desk) -> None:
    desk.click(8.5 * COLUMN, 0.5 * ROW)
    row = desk.field(QSpinBox, "last_row")
    row.setFocus()
    row.selectAll()
    QTest.keyClicks(row, "4")
    QTest.keyClick(row, Qt.Key.Key_Tab)
    QTest.qWait(5)

    assert len(desk.document.charts[0].steps) == 2


def test_the_missing_cover_can_be_filled_in(desk: Desk) -> None:
    desk.look("no_cover")
    desk.choose("field", "Judul")
    desk.field(QPlainTextEdit, "field_text").setPlainText("Surat Masuk")
    desk.press("take_over")

    assert desk.document.identity.title == "Surat Masuk"


def test_a_finding_marks_its_shape_on_both_sides(desk: Desk) -> None:
    assert desk.dialog.pages is not None
    assert desk.dialog.picture is not None
    desk.look("loose_line")
    before = [picture.grab().toImage() for picture in (desk.dialog.picture, desk.dialog.pages)]

    desk.look("shape_as_box")

    after = [picture.grab().toImage() for picture in (desk.dialog.picture, desk.dialog.pages)]
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_a_table_that_was_not_found_is_shown_by_a_person(
    stand: Stand, tmp_path: Path, qtbot: QtBot
) -> None:
    sheet = OfficeSheet({**HEAD, "C1": "Siapa"}).steps("Menerima", "Mengirim")
    desk = desk_of(stand, sheet, tmp_path, qtbot)
    assert desk.review.imported is None
    assert not desk.dialog.buttons.make.isEnabled()

    desk.choose("lanes1", "E ·")
    desk.choose("column_number", "A ·")
    desk.choose("column_activity", "B ·")

    assert [step.activity for step in desk.document.charts[0].steps] == ["Menerima", "Mengirim"]
    assert len(desk.document.charts[0].lanes) == 3
    assert desk.dialog.buttons.make.isEnabled()


def test_a_sheet_can_be_left_out_and_taken_again(desk: Desk) -> None:
    desk.dialog.is_in.click()
    assert desk.review.imported is None

    desk.dialog.is_in.click()
    assert len(desk.document.charts[0].steps) == 4


def test_every_topic_has_words_and_a_form_or_says_that_it_has_none(desk: Desk) -> None:
    shapes = {Topic.LINE: LOOSE, Topic.SYMBOL: STRANGE, Topic.LABEL: WORDS, Topic.LINK: LINK}
    for topic in Topic:
        shape = (shapes[topic],) if topic in shapes else ()
        desk.dialog.panel.look_at(Subject(SHEET, topic, shape, (3, 1)))
        QTest.qWait(5)

        assert (desk.dialog.panel.form is None) == (topic is Topic.NOTHING)
        assert desk.dialog.panel.title.text()


def test_all_fields_of_all_forms_have_names(desk: Desk) -> None:
    shapes = {Topic.LINE: LOOSE, Topic.SYMBOL: STRANGE, Topic.LABEL: WORDS, Topic.LINK: LINK}
    for topic in set(Topic) - {Topic.NOTHING}:
        shape = (shapes[topic],) if topic in shapes else ()
        desk.dialog.panel.look_at(Subject(SHEET, topic, shape, (3, 1)))
        QTest.qWait(5)
        form = desk.dialog.panel.form
        assert form is not None
        for field in (*form.findChildren(QComboBox), *form.findChildren(QPlainTextEdit)):
            assert field.accessibleName(), (topic, field.objectName())


def test_the_corrected_document_is_the_one_that_is_made(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "surat.xlsx"
    path.write_bytes(office_workbook(a_sheet()))
    stand.answers.path = path

    def correct(review: ImportReview) -> bool:
        from sopeditor.excel.reader.corrections import LinesLead

        review.say(LinesLead(SHEET, (LOOSE,), ((CHECK, STRANGE),), label="Ya"))
        return True

    monkeypatch.setattr(stand.answers, "confirm_import", correct)

    stand.act("import_table")

    assert [flow.label for flow in stand.document.charts[0].flows] == ["Ya"]


def test_going_through_a_list_by_key_is_one_change(desk: Desk) -> None:
    desk.look("shape_as_box")
    box = desk.field(QComboBox, "use")
    start = box.currentIndex()
    box.setFocus()
    passed = []
    for _ in range(2):
        QTest.keyClick(desk.field(QComboBox, "use"), Qt.Key.Key_Down)
        QTest.qWait(5)
        passed.append(desk.review.corrections)
    assert passed[0] != passed[1]
    desk.dialog.buttons.back.click()
    QTest.qWait(5)
    assert not desk.review.can_take_back
    assert desk.field(QComboBox, "use").currentIndex() == start
    desk.dialog.buttons.again.click()
    assert desk.review.corrections == passed[1]
