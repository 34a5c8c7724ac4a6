"""Waktu: the text as an author types it, and its reading.

The text is what counts and what is printed; the reading is derived from it and never
stored. Forms and conventions follow what signed SOPs write: "14hari kerja",
"30 menit - 3 Jam", "2 menit/berkas", "H-3 Kegiatan", "Sesuai Jadwal".
"""

import re
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct


class TimeUnit(StrEnum):
    """A unit of time; hours and days are those of an office."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class DayKind(StrEnum):
    """Which days count: hari kerja, hari kalender, or not said."""

    WORKING = "working"
    CALENDAR = "calendar"
    UNSTATED = "unstated"


class ReadingKind(StrEnum):
    """What a Waktu text turned out to be."""

    AMOUNT = "amount"  # 5 menit
    RANGE = "range"  # 5-10 menit
    RELATIVE = "relative"  # H-3
    PHRASE = "phrase"  # Sesuai jadwal
    MISSING = "missing"  # empty, or a dash


#: Minutes in each unit: 7.5 hours a day, 5 days a week, 20 days a month, 12 months a year.
#: A proposal for adding times up, not a regulation; it does not tell the kinds of day apart.
MINUTES = {
    TimeUnit.MINUTE: 1,
    TimeUnit.HOUR: 60,
    TimeUnit.DAY: 450,
    TimeUnit.WEEK: 5 * 450,
    TimeUnit.MONTH: 20 * 450,
    TimeUnit.YEAR: 12 * 20 * 450,
}


class Amount(Struct, frozen=True, kw_only=True):
    """A number of units; `days` matters where the unit is a day."""

    value: float
    unit: TimeUnit
    days: DayKind = DayKind.UNSTATED

    @property
    def minutes(self) -> float:
        """The amount in minutes of office time, by `MINUTES`."""
        return self.value * MINUTES[self.unit]


class Reading(Struct, frozen=True, kw_only=True):
    """What a Waktu text says.

    `least` and `most` are equal for one amount, both ends for a range, else None.
    `per` is the piece of work that takes this long ("berkas"). `event_offset` counts
    days from the day of an `event` (H-3 is -3). `note` is the text in brackets.
    """

    kind: ReadingKind
    least: Amount | None = None
    most: Amount | None = None
    per: str = ""
    approximate: bool = False
    upper_bound: bool = False
    event_offset: int | None = None
    event: str = ""
    note: str = ""

    @property
    def minutes(self) -> float | None:
        """Minutes of one amount, approximate or at most; None for all that can't be added up."""
        if self.kind is not ReadingKind.AMOUNT or self.per or self.most is None:
            return None
        return self.most.minutes


class Duration(Struct, frozen=True):
    """The text of a Waktu cell."""

    text: str = ""

    @property
    def reading(self) -> Reading:
        """What the text says."""
        return read_duration(self.text)

    @property
    def minutes(self) -> float | None:
        """Minutes to add up; None for ranges, times per piece of work and phrases."""
        return self.reading.minutes


_UNITS = {
    "menit": TimeUnit.MINUTE,
    "mnt": TimeUnit.MINUTE,
    "jam": TimeUnit.HOUR,
    "hari": TimeUnit.DAY,
    "minggu": TimeUnit.WEEK,
    "pekan": TimeUnit.WEEK,
    "bulan": TimeUnit.MONTH,
    "bln": TimeUnit.MONTH,
    "tahun": TimeUnit.YEAR,
    "thn": TimeUnit.YEAR,
}
_DAY_KINDS = {"kerja": DayKind.WORKING, "kalender": DayKind.CALENDAR, "": DayKind.UNSTATED}

_DASHES = frozenset({"", "-", "–", "—"})
#: Longer texts are phrases; no time of a step takes more words.
_LONGEST = 200

_NUMBER = r"\d+(?:[.,]\d+)?"
#: Legal style repeats the number in words: 14 (empat belas) hari kerja.
_IN_WORDS = r"(?:\s*\([^()]*\))?"
_UNIT = rf"(?P<{{0}}_unit>{'|'.join(_UNITS)})\.?(?:\s+(?P<{{0}}_days>kerja|kalender))?"
_TO = r"(?:[-–—]|s\.?\s?d\.?|s/d|sampai(?:\s+dengan)?|hingga)"
_PER = r"(?:\s*(?:/|\bper\b)\s*(?P<per>\S.*))?"

# The patterns are texts: `re` compiles them, for 3 ms, when a text is first read, and keeps them.
_TIME = (
    rf"(?ia)(?:(?P<low>{_NUMBER}){_IN_WORDS}\s*(?:{_UNIT.format('low')})?\s*{_TO}\s*)?"
    rf"(?P<high>{_NUMBER}){_IN_WORDS}\s*{_UNIT.format('high')}{_PER}"
)
_NOTED = r"(?s)(?P<rest>.*?)\s*\((?P<note>[^()]*)\)"
_EVENT = r"(?a)H(?:\s*(?P<sign>[-+–−])\s*(?P<days>\d{1,4}))?(?:\s+(?P<event>\S.*))?"
_ABOUT = r"(?i)(?:±|\+/-|\+|~|kurang\s+lebih|sekitar|kira-kira)\s*"
_AT_MOST = r"(?i)(?:maks(?:imal|imum)?\b\.?|paling\s+(?:lama|lambat)|selambat-lambatnya|[≤<])\s*"


@lru_cache(maxsize=4096)
def read_duration(text: str) -> Reading:
    """Read a Waktu text; whatever is no time is a phrase, so this never fails."""
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        return Reading(kind=ReadingKind.PHRASE)
    noted = re.fullmatch(_NOTED, stripped)
    rest, note = (noted["rest"], noted["note"].strip()) if noted else (stripped, "")
    if rest in _DASHES:
        return Reading(kind=ReadingKind.MISSING, note=note)
    return _read_event(rest, note) or _read_time(rest, note)


def _read_event(text: str, note: str) -> Reading | None:
    found = re.fullmatch(_EVENT, text)
    if found is None:
        return None
    days = int(found["days"] or 0)
    return Reading(
        kind=ReadingKind.RELATIVE,
        event_offset=days if found["sign"] == "+" else -days,
        event=found["event"] or "",
        note=note,
    )


def _read_time(text: str, note: str) -> Reading:
    most_cut = _without_start(_AT_MOST, text)
    cut = _without_start(_ABOUT, most_cut)
    found = re.fullmatch(_TIME, cut)
    if found is None:
        return Reading(kind=ReadingKind.PHRASE, note=note)
    most = _amount(found, "high", "high")
    ranged = found["low"] is not None
    return Reading(
        kind=ReadingKind.RANGE if ranged else ReadingKind.AMOUNT,
        least=_amount(found, "low", "low" if found["low_unit"] else "high") if ranged else most,
        most=most,
        per=(found["per"] or "").strip(),
        approximate=cut != most_cut,
        upper_bound=most_cut != text,
        note=note,
    )


def _without_start(pattern: str, text: str) -> str:
    found = re.match(pattern, text)
    return text[found.end() :] if found else text


def _amount(found: re.Match[str], number: str, unit: str) -> Amount:
    return Amount(
        value=_value(found[number]),
        unit=_UNITS[found[f"{unit}_unit"].lower()],
        days=_DAY_KINDS[(found[f"{unit}_days"] or "").lower()],
    )


def _value(digits: str) -> float:
    """Answer the number: a comma parts decimals, a dot before three digits thousands."""
    if re.fullmatch(r"\d+\.\d{3}", digits):
        return float(digits.replace(".", ""))
    return float(digits.replace(",", "."))
