"""LibreOffice prints the names on a cover with an emblem as high as our PDF has them."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sopeditor import assets
from sopeditor.cli.typesetting import lay_out_offscreen
from sopeditor.excel.flavour import Flavour
from sopeditor.export.formats import Format, Output, encode
from sopeditor.model.identity import Logo
from sopeditor.storage.files import load
from sopeditor.storage.profiles import profile_of, read_profiles
from tests.agreement import office_program
from tests.agreement.office_program import needs_office

pytestmark = [pytest.mark.deep, needs_office]

#: Two dots of 100 to the inch, in points.
SLACK = 1.44
#: Words in the middle of their cells, at the top and further down.
CAPTIONS = ("Nomor", "Dasar")


def emblem() -> Logo:
    picture = QImage(60, 70, QImage.Format.Format_RGB32)
    picture.fill(0xFF204080)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return Logo(bytes(data.data()))


@pytest.mark.parametrize("logo", [False, True])
@pytest.mark.parametrize("flavour", list(Flavour))
def test_the_names_are_printed_as_high_as_on_our_pdf(
    qtbot: QtBot, tmp_path: Path, flavour: Flavour, logo: bool
) -> None:
    document, _ = load(assets.resource("examples", "pelayanan-izin.sop"))
    identity = replace(
        document.identity, agency="Adikarsa", unit="Bumiputra", logo=emblem() if logo else None
    )
    document = replace(document, identity=identity)
    profile = profile_of(document, read_profiles(assets.resource("profiles")))
    output = Output(document, profile, lay_out_offscreen(document, profile), flavour=flavour)
    ours = tmp_path / "ours.pdf"
    ours.write_bytes(encode(output, Format.PDF))
    workbook = encode(output, Format.XLSX)
    theirs = office_program.print_all({"theirs": workbook}, tmp_path)["theirs"]
    # LibreOffice fits its wider columns to the page: two captions tell by how much it shrinks.
    (top, their_top), (low, their_low) = (
        (office_program.places(ours, word)[0], office_program.places(theirs, word)[0])
        for word in CAPTIONS
    )
    scale = (their_low - their_top) / (low - top)
    assert 0.95 < scale <= 1
    for word in ("Adikarsa", "Bumiputra"):
        place, other = (office_program.places(pdf, word)[0] for pdf in (ours, theirs))
        assert abs(their_top + (place - top) * scale - other) <= SLACK, word
