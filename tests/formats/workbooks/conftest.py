"""Every sample as a workbook, laid out once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sopeditor import assets
from sopeditor.cli.typesetting import lay_out_offscreen
from sopeditor.excel.flavour import Flavour
from sopeditor.excel.reader.reading import Imported, read_workbook
from sopeditor.excel.workbook import write_workbook
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.storage.profiles import profile_of, read_profiles
from sopeditor.tables.files import load_table

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("S*.md"))


@cache
def all_profiles() -> dict[str, Profile]:
    return dict(read_profiles(assets.resource("profiles")))


@cache
def workbook_of(
    document: Document, flavour: Flavour = Flavour.EXCEL, *, one_sheet: bool = False
) -> bytes:
    profile = profile_of(document, all_profiles())
    layout = lay_out_offscreen(document, profile)
    return write_workbook(document, layout, profile, flavour, one_sheet=one_sheet)


def read(workbook: bytes) -> Imported:
    return read_workbook(workbook, all_profiles())


@dataclass(frozen=True)
class Sample:
    """A sample and its workbook."""

    name: str
    document: Document

    def workbook(self, flavour: Flavour = Flavour.EXCEL) -> bytes:
        return workbook_of(self.document, flavour)


@cache
def _sample(path: Path) -> Sample:
    return Sample(path.stem, load_table(path))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest, qtbot: QtBot) -> Sample:
    """Answer a sample."""
    return _sample(request.param)
