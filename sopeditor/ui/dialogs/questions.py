"""What the program asks: one object, so that whoever tests can answer without a window."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from sopeditor.foundation.message import Catalogue, Message
from sopeditor.layout.placement import DocumentLayout

if TYPE_CHECKING:
    from sopeditor.excel.reader.reading import Imported
    from sopeditor.ui.dialogs.boxes import WordedBox


class Answer(StrEnum):
    """What was answered to the question about unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Questions:
    """Asks and tells in modal windows over `parent`, in plain text with worded buttons."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        self._catalogue = catalogue
        self._parent = parent

    def belong_to(self, parent: QWidget) -> None:
        """Show the windows over `parent` from now on."""
        self._parent = parent

    def ask_save(self, name: str) -> Answer:
        """Ask what shall happen to unsaved changes of the document `name`."""
        words = ("save", "discard", "cancel")
        question = self._box(QMessageBox.Icon.Warning, "unsaved", words, name=name)
        return Answer(question.ask())

    def ask_overwrite_changed(self, name: str) -> bool:
        """Ask whether to save over a file that another program has changed meanwhile."""
        return self._agrees("changed_on_disk", ("overwrite", "cancel"), name=name)

    def ask_remove_actor(self, name: str, symbols: int) -> bool:
        """Ask whether to remove an actor together with its symbols."""
        return self._agrees("remove_actor", ("remove", "cancel"), name=name, count=symbols)

    def ask_remove_chart(self, name: str, steps: int) -> bool:
        """Ask whether to remove a chart with all its steps."""
        return self._agrees("remove_chart", ("remove", "cancel"), name=name, count=steps)

    def ask_rescue(self, log: Path) -> bool:
        """Tell that the program failed and ask whether to save under another name."""
        words = ("save_as", "close")
        return self._box(QMessageBox.Icon.Critical, "crash", words, log=log).ask() == "save_as"

    def ask_text(self, key: str, text: str) -> str | None:
        """Ask for a line of text, `text` being the suggestion; None: cancelled."""
        title = self._catalogue.text(f"ui.question.{key}_title")
        label = self._catalogue.text(f"ui.question.{key}_text")
        typed, agreed = QInputDialog.getText(
            self._parent, title, label, QLineEdit.EchoMode.Normal, text
        )
        return typed if agreed else None

    def tell_error(self, words: Message) -> None:
        """Tell in words what went wrong."""
        question = self._worded(("close",))
        question.setIcon(QMessageBox.Icon.Critical)
        question.setWindowTitle(self._catalogue.text("ui.question.error_title"))
        question.setText(self._catalogue.word(words))
        question.ask()

    def tell_exported(self, path: Path) -> None:
        """Tell that `path` was written and offer to open its folder."""
        words = ("open_folder", "close")
        question = self._box(QMessageBox.Icon.Information, "exported", words, name=path.name)
        if question.ask() == "open_folder":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def confirm_import(self, imported: "Imported", layout: DocumentLayout) -> bool:
        """Show a workbook beside the document read from it; answer whether to make that.

        What was guessed stays on the screen while the document is corrected.
        """
        # Late: few import a workbook, and everybody starts the program.
        from sopeditor.ui.dialogs.import_dialog import ImportDialog
        from sopeditor.ui.dialogs.import_hints import ImportHints

        dialog = ImportDialog(imported, layout, self._catalogue, self._parent)
        agreed = dialog.exec() == ImportDialog.DialogCode.Accepted
        dialog.deleteLater()
        if agreed and imported.doubtful:
            ImportHints(imported.findings, self._catalogue, self._parent).show()
        return agreed

    def choose_open(self, purpose: str, folder: Path, filters: str) -> Path | None:
        """Let choose an existing file; `filters` as Qt writes them; None: cancelled."""
        title = self._catalogue.text(f"ui.choose.{purpose}")
        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(folder), filters)
        return Path(name) if name else None

    def choose_save(self, purpose: str, suggestion: Path, filters: str) -> Path | None:
        """Let choose where to write; the dialog asks before overwriting; None: cancelled.

        A name typed without ending gets that of `suggestion` before the dialog asks.
        """
        title = self._catalogue.text(f"ui.choose.{purpose}")
        dialog = QFileDialog(self._parent, title, str(suggestion.parent), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
        dialog.selectFile(str(suggestion))
        if dialog.exec() != QFileDialog.DialogCode.Accepted:
            return None
        return Path(dialog.selectedFiles()[0])

    def _agrees(self, key: str, words: tuple[str, str], **values: object) -> bool:
        question = self._box(QMessageBox.Icon.Warning, key, words, **values)
        return question.ask() == words[0]

    def _box(
        self, icon: QMessageBox.Icon, key: str, words: tuple[str, ...], **values: object
    ) -> "WordedBox":
        question = self._worded(words)
        question.setIcon(icon)
        question.setWindowTitle(self._catalogue.text(f"ui.question.{key}_title"))
        question.setText(self._catalogue.text(f"ui.question.{key}_text", **values))
        return question

    def _worded(self, words: tuple[str, ...]) -> "WordedBox":
        # Late: the start asks nothing.
        from sopeditor.ui.dialogs.boxes import WordedBox

        return WordedBox(self._catalogue, words, self._parent)
