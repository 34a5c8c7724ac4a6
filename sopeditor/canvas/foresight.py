"""The live preview: while something is dragged, the sheet shows what letting go would do.

Another target is worked out at once where layouts are quick. Where they are slow the sheet
waits until the pointer rests, so that the drag itself stays smooth; where they would keep a
person waiting, the ghosts of the tools have to do.
"""

from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from sopeditor.canvas.pages import Pages
from sopeditor.canvas.sheet import Sheet
from sopeditor.editing.command import Command, Refused
from sopeditor.foundation.signal import Signal
from sopeditor.model.document import Document

if TYPE_CHECKING:
    from sopeditor.canvas.outlook import Outlook

#: What is shown as quickly as this is shown at every new target: half a frame, in milliseconds.
QUICK_MS = 8.0
#: A layout slower than this is not made for a preview, in milliseconds.
BEARABLE_MS = 400.0
#: The pointer rests when it stays on a target for so long, in milliseconds.
REST_MS = 60

#: Answers the document after a command; raises `Refused`.
WouldBe = Callable[[Command], Document]


class Foresight:
    """Works out what is aimed at and has it shown; nothing of it stays."""

    def __init__(
        self,
        pages: Pages,
        would_be: WouldBe,
        show: "Callable[[Outlook | None], None]",
        outdate: Callable[[], None],
    ) -> None:
        self._pages = pages
        self._would_be = would_be
        self._show = show
        self._outdate = outdate
        self._target: object = None
        self._command: Command | None = None
        #: How long the last one took to be worked out, in milliseconds.
        self.spent_ms = pages.spent_ms
        #: Something else is shown, or nothing any more.
        self.changed: Signal[[]] = Signal()
        #: What is shown, or None.
        self.shown: Outlook | None = None
        self._rest = QTimer()
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.work_out)

    @property
    def sheet(self) -> Sheet:
        """The sheet that a person sees: as it would be, else as it is."""
        return self.shown.sheet if self.shown else self._pages.sheet

    def aim(self, target: object, command: Command | None) -> None:
        """Show what `command` would do; `target` tells whether the pointer came elsewhere.

        None: letting go would do nothing.
        """
        if target == self._target and (command is None) is (self._command is None):
            return
        self._target, self._command = target, command
        self._rest.stop()
        if command is not None and self.spent_ms <= QUICK_MS:
            self.work_out()
            return
        waits = command is not None and self.spent_ms <= BEARABLE_MS
        if waits:
            self._rest.start()
        if waits and self.shown is not None and not self.shown.shifted:
            # What was foreseen stays until then: going and coming back, lines would flicker.
            self._outdate()
            return
        self._put(None)
        if not waits:
            # One slow layout need not be the rule: a later target gets another chance.
            self.spent_ms /= 2

    def work_out(self) -> None:
        """Show what is aimed at now, however long it takes."""
        self._rest.stop()
        if self._command is None:
            return
        began = perf_counter()
        try:
            document = self._would_be(self._command)
        except (Refused, KeyError):
            self._put(None)
            return
        # Late: the sheet is seen before anything is dragged on it.
        from sopeditor.canvas.outlook import outlook

        now = self._pages.sheet
        sheet = Sheet(self._pages.try_out(document), now.endless)
        self._put(outlook((self._pages.laid, now), (document, sheet)))
        self.spent_ms = 1_000 * (perf_counter() - began)

    def forget(self) -> None:
        """Show the sheet as it is: the gesture ended."""
        self._target = self._command = None
        self._rest.stop()
        self._put(None)

    def overtaken(self) -> None:
        """Be told that another sheet is shown by now."""
        self._target = self._command = self.shown = None
        self._rest.stop()

    def _put(self, found: "Outlook | None") -> None:
        if found is not self.shown:
            self.shown = found
            self._show(found)
            self.changed.emit()
