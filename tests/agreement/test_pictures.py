"""PDF, PNG and SVG show the pages of the layout."""

from collections import Counter
from itertools import pairwise

import pytest
from lxml import etree
from PySide6.QtGui import QImage

from sopeditor.drawing.strokes import TextStroke
from sopeditor.export.formats import Format, Output, encode

SVG = "{http://www.w3.org/2000/svg}"


def test_the_svg_holds_every_text_at_its_place(output: Output) -> None:
    root = etree.fromstring(encode(output, Format.SVG))

    pages = root.findall(f"{SVG}g")
    drawings = output.drawings()
    assert len(pages) == len(drawings)
    for page, drawing in zip(pages, drawings, strict=True):
        written = Counter(
            (text.text, text.get("x"), text.get("y")) for text in page.iter(f"{SVG}text")
        )
        placed = Counter(
            (s.text, _number(s.origin.x), _number(s.origin.y))
            for s in drawing.strokes
            if isinstance(s, TextStroke)
        )
        assert written == placed


def test_the_svg_carries_its_typeface(output: Output) -> None:
    data = encode(output, Format.SVG)

    assert b"@font-face{font-family:Arimo" in data
    assert len(data) < 600_000


def test_the_svg_is_the_same_every_time(output: Output) -> None:
    assert encode(output, Format.SVG) == encode(output, Format.SVG)


def test_the_pdf_has_a_page_for_each_of_the_layout(output: Output) -> None:
    data = encode(output, Format.PDF)

    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == len(output.laid_out().pages)
    # Text is text, in embedded Arimo, not outlines.
    assert b"Arimo" in data
    assert b"/FontFile2" in data


def test_the_png_shows_all_pages_below_each_other(output: Output) -> None:
    image = QImage.fromData(encode(output, Format.PNG))

    layout = output.laid_out()
    ratio = image.height() / image.width()
    pages = len(layout.pages)
    height = pages * layout.paper.height + (pages - 1) * 12
    assert ratio == pytest.approx(height / layout.paper.width, rel=0.01)


def test_lines_of_the_drawing_are_upright_or_level(output: Output) -> None:
    for page in output.laid_out().pages:
        for flow in getattr(page, "flows", ()):
            for before, after in pairwise(flow.points):
                assert before.x == after.x or before.y == after.y, flow.id


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
