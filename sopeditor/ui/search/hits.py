"""The hits of a search, and at which of them a person is."""

from sopeditor.editing.replacing import Match, Search, find
from sopeditor.editing.texts import StepCellText, TextPlace, texts_of
from sopeditor.session.session import EditorSession
from sopeditor.ui.focus import focused_step


class Hits:
    """Goes from hit to hit; the first way leads to the first hit from the selected row on."""

    def __init__(self, session: EditorSession) -> None:
        self.search = Search("")
        self.found: tuple[Match, ...] = ()
        self.current: Match | None = None
        self._session = session
        self._left: tuple[TextPlace, int] | None = None

    @property
    def number(self) -> int:
        """At which hit a person is, from 1; 0: at none."""
        return self.found.index(self.current) + 1 if self.current else 0

    def look(self, search: Search) -> None:
        """Look for `search` in the document as it is now; stay at a hit that is still one."""
        if search != self.search:
            self._left = None
        self.search = search
        self.found = find(self._session.document, search)
        if self.current not in self.found:
            if self.current is not None and self._left is None and search.text:
                self._left = (self.current.place, self.current.start)
            self.current = None

    def stand_after(self, place: TextPlace, position: int) -> None:
        """Go on from a position of a text, where a hit was replaced."""
        self.current = None
        self._left = (place, position)

    def go(self, way: int) -> bool:
        """Go one hit on (1) or back (-1), around the ends; answer whether there is any."""
        if not self.found:
            return False
        here = self._entry() - (way > 0) if self.current is None else self.number - 1
        index = here + way
        self.current = self.found[index % len(self.found)]
        self._left = None
        return True

    def text_of(self, match: Match) -> str:
        """Answer the whole text in which a hit is."""
        return next(
            text for place, text in texts_of(self._session.document) if place == match.place
        )

    def _entry(self) -> int:
        """Answer the index of the first hit at or after where a person is."""
        order = {place: at for at, (place, _) in enumerate(texts_of(self._session.document))}
        left = self._left
        if left is not None and left[0] in order:
            here = (order[left[0]], left[1])
        else:
            here = (self._first_text_of_selection(order), 0)
        ahead = (
            index
            for index, match in enumerate(self.found)
            if (order[match.place], match.start) >= here
        )
        return next(ahead, 0)

    def _first_text_of_selection(self, order: dict[TextPlace, int]) -> int:
        focused = focused_step(self._session.document, self._session.selection)
        if focused is None:
            return 0
        rows = (
            at
            for place, at in order.items()
            if isinstance(place, StepCellText) and place.step == focused[1].id
        )
        return next(rows, 0)
