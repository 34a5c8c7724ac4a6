"""The checks as the window runs them: word lists read once, at the first check."""

from sopeditor.assets import resource
from sopeditor.checks.finding import Finding
from sopeditor.checks.wording import Wording, read_wording
from sopeditor.model.document import Document
from sopeditor.model.drawn import DrawnChart
from sopeditor.model.profile import Profile


class Checker:
    """Finds what a document lacks; the start of the program does not wait for the lists."""

    def __init__(self) -> None:
        self._words: Wording | None = None

    def find(
        self, document: Document, profile: Profile, charts: tuple[DrawnChart, ...] = ()
    ) -> tuple[Finding, ...]:
        """Answer the findings on a document and its drawn charts.

        Raises `UnreadableWording` when a list was spoilt.
        """
        # Late: the window shows itself before it checks anything.
        from sopeditor.checks.registry import find

        if self._words is None:
            self._words = read_wording(resource("wording"))
        return find(document, profile, self._words, charts)
