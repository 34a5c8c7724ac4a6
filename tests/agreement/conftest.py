"""One document, laid out once, for all outputs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from sopeditor import assets
from sopeditor.cli.typesetting import lay_out_offscreen
from sopeditor.export.formats import Output
from sopeditor.model.document import Document
from sopeditor.model.step import Column
from sopeditor.model.widths import ColumnWidths
from sopeditor.storage.profiles import profile_of, read_profiles
from sopeditor.tables.files import load_table

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("S*.md"))


#: Widths by hand that no layout would choose.
WIDTHS = ColumnWidths.of({Column.ACTIVITY: 171.0, Column.ACTORS: 57.0, Column.OUTPUT: 64.2})


def _documents() -> Iterator[tuple[str, Document]]:
    for path in SAMPLES:
        yield path.stem, load_table(path)
    first = load_table(SAMPLES[0])
    charts = tuple(replace(chart, widths=WIDTHS) for chart in first.charts)
    yield f"{SAMPLES[0].stem} with widths by hand", replace(first, charts=charts)


DOCUMENTS = dict(_documents())


@pytest.fixture(params=DOCUMENTS)
def output(request: pytest.FixtureRequest, qtbot: QtBot) -> Output:
    """Answer a sample, laid out and ready to be written."""
    document = DOCUMENTS[request.param]
    profile = profile_of(document, read_profiles(assets.resource("profiles")))
    return Output(document, profile, lay_out_offscreen(document, profile))
