"""Commands on rows."""

import pytest

from sopeditor.editing.steps import (
    DeleteSteps,
    DuplicateSteps,
    InsertStep,
    MoveSteps,
    SetPageBreak,
    SetShared,
    SetStepLabel,
    SetStepText,
    ids_for_copy,
)
from sopeditor.foundation.ids import numbered_ids
from sopeditor.model.step import TEXT_COLUMNS, Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind
from tests.builders import a_document, a_step, flow_pairs, row_ids
from tests.unit.editing.applying import changed, reason


def test_a_row_is_inserted_where_it_was_asked_for_and_clean() -> None:
    step = Step(id="new", activity="Menulis\x00 surat")
    after = changed(a_document(rows="A B"), InsertStep(chart="chart", position=1, step=step))
    assert row_ids(after) == ("row1", "new", "row2")
    assert after.charts[0].steps[1].activity == "Menulis surat"


def test_a_row_with_an_id_that_is_used_is_refused() -> None:
    command = InsertStep(chart="chart", position=0, step=Step(id="row1"))
    assert reason(a_document(), command) == "editing.refused.taken"


def test_a_row_with_a_symbol_outside_the_lanes_is_refused() -> None:
    symbol = Symbol(id="x", kind=SymbolKind.PROCESS, actors=("Z",))
    command = InsertStep(chart="chart", position=0, step=Step(id="new", symbols=(symbol,)))
    assert reason(a_document(), command) == "editing.refused.unknown_lane"


def test_a_deleted_row_takes_its_symbols_along_and_the_flow_closes_up() -> None:
    after = changed(a_document(rows="(A) B A (B)"), DeleteSteps(steps=("row2",)))
    assert row_ids(after) == ("row1", "row3", "row4")
    assert flow_pairs(after) == {"1A>3A", "3A>4B"}


def test_deleting_a_row_that_is_gone_is_refused() -> None:
    assert reason(a_document(), DeleteSteps(steps=("row9",))) == "editing.refused.gone"


@pytest.mark.parametrize(
    ("moved", "position", "order"),
    [
        (("row3",), 0, "3124"),
        (("row1",), 4, "2341"),
        (("row1",), 1, "1234"),
        (("row1",), 2, "2134"),
        (("row4", "row2"), 1, "1243"),
        (("row1", "row4"), 2, "2143"),
        (("row2",), 99, "1342"),
        (("row2",), -5, "2134"),
    ],
)
def test_rows_move_before_the_row_at_the_position(
    moved: tuple[str, ...], position: int, order: str
) -> None:
    after = changed(a_document(rows="A A A A"), MoveSteps(steps=moved, position=position))
    assert row_ids(after) == tuple(f"row{digit}" for digit in order)


def test_a_moved_row_keeps_its_flows() -> None:
    document = a_document(rows="(A) B A (B)")
    after = changed(document, MoveSteps(steps=("row3",), position=1))
    assert flow_pairs(after) == flow_pairs(document)


def test_moving_no_rows_is_refused() -> None:
    assert reason(a_document(), MoveSteps(steps=(), position=0)) == "editing.refused.other_chart"


def test_copies_stand_below_the_originals_with_the_flows_among_them() -> None:
    document = a_document(rows="(A) B A+B (B)")
    steps = ("row2", "row3")
    new_ids = ids_for_copy(document, steps, numbered_ids())
    after = changed(document, DuplicateSteps(steps=steps, new_ids=new_ids))
    assert row_ids(after) == ("row1", "row2", "row3", "step1", "step2", "row4")
    assert flow_pairs(after) - flow_pairs(document) == {"symbol1>symbol2", "symbol2=symbol3"}
    assert after.charts[0].steps[3].activity == document.charts[0].steps[1].activity


def test_a_copy_under_ids_that_are_used_is_refused() -> None:
    document = a_document()
    new_ids = (("row1", "row2"), ("1A", "other"))
    command = DuplicateSteps(steps=("row1",), new_ids=new_ids)
    assert reason(document, command) == "editing.refused.taken"


@pytest.mark.parametrize("column", TEXT_COLUMNS)
def test_each_text_column_is_written_and_cleaned(column: Column) -> None:
    command = SetStepText(step="row2", column=column, text="baru\x07\r\nlagi")
    after = changed(a_document(), command)
    assert after.charts[0].steps[1].text(column) == "baru\nlagi"
    others = [other for other in TEXT_COLUMNS if other is not column]
    before = a_step(2, "B")
    assert all(after.charts[0].steps[1].text(other) == before.text(other) for other in others)


@pytest.mark.parametrize("column", [Column.NUMBER, Column.ACTORS])
def test_a_column_without_text_is_refused(column: Column) -> None:
    command = SetStepText(step="row1", column=column, text="x")
    assert reason(a_document(), command) == "editing.refused.no_text_column"


def test_typing_into_one_cell_merges_and_into_another_does_not() -> None:
    keys = {
        SetStepText(step=step, column=column, text=text).merge_key
        for step in ("row1", "row2")
        for column in (Column.ACTIVITY, Column.OUTPUT)
        for text in ("a", "ab")
    }
    assert len(keys) == 4


def test_a_row_gets_a_number_of_its_own() -> None:
    after = changed(a_document(), SetStepLabel(step="row2", label=" 1a\n"))
    assert after.charts[0].row_labels() == ("1", "1a", "2")


def test_a_page_break_is_set_and_removed() -> None:
    broken = changed(a_document(), SetPageBreak(step="row2", broken=True))
    assert broken.charts[0].steps[1].break_before
    assert changed(broken, SetPageBreak(step="row2", broken=False)) == a_document()


def test_a_cell_runs_on_into_the_next_row_and_is_parted_again() -> None:
    command = SetShared(step="row1", column=Column.DURATION, shared=True)
    shared = changed(a_document(), command)
    assert shared.charts[0].steps[0].shared == {Column.DURATION}
    parted = changed(shared, SetShared(step="row1", column=Column.DURATION, shared=False))
    assert parted == a_document()


def test_the_last_row_has_nothing_to_run_into() -> None:
    command = SetShared(step="row3", column=Column.DURATION, shared=True)
    assert reason(a_document(), command) == "editing.refused.nothing_below"


def test_lanes_are_never_shared_cells() -> None:
    command = SetShared(step="row1", column=Column.ACTORS, shared=True)
    assert reason(a_document(), command) == "editing.refused.not_shared"
