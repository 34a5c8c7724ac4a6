"""Reading: separators, quoting, Markdown, captions, head lines, lanes and several charts."""

import pytest

from sopeditor.model.date import DateText
from sopeditor.model.identity import Completeness, Genericity, Nature, Scope
from sopeditor.model.integrity import broken_references
from sopeditor.tables.reader import read_table
from tests.unit.tables.building import flows, kinds, table

ROWS = [
    ["No", "Kegiatan", "Pelaksana", "Waktu", "Alur"],
    ["1", "Menerima surat", "Staf", "5 menit", ""],
    ["2", "Memeriksa surat", "Kepala", "1,5 jam", ""],
]


@pytest.mark.parametrize("mark", ["\t", ";", "|"])
def test_the_separator_is_found_from_the_header_row(mark: str) -> None:
    rows = [mark.join(row) for row in ROWS]
    if mark == "|":
        rows.insert(1, "-|-|:-:|-|-")
    document = read_table("\n".join(rows))
    assert [step.activity for step in document.charts[0].steps] == [
        "Menerima surat",
        "Memeriksa surat",
    ]
    assert flows(document) == ["1Staf>2Kepala"]


def test_commas_part_quoted_cells() -> None:
    rows = [",".join(f'"{cell}"' for cell in row) for row in ROWS]
    document = read_table("\ufeff" + "\r\n".join(rows))
    assert document.charts[0].steps[1].quality.duration.text == "1,5 jam"


def test_a_line_break_inside_a_quoted_cell_stays() -> None:
    text = 'Kegiatan\tPelaksana\tOutput\n"Menerima\nsurat"\tA\t"Surat ""asli"""\n'
    step = read_table(text).charts[0].steps[0]
    assert step.activity == "Menerima\nsurat"
    assert step.quality.output == 'Surat "asli"'


def test_a_line_break_inside_a_markdown_cell_is_a_tag() -> None:
    document = read_table("|Kegiatan|Pelaksana|\n|--|--|\n| satu<br>dua \\| tiga \\<br> | A |")
    assert document.charts[0].steps[0].activity == "satu\ndua | tiga <br>"


def test_columns_stand_in_any_order_under_any_common_caption() -> None:
    document = read_table(
        "KET.;Keluaran;Jangka Waktu;Sumber Data;Alat;Pelaku;Aktivitas / Kegiatan;NO.\n"
        "lihat SOP lain;Agenda;5 menit;Surat;Komputer;Staf;Mencatat;1\n"
    )
    step = document.charts[0].steps[0]
    assert (step.activity, step.remarks) == ("Mencatat", "lihat SOP lain")
    assert (step.quality.inputs, step.quality.tools) == ("Surat", "Komputer")
    assert (step.quality.duration.text, step.quality.output) == ("5 menit", "Agenda")


def test_an_apostrophe_before_a_formula_is_taken_off() -> None:
    document = read_table("Kegiatan;Pelaksana;Waktu;Output\n'=a;A;'+ 1 jam;'asli'\n")
    step = document.charts[0].steps[0]
    assert step.activity == "=a"
    assert step.quality.duration.text == "+ 1 jam"
    assert step.quality.output == "'asli'"


def test_control_characters_are_taken_out() -> None:
    document = read_table("Kegiatan;Pelaksana\nMen\x00ca\x1btat\x0bsurat;A\x07\n")
    assert document.charts[0].steps[0].activity == "Mencatat\nsurat"
    assert document.actors[0].name == "A"


def test_blank_rows_are_passed_over() -> None:
    document = read_table("Kegiatan;Pelaksana;;\n\nMenerima;A;;\n;;;\nMengirim;B\n\n\n")
    assert len(document.charts[0].steps) == 2


