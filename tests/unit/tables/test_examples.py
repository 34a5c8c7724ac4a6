"""The documents of `resources/examples`: complete covers over the procedures of the samples."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sopeditor.assets import resource
from sopeditor.model.document import Document
from sopeditor.model.integrity import broken_references
from sopeditor.storage.reader import read_document
from sopeditor.storage.writer import write_document
from sopeditor.tables.reader import read_table
from sopeditor.tables.writer import write_table

SAMPLES = Path(__file__).parents[2] / "samples"
EXAMPLES = {
    "pengelolaan-surat-masuk": "S01",
    "pengelolaan-surat-keluar": "S03",
    "kenaikan-gaji-berkala": "S04",
    "pelayanan-izin": "S08",
    "pelaksanaan-kontrak": "S22",
    "asistensi-sop": "S25",
}
#: Whoever stands outside the body whose procedure it is.
OUTSIDE = {"pelayanan-izin": {"Pemohon"}, "pelaksanaan-kontrak": {"Penyedia"}}


def _path(name: str) -> Path:
    return resource("examples", f"{name}.sop")


def _example(name: str) -> Document:
    return read_document(_path(name).read_bytes())


def _meaning(document: Document) -> Iterator[tuple[object, ...]]:
    """Answer title, steps, symbols and flows, the actors by their names."""
    names = {actor.id: actor.name for actor in document.actors}
    chart = document.charts[0]
    symbols = chart.symbol_index()
    yield (document.identity.title, document.identity.classification)
    for step in chart.steps:
        yield (step.activity, step.quality, step.label)
    for row, symbol in chart.symbols():
        yield (row, symbol.kind, *(names[actor] for actor in symbol.actors))
    for flow in chart.flows:
        (source, one), (target, other) = symbols[flow.source], symbols[flow.target]
        ends = (source, names[one.actors[0]], target, names[other.actors[0]])
        yield (flow.kind, flow.label, *ends)


def test_there_is_a_table_to_every_example() -> None:
    assert {path.stem for path in resource("examples").glob("*.sop")} == set(EXAMPLES)


@pytest.mark.parametrize(("name", "sample"), EXAMPLES.items())
def test_an_example_says_what_its_table_says(name: str, sample: str) -> None:
    table = read_table((SAMPLES / f"{sample}.md").read_text("utf-8"))
    example = _example(name)
    assert list(_meaning(example)) == list(_meaning(table))
    assert broken_references(example) == ()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_written_as_the_program_writes_it(name: str) -> None:
    assert write_document(_example(name)) == _path(name).read_bytes()
    assert read_table(write_table(_example(name))).identity.title == _example(name).identity.title


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_cover_of_an_example_is_complete(name: str) -> None:
    identity = _example(name).identity
    assert identity.logo is not None
    assert len(identity.logo.png) <= 8_192
    assert all(
        (
            identity.agency, identity.unit, identity.sop_number, identity.revised_on.text,
            identity.approver.position, identity.legal_bases, identity.related_sops,
            identity.warnings, identity.actor_qualifications, identity.equipment,
            identity.records,
        )
    )  # fmt: skip
    made, effective = identity.created_on.day, identity.effective_on.day
    assert made is not None
    assert effective is not None
    assert made <= effective
    assert set(identity.approver.name + identity.approver.employee_id) == {"."}
    assert all("jika" in item.lower() and "maka" in item for item in identity.warnings)


@pytest.mark.parametrize("name", EXAMPLES)
def test_lanes_of_an_example_stand_in_the_order_of_their_first_step(name: str) -> None:
    example = _example(name)
    chart = example.charts[0]
    # Those who act together in one row may stand in any order among themselves.
    rows = [_first_row(example, lane) for lane in chart.lanes]
    assert rows == sorted(rows)
    outside = {actor.name for actor in example.actors if actor.external}
    assert outside == OUTSIDE.get(name, set())


def _first_row(document: Document, lane: str) -> int:
    return min(row for row, symbol in document.charts[0].symbols() if lane in symbol.actors)
