"""What the checks find, worded for the panel "Temuan"."""

from dataclasses import dataclass

from sopeditor.canvas.places import Place
from sopeditor.model.document import Document
from sopeditor.ui.desk import Desk

#: From the worst to the mildest; their words are Wajib, Sebaiknya, Saran.
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One finding: its sentence, where it is in words, and the place to go to."""

    severity: str
    rule: str
    text: str
    place_words: str
    place: Place | None


def finding_lines(document: Document, desk: Desk) -> tuple[FindingLine, ...]:
    """Answer the findings of `document`, each severity in the order of the document."""
    return ()
