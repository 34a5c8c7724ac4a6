"""Undo and redo."""

from msgspec.structs import replace

from sopeditor.editing.history import History
from sopeditor.foundation.message import message
from sopeditor.model.document import Document
from sopeditor.model.identity import Identity

START = Document()


def titled(title: str) -> Document:
    return replace(START, identity=Identity(title=title))


def history(*titles: str, key: str = "", limit: int = 1000) -> History:
    made = History(START, limit)
    for title in titles:
        made.push(message(title), titled(title), key)
    return made


def test_undo_and_redo_walk_through_the_documents() -> None:
    made = history("a", "b")
    assert made.undo() == titled("a")
    assert made.undo() == START
    assert not made.can_undo
    assert made.undo() == START
    assert made.redo() == titled("a")
    assert made.redo() == titled("b")
    assert not made.can_redo
    assert made.redo() == titled("b")


def test_names_tell_what_undo_and_redo_would_do() -> None:
    made = history("a", "b")
    made.undo()
    assert (made.undo_name, made.redo_name) == (message("a"), message("b"))
    assert made.names == (message("a"), message("b"))
    made.undo()
    assert made.undo_name is None


def test_a_new_change_forgets_what_was_undone() -> None:
    made = history("a", "b")
    made.undo()
    made.push(message("c"), titled("c"))
    assert made.names == (message("a"), message("c"))
    assert not made.can_redo


def test_changes_with_one_key_undo_as_one() -> None:
    assert history("a", "ab", "abc", key="typing").undo() == START


def test_changes_without_a_key_stay_apart() -> None:
    assert history("a", "ab").undo() == titled("a")


def test_merging_stops_after_undo_redo_and_saving() -> None:
    made = history("a", "b", key="typing")
    made.undo()
    made.redo()
    made.push(message("c"), titled("c"), "typing")
    made.mark_saved()
    made.push(message("d"), titled("d"), "typing")
    assert made.undo() == titled("c")
    assert made.undo() == titled("b")


def test_a_change_that_changes_nothing_leaves_no_trace() -> None:
    made = history("a")
    made.undo()
    made.push(message("nothing"), START)
    assert made.redo_name == message("a")


def test_typing_something_and_taking_it_out_again_leaves_no_trace() -> None:
    made = history("a", key="typing")
    made.push(message("back"), START, "typing")
    assert (made.can_undo, made.can_redo) == (False, False)


def test_undo_to_the_saved_state_is_clean() -> None:
    made = history("a")
    made.mark_saved()
    made.push(message("b"), titled("b"))
    assert not made.is_saved
    made.undo()
    assert made.is_saved
    made.undo()
    assert not made.is_saved


def test_an_equal_document_counts_as_saved() -> None:
    made = history("a")
    made.mark_saved()
    made.push(message("b"), titled("b"))
    made.push(message("a again"), titled("a"))
    assert made.is_saved


def test_a_document_brought_back_is_not_saved_until_it_is() -> None:
    made = History(START)
    assert made.is_saved
    made.mark_unsaved()
    assert not made.is_saved
    made.mark_saved()
    assert made.is_saved


def test_the_oldest_are_forgotten_beyond_the_limit() -> None:
    made = history("a", "b", "c", "d", limit=2)
    assert [made.undo() for _ in range(3)] == [titled("c"), titled("b"), titled("b")]


def test_any_state_is_gone_to_at_once() -> None:
    made = history("a", "b", "c")
    assert made.go_to(1) == titled("a")
    assert (made.position, made.redo_name) == (1, message("b"))
    assert made.go_to(99) == titled("c")
    assert made.go_to(-5) == START
    assert made.names == (message("a"), message("b"), message("c"))


def test_after_going_to_a_state_typing_is_a_change_of_its_own() -> None:
    made = history("a", "b", key="text")
    made.go_to(1)
    made.push(message("c"), titled("c"), "text")
    assert made.names == (message("a"), message("c"))


def test_the_saved_state_has_a_position_until_its_way_is_forgotten() -> None:
    made = history("a", "b")
    assert made.saved_position == 0
    made.mark_saved()
    assert made.saved_position == 2
    made.undo()
    assert made.saved_position == 2
    made.push(message("c"), titled("c"))
    assert made.saved_position is None
