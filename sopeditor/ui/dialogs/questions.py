"""What the program asks: one object, so that whoever tests can answer without a window.

It is there from the start, when nothing is asked: whatever shows a dialog is imported late.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from sopeditor.foundation.message import Catalogue, Message

if TYPE_CHECKING:
    from sopeditor.excel.template.rehearsal import Rehearsal
    from sopeditor.foundation.progress import Progress
    from sopeditor.ui.dialogs.boxes import Weight, WordedBox
    from sopeditor.ui.dialogs.template.chooser import Browse, Forget, Offer
    from sopeditor.ui.dialogs.template.dialog import Redo, Subject
    from sopeditor.ui.excel_options import ExcelOptions
    from sopeditor.ui.intake.review import ImportReview

T = TypeVar("T")


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
        question = self._box("warning", "unsaved", words, name=name)
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
        return self._box("critical", "crash", words, log=log).ask() == "save_as"

    def ask_text(self, key: str, text: str) -> str | None:
        """Ask for a line of text, `text` being the suggestion; None: cancelled."""
        title = self._catalogue.text(f"ui.question.{key}_title")
        label = self._catalogue.text(f"ui.question.{key}_text")
        from sopeditor.ui.dialogs.line import LineDialog

        dialog = LineDialog(title, label, text, self._catalogue, self._parent)
        agreed = dialog.exec() == LineDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.text if agreed else None

    def tell_error(self, words: Message) -> None:
        """Tell in words what went wrong."""
        question = self._worded("critical", ("close",))
        question.setWindowTitle(self._catalogue.text("ui.question.error_title"))
        question.setText(self._catalogue.word(words))
        question.ask()

    def tell_exported(self, path: Path) -> None:
        """Tell that `path` was written and offer to open its folder."""
        words = ("open_folder", "close")
        question = self._box("information", "exported", words, name=path.name)
        if question.ask() == "open_folder":
            from sopeditor.ui.dialogs.desktop import open_folder

            open_folder(path.parent)

    def wait_for(self, work: "Callable[[Progress], T]", key: str, name: str) -> T:
        """Do long `work` beside the living window; answer what it answers, raise what it raises.

        What takes longer shows `progress.<key>` with the `name` of a file, how far it is and a
        way to cancel, which raises `Cancelled`. The work must not touch widgets.
        """
        from sopeditor.ui.progress.running import carry_out

        title = self._catalogue.text(f"progress.{key}", name=name)
        over = QApplication.activeModalWidget() or self._parent
        return carry_out(work, title, self._catalogue, over)

    def confirm_import(self, review: "ImportReview") -> bool:
        """Let correct what was read from a workbook; answer whether to make the document.

        What stayed open is on the screen afterwards, beside the document.
        """
        from sopeditor.ui.intake.dialog import ImportDialog
        from sopeditor.ui.intake.hints import ImportHints

        dialog = ImportDialog(review, self._catalogue, self._parent)
        agreed = dialog.exec() == ImportDialog.DialogCode.Accepted
        dialog.deleteLater()
        if agreed and any(found.doubtful for found in review.open):
            ImportHints(review.open, self._catalogue, self._parent).show()
        return agreed

    def ask_excel_options(self, options: "ExcelOptions") -> "ExcelOptions | None":
        """Ask how a workbook is to be made, `options` being the suggestion; None: cancelled."""
        from sopeditor.ui.excel_options import ExcelOptionsDialog

        dialog = ExcelOptionsDialog(options, self._catalogue, self._parent)
        agreed = dialog.exec() == ExcelOptionsDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.chosen if agreed else None

    def choose_template(
        self, offers: "tuple[Offer, ...]", browse: "Browse", forget: "Forget"
    ) -> Path | None:
        """Offer templates of offices, which can be forgotten, and any other file; None: none."""
        from sopeditor.ui.dialogs.template.chooser import TemplateChooser

        chooser = TemplateChooser(offers, browse, forget, self._catalogue, self._parent)
        chooser.exec()
        chooser.deleteLater()
        return chooser.path

    def confirm_template(
        self, rehearsal: "Rehearsal", redo: "Redo", subject: "Subject"
    ) -> "tuple[Rehearsal | None, bool]":
        """Show what becomes of a template, to be set right.

        Answer the filling agreed to, or None, and whether to remember the template.
        """
        from sopeditor.ui.dialogs.template.dialog import TemplateDialog

        dialog = TemplateDialog(rehearsal, redo, subject, self._catalogue, self._parent)
        agreed = dialog.exec() == TemplateDialog.DialogCode.Accepted
        dialog.deleteLater()
        return (dialog.rehearsal if agreed else None), dialog.remembers

    def choose_open(self, purpose: str, folder: Path, filters: str) -> Path | None:
        """Let choose an existing file; `filters` as Qt writes them; None: cancelled."""
        title = self._catalogue.text(f"ui.choose.{purpose}")
        from sopeditor.ui.dialogs.desktop import existing_file

        return existing_file(self._parent, title, folder, filters)

    def choose_save(self, purpose: str, suggestion: Path, filters: str) -> Path | None:
        """Let choose where to write; the dialog asks before overwriting; None: cancelled.

        A name typed without ending gets that of `suggestion` before the dialog asks.
        """
        title = self._catalogue.text(f"ui.choose.{purpose}")
        from sopeditor.ui.dialogs.desktop import new_file

        return new_file(self._parent, title, suggestion, filters)

    def _agrees(self, key: str, words: tuple[str, str], **values: object) -> bool:
        question = self._box("warning", key, words, **values)
        return question.ask() == words[0]

    def _box(
        self, weight: "Weight", key: str, words: tuple[str, ...], **values: object
    ) -> "WordedBox":
        question = self._worded(weight, words)
        question.setWindowTitle(self._catalogue.text(f"ui.question.{key}_title"))
        question.setText(self._catalogue.text(f"ui.question.{key}_text", **values))
        return question

    def _worded(self, weight: "Weight", words: tuple[str, ...]) -> "WordedBox":
        from sopeditor.ui.dialogs.boxes import WordedBox

        return WordedBox(self._catalogue, weight, words, self._parent)
