"""Dragging a border of the heading: the columns beside it become as wide as is shown."""

from PySide6.QtCore import Qt

from sopeditor.canvas.borders import Border, shift_of, told_widths, widths_after
from sopeditor.canvas.hit import ColumnBorderHit
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.dragging import DragTool
from sopeditor.canvas.tools.tool import Pointer
from sopeditor.editing.widths import SetColumnWidths
from sopeditor.foundation.message import Message
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import ChartPage
from sopeditor.layout.style import GRID


class ResizeColumnTool(DragTool):
    """Shows where the border would stand and how wide the columns beside it would be.

    No layout is asked for meanwhile: the columns say how far they go.
    """

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._told: Message | None = None
        self._guide: float | None = None
        self._steps: int | None = None

    @property
    @override
    def cursor(self) -> Qt.CursorShape:
        """Arrows to both sides of a border."""
        return Qt.CursorShape.SplitHCursor

    @property
    @override
    def told(self) -> Message | None:
        """How wide the columns beside the border would be."""
        return self._told

    @property
    @override
    def guide(self) -> float | None:
        """Where the border would stand, on the sheet."""
        return self._guide

    @override
    def start(self, pointer: Pointer) -> None:
        """Remember where the border stood."""
        self._from = pointer

    @override
    def move(self, pointer: Pointer) -> None:
        """Show where the border would stand."""
        start = self._from
        if start is None or not isinstance(start.hit, ColumnBorderHit):
            return
        steps = round((pointer.point.x - start.point.x) / GRID)
        if (self._dragging and steps == self._steps) or not self._begins(start, pointer):
            return
        page = self._stage.sheet.layout.pages[start.hit.page]
        if isinstance(page, ChartPage):
            self._steps = steps
            self._aim(page, start.hit.page, start.hit.border, steps * GRID)

    @override
    def cancel(self) -> None:
        """Leave the columns as wide as they are."""
        super().cancel()
        self._told = self._guide = self._steps = None

    def _aim(self, page: ChartPage, index: int, border: Border, away: float) -> None:
        widths = widths_after(page, border, away)
        shift = shift_of(page, border, widths)
        self._told = told_widths(widths)
        self._guide = self._stage.sheet.origin(index).x + border.x + shift
        self._command = SetColumnWidths(chart=page.chart, widths=widths) if shift else None
