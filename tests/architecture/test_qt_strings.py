"""Qt's own buttons, menus and dialogs speak Indonesian."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from lxml import etree
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QColorDialog,
    QDialogButtonBox,
    QFileDialog,
    QFontDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressDialog,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sopeditor.assets import resource

SOURCE = resource("translations", "qt", "qtbase_id.ts")
#: In English only the names of keys that Qt calls otherwise than keyboards do.
ENGLISH_SOURCE = resource("translations", "qt", "qtbase_en.ts")
COMPILED = resource("translations", "qt", "qtbase_id.qm")
Buttons = QDialogButtonBox.StandardButton

EXPECTED = {
    Buttons.Ok: "OK",
    Buttons.Save: "Simpan",
    Buttons.SaveAll: "Simpan semua",
    Buttons.Open: "Buka",
    Buttons.Yes: "&Ya",
    Buttons.YesToAll: "Ya untuk &semua",
    Buttons.No: "&Tidak",
    Buttons.NoToAll: "Ti&dak untuk semua",
    Buttons.Abort: "Hentikan",
    Buttons.Retry: "Coba lagi",
    Buttons.Ignore: "Abaikan",
    Buttons.Close: "Tutup",
    Buttons.Cancel: "Batal",
    Buttons.Discard: "Jangan simpan",
    Buttons.Help: "Bantuan",
    Buttons.Apply: "Terapkan",
    Buttons.Reset: "Setel ulang",
    Buttons.RestoreDefaults: "Kembalikan ke bawaan",
}

#: Words that only English would put on a button or label of these dialogs.
ENGLISH = re.compile(
    r"\b(the|and|to|of|open|save|cancel|close|yes|no|apply|help|print|page|pages|size|color|colors"
    r"|font|style|file|files|folder name|look|type|undo|redo|copy|paste|cut|delete|select|all|zoom"
    r"|show|hide|details|next|previous|first|last|width|height|add|pick|sample|effects)\b",
    re.IGNORECASE,
)


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[QTranslator]:
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def messages(path: Path) -> dict[tuple[str, str, str], str]:
    """Answer the translations of a .ts file by context, source and comment."""
    return {
        (
            context.findtext("name", ""),
            entry.findtext("source", ""),
            entry.findtext("comment", ""),
        ): entry.findtext("translation", "")
        for context in etree.parse(path).iter("context")
        for entry in context.iter("message")
    }


def test_every_standard_button_reads_indonesian(qtbot: QtBot, indonesian: QTranslator) -> None:
    assert not indonesian.isEmpty()
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    assert {kind: box.addButton(kind).text() for kind in EXPECTED} == EXPECTED


def test_no_standard_button_was_forgotten() -> None:
    bounds = {"NoButton", "FirstButton", "LastButton"}
    assert {kind for kind in Buttons if kind.name not in bounds} == set(EXPECTED)


@pytest.mark.usefixtures("indonesian")
def test_context_menus_of_text_fields_read_indonesian(qtbot: QtBot) -> None:
    line, text = QLineEdit("surat"), QTextEdit("surat")
    for field in (line, text):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        words = [action.text() for action in menu.actions() if action.text()]
        assert len(words) >= 6
        assert english_in(words) == []
        menu.deleteLater()


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    ("keys", "read"),
    [
        ("Ctrl+Return", "Ctrl+Enter"),
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        ("Space", "Spasi"),
        ("Alt+Left", "Alt+Panah Kiri"),
        ("Ctrl+S", "Ctrl+S"),
        ("Shift+Del", "Shift+Del"),
    ],
)
def test_keys_read_as_an_indonesian_keyboard_is_spoken_of(keys: str, read: str) -> None:
    assert QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) == read


@pytest.mark.usefixtures("indonesian")
def test_undo_and_redo_read_indonesian(qtbot: QtBot) -> None:
    stack, owner = QUndoStack(), QWidget()
    qtbot.addWidget(owner)
    assert stack.createUndoAction(owner).text() == "Urungkan"
    assert stack.createRedoAction(owner).text() == "Ulangi"


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    "kind", [QMessageBox, QProgressDialog, QColorDialog, QFontDialog, QFileDialog]
)
def test_dialogs_read_indonesian(qtbot: QtBot, kind: type[QWidget]) -> None:
    dialog = kind()
    qtbot.addWidget(dialog)
    if isinstance(dialog, QMessageBox):
        dialog.setDetailedText("rincian")
    if isinstance(dialog, QFileDialog):
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert english_in(shown_words(dialog)) == []


@pytest.mark.usefixtures("indonesian")
def test_the_print_preview_reads_indonesian(qtbot: QtBot) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog = QPrintPreviewDialog(printer)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Pratinjau cetak"
    tips = [action.text() for action in dialog.actions()]
    assert english_in([*shown_words(dialog), *tips]) == []


def shown_words(dialog: QWidget) -> list[str]:
    """Answer what the title, the labels and the buttons of a dialog say."""
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    buttons = dialog.findChildren(QAbstractButton)
    said = [button.text() or button.toolTip() for button in buttons]
    return [dialog.windowTitle(), *labels, *said]


def english_in(words: list[str]) -> list[str]:
    """Answer the words that look English; mnemonic marks are no letters."""
    return [word for word in words if ENGLISH.search(word.replace("&", ""))]


def test_the_look_for_english_finds_it() -> None:
    assert english_in(["&Save", "Simpan", "Select All"]) == ["&Save", "Select All"]


def test_each_translation_keeps_the_values_and_the_mnemonic_of_its_source() -> None:
    entries = messages(SOURCE)
    assert len(entries) > 300
    for (context, text, _), translation in entries.items():
        assert re.findall(r"%\d", text) == re.findall(r"%\d", translation), (context, text)
        assert mnemonics(text) == mnemonics(translation), (context, text)


def mnemonics(text: str) -> int:
    """Answer how many letters of a text are marked with `&`."""
    return len(re.findall(r"&\w", text))


@pytest.mark.parametrize("source", [SOURCE, ENGLISH_SOURCE], ids=["id", "en"])
def test_the_compiled_file_says_what_its_source_says(tmp_path: Path, source: Path) -> None:
    compiled, fresh = source.with_suffix(".qm"), tmp_path / "fresh.qm"
    compiler = Path(PySide6.__file__).with_name("lrelease" + ".exe" * (sys.platform == "win32"))
    subprocess.run([str(compiler), "-silent", str(source), "-qm", str(fresh)], check=True)
    kept, made = QTranslator(), QTranslator()
    assert kept.load(str(compiled))
    assert made.load(str(fresh))
    for (context, text, comment), translation in messages(source).items():
        assert made.translate(context, text, comment) == translation
        assert kept.translate(context, text, comment) == translation
    assert compiled.stat().st_size == fresh.stat().st_size
