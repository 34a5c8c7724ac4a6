"""Rules on the drawing itself: what the layout had to do is told, not hidden (SB15)."""

from collections.abc import Iterator

from sopeditor.checks.finding import Basis, Finding, Place, Rule, Severity, found
from sopeditor.model.drawn import DrawnChart

_LINES = Rule("SB15", Severity.WARNING, Basis.PRACTICE)
_WISH = Rule("SB15", Severity.INFO, Basis.PRACTICE)

#: Crossings that a reader still follows: few, and not more than one in so many lines.
_FEW = 3
_LINES_PER_CROSSING = 10


def lines_clear(chart: DrawnChart) -> Iterator[Finding]:
    """SB15: lines do not run through symbols; crossings are few."""
    place = Place(chart=chart.chart)
    if chart.through_symbols:
        yield found(_LINES, place, "through", count=chart.through_symbols)
    if chart.crossings > max(_FEW, chart.lines / _LINES_PER_CROSSING):
        yield found(_LINES, place, "crossings", count=chart.crossings, lines=chart.lines)


def wishes_followed(chart: DrawnChart) -> Iterator[Finding]:
    """SB15: a line bent by hand that would run into something is drawn anew."""
    for flow in chart.dropped_hints:
        yield found(_WISH, Place(chart=chart.chart, flow=flow), "wish")
