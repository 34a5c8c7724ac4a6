"""When the rest of a window is built: bit by bit after its first painting, or when asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from sopeditor.foundation.overriding import override
from sopeditor.ui.room import Room

if TYPE_CHECKING:
    from sopeditor.ui.furnishing import Furnishing


class Fitter(QObject):
    """Has a window furnished, from the first painting of its sheet on."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self._furnishing: Furnishing | None = None
        self._left = False
        room.sheet.viewport().installEventFilter(self)

    @property
    def done(self) -> bool:
        """Whether all parts are there."""
        return self._furnishing is not None and self._furnishing.done

    def finish(self) -> "Furnishing":
        """Build at once all that is left, and answer it."""
        furnishing = self._begun()
        furnishing.finish()
        return furnishing

    def leave(self) -> None:
        """Build nothing more, and end what listens to the session."""
        self._left = True
        if self._furnishing is not None:
            self._furnishing.detach()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go_on)
        return super().eventFilter(watched, event)

    def _begun(self) -> "Furnishing":
        if self._furnishing is None:
            # Late: the sheet is painted before the rest of the window is even loaded.
            from sopeditor.ui.furnishing import Furnishing

            self._furnishing = Furnishing(self._room)
        return self._furnishing

    def _go_on(self) -> None:
        """Build one part; what a person does comes between one and the next."""
        if not self._left and self._begun().go_on():
            QTimer.singleShot(0, self, self._go_on)
