"""What the field in place offers: earlier outputs, known names, and lists that go on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QListView

from sopeditor.canvas.earlier import likely_texts
from sopeditor.canvas.lists import item_of, next_mark
from sopeditor.editing.steps import SetStepText
from sopeditor.foundation.geometry import Point
from sopeditor.model.step import Column
from tests.builders import a_chart, a_document
from tests.gui.canvas.conftest import Hand, Show

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("mark", "following"),
    [
        ("1. ", "2. "),
        ("9) ", "10) "),
        ("a. ", "b. "),
        ("  A. ", "  B. "),
        ("z. ", "z. "),
        ("- ", "- "),
    ],
)
def test_a_list_goes_on_with_the_next_mark(mark: str, following: str) -> None:
    item = item_of(mark + "Surat")
    assert item == (mark, "Surat")
    assert next_mark(mark) == following


@pytest.mark.parametrize("line", ["Surat", "PP 7/1977", "12 jam", "ab. lain", ""])
def test_other_lines_are_no_items(line: str) -> None:
    assert item_of(line) is None


def test_needs_are_the_outputs_before_the_nearest_first() -> None:
    chart = a_chart("AB", "(A) B A (B)")
    assert likely_texts(chart, "row4", Column.INPUTS) == ("Bahan 3", "Bahan 2", "Bahan 1")
    assert likely_texts(chart, "row1", Column.INPUTS) == ()
    assert likely_texts(chart, "row4", Column.ACTIVITY) == ()


def _edit(hand: Hand, step: str, column: Column) -> None:
    hand.double_click(hand.cell(step, column))


def _list(hand: Hand) -> QListView:
    completer = hand.editor.findChild(QCompleter)
    assert isinstance(completer, QCompleter)
    popup = completer.popup()
    assert isinstance(popup, QListView)
    return popup


def _offered(hand: Hand) -> list[str]:
    model = _list(hand).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_an_empty_kelengkapan_offers_the_output_of_the_previous_step(show: Show) -> None:
    hand = show(a_document(rows="(A) B A (B)"))
    hand.session.execute(SetStepText(step="row3", column=Column.INPUTS, text=""))
    _edit(hand, "row3", Column.INPUTS)
    assert _list(hand).isVisible()
    assert _offered(hand) == ["Bahan 2", "Bahan 1"]
    QTest.keyClick(_list(hand), Qt.Key.Key_Down)
    QTest.keyClick(_list(hand), Qt.Key.Key_Return)
    assert hand.editor.toPlainText() == "Bahan 2"
    hand.key(Qt.Key.Key_Return)
    assert hand.chart.steps[2].quality.inputs == "Bahan 2"


def test_typing_narrows_what_is_offered(show: Show) -> None:
    hand = show(a_document(rows="(A) B A (B)"))
    _edit(hand, "row4", Column.INPUTS)
    hand.type("ahan 1")
    assert _offered(hand) == ["Bahan 1"]
    hand.type("x")
    assert not _list(hand).isVisible()


def test_enter_without_a_choice_takes_what_was_typed(show: Show) -> None:
    hand = show(a_document(rows="(A) B A (B)"))
    _edit(hand, "row4", Column.INPUTS)
    hand.type("Bahan")
    assert _list(hand).isVisible()
    QTest.keyClick(_list(hand), Qt.Key.Key_Return)
    assert hand.view.editing.editor is None
    assert hand.chart.steps[3].quality.inputs == "Bahan"


def test_escape_takes_away_the_offer_first_and_then_the_field(show: Show) -> None:
    hand = show(a_document(rows="(A) B A (B)"))
    before = hand.session.document
    _edit(hand, "row4", Column.INPUTS)
    hand.type("Bahan")
    popup = _list(hand)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert hand.editor.toPlainText() == "Bahan"
    hand.key(Qt.Key.Key_Escape)
    assert hand.view.editing.editor is None
    assert hand.session.document is before


def test_an_item_of_a_list_is_completed_behind_its_mark(show: Show) -> None:
    hand = show(a_document(rows="(A) B A (B)"))
    _edit(hand, "row4", Column.INPUTS)
    hand.type("1. Bahan 3")
    hand.key(Qt.Key.Key_Return)
    hand.type("bahan 2")
    QTest.keyClick(_list(hand), Qt.Key.Key_Down)
    QTest.keyClick(_list(hand), Qt.Key.Key_Return)
    assert hand.editor.toPlainText() == "1. Bahan 3\n2. Bahan 2"


def test_enter_in_a_list_begins_the_next_item_and_in_an_empty_one_ends_it(show: Show) -> None:
    hand = show(a_document())
    _edit(hand, "row1", Column.OUTPUT)
    hand.type("a. Surat")
    hand.key(Qt.Key.Key_Return)
    hand.type("Nota")
    hand.key(Qt.Key.Key_Return)
    assert hand.editor.toPlainText() == "a. Surat\nb. Nota\nc. "
    hand.key(Qt.Key.Key_Return)
    assert hand.view.editing.editor is None
    assert hand.chart.steps[0].quality.output == "a. Surat\nb. Nota"


def test_enter_outside_a_list_finishes_as_before(show: Show) -> None:
    hand = show(a_document())
    _edit(hand, "row1", Column.OUTPUT)
    hand.type("Surat")
    hand.key(Qt.Key.Key_Return, SHIFT)
    hand.type("Nota")
    hand.key(Qt.Key.Key_Return)
    assert hand.chart.steps[0].quality.output == "Surat\nNota"


def test_the_heading_of_a_lane_offers_the_jabatan_known(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B C"))
    found = hand.view.stage.sheet.heading("C")
    assert found is not None
    centre: Point = hand.view.stage.sheet.on_sheet(found[0], found[1].rect).centre
    hand.double_click(centre)
    hand.type("Jabatan")
    assert _offered(hand) == ["Jabatan A", "Jabatan B"]
