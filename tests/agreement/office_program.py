"""Workbooks printed by another office program, and pictures of lines held against each other."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from sopeditor import assets
from sopeditor.drawing.strokes import PathStroke, Stroke
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.painting.painter import paint

PROGRAMS = ("soffice", "pdftoppm", "pdftotext")
LACKING = [name for name in PROGRAMS if shutil.which(name) is None]

#: Skips where the programs that print and look are not installed.
needs_office = pytest.mark.skipif(bool(LACKING), reason=f"not installed: {', '.join(LACKING)}")

DOTS_PER_INCH = 100
_PATIENCE = 300

#: Grey below which a dot counts as drawn for certain, and below which it may be part of a line
#: that falls between two dots.
_CERTAIN, _PERHAPS = 100, 200

#: Arimo has the very widths of Arial; without it, columns would be those of any other font.
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <test name="family"><string>Arial</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Arimo</string></edit>
  </match>
</fontconfig>
"""

#: Rows of dots, each a number whose bits are the dots that are drawn.
Dots = Sequence[int]


def print_all(workbooks: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """Print workbooks to PDF by one run of LibreOffice; answer the files by name."""
    fonts = folder / "fonts.conf"
    place = assets.font_files()[0].parent
    fonts.write_text(_FONTS.format(fonts=place, cache=folder / "cache"), "utf-8")
    paths = [folder / f"{name}.xlsx" for name in workbooks]
    for path, content in zip(paths, workbooks.values(), strict=True):
        path.write_bytes(content)
    _run(
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths),
        environment={"FONTCONFIG_FILE": str(fonts)},
    )  # fmt: skip
    return {name: folder / f"{name}.pdf" for name in workbooks}


def pictures(pdf: Path) -> list[QImage]:
    """Answer the pages as grey pictures."""
    start = pdf.with_suffix("")
    _run("pdftoppm", "-r", str(DOTS_PER_INCH), "-gray", "-png", str(pdf), str(start))
    pages = sorted(pdf.parent.glob(f"{start.name}-*.png"))
    return [QImage(str(page)).convertToFormat(QImage.Format.Format_Grayscale8) for page in pages]


def places(pdf: Path, word: str) -> list[float]:
    """Answer how far below the upper edge of its page a word has its middle, in points."""
    _run("pdftotext", "-bbox", str(pdf), str(pdf.with_suffix(".html")))
    tree = etree.parse(pdf.with_suffix(".html"), etree.HTMLParser())
    return [
        (float(str(found.get("ymin"))) + float(str(found.get("ymax")))) / 2
        for found in tree.iter("word")
        if (found.text or "").strip() == word
    ]


def numbers(pdf: Path) -> list[list[str]]:
    """Answer what stands in the column No of each page, from top to bottom, below its head."""
    _run("pdftotext", "-bbox", str(pdf), str(pdf.with_suffix(".html")))
    tree = etree.parse(pdf.with_suffix(".html"), etree.HTMLParser())
    found = []
    for page in tree.iter("page"):
        words = [
            (float(str(w.get("ymin"))), float(str(w.get("xmin"))), (w.text or "").strip())
            for w in page.iter("word")
        ]
        head = next(((y, x) for y, x, text in words if text == "No"), None)
        if head is None:
            continue
        column = [word for word in words if abs(word[1] - head[1]) < 15 and word[0] > head[0]]
        found.append([text for _, _, text in sorted(column) if not text.startswith("(")])
    return found


def lines_only(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Answer the strokes without texts and pictures."""
    return [stroke for stroke in strokes if isinstance(stroke, PathStroke)]


def painted(strokes: Iterable[Stroke], size: QRect, onto: QRectF, box: QRectF) -> QImage:
    """Paint strokes on a picture of a size, so that `box`, in points, comes to lie on `onto`."""
    image = QImage(size.size(), QImage.Format.Format_Grayscale8)
    image.fill(0xFF)
    painter = QPainter(image)
    painter.translate(onto.topLeft())
    painter.scale(onto.width() / box.width(), onto.height() / box.height())
    painter.translate(-box.topLeft())
    paint(painter, strokes, PAPER_THEME)
    painter.end()
    return image


def certain(image: QImage) -> Dots:
    """Answer the dots that are drawn for certain."""
    return _dots(image, _CERTAIN)


def perhaps(image: QImage) -> Dots:
    """Answer the dots that may be part of a line."""
    return _dots(image, _PERHAPS)


def around(dots: Dots, distance: int) -> Dots:
    """Answer all dots that are at most `distance` from one that is drawn, along either axis."""
    wide = []
    for row in dots:
        spread = row
        for step in range(1, distance + 1):
            spread |= row << step | row >> step
        wide.append(spread)
    high = []
    for index in range(len(wide)):
        merged = 0
        for row in wide[max(0, index - distance) : index + distance + 1]:
            merged |= row
        high.append(merged)
    return high


def outside(dots: Dots, allowed: Dots) -> int:
    """Answer how many dots are not among those allowed."""
    return sum((row & ~near).bit_count() for row, near in zip(dots, allowed, strict=True))


def frame(image: QImage) -> QRectF:
    """Answer the box around all that is drawn for certain, through the middles of its dots."""
    dots, width = certain(image), image.width()
    rows = [index for index, row in enumerate(dots) if row]
    whole = 0
    for row in dots:
        whole |= row
    # The leftmost dot is the highest bit.
    left, right = width - whole.bit_length(), width - 1 - ((whole & -whole).bit_length() - 1)
    return QRectF(left, rows[0], right - left, rows[-1] - rows[0])


def _dots(image: QImage, darkest: int) -> Dots:
    table = bytes(ord("1") if grey < darkest else ord("0") for grey in range(256))
    bits, wide = bytes(image.constBits()), image.bytesPerLine()
    return [
        int(bits[top * wide : top * wide + image.width()].translate(table), 2)
        for top in range(image.height())
    ]


def _run(*words: str, environment: dict[str, str] | None = None) -> None:
    subprocess.run(
        words,
        check=True,
        capture_output=True,
        timeout=_PATIENCE,
        env={**os.environ, **(environment or {})},
    )
