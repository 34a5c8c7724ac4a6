"""Layouts of one document that is being edited: only what an edit touches is made anew.

Texts, widths, rows, page breaks and finished pages are recalled from the layout before
(`recall`) and are those of a layout without memory, to the point. Lines alone depend on the
edits made: one that an edit does not touch stays where it was (`routing.memory`). A page that
comes back, by undo or otherwise, has the very lines that it had.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sopeditor.layout.measure import TextMeasurer
from sopeditor.layout.recall import Recall
from sopeditor.layout.routing.memory import RoutingMemory
from sopeditor.layout.style import LayoutStyle
from sopeditor.layout.wrapping import Typesetter
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile

#: Wrapped texts beyond which a typesetter is replaced: what was typed weeks ago is let go.
_MOST_TEXTS = 50_000


class LayoutMemory:
    """What is kept from layout to layout of one document; another document needs its own."""

    def __init__(self) -> None:
        self.recall = Recall()
        self.lines = RoutingMemory()
        self._measurer: TextMeasurer | None = None
        self._setter: Typesetter | None = None

    def begin(
        self, document: Document, profile: Profile, measurer: TextMeasurer, style: LayoutStyle
    ) -> Typesetter:
        """Begin a layout; answer what wraps its texts."""
        if measurer is not self._measurer or self._setter is None:
            self._measurer, self._setter = measurer, Typesetter(measurer)
            self.recall = Recall()
        elif self._setter.texts > _MOST_TEXTS:
            self._setter = Typesetter(measurer)
        self.recall.begin((document.page, profile, style))
        return self._setter

    @contextmanager
    def aside(self) -> Iterator["LayoutMemory"]:
        """Remember nothing of the layouts made meanwhile: they are only tried out.

        Each is what a layout of that document would be next.
        """
        recall = self.recall
        kept = recall.kept()
        try:
            with self.lines.aside():
                yield self
        finally:
            self.recall = recall
            recall.go_back(kept)
