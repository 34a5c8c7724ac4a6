"""Keys in the table, as in a spreadsheet."""

import pytest
from PySide6.QtCore import Qt

from sopeditor.model.document import Document
from sopeditor.session.selection import Selection
from sopeditor.tables.notation import Field
from sopeditor.tables.reader import read_table
from tests.gui.grid.conftest import ALT, CTRL, SHIFT, Sit, Typist, sample

KEY = Qt.Key


def test_typing_replaces_and_enter_goes_down(typist: Typist) -> None:
    typist.at(0, Field.OUTPUT).enter("Konsep surat")
    assert typist.cell(0, Field.OUTPUT) == "Konsep surat"
    assert typist.here == (1, Field.OUTPUT)


def test_tab_goes_right_and_enter_returns_to_where_tab_began(typist: Typist) -> None:
    typist.at(0, Field.INPUTS).type("Disposisi")
    typist.press(KEY.Key_Tab)
    typist.type("5 menit")
    typist.press(KEY.Key_Tab)
    typist.enter("Konsep")
    assert typist.here == (1, Field.INPUTS)
    assert [typist.cell(0, f) for f in (Field.INPUTS, Field.DURATION, Field.OUTPUT)] == [
        "Disposisi", "5 menit", "Konsep",
    ]  # fmt: skip


def test_shift_tab_and_shift_enter_go_back(typist: Typist) -> None:
    typist.at(1, Field.DURATION).press(KEY.Key_Backtab, SHIFT)
    assert typist.here == (1, Field.INPUTS)
    typist.press(KEY.Key_Return, SHIFT)
    assert typist.here == (0, Field.INPUTS)


def test_f2_changes_and_escape_leaves_all_as_it_was(typist: Typist) -> None:
    typist.at(0, Field.ACTIVITY).press(KEY.Key_F2)
    typist.type(" dinas")
    typist.press(KEY.Key_Escape)
    assert typist.cell(0, Field.ACTIVITY) == "Menyusun konsep surat"
    typist.press(KEY.Key_F2)
    typist.enter(" dinas")
    assert typist.cell(0, Field.ACTIVITY) == "Menyusun konsep surat dinas"


def test_alt_enter_breaks_the_line(typist: Typist) -> None:
    typist.at(0, Field.INPUTS).enter("Surat\nDisposisi")
    assert typist.cell(0, Field.INPUTS) == "Surat\nDisposisi"


def test_enter_in_the_last_row_makes_the_next_one_with_its_flow(sit: Sit) -> None:
    typist = sit(opened("Menyusun", "Memeriksa"))
    typist.at(1, Field.ACTIVITY).press(KEY.Key_Return)
    assert typist.here == (2, Field.ACTIVITY)
    assert typist.column(Field.FLOW) == ["2", "3", ""]
    assert typist.cell(2, Field.SYMBOL) == "P"


def test_tab_in_the_last_cell_makes_the_next_row(sit: Sit) -> None:
    typist = sit(opened("Menyusun", "Memeriksa"))
    typist.at(1, Field.FLOW).press(KEY.Key_Tab)
    assert typist.here == (2, Field.ACTIVITY)


def test_enter_makes_no_row_below_the_end_and_none_below_an_empty_one(sit: Sit) -> None:
    typist = sit()
    typist.at(2, Field.ACTIVITY).press(KEY.Key_Return)
    assert len(typist.chart.steps) == 3
    typist = sit(opened("Menyusun", ""))
    typist.at(1, Field.ACTIVITY).press(KEY.Key_Return)
    assert len(typist.chart.steps) == 2


def test_del_empties_the_selected_cells_with_one_undo(typist: Typist) -> None:
    before = typist.document
    typist.select(range(3), Field.ACTIVITY, Field.ACTIVITY)
    typist.press(KEY.Key_Delete)
    assert typist.column(Field.ACTIVITY) == ["", "", ""]
    typist.press(KEY.Key_Z, CTRL)
    assert typist.document == before


