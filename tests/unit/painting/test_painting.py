"""Painting: Arimo stands for Arial, measured and painted alike."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from sopeditor.drawing.strokes import (
    Ink,
    LineTo,
    MoveTo,
    PathStroke,
    Pen,
    TextStroke,
    rectangle,
)
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import Align
from sopeditor.painting.fonts import load_fonts, missing_family, scaled_font
from sopeditor.painting.measuring import QtMeasurer
from sopeditor.painting.painter import paint

SCALE = 4


@pytest.fixture(autouse=True)
def fonts(qtbot: QtBot) -> None:
    load_fonts()


def painted(*strokes: TextStroke) -> QImage:
    image = QImage(100 * SCALE, 30 * SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    paint(painter, strokes, PAPER_THEME)
    painter.end()
    return image


def inked_columns(image: QImage) -> tuple[float, float]:
    """Answer the first and last column with ink, in points."""
    columns = [
        x
        for x in range(image.width())
        if any(QColor(image.pixel(x, y)).lightness() < 128 for y in range(image.height()))
    ]
    return columns[0] / SCALE, columns[-1] / SCALE


def test_arial_is_measured_in_arimo() -> None:
    # Widths of Arial by its font file: a 1139, space 569 of 2048 units.
    measurer = QtMeasurer()

    assert measurer.width("a", Font("Arial", 8)) == pytest.approx(8 * 1139 / 2048, abs=0.01)
    assert measurer.width("a a", Font("Arial", 10)) == pytest.approx(
        10 * (2 * 1139 + 569) / 2048, abs=0.01
    )


def test_text_is_not_kerned() -> None:
    measurer = QtMeasurer()
    font = Font("Arial", 8)

    whole = measurer.width("AVAT", font)
    assert whole == pytest.approx(sum(measurer.width(c, font) for c in "AVAT"), abs=0.01)


def test_bold_is_wider_once_not_twice() -> None:
    measurer = QtMeasurer()

    # Arial Bold: M has 1706 of 2048 units, as in the upright face; a has 1139; n 1251.
    assert measurer.width("n", Font("Arial", 8, bold=True)) == pytest.approx(
        8 * 1251 / 2048, abs=0.02
    )
    assert not scaled_font(Font("Arial", 8, bold=True)).bold()


def test_text_is_painted_where_it_was_measured() -> None:
    font = Font("Arial", 8)
    text = "Memeriksa berkas"
    width = QtMeasurer().width(text, font)

    left, right = inked_columns(painted(TextStroke(text, Point(10, 15), font)))
    assert left == pytest.approx(10, abs=1)
    assert right == pytest.approx(10 + width, abs=1)


def test_centred_text_has_its_middle_at_its_origin() -> None:
    stroke = TextStroke("Pemohon", Point(50, 15), Font("Arial", 8), Align.CENTRE)

    left, right = inked_columns(painted(stroke))
    assert (left + right) / 2 == pytest.approx(50, abs=0.6)


def test_a_fill_covers_its_box() -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    box = rectangle(Rect(5, 5, 10, 10), Pen(Ink.LINE, 1), Ink.HEADER_FILL)
    paint(painter, (box,), PAPER_THEME)
    painter.end()

    assert QColor(image.pixel(10, 10)) == QColor(*PAPER_THEME.colour(Ink.HEADER_FILL))
    assert QColor(image.pixel(2, 2)) == QColor("white")


def test_arial_never_counts_as_missing() -> None:
    assert not missing_family("Arial")
    assert missing_family("No Such Typeface")


def widths_of_lines(dots: float | None, scale: float) -> list[int]:
    """Paint upright lines of three quarters of a point; answer their widths in pixels."""
    pen = Pen(Ink.LINE, 0.75)
    lines = [
        PathStroke((MoveTo(Point(x, 2)), LineTo(Point(x, 20))), pen, None)
        for x in (3 + 5.33 * k for k in range(12))
    ]
    image = QImage(round(75 * scale), round(24 * scale), QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(painter, lines, PAPER_THEME, dots)
    painter.end()
    middle = image.height() // 2
    inked = "".join(
        "x" if image.pixelColor(x, middle).lightness() < 128 else " " for x in range(image.width())
    )
    return [len(run) for run in inked.split()]


@pytest.mark.parametrize(("scale", "pixels"), [(1.37, 1), (1.9, 1), (2.37, 2), (4.0, 3)])
def test_lines_of_one_width_look_alike_on_a_screen(scale: float, pixels: int) -> None:
    assert widths_of_lines(scale, scale) == [pixels] * 12


def test_without_dots_lines_are_as_wide_as_they_are() -> None:
    """On paper, where dots are small, a width is a width."""
    assert set(widths_of_lines(None, 1.9)) == {1, 2}
