"""A clerk draws a first procedure, from the empty document to the saved file."""

from functools import partial
from pathlib import Path

from sopeditor.model.document import Document
from sopeditor.model.flow import Side
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from tests.gui.journey.person import Person

_BACK = 10

_TEXTS = {
    Column.ACTIVITY: "Menyusun konsep surat",
    Column.INPUTS: "Disposisi",
    Column.DURATION: "2 jam",
    Column.OUTPUT: "Konsep surat",
}


def play(person: Person, folder: Path) -> None:
    """Begin, draw, write, take back, save and open again."""
    person.take_the_keyboard()
    past = [_begin(person)]
    person.ask(partial(person.session.document_changed.connect, partial(_note, past)))
    _name_lanes(person)
    _drag_symbols(person)
    _connect(person)
    _write_a_row(person)
    _write_over_a_cell(person)
    _go_back_and_forth(person, past)
    _save(person, folder / "surat.sop")
    _undo_everything(person, past)
    _open_again(person, folder / "surat.sop", past[-1])


def _note(past: list[Document], before: Document, after: Document) -> None:
    """Keep every document that a change makes; undo and redo make none."""
    if not any(after is known for known in past):
        past.append(after)


def _begin(person: Person) -> Document:
    """Begin anew; answer the first document: two lanes, the start in the first of them."""
    before = person.document
    person.strike("ctrl+n")
    person.wait(lambda: person.document is not before, "a new document")
    (chart,) = person.document.charts
    assert len(chart.lanes) == 2
    assert _rows(person) == "t"
    return person.document


def _name_lanes(person: Person) -> None:
    names = ["Sekretaris", "Kepala Dinas"]
    for lane, name in enumerate(names):
        person.double_click(person.heading(lane))
        person.wait(lambda: person.field is not None, "the field over the heading")
        person.write(name)
        person.close_field()
    assert [actor.name for actor in person.document.actors] == names


def _drag_symbols(person: Person) -> None:
    """Drag two rows open, put a box beside the decision, and end in a third new row."""
    person.drag_symbol(SymbolKind.PROCESS, person.below(lane=1))
    _wait_for_rows(person, "t p")
    person.drag_symbol(SymbolKind.DECISION, person.below(lane=0))
    _wait_for_rows(person, "t p d")
    person.drag_symbol(SymbolKind.PROCESS, person.lane_cell(2, lane=1).centre)
    _wait_for_rows(person, "t p dp")
    person.drag_symbol(SymbolKind.TERMINATOR, person.below(lane=0))
    _wait_for_rows(person, "t p dp t")
    one, two = ((lane,) for lane in person.chart.lanes)
    lanes = [[symbol.actors for symbol in step.symbols] for step in person.chart.steps]
    assert lanes == [[one], [two], [one, two], [one]]


def _connect(person: Person) -> None:
    """Draw the branches of the decision, which ask for their labels, and the way to the end.

    The rows dragged open are connected already.
    """
    (start,), (draft,), (decision, send), (end,) = (
        tuple(symbol.id for symbol in step.symbols) for step in person.chart.steps
    )
    flows = {(start, draft, ""), (draft, decision, "")}
    assert _flows(person) == flows
    person.connect(decision, Side.RIGHT, send)
    _label(person, "Ya")
    person.connect(decision, Side.LEFT, draft)
    _label(person, "Tidak")
    person.connect(send, Side.BOTTOM, end)
    flows |= {(decision, send, "Ya"), (decision, draft, "Tidak"), (send, end, "")}
    assert _flows(person) == flows


def _label(person: Person, label: str) -> None:
    person.wait(lambda: person.field is not None, "the field for the label")
    person.write(label)
    person.close_field()


def _write_a_row(person: Person) -> None:
    """Type over the selected cell, Tab to the next text, Enter at the end."""
    person.click(person.text_cell(0, Column.ACTIVITY).centre)
    for column, text in _TEXTS.items():
        if column is not Column.ACTIVITY:
            person.strike("Tab")
            person.wait(lambda: person.field == "", "the field of the next cell")
        person.write(text)
    person.close_field()
    step = person.chart.steps[0]
    assert {column: step.text(column) for column in _TEXTS} == _TEXTS


def _write_over_a_cell(person: Person) -> None:
    person.double_click(person.text_cell(2, Column.ACTIVITY).centre)
    person.wait(lambda: person.field is not None, "the field over the cell")
    person.write("Menyetujui konsep surat?")
    person.close_field()
    assert person.chart.steps[2].activity == "Menyetujui konsep surat?"


def _go_back_and_forth(person: Person, past: list[Document]) -> None:
    assert len(past) > _BACK + 1
    for document in past[-2 : -_BACK - 2 : -1]:
        _strike_for(person, "ctrl+z", document)
    for document in past[-_BACK:]:
        _strike_for(person, "ctrl+y", document)


def _strike_for(person: Person, chord: str, document: Document) -> None:
    """Strike a key that brings back a very document."""
    person.strike(chord)
    person.wait(lambda: person.document is document, f"the document that {chord} brings back")


def _save(person: Person, path: Path) -> None:
    assert person.ask(lambda: person.session.dirty)
    person.strike("ctrl+s")
    person.answer_file_dialog(str(path))
    assert path.is_file()
    assert not person.ask(lambda: person.session.dirty)


def _undo_everything(person: Person, past: list[Document]) -> None:
    """Go to the very first document and, for the file's sake, forth again."""
    changes = len(past) - 1
    for _ in range(changes):
        person.strike("ctrl+z")
    person.wait(lambda: person.document is past[0], "the first document")
    assert person.ask(lambda: person.session.undo_name) is None
    for _ in range(changes):
        person.strike("ctrl+shift+z")
    person.wait(lambda: person.document is past[-1], "the last document")
    assert not person.ask(lambda: person.session.dirty)


def _open_again(person: Person, path: Path, saved: Document) -> None:
    """Leave the document for a new one, without a question, and open its file."""
    person.strike("ctrl+n")
    person.wait(lambda: person.ask(lambda: person.session.path) is None, "a new document")
    assert person.document != saved
    person.strike("ctrl+o")
    person.answer_file_dialog(str(path))
    person.wait(lambda: person.ask(lambda: person.session.path) == path, "the opened document")
    assert person.document is not saved
    assert person.document == saved


def _wait_for_rows(person: Person, rows: str) -> None:
    person.wait(lambda: _rows(person) == rows, f"the rows {rows!r}")


def _rows(person: Person) -> str:
    """Answer the symbols of each row, by the first letters of their kinds."""
    steps = person.chart.steps
    return " ".join("".join(symbol.kind.value[0] for symbol in step.symbols) for step in steps)


def _flows(person: Person) -> set[tuple[str, str, str]]:
    return {(flow.source, flow.target, flow.label) for flow in person.chart.flows}
