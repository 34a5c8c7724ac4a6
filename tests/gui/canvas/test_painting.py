"""The sheet shows what is printed: the scene against the strokes of the page itself."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from sopeditor.drawing.pages import draw_page
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.foundation.units import MM_PER_INCH
from sopeditor.painting.painter import paint
from tests.builders import a_document
from tests.gui.canvas.conftest import Hand, Show

#: Rounding of colours where things lie over each other, of 255.
SLIGHT = 10


def _blank(hand: Hand, zoom: float, dots_per_inch: float) -> QImage:
    paper = hand.view.layout_shown.paper
    image = QImage(
        int(paper.width * zoom), int(paper.height * zoom), QImage.Format.Format_Grayscale8
    )
    per_metre = round(dots_per_inch / MM_PER_INCH * 1000)
    image.setDotsPerMeterX(per_metre)
    image.setDotsPerMeterY(per_metre)
    image.fill(Qt.GlobalColor.white)
    return image


def _seen(hand: Hand, page: int, zoom: float, dots_per_inch: float) -> bytes:
    image = _blank(hand, zoom, dots_per_inch)
    place = hand.view.stage.sheet.origin(page)
    part = QRectF(place.x, place.y, image.width() / zoom, image.height() / zoom)
    painter = QPainter(image)
    hand.view.stage.scene.render(painter, QRectF(image.rect()), part)
    painter.end()
    return _pixels(image)


def _printed(hand: Hand, page: int, zoom: float, dots_per_inch: float) -> bytes:
    image = _blank(hand, zoom, dots_per_inch)
    layout = hand.view.layout_shown
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    paint(painter, draw_page(layout.pages[page], layout.paper).strokes, PAPER_THEME, zoom)
    painter.end()
    return _pixels(image)


def _pixels(image: QImage) -> bytes:
    # Lines are padded to whole words; what the padding holds is nobody's.
    line, data = image.bytesPerLine(), bytes(image.constBits())
    return b"".join(data[y * line : y * line + image.width()] for y in range(image.height()))


@pytest.mark.parametrize("page", [0, 1])
@pytest.mark.parametrize(("zoom", "dots_per_inch"), [(0.5, 96), (1.37, 96), (2.0, 144)])
def test_a_page_on_the_sheet_is_the_page_as_printed(
    show: Show, page: int, zoom: float, dots_per_inch: float
) -> None:
    hand = show(a_document(rows="(A) B? A (B)", flows="1>2 2>3:Ya 2>1:Tidak 3>4"))
    seen = _seen(hand, page, zoom, dots_per_inch)
    printed = _printed(hand, page, zoom, dots_per_inch)
    assert min(printed) < 50, "nothing was painted"
    off = [abs(a - b) for a, b in zip(seen, printed, strict=True)]
    assert max(off) <= SLIGHT


def test_lines_follow_the_zoom_from_one_whole_pixel_to_the_next(show: Show) -> None:
    hand = show(a_document(rows="(A) B (B)", flows="1>2 2>3"))
    first = _seen(hand, 1, 1.37, 96)
    assert _seen(hand, 1, 3.0, 96) == _printed(hand, 1, 3.0, 96)
    assert _seen(hand, 1, 1.37, 96) == first


def test_a_selection_is_seen_and_leaves_no_trace(show: Show) -> None:
    hand = show(a_document())
    bare = _seen(hand, 1, 1.0, 96)
    hand.click(hand.symbol("2B"))
    assert _seen(hand, 1, 1.0, 96) != bare
    hand.key(Qt.Key.Key_Escape)
    hand.view.gestures.leave()
    assert _seen(hand, 1, 1.0, 96) == bare
