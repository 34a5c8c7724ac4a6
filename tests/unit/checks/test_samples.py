"""The sample procedures: clean as they are, and with one flaw each."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from sopeditor.checks.finding import Severity
from sopeditor.editing.flows import DeleteFlows, Reattach, SetFlowLabel
from sopeditor.editing.identity import SetIdentityField
from sopeditor.editing.page import SetPageSetup
from sopeditor.editing.steps import SetStepLabel, SetStepText
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.page import Orientation, PageSetup, Paper
from sopeditor.model.step import Column
from tests.unit.checks.examining import SAMPLES, findings, rules, sample, steps_of

Flaw = Callable[[Document], Document]

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample procedures are missing")


@pytest.mark.parametrize("name", ["S01", "S03", "S04", "S06", "S08"])
def test_a_clean_sample_has_nothing_that_must_be_mended(name: str) -> None:
    errors = [f.message for f in findings(sample(name)) if f.severity is Severity.ERROR]
    assert errors == []


def title(text: str) -> Flaw:
    return SetIdentityField(field="title", value=text).apply


def row(chart: Chart, label: str) -> str:
    return chart.steps[chart.row_labels().index(label)].id


def flows_from(document: Document, label: str) -> list[Flow]:
    chart = document.charts[0]
    symbols = {symbol.id for symbol in chart.step(row(chart, label)).symbols}
    return [flow for flow in chart.flows if flow.source in symbols]


def lost_branch(label: str, branch: str) -> Flaw:
    def flawed(document: Document) -> Document:
        lost = tuple(f.id for f in flows_from(document, label) if f.label == branch)
        assert lost
        return DeleteFlows(flows=lost).apply(document)

    return flawed


def written(label: str, column: Column, text: str) -> Flaw:
    def flawed(document: Document) -> Document:
        step = row(document.charts[0], label)
        return SetStepText(step=step, column=column, text=text).apply(document)

    return flawed


def renumbered(document: Document) -> Document:
    for step, label in zip(document.charts[0].steps, (1, 2, 3, 5, 6, 7, 8, 9, 10, 11), strict=True):
        document = SetStepLabel(step=step.id, label=str(label)).apply(document)
    return document


def lanes_reversed(document: Document) -> Document:
    chart = document.charts[0]
    return replace(document, charts=(replace(chart, lanes=chart.lanes[::-1]),))


def skipped_to_12(document: Document) -> Document:
    chart = document.charts[0]
    target = chart.step(row(chart, "12")).symbols[0].id
    (flow,) = flows_from(document, "9")
    return Reattach(flow=flow.id, target=target).apply(document)


def dates(created: str, effective: str) -> Flaw:
    def flawed(document: Document) -> Document:
        document = SetIdentityField(field="created_on", value=created).apply(document)
        return SetIdentityField(field="effective_on", value=effective).apply(document)

    return flawed


def when_needed(*labels: str) -> Flaw:
    def flawed(document: Document) -> Document:
        for label in labels:
            chart = document.charts[0]
            text = chart.step(row(chart, label)).activity + " (apabila diperlukan)"
            document = written(label, Column.ACTIVITY, text)(document)
        return document

    return flawed


def unlabelled(document: Document) -> Document:
    for flow in flows_from(document, "4"):
        document = SetFlowLabel(flow=flow.id, label="").apply(document)
    return document


def unchanged(document: Document) -> Document:
    return document


FLAWS = [
    ("C01", "S01", title("SOP Pengelolaan Surat Masuk"), {"ID02"}),
    ("C02", "S03", lost_branch("4", "Tidak"), {"SB04"}),
    (
        "C03",
        "S04",
        written("5", Column.ACTIVITY, "Kasubbag memeriksa konsep KGB"),
        {"KG02"},
    ),
    ("C04", "S06", renumbered, {"KG10"}),
    ("C05", "S08", lanes_reversed, {"PL02", "PL03"}),
    ("C08", "S16", skipped_to_12, {"SB03"}),
    ("C12", "S10", written("3", Column.OUTPUT, ""), {"MB03", "MB06"}),
    ("C15", "S11", dates("2 Januari 2025", "1 Januari 2025"), {"ID06"}),
    (
        "C16",
        "S07",
        SetIdentityField(field="related_sops", value=("Ketua Tim, PPK, KPA",)).apply,
        {"ID11"},
    ),
    ("C18", "S22", when_needed("8", "9", "14", "15"), {"KG06"}),
    ("C20", "S21", unchanged, {"MB11", "MB12"}),
    ("C21", "S02", unchanged, {"SB01", "SB16"}),
    (
        "C22",
        "S14",
        SetIdentityField(field="legal_bases", value=("Permendagri 54/2009",)).apply,
        {"ID09"},
    ),
    ("C24", "S18", unlabelled, {"SB04", "SB05"}),
    (
        "C25",
        "S26",
        SetPageSetup(page=PageSetup(paper=Paper.A4, orientation=Orientation.PORTRAIT)).apply,
        {"CT01"},
    ),
]


@pytest.mark.parametrize(
    ("base", "flaw", "expected"),
    [pytest.param(base, flaw, expected, id=name) for name, base, flaw, expected in FLAWS],
)
def test_a_flaw_is_found(base: str, flaw: Flaw, expected: set[str]) -> None:
    assert expected <= rules(flaw(sample(base)))


@pytest.mark.parametrize(
    ("base", "flaw", "expected"),
    [
        pytest.param(base, flaw, expected, id=name)
        for name, base, flaw, expected in FLAWS
        if flaw is not unchanged
    ],
)
def test_without_the_flaw_it_is_not_told(base: str, flaw: Flaw, expected: set[str]) -> None:
    before = set(findings(sample(base)))
    told = {finding.rule for finding in findings(flaw(sample(base))) if finding not in before}
    assert expected <= told


def test_a_way_that_stops_is_found_at_its_end() -> None:
    document = sample("S13")
    lost = tuple(flow.id for flow in flows_from(document, "5"))
    assert steps_of(DeleteFlows(flows=lost).apply(document), "SB02") == ["5"]


def test_steps_that_the_flow_skips_are_named() -> None:
    skipped = steps_of(skipped_to_12(sample("S16")), "SB03")
    assert skipped == ["10", "11"]
