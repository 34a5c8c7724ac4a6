from collections.abc import Mapping, Sequence

from sopeditor.layout.context import Context
from sopeditor.layout.lines import text_height
from sopeditor.layout.style import DEFAULT_STYLE
from sopeditor.layout.table.columns import plan_columns
from sopeditor.layout.table.rows import RowPlan, plan_rows
from sopeditor.layout.table.symbols import group_symbols
from sopeditor.model.step import Column, Step
from tests.unit.layout.support import chart, context_of, document, step, symbol


def planned(
    steps: Sequence[Step], room: float = 400, extras: Mapping[str, float] | None = None
) -> tuple[RowPlan, Context]:
    drawn = chart(steps)
    context = context_of(document(drawn))
    columns = plan_columns(context, drawn, {})
    groups = [group_symbols(row, columns.lanes, DEFAULT_STYLE) for row in steps]
    plan = plan_rows(context, drawn, columns, groups, lambda _: room, extras or {})
    return plan, context


def test_a_row_is_as_high_as_its_symbol_needs() -> None:
    plan, _ = planned([step(1, symbol(1, 0))])
    assert plan.rows[0].height == 33


def test_a_row_is_as_high_as_its_text_needs() -> None:
    plan, context = planned([step(1, symbol(1, 0), activity="Memeriksa kelengkapan " * 40)])
    row = plan.rows[0]
    assert row.height == text_height(len(row.lines[Column.ACTIVITY]), context.fonts.body)


def test_a_row_grows_where_its_lines_need_room() -> None:
    plan, _ = planned([step(1, symbol(1, 0))], extras={"s1": 4.0})
    assert plan.rows[0].height == 39


def test_a_step_higher_than_a_page_goes_on_in_further_rows() -> None:
    text = " ".join(f"kata{number}" for number in range(900))
    plan, _ = planned([step(1, symbol(1, 0), activity=text), step(2, symbol(2, 0))], room=300)
    first, *others, last = plan.rows
    assert all(row.height <= 300 for row in plan.rows)
    assert {row.step.id for row in (first, *others)} == {"s1"}
    assert last.step.id == "s2"
    assert first.symbols.boxes
    assert not any(row.symbols.boxes or row.label for row in others)
    lines = [line for row in plan.rows[:-1] for line in row.lines[Column.ACTIVITY]]
    assert " ".join(lines) == text
    assert plan.continued == ("1",)


def test_a_shared_cell_counts_in_no_row_but_in_their_sum() -> None:
    long = "menit " * 12
    steps = [
        step(1, symbol(1, 0), remarks=long * 3, shared=frozenset({Column.REMARKS})),
        step(2, symbol(2, 0)),
    ]
    plan, context = planned(steps)
    assert [row.height for row in plan.rows] == [33, 33]
    ((run, lines),) = plan.runs
    assert (run.column, run.first, run.last) == (Column.REMARKS, 0, 1)
    needed = text_height(len(lines), context.fonts.body)
    assert needed > 66
    assert sum(plan.heights(0, 1, context)) == needed
    assert plan.heights(0, 0, context) == [needed]
    assert plan.splits_shared(0) == 1
    assert plan.splits_shared(1) == 0


def test_a_shared_cell_says_what_all_its_rows_say() -> None:
    steps = [
        step(1, remarks="Atas", shared=frozenset({Column.REMARKS})),
        step(2, remarks="Bawah", shared=frozenset({Column.REMARKS})),
        step(3, remarks="Atas"),
    ]
    plan, _ = planned(steps)
    ((run, lines),) = plan.runs
    assert (run.first, run.last, lines) == (0, 2, ("Atas", "Bawah"))


def test_the_last_row_shares_with_none() -> None:
    plan, _ = planned([step(1, remarks="Sendiri", shared=frozenset({Column.REMARKS}))])
    assert plan.runs == ()
    assert plan.rows[0].lines[Column.REMARKS] == ("Sendiri",)
