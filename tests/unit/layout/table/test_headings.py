import pytest

from sopeditor.layout.lines import usable_width
from sopeditor.layout.measure import Font
from sopeditor.layout.table.headings import heading_words, widest_piece
from sopeditor.layout.wrapping import Typesetter
from tests.unit.layout.support import HalfEm

SETTER, FONT = Typesetter(HalfEm()), Font("Arial", 8.0, bold=True)


def lines(words: str, width: float) -> tuple[str, ...]:
    return heading_words(SETTER, words, FONT, width).lines


def test_a_word_that_does_not_fit_goes_on_after_its_slash() -> None:
    shown = heading_words(SETTER, "Peserta/Penyedia", FONT, 54)
    assert shown.lines == ("Peserta/", "Penyedia")
    assert shown.raw == "Peserta/\nPenyedia"


def test_a_word_that_fits_is_left_alone() -> None:
    shown = heading_words(SETTER, "Peserta/Penyedia", FONT, 90)
    assert (shown.lines, shown.raw) == (("Peserta/Penyedia",), "Peserta/Penyedia")


def test_as_many_pieces_as_fit_stand_on_a_line() -> None:
    assert lines("a/b/c/Pemerintah", 54) == ("a/b/c/", "Pemerintah")
    assert lines("Unit Pemerintah/Lembaga teknis", 54) == (
        "Unit",
        "Pemerintah/",
        "Lembaga",
        "teknis",
    )


@pytest.mark.parametrize("words", ["/", "//Pemerintahan", "Pemerintahan/", "", "a / b"])
def test_no_character_is_lost(words: str) -> None:
    shown = heading_words(SETTER, words, FONT, 45)
    assert shown.raw.replace("\n", "") == words
    assert "".join(shown.lines).replace(" ", "") == words.replace(" ", "")


def test_the_widest_piece_is_what_no_line_breaks() -> None:
    assert widest_piece(SETTER, "Peserta/Penyedia jasa", FONT) == 8 * 4
    assert usable_width(54) >= 8 * 4
