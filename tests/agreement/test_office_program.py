"""LibreOffice prints the compatible workbook as our own PDF and picture have it."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from sopeditor import assets
from sopeditor.cli.typesetting import lay_out_offscreen
from sopeditor.drawing.pages import draw_page
from sopeditor.drawing.strokes import Ink, Stroke, rectangle
from sopeditor.excel.flavour import Flavour
from sopeditor.export.formats import Format, Output, encode
from sopeditor.foundation.geometry import Rect
from sopeditor.layout.placement import ChartPage, Page
from sopeditor.model.flow import FlowKind
from sopeditor.storage.profiles import profile_of, read_profiles
from sopeditor.tables.files import load_table
from tests.agreement import office_program
from tests.agreement.conftest import SAMPLES
from tests.agreement.office_program import DOTS_PER_INCH, needs_office

pytestmark = [pytest.mark.deep, needs_office]

#: How far a line may be from where ours is, in dots.
SLACK = 2

#: How far the head of an arrow reaches from its tip, in dots.
HEAD = 10

#: Columns come out up to 2 % wider there, which the fit to the page's width takes back from
#: all else.
STRETCH = (0.95, 1.02)


@cache
def laid_out(sample: Path) -> Output:
    document = load_table(sample)
    profile = profile_of(document, read_profiles(assets.resource("profiles")))
    layout = lay_out_offscreen(document, profile)
    return Output(document, profile, layout, flavour=Flavour.COMPAT)


@pytest.fixture(scope="module")
def printed(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Answer all samples as LibreOffice prints them, whole and without their texts."""
    workbooks = {}
    for sample in SAMPLES:
        workbook = encode(laid_out(sample), Format.XLSX)
        workbooks[sample.stem] = workbook
        workbooks[f"{sample.stem}_lines"] = without_texts(workbook)
    return office_program.print_all(workbooks, tmp_path_factory.mktemp("printed"))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def without_texts(workbook: bytes) -> bytes:
    """Answer the workbook with its lines alone: another font's letters are no measure of ours.

    Labels go too: whether the edge of their patch just hides a grid line is chance.
    """
    data = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as source,
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name.startswith(("xl/worksheets/sheet", "xl/drawings/drawing")):
                root = etree.fromstring(content)
                for element in root.iter("{*}t", "{*}v", "{*}oddFooter"):
                    element.text = ""
                for named in list(root.iter("{*}cNvPr")):
                    anchor = next(named.iterancestors("{*}twoCellAnchor"), None)
                    if str(named.get("name")).endswith(" label") and anchor is not None:
                        root.remove(anchor)
                content = etree.tostring(root)
            target.writestr(name, content)
    return data.getvalue()


def test_it_prints_as_many_pages_with_the_same_steps_on_each(
    sample: Path, printed: dict[str, Path], qtbot: QtBot, tmp_path: Path
) -> None:
    ours = tmp_path / "ours.pdf"
    ours.write_bytes(encode(laid_out(sample), Format.PDF))
    expected = office_program.numbers(ours)
    assert sum(map(len, expected)) >= len(laid_out(sample).document.charts[0].steps)
    assert office_program.numbers(printed[sample.stem]) == expected
    assert len(office_program.pictures(printed[sample.stem])) == len(laid_out(sample).drawings())


def test_its_lines_lie_where_ours_do(sample: Path, printed: dict[str, Path], qtbot: QtBot) -> None:
    theirs = office_program.pictures(printed[f"{sample.stem}_lines"])
    layout = laid_out(sample).laid_out()
    for number, (picture, page) in enumerate(zip(theirs, layout.pages, strict=True), 1):
        strokes = office_program.lines_only(draw_page(bare(page), layout.paper).strokes)
        box = QRectF(0, 0, layout.paper.width, layout.paper.height)
        scale = DOTS_PER_INCH / 72
        whole = QRect(0, 0, round(box.width() * scale), round(box.height() * scale))
        found = office_program.frame(
            office_program.painted(strokes, whole, QRectF(whole.toRectF()), box)
        )
        onto = office_program.frame(picture)
        stretches = (onto.width() / found.width(), onto.height() / found.height())
        assert all(STRETCH[0] < stretch < STRETCH[1] for stretch in stretches), number
        own = QRectF(found.topLeft() / scale, found.size() / scale)
        ours = office_program.painted(strokes, picture.rect(), onto, own)
        heads = office_program.painted(tips(page), picture.rect(), onto, own)
        assert list(differences(ours, picture, heads)) == [0, 0], f"page {number}"


def bare(page: Page) -> Page:
    """Answer the page without labels, and with lines that cross plainly: no shape hops."""
    if not isinstance(page, ChartPage):
        return page
    return replace(page, flows=tuple(replace(f, hops=(), label=None) for f in page.flows))


def tips(page: Page) -> list[Stroke]:
    """Answer a dot at the tip of each arrow: every program draws heads in a size of its own."""
    flows = page.flows if isinstance(page, ChartPage) else ()
    ends = [flow.points[-1] for flow in flows if flow.kind is FlowKind.FLOW]
    return [rectangle(Rect(end.x - 1, end.y - 1, 2, 2), None, Ink.LINE) for end in ends]


def differences(ours: QImage, theirs: QImage, heads: QImage | None = None) -> Iterator[int]:
    """Answer how many dots of ours have none of theirs nearby, and of theirs none of ours.

    What theirs has more of around the tips in `heads` does not count.
    """
    near = office_program.around(office_program.perhaps(theirs), SLACK)
    yield office_program.outside(office_program.certain(ours), near)
    near = office_program.around(office_program.perhaps(ours), SLACK)
    if heads is not None:
        beside = office_program.around(office_program.perhaps(heads), HEAD)
        near = [one | other for one, other in zip(near, beside, strict=True)]
    yield office_program.outside(office_program.certain(theirs), near)


def test_a_line_that_is_moved_is_noticed(printed: dict[str, Path], qtbot: QtBot) -> None:
    picture = office_program.pictures(printed[f"{SAMPLES[0].stem}_lines"])[1]
    assert list(differences(picture, picture)) == [0, 0]
    moved = picture.copy(QRect(0, 0, picture.width(), picture.height()))
    strip = picture.copy(QRect(300, 200, 400, 300))
    painter = QPainter(moved)
    painter.drawImage(304, 200, strip)
    painter.end()
    assert all(count > 0 for count in differences(moved, picture))


def test_the_plain_workbook_prints_the_same_pages(
    qtbot: QtBot, printed: dict[str, Path], tmp_path: Path
) -> None:
    long = max(SAMPLES, key=lambda path: len(laid_out(path).drawings()))
    plain = encode(replace(laid_out(long), flavour=Flavour.EXCEL), Format.XLSX)
    pdf = office_program.print_all({"plain": plain}, tmp_path)["plain"]
    assert office_program.numbers(pdf) == office_program.numbers(printed[long.stem])
