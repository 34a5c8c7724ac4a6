"""Typing into cells: opens a field over one, offers suggestions, writes once at the end.

The field is our own rather than that of a delegate: what a cell refuses must not be lost,
and the field of a delegate closes whatever becomes of its text.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Signal
from PySide6.QtWidgets import QTableView

from sopeditor.foundation.message import Catalogue, Message
from sopeditor.tables.notation import Field
from sopeditor.ui.grid.cell_field import CellField
from sopeditor.ui.grid.cell_note import CellNote
from sopeditor.ui.grid.columns import FIELDS, ONE_LINE, key_of
from sopeditor.ui.grid.model import GridModel
from sopeditor.ui.grid.offering import Offering
from sopeditor.ui.grid.writing import Writing


class CellEditing(QObject):
    """At most one field is open at a time."""

    #: Done; rows down and columns to the right to go from the cell.
    moved_on = Signal(int, int)

    def __init__(
        self, view: QTableView, model: GridModel, writing: Writing, catalogue: Catalogue
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._writing = view, model, writing
        self._catalogue = catalogue
        self._field: CellField | None = None
        self._index = QPersistentModelIndex()
        self._offering = Offering(view.viewport(), model, catalogue)
        self.note = CellNote(view.viewport())
        view.horizontalScrollBar().valueChanged.connect(self.follow)
        view.verticalScrollBar().valueChanged.connect(self.follow)
        view.horizontalHeader().sectionResized.connect(self.follow)
        view.verticalHeader().sectionResized.connect(self.follow)

    @property
    def field(self) -> CellField | None:
        """The open field, or None."""
        return self._field

    @property
    def offered(self) -> tuple[str, ...]:
        """The texts that the list under the field offers."""
        return self._offering.texts

    def open(self, index: QModelIndex, typed: str | None = None) -> None:
        """Open a field over a cell; `typed` replaces its text."""
        self.commit()
        if not index.isValid():
            return
        field = FIELDS[index.column()]
        self._view.scrollTo(index)
        self._index = QPersistentModelIndex(index)
        text = self._model.text(index.row(), field) if typed is None else typed
        editor = CellField(self._view.viewport(), text, breaks_lines=field not in ONE_LINE)
        editor.setFont(self._view.font())
        editor.setAccessibleName(self._name(index.row(), field))
        self._field = editor
        self._watch(editor)
        self._offering.serve(editor, index.row(), field)
        self.follow()
        editor.show()
        editor.setFocus()
        self._show_rejection()
        if typed is not None or not self.note.isVisible():
            self._offering.begin(typed=typed is not None)

    def commit(self) -> bool:
        """Write what was typed and close the field; False when the cell refused it.

        What was refused stays in the cell, marked, to be mended.
        """
        editor = self._field
        if editor is None:
            return True
        row, field, text = self._index.row(), FIELDS[self._index.column()], editor.text
        gone = not self._index.isValid()
        self._close()
        return gone or self._writing.type(row, field, text) is None

    def cancel(self) -> None:
        """Close the field; what the cell said before stands."""
        if self._field is not None and self._index.isValid():
            self._model.reject(self._index.row(), FIELDS[self._index.column()], None)
        self._close()
        self.note.hide()

    def follow(self) -> None:
        """Lie over the cell again, after scrolling and resizing."""
        if self._field is None:
            return
        if not self._index.isValid():
            self._close()
            return
        self._field.cover(self._box())
        self._offering.follow()

    def tell(self, words: Message, row: int, field: Field) -> None:
        """Say under a cell why it refuses something."""
        index = self._model.index(row, FIELDS.index(field))
        self._view.scrollTo(index)
        self.note.say(self._catalogue.word(words), self._view.visualRect(index))

    def _watch(self, editor: CellField) -> None:
        editor.finished.connect(self._finish)
        editor.left.connect(self._leave)
        editor.cancelled.connect(self._escape)
        editor.document().contentsChanged.connect(self._text_changed)

    def _finish(self, rows: int, columns: int) -> None:
        """Write and go on; a cell that refuses keeps the field open, and says why."""
        index = self._here()
        if self.commit():
            self.note.hide()
            self.moved_on.emit(rows, columns)
        elif index.isValid():
            self.open(index)

    def _leave(self) -> None:
        self.commit()
        self.note.hide()

    def _escape(self) -> None:
        if not self._offering.hide():
            self.cancel()

    def _text_changed(self) -> None:
        if self._offering.text_changed():
            self.note.hide()

    def _show_rejection(self) -> None:
        rejected = self._model.rejected(self._index.row(), FIELDS[self._index.column()])
        if rejected is not None:
            words = self._catalogue.word(rejected.words)
            self.note.say(words, self._box())
            if self._field is not None:
                self._field.setAccessibleDescription(words)
        else:
            self.note.hide()

    def _here(self) -> QModelIndex:
        return self._model.index(self._index.row(), self._index.column())

    def _box(self) -> QRect:
        return self._view.visualRect(self._here())

    def _name(self, row: int, field: Field) -> str:
        column = self._catalogue.text(f"grid.column.{key_of(field)}")
        step = self._model.table.place(row).label
        return self._catalogue.text("grid.access.field", column=column, step=step)

    def _close(self) -> None:
        # The field is let go of first: hiding it takes its focus, which would write again.
        editor, self._field = self._field, None
        self._offering.leave()
        if editor is None:
            return
        focused = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        if focused:
            self._view.setFocus()
