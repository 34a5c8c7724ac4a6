"""The layout that is shown: made anew when the document changes, at once or after a pause.

Whoever asks for the sheet gets one that is up to date: a pause only spares the layouts
between two keys, which nobody would see.
"""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QTimer

from sopeditor.canvas.sheet import Sheet
from sopeditor.editing.command import Command, Refused
from sopeditor.foundation.signal import Signal
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document

LayOut = Callable[[Document], DocumentLayout]

#: A pause in typing after which the layout follows, in milliseconds.
PAUSE_MS = 120


class Pages:
    """Keeps the sheet of a document, and of what is being typed into it.

    `try_out` lays out as `lay_out` does and remembers nothing of it; without one, the shown
    document is laid out again after a document was tried out.
    """

    def __init__(self, document: Document, lay_out: LayOut, try_out: LayOut | None = None) -> None:
        #: A new sheet was made.
        self.changed: Signal[[]] = Signal()
        self._lay_out = lay_out
        self._try_out = try_out
        self._tried = False
        #: How long the last layout took, in milliseconds.
        self.spent_ms = 0.0
        self._document = document
        self._draft: Command | None = None
        self._laid = document
        self._sheet = Sheet(self._timed(document))
        self._stale = False
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.settle)

    @property
    def sheet(self) -> Sheet:
        """The pages as they are now."""
        self.settle()
        return self._sheet

    @property
    def laid(self) -> Document:
        """The document of the sheet that was made last."""
        return self._laid

    @property
    def waiting(self) -> bool:
        """Whether a layout is put off until a pause."""
        return self._stale

    def show(self, document: Document) -> None:
        """Show another document at once."""
        self._document = document
        self._stale = True
        self.settle()

    def show_soon(self, document: Document) -> None:
        """Show another document after a pause: it differs in its words alone."""
        self._document = document
        self._wait()

    def draft(self, command: Command | None) -> None:
        """Show soon what a text not yet taken over would do; None: nothing is being typed."""
        if command != self._draft:
            self._draft = command
            self._wait()

    def try_out(self, document: Document) -> DocumentLayout:
        """Answer how another document would be laid out after this one, without showing it."""
        self.settle()
        if self._try_out is not None:
            return self._try_out(document)
        self._back_to_shown()
        self._tried = True
        return self._lay_out(document)

    def join(self, *, endless: bool) -> None:
        """Show the pages as one endless sheet, or apart."""
        self._sheet = Sheet(self.sheet.layout, endless)
        self.changed.emit()

    def settle(self) -> None:
        """Lay out what waits for it."""
        if not self._stale:
            return
        self.close()
        shown = self._with_draft()
        if shown != self._laid:
            self._make(shown)

    def make_again(self) -> None:
        """Lay out anew, for another profile or style."""
        self.close()
        self._make(self._with_draft())

    def close(self) -> None:
        """Wait for no pause any more."""
        self._stale = False
        self._timer.stop()

    def _wait(self) -> None:
        self._stale = True
        self._timer.start()

    def _make(self, document: Document) -> None:
        self._back_to_shown()
        self._laid = document
        self._sheet = Sheet(self._timed(document), self._sheet.endless)
        self.changed.emit()

    def _back_to_shown(self) -> None:
        """Let lines stay where they are seen, not where they were only tried."""
        if self._tried:
            self._lay_out(self._laid)
            self._tried = False

    def _timed(self, document: Document) -> DocumentLayout:
        began = perf_counter()
        layout = self._lay_out(document)
        self.spent_ms = 1_000 * (perf_counter() - began)
        return layout

    def _with_draft(self) -> Document:
        if self._draft is None:
            return self._document
        try:
            return self._draft.apply(self._document)
        except (Refused, KeyError):
            return self._document
