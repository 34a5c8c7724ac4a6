"""The cheat sheet under F1."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget

from sopeditor.ui.actions import ACTIONS
from sopeditor.ui.dialogs.shortcuts import ShortcutsDialog, print_keys
from sopeditor.ui.key_sheet import KeyGroup, key_groups, matching, printed
from sopeditor.ui.language import LANGUAGES, read_catalogue
from tests.gui.ui.conftest import MakeStand, Stand


def rows(table: QTableWidget) -> list[str]:
    items = (table.item(row, 0) for row in range(table.rowCount()))
    return [item.text() for item in items if item is not None]


def groups_of(language: str) -> tuple[KeyGroup, ...]:
    """Answer the sheet of the actions that are data."""
    shortcuts = {spec.key: [QKeySequence(key) for key in spec.shortcuts] for spec in ACTIONS}
    return key_groups(read_catalogue(language), shortcuts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_with_a_key_is_listed_once(language: str) -> None:
    groups = groups_of(language)
    titles = [group.title for group in groups]
    assert len(set(titles)) == len(titles)
    menu_lines = [line for group in groups[:-4] for line in group.lines]
    assert len(menu_lines) == sum(1 for spec in ACTIONS if spec.shortcuts)
    assert all(line.does and line.keys for group in groups for line in group.lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_called_as_hints_and_keyboards_call_them(
    make_stand: MakeStand, language: str
) -> None:
    step = make_stand(language=language).window.actions_by_key["step_below"].shortcut()
    assert step.toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Enter"


def test_all_words_must_match_and_the_heading_counts_as_one() -> None:
    groups = groups_of("id")
    found = matching(groups, "SIMPAN sebagai")
    assert [line.does for group in found for line in group.lines] == ["Simpan Sebagai"]
    assert matching(groups, "berkas ctrl+s")[0].title == "Berkas"
    assert matching(groups, "tidak-ada-apa-apa") == ()
    assert matching(groups, "  ") == groups


def test_f1_opens_it_and_typing_narrows_it(stand: Stand) -> None:
    seen: list[list[str]] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ShortcutsDialog)
        table, line = dialog.findChild(QTableWidget), dialog.findChild(QLineEdit)
        assert isinstance(table, QTableWidget)
        assert isinstance(line, QLineEdit)
        seen.append(rows(table))
        assert dialog.focusWidget() is line
        QTest.keyClicks(line, "tempel")
        seen.append(rows(table))
        line.selectAll()
        QTest.keyClicks(line, "alt+2")
        keys = (table.item(row, 1) for row in range(1, table.rowCount()))
        seen.append([item.text() for item in keys if item is not None])
        QTest.keyClick(line, Qt.Key.Key_Escape)

    QTimer.singleShot(100, act)
    stand.window.activateWindow()
    assert QTest.qWaitForWindowActive(stand.window)
    stand.window.sheet.setFocus()
    QTest.keyClick(stand.window.sheet, Qt.Key.Key_F1)
    assert len(seen[0]) > 40
    assert seen[1] == ["Edit", "Tempel", "Di tabel langkah", "Tempel"]
    assert seen[2] == ["Alt+2"]


@pytest.mark.usefixtures("qapp")
def test_it_is_printed_with_every_line(tmp_path: Path) -> None:
    groups = groups_of("id")
    page = printed(groups, "Pintasan & tombol")
    assert "Pintasan &amp; tombol" in page
    assert all(page.count(f"<h4>{group.title}</h4>") == 1 for group in groups)
    assert page.count("<tr>") == 1 + sum(len(group.lines) for group in groups)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "tombol.pdf"))
    print_keys(printer, groups, "Pintasan")
    written = (tmp_path / "tombol.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert len(written) > 5_000
