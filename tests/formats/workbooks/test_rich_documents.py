"""Documents with all that a chart can hold, read back from cells and shapes alone."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from sopeditor.model.document import Document
from sopeditor.model.duration import Duration
from sopeditor.model.identity import Approver, Identity
from sopeditor.model.step import Column, Step
from tests.builders import a_chart, a_document
from tests.formats.workbooks import hands
from tests.formats.workbooks.conftest import read, workbook_of
from tests.formats.workbooks.meaning import meaning


def rich() -> Document:
    """Answer joint work, decisions of several, parallel work, own labels, shared cells, notes."""
    document = a_document(
        "ABCD",
        "(A) A|B C? B+D A&C? B&C? D A+B+C (A)",
        "1>2A 2A>3 2B>3 3>4B:Ya 3>1:Tidak 4B>5 5>6:A 5>2A:B 6>7:Ya 6>4B:Tidak 7>8A 8A>9",
    )
    chart = document.charts[0]
    steps = list(chart.steps)
    steps[1] = replace(
        steps[1], label="1a", shared=frozenset({Column.DURATION}), remarks="Lihat *)"
    )
    steps[2] = replace(steps[2], quality=replace(steps[2].quality, duration=Duration("")))
    steps[4] = _captioned(steps[4], "Setuju?")
    told = replace(
        chart,
        steps=tuple(steps),
        subtitle="Tahap pertama",
        footnotes=("*) Sesuai jadwal", "**) Bila perlu"),
    )
    return replace(document, charts=(told,), identity=IDENTITY)


IDENTITY = Identity(
    title="Pemeriksaan Berkas",
    agency="Pemerintah Kota Contoh",
    unit="Dinas Contoh",
    sop_number="1/SOP",
    approver=Approver(position="Kepala Dinas", name="Nama", rank="Pembina", employee_id="1"),
    legal_bases=("UU 1/2020 tentang Contoh", "PP 2/2021"),
    warnings=("=1+1", "_x000B_ tetap teks"),
)


def _captioned(step: Step, caption: str) -> Step:
    first, *others = step.symbols
    return replace(step, symbols=(replace(first, caption=caption), *others))


def with_another_chart(document: Document) -> Document:
    other = a_chart("AB", "(A) B (A)", name="other")
    names = {symbol.id: f"other-{symbol.id}" for _, symbol in other.symbols()}
    steps = tuple(
        replace(
            step,
            id=f"other-{step.id}",
            symbols=tuple(replace(symbol, id=names[symbol.id]) for symbol in step.symbols),
        )
        for step in other.steps
    )
    flows = tuple(
        replace(flow, id=f"other-{flow.id}", source=names[flow.source], target=names[flow.target])
        for flow in other.flows
    )
    told = replace(other, subtitle="Tahap kedua", steps=steps, flows=flows)
    return replace(document, charts=(*document.charts, told))


def with_long_step(document: Document) -> Document:
    """Answer a document one of whose steps goes on over several pages."""
    chart = document.charts[0]
    words = " ".join(f"kata{number}" for number in range(900))
    steps = (*chart.steps[:3], replace(chart.steps[3], activity=words), *chart.steps[4:])
    return replace(document, charts=(replace(chart, steps=steps),))


CASES = {
    "one chart": rich(),
    "two charts": with_another_chart(rich()),
    "a long step": with_long_step(rich()),
    "plain": replace(a_document(), identity=IDENTITY),
    "no flows": replace(a_document(flows=""), identity=IDENTITY),
    "steps of nobody": replace(a_document(rows="(A) - B", flows="1>3"), identity=IDENTITY),
}


@pytest.mark.parametrize("one_sheet", [False, True])
@pytest.mark.parametrize("name", CASES)
def test_cells_and_shapes_say_it_all(name: str, one_sheet: bool, qtbot: QtBot) -> None:
    workbook = hands.without_copy(workbook_of(CASES[name], one_sheet=one_sheet))

    imported = read(workbook)

    assert meaning(imported.document) == meaning(CASES[name])
    told = {found.words.key.rpartition(".")[2] for found in imported.findings}
    assert told <= {"between_lanes", "row_continued"}


@pytest.mark.parametrize("name", CASES)
def test_names_of_shapes_are_not_needed(name: str, qtbot: QtBot) -> None:
    workbook = hands.without_copy(workbook_of(CASES[name]))

    nameless = hands.with_drawings(workbook, hands.without_names)

    assert meaning(read(nameless).document) == meaning(CASES[name])


def test_the_copy_holds_what_no_sheet_shows(qtbot: QtBot) -> None:
    document = with_another_chart(rich())

    assert read(workbook_of(document)).document == document
