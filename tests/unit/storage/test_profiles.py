"""Profiles of regulations are complete, and a wrong one is refused by file and key."""

from pathlib import Path

import pytest

from sopeditor.assets import resource
from sopeditor.model.identity import Identity
from sopeditor.model.profile import DEFAULT_PROFILE
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from sopeditor.storage.errors import UnreadableFile
from sopeditor.storage.profiles import CAPTIONS, COVER_CAPTIONS, read_profile, read_profiles
from tests.unit.storage.samples import sentence

FOLDER = resource("profiles")
DEFAULT_TEXT = (FOLDER / f"{DEFAULT_PROFILE}.toml").read_text("utf-8")


def test_the_built_in_profiles_are_complete() -> None:
    profiles = read_profiles(FOLDER)
    assert {
        "permenpan_35_2012", "permendagri_52_2011", "perpan_21_2008", "bps_perka_19_2013"
    } <= set(profiles)  # fmt: skip
    for name, profile in profiles.items():
        assert profile.id == name
        assert set(profile.columns) == set(Column)
        assert set(profile.captions) == set(CAPTIONS)


def test_the_captions_of_the_default_are_those_of_the_regulation() -> None:
    captions = read_profiles(FOLDER)[DEFAULT_PROFILE].captions
    assert captions[Column.ACTIVITY] == "Kegiatan"
    assert captions[Column.INPUTS] == "Kelengkapan"
    assert captions[Column.REMARKS] == "Keterangan"
    assert captions["effective_on"] == "Tanggal Efektif"
    assert captions["document_kind"] == "STANDAR OPERASIONAL PROSEDUR"
    assert captions["employee_id"] == "NIP."


def test_the_captions_of_2008_differ_where_the_regulations_differ() -> None:
    captions = read_profiles(FOLDER)["perpan_21_2008"].captions
    assert captions[Column.ACTIVITY] == "Uraian Prosedur"
    assert captions[Column.INPUTS] == "Persyaratan/Perlengkapan"
    assert captions["effective_on"] == "Tgl Pengesahan"
    assert captions[Column.REMARKS] == "Ket"


def test_strictness_follows_the_regulation() -> None:
    strict = {name for name, profile in read_profiles(FOLDER).items() if profile.strict}
    assert strict == {"permenpan_35_2012", "bps_perka_19_2013"}


def test_captions_of_the_cover_are_named_like_the_fields_of_the_identity() -> None:
    assert set(COVER_CAPTIONS) <= set(Identity.__struct_fields__)


def test_a_profile_of_an_office_may_leave_out_what_is_usual(tmp_path: Path) -> None:
    captions = DEFAULT_TEXT.partition("[captions]")[2]
    path = tmp_path / "kabupaten contoh.toml"
    path.write_text(f'name = "Perbup 1/2026"\n[captions]\n{captions}', "utf-8-sig")
    profile = read_profile(path)
    assert (profile.id, profile.name) == ("kabupaten contoh", "Perbup 1/2026")
    assert profile.columns == tuple(Column)
    assert profile.symbols == frozenset(SymbolKind)
    assert profile.column_numbers
    assert profile.strict


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('activity = "Kegiatan"\n', "", "Nilai “activity” dalam profil “uji.toml”"),
        ('activity = "Kegiatan"', "activity = 5", "Nilai “activity”"),
        ('activity = "Kegiatan"', 'activity = " "', "Nilai “activity”"),
        ("[captions]", "[lain]", "memuat kunci “lain”"),
        ('"tools", ', '"alat", ', "Nilai “columns”"),
        ('"tools", ', '"number", ', "Nilai “columns”"),
        ('["terminator", "process", "decision"]', '"process"', "Nilai “symbols”"),
        ('["terminator", "process", "decision"]', "[]", "Nilai “symbols”"),
        ('["terminator", "process", "decision"]', "[[1], {}]", "Nilai “symbols”"),
        ("strict = true", 'strict = "ya"', "Nilai “strict”"),
        ("strict = true", "strict =", "tidak dapat dibaca"),
        ("name = ", "nama = ", "memuat kunci “nama”"),
    ],
)
def test_a_wrong_profile_is_refused_by_file_and_key(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    assert old in DEFAULT_TEXT
    path = tmp_path / "uji.toml"
    path.write_text(DEFAULT_TEXT.replace(old, new), "utf-8")
    with pytest.raises(UnreadableFile) as caught:
        read_profile(path)
    assert words in sentence(caught.value)
    assert "uji.toml" in sentence(caught.value, "en")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a = [" + b"[" * 50_000, b"\0"])
def test_a_damaged_profile_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "uji.toml"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        read_profile(path)
    assert "uji.toml" in sentence(caught.value)
