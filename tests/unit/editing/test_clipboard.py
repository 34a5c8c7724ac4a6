"""Copying parts of a document into another, or elsewhere in the same."""

import pytest
from msgspec.structs import replace

from sopeditor.editing.clipboard import (
    CutSelection,
    PasteSteps,
    PasteSymbols,
    paste_steps,
    paste_symbols,
    pasted_steps,
    pasted_symbols,
)
from sopeditor.editing.fragment import (
    activities_fragment,
    rows_fragment,
    symbols_fragment,
    without_empty_rows,
)
from sopeditor.foundation.ids import IdSource, numbered_ids
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import FlowKind
from sopeditor.model.integrity import broken_references
from sopeditor.model.step import Column
from sopeditor.storage.reader import read_document
from sopeditor.storage.writer import write_document
from tests.builders import a_document, flow_pairs, row_ids
from tests.unit.editing.applying import changed


def new_ids(word: str = "new") -> IdSource:
    """Answer ids that no builder gives: new-s1, new-s2, ..."""
    numbered = numbered_ids()
    return lambda prefix: f"{word}-{numbered(prefix)}"


def pasted(document: Document, fragment: Document, position: int) -> Document:
    return changed(document, paste_steps(document, "chart", position, fragment, new_ids()))


def shape(document: Document) -> set[str]:
    """Answer the flows as rows and lanes: `1A>2B:Ya`, rows counted from 1."""
    chart = document.charts[0]
    names = {actor.id: actor.name.removeprefix("Jabatan ") for actor in document.actors}
    where = {
        symbol.id: f"{row + 1}{''.join(names[actor] for actor in symbol.actors)}"
        for row, symbol in chart.symbols()
    }
    return {
        f"{where[flow.source]}{'=' if flow.kind is FlowKind.JOINT else '>'}{where[flow.target]}"
        + (f":{flow.label}" if flow.label else "")
        for flow in chart.flows
    }


def lane_names(document: Document, chart: Chart) -> list[str]:
    return [document.actor(lane).name for lane in chart.lanes]


def test_a_fragment_is_a_sound_document_of_the_rows_their_flows_and_their_actors() -> None:
    document = a_document(lanes="ABC", rows="(A) B? A+B (B)", flows="1>2 2>3:Ya 2>1:Tidak 3>4")
    fragment = rows_fragment(document, ("row3", "row2"))
    assert broken_references(fragment) == ()
    assert row_ids(fragment) == ("row2", "row3")
    assert [actor.id for actor in fragment.actors] == ["A", "B"]
    assert flow_pairs(fragment) == {"2B>3A:Ya", "3A=3B"}


def test_a_fragment_lives_through_the_file_format() -> None:
    fragment = rows_fragment(a_document(rows="(A) A+B B?"), ("row1", "row2"))
    assert read_document(write_document(fragment)) == fragment


def test_a_shared_cell_ends_where_the_next_row_is_not_taken_along() -> None:
    document = a_document(rows="A A A")
    chart = document.charts[0]
    steps = tuple(replace(step, shared=frozenset({Column.OUTPUT})) for step in chart.steps[:2])
    document = replace(document, charts=(replace(chart, steps=(*steps, chart.steps[2])),))
    fragment = rows_fragment(document, ("row1", "row2"))
    assert [step.shared for step in fragment.charts[0].steps] == [{Column.OUTPUT}, frozenset()]


def test_pasted_rows_stand_in_the_flow_of_those_around_them() -> None:
    document = a_document(rows="(A) B A (B)")
    after = pasted(document, rows_fragment(document, ("row2",)), 3)
    assert shape(after) == {"1A>2B", "2B>3A", "3A>4B", "4B>5B"}
    assert after.charts[0].steps[3].activity == "Menyusun bahan 2"


def test_rows_cut_and_pasted_elsewhere_have_moved_with_the_flow_healed_twice() -> None:
    document = a_document(rows="(A) B A (B)")
    fragment = rows_fragment(document, ("row2",))
    without = changed(document, CutSelection(steps=("row2",)))
    assert shape(without) == {"1A>2A", "2A>3B"}
    after = pasted(without, fragment, 2)
    assert shape(after) == {"1A>2A", "2A>3B", "3B>4B"}
    assert len(after.charts[0].steps) == 4


