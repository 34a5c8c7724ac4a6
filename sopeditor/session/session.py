"""One open document: what it is now, where it is saved, what is selected, and its past."""

from pathlib import Path

from sopeditor.editing.command import Command, Refused
from sopeditor.editing.history import History
from sopeditor.foundation.message import Message
from sopeditor.foundation.signal import Signal
from sopeditor.model.document import Document
from sopeditor.session.selection import NOTHING_SELECTED, Selection
from sopeditor.storage.errors import UnreadableFile
from sopeditor.storage.files import Fingerprint, fingerprint, load, save


class EditorSession:
    """A document being edited.

    Every change goes through `execute`, `undo`, `redo` or `replace`; whoever shows the
    document listens to `document_changed(before, after)` and finds what changed by
    identity. `replaced` comes before it where `after` is no edit of `before`.
    """

    def __init__(
        self, document: Document, path: Path | None = None, fingerprint: Fingerprint | None = None
    ) -> None:
        self.document_changed: Signal[[Document, Document]] = Signal()
        self.replaced: Signal[[]] = Signal()
        self.selection_changed: Signal[[Selection]] = Signal()
        self.state_changed: Signal[[]] = Signal()
        self.refused: Signal[[Message]] = Signal()
        self._history = History(document)
        self._path = path
        self._fingerprint = fingerprint
        self._selection = NOTHING_SELECTED

    @classmethod
    def open(cls, path: Path) -> "EditorSession":
        """Read a file; raises what `storage.files.load` raises."""
        document, fingerprint = load(path)
        return cls(document, path, fingerprint)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self._history.document

    @property
    def path(self) -> Path | None:
        """The file of the document; None before it was saved."""
        return self._path

    @property
    def dirty(self) -> bool:
        """Whether the document differs from what was last saved or opened."""
        return not self._history.is_saved

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    @property
    def undo_name(self) -> Message | None:
        """What undo would take back; None when there is nothing."""
        return self._history.undo_name

    @property
    def redo_name(self) -> Message | None:
        """What redo would do again; None when there is nothing."""
        return self._history.redo_name

    @property
    def change_names(self) -> tuple[Message, ...]:
        """The names of all changes, the oldest first, those taken back included."""
        return self._history.names

    @property
    def position(self) -> int:
        """How many of the changes stand."""
        return self._history.position

    @property
    def saved_position(self) -> int | None:
        """How many changes stood when the document was saved; None if that way is gone."""
        return self._history.saved_position

    def execute(self, command: Command) -> bool:
        """Carry out a command; when it is refused, tell why and answer False."""
        before = self.document
        try:
            after = self.would_be(command)
            name = command.named(before)
        except Refused as refusal:
            self.refused.emit(refusal.words)
            return False
        self._history.push(name, after, command.merge_key)
        self._tell(before)
        return True

    def would_be(self, command: Command) -> Document:
        """Answer the document after a command; raises `Refused`."""
        # Late: a document is shown before it is changed.
        from sopeditor.editing.behaviours import with_behaviours

        return with_behaviours(self.document, command.apply(self.document))

    def undo(self) -> None:
        """Take back the last change, if there is one."""
        before = self.document
        self._history.undo()
        self._tell(before)

    def redo(self) -> None:
        """Do again what was taken back last, if there is such a change."""
        before = self.document
        self._history.redo()
        self._tell(before)

    def go_to(self, position: int) -> None:
        """Undo or redo until `position` changes stand, told as one change of the document."""
        before = self.document
        self._history.go_to(position)
        self._tell(before)

    def select(self, selection: Selection) -> None:
        """Select what of `selection` exists."""
        selected = selection.within(self.document)
        if selected != self._selection:
            self._selection = selected
            self.selection_changed.emit(selected)

    def save(self, path: Path | None = None) -> None:
        """Write the document to its file, or to `path`, which becomes its file.

        Raises `SaveFailed` and leaves everything as it was; ValueError without a path.
        """
        target = path or self._path
        if target is None:
            raise ValueError("a document without a file is saved under a path")
        self._fingerprint = save(self.document, target)
        self._path = target
        self._history.mark_saved()
        self.state_changed.emit()

    def replace(
        self,
        document: Document,
        path: Path | None = None,
        fingerprint: Fingerprint | None = None,
        *,
        saved: bool = True,
    ) -> None:
        """Edit another document from now on; `saved` is False for one brought back from a crash."""
        before = self.document
        self._history = History(document)
        if not saved:
            self._history.mark_unsaved()
        self._path = path
        self._fingerprint = fingerprint
        self.replaced.emit()
        self._tell(before)

    def changed_on_disk(self) -> bool:
        """Answer whether another program changed or removed the file since it was read."""
        if self._path is None or self._fingerprint is None:
            return False
        try:
            found = fingerprint(self._path)
        except UnreadableFile:
            return True
        return not found.same_content(self._fingerprint)

    def _tell(self, before: Document) -> None:
        """Tell everyone what is new, the selection pruned first."""
        selection = self._selection.within(self.document)
        pruned, self._selection = selection != self._selection, selection
        if self.document is not before:
            self.document_changed.emit(before, self.document)
        if pruned:
            self.selection_changed.emit(selection)
        self.state_changed.emit()
