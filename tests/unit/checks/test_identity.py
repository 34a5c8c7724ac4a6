"""Rules on the cover."""

import pytest

from sopeditor.model.date import DateText
from sopeditor.model.identity import Approver
from tests.unit.checks.examining import findings, rules, with_identity


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Pengelolaan Surat Masuk", set()),
        ("SOP Pengelolaan Surat Masuk", {"ID02"}),
        ("Standar Operasional Prosedur: Cuti", {"ID02"}),
        ("Sopan Santun Pelayanan", set()),
        ("Mengelola Surat Masuk", {"ID03"}),
        ("Media Pelayanan", set()),
        ("", {"ID03"}),
        ("Pengajuan dan Pembayaran Perjalanan Dinas", {"ID04"}),
        ("Peminjaman Gedung/Ruang Rapat", {"ID04"}),
        ("Pengelolaan Dana Desa", set()),
    ],
)
def test_titles(title: str, expected: set[str]) -> None:
    assert rules(with_identity(title=title)) & {"ID02", "ID03", "ID04"} == expected


def test_an_empty_number_is_only_a_hint() -> None:
    assert "ID01" in rules(with_identity())
    assert "ID01" not in rules(with_identity(sop_number="SOP-025/17000/2025"))


@pytest.mark.parametrize(
    ("created", "revised", "effective", "expected"),
    [
        ("2025-01-02", "", "2025-01-01", {"ID06"}),
        ("2025-01-02", "2025-01-01", "2025-01-02", {"ID07"}),
        ("2025-01-02", "2025-06-01", "2025-01-05", set()),
        ("", "2025-01-01", "2025-01-01", set()),
        ("Januari 2025", "2024-01-01", "2024-01-01", set()),  # no date, nothing to compare
    ],
)
def test_dates(created: str, revised: str, effective: str, expected: set[str]) -> None:
    document = with_identity(
        created_on=DateText(created),
        revised_on=DateText(revised),
        effective_on=DateText(effective),
    )
    assert rules(document) & {"ID06", "ID07"} == expected


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [("", False), ("19700101 199001 1 001", False), ("19700101 199001 1 01", True)],
)
def test_a_nip_has_18_digits(typed: str, wrong: bool) -> None:
    document = with_identity(approver=Approver(employee_id=typed))
    assert ("ID08" in rules(document)) is wrong


@pytest.mark.parametrize(
    ("cited", "new"),
    [
        ("UU 32/2004", "UU 23/2014"),
        ("Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah", "UU 23/2014"),
        ("Undang-Undang Republik Indonesia No. 5 Tahun 2014", "UU 20/2023"),
        ("Peraturan Menteri Dalam Negeri Nomor 54 Tahun 2009", "Permendagri 1/2023"),
        ("PER/21/M.PAN/11/2008 tentang Pedoman Penyusunan SOP", "PermenPAN-RB 35/2012"),
        ("PP 53/2010 jo. PP 94/2021", "PP 94/2021"),
    ],
)
def test_a_replaced_regulation_is_found_however_it_is_cited(cited: str, new: str) -> None:
    (finding,) = (f for f in findings(with_identity(legal_bases=(cited,))) if f.rule == "ID09")
    assert dict(finding.message.values)["new"] == new


@pytest.mark.parametrize("cited", ["UU 23/2014", "PP 153/2010", "UU 132/2004", "PP 53/2011"])
def test_a_regulation_in_force_is_not(cited: str) -> None:
    assert "ID09" not in rules(with_identity(legal_bases=(cited,)))


@pytest.mark.parametrize(
    ("item", "wrong"),
    [
        ("SOP Pengelolaan Surat Keluar", False),
        ("Penataan Arsip Aktif", False),
        ("Ketua Tim, PPK, KPA", True),
        ("Jabatan A", True),
        ("SOP Pengelolaan Surat Masuk", True),  # itself
        ("pengelolaan surat masuk", True),
    ],
)
def test_related_sops(item: str, wrong: bool) -> None:
    assert ("ID11" in rules(with_identity(related_sops=(item,)))) is wrong


@pytest.mark.parametrize(
    ("warning", "wrong"),
    [
        ("Jika terlambat maka pembayaran menjadi rapel", False),
        ("Berkas diserahkan paling lambat 3 hari", False),
        ("Lakukan dengan teliti", True),
    ],
)
def test_warnings(warning: str, wrong: bool) -> None:
    assert ("ID15" in rules(with_identity(warnings=(warning,)))) is wrong
