"""What the list under a field offers, and how it is taken."""

from PySide6.QtCore import Qt

from sopeditor.tables.notation import Field
from tests.gui.grid.conftest import ALT, Sit, Typist, sample

KEY = Qt.Key


def test_kelengkapan_offers_outputs_of_earlier_steps_the_previous_first(sit: Sit) -> None:
    typist = sit(sample("S08"))
    typist.at(3, Field.INPUTS).press(KEY.Key_Backspace)
    assert typist.grid.editing.offered[:3] == (
        "Berkas lengkap", "Berkas terperiksa", "Berkas permohonan",
    )  # fmt: skip


def test_the_arrows_take_a_suggestion_and_enter_writes_it(sit: Sit) -> None:
    typist = sit(sample("S08"))
    typist.at(3, Field.INPUTS).press(KEY.Key_Backspace)
    typist.press(KEY.Key_Down)
    typist.press(KEY.Key_Down)
    typist.press(KEY.Key_Return)
    assert typist.cell(3, Field.INPUTS) == "Berkas terperiksa"


def test_a_list_in_a_cell_is_completed_piece_by_piece(sit: Sit) -> None:
    typist = sit(sample("S08"))
    typist.at(3, Field.INPUTS).type("Formulir, terper")
    typist.press(KEY.Key_Down)
    assert typist.editor.text == "Formulir, Berkas terperiksa"


def test_the_beginning_of_a_known_jabatan_is_completed(typist: Typist) -> None:
    typist.at(0, Field.ACTORS).enter("Kep")
    assert typist.cell(0, Field.ACTORS) == "Kepala Dinas"
    assert len(typist.chart.lanes) == 2


def test_a_completed_jabatan_can_be_typed_over(typist: Typist) -> None:
    typist.at(0, Field.ACTORS).enter("Kepala Seksi")
    assert typist.cell(0, Field.ACTORS) == "Kepala Seksi"
    assert len(typist.chart.lanes) == 3


def test_the_second_name_of_a_team_is_completed_too(typist: Typist) -> None:
    typist.at(0, Field.ACTORS).enter("Kepala Dinas+Sek")
    assert typist.cell(0, Field.ACTORS) == "Kepala Dinas+Sekretaris"


def test_codes_are_offered_with_their_names(sit: Sit) -> None:
    typist = sit(sample("S08"))
    typist.at(0, Field.ACTORS).press(KEY.Key_Backspace)
    assert typist.grid.editing.offered[:3] == ("A", "B", "C")
    typist.type("tim")
    assert typist.grid.editing.offered == ("D",)


def test_symbols_are_offered_at_once(typist: Typist) -> None:
    typist.at(0, Field.SYMBOL).press(KEY.Key_F2)
    assert typist.grid.editing.offered == ("T", "P", "D")


def test_targets_are_offered_from_the_next_row_on(sit: Sit) -> None:
    typist = sit(sample("S08"))
    typist.at(4, Field.FLOW).press(KEY.Key_Backspace)
    assert typist.grid.editing.offered[:2] == ("6", "7")
    typist.type("Sah>lokasi")
    assert typist.grid.editing.offered == ("Sah>8",)


def test_times_are_offered_for_a_number(typist: Typist) -> None:
    typist.at(0, Field.DURATION).type("3")
    assert typist.grid.editing.offered[:3] == ("3 menit", "3 jam", "3 hari kerja")


def test_escape_closes_the_list_before_the_field(typist: Typist) -> None:
    typist.at(0, Field.DURATION).type("3")
    typist.press(KEY.Key_Escape)
    assert typist.grid.editing.offered == ()
    assert typist.editor.text == "3"
    typist.press(KEY.Key_Down, ALT)
    assert typist.grid.editing.offered == ()
    typist.press(KEY.Key_Escape)
    assert typist.grid.editing.field is None
