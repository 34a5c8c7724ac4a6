"""Into the office's own workbook by way of the window."""

import re
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from sopeditor.assets import resource
from sopeditor.editing.identity import SetIdentityField
from sopeditor.excel.flavour import Flavour
from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.corrections import Corrections
from sopeditor.excel.template.fill import FillOptions
from sopeditor.excel.template.rehearsal import Rehearsing
from sopeditor.model.step import Column
from sopeditor.painting.measuring import QtMeasurer
from sopeditor.ui.dialogs.template.chooser import Offer, TemplateChooser
from sopeditor.ui.dialogs.template.correcting import moved
from sopeditor.ui.dialogs.template.dialog import Subject, TemplateDialog
from sopeditor.ui.dialogs.template.lines import By, FoundLine, Sort
from sopeditor.ui.templates.memory import RememberedTemplate, TemplateMemory, office_of
from tests.gui.ui.conftest import MakeStand, Stand
from tests.unit.excel.template.office import office_template
from tests.unit.excel.template.test_corrections import a_form

OWN = resource("templates", "format-sop-35-2012.xlsx")


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "format kantor.xlsx"
    path.write_bytes(a_form())
    return path


def dialog_on(
    stand: Stand, template: bytes, qtbot: QtBot, office: str = "Dinas A"
) -> TemplateDialog:
    trial = Rehearsing(
        template=template,
        document=stand.document,
        profile=stand.desk.profile,
        measurer=QtMeasurer(),
    )
    dialog = TemplateDialog(
        trial.run(FillOptions()), trial.run, Subject("x.xlsx", office), stand.desk.catalogue
    )
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose_line(dialog: TemplateDialog, name: str) -> None:
    index = [line.name for line in dialog.found.lines].index(name)
    item = dialog.found.tree.topLevelItem(index)
    assert item is not None
    dialog.found.tree.setCurrentItem(item)


def line_of(dialog: TemplateDialog, name: str) -> FoundLine:
    return next(line for line in dialog.found.lines if line.name == name)


def told(dialog: TemplateDialog) -> str:
    texts = [dialog.changes.item(row).text() for row in range(dialog.changes.count())]
    return "\n".join(texts)


def test_a_confirmed_template_is_filled_and_saved(stand: Stand, form: Path, tmp_path: Path) -> None:
    stand.answers.agree = True
    stand.answers.path = form
    before = form.read_bytes()
    out = tmp_path / "keluar.xlsx"
    stand.answers.choose_save = lambda *_: out  # type: ignore[method-assign]

    stand.act("export_template")

    assert stand.answers.errors == []
    assert load_workbook(out).worksheets[0]["B5"].value == "Menyusun konsep surat"
    assert form.read_bytes() == before
    assert stand.answers.asked[-1] == ("exported", out)


def test_a_template_not_confirmed_writes_nothing(stand: Stand, form: Path, tmp_path: Path) -> None:
    stand.answers.path = form
    stand.act("export_template")
    assert sorted(tmp_path.glob("*.xlsx")) == [form]
    assert stand.answers.asked[-1][0] == "confirm_template"


def test_a_broken_template_is_told_in_one_sentence(stand: Stand, tmp_path: Path) -> None:
    stand.answers.path = tmp_path / "rusak.xlsx"
    stand.answers.path.write_bytes(b"PK\x03\x04")
    stand.act("export_template")
    assert len(stand.answers.errors) == 1


def test_a_template_is_remembered_for_its_office_with_what_was_set_right(
    stand: Stand, form: Path, tmp_path: Path
) -> None:
    stand.session.execute(SetIdentityField(field="unit", value="Bagian  Umum"))
    stand.answers.agree = stand.answers.remember = True
    stand.answers.path = form
    out = tmp_path / "keluar.xlsx"
    stand.answers.choose_save = lambda *_: out  # type: ignore[method-assign]
    stand.act("export_template")
    kept = TemplateMemory(stand.desk.settings).of("bagian umum")
    assert kept is not None
    assert kept.path == form

    moved_title = {"SOP": Corrections(fields={"title": CellRange.cell(1, 3)})}
    TemplateMemory(stand.desk.settings).remember(replace(kept, corrections=moved_title))
    stand.answers.path = None  # nothing is browsed for: the office's own comes first
    stand.act("export_template")
    assert stand.answers.offers[0] == Offer(form, "Bagian Umum")
    assert load_workbook(out).worksheets[0]["D2"].value == "Pengiriman Surat"


