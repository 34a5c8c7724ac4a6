"""Documents and files: new, open, save, import; nothing unsaved is lost without a question."""

from collections.abc import Callable
from pathlib import Path

from sopeditor.foundation.message import Catalogue, UserError
from sopeditor.foundation.signal import Signal
from sopeditor.model.document import Document
from sopeditor.storage.files import SUFFIX, Fingerprint, load
from sopeditor.ui.desk import Desk
from sopeditor.ui.dialogs.questions import Answer
from sopeditor.ui.file_names import filters, suggested_name, with_ending


class FileFlow:
    """The slots of the menu "Berkas"; `opened` tells that another document is on the desk.

    `settle` takes over what is still being typed, before anything is saved or left.
    """

    def __init__(self, desk: Desk, settle: Callable[[], None]) -> None:
        self.opened: Signal[[]] = Signal()
        self.saved: Signal[[Path]] = Signal()
        self._desk = desk
        self._session = desk.session
        self._settle = settle

    @property
    def name(self) -> str:
        """What the document is called in titles and questions."""
        path = self._session.path
        return path.name if path else self._desk.catalogue.text("ui.file.untitled")

    def new(self) -> None:
        """Begin a new document."""
        if self.may_leave():
            self._take(first_document(self._desk.catalogue), None, None)

    def open(self) -> None:
        """Let choose a document and open it."""
        desk = self._desk
        chosen = desk.questions.choose_open(
            "open", desk.settings.folder("documents"), filters(desk.catalogue, "sop", "all")
        )
        if chosen is not None:
            self.open_path(chosen)

    def open_path(self, path: Path) -> bool:
        """Open the file `path`; answer whether it is open now."""
        if not self.may_leave():
            return False
        try:
            document, fingerprint = load(path)
        except UserError as error:
            self._desk.questions.tell_error(error.words)
            return False
        self._take(document, path.resolve(), fingerprint)
        self._desk.settings.remember_document(path.resolve())
        return True

    def open_example(self, path: Path) -> None:
        """Open a copy of an example: saving it asks where to."""
        if not self.may_leave():
            return
        try:
            document, _ = load(path)
        except UserError as error:
            self._desk.questions.tell_error(error.words)
            return
        self._take(document, None, None)

    def save(self) -> bool:
        """Save to the document's file; answer whether it is saved."""
        self._settle()
        path = self._session.path
        if path is None:
            return self.save_as()
        if self._session.changed_on_disk() and not self._may_overwrite(path):
            return False
        return self._write(path)

    def save_as(self) -> bool:
        """Let choose a file and save there; answer whether it is saved."""
        self._settle()
        desk = self._desk
        title = self._session.document.identity.title
        name = suggested_name(title, desk.catalogue.text("ui.file.untitled"))
        suggestion = self._session.path or desk.settings.folder("documents") / f"{name}{SUFFIX}"
        chosen = desk.questions.choose_save("save", suggestion, filters(desk.catalogue, "sop"))
        return chosen is not None and self._write(with_ending(chosen, SUFFIX))

    def import_table(self) -> None:
        """Let choose a step table or a workbook and begin a new document with it."""
        desk = self._desk
        wanted = filters(desk.catalogue, "importable", "table", "workbook", "all")
        chosen = desk.questions.choose_open("import", desk.settings.folder("import"), wanted)
        if chosen is None or not self.may_leave():
            return
        desk.settings.keep_folder("import", chosen.parent)
        # Late: few import, and everybody starts the program.
        from sopeditor.ui.importing import imported_document

        document = imported_document(chosen, desk)
        if document is not None:
            self._take(document, None, None, saved=False)

    def may_leave(self) -> bool:
        """Answer whether the document may go: it is saved, or a person says so."""
        self._settle()
        if not self._session.dirty:
            return True
        answer = self._desk.questions.ask_save(self.name)
        if answer is Answer.SAVE:
            return self.save()
        return answer is Answer.DISCARD

    def _take(
        self,
        document: Document,
        path: Path | None,
        fingerprint: Fingerprint | None,
        *,
        saved: bool = True,
    ) -> None:
        self._session.replace(document, path, fingerprint, saved=saved)
        self.opened.emit()

    def _write(self, path: Path) -> bool:
        try:
            self._session.save(path)
        except UserError as error:
            self._desk.questions.tell_error(error.words)
            return False
        self._desk.settings.remember_document(path)
        self.saved.emit(path)
        return True

    def _may_overwrite(self, path: Path) -> bool:
        return self._desk.questions.ask_overwrite_changed(path.name)


def first_document(catalogue: Catalogue) -> Document:
    """Answer what "Baru" begins with, its lanes named in the program's language."""
    # Late: most begin with a file that is there.
    from sopeditor.editing.starting import new_document

    first, second = (catalogue.text("editing.starting.actor", number=n) for n in (1, 2))
    return new_document((first, second))
