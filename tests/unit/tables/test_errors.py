"""What can't be understood names line, column and what was expected."""

import pytest

from sopeditor.assets import resource
from sopeditor.foundation.message import Catalogue
from sopeditor.tables.errors import TableError
from sopeditor.tables.notation import MAX_FIELD, MAX_LANES, MAX_STEPS, MAX_TEXT
from sopeditor.tables.reader import read_table
from tests.unit.tables.building import table_text

CSV = "Kegiatan;Pelaksana;Simbol;Alur\n"

MISTAKES = {
    "unknown_actor": (table_text("1 | A | T | ", "2 | X | P | "), 6, "Pelaksana"),
    "no_actor": (table_text("1 | A | T | ", "2 | | P | "), 6, "Pelaksana"),
    "actor_twice": (table_text("1 | A+A | T | "), 5, "Pelaksana"),
    "unknown_symbol": (table_text("1 | A | X | "), 5, "Simbol"),
    "symbol_count": (table_text(r"1 | A | T\|P | "), 5, "Simbol"),
    "start_or_decision": (table_text("1 | A | | Ya>2; Tidak>1", "2 | B | | "), 5, "Simbol"),
    "double_label": (table_text("1 | A | T | ", "1 | B | P | "), 6, "No"),
    "no_target": (table_text("1 | A | D | Ya>; Tidak>1"), 5, "Alur"),
    "unknown_target": (table_text("1 | A | T | 9"), 5, "Alur"),
    "unknown_target_lane": (table_text("1 | A | T | 2C", "2 | B | T | "), 5, "Alur"),
    "unknown_target_nobody": (table_text("1 | A | T | 2", "2 | - | | "), 5, "Alur"),
    "label_without_decision": (table_text("1 | A | T | Ya>2", "2 | B | T | "), 5, "Alur"),
    "label_without_decision_lane": (table_text("1 | A | T | B>2", "2 | B | T | "), 5, "Alur"),
    "some_lanes_named": (table_text(r"1 | A\|B | T | A>2; 2", "2 | B | T | "), 5, "Alur"),
    "lane_without_flow": (table_text(r"1 | A\|B | T | A>2", "2 | B | T | "), 5, "Alur"),
    "end_with_label": (table_text("1 | A | D | Ya>2; Tidak>selesai", "2 | B | T | "), 5, "Alur"),
    "end_and_more": (table_text("1 | A | T | 2 & selesai", "2 | B | T | "), 5, "Alur"),
    "end_and_more_entries": (table_text("1 | A | T | 2; selesai", "2 | B | T | "), 5, "Alur"),
    "flow_from_nobody": (table_text("1 | A | T | selesai", "2 | - | | 1"), 6, "Alur"),
    "flow_to_nobody": (table_text("1 | A | T | ", "2 | - | | "), 5, "Alur"),
    "no_row": (table_text("1 | A | T | ") + "\n\nSekian", 7, ""),
    "no_header": ("", 0, ""),
    "no_header_words": ("Judul: Surat\nKegiatan\nMencatat", 0, ""),
    "unknown_column": ("No;Kegiatan;Pelaksana;Warna\n", 1, "Warna"),
    "double_column": ("Kegiatan;Pelaksana;Kelengkapan;Input\n", 1, "Input"),
    "missing_column": ("No;Kegiatan;Waktu\n", 1, ""),
    "cell_without_column": (CSV + "Mencatat;A;T;;lebih\n", 2, ""),
    "quotes": (CSV + 'Mencatat;A;T;"2\n', 2, ""),
    "quotes_inside": (CSV + 'Mencatat;A;;\n"Men"catat;A;T;2\n', 3, ""),
    "unknown_key": ("Warna: biru\n" + CSV, 1, ""),
    "unknown_key_no_value": ("Judul\n" + CSV, 1, ""),
    "double_key": ("Judul: a\nNama SOP: b\n" + CSV, 2, "Judul"),
    "key_of_document": ("Bagan: a\nJudul: b\n" + CSV, 2, "Judul"),
    "unknown_axis": ("Jenis: makro, besar\n" + CSV, 1, "Jenis"),
    "double_axis": ("Jenis: makro, mikro\n" + CSV, 1, "Jenis"),
    "nameless_actor": ("Pelaksana: A = Staf; =\n" + CSV, 1, "Pelaksana"),
    "double_actor": ("Pelaksana: A = Staf; A = Kepala\n" + CSV, 1, "Pelaksana"),
    "double_lane": ("Pelaksana: A = Staf\nBagan: x\nPelaksana: A; Staf\n" + CSV, 3, "Pelaksana"),
    "unknown_actor_outside": ("Pelaksana: A = Staf\nPihak Luar: B\n" + CSV, 2, "Pihak Luar"),
    "unknown_actor_chart": (
        "Pelaksana: A = Staf; B = Kepala\nBagan: x\nPelaksana: A\n" + CSV + "Mencatat;B;;\n",
        5,
        "Pelaksana",
    ),
    "text_too_long": ("a" * (MAX_TEXT + 1), 0, ""),
    "field_too_long": (CSV + f"{'a' * (MAX_FIELD + 1)};A;;\n", 2, ""),
    "field_too_long_csv": (CSV + f"{'a' * 200_000};A;;\n", 2, ""),
    "too_many_steps": (CSV + "Mencatat;A;;\n" * (MAX_STEPS + 1), MAX_STEPS + 2, ""),
    "too_many_lanes": (
        CSV + "".join(f"Mencatat;Staf {number};;\n" for number in range(MAX_LANES + 1)),
        MAX_LANES + 2,
        "Pelaksana",
    ),
    "too_many_flows": (CSV + f"Mencatat;A;T;{'1&' * 20_001}1\n", 2, "Alur"),
}