HEAD = """\
Nama SOP: Pengelolaan Surat: masuk, keluar
Nomor: 065/12/2026
Instansi: Pemerintah Kota Contoh
Unit Kerja: Sekretariat
Jenis: administratif, mikro; final; generik
Tgl. Pembuatan: 5 Maret 2026
Tanggal Revisi: -
Tanggal Pengesahan: 01-04-2026
Disahkan oleh: Sekretaris Daerah
Nama Pejabat: Nama Pejabat
Pangkat: Pembina
NIP: 1
Dasar Hukum: UU 1; PP 2, jo PP 3;
Keterkaitan: SOP A
Peringatan: Jika a maka b
Kualifikasi Pelaksana: S1\\; SMA; D3
Peralatan: Komputer; Meja
Pencatatan: Buku agenda
Pelaksana: A = Staf; B = Kepala
Pihak Luar: A

"""


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_head_fills_the_cover(separator: str) -> None:
    rows = separator.join(("Kegiatan", "Pelaksana")) + "\n" + separator.join(("Menerima", "A"))
    identity = (document := read_table(HEAD + rows)).identity
    assert identity.title == "Pengelolaan Surat: masuk, keluar"
    assert (identity.sop_number, identity.unit) == ("065/12/2026", "Sekretariat")
    assert identity.agency == "Pemerintah Kota Contoh"
    assert identity.created_on == DateText("2026-03-05")
    assert identity.revised_on == DateText("-")
    assert identity.effective_on == DateText("2026-04-01")
    approver = identity.approver
    assert (approver.position, approver.name) == ("Sekretaris Daerah", "Nama Pejabat")
    assert (approver.rank, approver.employee_id) == ("Pembina", "1")
    assert identity.legal_bases == ("UU 1", "PP 2, jo PP 3")
    assert identity.actor_qualifications == ("S1; SMA", "D3")
    assert identity.related_sops == ("SOP A",)
    assert identity.warnings == ("Jika a maka b",)
    assert identity.equipment == ("Komputer", "Meja")
    assert identity.records == ("Buku agenda",)
    axes = identity.classification
    assert (axes.nature, axes.scope) == (Nature.ADMINISTRATIVE, Scope.MICRO)
    assert (axes.completeness, axes.genericity) == (Completeness.FINAL, Genericity.GENERIC)
    assert [(actor.code, actor.external) for actor in document.actors] == [
        ("A", True),
        ("B", False),
    ]


def test_a_head_that_a_spreadsheet_saved_or_pasted_is_understood() -> None:
    saved = 'Judul: Surat,,\n"Dasar Hukum: a, b; c",,\nUnit,Sekretariat,\nKegiatan,Pelaksana\n'
    identity = read_table(saved.replace("Unit,Sekretariat,\n", "")).identity
    assert (identity.title, identity.legal_bases) == ("Surat", ("a, b", "c"))
    pasted = "Judul\t:\tSurat\nUnit:\tSekretariat\t\nKegiatan\tPelaksana\n"
    identity = read_table(pasted).identity
    assert (identity.title, identity.unit) == ("Surat", "Sekretariat")


def test_the_legend_gives_the_lanes_from_left_to_right_even_without_steps() -> None:
    document = read_table("Pelaksana: B = Kepala; A = Staf\n\nKegiatan;Pelaksana\nMenerima;A\n")
    assert [actor.name for actor in document.actors] == ["Kepala", "Staf"]
    assert document.charts[0].lanes == tuple(actor.id for actor in document.actors)


def test_without_a_legend_lanes_stand_in_the_order_of_first_appearance() -> None:
    document = read_table("Kegiatan;Pelaksana\na;Kepala\nb;Staf+kepala\nc;Sekretaris|Staf\n")
    assert [actor.name for actor in document.actors] == ["Kepala", "Staf", "Sekretaris"]
    assert all(actor.code == "" for actor in document.actors)


def test_a_name_of_the_legend_may_hold_a_plus_sign() -> None:
    document = read_table("Pelaksana: PPK+Tim; Staf\nKegiatan;Pelaksana\na;PPK+Tim\nb;Staf\n")
    assert [len(step.symbols) for step in document.charts[0].steps] == [1, 1]


def test_labels_that_only_count_are_not_kept() -> None:
    document = table("1. | A | T | ", "| A | P | ", "2a | A | P | ", "3) | A | T | ")
    assert [step.label for step in document.charts[0].steps] == ["", "", "2a", ""]
    assert document.charts[0].row_labels() == ("1", "2", "2a", "3")


def test_numbers_with_a_gap_are_kept() -> None:
    document = table("1 | A | T | 5", "5 | A | P | 6", "6 | A | T | ")
    assert document.charts[0].row_labels() == ("1", "5", "6")


SEVERAL = """\
Judul: Perjalanan Dinas
Pelaksana: A = Staf; B = Kepala; C = Bank
Bagan: Dalam kota
Pelaksana: B; A
Catatan Kaki: *) Surat tugas; **) Laporan

Kegiatan,Pelaksana
Mengusulkan,A
Menyetujui,B

Bagan: Luar kota, dengan menginap

Kegiatan,Pelaksana,Waktu
Mengusulkan,A,1 hari
Membayar,C,2 hari
"""


def test_several_charts_follow_each_other() -> None:
    document = read_table(SEVERAL)
    first, second = document.charts
    assert (first.subtitle, second.subtitle) == ("Dalam kota", "Luar kota, dengan menginap")
    assert first.lanes == ("a2", "a1")
    assert second.lanes == ("a1", "a2", "a3")
    assert first.footnotes == ("*) Surat tugas", "**) Laporan")
    assert [len(chart.flows) for chart in document.charts] == [1, 1]
    assert broken_references(document) == ()


def test_the_same_text_gives_the_same_document() -> None:
    assert read_table(SEVERAL) == read_table(SEVERAL)
    assert kinds(read_table(SEVERAL)) == "T T"
