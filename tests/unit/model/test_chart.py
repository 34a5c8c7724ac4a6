"""A chart numbers its rows and finds its parts by their ids."""

import pytest

from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.step import TEXT_COLUMNS, Column, Step
from tests.unit.storage.samples import sample_document

CHART = sample_document().charts[0]


def labelled(*labels: str) -> Chart:
    steps = tuple(Step(id=f"s{number}", label=label) for number, label in enumerate(labels))
    return Chart(id="c", steps=steps)


@pytest.mark.parametrize(
    ("labels", "printed"),
    [
        ((), ()),
        (("", "", ""), ("1", "2", "3")),
        (("", "1a", ""), ("1", "1a", "2")),
        (("A", "B"), ("A", "B")),
        (("", "", "5", ""), ("1", "2", "5", "3")),
    ],
)
def test_a_row_with_a_label_of_its_own_does_not_count_on(
    labels: tuple[str, ...], printed: tuple[str, ...]
) -> None:
    assert labelled(*labels).row_labels() == printed


def test_symbols_come_with_the_index_of_their_row() -> None:
    assert [(row, symbol.id) for row, symbol in CHART.symbols()] == [
        (0, "y1"),
        (1, "y2"),
        (1, "y3"),
    ]
    assert CHART.symbol_index()["y3"][0] == 1


def test_steps_and_flows_are_found_by_their_ids() -> None:
    assert CHART.step_position("s2") == 1
    assert CHART.step("s1") is CHART.steps[0]
    assert CHART.flow("f3") is CHART.flows[2]
    for find in (CHART.step, CHART.flow, CHART.step_position):
        with pytest.raises(KeyError):
            find("x")


def test_a_document_finds_its_actors_and_charts() -> None:
    document = sample_document()
    assert document.actor("a2").name == "Pemohon"
    assert document.chart("c2").id == "c2"
    assert document.chart_of_step("s2").id == "c1"
    for find in (document.actor, document.chart, document.chart_of_step):
        with pytest.raises(KeyError):
            find("x")
    with pytest.raises(KeyError):
        Document().actor("a1")


def test_a_step_answers_the_text_of_each_column() -> None:
    step = CHART.steps[0]
    assert [step.text(column) for column in TEXT_COLUMNS] == [
        "Menerima surat dan mencatatnya", "Surat masuk", "Buku", "10 menit", "Agenda", "SOP Agenda",
    ]  # fmt: skip
    for column in (Column.NUMBER, Column.ACTORS):
        with pytest.raises(KeyError):
            step.text(column)
