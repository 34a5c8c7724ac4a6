"""What follows from a change."""

import pytest

from sopeditor.editing.behaviours import BEHAVIOURS, with_behaviours
from sopeditor.editing.steps import DeleteSteps, InsertStep, MoveSteps, SetShared
from sopeditor.editing.symbols import DeleteSymbols
from sopeditor.model.document import Document
from sopeditor.model.step import Column, Step
from tests.builders import a_document, flow_pairs
from tests.unit.editing.applying import changed


@pytest.mark.parametrize(
    ("rows", "flows", "deleted", "left"),
    [
        pytest.param("A B A", "1>2 2>3", "2B", "1A>3A", id="middle of a chain"),
        pytest.param("A B A B", "1>2 2>3 3>4", "2B 3A", "1A>4B", id="two in a row"),
        pytest.param("A B A", "1>2 2>3", "1A", "2B>3A", id="beginning"),
        pytest.param("A B A", "1>2 2>3", "3A", "1A>2B", id="end"),
        pytest.param(
            "A? B A", "1>2:Ya 1>3:Tidak 2>3", "2B", "1A>3A:Ya 1A>3A:Tidak", id="labelled branch"
        ),
        pytest.param("A B? A", "1>2 2>3:Ya 2>1:Tidak", "2B", "1A>3A", id="decision with a loop"),
        pytest.param("A B? A B", "1>2 2>3:Ya 2>4:Tidak", "2B", "", id="decision with two ways on"),
        pytest.param("A B A B", "1>3 2>3 3>4", "3A", "1A>4B 2B>4B", id="two ways in"),
        pytest.param("A B A", "1>2 2>3 1>3", "2B", "1A>3A", id="no repetition"),
        pytest.param("A B", "1>2 2>1", "2B", "", id="no flow to itself"),
        pytest.param("A B A B", "1>2 2>3 3>2 3>4", "2B 3A", "1A>4B", id="a loop inside"),
    ],
)
def test_the_flow_is_led_around_lost_symbols(
    rows: str, flows: str, deleted: str, left: str
) -> None:
    document = a_document(rows=rows, flows=flows)
    after = changed(document, DeleteSymbols(symbols=tuple(deleted.split())))
    assert flow_pairs(after) == set(left.split())


@pytest.mark.parametrize(
    ("deleted", "left"),
    [
        ("2A", "1A>2B 2B>3A 2B=2C"),
        ("2B", "1A>2A 2A>3A 2A=2C"),
        ("2A 2B", "1A>2C 2C>3A"),
        ("2A 2B 2C", "1A>3A"),
    ],
)
def test_who_is_left_of_a_joint_step_keeps_its_flows(deleted: str, left: str) -> None:
    document = a_document(lanes="ABC", rows="(A) A+B+C (A)")
    after = changed(document, DeleteSymbols(symbols=tuple(deleted.split())))
    assert flow_pairs(after) == set(left.split())


def shared(rows: str, *steps: str) -> Document:
    document = a_document(rows=rows)
    for step in steps:
        command = SetShared(step=step, column=Column.DURATION, shared=True)
        document = changed(document, command)
    return document


def sharing(document: Document) -> list[str]:
    return [step.id for step in document.charts[0].steps if step.shared]


def test_a_shared_cell_ends_where_its_lower_row_goes() -> None:
    assert sharing(changed(shared("A A A", "row1"), DeleteSteps(steps=("row2",)))) == []


def test_a_shared_cell_of_three_rows_survives_the_loss_of_the_middle_one() -> None:
    after = changed(shared("A A A", "row1", "row2"), DeleteSteps(steps=("row2",)))
    assert sharing(after) == ["row1"]


def test_a_row_put_in_between_parts_a_shared_cell() -> None:
    command = InsertStep(chart="chart", position=1, step=Step(id="new"))
    assert sharing(changed(shared("A A", "row1"), command)) == []


def test_a_row_moved_away_parts_a_shared_cell() -> None:
    document = shared("A A A A", "row1", "row3")
    assert sharing(changed(document, MoveSteps(steps=("row2",), position=4))) == ["row3"]


def test_the_last_row_shares_with_nothing() -> None:
    assert sharing(changed(shared("A A", "row1"), DeleteSteps(steps=("row2",)))) == []


def test_a_document_that_did_not_change_is_given_back_itself() -> None:
    document = a_document(lanes="ABC", rows="(A) A+B B|C (C)")
    assert all(behaviour(document, document) is document for behaviour in BEHAVIOURS)


def test_what_an_edit_does_not_touch_stays_shared() -> None:
    before = a_document(rows="(A) B A (B)")
    after = with_behaviours(before, DeleteSteps(steps=("row4",)).apply(before))
    old, new = before.charts[0].steps, after.charts[0].steps
    assert all(step is other for step, other in zip(old, new, strict=False))
