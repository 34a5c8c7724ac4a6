"""Symbols dragged in from the palette: what the drag carries and how it lands."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDropEvent

from sopeditor.canvas.carrying import kind_in
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.place_symbol import PlaceSymbolTool
from sopeditor.canvas.tools.tool import Pointer
from sopeditor.foundation.message import Message

#: Answers the pointer at a pixel of the view, with the keys that are held.
PointerAt = Callable[[QPoint, Qt.KeyboardModifier], Pointer]


class Dropping:
    """Follows a drag over the view with a `PlaceSymbolTool`."""

    def __init__(self, stage: Stage, pointer_at: PointerAt) -> None:
        self._stage = stage
        self._pointer_at = pointer_at
        self._tool: PlaceSymbolTool | None = None
        self._held = Qt.KeyboardModifier.NoModifier

    @property
    def running(self) -> bool:
        """Whether a symbol is being dragged over the view."""
        return self._tool is not None

    @property
    def reason(self) -> Message | None:
        """Why letting go here would do nothing."""
        return self._tool.reason if self._tool else None

    def takes(self, event: QDropEvent) -> bool:
        """Answer whether a drag carries a symbol."""
        return kind_in(event.mimeData()) is not None

    def follow(self, event: QDropEvent) -> None:
        """Preview the drag, and accept it where the symbol may land."""
        kind = kind_in(event.mimeData())
        if kind is None:
            event.ignore()
            return
        if self._tool is None:
            self._tool = PlaceSymbolTool(self._stage, kind)
        self._held = event.modifiers()
        self.move(event.position().toPoint())
        if self._tool.lands:
            event.acceptProposedAction()
        else:
            event.ignore()

    def move(self, pixel: QPoint) -> None:
        """Preview the drag at a pixel of the view: the sheet may have moved below it."""
        if self._tool is not None:
            self._tool.move(self._pointer_at(pixel, self._held))

    def drop(self, event: QDropEvent) -> None:
        """Put the symbol down."""
        self.follow(event)
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.finish(self._pointer_at(event.position().toPoint(), event.modifiers()))

    def leave(self) -> None:
        """Forget the drag."""
        if self._tool is not None:
            self._tool.cancel()
            self._tool = None
