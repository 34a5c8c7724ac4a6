"""Ranges of offices' sheets whose head takes two rows."""

from sopeditor.tables.double_heads import with_one_head
from sopeditor.tables.foreign_cells import Cells
from sopeditor.tables.pasting import document_of

UPPER = ("No", "Kegiatan", "Pelaksana", "", "Mutu Baku", "", "", "Ket.")
LOWER = ("", "", "Staf", "Kepala\nSeksi", "Kelengkapan", "Waktu", "Output", "")


def a_range(*rows: tuple[str, ...]) -> Cells:
    return (UPPER, LOWER, *rows)


def test_both_rows_become_one() -> None:
    cells = with_one_head(a_range(("1", "Mencatat", "", "", "Surat", "5 menit", "Agenda", "x")))

    assert cells == (
        ("No", "Kegiatan", "Kelengkapan", "Waktu", "Output", "Ket."),
        ("1", "Mencatat", "Surat", "5 menit", "Agenda", "x"),
    )


def test_what_is_written_in_a_lane_tells_who_does_the_step() -> None:
    cells = with_one_head(
        a_range(
            ("1", "Mencatat", "v", "", "", "", "", ""), ("2", "Rapat", "x", "x", "", "", "", "")
        )
    )

    assert [row[-1] for row in cells] == ["Pelaksana", "Staf", "Staf+Kepala Seksi"]
    document = document_of(cells)
    assert document is not None
    assert [actor.name for actor in document.actors] == ["Staf", "Kepala Seksi"]


def test_a_row_that_numbers_the_columns_is_no_step() -> None:
    numbers = tuple(f"({number})" for number in range(1, 9))

    assert len(with_one_head(a_range(numbers, ("1", "Mencatat", *[""] * 6)))) == 2


def test_lines_above_the_head_stay() -> None:
    title = ("SOP Surat Masuk", *[""] * 7)

    assert with_one_head((title, *a_range()))[0] == title


def test_other_cells_stay_as_they_are() -> None:
    for cells in (
        (),
        (("No", "Kegiatan"),),
        (("No", "Kegiatan", "Waktu"), ("1", "Waktu", "")),
        (("Mencatat",), ("Meneliti",)),
        (("Kegiatan", "Pelaksana"), ("Menyusun Output", "Staf")),
    ):
        assert with_one_head(cells) == cells
