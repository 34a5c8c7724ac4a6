"""A clerk changes a procedure that is there: what is refused, deleted, moved and taken back."""

from pathlib import Path

from sopeditor.foundation.geometry import Point, Polyline, bounding_box
from sopeditor.foundation.message import message
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from sopeditor.storage.files import save
from sopeditor.ui.language import read_catalogue
from tests.builders import a_document, flow_pairs
from tests.gui.journey.person import Person


def play(person: Person, folder: Path) -> None:
    """Open a procedure of five rows in three lanes, and work on it."""
    person.take_the_keyboard()
    path = folder / "lima.sop"
    save(a_document(lanes="ABC", rows="(A) B C A (A)"), path)
    person.strike("ctrl+o")
    person.answer_file_dialog(str(path))
    person.wait(lambda: len(person.chart.steps) == 5, "the procedure")
    _drop_where_it_is_refused(person)
    _delete_what_a_band_takes_in(person)
    _move_to_another_lane(person)


def _drop_where_it_is_refused(person: Person) -> None:
    """Hold a symbol over its like and over a text: a note says why not, letting go is harmless."""
    places = {
        "editing.refused.same_symbol": person.lane_cell(1, lane=1).centre,
        "canvas.refused.no_cell": person.text_cell(1, Column.ACTIVITY).centre,
    }
    catalogue = read_catalogue("id")
    before = person.document
    for key, place in places.items():
        words = catalogue.word(message(key))
        person.carry_symbol(SymbolKind.PROCESS, place)
        person.wait(lambda: person.reason == words, f"the note {words!r}")  # noqa: B023
        person.let_go()
        person.wait(lambda: not person.reason, "the note to go")
        assert person.document is before
    assert not person.ask(lambda: person.session.dirty)


def _delete_what_a_band_takes_in(person: Person) -> None:
    """Draw a band around the boxes of rows 2 and 3, delete them, and take it back."""
    before = person.document
    box = bounding_box(
        corner
        for rect in (person.symbol("2B"), person.symbol("3C"))
        for corner in (Point(rect.left, rect.top), Point(rect.right, rect.bottom))
    ).grown(3)
    person.drag(Point(box.left, box.bottom), Point(box.right, box.top))
    person.wait(lambda: _selected(person) == {"2B", "3C"}, "both boxes to be selected")
    person.strike("Delete")
    person.wait(lambda: person.document is not before, "the boxes to go")
    assert [len(step.symbols) for step in person.chart.steps] == [1, 0, 0, 1, 1]
    assert flow_pairs(person.document) == {"1A>4A", "4A>5A"}
    person.strike("ctrl+z")
    person.wait(lambda: person.document is before, "the very document of before")


def _move_to_another_lane(person: Person) -> None:
    """Drag the box of row 2 from the second lane to the third: its lines go there too."""
    before = person.document
    routes = _routes(person)
    person.drag(person.symbol("2B").centre, person.lane_cell(1, lane=2).centre)
    person.wait(lambda: person.document is not before, "the box to move")
    assert person.chart.steps[1].symbols[0].actors == ("C",)
    assert flow_pairs(person.document) == flow_pairs(before)
    moved, box = _routes(person), person.symbol("2B")
    for flow in ("1A-2B", "2B-3C"):
        assert moved[flow] != routes[flow]
    assert box.grown(1).contains(moved["1A-2B"][-1])
    assert box.grown(1).contains(moved["2B-3C"][0])
    assert moved["4A-5A"] == routes["4A-5A"]
    person.strike("ctrl+z")
    person.wait(lambda: person.document is before, "the very document of before")
    assert _routes(person) == routes


def _selected(person: Person) -> frozenset[str]:
    return person.ask(lambda: person.session.selection.symbols)


def _routes(person: Person) -> dict[str, Polyline]:
    return {flow.id: person.route(flow.id) for flow in person.chart.flows}
