"""The checks as the window runs them: word lists read once, at the first check."""

from typing import TYPE_CHECKING

from sopeditor.assets import resource
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile

if TYPE_CHECKING:
    from sopeditor.checks.finding import Finding
    from sopeditor.checks.wording import Wording
    from sopeditor.model.drawn import DrawnChart


class Checker:
    """Finds what a document lacks; the start of the program does not wait for the lists."""

    def __init__(self) -> None:
        self._words: Wording | None = None

    def find(
        self, document: Document, profile: Profile, charts: "tuple[DrawnChart, ...]" = ()
    ) -> "tuple[Finding, ...]":
        """Answer the findings on a document and its drawn charts.

        Raises `UnreadableWording` when a list was spoilt.
        """
        # Late: the window shows itself before it checks anything.
        from sopeditor.checks.registry import find
        from sopeditor.checks.wording import read_wording

        if self._words is None:
            self._words = read_wording(resource("wording"))
        return find(document, profile, self._words, charts)
