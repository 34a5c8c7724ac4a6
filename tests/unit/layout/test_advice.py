from pathlib import Path

import pytest

from sopeditor.foundation.message import Catalogue
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.page import Orientation, PageSetup, Paper
from tests.unit.layout.support import chart, charts_of, document, laid_out, procedure, step, symbol

CATALOGUE = Catalogue.read(Path(__file__).parents[3] / "resources" / "translations" / "id")


def made(lanes: int, page: PageSetup) -> DocumentLayout:
    return laid_out(document(procedure(lanes, lanes), lanes=lanes, page=page))


def upright(size: float = 8.0) -> PageSetup:
    return PageSetup(paper=Paper.A4, orientation=Orientation.PORTRAIT, font_size=size)


def test_what_fits_needs_no_advice() -> None:
    assert made(5, PageSetup()).notes == ()


def test_the_advice_names_paper_and_type_with_which_the_lanes_fit() -> None:
    (note,) = made(12, upright()).notes
    assert note.key == "layout.note.too_wide"
    words = CATALOGUE.word(note)
    assert "A4 mendatar" in words
    assert "huruf 8" in words
    advised = PageSetup(paper=Paper.A4, orientation=Orientation.LANDSCAPE)
    assert made(12, advised).notes == ()


@pytest.mark.parametrize("lanes", [30, 60])
def test_lanes_that_fit_no_paper_are_to_be_divided(lanes: int) -> None:
    (note,) = made(lanes, upright()).notes
    assert note.key == "layout.note.far_too_wide"


def test_symbols_higher_than_a_page_are_told() -> None:
    crowd = step(1, *(symbol(number, 0) for number in range(40)))
    layout = laid_out(document(chart([crowd], lanes=8)))
    assert [note.key for note in layout.notes] == ["layout.note.symbols_crowded"]
    assert len(charts_of(layout)[0].symbols) == 40
