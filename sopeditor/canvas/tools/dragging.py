"""What all tools share that drag something to a place and there make one command of it."""

from PySide6.QtCore import Qt

from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.select import is_drag
from sopeditor.canvas.tools.tool import Pointer, Tool
from sopeditor.editing.command import Command
from sopeditor.foundation.message import Message
from sopeditor.foundation.overriding import override


class DragTool(Tool):
    """Remembers where the drag began, what letting go would do, and why it may not.

    A subclass says in `move` what the drop would do: it calls `_begins` first and sets
    `_command` and `_reason`. `_idle` is the cursor until the drag has begun.
    """

    _idle = Qt.CursorShape.PointingHandCursor

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._from: Pointer | None = None
        self._command: Command | None = None
        self._reason: Message | None = None
        self._dragging = False

    @property
    @override
    def cursor(self) -> Qt.CursorShape:
        """A closed hand while dragging, or a forbidding sign where nothing may go."""
        if not self._dragging:
            return self._idle
        refused = self._reason is not None
        return Qt.CursorShape.ForbiddenCursor if refused else Qt.CursorShape.ClosedHandCursor

    @property
    @override
    def reason(self) -> Message | None:
        """Why it may not go here."""
        return self._reason

    @override
    def finish(self, pointer: Pointer) -> None:
        """Carry the command out; a press without dragging leaves none."""
        command, allowed = self._command, self._reason is None
        self.cancel()
        if command is not None and allowed:
            self._stage.execute(command)

    @override
    def cancel(self) -> None:
        """Leave all where it is."""
        self._from = self._command = self._reason = None
        self._dragging = False
        self._stage.scene.preview.clear()
        self._stage.foresight.forget()

    def _foresee(self, target: object) -> None:
        """Show on the sheet what letting go at a target would do, if it may."""
        command = self._command if self._reason is None else None
        self._stage.foresight.aim(target, command)

    def _begins(self, start: Pointer, pointer: Pointer) -> bool:
        """Answer whether this is a drag by now; forget what an earlier place would do."""
        if not (self._dragging or is_drag(start, pointer)):
            return False
        self._dragging = True
        self._command = self._reason = None
        self._stage.scene.preview.clear()
        return True
