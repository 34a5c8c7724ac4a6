"""A date as an office writes it: read where it can be read, else kept as typed."""

import re
from datetime import date

from msgspec import Struct

_MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
# Texts that `re` compiles when a date is first read, and keeps: the start reads none.
_ISO = r"(?a)(\d{4})-(\d{2})-(\d{2})"
_NUMERIC = r"(?a)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})"
_WORDED = r"(?a)(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})"


class DateText(Struct, frozen=True):
    """A date field: ISO text (`2026-03-05`) where it is a date, otherwise what was typed."""

    text: str = ""

    @classmethod
    def read(cls, typed: str) -> "DateText":
        """Read `5 Maret 2026`, `05-03-2026` or ISO; keep anything else as it was typed."""
        stripped = typed.strip()
        day = _read_day(stripped)
        return cls(day.isoformat() if day else stripped)

    @property
    def day(self) -> date | None:
        """The date, or None when the text is no date."""
        return _iso_day(self.text)

    @property
    def printed(self) -> str:
        """The Indonesian long form, `5 Maret 2026`; unreadable text as it was typed."""
        day = self.day
        return f"{day.day} {_MONTHS[day.month - 1].title()} {day.year}" if day else self.text


NO_DATE = DateText()


def _iso_day(text: str) -> date | None:
    found = re.fullmatch(_ISO, text)
    return _valid_day(*map(int, found.groups())) if found else None


def _read_day(text: str) -> date | None:
    if found := re.fullmatch(_NUMERIC, text):
        day, month, year = map(int, found.groups())
        return _valid_day(year, month, day)
    if (found := re.fullmatch(_WORDED, text)) and found[2].lower() in _MONTHS:
        return _valid_day(int(found[3]), _MONTHS.index(found[2].lower()) + 1, int(found[1]))
    return _iso_day(text)


def _valid_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
