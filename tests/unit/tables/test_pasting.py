"""Tables from and for the clipboards of other programs."""

import pytest
from msgspec.structs import replace

from sopeditor.model.document import Document
from sopeditor.model.symbol import SymbolKind
from sopeditor.tables.errors import TableError
from sopeditor.tables.foreign_cells import (
    Cells,
    cells_of_html,
    cells_of_text,
    html_of_cells,
    text_of_cells,
)
from sopeditor.tables.notation import MAX_TEXT
from sopeditor.tables.pasting import activities_of, document_of, table_of
from tests.builders import a_document


def test_text_with_tabs_is_read_with_quoted_line_breaks() -> None:
    text = 'No\tKegiatan\r\n1\t"Mencatat\r\nsurat"\r\n'
    assert cells_of_text(text) == (("No", "Kegiatan"), ("1", "Mencatat\nsurat"))


def test_a_quotation_mark_of_a_plain_text_is_no_table() -> None:
    assert cells_of_text('Menyusun 5" berkas\tx\n"Lain') == (
        ('Menyusun 5" berkas', "x"),
        ('"Lain',),
    )


def test_cells_survive_their_way_as_text_and_as_html() -> None:
    cells: Cells = (("No", "Kegiatan"), ("1", 'Mencatat & "menyimpan"\nsurat <asli>'))
    assert cells_of_text(text_of_cells(cells)) == cells
    assert cells_of_html(html_of_cells(cells)) == cells


def test_a_table_as_excel_marks_it_up() -> None:
    page = (
        "<html><head><style>td {x}</style></head><body><!--StartFragment-->"
        "<table><tr height=20><td rowspan=2>No</td><td colspan=2>Mutu\n  Baku</td></tr>"
        "<tr><td>Waktu</td><td>Output</td></tr>"
        "<tr><td>1<td>5&nbsp;menit<td>Surat<br>balasan</tr></table>"
        "<table><tr><td>lain</td></tr></table></body></html>"
    )
    assert cells_of_html(page) == (
        ("No", "Mutu Baku", ""),
        ("", "Waktu", "Output"),
        ("1", "5 menit", "Surat\nbalasan"),
    )


@pytest.mark.parametrize(
    "page", ["", "<p>teks</p>", "<table>", "</table></td>", "<td>x", "<table><td>x"]
)
def test_broken_pages_give_no_cells_and_no_error(page: str) -> None:
    assert cells_of_html(page) == ()


def test_a_cell_as_wide_as_the_world_is_not_believed() -> None:
    page = "<table><tr><td colspan=99999999>x</td><td rowspan=-4>y</td></tr></table>"
    assert len(cells_of_html(page)[0]) <= 1_000


@pytest.mark.parametrize("read", [cells_of_text, cells_of_html])
def test_a_text_longer_than_any_table_is_refused(read: object) -> None:
    assert callable(read)
    with pytest.raises(TableError):
        read("x" * (MAX_TEXT + 1))


def test_a_table_with_known_headings_becomes_a_document() -> None:
    cells = cells_of_text(
        "Prosedur Surat Masuk\n"
        "No\tUraian Kegiatan\tPelaksana\tWaktu\tAlur\n"
        "7\tMenerima surat\tArsiparis\t5 menit\t\n"
        "8\tMemeriksa\tKepala Seksi\t10 menit\tYa>8a; Tidak>7\n"
        "8a\tMengarsipkan\tArsiparis\t1 jam\t\n"
    )
    document = document_of(cells)
    assert document is not None
    chart = document.charts[0]
    assert [actor.name for actor in document.actors] == ["Arsiparis", "Kepala Seksi"]
    assert [step.label for step in chart.steps] == ["", "", "8a"]
    assert chart.steps[1].symbols[0].kind is SymbolKind.DECISION
    assert chart.steps[0].quality.duration.text == "5 menit"


def test_without_the_column_of_actors_nobody_does_the_steps_yet() -> None:
    cells = (("Kegiatan", "Output"), ("Menerima", "Surat", ""), ("Mencatat",))
    document = document_of(cells)
    assert document is not None
    assert [step.activity for step in document.charts[0].steps] == ["Menerima", "Mencatat"]
    assert [step.symbols for step in document.charts[0].steps] == [(), ()]


def test_without_headings_there_is_no_table() -> None:
    assert document_of((("Menerima surat", "5 menit"), ("Mencatat", ""))) is None
    assert document_of(()) is None


def test_a_table_that_contradicts_itself_is_refused_with_the_place() -> None:
    cells = (("Kegiatan", "Pelaksana", "Alur"), ("Menerima", "A", "99"))
    with pytest.raises(TableError) as caught:
        document_of(cells)
    assert caught.value.line == 2


def test_lines_become_activities_without_their_numbers_and_bullets() -> None:
    text = "1. Menerima surat\n\n  b) Mencatat\n• Mengirim\n2024 berkas diperiksa\nA. Yani hadir"
    assert activities_of(cells_of_text(text)) == (
        "Menerima surat",
        "Mencatat",
        "Mengirim",
        "2024 berkas diperiksa",
        "A. Yani hadir",
    )


def test_cells_of_a_row_without_headings_lose_nothing_but_the_number() -> None:
    assert activities_of((("3", "Menerima", "", "5 menit"),)) == ("Menerima 5 menit",)


def test_a_table_for_other_programs_has_headings_names_and_the_old_numbers() -> None:
    cells = table_of(a_document(rows="(A) B? (A)", flows="1>2 2>3:Ya 2>1:Tidak"), ("4", "5", "6"))
    assert cells[0][:3] == ("No", "Kegiatan", "Pelaksana")
    assert [row[0] for row in cells[1:]] == ["4", "5", "6"]
    assert cells[2][2] == "Jabatan B"
    assert cells[2][-1] == "Ya>6; Tidak>4"


def test_a_step_that_goes_on_elsewhere_is_not_said_to_end() -> None:
    document = a_document(rows="A B")
    assert [row[-1] for row in table_of(document, ("1", "2"))[1:]] == ["2", "selesai"]
    going_on = frozenset({"row2"})
    assert [row[-1] for row in table_of(document, ("1", "2"), going_on)[1:]] == ["2", ""]


def test_a_table_for_other_programs_comes_back_as_it_was() -> None:
    document = a_document(rows="(A) A+B B? (A)", flows="1>2 2>3 3>4:Ya 3>1:Tidak")
    back = document_of(table_of(document, ("1", "2", "3", "4")))
    assert back is not None
    assert [step.activity for step in back.charts[0].steps] == [
        step.activity for step in document.charts[0].steps
    ]
    assert len(back.charts[0].flows) == len(document.charts[0].flows)


def test_what_has_no_words_is_left_out_of_the_table_and_the_texts_stay() -> None:
    document = _with_namesakes(a_document(rows="A B"))
    cells = table_of(document, ("1", "2"))
    assert "Pelaksana" not in cells[0]
    assert cells[1][cells[0].index("Kegiatan")] == "Menyusun bahan 1"


def _with_namesakes(document: Document) -> Document:
    return replace(document, actors=tuple(replace(actor, name="Staf") for actor in document.actors))
