"""Whole documents laid out: their lines hold what every page promises."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings

from sopeditor.layout.engine import lay_out
from sopeditor.layout.placement import ChartPage, DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.symbol import SymbolKind
from tests.property.drawn_pages import (
    MOST_BRANCHES,
    branch_faults,
    label_faults,
    page_faults,
    short_legs,
)
from tests.property.procedures import whole_procedures
from tests.property.test_layout_properties import check_layout
from tests.unit.layout.support import PROFILE, HalfEm

#: Lanes of that width have room for two lines beside their symbols.
ROOMY_LANE = 57.0
#: Of a thousand lines on pages that have room, so many may have a short leg, and of a
#: thousand labels so many may touch something: where crowds of lines meet, that is the
#: lesser evil, and none of them is ever wrong in another way. Of a thousand decisions so
#: many may have a fourth branch that leaves by the side of another.
SHORT_LEGS, TOUCHING_LABELS, FOURTH_BRANCHES = 20, 10, 5


@dataclass
class Tally:
    """What was seen on the pages that have room, over all documents."""

    documents: int = 0
    lines: int = 0
    labels: int = 0
    short: int = 0
    touching: int = 0
    decisions: int = 0
    together: int = 0

    def add(self, layout: DocumentLayout) -> None:
        """Count the pages of a layout."""
        self.documents += 1
        for page in pages_of(layout):
            if min(c.width for c in page.columns if c.lane is not None) >= ROOMY_LANE:
                self.lines += len(page.flows)
                self.labels += sum(flow.label is not None for flow in page.flows)
                self.short += len(short_legs(page))
                self.touching += len(label_faults(page))
                self.decisions += sum(s.kind is SymbolKind.DECISION for s in page.symbols)
                self.together += len(branch_faults(page, MOST_BRANCHES))


def pages_of(layout: DocumentLayout) -> list[ChartPage]:
    return [page for page in layout.pages if isinstance(page, ChartPage)]


def checked(document: Document) -> DocumentLayout:
    """Answer the layout of a document after asserting all that holds without exception."""
    layout = lay_out(document, PROFILE, HalfEm())
    check_layout(document, layout)
    for page in pages_of(layout):
        assert page_faults(page) == []
    return layout


@settings(max_examples=25, deadline=None)
@given(whole_procedures())
def test_any_document_is_drawn_without_a_defect(document: Document) -> None:
    checked(document)


@pytest.mark.deep
@pytest.mark.timeout(3_000)
def test_two_thousand_documents_are_drawn_without_a_defect() -> None:
    tally = Tally()

    @settings(
        max_examples=2_000,
        # Shares are judged here, so the documents must be the same each time.
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(whole_procedures())
    def draw(document: Document) -> None:
        tally.add(checked(document))

    draw()
    print(tally)
    assert tally.documents >= 2_000
    assert 1_000 * tally.short <= SHORT_LEGS * tally.lines
    assert 1_000 * tally.touching <= TOUCHING_LABELS * tally.labels
    assert 1_000 * tally.together <= FOURTH_BRANCHES * tally.decisions
