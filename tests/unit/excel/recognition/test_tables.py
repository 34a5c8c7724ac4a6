"""Step tables are found by their headings, however an office words and merges them."""

from sopeditor.excel.recognition.cells import CellRange, SheetText
from sopeditor.excel.recognition.synonyms import heading_of, likely_heading_of
from sopeditor.excel.recognition.table import Doubt, FoundTable
from sopeditor.excel.recognition.tables import find_tables, is_number_row
from sopeditor.model.step import Column

#: Two levels: No, Kegiatan and Ket over both, three lanes, three quality columns.
_HEAD = [
    "No|Uraian\nKegiatan|Pelaksana|||Mutu  Buku|||Ket.",
    "||JFU|Kasubbag|Sekretaris|Syarat/Perlengkapan|Waktu (menit)|Out put|",
]


def _sheet(rows: list[str], merges: tuple[CellRange, ...] = (), top: int = 0) -> SheetText:
    texts = {
        (top + row, column): text
        for row, line in enumerate(rows)
        for column, text in enumerate(line.split("|"))
    }
    return SheetText.of(texts, merges)


def _merges(top: int = 0, actors_right: int = 4) -> tuple[CellRange, ...]:
    both = tuple(CellRange(top, column, top + 1, column) for column in (0, 1, 8))
    return (*both, CellRange(top, 2, top, actors_right), CellRange(top, 5, top, 7))


def _only(sheet: SheetText) -> FoundTable:
    (table,) = find_tables(sheet)
    return table


def test_a_table_on_two_levels_is_found_with_its_columns_and_lanes() -> None:
    table = _only(_sheet([*_HEAD, "1|Menerima surat|||||||", "2|Mencatat|||||||"], _merges()))
    assert {column: cells.left for column, cells in table.columns.items()} == {
        Column.NUMBER: 0,
        Column.ACTIVITY: 1,
        Column.INPUTS: 5,
        Column.DURATION: 6,
        Column.OUTPUT: 7,
        Column.REMARKS: 8,
    }
    assert [lane.name for lane in table.lanes] == ["JFU", "Kasubbag", "Sekretaris"]
    assert (table.header, table.first_row, table.last_row) == (CellRange(0, 0, 1, 8), 2, 3)
    assert table.guesses == ()


def test_lanes_reach_to_the_next_heading_where_pelaksana_is_not_merged() -> None:
    table = _only(_sheet([*_HEAD, "1|Menerima|||||||"], _merges(actors_right=3)))
    assert [lane.heading.left for lane in table.lanes] == [2, 3, 4]
    assert [guess.doubt for guess in table.guesses] == [Doubt.LANES_NOT_MERGED]


def test_a_row_of_column_numbers_is_no_step() -> None:
    numbers = "|".join(f"({number})" for number in range(1, 10))
    table = _only(_sheet([*_HEAD, numbers, "1|Menerima|||||||"], _merges()))
    assert (table.number_row, table.first_row, table.last_row) == (2, 3, 3)
    assert not is_number_row(_sheet(["1|Menerima|2"]), 0)


def test_an_empty_form_has_one_row() -> None:
    table = _only(_sheet([*_HEAD], _merges()))
    assert (table.first_row, table.last_row) == (2, 2)


def test_text_below_the_table_is_no_row() -> None:
    rows = ["1|Menerima|||||||", "2|Mencatat|||||||", "", "Ditetapkan di Bandung|||||||"]
    assert _only(_sheet([*_HEAD, *rows], _merges())).last_row == 3


def test_rows_of_page_links_between_steps_belong_to_the_body() -> None:
    rows = ["1|Menerima|||||||", "", "", "2|Mencatat|||||||"]
    assert _only(_sheet([*_HEAD, *rows], _merges())).last_row == 5


def test_a_repeated_head_does_not_begin_a_new_table() -> None:
    rows = [*_HEAD, "1|Menerima|||||||", *_HEAD, "2|Mencatat|||||||"]
    table = _only(_sheet(rows, (*_merges(), *_merges(3))))
    assert (table.first_row, table.last_row) == (2, 5)
    assert table.repeats == (range(3, 5),)
    assert table.repeated(4)


def test_a_head_whose_numbers_begin_anew_is_a_second_table() -> None:
    rows = [*_HEAD, "1|Menerima|||||||", *_HEAD, "1|Mencatat|||||||"]
    first, second = find_tables(_sheet(rows, (*_merges(), *_merges(3))))
    assert (first.last_row, second.first_row) == (2, 5)


def test_a_cover_that_speaks_of_pelaksana_is_no_table() -> None:
    assert find_tables(_sheet(["Kualifikasi Pelaksana|Pelaksana", "S1 Administrasi|"])) == ()


def test_merged_lanes_are_one_lane_each() -> None:
    head = [
        "No|Kegiatan|Pelaksana||||Mutu Baku|||Keterangan",
        "||JFU||Kasi||Kelengkapan|Waktu|Output|",
    ]
    merges = (
        CellRange(0, 2, 0, 5), CellRange(1, 2, 1, 3), CellRange(1, 4, 1, 5), CellRange(0, 6, 0, 8),
    )  # fmt: skip
    table = _only(_sheet(head, merges))
    assert [(lane.name, lane.heading.columns) for lane in table.lanes] == [
        ("JFU", range(2, 4)),
        ("Kasi", range(4, 6)),
    ]


def test_headings_are_known_by_their_words_alone() -> None:
    assert heading_of(" URAIAN \n PROSEDUR :") == Column.ACTIVITY
    assert heading_of("Persyaratan/\nPerlengkapan") == Column.INPUTS
    assert heading_of("Waktu kerja efektif") is None
    assert likely_heading_of("Waktu kerja efektif") == Column.DURATION
    assert likely_heading_of("Jabatan") is None
