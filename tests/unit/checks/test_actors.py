"""Rules on the lanes."""

import pytest
from msgspec.structs import replace

from sopeditor.model.document import Document
from sopeditor.model.identity import Classification, Identity, Nature
from tests.builders import a_document
from tests.unit.checks.examining import rules


def named(*names: str) -> Document:
    document = a_document()
    actors = zip(document.actors, (*names, "Sekretaris")[:2], strict=True)
    return replace(document, actors=tuple(replace(actor, name=name) for actor, name in actors))


def test_a_lane_without_symbols_is_told() -> None:
    assert "PL01" in rules(a_document(lanes="ABC", rows="(A) B (A)"))
    assert "PL01" not in rules(a_document(lanes="ABC", rows="(A) B&C (A)"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("(A) B C (A)", set()),
        ("(B) A C (A)", {"PL02", "PL03"}),
        ("(A) C B (A)", {"PL03"}),
        ("A B (C)", set()),  # no kapsul at the start: the first symbol counts
        ("(A+B) C (A)", set()),
        ("- (A) B (C)", set()),
    ],
)
def test_lanes_follow_the_flow(rows: str, expected: set[str]) -> None:
    document = a_document(lanes="ABC", rows=rows.replace("(A+B)", "A&B"))
    assert rules(document) & {"PL02", "PL03"} == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kepala Subbagian Umum", set()),
        ("Staf", {"PL04"}),
        ("Staf Subbagian Umum", set()),
        ("", {"PL04"}),
        ("Drs. Contoh Nama, M.Si", {"PL04"}),
        ("Pejabat NIP 197001011990011001", {"PL04"}),
        ("Aplikasi SRIKANDI", {"PL05"}),
        ("Loket Pelayanan", {"PL05"}),
        ("Petugas Loket", set()),
        ("Tim Teknis", set()),
    ],
)
def test_an_actor_is_a_position(name: str, expected: set[str]) -> None:
    assert rules(named(name)) & {"PL04", "PL05"} == expected


def test_one_position_written_in_two_ways_is_told() -> None:
    assert "PL06" in rules(named("Kasubbag Umum", "Kepala Subbagian Umum"))
    assert "PL06" not in rules(named("Kasubbag Umum", "Kepala Subbagian Keuangan"))


def test_an_administrative_sop_has_two_actors_and_a_technical_one_may_have_one() -> None:
    alone = a_document(lanes="A", rows="(A) A (A)")
    technical = Identity(classification=Classification(nature=Nature.TECHNICAL))
    assert "PL07" in rules(alone)
    assert "PL07" not in rules(replace(alone, identity=technical))
    assert "PL07" not in rules(a_document())


@pytest.mark.parametrize(("count", "told"), [(8, False), (9, True), (13, True)])
def test_lanes_are_counted(count: int, told: bool) -> None:
    lanes = "ABCDEFGHIJKLM"[:count]
    assert ("PL09" in rules(a_document(lanes=lanes, rows=" ".join(lanes)))) is told
