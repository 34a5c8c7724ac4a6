"""Simbol: letters, words, and what an empty cell means."""

import pytest

from tests.unit.tables.building import kinds, table


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("T", "T"), ("t", "T"), ("kapsul", "T"), ("Mulai", "T"), ("selesai", "T"),
        ("mulai/selesai", "T"), ("P", "P"), ("kotak", "P"), ("PROSES", "P"), ("D", "D"),
        ("belah ketupat", "D"), ("Keputusan", "D"),
    ],
)  # fmt: skip
def test_a_letter_or_word_tells_the_symbol(word: str, letter: str) -> None:
    assert kinds(table("1 | A | T | 2", f"2 | A | {word} | 1")) == f"T {letter}"


def test_without_a_word_the_first_row_and_those_that_end_are_kapsul() -> None:
    document = table("1 | A | | ", "2 | B | | ", "3 | C | | selesai", "4 | D | | ")
    assert kinds(document) == "T P T T"


def test_without_a_word_a_row_with_labelled_targets_is_a_decision() -> None:
    document = table("1 | A | | ", "2 | B | | Ya>3; Tidak>1", "3 | C | | ")
    assert kinds(document) == "T D T"


def test_without_a_word_lanes_before_the_sign_make_no_decision() -> None:
    document = table("1 | A | | ", r"2 | B\|C | | B>3; C>1", "3 | C | | ")
    assert kinds(document) == "T PP T"


def test_a_label_that_is_a_lane_of_another_row_makes_a_decision() -> None:
    document = table("1 | A | | ", "2 | A | | A>3; B>1", "3 | C | | ")
    assert kinds(document) == "T D T"
