"""Copying cells to other programs and pasting theirs, filling down and emptying cells."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from sopeditor.foundation.message import Message, message
from sopeditor.tables.double_heads import with_one_head
from sopeditor.tables.errors import TableError
from sopeditor.tables.foreign_cells import Cells, cells_of_html, cells_of_text
from sopeditor.tables.notation import Field
from sopeditor.ui.grid.blocks import Landing, html_of_block, read_block, text_of_block
from sopeditor.ui.grid.columns import key_of
from sopeditor.ui.grid.entries import CellRefused, Entries
from sopeditor.ui.grid.model import GridModel
from sopeditor.ui.grid.view import GridView
from sopeditor.ui.grid.writing import Writing


class CellClipboard:
    """Works on the selected cells of `view`; its verbs answer the cell that refuses."""

    def __init__(self, view: GridView, model: GridModel, writing: Writing) -> None:
        self._view, self._model, self._writing = view, model, writing

    def copy(self, *, headings: bool = False) -> None:
        """Put the selected cells on the clipboard, as text and as a table."""
        cells = self._selected_texts(headings=headings)
        if not cells:
            return
        data = QMimeData()
        data.setText(text_of_block(cells))
        data.setHtml(html_of_block(cells))
        QGuiApplication.clipboard().setMimeData(data)

    def empty(self) -> CellRefused | None:
        """Empty the selected cells."""
        cells = self._view.selected_cells()
        entries: dict[int, dict[Field, str]] = {
            row: dict.fromkeys(fields, "") for row, fields in cells.items() if fields
        }
        count = sum(map(len, entries.values()))
        return self._write(entries, message("grid.name.empty", count=count))

    def fill_down(self) -> CellRefused | None:
        """Write the uppermost selected cell of every column into those below it.

        Where one row is selected, it takes over the row above.
        """
        cells = self._view.selected_cells()
        rows = tuple(cells)
        if not rows:
            return None
        source = rows[0] if len(rows) > 1 else rows[0] - 1
        if source < 0:
            return None
        given = self._model.table.cells(source)
        entries: dict[int, dict[Field, str]] = {
            row: {field: given[field] for field in fields if field != Field.NUMBER}
            for row, fields in cells.items()
            if row != source
        }
        return self._write(entries, message("grid.name.fill_down", count=len(entries)))

    def paste(self) -> CellRefused | None:
        """Write the cells of the clipboard from the uppermost selected cell on."""
        index = self._view.currentIndex()
        selected = self._view.selected_cells()
        if not index.isValid() or not selected:
            return None
        try:
            cells = _cells_of(QGuiApplication.clipboard().mimeData() or QMimeData())
        except TableError as error:
            return CellRefused(index.row(), self._view.field_at(index), error.problem)
        if not cells:
            return None
        if len(cells) == len(cells[0]) == 1 and sum(map(len, selected.values())) > 1:
            return self._spread(cells[0][0], selected)
        return self._paste_block(cells, selected)

    def _spread(self, text: str, selected: dict[int, tuple[Field, ...]]) -> CellRefused | None:
        """Write one text into every selected cell."""
        entries = {row: dict.fromkeys(fields, text) for row, fields in selected.items()}
        return self._write(entries, message("grid.name.paste", count=len(entries)))

    def _paste_block(
        self, cells: Cells, selected: dict[int, tuple[Field, ...]]
    ) -> CellRefused | None:
        row = next(iter(selected))
        shown = self._view.visible_fields()
        first = min(shown.index(field) for fields in selected.values() for field in fields)
        try:
            pasted = read_block(cells, Landing(row, shown[first:]))
        except CellRefused as refused:
            return refused
        name = message("grid.name.paste", count=len(pasted.entries))
        problem = self._writing.write(pasted.entries, name, pasted.aliases)
        if problem is None:
            return None
        return CellRefused(row, shown[first], self._placed(problem, problem.row - row + 1))

    def _placed(self, problem: CellRefused, line: int) -> Message:
        """Answer what a cell of the block refuses, told by its place in the block."""
        column = message(f"grid.column.{key_of(problem.field)}")
        return message("grid.refused.in_block", line=line, column=column, problem=problem.words)

    def _write(self, entries: Entries, name: Message) -> CellRefused | None:
        return self._writing.write(entries, name) if entries else None

    def _selected_texts(self, *, headings: bool) -> Cells:
        """Answer the box around the selected cells; what is not selected is empty."""
        cells = self._view.selected_cells()
        used = {field for fields in cells.values() for field in fields}
        fields = [field for field in self._view.visible_fields() if field in used]
        texts = tuple(
            tuple(self._model.text(row, field) if field in own else "" for field in fields)
            for row, own in cells.items()
        )
        captions = tuple(self._caption(field) for field in fields)
        return (captions, *texts) if headings and texts else texts

    def _caption(self, field: Field) -> str:
        """Answer the heading of a column in the notation, which pasting recognises."""
        return field.value


def _cells_of(data: QMimeData) -> Cells:
    """Answer the cells on the clipboard: of its table, else of its text. Raises TableError."""
    if data.hasHtml() and (cells := cells_of_html(data.html())):
        return with_one_head(cells)
    return with_one_head(cells_of_text(data.text())) if data.hasText() and data.text() else ()
