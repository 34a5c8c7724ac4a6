from sopeditor.layout.measure import Font
from sopeditor.layout.wrapping import Typesetter
from tests.unit.layout.support import HalfEm

FONT = Font("Arial", 10)  # five points a character


def lines(text: str, characters: float) -> tuple[str, ...]:
    return Typesetter(HalfEm()).lines(text, FONT, characters * 5)


def test_lines_break_at_spaces() -> None:
    assert lines("satu dua tiga", 8) == ("satu dua", "tiga")


def test_lines_break_after_hyphens_inside_words() -> None:
    assert lines("undang-undang", 8) == ("undang-", "undang")


def test_a_slash_is_no_place_to_break() -> None:
    assert lines("a barang/jasa", 11) == ("a", "barang/jasa")


def test_longer_words_are_cut_hard() -> None:
    assert lines("x pertanggungjawaban", 8) == ("x", "pertangg", "ungjawab", "an")


def test_a_word_goes_on_after_the_rest_of_a_cut_one() -> None:
    assert lines("pertanggung a b", 8) == ("pertangg", "ung a b")


def test_explicit_line_breaks_are_kept() -> None:
    assert lines("satu\n\ndua", 20) == ("satu", "", "dua")


def test_blank_text_has_no_lines() -> None:
    assert lines(" \n ", 20) == ()


def test_no_character_is_lost() -> None:
    text = "Memeriksa kelengkapan berkas/dokumen undang-undang (pertanggungjawaban)"
    for width in range(1, 80):
        assert "".join(lines(text, width)).replace(" ", "") == text.replace(" ", "")


def test_lines_are_no_wider_than_asked() -> None:
    setter = Typesetter(HalfEm())
    for width in range(1, 40):
        made = setter.lines("Menandatangani surat tugas tim teknis", FONT, width * 5)
        assert setter.widest(made, FONT) <= width * 5


def test_text_narrower_than_a_character_still_has_one_character_a_line() -> None:
    assert lines("abc", 0.5) == ("a", "b", "c")


def test_a_word_is_measured_once() -> None:
    measurer = HalfEm()
    setter = Typesetter(measurer)
    setter.lines("surat surat surat surat", FONT, 60)
    setter.lines("surat surat", FONT, 100)
    assert measurer.asked == 2  # the word and the space


def test_cutting_tells_that_text_was_left_out() -> None:
    setter = Typesetter(HalfEm())
    assert setter.cut(("a", "b", "c"), 2) == ("a", "b…")
    assert setter.cut(("a", "b"), 2) == ("a", "b")