def test_what_is_remembered_survives_the_settings_file(stand: Stand) -> None:
    memory = TemplateMemory(stand.desk.settings)
    corrections = Corrections(
        fields={"title": CellRange(1, 2, 3, 4), "unit": None},
        columns={Column.ACTORS: (2, 4), Column.REMARKS: None},
        first_row=7,
    )
    one = RememberedTemplate('Dinas Á / "B"', Path("satu.xlsx"), {"Lembar 1": corrections})
    two = RememberedTemplate("Dinas C", Path("dua.xltx"))
    memory.remember(one)
    memory.remember(two)
    assert memory.all() == (two, one)
    memory.remember(replace(two, path=Path("tiga.xlsx")))
    assert [kept.path.name for kept in memory.all()] == ["tiga.xlsx", "satu.xlsx"]
    memory.forget("DINAS C")
    assert memory.all() == (one,)


@pytest.mark.parametrize("text", ["", "[", "{}", "[1]", '[{"office": 1}]', "null"])
def test_settings_that_make_no_sense_remember_nothing(stand: Stand, text: str) -> None:
    stand.desk.settings.keep("templates", text)
    assert TemplateMemory(stand.desk.settings).all() == ()


def test_a_vanished_template_is_told_and_can_be_forgotten(
    stand: Stand, tmp_path: Path, qtbot: QtBot
) -> None:
    memory = TemplateMemory(stand.desk.settings)
    gone = tmp_path / "pindah" / "format.xlsx"
    memory.remember(RememberedTemplate("Dinas A", gone))
    chooser = TemplateChooser(
        (Offer(gone, "Dinas A"), Offer(OWN)), lambda: None, memory.forget, stand.desk.catalogue
    )
    qtbot.addWidget(chooser)
    chooser.show()
    assert "format.xlsx" in chooser.about.text()
    assert str(gone.parent) in chooser.about.text()
    assert not chooser.use_button.isEnabled()
    QTest.mouseClick(chooser.forget_button, Qt.MouseButton.LeftButton)
    assert memory.all() == ()
    assert chooser.list.count() == 1
    assert not chooser.forget_button.isEnabled()  # ours cannot be forgotten
    QTest.mouseClick(chooser.use_button, Qt.MouseButton.LeftButton)
    assert chooser.path == OWN


def test_another_file_can_be_chosen_instead(stand: Stand, form: Path, qtbot: QtBot) -> None:
    forget = TemplateMemory(stand.desk.settings).forget
    chooser = TemplateChooser((Offer(OWN),), lambda: form, forget, stand.desk.catalogue)
    qtbot.addWidget(chooser)
    QTest.mouseClick(chooser.browse_button, Qt.MouseButton.LeftButton)
    assert chooser.path == form


def test_the_dialog_tells_what_was_found_and_what_will_happen(stand: Stand, qtbot: QtBot) -> None:
    dialog = dialog_on(stand, a_form(), qtbot)
    assert line_of(dialog, "title") == FoundLine(
        Sort.FIELD, "title", By.CAPTION, CellRange.cell(0, 1)
    )
    assert line_of(dialog, "approver").by is By.NOTHING
    assert line_of(dialog, "actors").area == CellRange(4, 2, 4, 4)
    words = stand.desk.catalogue.text
    added = words("office_template.change.rows_added", count=2, sheet="SOP", row=5)
    lanes = words("office_template.change.lanes", sheet="SOP", before=3, after=2)
    assert added in told(dialog)
    assert lanes in told(dialog)


def test_a_clicked_cell_becomes_the_place_of_a_field(stand: Stand, qtbot: QtBot) -> None:
    dialog = dialog_on(stand, a_form(), qtbot)
    choose_line(dialog, "title")
    assert dialog.found.place.text() == "B1"
    picture = dialog.picture
    assert picture is not None
    box = picture.choose(CellRange.cell(1, 3))
    assert box is not None
    QTest.mouseClick(
        picture, Qt.MouseButton.LeftButton, pos=QPoint(*box.center().toPoint().toTuple())
    )
    assert dialog.found.place.text() == "D2"
    QTest.mouseClick(dialog.found.move_button, Qt.MouseButton.LeftButton)
    assert line_of(dialog, "title") == FoundLine(
        Sort.FIELD, "title", By.PERSON, CellRange.cell(1, 3)
    )
    assert dialog.rehearsal.after[0].cells.text(1, 3) == "Pengiriman Surat"
    QTest.mouseClick(dialog.found.restore_button, Qt.MouseButton.LeftButton)
    assert line_of(dialog, "title").by is By.CAPTION


