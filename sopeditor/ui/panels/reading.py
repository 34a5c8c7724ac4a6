"""How the reading of a Waktu text is told back to the one who types it."""

from PySide6.QtCore import QLocale

from sopeditor.foundation.message import Catalogue
from sopeditor.model.duration import Amount, DayKind, Duration, Reading, ReadingKind, TimeUnit


def reading_text(duration: Duration, catalogue: Catalogue) -> str:
    """Answer what the program understood, such as "terbaca: 1 hari kerja"; empty for nothing."""
    reading = duration.reading
    if reading.kind is ReadingKind.MISSING:
        return ""
    if reading.kind is ReadingKind.PHRASE:
        return catalogue.text("ui.reading.phrase")
    return catalogue.text("ui.reading.read", reading=_said(reading, catalogue))


def _said(reading: Reading, catalogue: Catalogue) -> str:
    if reading.kind is ReadingKind.RELATIVE:
        return _relative(reading.event_offset or 0, catalogue)
    text = _span(reading, catalogue)
    if reading.approximate:
        text = catalogue.text("ui.reading.about", time=text)
    if reading.upper_bound:
        text = catalogue.text("ui.reading.at_most", time=text)
    if reading.per:
        text = catalogue.text("ui.reading.per", time=text, piece=reading.per)
    return text


def _span(reading: Reading, catalogue: Catalogue) -> str:
    most = _amount(reading.most, catalogue)
    if reading.kind is ReadingKind.AMOUNT:
        return most
    return catalogue.text("ui.reading.range", least=_amount(reading.least, catalogue), most=most)


def _amount(amount: Amount | None, catalogue: Catalogue) -> str:
    if amount is None:
        return ""
    unit = amount.unit.value
    if amount.unit is TimeUnit.DAY and amount.days is not DayKind.UNSTATED:
        unit = f"day_{amount.days.value}"
    value = QLocale().toString(amount.value, "g", 6)
    return catalogue.text(f"ui.reading.{unit}", value=value)


def _relative(offset: int, catalogue: Catalogue) -> str:
    if offset == 0:
        return catalogue.text("ui.reading.on_the_day")
    return catalogue.text(
        "ui.reading.before" if offset < 0 else "ui.reading.after", days=abs(offset)
    )
