"""Clicking selects; dragging over free ground draws a rubber band around symbols."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sopeditor.canvas.hit import NumberHit
from sopeditor.canvas.selecting import rows_between, selection_at, spot_at, within
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.foundation.geometry import bounding_box
from sopeditor.foundation.message import Message
from sopeditor.foundation.overriding import override
from sopeditor.session.selection import NOTHING_SELECTED, Selection


class SelectTool(Tool):
    """Selects what is pressed; Ctrl takes in or out, Shift on a row number takes a range."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._from: Pointer | None = None
        self._before = Selection()
        self._banding = False

    @property
    @override
    def cursor(self) -> Qt.CursorShape:
        """An arrow, and a cross while a band is drawn."""
        return Qt.CursorShape.CrossCursor if self._banding else Qt.CursorShape.ArrowCursor

    @property
    @override
    def reason(self) -> Message | None:
        """Selecting is never refused."""
        return None

    @override
    def start(self, pointer: Pointer) -> None:
        """Select what is under the pointer."""
        stage = self._stage
        self._from, self._before = pointer, stage.selection
        found = selection_at(stage.sheet, pointer.hit)
        if pointer.extend and isinstance(pointer.hit, NumberHit):
            stage.select(rows_between(stage.sheet, stage.selection, pointer.hit.row.step))
        elif pointer.toggle or pointer.extend:
            stage.select(stage.selection.toggled(found))
        else:
            stage.select(found, spot_at(pointer.hit))

    @override
    def move(self, pointer: Pointer) -> None:
        """Draw the band and select what it touches."""
        if self._from is None or not (self._banding or is_drag(self._from, pointer)):
            return
        self._banding = True
        stage = self._stage
        band = bounding_box((self._from.point, pointer.point))
        stage.scene.preview.clear()
        stage.scene.preview.show_band(band)
        inside = within(stage.sheet, band)
        adding = self._from.toggle or self._from.extend
        kept = self._before if adding else NOTHING_SELECTED
        stage.select(kept.united(inside) if inside else kept)

    @override
    def finish(self, pointer: Pointer) -> None:
        """Keep what is selected."""
        self._end()

    @override
    def cancel(self) -> None:
        """Select what was selected before."""
        if self._banding:
            self._stage.select(self._before)
        self._end()

    def _end(self) -> None:
        self._from, self._banding = None, False
        self._stage.scene.preview.clear()


def is_drag(start: Pointer, now: Pointer) -> bool:
    """Answer whether the pointer went far enough from a press to mean dragging."""
    return (now.pixel - start.pixel).manhattanLength() >= QApplication.startDragDistance()
