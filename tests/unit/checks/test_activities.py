"""Rules on the column Kegiatan."""

import pytest

from tests.builders import a_document
from tests.unit.checks.examining import rules, steps_of, with_activity, with_step


def of_kind(text: str, prefix: str, rows: str = "(A) B (A)") -> set[str]:
    return {rule for rule in rules(with_activity(text, rows)) if rule.startswith(prefix)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menerima surat dan menandatangani bukti terima", set()),
        ("Berkoordinasi dengan Bagian Hukum", set()),
        ("Memberi disposisi", set()),
        ("Menyampaikan surat kepada Jabatan A", set()),  # an object, no subject
        ("Pembuatan konsep surat", {"KG01"}),
        ("Surat masuk", {"KG01"}),
        ("Media dan surat", {"KG01"}),
        ("", {"KG01"}),
        ("-", {"KG01"}),
        ("Jabatan A memeriksa surat", {"KG02"}),
        ("Mencatat surat oleh Jabatan B", {"KG02"}),
        ("Dicatat pada buku agenda", {"KG03"}),
        ("Surat dicatat pada buku agenda", {"KG03"}),
        ("Disposisi surat", {"KG01"}),
        ("Mulai", {"KG12"}),
        (" selesai. ", {"KG12"}),
        ("Memeriksa surat jika lengkap", {"KG05"}),
        ("Memeriksa surat apabila diperlukan", {"KG06"}),
        ("Memeriksa surat selama 2 hari", {"KG07"}),
        ("Mengajukan permohonan paling lambat H-3", set()),
        ("Memproses surat", {"KG08"}),
        ("Mencatat nomor, tanggal, dll", {"KG08"}),
        ("Mencatat " + "surat " * 20, {"KG09"}),
    ],
)
def test_how_an_activity_is_worded(text: str, expected: set[str]) -> None:
    assert of_kind(text, "KG") == expected


def test_a_condition_may_stand_at_a_decision() -> None:
    assert of_kind("Memeriksa apakah jika kurang", "KG05", "(A) B? (A)") == set()


def test_an_activity_that_runs_on_from_above_is_not_empty() -> None:
    document = with_step(a_document(), 2, activity="")
    assert "KG01" in rules(document)
    covered = with_step(document, 1, shared=frozenset({"activity"}))
    assert "KG01" not in rules(covered)


@pytest.mark.parametrize(
    ("labels", "wrong"),
    [
        (["", "", "", ""], False),
        (["", "1a", "", ""], False),
        (["", "5a", "", ""], True),
        (["", "3", "", ""], True),
        (["", "1", "", ""], True),
        (["1", "2", "3", "5"], True),
        (["", "Lampiran", "", ""], False),
    ],
)
def test_numbers_run_without_gap(labels: list[str], wrong: bool) -> None:
    document = a_document(rows="(A) B A (B)")
    for number, label in enumerate(labels, start=1):
        document = with_step(document, number, label=label)
    assert ("KG10" in rules(document)) is wrong


@pytest.mark.parametrize(("rows", "told"), [(2, True), (3, False), (20, False), (21, True)])
def test_rows_are_counted(rows: int, told: bool) -> None:
    document = a_document(rows=" ".join(["(A)", *["B"] * (rows - 2), "(A)"]))
    assert ("KG11" in rules(document)) is told


def test_each_row_is_named_by_what_stands_in_its_column() -> None:
    document = with_step(with_activity("Surat"), 2, label="1a")
    assert steps_of(document, "KG01") == ["1a"]
