"""Our workbooks read back: the same document, whatever happened to them on the way."""

import re
import subprocess
from pathlib import Path

import pytest

from sopeditor.excel.flavour import Flavour
from sopeditor.excel.reader.conversion import libreoffice
from sopeditor.excel.reader.findings import FindingKind
from sopeditor.model.integrity import broken_references
from tests.formats.workbooks import hands
from tests.formats.workbooks.conftest import Sample, read, workbook_of
from tests.formats.workbooks.meaning import meaning

FLAVOURS = list(Flavour)

#: What an import of our workbooks without the copy can't know, and says.
HONEST = {"agency_or_unit", "between_lanes"}

needs_libreoffice = pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")


def assert_same(workbook: bytes, sample: Sample, *honest: str) -> None:
    imported = read(workbook)

    assert meaning(imported.document) == meaning(sample.document)
    assert broken_references(imported.document) == ()
    told = {found.words.key.rpartition(".")[2] for found in imported.findings}
    assert told - HONEST - set(honest) == set()
    assert not imported.exact


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_an_unchanged_workbook_gives_the_very_document(sample: Sample, flavour: Flavour) -> None:
    imported = read(sample.workbook(flavour))

    assert imported.document == sample.document
    assert imported.exact
    assert imported.findings == ()


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_without_the_copy_cells_and_shapes_say_it_all(sample: Sample, flavour: Flavour) -> None:
    assert_same(hands.without_copy(sample.workbook(flavour)), sample)


def test_cover_and_chart_may_share_a_sheet(sample: Sample) -> None:
    workbook = workbook_of(sample.document, one_sheet=True)

    assert read(workbook).document == sample.document
    assert_same(hands.without_copy(workbook), sample)


def test_a_changed_cell_counts_more_than_the_copy(sample: Sample) -> None:
    activity = sample.document.charts[0].steps[-1].activity.encode()
    workbook = hands.with_parts(
        sample.workbook(), lambda _, content: content.replace(activity, b"Diubah orang")
    )

    imported = read(workbook)

    assert not imported.exact
    assert imported.document.charts[0].steps[-1].activity == "Diubah orang"


def test_a_moved_shape_counts_more_than_the_copy(sample: Sample) -> None:
    moved = hands.with_drawings(sample.workbook(), hands.ends_moved(6, seed=1))

    assert not read(moved).exact


def test_without_glue_the_places_tell(sample: Sample) -> None:
    workbook = hands.without_copy(sample.workbook())

    assert_same(hands.with_drawings(workbook, hands.without_glue), sample)


@pytest.mark.parametrize("seed", range(4))
def test_ends_may_be_six_pixels_off(sample: Sample, seed: int) -> None:
    workbook = hands.without_copy(sample.workbook())

    assert_same(hands.with_drawings(workbook, hands.ends_moved(6, seed)), sample)


def test_symbols_may_stand_in_groups(sample: Sample) -> None:
    workbook = hands.without_copy(sample.workbook())

    assert_same(hands.with_drawings(workbook, hands.symbols_grouped), sample)


def test_wrong_glue_is_not_believed(sample: Sample) -> None:
    workbook = hands.without_copy(sample.workbook())

    assert_same(hands.with_drawings(workbook, hands.glue_confused), sample)


def test_stale_places_inside_shapes_do_not_count(sample: Sample) -> None:
    workbook = hands.without_copy(sample.workbook())

    assert_same(hands.with_drawings(workbook, hands.places_stale), sample)


def test_heads_may_be_at_the_other_end(sample: Sample) -> None:
    workbook = hands.without_copy(sample.workbook())

    assert_same(hands.with_drawings(workbook, hands.drawn_backwards), sample)


@pytest.mark.deep
@pytest.mark.timeout(180)
@needs_libreoffice
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_libreoffice_may_save_it_in_between(
    sample: Sample, flavour: Flavour, tmp_path: Path
) -> None:
    saved = resaved(sample.workbook(flavour), tmp_path)

    assert_same(saved, sample)


def resaved(workbook: bytes, folder: Path) -> bytes:
    source, results = folder / "sop.xlsx", folder / "results"
    source.write_bytes(workbook)
    command = [
        str(libreoffice()),
        "--headless",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(results),
        str(source),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return (results / "sop.xlsx").read_bytes()


def test_the_findings_name_sheet_and_cell(sample: Sample) -> None:
    for found in read(hands.without_copy(sample.workbook())).findings:
        assert found.kind is FindingKind.GUESS
        assert found.sheet in {"Identitas", "Bagan Alur"}
        assert re.fullmatch(r"[A-Z]+[0-9]+", found.cell)


def test_names_of_shapes_are_not_needed(sample: Sample) -> None:
    workbook = hands.without_copy(sample.workbook())

    assert_same(hands.with_drawings(workbook, hands.without_names), sample)


@pytest.mark.parametrize("seed", range(3))
def test_a_lost_flow_or_label_would_be_noticed(sample: Sample, seed: int) -> None:
    workbook = hands.without_copy(sample.workbook())

    lost = read(hands.with_drawings(workbook, hands.without_one_line(seed)))
    unlabelled = read(hands.with_drawings(workbook, hands.without_one_label(seed)))

    assert meaning(lost.document) != meaning(sample.document)
    assert meaning(unlabelled.document) != meaning(sample.document)
