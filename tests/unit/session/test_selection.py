"""Selections."""

from sopeditor.session.selection import NOTHING_SELECTED, Selection
from tests.builders import a_document


def test_a_selection_names_only_what_it_was_given() -> None:
    assert Selection.of_steps("chart", "a", "b").steps == {"a", "b"}
    assert Selection.of_symbols("chart", "a").ids == {"a"}
    assert Selection.of_flows("chart", "a").flows == {"a"}
    assert Selection.of_actors("chart", "a").actors == {"a"}


def test_nothing_selected_is_false_even_in_a_chart() -> None:
    assert not NOTHING_SELECTED
    assert not Selection(chart="chart")
    assert Selection.of_steps("chart", "a")


def test_toggling_adds_and_takes_out() -> None:
    one = Selection.of_steps("chart", "a", "b")
    toggled = one.toggled(Selection(chart="chart", steps=frozenset("bc"), flows=frozenset("f")))
    assert toggled == Selection(chart="chart", steps=frozenset("ac"), flows=frozenset("f"))


def test_uniting_only_adds() -> None:
    one = Selection.of_symbols("chart", "a")
    assert one.united(Selection.of_symbols("chart", "a", "b")).symbols == {"a", "b"}


def test_another_chart_begins_anew() -> None:
    one, other = Selection.of_steps("chart", "a"), Selection.of_steps("second", "b")
    assert one.toggled(other) == one.united(other) == other


def test_what_a_document_does_not_hold_is_dropped() -> None:
    document = a_document()
    selection = Selection(
        chart="chart",
        steps=frozenset({"row1", "gone"}),
        symbols=frozenset({"2B", "gone"}),
        flows=frozenset({"1A-2B", "gone"}),
        actors=frozenset({"A", "gone"}),
    )
    assert selection.within(document).ids == {"row1", "2B", "1A-2B", "A"}
    assert Selection.of_steps("elsewhere", "row1").within(document) == NOTHING_SELECTED
