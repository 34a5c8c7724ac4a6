"""What every tool is: told of the pointer, it previews and at the end commands."""

from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt

from sopeditor.canvas.hit import Hit
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import Message


class Pointer(Struct, frozen=True):
    """Where the pointer is: on the sheet, in pixels of the view, and over what.

    `toggle` (Ctrl) and `extend` (Shift) are keys held down.
    """

    point: Point
    pixel: QPoint
    hit: Hit
    toggle: bool = False
    extend: bool = False


class Tool(Protocol):
    """A gesture from press to release."""

    __slots__ = ()

    @property
    def cursor(self) -> Qt.CursorShape:
        """The pointer's shape meanwhile."""
        ...

    @property
    def reason(self) -> Message | None:
        """Why letting go here would do nothing; None when it would do something."""
        ...

    @property
    def told(self) -> Message | None:
        """What letting go here would do, for tools that show it in words; else None."""
        return None

    @property
    def guide(self) -> float | None:
        """Where an upright line shows what letting go would do, on the sheet; else None."""
        return None

    def start(self, pointer: Pointer) -> None:
        """Begin at the press."""
        ...

    def move(self, pointer: Pointer) -> None:
        """Follow the pointer."""
        ...

    def finish(self, pointer: Pointer) -> None:
        """End at the release: command, or do nothing where it is refused."""
        ...

    def cancel(self) -> None:
        """Call the gesture off; leave nothing behind."""
        ...
