"""Every Waktu string that signed SOPs write, and what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopeditor.model.duration import (
    Amount,
    DayKind,
    Duration,
    Reading,
    ReadingKind,
    TimeUnit,
    read_duration,
)

MINUTE, HOUR, DAY = TimeUnit.MINUTE, TimeUnit.HOUR, TimeUnit.DAY
WEEK, MONTH, YEAR = TimeUnit.WEEK, TimeUnit.MONTH, TimeUnit.YEAR
WORKING, CALENDAR, UNSTATED = DayKind.WORKING, DayKind.CALENDAR, DayKind.UNSTATED


def amount(
    value: float,
    unit: TimeUnit,
    days: DayKind = UNSTATED,
    *,
    per: str = "",
    approximate: bool = False,
    upper_bound: bool = False,
    note: str = "",
) -> Reading:
    one = Amount(value=value, unit=unit, days=days)
    return Reading(
        kind=ReadingKind.AMOUNT,
        least=one,
        most=one,
        per=per,
        approximate=approximate,
        upper_bound=upper_bound,
        note=note,
    )


def between(low: float, high: float, unit: TimeUnit, days: DayKind = UNSTATED) -> Reading:
    return Reading(
        kind=ReadingKind.RANGE,
        least=Amount(value=low, unit=unit, days=days),
        most=Amount(value=high, unit=unit, days=days),
    )


def relative(offset: int, event: str = "") -> Reading:
    return Reading(kind=ReadingKind.RELATIVE, event_offset=offset, event=event)


PHRASE = Reading(kind=ReadingKind.PHRASE)
MISSING = Reading(kind=ReadingKind.MISSING)

FOUND_IN_SIGNED_SOPS = {
    "5 menit": amount(5, MINUTE),
    "30 Menit": amount(30, MINUTE),
    "10menit": amount(10, MINUTE),
    "1 jam": amount(1, HOUR),
    "2 jam": amount(2, HOUR),
    "1 Jam": amount(1, HOUR),
    "1 hari": amount(1, DAY),
    "1 Hari Kerja": amount(1, DAY, WORKING),
    "14hari kerja": amount(14, DAY, WORKING),
    "30 hari kalender": amount(30, DAY, CALENDAR),
    "1 minggu": amount(1, WEEK),
    "2 Minggu": amount(2, WEEK),
    "1 bulan": amount(1, MONTH),
    "3 Bulan": amount(3, MONTH),
    "5-10 menit": between(5, 10, MINUTE),
    "15 - 20 menit": between(15, 20, MINUTE),
    "1 – 20 Hari Kerja": between(1, 20, DAY, WORKING),
    "3-7 Hari": between(3, 7, DAY),
    "30 menit - 3 Jam": Reading(
        kind=ReadingKind.RANGE,
        least=Amount(value=30, unit=MINUTE),
        most=Amount(value=3, unit=HOUR),
    ),
    "2 menit/berkas": amount(2, MINUTE, per="berkas"),
    "15 menit/berkas": amount(15, MINUTE, per="berkas"),
    "1 menit/ berkas": amount(1, MINUTE, per="berkas"),
    "± 1 jam": amount(1, HOUR, approximate=True),
    "+ 1 jam": amount(1, HOUR, approximate=True),
    "Maks. 1 Hari Kerja": amount(1, DAY, WORKING, upper_bound=True),
    "paling lambat 3 hari": amount(3, DAY, upper_bound=True),
    "H-3": relative(-3),
    "H-3 Kegiatan": relative(-3, "Kegiatan"),
    "H+1": relative(1),
    "Segera": PHRASE,
    "Semesteran": PHRASE,
    "Triwulanan": PHRASE,
    "Sesuai kebutuhan": PHRASE,
    "Sesuai Jadwal": PHRASE,
    "Sesuai SPK": PHRASE,
    "7 hari (Des t-1 / Jan t)": amount(7, DAY, note="Des t-1 / Jan t"),
    "-": MISSING,
    "": MISSING,
}

MORE_WAYS_TO_WRITE = {
    "1,5 jam": amount(1.5, HOUR),
    "1.5 jam": amount(1.5, HOUR),
    "1.000 menit": amount(1000, MINUTE),
    " 5  MENIT ": amount(5, MINUTE),
    "14 (empat belas) hari kerja": amount(14, DAY, WORKING),
    "2 tahun": amount(2, YEAR),
    "3 menit per berkas": amount(3, MINUTE, per="berkas"),
    "3 s.d. 5 hari kerja": between(3, 5, DAY, WORKING),
    "3 s/d 5 hari": between(3, 5, DAY),
    "3 sampai dengan 5 hari": between(3, 5, DAY),
    "kurang lebih 2 jam": amount(2, HOUR, approximate=True),
    "maksimal ± 2 jam": amount(2, HOUR, approximate=True, upper_bound=True),
    "H": relative(0),
    "–": MISSING,
    "3 menit (digabung dengan langkah 5)": amount(3, MINUTE, note="digabung dengan langkah 5"),
    "(sel waktu gabung)": Reading(kind=ReadingKind.MISSING, note="sel waktu gabung"),
    "sesuai jadwal (kalender)": Reading(kind=ReadingKind.PHRASE, note="kalender"),
    "menit": PHRASE,
    "5": PHRASE,
    "5 menit 3": PHRASE,
    "Hari Selasa": PHRASE,
    "1 harian": PHRASE,
    "1 jampersonil": PHRASE,
    "9" * 300 + " menit": PHRASE,
}


@pytest.mark.parametrize(("text", "reading"), FOUND_IN_SIGNED_SOPS.items())
def test_a_text_of_a_signed_sop_is_read(text: str, reading: Reading) -> None:
    assert Duration(text).reading == reading


@pytest.mark.parametrize(("text", "reading"), MORE_WAYS_TO_WRITE.items())
def test_other_spellings_are_read(text: str, reading: Reading) -> None:
    assert Duration(text).reading == reading


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("5 menit", 5),
        ("1,5 jam", 90),
        ("1 hari", 450),
        ("1 hari kerja", 450),
        ("30 hari kalender", 13500),
        ("1 minggu", 2250),
        ("2 bulan", 18000),
        ("1 tahun", 108000),
        ("± 1 jam", 60),
        ("Maks. 1 Hari Kerja", 450),
        ("7 hari (Des t-1 / Jan t)", 3150),
    ],
)
def test_an_amount_has_minutes(text: str, minutes: float) -> None:
    assert Duration(text).minutes == minutes


@pytest.mark.parametrize(
    "text", ["5-10 menit", "30 menit - 3 Jam", "2 menit/berkas", "H-3", "Segera", "-", ""]
)
def test_what_cannot_be_added_up_has_no_minutes(text: str) -> None:
    assert Duration(text).minutes is None


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    reading = read_duration(text)
    assert (reading.most is None) == (reading.kind not in {ReadingKind.AMOUNT, ReadingKind.RANGE})
