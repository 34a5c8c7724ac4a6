"""The slots of cut, copy and paste."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sopeditor.canvas.places import StepPlace, SymbolPlace
from sopeditor.canvas.texts import CellText
from sopeditor.canvas.view import SheetView
from sopeditor.editing.clipboard import (
    CutSelection,
    PasteSteps,
    PasteSymbols,
    pasted_steps,
    pasted_symbols,
)
from sopeditor.editing.command import Command
from sopeditor.foundation.message import Message, UserError, message
from sopeditor.foundation.signal import Signal
from sopeditor.model.step import TEXT_COLUMNS
from sopeditor.session.selection import Selection
from sopeditor.ui.clipboard.contents import (
    cell_contents,
    picture_contents,
    rows_of_symbols,
    steps_contents,
    symbols_contents,
)
from sopeditor.ui.clipboard.target import target_of
from sopeditor.ui.desk import Desk
from sopeditor.ui.grid.views import Views


@runtime_checkable
class _HoldsText(Protocol):
    """A field or table with a clipboard manner of its own."""

    def cut(self) -> None: ...
    def copy(self) -> None: ...
    def paste(self) -> None: ...


class ClipboardCommands:
    """Cuts, copies and pastes what is selected on the sheet.

    Where a text field has the focus, or keys act in the step table, the menu acts there.
    `refused` tells why nothing was done.
    """

    def __init__(self, desk: Desk, sheet: SheetView, views: Views) -> None:
        self.refused: Signal[[Message]] = Signal()
        self._desk, self._sheet, self._views = desk, sheet, views

    def copy(self) -> None:
        """Copy the text of the cell that keys act on, else rows, else symbols."""
        if other := self._elsewhere():
            other.copy()
        else:
            self._put(self._contents)

    def cut(self) -> None:
        """Copy, and take away what was copied."""
        if other := self._elsewhere():
            other.cut()
            return
        if not self._put(self._contents):
            return
        selection = self._desk.session.selection
        if self._text_cell() is not None:
            self._sheet.delete_selection()
        elif selection.steps:
            self._desk.session.execute(CutSelection(steps=_sorted(selection.steps)))
        else:
            self._desk.session.execute(CutSelection(symbols=_sorted(selection.symbols)))

    def copy_picture(self) -> None:
        """Copy the rows of what is selected as a picture alone."""
        self._put(self._picture)

    def paste(self) -> None:
        """Paste at the selected place; what is new is selected."""
        if other := self._elsewhere():
            other.paste()
            return
        self._sheet.finish_editing()
        target = target_of(self._desk.session, self._sheet.spot)
        if target is None:
            self.refused.emit(message("clipboard.refused.no_chart"))
            return
        # Late: reading tables of other programs is not needed to start.
        from sopeditor.ui.clipboard.pasted import paste_command

        # Nothing at all lies there until some program put something there.
        data = QGuiApplication.clipboard().mimeData() or QMimeData()
        try:
            command = paste_command(data, self._desk.session.document, target)
        except UserError as error:
            self.refused.emit(error.words)
            return
        if self._desk.session.execute(command):
            self._show(target.chart.id, command)

    def _elsewhere(self) -> _HoldsText | None:
        """Answer what has a clipboard manner of its own and the keys, beside the sheet."""
        focused: object = QApplication.focusWidget()
        if isinstance(focused, _HoldsText):
            return focused
        return self._views.grid.commands if self._views.table_has_keys else None

    def _put(self, make: Callable[[], QMimeData]) -> bool:
        """Put what `make` answers on the clipboard; answer whether there was anything."""
        try:
            contents = make()
        except UserError as error:
            self.refused.emit(error.words)
            return False
        if contents.formats():
            QGuiApplication.clipboard().setMimeData(contents)
        return bool(contents.formats())

    def _contents(self) -> QMimeData:
        document, selection = self._desk.session.document, self._desk.session.selection
        cell = self._text_cell()
        if cell is not None:
            return cell_contents(cell.text(document))
        if selection.steps:
            return steps_contents(document, selection.steps, self._sheet.layout_shown)
        if selection.symbols:
            return symbols_contents(document, selection.symbols, self._sheet.layout_shown)
        return QMimeData()

    def _picture(self) -> QMimeData:
        document, selection = self._desk.session.document, self._desk.session.selection
        steps = {*selection.steps, *rows_of_symbols(document, selection.symbols)}
        picture = picture_contents(steps, self._sheet.layout_shown)
        if steps and not picture.hasImage():
            raise UserError(message("clipboard.refused.too_long"))
        return picture

    def _text_cell(self) -> CellText | None:
        """Answer the cell that keys act on, when it is one of text."""
        spot = self._sheet.spot
        if spot is None or spot.column not in TEXT_COLUMNS:
            return None
        return CellText(spot.step, spot.column)

    def _show(self, chart: str, command: Command) -> None:
        """Select what was pasted and bring its beginning in sight."""
        if isinstance(command, PasteSteps):
            steps = pasted_steps(command)
            self._sheet.go_to(StepPlace(steps[0]))
            self._desk.session.select(Selection.of_steps(chart, *steps))
        elif isinstance(command, PasteSymbols):
            symbols = pasted_symbols(command)
            self._sheet.go_to(SymbolPlace(symbols[0]))
            self._desk.session.select(Selection.of_symbols(chart, *symbols))


def _sorted(ids: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(ids))
