"""Rules on paper and type that need no layout (CT)."""

from collections.abc import Iterator

from sopeditor.checks.finding import Basis, Finding, Place, Rule, Severity, found
from sopeditor.checks.subject import Subject
from sopeditor.model.page import Orientation, Paper

_PAPER = Rule("CT01", Severity.WARNING, Basis.PRINT)
_TYPE = Rule("CT07", Severity.WARNING, Basis.PRINT)

_SMALLEST = 7.0


def paper_in_stock(subject: Subject) -> Iterator[Finding]:
    """CT01: paper that offices have, lying, as every chart needs the width."""
    page = subject.document.page
    if page.paper is Paper.LETTER:
        yield found(_PAPER, Place(field="page"))
    if page.orientation is Orientation.PORTRAIT:
        yield found(_PAPER, Place(field="page"), "portrait")


def type_readable(subject: Subject) -> Iterator[Finding]:
    """CT07: print of at least 7 points."""
    size = subject.document.page.font_size
    if size < _SMALLEST:
        yield found(_TYPE, Place(field="page"), size=f"{size:g}", least=f"{_SMALLEST:g}")
