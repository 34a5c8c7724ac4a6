"""Dates are read as offices write them; what is no date stays as typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopeditor.model.date import NO_DATE, DateText


@pytest.mark.parametrize(
    "typed", ["5 Maret 2026", "05-03-2026", "5/3/2026", "5.3.2026", "2026-03-05", " 5  MARET 2026 "]
)
def test_every_usual_way_of_writing_gives_the_same_date(typed: str) -> None:
    read = DateText.read(typed)
    assert read == DateText("2026-03-05")
    assert read.day == date(2026, 3, 5)
    assert read.printed == "5 Maret 2026"


@pytest.mark.parametrize(
    "typed",
    ["", "31-02-2026", "32 Maret 2026", "5 March 2026", "Maret 2026", "0000-00-00", "99999-01-01",
     "2026-3-5", "05-03-26", "٥ Maret 2026", "menunggu", "5 Maret 2026 (revisi)"],
)  # fmt: skip
def test_what_is_no_date_stays_as_it_was_typed(typed: str) -> None:
    read = DateText.read(typed)
    assert read.text == typed
    assert read.day is None
    assert read.printed == typed


def test_no_date_is_empty() -> None:
    assert DateText.read("  ") == NO_DATE
    assert NO_DATE.day is None
    assert NO_DATE.printed == ""


@given(st.dates())
def test_the_printed_form_of_a_date_reads_back(day: date) -> None:
    shown = DateText(day.isoformat())
    assert shown.day == day
    if day.year >= 1000:
        assert DateText.read(shown.printed) == shown
