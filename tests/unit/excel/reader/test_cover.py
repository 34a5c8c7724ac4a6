"""Covers in the forms of several offices."""

from datetime import date

import pytest

from sopeditor.excel.reader.cover import split_items
from sopeditor.excel.reader.identity import names_of
from sopeditor.excel.reader.signature import read_approver
from sopeditor.model.identity import Approver, Identity
from tests.unit.excel.reader.office import OfficeSheet, read_office


def identity(cells: dict[str, str | int], *merges: str) -> Identity:
    cover = OfficeSheet(cells=cells, merges=merges, name="Identitas")
    return read_office(cover, OfficeSheet(name="Bagan").steps("Menerima")).document.identity


def test_values_stand_beside_and_below_their_captions() -> None:
    found = identity(
        {
            "A1": "PEMERINTAH KABUPATEN CONTOH\nDINAS PENDIDIKAN",
            "C1": "Nomor SOP", "D1": ": 12/SOP/2026",
            "C2": "Tgl. Pembuatan", "D2": "5 Maret 2026",
            "C3": "Tgl. Revisi",
            "C4": "Tgl. Pengesahan", "D4": "-",
            "C5": "Disahkan Oleh", "D5": "Kepala Dinas,", "D8": "Budi Contoh", "D9": "NIP. 1970",
            "C10": "Nama SOP", "D10": "Legalisasi Ijazah",
            "A11": "Dasar Hukum :", "C11": "Kualifikasi Pelaksana",
            "A12": "1.", "B12": "UU 1/2020", "C12": "1. Sarjana",
            "A13": "2.", "B13": "PP 2/2021", "C13": "2. Diploma",
            "A15": "Keterkaitan", "C15": "Peralatan/Perlengkapan",
            "A16": "- SOP Arsip", "C16": "Komputer",
            "A18": "Peringatan", "C18": "Pencatatan dan Pendataan",
            "A19": "Bila terlambat", "C19": "Buku register",
        },
        "A1:B10", "A11:B11", "A15:B15",
    )  # fmt: skip

    assert found.agency == "PEMERINTAH KABUPATEN CONTOH"
    assert found.unit == "DINAS PENDIDIKAN"
    assert found.sop_number == "12/SOP/2026"
    assert found.created_on.text == "2026-03-05"
    assert (found.revised_on.text, found.effective_on.text) == ("", "-")
    assert found.title == "Legalisasi Ijazah"
    assert found.approver == Approver(
        position="Kepala Dinas,", name="Budi Contoh", employee_id="1970"
    )
    assert found.legal_bases == ("UU 1/2020", "PP 2/2021")
    assert found.actor_qualifications == ("Sarjana", "Diploma")
    assert found.related_sops == ("SOP Arsip",)
    assert found.equipment == ("Komputer",)
    assert found.warnings == ("Bila terlambat",)
    assert found.records == ("Buku register",)


def test_a_date_that_is_a_number_is_a_date() -> None:
    cells: dict[str, str | int] = {"A1": "Nomor SOP", "A2": "Tanggal Efektif", "A3": "Nama SOP"}
    cells["B2"] = date(2026, 1, 31)  # type: ignore[assignment]

    assert identity(cells).effective_on.text == "2026-01-31"


def test_values_may_follow_a_colon() -> None:
    found = identity({"A1": "Nomor SOP: 7", "A2": "Nama SOP : Cuti", "A3": "Peringatan: Awas"})

    assert (found.sop_number, found.title, found.warnings) == ("7", "Cuti", ("Awas",))


def test_an_empty_field_takes_no_caption_for_its_value() -> None:
    found = identity({"A1": "Nomor SOP", "B1": "Nama SOP", "C1": "Cuti", "A2": "Dasar Hukum"})

    assert (found.sop_number, found.title, found.legal_bases) == ("", "Cuti", ())


def test_cover_and_table_may_share_a_sheet() -> None:
    sheet = OfficeSheet()
    sheet.cells = {f"{k[0]}{int(k[1:]) + 8}": v for k, v in sheet.cells.items()}
    sheet.cells |= {"A1": "Nomor SOP", "C1": "7", "A2": "Nama SOP", "C2": "Cuti"}
    sheet.cells |= {"A3": "Peringatan", "A4": "Awas", "A7": "Bagian pertama"}
    sheet.merges = ("A9:A10", "B9:B10", "C9:E9", "F9:H9", "I9:I10")

    document = read_office(sheet.steps("Menerima", first=11)).document

    assert document.identity.title == "Cuti"
    assert document.charts[0].subtitle == "Bagian pertama"
    assert document.identity.warnings == ("Awas",)


def test_texts_that_belong_nowhere_are_told() -> None:
    cover = OfficeSheet(
        cells={"A1": "Nomor SOP", "A2": "Nama SOP", "A3": "Peringatan", "F9": "Draf ketiga"},
        merges=(),
    )

    findings = read_office(cover, OfficeSheet(name="B").steps("Menerima")).findings

    assert ("F9", "excel_import.finding.unused_text") in {(f.cell, f.words.key) for f in findings}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1. Satu\n2. Dua", ("Satu", "Dua")),
        ("1) Satu\nlanjutan\n2) Dua", ("Satu\nlanjutan", "Dua")),
        ("a. Satu\nb. Dua", ("Satu", "Dua")),
        ("- Satu\n• Dua", ("Satu", "Dua")),
        ("Satu\nDua", ("Satu", "Dua")),
        ("1. Pasal\n3. bukan nomor urut", ("Pasal\n3. bukan nomor urut",)),
        ("", ()),
    ],
)
def test_lists_are_parted_where_the_numbering_counts_on(text: str, items: tuple[str, ...]) -> None:
    assert split_items(text) == items


@pytest.mark.parametrize(
    ("text", "approver"),
    [
        ("Kepala\n\n\n\nBudi\nNIP. 1", Approver(position="Kepala", name="Budi", employee_id="1")),
        (
            "Kepala\n\n\n\nBudi\nPembina\nNIP. 1",
            Approver(position="Kepala", name="Budi", rank="Pembina", employee_id="1"),
        ),
        ("\n\n\n\nBudi", Approver(name="Budi")),
        ("Kepala", Approver(position="Kepala")),
        ("Kepala\nBudi\nNIP 1", Approver(position="Kepala", name="Budi", employee_id="1")),
        ("", Approver()),
    ],
)
def test_a_signature_is_told_apart_by_its_lines(text: str, approver: Approver) -> None:
    assert read_approver(text) == approver


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("Pemerintah Kota\nDinas", ("Pemerintah Kota", "Dinas")),
        ("Pemerintah\nKota\nDinas", ("Pemerintah\nKota", "Dinas")),
        ("Kementerian Contoh", ("Kementerian Contoh", "")),
        ("Subbagian Umum", ("", "Subbagian Umum")),
        ("", ("", "")),
    ],
)
def test_the_last_line_of_the_corner_names_the_unit(block: str, names: tuple[str, str]) -> None:
    assert names_of(block) == names
