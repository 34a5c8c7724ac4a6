"""Rules on Mutu Baku and print."""

import pytest
from msgspec.structs import replace

from sopeditor.model.document import Document
from sopeditor.model.page import Orientation, PageSetup, Paper
from sopeditor.model.step import Column
from tests.builders import a_document
from tests.unit.checks.examining import rules, steps_of, with_step


def timed(*texts: str) -> Document:
    document = a_document(rows=" ".join(["(A)", *["B"] * (len(texts) - 2), "(A)"]))
    for number, text in enumerate(texts, start=1):
        document = with_step(document, number, duration=text)
    return document


@pytest.mark.parametrize(
    ("field", "column", "rule"),
    [
        ("inputs", Column.INPUTS, "MB01"),
        ("duration", Column.DURATION, "MB02"),
        ("output", Column.OUTPUT, "MB03"),
    ],
)
def test_cells_are_filled_or_run_on_from_above(field: str, column: Column, rule: str) -> None:
    for blank in ("", " - ", "–"):
        document = with_step(a_document(), 2, **{field: blank})
        assert steps_of(document, rule) == ["2"]
        covered = with_step(document, 1, shared=frozenset({column}))
        assert steps_of(covered, rule) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 menit", set()),
        ("1 hari kerja", set()),
        ("sesuai kebutuhan", {"MB04"}),
        ("H-3", {"MB04"}),
        ("5-10 menit", {"MB12"}),
        ("30 menit - 3 jam", {"MB12"}),
        ("-", set()),
    ],
)
def test_times_are_one_number_with_a_unit(text: str, expected: set[str]) -> None:
    assert rules(timed("1 jam", text, "2 jam")) & {"MB04", "MB12"} == expected


@pytest.mark.parametrize(
    ("texts", "steps"),
    [
        (("1 hari kerja", "2 jam", "30 hari kalender"), ["3"]),
        (("1 hari kerja", "1 hari", "3 hari kerja"), []),
        (("1 hari kalender", "2 hari kerja", "1 hari kalender"), ["2"]),
    ],
)
def test_days_are_of_one_kind(texts: tuple[str, ...], steps: list[str]) -> None:
    assert steps_of(timed(*texts), "MB05") == steps


def test_what_is_needed_was_made_by_a_step_before() -> None:
    made = a_document(rows="(A) B A (B)")
    assert "MB06" not in rules(made)
    other = with_step(made, 3, inputs="Formulir baru")
    assert steps_of(other, "MB06") == ["3"]
    earlier = with_step(made, 3, inputs="Bahan 1")
    assert steps_of(earlier, "MB06") == []


def test_the_beginning_needs_no_step_before_it() -> None:
    document = a_document("AB", "(A) B? (A)", "1>2 2>3:Ya 2>1:Tidak")
    assert steps_of(with_step(document, 1, inputs="Formulir"), "MB06") == []


def test_a_result_that_equals_the_input_is_told() -> None:
    document = with_step(a_document(), 2, inputs="Konsep surat", output="konsep  surat")
    assert steps_of(document, "MB07") == ["2"]


@pytest.mark.parametrize(
    ("inputs", "tool"),
    [
        ("Surat, PC/Laptop, jaringan internet", True),
        ("Surat, alat tulis kantor", True),
        ("Surat, aplikasi agenda", False),
        ("Rapat pimpinan", False),  # "pc" and "hp" are words, not letters
    ],
)
def test_tools_are_no_inputs(inputs: str, tool: bool) -> None:
    assert ("MB08" in rules(with_step(a_document(), 2, inputs=inputs))) is tool


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("1 jam",) * 5, True),
        (("1 jam", "1  Jam", "1 jam", "1 jam", "2 jam"), True),
        (("1 jam", "1 jam", "1 jam", "3 jam", "2 jam"), False),
        (("1 jam",) * 4, False),
        (("-",) * 6, False),
    ],
)
def test_one_time_in_nearly_all_rows_is_told(texts: tuple[str, ...], told: bool) -> None:
    assert ("MB11" in rules(timed(*texts))) is told


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (PageSetup(), set()),
        (PageSetup(paper=Paper.LETTER), {"CT01"}),
        (PageSetup(orientation=Orientation.PORTRAIT), {"CT01"}),
        (PageSetup(font_size=6.5), {"CT07"}),
        (PageSetup(font_size=7.0), set()),
    ],
)
def test_paper_and_type(page: PageSetup, expected: set[str]) -> None:
    assert rules(replace(a_document(), page=page)) & {"CT01", "CT07"} == expected
