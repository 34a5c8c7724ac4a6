"""A workbook chosen in the window: shown beside its result, confirmed, then corrected."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from sopeditor.foundation.progress import UNWATCHED
from sopeditor.ui.intake.dialog import ImportDialog
from sopeditor.ui.intake.hints import ImportHints
from sopeditor.ui.intake.places import place_of
from sopeditor.ui.workbook_import import document_from_workbook, review_of
from tests.gui.ui.conftest import Stand
from tests.unit.excel.reader.office import OfficeSheet, office_workbook, read_office


def a_sheet() -> OfficeSheet:
    sheet = OfficeSheet().steps("Menerima surat", "Memeriksa surat", "Mengarsipkan surat")
    first = sheet.shape("flowChartTerminator", "C3")
    second = sheet.shape("flowChartDocument", "D4")
    sheet.line(first, second)
    sheet.label("Ya", 340, 20)
    return sheet


def items_of(dialog: ImportDialog) -> list[QTreeWidgetItem]:
    found = map(dialog.findings.topLevelItem, range(dialog.findings.topLevelItemCount()))
    return [item for item in found if item is not None]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "surat.xlsx"
    path.write_bytes(office_workbook(a_sheet()))
    return path


@pytest.fixture
def dialog(stand: Stand, workbook: Path, qtbot: QtBot) -> ImportDialog:
    review = review_of(workbook, stand.desk.profiles, UNWATCHED)
    shown = ImportDialog(review, stand.desk.catalogue)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_confirmed_workbook_becomes_an_unsaved_document(stand: Stand, workbook: Path) -> None:
    stand.answers.path = workbook
    stand.answers.agree = True

    stand.act("import_table")

    assert stand.answers.errors == []
    assert stand.document.charts[0].steps[0].activity == "Menerima surat"
    assert stand.session.path is None
    assert stand.session.dirty


def test_a_workbook_not_confirmed_changes_nothing(stand: Stand, workbook: Path) -> None:
    before = stand.document
    stand.answers.path = workbook

    stand.act("import_table")

    assert stand.document is before
    assert stand.answers.asked[-1][0] == "confirm_import"


def test_an_unreadable_workbook_is_told(stand: Stand, tmp_path: Path) -> None:
    path = tmp_path / "rusak.xlsx"
    path.write_bytes(b"PK\x03\x04")

    assert document_from_workbook(path, stand.desk) is None
    assert [words.key for words in stand.answers.errors] == ["excel_import.unreadable.damaged"]
    assert QApplication.overrideCursor() is None


def test_every_finding_is_listed_with_its_cell(dialog: ImportDialog) -> None:
    lines = [(item.text(0), item.text(2)) for item in items_of(dialog)]

    assert len(lines) == len(dialog.findings.findings) == 3
    assert lines[0][0] == "SOP 01!D4"
    assert "flowChartDocument" in lines[0][1]


def test_choosing_a_finding_marks_its_cell(dialog: ImportDialog) -> None:
    assert dialog.picture is not None
    before = dialog.picture.grab().toImage()

    dialog.findings.setCurrentItem(items_of(dialog)[1])

    assert dialog.picture.grab().toImage() != before


def test_the_pictures_show_the_sheet_and_the_pages(dialog: ImportDialog) -> None:
    assert dialog.picture is not None
    image = dialog.picture.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 300, 2) for y in range(0, 200, 2)}
    assert len(colours) > 3

    before = dialog.picture.width()
    dialog.zoom.setValue(140)
    assert dialog.picture.width() == pytest.approx(before * 2, rel=0.02)


def test_tab_leads_from_the_list_through_the_form_to_the_end(dialog: ImportDialog) -> None:
    QTest.qWait(5)
    form = dialog.panel.form
    widget: QWidget | None = dialog.findings.nextInFocusChain()
    assert form is not None
    reached: list[QWidget] = []
    while widget is not None and widget is not dialog.findings:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reached.append(widget)
        widget = widget.nextInFocusChain()
    buttons = dialog.buttons
    fields = [reached.index(field) for field in reached if form.isAncestorOf(field)]
    places = [reached.index(one) for one in (buttons.right, buttons.make, buttons.cancel)]
    assert places[0] < min(fields) <= max(fields) < places[1] < places[2]


def test_buttons_answer(dialog: ImportDialog) -> None:
    make = next(b for b in dialog.findChildren(QPushButton) if b.isDefault())

    QTest.mouseClick(make, Qt.MouseButton.LeftButton)

    assert dialog.result() == ImportDialog.DialogCode.Accepted


def test_the_guesses_stay_in_sight(stand: Stand, qtbot: QtBot) -> None:
    hints = ImportHints(read_office(a_sheet()).findings, stand.desk.catalogue)
    qtbot.addWidget(hints)
    hints.show()

    assert not hints.isModal()
    assert hints.findings.topLevelItemCount() == 3


@pytest.mark.parametrize(("cell", "place"), [("A1", (0, 0)), ("D12", (11, 3)), ("AB3", (2, 27))])
def test_cells_have_places(cell: str, place: tuple[int, int]) -> None:
    assert place_of(cell) == place