def test_a_branch_keeps_its_label_before_what_is_pasted_into_it() -> None:
    document = a_document(rows="(A) B? (B)", flows="1>2 2>3:Ya 2>1:Tidak")
    fragment = rows_fragment(a_document(rows="A"), ("row1",))
    assert shape(pasted(document, fragment, 2)) == {"1A>2B", "2B>3A:Ya", "2B>1A:Tidak", "3A>4B"}


@pytest.mark.parametrize("rows", ["(A) B", "B (A)", "A|B"])
def test_rows_with_a_start_an_end_or_two_ways_leave_the_flow_alone(rows: str) -> None:
    document = a_document(rows="(A) (B)")
    source = a_document(rows=rows)
    after = pasted(document, rows_fragment(source, row_ids(source)), 1)
    last = len(after.charts[0].steps)
    assert f"1A>{last}B" in shape(after)


def test_rows_pasted_below_an_open_end_go_on_from_there() -> None:
    document = a_document(rows="(A) B")
    assert shape(pasted(document, rows_fragment(document, ("row2",)), 2)) == {"1A>2B", "2B>3B"}


def test_a_way_back_into_the_first_row_does_not_hide_that_it_begins_there() -> None:
    document = a_document(rows="(A) B? A B (B)", flows="1>2 2>4:Ya 2>3:Tidak 3>2 4>5")
    fragment = rows_fragment(document, ("row2", "row3", "row4"))
    after = pasted(document, fragment, 4)
    assert {"4B>5B", "7B>8B", "5B>7B:Ya", "6A>5B"} <= shape(after)


def test_a_joint_step_is_entered_and_left_at_the_responsible_actor() -> None:
    document = a_document(rows="(A) (A)")
    fragment = rows_fragment(a_document(rows="B+A"), ("row1",))
    assert shape(pasted(document, fragment, 1)) == {"1A>2B", "2B=2A", "2B>3A"}


def test_everything_pasted_has_an_id_of_its_own() -> None:
    document = a_document(rows="(A) A+B B?")
    fragment = rows_fragment(document, row_ids(document))
    once = pasted(document, fragment, 3)
    again = changed(once, paste_steps(once, "chart", 0, fragment, new_ids("again")))
    assert len(again.charts[0].steps) == 9
    assert broken_references(again) == ()


def test_actors_are_met_by_name_and_strangers_come_along_beside_their_neighbour() -> None:
    source = Document(
        actors=(
            Actor(id="x1", name="jabatan  a"),
            Actor(id="x2", name="Arsiparis", external=True),
        ),
        charts=a_document(rows="A B").charts,
    )
    source = replace(
        source,
        charts=(
            replace(
                source.charts[0],
                lanes=("x1", "x2"),
                steps=tuple(
                    replace(
                        step,
                        symbols=(replace(step.symbols[0], actors=(actor,)),),
                    )
                    for step, actor in zip(source.charts[0].steps, ("x1", "x2"), strict=True)
                ),
            ),
        ),
    )
    after = pasted(a_document(lanes="AB"), rows_fragment(source, ("row1", "row2")), 3)
    assert lane_names(after, after.charts[0]) == ["Jabatan A", "Arsiparis", "Jabatan B"]
    assert after.actors[-1].external
    assert after.charts[0].steps[3].symbols[0].actors == ("A",)


def test_an_actor_without_a_name_is_nobody_elses_namesake() -> None:
    def nameless(actor_id: str) -> Document:
        document = a_document(lanes="A", rows="A")
        chart = document.charts[0]
        symbol = replace(chart.steps[0].symbols[0], actors=(actor_id,))
        steps = (replace(chart.steps[0], symbols=(symbol,)),)
        actors = (Actor(id=actor_id, name=""),)
        return Document(actors=actors, charts=(replace(chart, lanes=(actor_id,), steps=steps),))

    fragment = rows_fragment(nameless("Q"), ("row1",))
    assert len(pasted(nameless("A"), fragment, 1).charts[0].lanes) == 2
    assert len(pasted(nameless("Q"), fragment, 1).charts[0].lanes) == 1


