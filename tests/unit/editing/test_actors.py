"""Commands on lanes."""

import pytest
from msgspec.structs import replace

from sopeditor.editing.actors import (
    AddActor,
    MoveLane,
    RemoveActor,
    RenameActor,
    SetActorCode,
    SetExternal,
    uses_of,
)
from sopeditor.model.actor import Actor
from sopeditor.model.document import Document
from tests.builders import a_chart, a_document, flow_pairs
from tests.unit.editing.applying import changed, reason


def two_charts() -> Document:
    one = a_document(lanes="ABC", rows="A B C")
    second = a_chart("AB", "A", name="second")
    steps = tuple(
        replace(
            step, id=f"s-{step.id}", symbols=tuple(replace(s, id=f"s-{s.id}") for s in step.symbols)
        )
        for step in second.steps
    )
    return replace(one, charts=(*one.charts, replace(second, steps=steps)))


def test_a_new_lane_stands_where_it_was_asked_for() -> None:
    command = AddActor(chart="chart", position=1, actor=Actor(id="N", name="Kepala\nDinas"))
    after = changed(a_document(), command)
    assert after.charts[0].lanes == ("A", "N", "B")
    assert after.actor("N").name == "Kepala Dinas"


def test_an_actor_of_another_chart_comes_as_it_is_there() -> None:
    command = AddActor(chart="second", position=9, actor=Actor(id="C", name="Lain"))
    after = changed(two_charts(), command)
    assert after.charts[1].lanes == ("A", "B", "C")
    assert after.actor("C").name == "Jabatan C"


def test_a_lane_that_is_there_is_refused() -> None:
    command = AddActor(chart="chart", position=0, actor=Actor(id="A", name="Lagi"))
    assert reason(a_document(), command) == "editing.refused.taken"


def test_name_code_and_externality_are_written() -> None:
    document = changed(a_document(), RenameActor(actor="A", name="Sekretaris"))
    document = changed(document, SetActorCode(actor="A", code="S"))
    document = changed(document, SetExternal(actor="A", external=True))
    assert document.actor("A") == Actor(id="A", name="Sekretaris", code="S", external=True)


@pytest.mark.parametrize(
    ("actor", "position", "order"),
    [("A", 3, "BCA"), ("C", 0, "CAB"), ("A", 1, "ABC"), ("B", 3, "ACB"), ("A", -1, "ABC")],
)
def test_a_lane_moves_before_the_lane_at_the_position(
    actor: str, position: int, order: str
) -> None:
    document = a_document(lanes="ABC", rows="A")
    after = changed(document, MoveLane(chart="chart", actor=actor, position=position))
    assert after.charts[0].lanes == tuple(order)


def test_a_removed_actor_takes_its_symbols_along_and_the_flow_closes_up() -> None:
    after = changed(a_document(rows="(A) B (A)"), RemoveActor(actor="B"))
    assert after.charts[0].lanes == ("A",)
    assert [actor.id for actor in after.actors] == ["A"]
    assert flow_pairs(after) == {"1A>3A"}


def test_a_symbol_done_by_several_stays_with_the_others() -> None:
    document = a_document(rows="(A) B&A? (A)", flows="1>2 2>3:Ya")
    after = changed(document, RemoveActor(actor="B"))
    assert after.charts[0].steps[1].symbols[0].actors == ("A",)
    assert flow_pairs(after) == {"1A>2B.A", "2B.A>3A:Ya"}


def test_the_flow_of_joined_symbols_passes_to_who_is_left() -> None:
    document = a_document(lanes="ABC", rows="(A) B+C+A (A)")
    after = changed(document, RemoveActor(actor="B"))
    assert flow_pairs(after) == {"1A>2C", "2C>3A", "2C=2A"}


def test_the_last_lane_stays() -> None:
    document = a_document(lanes="A", rows="A")
    assert reason(document, RemoveActor(actor="A")) == "editing.refused.last_lane"


def test_an_actor_leaves_one_chart_and_stays_in_the_other() -> None:
    after = changed(two_charts(), RemoveActor(actor="A", chart="second"))
    assert [chart.lanes for chart in after.charts] == [("A", "B", "C"), ("B",)]
    assert after.actor("A").name == "Jabatan A"


def test_uses_are_counted_per_chart_and_over_all() -> None:
    document = two_charts()
    assert (uses_of(document, "A"), uses_of(document, "A", "second")) == (2, 1)
