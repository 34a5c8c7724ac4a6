"""Rules on symbols and the flow between them."""

import pytest
from msgspec.structs import replace

from sopeditor.checks.registry import find
from sopeditor.model.profile import DEFAULT_PROFILE
from sopeditor.model.symbol import SymbolKind
from tests.builders import a_document
from tests.unit.checks.examining import profiles, rules, steps_of, with_step, words


def flow_rules(rows: str, flows: str | None = None, lanes: str = "ABC") -> set[str]:
    wanted = {"SB01", "SB02", "SB03", "SB04", "SB05", "SB06", "SB07", "SB10", "SB16", "CT05"}
    return rules(a_document(lanes, rows, flows)) & wanted


@pytest.mark.parametrize(
    ("rows", "flows", "expected"),
    [
        pytest.param("(A) B (C)", None, set(), id="straight"),
        pytest.param("(A) B? (C)", "1>2 2>3:Ya 2>1:Tidak", set(), id="back to the start"),
        pytest.param("(A) B? (C) (A)", "1>2 2>3:Ya 2>4:Tidak", set(), id="two ends"),
        pytest.param("(A) B+C (A)", None, set(), id="done together"),
        pytest.param("(A) B A C (A)", "1>2 2>3 2>4 3>5 4>5", set(), id="parallel"),
        pytest.param("(A)|C B (C)", "1>2 2>3", {"SB02", "SB03", "SB16"}, id="loose box"),
        pytest.param("A B (C)", None, {"SB01"}, id="no start"),
        pytest.param("(A)|(B) C (A)", "1A>2 1B>2 2>3", {"SB01", "SB16"}, id="two starts"),
        pytest.param("(A) (B) A (C)", "1>3 2>3 3>4", {"SB01"}, id="a start below"),
        pytest.param("(A) B C", None, {"SB02"}, id="no end"),
        pytest.param("(A) B (C)", "2>3", {"SB02", "SB03"}, id="start leads nowhere"),
        pytest.param("(A) B A (C)", "1>2 2>4 3>4", {"SB03"}, id="skipped"),
        pytest.param("(A) B? (C)", "1>2 2>3:Ya", {"SB04"}, id="one exit"),
        pytest.param("(A) B? (C)", "1>2 2>3:Ya 2>1", {"SB04"}, id="a label missing"),
        pytest.param("(A) B? (C)", "1>2 2>3 2>1", {"SB04", "SB05"}, id="no labels"),
        pytest.param("(A) B? (C)", "1>2 2>3:Ya 2>1:ya", {"SB05"}, id="equal labels"),
        pytest.param(
            "(A) B? A|C (B)",
            "1>2 2>3A:Ya 2>3C:Ya 2>1:Tidak 3A>4 3C>4",
            set(),
            id="one branch to two symbols of a row that run in parallel",
        ),
        pytest.param("(A) (B) (C)", None, {"SB06"}, id="kapsul in the middle"),
        pytest.param("(A) B (C) (A)", "1>2 2>3 2>4", {"SB07"}, id="ways that never meet"),
        pytest.param("(A) B (C) (A)", "1>2 2>3:Ya 2>4:Tidak", {"SB07"}, id="labels at a box"),
        pytest.param(
            "(A) B? A C (A)",
            "1>2 2>3:Ya 2>5:Tidak 3>4 4>3",
            {"SB10"},
            id="loop without exit",
        ),
        pytest.param("-", "", {"CT05"}, id="no symbols"),
    ],
)
def test_flows(rows: str, flows: str, expected: set[str]) -> None:
    assert flow_rules(rows, flows) == expected


def test_a_kapsul_and_a_box_in_one_row_are_one_start() -> None:
    document = a_document(rows="(A)|A B (A)", flows="1>2 2>3")
    chart = document.charts[0]
    first = chart.steps[0]
    box = replace(first.symbols[1], id="box")
    step = replace(first, symbols=(first.symbols[0], box))
    start, onward = chart.flows[0], replace(chart.flows[0], id="on", source="box")
    flows = (replace(start, target="box"), onward, chart.flows[1])
    document = replace(
        document, charts=(replace(chart, steps=(step, *chart.steps[1:]), flows=flows),)
    )
    assert rules(document) & {"SB01", "SB02", "SB03", "SB06", "SB16"} == set()


def test_a_loop_is_named_by_its_steps() -> None:
    document = a_document("AB", "(A) B A B", "1>2 2>3 3>4 4>2")
    (finding,) = (
        f for f in find(document, profiles()[DEFAULT_PROFILE], words()) if f.rule == "SB10"
    )
    assert dict(finding.message.values)["steps"] == "2, 3, 4"


def test_a_symbol_that_the_profile_does_not_know_is_told() -> None:
    profile = replace(
        profiles()[DEFAULT_PROFILE], symbols=frozenset({SymbolKind.TERMINATOR, SymbolKind.PROCESS})
    )
    document = a_document("AB", "(A) B? (A)", "1>2 2>3:Ya 2>1:Tidak")
    told = [f.place.symbol for f in find(document, profile, words()) if f.rule == "SB11"]
    assert told == ["2B"]


@pytest.mark.parametrize(
    ("rows", "activity", "expected"),
    [
        ("(A) B (A)", "Memeriksa konsep surat", {"SB08"}),
        ("(A) B? (A)", "Memeriksa konsep surat", set()),
        ("(A) B? (A)", "Mencatat surat", {"SB09"}),
        ("(A) B? (A)", "Menandatangani surat", set()),
        ("(A) - (A)", "Memeriksa surat", set()),
    ],
)
def test_checking_verbs_and_decisions_go_together(
    rows: str, activity: str, expected: set[str]
) -> None:
    document = with_step(a_document(rows=rows), 2, activity=activity)
    assert rules(document) & {"SB08", "SB09"} == expected


def test_a_long_text_inside_a_symbol_is_told() -> None:
    document = a_document()
    symbol = document.charts[0].steps[1].symbols[0]
    short = with_step(document, 2, symbols=(replace(symbol, caption="Disetujui?"),))
    long = with_step(document, 2, symbols=(replace(symbol, caption="Apakah " * 5),))
    assert steps_of(short, "SB17") == []
    assert steps_of(long, "SB17") == ["2"]
