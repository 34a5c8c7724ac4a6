from pathlib import Path

import pytest

from sopeditor.foundation.message import Catalogue
from sopeditor.layout.engine import lay_out
from sopeditor.layout.placement import CoverPage
from sopeditor.model.flow import FlowKind
from sopeditor.model.page import Orientation, PageSetup, Paper
from tests.unit.layout.support import (
    PROFILE,
    HalfEm,
    chart,
    charts_of,
    document,
    laid_out,
    procedure,
    step,
    symbol,
)

TRANSLATIONS = Path(__file__).parents[3] / "resources" / "translations"


def test_the_cover_comes_first_and_pages_are_numbered_through() -> None:
    layout = lay_out(document(procedure(24)), PROFILE, HalfEm())
    assert isinstance(layout.pages[0], CoverPage)
    total = len(layout.pages)
    assert [page.texts[-1].lines for page in layout.pages] == [
        (f"Halaman {number} dari {total}",) for number in range(1, total + 1)
    ]


def test_page_numbers_stand_in_the_lower_margin() -> None:
    layout = lay_out(document(procedure(2)), PROFILE, HalfEm())
    assert all(page.texts[-1].rect.top >= layout.printable.bottom for page in layout.pages)


def test_the_same_document_gives_the_same_layout() -> None:
    made = document(procedure(24))
    assert lay_out(made, PROFILE, HalfEm()) == lay_out(made, PROFILE, HalfEm())


def test_lines_run_from_symbol_to_symbol() -> None:
    for page in charts_of(lay_out(document(procedure(24)), PROFILE, HalfEm())):
        boxes = {s.id: s.rect for s in page.symbols} | {link.id: link.rect for link in page.links}
        for flow in page.flows:
            assert flow.kind is FlowKind.FLOW
            assert boxes[flow.source].grown(0.1).contains(flow.points[0])
            assert boxes[flow.target].grown(0.1).contains(flow.points[-1])


def test_each_note_is_told_once_and_can_be_worded() -> None:
    text = "kata " * 4000
    wide = chart([step(1, symbol(1, 0), activity=text), step(2, activity=text)], lanes=20)
    page = PageSetup(paper=Paper.A4, orientation=Orientation.PORTRAIT, foot_zone=250)
    notes = laid_out(document(wide, lanes=20, page=page)).notes
    keys = {note.key for note in notes}
    assert {"layout.note.too_wide", "layout.note.row_continued"} <= keys
    assert len(notes) == len(set(notes))
    for language in ("id", "en"):
        catalogue = Catalogue.read(TRANSLATIONS / language)
        assert all(catalogue.word(note) for note in notes)


@pytest.mark.parametrize("count", [40, 400])
def test_text_is_measured_once_however_long_the_document(count: int) -> None:
    measurer = HalfEm()
    lay_out(document(procedure(count)), PROFILE, measurer)
    short = HalfEm()
    lay_out(document(procedure(10)), PROFILE, short)
    # Only numbers of rows, pages and links are new.
    assert measurer.asked < short.asked + 12 * count