def test_a_typed_place_moves_the_lanes(stand: Stand, qtbot: QtBot) -> None:
    dialog = dialog_on(stand, a_form(), qtbot)
    choose_line(dialog, "actors")
    assert dialog.found.place.text() == "C:E"
    dialog.found.place.setText("d:e")
    QTest.keyClick(dialog.found.place, Qt.Key.Key_Return)
    assert line_of(dialog, "actors").area == CellRange(4, 3, 4, 4)
    table = dialog.rehearsal.previews[0].table
    assert table is not None
    assert table.lanes == ((3, 3), (4, 4))
    assert dialog.isVisible()  # Enter moved the lanes and did not agree to the filling


def test_a_column_can_be_left_out(stand: Stand, qtbot: QtBot) -> None:
    dialog = dialog_on(stand, a_form(), qtbot)
    choose_line(dialog, "remarks")
    QTest.mouseClick(dialog.found.leave_button, Qt.MouseButton.LeftButton)
    assert line_of(dialog, "remarks").area is None
    assert line_of(dialog, "remarks").by is By.PERSON


def test_an_unknown_form_can_be_set_right_until_it_can_be_filled(
    stand: Stand, qtbot: QtBot
) -> None:
    dialog = dialog_on(stand, a_form(recognisable=False), qtbot)
    for name in ("title", "sop_number"):
        choose_line(dialog, name)
        QTest.mouseClick(dialog.found.leave_button, Qt.MouseButton.LeftButton)
    assert not dialog.fill_button.isEnabled()
    for name, place in (("first_row", "5"), ("activity", "B"), ("actors", "C:E")):
        choose_line(dialog, name)
        dialog.found.place.setText(place)
        QTest.mouseClick(dialog.found.move_button, Qt.MouseButton.LeftButton)
    assert dialog.fill_button.isEnabled()
    assert dialog.rehearsal.after[0].cells.text(4, 1) == "Menyusun konsep surat"


def test_placeholders_are_not_moved_here(stand: Stand, qtbot: QtBot) -> None:
    dialog = dialog_on(stand, OWN.read_bytes(), qtbot)
    dialog.sheets.setCurrentIndex(0)
    choose_line(dialog, "title")
    assert line_of(dialog, "title").by is By.PLACEHOLDER
    assert not dialog.found.move_button.isEnabled()


def test_a_placeholder_in_cells_and_in_a_shape_is_told_with_its_cells(
    stand: Stand, qtbot: QtBot
) -> None:
    dialog = dialog_on(stand, office_template(), qtbot)
    assert line_of(dialog, "title").area == CellRange(0, 0, 0, 8)


def test_choices_fill_anew(stand: Stand, qtbot: QtBot) -> None:
    dialog = dialog_on(stand, a_form(), qtbot)
    assert dialog.rehearsal.after[0].cells.text(0, 1) == "Pengiriman Surat"
    dialog.choices.by_captions.click()
    assert dialog.rehearsal.after[0].cells.text(0, 1) == ""
    dialog.choices.compat.click()
    assert dialog.rehearsal.options.flavour is Flavour.COMPAT


def test_nobody_s_document_remembers_no_template(stand: Stand, qtbot: QtBot) -> None:
    assert office_of(stand.document) == ""
    dialog = dialog_on(stand, a_form(), qtbot, office="")
    assert not dialog.choices.remember.isEnabled()
    assert not dialog.remembers


@pytest.mark.parametrize("words", ["", "D", "7", "D7:", "x y", "A0", "D7;E8"])
def test_nonsense_is_no_place_for_a_field(words: str) -> None:
    line = FoundLine(Sort.FIELD, "title", By.CAPTION, CellRange.cell(0, 0))
    assert moved(Corrections(), line, words) is None


def test_a_row_and_columns_are_read_as_people_type_them() -> None:
    row = FoundLine(Sort.FIRST_ROW, "first_row", By.NOTHING)
    lanes = FoundLine(Sort.COLUMN, "actors", By.NOTHING)
    read = partial(moved, Corrections())
    assert read(row, " 12 ") == Corrections(first_row=11)
    assert read(row, "B12") == Corrections(first_row=11)
    assert read(lanes, "$c:$E") == Corrections(columns={Column.ACTORS: (2, 4)})
    assert read(lanes, "E5:C5") == Corrections(columns={Column.ACTORS: (2, 4)})
    assert read(lanes, "12") is None


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_two_things_of_the_dialog_answer_to_the_same_letter(
    make_stand: MakeStand, language: str, qtbot: QtBot
) -> None:
    stand = make_stand(language=language)
    dialog = dialog_on(stand, a_form(), qtbot)
    texts = [button.text() for button in dialog.findChildren(QAbstractButton)]
    texts += [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    letters = [found[1].lower() for text in texts if (found := re.search("&([^&])", text))]
    assert len(letters) >= 9
    assert sorted(set(letters)) == sorted(letters)