def test_fill_down_copies_the_uppermost_cell(sit: Sit) -> None:
    typist = sit(sample("S08"))
    typist.select(range(3, 7), Field.DURATION, Field.OUTPUT)
    typist.press(KEY.Key_D, CTRL)
    assert typist.column(Field.DURATION)[3:7] == ["10 menit"] * 4
    assert typist.column(Field.OUTPUT)[3:7] == ["Nomor pendaftaran, tanda terima"] * 4
    assert len(typist.chart.steps) == 18


def test_fill_down_of_one_cell_takes_over_the_one_above(typist: Typist) -> None:
    typist.at(0, Field.DURATION).enter("5 menit")
    typist.press(KEY.Key_D, CTRL)
    assert typist.column(Field.DURATION) == ["5 menit", "5 menit", ""]


def test_rows_are_inserted_deleted_and_moved(typist: Typist) -> None:
    typist.at(0, Field.ACTIVITY).press(KEY.Key_Return, CTRL)
    assert typist.here == (1, Field.ACTIVITY)
    assert typist.column(Field.FLOW) == ["2", "3", "Ya>4; Tidak>1", "selesai"]
    typist.enter("Baru")
    typist.at(1, Field.ACTIVITY).press(KEY.Key_Down, ALT)
    assert typist.column(Field.ACTIVITY)[1:3] == ["Memeriksa konsep", "Baru"]
    assert typist.here == (2, Field.ACTIVITY)
    typist.press(KEY.Key_Delete, CTRL)
    assert typist.column(Field.ACTIVITY) == [
        "Menyusun konsep surat", "Memeriksa konsep", "Mengirim surat",
    ]  # fmt: skip


def test_alt_and_an_arrow_move_the_lane_of_a_row(typist: Typist) -> None:
    typist.at(0, Field.ACTORS).press(KEY.Key_Right, ALT)
    assert typist.chart.lanes == ("a2", "a1")
    typist.press(KEY.Key_Left, ALT)
    assert typist.chart.lanes == ("a1", "a2")
    typist.at(0, Field.OUTPUT).press(KEY.Key_Right, ALT)
    assert typist.chart.lanes == ("a1", "a2")


def test_no_key_of_the_table_reaches_the_steps_of_the_sheet(typist: Typist) -> None:
    typist.at(0, Field.ACTIVITY)
    typist.press(KEY.Key_D, CTRL)
    typist.press(KEY.Key_F2)
    typist.press(KEY.Key_D, CTRL)
    typist.press(KEY.Key_Escape)
    typist.press(KEY.Key_X, CTRL)
    assert len(typist.chart.steps) == 3


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        (Field.SYMBOL, "keputusan", "D"),
        (Field.ACTORS, "Kepala Dinas", "Kepala Dinas"),
        (Field.ACTORS, "sekretaris", "Sekretaris"),
        (Field.NUMBER, "1a", "1a"),
    ],
)
def test_words_of_a_cell_are_understood(
    typist: Typist, field: Field, text: str, shown: str
) -> None:
    typist.at(0, field).enter(text)
    assert typist.cell(0, field) == shown


def test_a_change_of_one_cell_is_called_by_its_cell(typist: Typist) -> None:
    typist.at(1, Field.FLOW).enter("Ya 3; Tidak 1")
    assert typist.session.undo_name is None
    typist.at(1, Field.FLOW).enter("Ya 1; Tidak 3")
    name = typist.session.undo_name
    assert name is not None
    assert typist.stand.desk.catalogue.word(name) == "Alur langkah 2"


def test_the_selection_is_one_in_both_views(typist: Typist) -> None:
    typist.select(range(1, 3), Field.ACTIVITY, Field.OUTPUT)
    assert typist.session.selection == Selection.of_steps("c1", "s2", "s3")
    typist.session.select(Selection.of_flows("c1", "f3"))
    assert typist.here == (1, Field.FLOW)
    typist.session.select(Selection.of_symbols("c1", "n3"))
    assert typist.here == (2, Field.ACTORS)
    assert typist.session.selection == Selection.of_symbols("c1", "n3")


def opened(*activities: str) -> Document:
    """Answer steps of one lane whose flow does not end yet."""
    lines = [f"{activity},Camat,P," for activity in activities]
    return read_table("\n".join(["Kegiatan,Pelaksana,Simbol,Alur", *lines]))