@pytest.mark.parametrize(("name", "mistake"), MISTAKES.items(), ids=list(MISTAKES))
def test_a_mistake_is_told_where_it_stands(name: str, mistake: tuple[str, int, str]) -> None:
    text, line, column = mistake
    with pytest.raises(TableError) as caught:
        read_table(text)
    error = caught.value
    assert (error.line, error.column) == (line, column)
    assert name.startswith(error.problem.key.removeprefix("tables.problem."))


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_mistake_has_words(language: str) -> None:
    catalogue = Catalogue.read(resource("translations", language))
    told = set()
    for text, line, column in MISTAKES.values():
        with pytest.raises(TableError) as caught:
            read_table(text)
        sentence = catalogue.word(caught.value.words)
        assert "{" not in sentence
        assert column in sentence
        assert not line or str(line) in sentence
        told.add(caught.value.problem.key)
    keys = catalogue.keys()
    problems = {key for key in keys if key.startswith("tables.problem.")}
    assert problems == told


def test_both_languages_word_the_same() -> None:
    indonesian, english = (
        Catalogue.read(resource("translations", language)).keys() for language in ("id", "en")
    )
    assert {key for key in indonesian if key.startswith("tables.")} == {
        key for key in english if key.startswith("tables.")
    }


def test_the_caption_in_an_error_is_the_one_of_the_table() -> None:
    with pytest.raises(TableError) as caught:
        read_table("Aktivitas;Pelaku;Simbol\nMencatat;A;X\nMencatat;;\n")
    assert caught.value.column == "Simbol"
    with pytest.raises(TableError) as caught:
        read_table("Aktivitas;Pelaku;Simbol\nMencatat;A;T\nMencatat;;\n")
    assert (caught.value.line, caught.value.column) == (3, "Pelaku")


def test_lines_are_counted_through_quoted_line_breaks() -> None:
    text = 'Kegiatan;Pelaksana;Alur\n"Mencatat\nsurat";A;\nMemeriksa;A;9\n'
    with pytest.raises(TableError) as caught:
        read_table(text)
    assert caught.value.line == 4
