"""Cells keep text as text, sheets get names that Excel takes, columns their exact width."""

import io
import re

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell

from sopeditor.excel.cells import set_text
from sopeditor.excel.grid import Axis, Mark, column_width
from sopeditor.excel.package import Package
from sopeditor.excel.workbook import sheet_name


def reread(text: str) -> tuple[object, str]:
    """Write a text, save, load; answer value and type of its cell."""
    book = openpyxl.Workbook()
    cell = book.worksheets[0].cell(1, 1)
    assert isinstance(cell, Cell)
    set_text(cell, text)
    data = io.BytesIO()
    book.save(data)
    loaded = openpyxl.load_workbook(data).worksheets[0].cell(1, 1)
    return loaded.value, loaded.data_type


@pytest.mark.parametrize(
    "text", ["=1+1", "+62 812", "-", "@x", "#N/A", "'=1", "=cmd|' /C calc'!A0", "007"]
)
def test_whatever_is_typed_stays_text(text: str) -> None:
    assert reread(text) == (text, "s")


def test_text_that_looks_like_an_escape_is_kept() -> None:
    value, _ = reread("_x000B_ dan _xyz_")

    # As Excel reads it: each `_xHHHH_` is the character of that number.
    read = re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), str(value))
    assert read == "_x000B_ dan _xyz_"


def test_too_long_a_text_is_cut_visibly() -> None:
    value, _ = reread("a" * 40_000)

    assert len(str(value)) == 32_767
    assert str(value).endswith("…")


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("Bagan Alur", (), "Bagan Alur"),
        ("Bagan Alur", ("bagan alur",), "Bagan Alur (2)"),
        ("a/b:c*d?e[f]g\\h", (), "a b c d e f g h"),
        ("History", (), "History (2)"),
        ("'kutip'", (), "kutip"),
        ("", (), "SOP"),
    ],
)
def test_sheets_get_names_that_excel_takes(title: str, taken: tuple[str, ...], name: str) -> None:
    assert sheet_name(title, taken) == name


@given(st.text(max_size=60), st.lists(st.text(max_size=31), max_size=5))
def test_every_title_gives_a_valid_name(title: str, taken: list[str]) -> None:
    name = sheet_name(title, tuple(taken))

    assert 0 < len(name) <= 31
    assert not set(name) & set("[]:*?/\\")
    assert name.casefold() not in {other.casefold() for other in taken}


@given(st.integers(1, 400).map(lambda steps: steps * 3.0))
def test_a_column_is_stored_so_that_excel_gives_it_back_to_the_pixel(points: float) -> None:
    stored = column_width(points)

    # The standard's own way back, for a widest digit of 8 pixels.
    pixels = int((256 * stored + int(128 / 8)) / 256 * 8)
    assert pixels == round(points * 4 / 3)


def test_a_mark_on_a_border_begins_after_it_and_ends_before_it() -> None:
    axis = Axis((0.0, 30.0, 60.0))
    border = 30 * 12_700

    assert axis.mark(border) == Mark(1, 0)
    assert axis.far_mark(border) == Mark(0, border)


def test_a_border_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no border"):
        Axis((0.0, 30.0)).index_of(10.0)


def test_a_package_keeps_its_parts_and_puts_the_types_first() -> None:
    package = Package({"xl/a.xml": b"<a/>", "[Content_Types].xml": b"<Types/>"})

    again = Package.read(package.write())
    assert again.parts == package.parts
    assert next(iter(again.parts)) == "[Content_Types].xml"
