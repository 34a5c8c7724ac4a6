"""Findings on the drawing: lines through symbols, many crossings, wishes not followed."""

from sopeditor.checks.drawn import lines_clear, wishes_followed
from sopeditor.checks.finding import Finding
from sopeditor.checks.registry import find
from sopeditor.model.drawn import DrawnChart
from tests.builders import a_document
from tests.unit.checks.examining import profiles, words


def a_drawing(crossings: int = 0, through: int = 0, dropped: tuple[str, ...] = ()) -> DrawnChart:
    return DrawnChart(
        chart="chart", lines=40, crossings=crossings, bends=30,
        through_symbols=through, dropped_hints=dropped,
    )  # fmt: skip


def keys(findings: list[Finding]) -> list[str]:
    return [finding.message.key for finding in findings]


def test_a_clean_drawing_gives_nothing() -> None:
    assert list(lines_clear(a_drawing(crossings=4))) == []


def test_a_line_through_a_symbol_is_found() -> None:
    assert keys(list(lines_clear(a_drawing(through=1)))) == ["checks.finding.SB15_through"]


def test_many_crossings_are_found() -> None:
    assert keys(list(lines_clear(a_drawing(crossings=5)))) == ["checks.finding.SB15_crossings"]


def test_a_wish_that_was_dropped_is_told_at_its_flow() -> None:
    (finding,) = wishes_followed(a_drawing(dropped=("f",)))

    assert finding.place.flow == "f"


def test_the_drawing_is_checked_with_the_document() -> None:
    document = a_document()
    profile = profiles()[document.profile]

    without = find(document, profile, words())
    with_drawing = find(document, profile, words(), (a_drawing(through=2),))
    assert {finding.rule for finding in with_drawing} - {f.rule for f in without} == {"SB15"}
