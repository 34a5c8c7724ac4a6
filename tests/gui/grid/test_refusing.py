"""A wrong entry is refused in words at its cell, and nothing that was typed is lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sopeditor.tables.notation import Field
from sopeditor.ui.grid.columns import FIELDS
from tests.gui.grid.conftest import Typist

KEY = Qt.Key
ROLE = Qt.ItemDataRole


def test_enter_keeps_the_field_open_and_says_why(typist: Typist) -> None:
    before = typist.document
    typist.at(1, Field.FLOW).enter("Ya 77")
    assert typist.editor.text == "Ya 77"
    assert "“77” tidak ada" in typist.note
    assert typist.document == before
    assert typist.here == (1, Field.FLOW)


def test_the_entry_can_be_mended(typist: Typist) -> None:
    typist.at(1, Field.FLOW).enter("Ya 3; Tidak x")
    typist.press(KEY.Key_Backspace)
    assert typist.note == ""
    typist.enter("3")
    assert typist.cell(1, Field.FLOW) == "Ya>3; Tidak>3"
    assert typist.grid.editing.field is None


def test_a_click_elsewhere_leaves_the_entry_in_its_cell_marked(typist: Typist) -> None:
    typist.at(1, Field.FLOW).type("Ya 77")
    view = typist.grid.view
    there = view.visualRect(view.model().index(2, FIELDS.index(Field.OUTPUT))).center()
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there
    )
    cell = view.model().index(1, FIELDS.index(Field.FLOW))
    assert typist.grid.editing.field is None
    assert cell.data(ROLE.EditRole) == "Ya 77"
    assert "tidak ada" in cell.data(ROLE.AccessibleDescriptionRole)
    typist.at(1, Field.FLOW).press(KEY.Key_F2)
    assert typist.editor.text == "Ya 77"
    assert typist.note


def test_escape_brings_back_what_stands(typist: Typist) -> None:
    typist.at(1, Field.SYMBOL).enter("bulat")
    assert typist.note
    typist.press(KEY.Key_Escape)
    assert typist.note == ""
    cell = typist.grid.view.model().index(1, FIELDS.index(Field.SYMBOL))
    assert cell.data(ROLE.EditRole) == "D"


def test_a_number_that_is_taken_is_refused(typist: Typist) -> None:
    typist.at(1, Field.NUMBER).enter("1")
    assert "dipakai dua kali" in typist.note


def test_new_rows_and_lanes_are_announced(typist: Typist) -> None:
    told: list[str] = []
    typist.grid.told.connect(told.append)
    typist.at(0, Field.ACTORS).enter("Arsiparis")
    typist.at(0, Field.FLOW).enter("5")
    assert "Arsiparis" in told[0]
    assert told[1].startswith("2 langkah")
