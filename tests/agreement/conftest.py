"""One document, laid out once, for all outputs."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sopeditor import assets
from sopeditor.cli.typesetting import lay_out_offscreen
from sopeditor.export.formats import Output
from sopeditor.storage.profiles import profile_of, read_profiles
from sopeditor.tables.files import load_table

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("S*.md"))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def output(request: pytest.FixtureRequest, qtbot: QtBot) -> Output:
    """Answer a sample, laid out and ready to be written."""
    document = load_table(request.param)
    profile = profile_of(document, read_profiles(assets.resource("profiles")))
    return Output(document, profile, lay_out_offscreen(document, profile))
