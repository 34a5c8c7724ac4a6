"""Cells to and from Excel, Word and other places of the table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from sopeditor.tables.foreign_cells import cells_of_html, cells_of_text
from sopeditor.tables.notation import Field
from sopeditor.ui.file_flow import first_document
from sopeditor.ui.language import read_catalogue
from tests.gui.grid.conftest import CTRL, SHIFT, Sit, Typist, clip, sample
from tests.gui.grid.test_typing_a_procedure import meaning

KEY = Qt.Key

#: As Excel puts cells on the clipboard: styles, classes, breaks inside cells.
EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso:x}</style>
</head><body><table border=0><!--StartFragment-->
 <tr height=20><td class=xl65>Waktu</td><td class=xl65>Uraian&nbsp;Kegiatan</td></tr>
 <tr><td>5&nbsp;menit</td><td>Menyusun<br style='mso-data-placement:same-cell'>konsep</td></tr>
 <tr><td>1 jam</td><td>Meneliti   konsep</td></tr>
<!--EndFragment--></table></body></html>"""


def clipboard_text() -> str:
    return QGuiApplication.clipboard().text()


def test_cells_are_copied_as_text_and_as_a_table(typist: Typist) -> None:
    typist.at(0, Field.INPUTS).enter("Surat\nDisposisi")
    typist.select(range(2), Field.INPUTS, Field.DURATION)
    typist.press(KEY.Key_C, CTRL)
    expected = (("Surat\nDisposisi", ""), ("", ""))
    assert cells_of_text(clipboard_text()) == expected
    assert cells_of_html(QGuiApplication.clipboard().mimeData().html()) == expected


def test_headings_are_copied_too_where_they_are_asked_for(typist: Typist) -> None:
    typist.select(range(1), Field.ACTIVITY, Field.ACTORS)
    typist.press(KEY.Key_C, CTRL | SHIFT)
    assert cells_of_text(clipboard_text()) == (
        ("Kegiatan", "Pelaksana"),
        ("Menyusun konsep surat", "Sekretaris"),
    )


def test_no_cell_becomes_a_formula_elsewhere(typist: Typist) -> None:
    typist.at(0, Field.REMARKS).enter("=HYPERLINK(1)")
    typist.at(0, Field.REMARKS).press(KEY.Key_C, CTRL)
    assert clipboard_text().startswith("'=")
    typist.at(1, Field.REMARKS).press(KEY.Key_V, CTRL)
    assert typist.cell(1, Field.REMARKS) == "=HYPERLINK(1)"


def test_a_block_is_pasted_from_the_cell_on_with_one_undo(typist: Typist) -> None:
    before = typist.document
    clip("Surat\t5 menit\nBuku\t1 jam\n")
    typist.at(1, Field.INPUTS).press(KEY.Key_V, CTRL)
    assert typist.column(Field.INPUTS) == ["", "Surat", "Buku"]
    assert typist.column(Field.DURATION) == ["", "5 menit", "1 jam"]
    typist.press(KEY.Key_Z, CTRL)
    assert typist.document == before


def test_headings_of_a_pasted_table_name_its_columns(typist: Typist) -> None:
    clip(html=EXCEL)
    typist.at(0, Field.FLOW).press(KEY.Key_V, CTRL)
    assert typist.column(Field.ACTIVITY)[:2] == ["Menyusun\nkonsep", "Meneliti konsep"]
    assert typist.column(Field.DURATION)[:2] == ["5 menit", "1 jam"]


#: A range of an office's sheet as Excel puts it on the clipboard: the shapes stay behind.
SHEET = """<table><tr><td rowspan=2>No</td><td rowspan=2>Uraian<br>Prosedur</td>
<td colspan=2>Pelaksana</td><td colspan=3>Mutu Baku</td><td rowspan=2>Ket.</td></tr>
<tr><td>Staf</td><td>Kepala<br>Seksi</td><td>Sumber Data</td><td>Output</td><td>Waktu</td></tr>
<tr><td>(1)</td><td>(2)</td><td>(3)</td><td>(4)</td><td>(5)</td><td>(6)</td><td>(7)</td>
<td>(8)</td></tr>
<tr><td>1</td><td>Mencatat surat</td><td></td><td></td><td>Surat</td><td>Agenda</td>
<td>5 menit</td><td>*)</td></tr>
<tr><td>2</td><td>Meneliti surat</td><td></td><td></td><td>Agenda</td><td>Telaah</td>
<td>1 jam</td><td></td></tr></table>"""


