"""Suggestions for the field that is open: offered, turned through, taken, completed."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sopeditor.foundation.message import Catalogue
from sopeditor.tables.notation import Field
from sopeditor.ui.grid.cell_field import CellField
from sopeditor.ui.grid.completion import Suggestion, suggestions
from sopeditor.ui.grid.model import GridModel
from sopeditor.ui.grid.suggestion_list import SuggestionList

#: Cells that are chosen rather than written: what they could say is offered at once.
_CHOSEN = frozenset({Field.ACTORS, Field.SYMBOL})


class Offering(QObject):
    """Serves one field after the other, over `view`."""

    def __init__(self, view: QWidget, model: GridModel, catalogue: Catalogue) -> None:
        super().__init__(view)
        self._model = model
        self._editor: CellField | None = None
        self._cell = (0, Field.ACTIVITY)
        self._shown = ""
        self._list = SuggestionList(view, catalogue)
        self._list.chosen.connect(self._take)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that are offered now."""
        return self._list.texts() if self._list.isVisible() else ()

    def serve(self, editor: CellField, row: int, field: Field) -> None:
        """Serve a field that was opened over a cell."""
        self._editor, self._cell, self._shown = editor, (row, field), editor.toPlainText()
        editor.turned.connect(self._turn)
        editor.asked.connect(self.offer_all)
        editor.extended.connect(self.complete)

    def leave(self) -> None:
        """Serve no field."""
        self._editor = None
        self._list.hide()

    def begin(self, *, typed: bool) -> None:
        """Offer what a field that opens may want; in a text that is changed, only choices."""
        if typed:
            self.offer()
            self.complete()
        elif self._cell[1] in _CHOSEN:
            self.offer_all()

    def text_changed(self) -> bool:
        """Offer anew where the text is another than was shown last; answers whether it is."""
        if self._editor is None or self._editor.toPlainText() == self._shown:
            return False
        self._shown = self._editor.toPlainText()
        self.offer()
        return True

    def offer(self) -> None:
        """Offer what goes with the text as far as it was typed."""
        if self._editor is not None:
            typed, cursor = self._editor.toPlainText(), self._editor.textCursor()
            self._show(typed[: cursor.selectionStart()] if cursor.hasSelection() else typed)

    def offer_all(self) -> None:
        """Offer whatever the cell could say, as if it were empty."""
        self._show("")

    def complete(self) -> None:
        """Complete the beginning of the one jabatan that it can be, the rest selected."""
        typed = self._editor.toPlainText() if self._editor else ""
        begun = [one.text for one in self._found(typed) if one.closed and _begins(one, typed)]
        if typed.strip() and len(begun) == 1:
            self._put(typed + begun[0][len(typed) :], len(typed))

    def follow(self) -> None:
        """Stand by the field, after it moved."""
        if self._list.isVisible() and self._editor is not None:
            self._list.stand(self._editor.geometry())

    def hide(self) -> bool:
        """Offer nothing until more is typed; answers whether anything was offered."""
        seen = self._list.isVisible()
        self._list.hide()
        if self._editor is not None:
            self._editor.has_suggestions = False
        return seen

    def _found(self, typed: str) -> tuple[Suggestion, ...]:
        row, field = self._cell
        return suggestions(self._model.table, row, field, typed)

    def _show(self, typed: str) -> None:
        if self._editor is not None:
            found = self._found(typed)
            self._editor.has_suggestions = bool(found)
            self._list.offer(found, self._editor.geometry())

    def _turn(self, step: int) -> None:
        text = self._list.turn(step)
        if text is not None:
            self._put(text)

    def _take(self, text: str) -> None:
        self._put(text)
        self.hide()

    def _put(self, text: str, typed: int | None = None) -> None:
        """Show a text that was chosen; the list stays as it is."""
        if self._editor is not None:
            self._shown = text
            self._editor.put(text, typed)


def _begins(suggestion: Suggestion, typed: str) -> bool:
    return suggestion.text.casefold().startswith(typed.casefold())
