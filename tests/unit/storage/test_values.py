"""Attribute values are read strictly and written in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopeditor.model.step import TEXT_COLUMNS, Column
from sopeditor.storage.values import (
    choices_of,
    flag,
    identifier,
    identifiers,
    number_between,
    number_text,
)

number = number_between(-1_000_000, 1_000_000)


@given(st.integers(-(10**12), 10**12))
def test_every_length_of_six_decimals_survives(millionths: int) -> None:
    value = millionths / 1_000_000
    assert number(number_text(value)) == value


@given(st.floats(-1_000_000, 1_000_000))
def test_any_length_is_written_plainly_and_within_a_millionth(value: float) -> None:
    text = number_text(value)
    assert "e" not in text
    assert abs(number(text) - value) <= 1e-6
    assert number_text(number(text)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(15.0, "15"), (-0.0, "0"), (-1e-9, "0"), (0.5, "0.5"), (100.0, "100"), (-60.25, "-60.25")],
)
def test_numbers_have_no_idle_digits(value: float, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize("text", ["1000000.5", "-1000001", "1.", ".5", "1,5", "5\n", "1.0000000"])
def test_wrong_numbers_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        number(text)


@pytest.mark.parametrize("text", ["True", "1", "", "ya", "true "])
def test_a_flag_is_one_of_two_words(text: str) -> None:
    assert flag("true") is True
    assert flag("false") is False
    with pytest.raises(ValueError, match=r".*"):
        flag(text)


@pytest.mark.parametrize("text", ["s-3f9a1c20", "s1", "_x", "1", "Activity_0.b", "x" * 64])
def test_ids_are_taken_as_they_stand(text: str) -> None:
    assert identifier(text) == text


@pytest.mark.parametrize("text", ["", " ", "a b", "a\n", "-a", ".a", "é", "x" * 65])
def test_other_ids_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        identifier(text)


def test_several_ids_are_kept_in_order_and_never_twice() -> None:
    assert identifiers("b a") == ("b", "a")
    for text in ("a a", "a  b", "", " a"):
        with pytest.raises(ValueError, match=r".*"):
            identifiers(text)


def test_columns_are_read_as_a_set_without_repetition() -> None:
    columns = choices_of(TEXT_COLUMNS)
    assert columns("output inputs") == {Column.INPUTS, Column.OUTPUT}
    for text in ("output output", "number", "", "output  inputs"):
        with pytest.raises(ValueError, match=r".*"):
            columns(text)