def test_a_range_with_headings_on_two_rows_fills_its_columns(typist: Typist) -> None:
    clip(html=SHEET)
    typist.at(0, Field.NUMBER).press(KEY.Key_V, CTRL)

    assert typist.note == ""
    assert typist.column(Field.ACTIVITY)[:2] == ["Mencatat surat", "Meneliti surat"]
    assert typist.column(Field.INPUTS)[:2] == ["Surat", "Agenda"]
    assert typist.column(Field.DURATION)[:2] == ["5 menit", "1 jam"]
    assert typist.column(Field.OUTPUT)[:2] == ["Agenda", "Telaah"]
    assert typist.column(Field.REMARKS)[0] == "*)"


def test_a_whole_table_pasted_into_a_new_document_is_the_document(sit: Sit) -> None:
    wanted = sample("S08")
    source = sit(wanted)
    source.press(KEY.Key_A, CTRL)
    source.press(KEY.Key_C, CTRL | SHIFT)
    text = clipboard_text()
    # Codes get their names where they come first; D does so in a team, after the symbol D.
    for actor in (actor for actor in wanted.actors if actor.code != "D"):
        text = text.replace(f"\t{actor.code}\t", f"\t{actor.code} = {actor.name}\t", 1)
    text = text.replace("\tD+C\t", "\tD = Tim Teknis+C\t").replace("F|G", "F|G = Sekretaris")
    typist = sit(first_document(read_catalogue("id")))
    clip(text)
    typist.at(0, Field.NUMBER).press(KEY.Key_V, CTRL)
    assert typist.note == ""
    assert meaning(typist.document)[1:] == meaning(wanted)[1:]


def test_targets_of_a_pasted_block_mean_its_own_rows(sit: Sit) -> None:
    typist = sit(sample("S08"))
    clip("No\tKegiatan\tPelaksana\tAlur\n1\tSatu\tA\t2\n2\tDua\tB\tYa>1; Tidak>3\n3\tTiga\tA\t")
    typist.at(17, Field.ACTIVITY).press(KEY.Key_V, CTRL)
    assert typist.column(Field.FLOW)[17:] == ["19", "Ya>18; Tidak>20", "selesai"]
    assert typist.column(Field.NUMBER)[17:] == ["18", "19", "20"]


def test_one_text_fills_all_selected_cells(typist: Typist) -> None:
    clip("Pusat")
    typist.select(range(3), Field.OUTPUT, Field.REMARKS)
    typist.press(KEY.Key_V, CTRL)
    assert typist.column(Field.OUTPUT) == typist.column(Field.REMARKS) == ["Pusat"] * 3


def test_pasted_text_is_cleaned(typist: Typist) -> None:
    clip("\u00a0 Surat\u00a0tugas\x07 \u200b\tx")
    typist.at(0, Field.OUTPUT).press(KEY.Key_V, CTRL)
    assert typist.cell(0, Field.OUTPUT) == "Surat tugas"


def test_nothing_is_pasted_by_halves(typist: Typist) -> None:
    before = typist.document
    clip("Kegiatan\tAlur\nSatu\t2\nDua\t999")
    typist.at(0, Field.ACTIVITY).press(KEY.Key_V, CTRL)
    assert typist.document == before
    assert typist.note.startswith("Baris ke-2 yang ditempel, kolom Alur:")


def test_a_block_too_wide_and_an_unknown_heading_are_refused(typist: Typist) -> None:
    before = typist.document
    clip("a\tb\tc\td")
    typist.at(0, Field.REMARKS).press(KEY.Key_V, CTRL)
    assert "4 kolom" in typist.note
    clip("Kegiatan\tPelaksana\tParaf\nx\tSekretaris\ty")
    typist.press(KEY.Key_V, CTRL)
    assert "“Paraf”" in typist.note
    assert typist.document == before


def test_cut_empties_what_it_copied(typist: Typist) -> None:
    typist.at(0, Field.ACTIVITY).press(KEY.Key_X, CTRL)
    assert typist.cell(0, Field.ACTIVITY) == ""
    typist.press(KEY.Key_V, CTRL)
    assert typist.cell(0, Field.ACTIVITY) == "Menyusun konsep surat"