def test_an_actor_of_another_chart_gets_a_lane_in_this_one() -> None:
    document = a_document(lanes="AB")
    other = Chart(id="other", lanes=("A",))
    document = replace(document, charts=(*document.charts, other))
    fragment = rows_fragment(document, ("row2",))
    after = changed(document, paste_steps(document, "other", 0, fragment, new_ids()))
    assert after.charts[1].lanes == ("A", "B")
    assert len(after.actors) == 2


def test_symbols_go_into_the_rows_where_they_find_their_cells_free() -> None:
    document = a_document(rows="(A) B - -", flows="1>2")
    fragment = symbols_fragment(document, ("1A", "2B"))
    command = paste_symbols(document, "row3", fragment, new_ids())
    assert isinstance(command, PasteSymbols)
    after = changed(document, command)
    assert len(after.charts[0].steps) == 4
    assert shape(after) == {"1A>2B", "3A>4B"}
    placed = [symbol.id for step in after.charts[0].steps[2:] for symbol in step.symbols]
    assert tuple(placed) == pasted_symbols(command)


def test_symbols_that_are_there_already_come_in_rows_of_their_own() -> None:
    document = a_document(rows="(A) B (A)")
    fragment = symbols_fragment(document, ("2B",))
    command = paste_symbols(document, "row2", fragment, new_ids())
    assert isinstance(command, PasteSteps)
    after = changed(document, command)
    assert shape(after) == {"1A>2B", "2B>3B", "3B>4A"}
    assert after.charts[0].steps[2].activity == ""
    assert pasted_steps(command) == (after.charts[0].steps[2].id,)


def test_symbols_keep_the_rows_between_them() -> None:
    document = a_document(rows="A B A - - -")
    fragment = symbols_fragment(document, ("1A", "3A"))
    after = changed(document, paste_symbols(document, "row4", fragment, new_ids()))
    assert [len(step.symbols) for step in after.charts[0].steps] == [1, 1, 1, 1, 0, 1]
    assert [step.id for step in without_empty_rows(fragment).charts[0].steps] == ["row1", "row3"]


def test_one_symbol_goes_into_whatever_lane_was_chosen() -> None:
    document = a_document(rows="A -")
    fragment = symbols_fragment(document, ("1A",))
    after = changed(document, paste_symbols(document, "row2", fragment, new_ids(), lane="B"))
    assert after.charts[0].steps[1].symbols[0].actors == ("B",)


def test_cut_symbols_leave_their_row_and_a_healed_flow() -> None:
    document = a_document(rows="(A) B (A)")
    after = changed(document, CutSelection(symbols=("2B",)))
    assert len(after.charts[0].steps) == 3
    assert shape(after) == {"1A>3A"}


def test_activities_become_rows_of_one_lane_one_after_the_other() -> None:
    document = a_document(rows="(A) (B)")
    fragment = activities_fragment(("Menerima", "Mencatat"), document, new_ids("other"))
    after = pasted(document, fragment, 1)
    assert [step.activity for step in after.charts[0].steps[1:3]] == ["Menerima", "Mencatat"]
    assert shape(after) == {"1A>2A", "2A>3A", "3A>4B"}


def test_activities_stay_without_symbols_where_there_is_no_lane() -> None:
    document = Document(charts=(Chart(id="chart"),))
    fragment = activities_fragment(("Menerima", "Mencatat"), document, new_ids("other"))
    after = pasted(document, fragment, 0)
    assert [step.symbols for step in after.charts[0].steps] == [(), ()]


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (CutSelection(steps=("row1", "row2")), ("clipboard.name.cut_steps", 2)),
        (CutSelection(symbols=("1A",)), ("clipboard.name.cut_symbols", 1)),
    ],
)
def test_cutting_is_called_by_what_and_how_much(
    command: CutSelection, name: tuple[str, int]
) -> None:
    words = command.named(a_document())
    assert (words.key, dict(words.values)["count"]) == name


def test_pasting_is_called_by_what_and_how_much() -> None:
    document = a_document(rows="A B -")
    steps = paste_steps(
        document, "chart", 0, rows_fragment(document, ("row1", "row2")), new_ids()
    ).named(document)
    symbols = paste_symbols(document, "row3", symbols_fragment(document, ("1A",)), new_ids()).named(
        document
    )
    assert (steps.key, dict(steps.values)) == ("clipboard.name.paste_steps", {"count": 2})
    assert (symbols.key, dict(symbols.values)) == ("clipboard.name.paste_symbols", {"count": 1})
